"""Words fit: in Malay, English and a language 1.4 times as long; at every scale and in small windows."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.door import Door
from hbp_desktop.ui.first_run.wizard import Wizard
from hbp_desktop.ui.frame import Frame
from hbp_desktop.ui.keyring_form import CODES
from hbp_desktop.ui.lock_reason import Reason
from hbp_desktop.ui.pages import PAGES
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.inputs import CheckBox
from hbp_desktop.ui.parts.text import Elided, Text
from hbp_desktop.ui.theme import Theme
from hbp_desktop.ui.translations import Languages
from hbp_desktop.ui.unlock_page import UnlockPage

SIZES = [((1366, 738), 100), ((1280, 690), 100), ((1366, 738), 150), ((1366, 738), 200)]
OWN = tuple(kind for kind in PAGES if kind.at_foot)


class Stretched(QTranslator):
    """Says everything about 1.4 times as long as English: every vowel twice."""

    def translate(self, _context: str, text: str, _note: str = "", _n: int = -1, /) -> str:
        return re.sub("([aeiouy])", r"\1\1", text)

    def isEmpty(self) -> bool:
        return False


@pytest.fixture(params=["ms", "en", "stretched"])
def spoken(request: pytest.FixtureRequest, qapp: QApplication, languages: Languages) -> Iterator[str]:
    """Speak one of the languages; give the one that sentences are said in."""
    if request.param != "stretched":
        languages.use(request.param)
        yield request.param
        return
    languages.stop()
    translator = Stretched(qapp)
    qapp.installTranslator(translator)
    yield "en"
    qapp.removeTranslator(translator)


def cut(screen: QWidget) -> list[str]:
    """Give the words that have less room than they need."""
    found = []
    for widget in screen.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, Elided):
            continue
        if isinstance(widget, Button | CheckBox) and widget.width() < widget.sizeHint().width():
            found.append(f"{widget.objectName()}: {widget.text()}")
        if isinstance(widget, Text) and widget.text():
            needed = (
                widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            )
            narrow = not widget.wordWrap() and widget.width() < widget.sizeHint().width()
            if narrow or widget.height() < needed:
                found.append(widget.text())
    return found


def settle(qtbot: QtBot, screen: QWidget, size: tuple[int, int]) -> None:
    """Show a screen at a size and let its layouts come to rest."""
    screen.resize(*size)
    with qtbot.waitExposed(screen):
        screen.show()
    for _ in range(4):
        QApplication.processEvents()


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_the_unlock_page_cuts_no_word(
    qtbot: QtBot, look: Theme, spoken: str, door: Door, size: tuple[int, int], scale: int
) -> None:
    look.set("light", scale)
    page = UnlockPage(door, spoken, "1.0", Reason("idle"))
    qtbot.addWidget(page)
    settle(qtbot, page, size)
    assert cut(page) == []
    page.say(OSError())
    page.password._show_caps(True)
    page.password.show_worth(True)
    settle(qtbot, page, size)
    assert cut(page) == []
    look.set("light", 100)


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_what_lies_behind_the_unlock_page_cuts_no_word(
    qtbot: QtBot, look: Theme, spoken: str, door: Door, size: tuple[int, int], scale: int
) -> None:
    look.set("light", scale)
    page = UnlockPage(door, spoken, "1.0")
    qtbot.addWidget(page)
    page.new.set_officers([("1", "Tuan Haji Zulkifli Hassan")])
    for form in (page.code, page.new):
        page._show(form)
        page.code.explain(True)
        settle(qtbot, page, size)
        assert cut(page) == [], form.objectName()
    for trouble in sorted(CODES):
        page.keyring.show_trouble(trouble)
        page._show(page.keyring)
        settle(qtbot, page, size)
        assert cut(page) == [], trouble
    look.set("light", 100)


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_the_first_run_cuts_no_word(
    qtbot: QtBot, look: Theme, spoken: str, paths: object, secrets: object, size: tuple[int, int], scale: int
) -> None:
    look.set("light", scale)
    wizard = Wizard(Door(paths, secrets, None), spoken)
    qtbot.addWidget(wizard)
    settle(qtbot, wizard, size)
    for step in wizard.pose():
        settle(qtbot, wizard, size)
        assert cut(wizard) == [], step
    look.set("light", 100)


@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize("kind", OWN, ids=lambda kind: kind.key)
def test_help_and_settings_cut_no_word_and_keep_to_the_window(
    qtbot: QtBot, look: Theme, spoken: str, desk: Desk, kind: object, size: tuple[int, int], scale: int
) -> None:
    look.set("light", scale)
    frame = Frame(desk, (kind,))
    qtbot.addWidget(frame)
    frame.open(kind.key)
    settle(qtbot, frame, size)
    assert (frame.width(), frame.height()) == size
    assert cut(frame) == []
    look.set("light", 100)
