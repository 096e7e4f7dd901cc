"""One attachment as a tile: its thumbnail, its name, and where its file lies."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hbp_desktop.ui.attachments import words
from hbp_desktop.ui.attachments.pixels import image_of
from hbp_desktop.ui.icons import paint_icon
from hbp_desktop.ui.layouts import column
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.parts.text import Elided
from hbp_desktop.ui.theme import theme
from hbp_desktop.usecases.attaching import Shown

WIDTH, HEIGHT = 136, 96  # pixels at 100 %


class Thumb(QWidget):
    """Signal `pressed` on click, Enter or Space."""

    pressed = Signal()

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self.setObjectName(f"attachment.{shown.id}")
        self.setProperty("ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{words.name(shown)}, {words.where(shown)}")
        self.setToolTip(self.accessibleName())
        whole = column(self, gap="grid", margins="none none none grid")
        whole.addWidget(_Face(shown))
        whole.addWidget(Elided(words.title(shown), "small"))
        whole.addWidget(Elided(words.where(shown), "small", "ink2"))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(WIDTH), super().sizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.update()


class _Face(QWidget):
    """The thumbnail, cut to the tile's shape; without one a sign."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._image = image_of(shown.thumb) if shown.thumb else QImage()
        found = shown.attachment
        self._page = f"{found.page}/{found.of}" if found.of else ""
        self._sign = "image" if shown.where != "laptop" else "laptop"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(WIDTH), theme().px(HEIGHT))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        paint.box(painter, rect, "sunken", "line", corner=6)
        if self._image.isNull():
            side = theme().size("tile_mark")
            middle = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
            paint_icon(painter, self._sign, middle, "ink2")
        else:
            self._draw_picture(painter, rect)
        if self._page:
            size, gap = paint.key_cap_size(self._page), theme().size("grid")
            x, y = rect.right() - size.width() - gap, rect.bottom() - size.height() - gap
            paint.badge(painter, QRectF(x, y, size.width(), size.height()), self._page)

    def _draw_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Fill the tile, a letter from its top."""
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing, True
        )
        shape = QPainterPath()
        shape.addRoundedRect(rect.adjusted(1, 1, -1, -1), theme().px(6), theme().px(6))
        painter.setClipPath(shape)
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        upright = self._image.height() > self._image.width()
        top = 0 if upright else (rect.height() - size.height()) / 2
        at = QRectF((rect.width() - size.width()) / 2, top, size.width(), size.height())
        painter.drawImage(at, self._image)
        painter.restore()
