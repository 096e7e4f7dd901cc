"""How far the day is: a bar from the first to the last minute, the hours written below."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hbp_desktop.domain.dates import clock, minutes
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.theme import theme


class HoursBar(QWidget):
    """`set(start, end, share, language, name)`; times are `HH:MM`."""

    def __init__(self) -> None:
        super().__init__()
        self._start, self._end, self._share, self._language = "", "", 0.0, "ms"
        self.setObjectName("today.hours")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set(self, start: str, end: str, share: float, language: str, name: str) -> None:
        """Show hours and how much of them is over; `name` is what a screen reader says."""
        self._start, self._end, self._share, self._language = start, end, share, language
        self.setAccessibleName(name)
        self.setVisible(bool(start and end))
        self.update()

    def sizeHint(self) -> QSize:
        now = theme()
        return QSize(now.px(200), now.size("progress") + now.size("grid") + now.px(16))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if not (self._start and self._end):
            return
        now, painter = theme(), QPainter(self)
        whole = QRectF(0, 0, self.width(), now.size("progress"))
        paint.box(painter, whole, "bar3", "edge" if now.high_contrast else "", corner=4)
        if self._share > 0:
            done = QRectF(0, 0, max(whole.width() * self._share, whole.height()), whole.height())
            paint.box(painter, done, "bar", corner=4)
        painter.setFont(now.font("small"))
        self._draw_hours(painter, whole.bottom() + now.size("grid"))

    def _draw_hours(self, painter: QPainter, top: float) -> None:
        first, last = minutes(self._start), minutes(self._end)
        high, metrics = theme().px(16), QFontMetrics(painter.font())
        ends = [(first, clock(self._start, self._language)), (last, clock(self._end, self._language))]
        taken = [metrics.horizontalAdvance(word) for _, word in ends]
        for (_, word), side in zip(
            ends, (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight), strict=True
        ):
            paint.words(painter, QRectF(0, top, self.width(), high), word, "ink2", side)
        for hour in range(first // 60 + 1, -(-last // 60)):
            word = f"{hour % 12 or 12}.00"
            x = self.width() * (hour * 60 - first) / max(1, last - first)
            half = metrics.horizontalAdvance(word) / 2
            gap = theme().size("card")
            if x - half > taken[0] + gap and x + half < self.width() - taken[1] - gap:
                rect = QRectF(x - half, top, 2 * half + 1, high)
                paint.words(painter, rect, word, "ink2", Qt.AlignmentFlag.AlignHCenter)
