"""The lamp with its words: a sign told apart by shape, the state, what waits; pressed, it opens a page."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hbp_desktop.ui.icons import paint_icon
from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.parts.text import Elided, Text
from hbp_desktop.ui.theme import theme

# state → shape, token; told apart by shape as well as colour
_LAMPS = {
    "saved": ("check", "ok"),  # kept here
    "waiting": ("ring", "accent"),  # for somebody else's answer
    "offline": ("ring", "ink3"),
    "sending": ("disc", "accent"),
    "connected": ("disc", "ok"),
    "look": ("square", "warn"),
    "unsaved": ("square", "bad"),
}


class LampSign(QWidget):
    """The sign beside the lamp's words."""

    def __init__(self, size: str = "lamp") -> None:
        super().__init__()
        self._state, self._size = "offline", size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, state: str) -> None:
        """saved, waiting, offline, sending, connected, look or unsaved."""
        self._state = state
        self.updateGeometry()
        self.update()

    def state(self) -> str:
        """Give the state shown."""
        return self._state

    def sizeHint(self) -> QSize:
        check = self._size if self._size != "lamp" else "icon_small"
        side = theme().size(check if _LAMPS[self._state][0] == "check" else self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        shape, token = _LAMPS[self._state]
        rect = QRectF(self.rect())
        if shape == "check":
            paint_icon(QPainter(self), "check", rect, token)
            return
        corner = 2 if shape == "square" else rect.width() / 2 * 100 / theme().scale
        if shape == "ring":
            paint.box(QPainter(self), rect, "", token, corner=corner, width=2)
        else:
            paint.box(QPainter(self), rect, token, corner=corner)


class Lamp(QWidget):
    """`say(state, first, rest)`. Signal `pressed` on click, Enter or Space, once `set_opens` was used."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status.lamp")
        self._opens = ""
        self._sign = LampSign()
        self._first = Text("", "small", stress="medium")
        self._rest = Elided("", "small", "ink2")
        across = row(self, gap="field", margins="grid none")
        for widget in (self._sign, self._first):
            across.addWidget(widget)
        across.addWidget(self._rest, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def say(self, state: str, first: str, rest: str = "") -> None:
        """Say the state, then what waits, then that it is safe."""
        self._sign.set_state(state)
        self._first.setText(first)
        self._first.set_tone("bad" if state == "unsaved" else "ink")
        self._rest.set_whole(rest)
        self._name()
        self.updateGeometry()

    def words(self) -> str:
        """Give all its words."""
        return f"{self._first.text()} {self._rest.whole()}".strip()

    def state(self) -> str:
        """Give the state of the sign."""
        return self._sign.state()

    def set_opens(self, words: str) -> None:
        """Make it a button; the words say what it opens."""
        self._opens = words
        self.setProperty("ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(words)
        self._name()

    def sizeHint(self) -> QSize:
        """Ask for room for every word."""
        least, words = self.minimumSizeHint(), self._rest.whole()
        across = self._rest.fontMetrics().horizontalAdvance(words) + theme().size("grid") if words else 0
        return QSize(least.width() + across, least.height())

    def minimumSizeHint(self) -> QSize:
        gaps = 2 * theme().size("field") + 2 * theme().size("grid")
        first = self._first.sizeHint()
        return QSize(self._sign.sizeHint().width() + first.width() + gaps, first.height())

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        if self._opens and event.button() == Qt.MouseButton.LeftButton and self._inside(event.position()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if self._opens and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def _inside(self, at: QPointF) -> bool:
        return self.rect().contains(at.toPoint())

    def _name(self) -> None:
        self.setAccessibleName(self.words())
        self.setAccessibleDescription(self._opens)
