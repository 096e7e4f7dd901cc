"""A row of a card that can be pressed: the whole of it opens something."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hbp_desktop.ui.icons import paint_icon
from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.theme import theme


class PressRow(QWidget):
    """Fill `across`; signal `pressed` on click, Enter or Space. A hairline below where `lined`."""

    pressed = Signal()

    def __init__(self, name: str, height: str = "table_row", lined: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self._height, self._lined = height, lined
        self.across: QHBoxLayout = row(self, gap="row")
        self.setProperty("ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_lined(self, lined: bool) -> None:
        """Draw the hairline below, or not: the last row has none."""
        self._lined = lined
        self.update()

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, theme().size(self._height)))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(0, theme().size(self._height)))

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._inside(event.position()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self._lined:
            paint.line_below(QPainter(self), QRectF(self.rect()))

    def _inside(self, at: QPointF) -> bool:
        return self.rect().contains(at.toPoint())


class Badge(QWidget):
    """A letter or number in a small box; its words stand beside it."""

    def __init__(self, text: str = "", on: bool = False) -> None:
        super().__init__()
        self._text, self._on = text, on
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, text: str) -> None:
        """Change what stands in it."""
        self._text = text
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().size("badge")
        wide = paint.key_cap_size(self._text).width() if len(self._text) > 1 else side
        return QSize(max(wide, side), side)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        paint.badge(QPainter(self), QRectF(self.rect()), self._text, self._on)


class ToneMark(QWidget):
    """A sign on a soft square, bad or warn; the words beside it say what it means."""

    def __init__(self, icon: str = "info", tone: str = "warn") -> None:
        super().__init__()
        self._icon, self._tone = icon, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, icon: str, tone: str) -> None:
        """Change the sign and its tone."""
        self._icon, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().size("tile_mark")
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter, rect, side = QPainter(self), QRectF(self.rect()), theme().size("icon")
        soft, line, tone = paint.CHIPS[self._tone][0], "", self._tone
        paint.box(painter, rect, soft, "edge" if theme().high_contrast else line, corner=6)
        inset = (rect.width() - side) / 2
        paint_icon(painter, self._icon, QRectF(inset, inset, side, side), tone)
