"""The queue number at the counter: its button, and the numbers that wait."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts.button import Button, IconButton
from hbp_desktop.ui.parts.text import Elided, Text


@dataclass(frozen=True)
class Waiting:
    """A number that waits: its id, the number, the minutes since it was issued."""

    id: str
    number: str
    minutes: int


class QueueButton(QWidget):
    """Signals: `next_wanted` (F5); `issue_wanted`; `called(Waiting)`; `left(Waiting)`."""

    next_wanted = Signal()
    issue_wanted = Signal()
    called = Signal(object)
    left = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("queue")
        self._number, self._minutes = "", -1
        self._waiting: tuple[Waiting, ...] = ()
        self._words = Elided("", "small", "ink2")
        self.button = Button("", icon="ticket", key="F5", height="head_control", name="queue.next")
        self.list = IconButton("chevron-down", "queue.list", height="head_control")
        self.menu = QMenu(self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        across = row(self, gap="tight")
        across.addWidget(self._words, 1)
        across.addWidget(self.button)
        across.addWidget(self.list)
        self.button.clicked.connect(self.next_wanted)
        self.list.clicked.connect(self._open)

    def show_number(self, number: str, minutes: int = -1) -> None:
        """Show the number served, and how long it waited (-1: not known)."""
        self._number, self._minutes = number, minutes
        self.retranslate()

    def show_waiting(self, waiting: Sequence[Waiting]) -> None:
        """Show who waits."""
        self._waiting = tuple(waiting)
        self.retranslate()

    def waiting(self) -> tuple[Waiting, ...]:
        """Give who waits."""
        return self._waiting

    def retranslate(self) -> None:
        """Set every word."""
        self.button.setText(self._number or self.tr("Queue"))
        named = self.tr("Queue number %1; F5 for the next").replace("%1", self._number or "–")
        self.button.setAccessibleName(named)
        self.list.set_label(self.tr("%n waiting", "", len(self._waiting)))
        self._words.set_whole(self._said())
        self._fill_menu()

    def _said(self) -> str:
        if self._number and self._minutes >= 0:
            return self.tr("waited %n min", "", self._minutes)
        return self.tr("%n waiting", "", len(self._waiting)) if self._waiting else ""

    def _fill_menu(self) -> None:
        self.menu.clear()
        for one in self._waiting:
            words = self.tr("%1, waited %n min", "", one.minutes).replace("%1", one.number)
            own = self.menu.addMenu(words)
            own.addAction(self.tr("Serve now")).triggered.connect(
                lambda _=False, chosen=one: self.called.emit(chosen)
            )
            own.addAction(self.tr("Left without being served")).triggered.connect(
                lambda _=False, chosen=one: self.left.emit(chosen)
            )
        issue = self.menu.addAction(self.tr("Issue a number to wait (Shift+F5)"))
        issue.triggered.connect(lambda _=False: self.issue_wanted.emit())

    def _open(self) -> None:
        self.menu.popup(self.list.mapToGlobal(QPoint(0, self.list.height())))


class ClientHead(QWidget):
    """The head of the client's column: its title and the queue."""

    def __init__(self, queue: QueueButton) -> None:
        super().__init__()
        self._title = Text("", "heading")
        across = row(self, gap="field", margins="card row card none")
        across.addWidget(self._title)
        across.addWidget(queue, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self._title.setText(self.tr("Client"))
