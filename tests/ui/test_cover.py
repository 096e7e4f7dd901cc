"""F9 covers every page at once, whatever lies over it; Esc, Enter or F9 brings everything back."""
# ruff: noqa: F811 - fixtures are named where they come from

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from hbp_desktop.ui.cover import Cover
from hbp_desktop.ui.pages import PAGES
from hbp_desktop.ui.unlock_page import UnlockPage
from hbp_desktop.ui.window import Window
from hbp_desktop.usecases import counter
from tests.counter_sitting import Key, Mod, one_visit
from tests.ui.test_lock import NAME, NUMBER, at, clocks, key, shown, window  # noqa: F401 - fixtures


def seen(window: Window) -> list[str]:
    """Give the names of what a person can see, the cover's own aside."""
    cover = shown(window)
    return [
        one.objectName()
        for one in window.findChildren(QWidget)
        if one.isVisible() and one is not cover and not cover.isAncestorOf(one)
    ]


@pytest.mark.parametrize("page", [kind.key for kind in PAGES if kind.offered is None])
def test_every_page_is_covered_by_one_key_and_comes_back(window: Window, page: str) -> None:
    window.frame.open(page)
    key(window, Key.Key_F9)
    assert isinstance(shown(window), Cover)
    assert seen(window) == []
    key(window, Key.Key_F9)
    assert shown(window) is window.frame
    assert window.frame.current().key == page


def test_the_cover_says_the_queue_number_and_no_more(window: Window) -> None:
    here = at(window)
    here.press(Key.Key_F5)
    one_visit(here, NAME.decode(), NUMBER.decode())
    key(window, Key.Key_F9)
    words = " ".join(text.text() for text in shown(window).findChildren(QWidget) if hasattr(text, "text"))
    assert "A-001" in words
    assert NAME.decode() not in words
    key(window, Key.Key_Escape)
    assert window.frame.current().client.name.text() == NAME.decode()
    assert window.frame.isAncestorOf(QApplication.focusWidget())


def test_no_key_of_the_page_works_under_the_cover(window: Window) -> None:
    page = window.frame.current()
    one_visit(at(window), NAME.decode(), NUMBER.decode())
    key(window, Key.Key_F9)
    for pressed, held in ((Key.Key_F7, Mod.NoModifier), (Key.Key_S, Mod.ControlModifier)):
        key(window, pressed, held)
    figures = counter.today(page.desk.office, page.work.seat.session.id).figures
    assert (figures.headline("visits"), figures.headline("tallies")) == (0, 0)


def test_a_sheet_over_the_page_is_covered_and_comes_back(window: Window) -> None:
    at(window).press(Key.Key_F4)
    sheet = window.frame.current().sheet
    assert sheet.isVisible()
    key(window, Key.Key_F9)
    assert not sheet.isVisible()
    key(window, Key.Key_F9)
    assert sheet.isVisible()


def test_ctrl_l_locks_from_under_the_cover(window: Window) -> None:
    key(window, Key.Key_F9)
    key(window, Key.Key_L, Mod.ControlModifier)
    assert isinstance(shown(window), UnlockPage)


def test_where_no_office_is_open_there_is_nothing_to_cover(window: Window) -> None:
    window.lock("asked")
    key(window, Key.Key_F9)
    assert isinstance(shown(window), UnlockPage)
