"""An identity number: its last four places are covered without focus; the eye shows them ten seconds."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from hbp_desktop.ui.parts.button import IconButton
from hbp_desktop.ui.parts.inputs import LineEdit

SHOWN_MS = 10_000


class IdentityEdit(LineEdit):
    """Read it with `number()`, never `text()`.

    Signals `number_edited(str)`; `revealed`, which the page writes to history.
    """

    number_edited = Signal(str)
    revealed = Signal()

    def __init__(self, name: str, mask: Callable[[str], str] | None = None) -> None:
        super().__init__(name, mono=True)
        self._number, self._mask = "", mask or masked
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._cover)
        self._eye = IconButton("eye", f"{name}.eye")
        self._eye.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._eye.clicked.connect(self._reveal)
        self.set_tail(self._eye)
        self.textEdited.connect(self._typed)

    def number(self) -> str:
        """Give the number as typed, uncovered."""
        return self._number

    def set_number(self, number: str) -> None:
        """Set the number without a signal."""
        self._number = number
        self._show()

    def set_eye_label(self, label: str) -> None:
        """Say what the eye does."""
        self._eye.set_label(label)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        self._timer.stop()
        self.setText(self._number)
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self._cover()

    def _typed(self, text: str) -> None:
        self._number = text
        self.number_edited.emit(text)

    def _reveal(self) -> None:
        self.setText(self._number)
        self._timer.start()
        if not self.hasFocus() and self._number:
            self.revealed.emit()

    def _cover(self) -> None:
        self._timer.stop()
        self._show()

    def _show(self) -> None:
        self.setText(self._number if self.hasFocus() else self._mask(self._number))
        self.setEchoMode(QLineEdit.EchoMode.Normal)


def masked(number: str) -> str:
    """Cover the last four letters or digits."""
    made, left = list(number), 4
    for place in range(len(made) - 1, -1, -1):
        if left and made[place].isalnum():
            made[place], left = "•", left - 1
    return "".join(made)
