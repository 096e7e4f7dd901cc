"""The counter's keys: what each does, and how Enter goes on from field to field."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton

from hbp_desktop.ui.counter_columns import CLIENT, MATTERS, TODAY
from hbp_desktop.ui.parts.chip import ChipButton
from hbp_desktop.usecases.counter import SLOTS

if TYPE_CHECKING:
    from hbp_desktop.ui.counter_page import CounterPage

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HINTS = (
    ("F1", QT_TRANSLATE_NOOP("CounterKeys", "Help")),
    ("F2", QT_TRANSLATE_NOOP("CounterKeys", "New")),
    ("F3", QT_TRANSLATE_NOOP("CounterKeys", "Find")),
    ("F5", QT_TRANSLATE_NOOP("CounterKeys", "Queue")),
    ("F6", QT_TRANSLATE_NOOP("CounterKeys", "Park")),
    ("F7", QT_TRANSLATE_NOOP("CounterKeys", "Tally")),
    ("F8", QT_TRANSLATE_NOOP("CounterKeys", "Slip")),
    ("F9", QT_TRANSLATE_NOOP("CounterKeys", "Cover")),
)
_TOPICS = (
    (
        QT_TRANSLATE_NOOP("CounterHelp", "One client, one screen"),
        QT_TRANSLATE_NOOP(
            "CounterHelp",
            "Who on the left, what in the middle, today on the right. Enter or Tab goes on, Ctrl+Enter saves"
            " and starts the next. Nothing you type is lost: a draft is kept every second.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("CounterHelp", "Queue and tally"),
        QT_TRANSLATE_NOOP(
            "CounterHelp",
            "F5 takes the number that waits longest, or issues one; Shift+F5 issues one to wait. F7 counts"
            " one more person without details. Ctrl+Z takes the last act back.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("CounterHelp", "Doubtful numbers"),
        QT_TRANSLATE_NOOP(
            "CounterHelp",
            "A number that cannot be right is pointed at and saved all the same; say why it is kept.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("CounterHelp", "What never waits"),
        QT_TRANSLATE_NOOP(
            "CounterHelp",
            "A child in danger, violence, danger to life: ring Talian Kasih 15999 at once, then note whom you"
            " informed and when.",
        ),
    ),
)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def bind(page: "CounterPage") -> None:
    """Bind the page's keys; while a sheet is in front, only its own keys work."""
    acts: dict[str, Callable[[], object]] = {
        "F2": page.begin,
        "F4": page.change_seat,
        "F5": page.numbers.next,
        "Shift+F5": page.numbers.issue_to_wait,
        "F6": page.park,
        "F7": page.tally,
        "F8": page.print_slip,
        "Ctrl+S": lambda: page.save(False),
        "Ctrl+Z": page.undo,
        "Alt+U": page.matters.add,
        "Alt+1": lambda: page.columns.bring(CLIENT),
        "Alt+2": lambda: page.columns.bring(MATTERS),
        "Alt+3": lambda: page.columns.bring(TODAY),
    }
    for keys, act in acts.items():
        page.shortcut(keys, partial(_act, page, act))
    for slot in range(1, SLOTS + 1):
        page.shortcut(f"Ctrl+F6, {slot}", partial(page.take_back, str(slot)))
    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        page.shortcut(keys, page.primary)


def _act(page: "CounterPage", act: Callable[[], object]) -> None:
    if page.ready():
        act()


def go_on(page: "CounterPage", event: QKeyEvent) -> bool:
    """Let Enter press a button, else go to the next field; say whether it did."""
    if event.key() not in _ENTER or event.modifiers() not in _PLAIN:
        return False
    here = QApplication.focusWidget()
    if isinstance(here, QPushButton | ChipButton):
        here.click()
    elif here is not None and page.isAncestorOf(here):
        page.focusNextChild()
    return True


class ActsBeforeText(QObject):
    """Leaves Ctrl+Z to the page where a field has nothing of its own to take back."""

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not event.matches(QKeySequence.StandardKey.Undo):
            return False
        if isinstance(watched, QLineEdit):
            own = watched.isUndoAvailable()
        else:
            own = isinstance(watched, QPlainTextEdit) and watched.document().isUndoAvailable()
        if not own:
            event.ignore()
        return not own


def hints() -> Sequence[tuple[str, str]]:
    """Give the keys of the status bar, most used first."""
    return [(key, QCoreApplication.translate("CounterKeys", str(word))) for key, word in _HINTS]


def topics() -> Sequence[tuple[str, str]]:
    """Give the page's help."""

    def say(words: str) -> str:
        return QCoreApplication.translate("CounterHelp", words)

    return [(say(str(head)), say(str(text))) for head, text in _TOPICS]
