"""Whatever takes the focus has a name for tests, one for a screen reader, and shows the focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.door import Door
from hbp_desktop.ui.first_run.wizard import Wizard
from hbp_desktop.ui.frame import Frame
from hbp_desktop.ui.pages import PAGES
from hbp_desktop.ui.translations import Languages
from hbp_desktop.ui.unlock_page import UnlockPage

OWN = tuple(kind for kind in PAGES if kind.at_foot)
INPUTS = (QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QAbstractItemView)


def stops(screen: QWidget) -> list[QWidget]:
    """Give the widgets of ours that Tab stops at; Qt's own inner ones have names beginning with qt_."""
    return [
        widget
        for widget in screen.findChildren(QWidget)
        if widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QComboBox)
        and widget.window() is screen.window()
        and not widget.isHidden()
    ]


def nameless(screen: QWidget) -> list[str]:
    """Give the stops without objectName or without words for a screen reader."""
    found = []
    for widget in stops(screen):
        words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
        if not widget.objectName() or not words:
            found.append(f"{type(widget).__name__} {widget.objectName()!r} {words!r}")
    return found


def unseen(screen: QWidget) -> list[str]:
    """Give the stops that would not show the focus."""
    return [
        f"{type(widget).__name__} {widget.objectName()!r}"
        for widget in stops(screen)
        if not widget.property("ring") and not isinstance(widget, INPUTS)
    ]


@pytest.fixture(params=["unlock", "first run", "help", "settings"])
def screen(
    request: pytest.FixtureRequest, qtbot: QtBot, languages: Languages, door: Door, desk: Desk
) -> QWidget:
    """One of the screens of the window's own."""
    if request.param == "unlock":
        made: QWidget = UnlockPage(door, "ms", "1")
    elif request.param == "first run":
        made = Wizard(door, "ms")
    else:
        made = Frame(desk, OWN)
        made.open(request.param)
    qtbot.addWidget(made)
    return made


def test_every_stop_has_its_names(screen: QWidget) -> None:
    assert stops(screen)
    assert nameless(screen) == []


def test_every_stop_shows_the_focus(screen: QWidget) -> None:
    assert unseen(screen) == []
