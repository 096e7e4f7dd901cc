"""A big number that says what it counts and opens the records behind it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hbp_desktop.ui.layouts import add, column
from hbp_desktop.ui.parts.text import Text


class BigFigure(QWidget):
    """Label above, number, what it counts below. Signal `opened` on click, Enter or Space."""

    opened = Signal()

    def __init__(self, name: str, opens: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self._opens = opens
        self._label = Text("", "small", "ink2")
        self._number = Text("", "figure")
        self._counts = Text("", "small", "ink3")
        add(column(self, gap="none"), self._label, self._number, self._counts)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if opens:
            self.setProperty("ring", True)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set(self, label: str, number: str, counts: str) -> None:
        """Set the three lines."""
        self._label.setText(label)
        self._number.setText(number)
        self._counts.setText(counts)
        self.setAccessibleName(f"{label}: {number} {counts}")

    def number(self) -> str:
        """Give the number as shown."""
        return self._number.text()

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        if self._opens and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if self._opens and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
