"""A big number under a bar of its own tone: where matters lie; pressed, it opens the records behind it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.theme import theme


class CountFigure(QWidget):
    """`set(number, label, counts)`. Signal `opened` on click, Enter or Space."""

    opened = Signal()

    def __init__(self, name: str, icon: str, tone: str) -> None:
        super().__init__()
        self._icon, self._tone = icon, tone
        self._number, self._label = Text("", "figure"), Text("", "body", stress="medium", wrap=True)
        self._sign, self._counts = Text(), Text("", "small", "ink2", wrap=True)
        self.setObjectName(name)
        self.setProperty("ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._lay_out()
        theme().changed.connect(self._draw_sign)
        self._draw_sign()

    def set(self, number: int, label: str, counts: str) -> None:
        """Set the number, what it is called, and what it counts."""
        self._number.setText(f"{number:,}".replace(",", " "))
        self._label.setText(label)
        self._counts.setText(counts)
        self.setAccessibleName(f"{label}: {number} {counts}")

    def set_tone(self, tone: str) -> None:
        """Change the tone of the bar."""
        self._tone = tone
        self.update()

    def number(self) -> str:
        """Give the number as shown."""
        return self._number.text()

    def counts(self) -> str:
        """Give what it says it counts."""
        return self._counts.text()

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(96), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent, /) -> None:
        bar = QRectF(0, 0, self.width(), theme().size("grid"))
        tone = "ink" if theme().high_contrast else self._tone
        QPainter(self).fillRect(bar, theme().colour(tone))

    def _lay_out(self) -> None:
        named = row(gap="tight")
        named.addWidget(self._sign)
        named.addWidget(self._label, 1)
        whole = column(self, gap="none", margins="none field none grid")
        whole.addWidget(self._number)
        whole.addLayout(named)
        whole.addWidget(self._counts)
        whole.addStretch(1)

    def _draw_sign(self) -> None:
        self._sign.setPixmap(pixmap(self._icon, "ink2", "icon_small"))
