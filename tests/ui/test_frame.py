"""The frame: pages made when opened, keys, and how everything fits."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hbp_desktop.ui.desk import Desk, Shape
from hbp_desktop.ui.frame import Frame
from hbp_desktop.ui.page import Page
from hbp_desktop.ui.pages import PAGES, PageKind
from hbp_desktop.ui.theme import Theme
from hbp_desktop.ui.translations import Languages

MADE: list[str] = []


class One(Page):
    key = "today"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        MADE.append(self.key)

    def title(self) -> str:
        return "Satu"

    def hints(self) -> list[tuple[str, str]]:
        return [("F2", "Baharu"), ("F5", "Giliran"), ("F6", "Tangguh")] * 4

    def help(self) -> list[tuple[str, str]]:
        return [("Tajuk", "Perenggan tentang halaman satu.")]


class Two(One):
    key = "counter"

    def title(self) -> str:
        return "Dua"


OWN = tuple(kind for kind in PAGES if kind.at_foot)
KINDS = (
    PageKind("today", "sun", "Today", "Ctrl+1", One),
    PageKind("counter", "monitor", "Counter", "Ctrl+2", Two),
    *OWN,
)


@pytest.fixture
def frame(qtbot: QtBot, languages: Languages, desk: Desk) -> Frame:
    """A frame with two pages of its own, help and settings."""
    MADE.clear()
    made = Frame(desk, KINDS)
    qtbot.addWidget(made)
    made.resize(1366, 738)
    with qtbot.waitExposed(made):
        made.show()
    made.open("today")
    return made


def test_a_page_is_made_when_it_is_first_opened(qtbot: QtBot, frame: Frame) -> None:
    assert MADE == ["today"]
    qtbot.keyClick(frame, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert frame.current().title() == "Dua"
    qtbot.keyClick(frame, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(frame, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert MADE == ["today", "counter"]


def test_f1_helps_with_the_page_one_was_on_and_esc_goes_back(qtbot: QtBot, frame: Frame) -> None:
    qtbot.keyClick(frame, Qt.Key.Key_F1)
    page = frame.current()
    assert page.key == "help"
    words = [
        label.text() for label in page.findChildren(object) if hasattr(label, "text") and callable(label.text)
    ]
    assert "Perenggan tentang halaman satu." in words
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert frame.current().key == "today"


@pytest.mark.parametrize(
    ("size", "scale", "shape", "rail"),
    [
        ((1366, 738), 100, Shape("wide", False), 84),
        ((1280, 690), 100, Shape("normal", False), 84),
        ((1366, 738), 150, Shape("narrow", True), 84),
        ((1366, 738), 200, Shape("least", True), 96),
        ((1366, 738), 125, Shape("narrow", True), 70),
    ],
)
def test_the_frame_fits_the_room_there_is(
    qtbot: QtBot, frame: Frame, look: Theme, size: tuple[int, int], scale: int, shape: Shape, rail: int
) -> None:
    look.set("light", scale)
    frame.resize(*size)
    assert (frame.shape, frame.navigation.width()) == (shape, rail)
    assert frame.current().shape == shape
    assert frame.head.isHidden() is shape.low
    assert (frame.width(), frame.height()) == size
    assert frame.minimumSizeHint().width() <= size[0]
    look.set("light", 100)


def test_the_status_bar_says_what_is_true_in_words(frame: Frame) -> None:
    assert frame.status.accessibleName() == "Disimpan di komputer ini"
    assert frame.status._time.text() == "Selasa, 24 November 2026 · 10.42 pagi"


def test_key_hints_show_as_far_as_there_is_room(qtbot: QtBot, frame: Frame) -> None:
    def visible() -> int:
        return sum(not hint.isHidden() for hint in frame.status._hints)

    wide = visible()
    frame.resize(1200, 738)
    assert 0 < visible() < wide
    assert frame.status._time.geometry().right() <= frame.status.width()


def test_lock_is_asked_for_by_key_and_by_its_button(qtbot: QtBot, frame: Frame) -> None:
    with qtbot.waitSignal(frame.lock_wanted):
        qtbot.keyClick(frame, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(frame.lock_wanted):
        frame.head._lock.click()


def test_a_page_that_is_not_there_is_not_opened(frame: Frame) -> None:
    assert frame.open("segerak") is False
    assert frame.current().key == "today"


def test_the_number_of_a_later_page_stays_free() -> None:
    numbers = {kind.keys for kind in PAGES}
    assert "Ctrl+4" not in numbers
    assert len(numbers) == len(PAGES)
