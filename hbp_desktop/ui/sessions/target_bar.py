"""How many sessions of the year's target are planned: one part a session, dashed where there is none."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.theme import theme


class TargetBar(QWidget):
    """For eyes only: the words and the number stand above it."""

    def __init__(self) -> None:
        super().__init__()
        self._count, self._target = 0, 4
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set(self, count: int, target: int) -> None:
        """Show so many of the target."""
        self._count, self._target = count, max(1, target)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().size("progress"))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        now, painter = theme(), QPainter(self)
        gap = now.size("grid")
        width = (self.width() - gap * (self._target - 1)) / self._target
        for number in range(self._target):
            part = QRectF(number * (width + gap), 0, width, self.height())
            if number < self._count:
                paint.box(painter, part, "bar2", corner=4)
            else:
                self._draw_open(painter, part)

    def _draw_open(self, painter: QPainter, part: QRectF) -> None:
        now = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(now.colour("edge"), now.px(1), Qt.PenStyle.DashLine))
        painter.drawRoundedRect(part.adjusted(0.5, 0.5, -0.5, -0.5), now.px(4), now.px(4))
