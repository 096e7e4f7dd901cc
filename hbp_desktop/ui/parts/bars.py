"""Bars drawn by hand: each can be reached by keyboard, has a name, and opens its records."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from hbp_desktop.ui.layouts import grid, row
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.theme import theme


@dataclass(frozen=True)
class Bar:
    """One bar: its word, its number, its name for a screen reader, a letter badge, whether it still runs."""

    key: str
    word: str
    number: int
    name: str
    letter: str = ""
    running: bool = False


class BarRows(QWidget):
    """Bars lying down, in one or two columns. Signal `opened(key)`."""

    opened = Signal(str)

    def __init__(self, name: str, columns: int = 1) -> None:
        super().__init__()
        self.setObjectName(name)
        self._columns = columns
        self._bars: list[_BarButton] = []
        self._grid: QGridLayout = grid(self, gap="tight")
        self._grid.setHorizontalSpacing(self._grid.spacing() * 6)

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Set the bars; the longest fills its column."""
        _fit(self._bars, len(bars), lambda: _Row(self))
        rows = -(-len(bars) // self._columns)
        most = max((bar.number for bar in bars), default=0)
        widest = max(
            (QFontMetrics(theme().font("body")).horizontalAdvance(bar.word) for bar in bars), default=0
        )
        for number, (button, bar) in enumerate(zip(self._bars, bars, strict=True)):
            button.show_bar(bar, most, widest)
            self._grid.addWidget(button, number % max(1, rows), number // max(1, rows))


class BarColumns(QWidget):
    """Bars standing up side by side. Signal `opened(key)`."""

    opened = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._bars: list[_BarButton] = []
        self._row = row(self, gap="row")

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Set the bars; the highest fills the height."""
        _fit(self._bars, len(bars), lambda: _Column(self))
        most = max((bar.number for bar in bars), default=0)
        for button, bar in zip(self._bars, bars, strict=True):
            button.show_bar(bar, most, 0)
            self._row.addWidget(button)


class _BarButton(QAbstractButton):
    def __init__(self, chart: BarRows | BarColumns) -> None:
        super().__init__()
        self._bar = Bar("", "", 0, "")
        self._most, self._widest = 0, 0
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: chart.opened.emit(self._bar.key))

    def show_bar(self, bar: Bar, most: int, widest: int) -> None:
        self._bar, self._most, self._widest = bar, most, widest
        self.setAccessibleName(bar.name)
        self.setToolTip(bar.name)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: object, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
            self.click()
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]

    def _share(self) -> float:
        return self._bar.number / self._most if self._most else 0.0

    def _tone(self) -> str:
        return "bar2" if self._bar.running else "bar"


class _Row(_BarButton):
    def __init__(self, chart: BarRows) -> None:
        super().__init__(chart)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        now = theme()
        return QSize(self._left() + now.px(80) + now.px(36), now.px(20))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        now, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        side = now.size("badge")
        if self._bar.letter:
            paint.badge(painter, QRectF(0, (rect.height() - side) / 2, side, side), self._bar.letter)
        painter.setFont(now.font("body"))
        start = side + now.size("field") if self._bar.letter else 0
        paint.words(painter, rect.adjusted(start, 0, 0, 0), self._bar.word)
        painter.setFont(now.font("body", 600))
        paint.words(painter, rect, str(self._bar.number), "ink", Qt.AlignmentFlag.AlignRight)
        self._draw_bar(painter, rect)

    def _draw_bar(self, painter: QPainter, rect: QRectF) -> None:
        now, left = theme(), self._left()
        room = rect.width() - left - now.px(36)
        high = now.size("bar")
        if self._bar.number and room > 0:
            length = max(room * self._share(), float(high))
            paint.box(painter, QRectF(left, (rect.height() - high) / 2, length, high), self._tone(), corner=3)

    def _left(self) -> int:
        now = theme()
        return (
            self._widest
            + now.size("row")
            + (now.size("badge") + now.size("field") if self._bar.letter else 0)
        )


class _Column(_BarButton):
    def __init__(self, chart: BarColumns) -> None:
        super().__init__(chart)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(48), theme().size("arrivals"))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(24), theme().px(52))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        now, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        low, top = now.px(20), now.px(20)
        room = rect.height() - low - top
        painter.setFont(now.font("small"))
        centre = Qt.AlignmentFlag.AlignHCenter
        paint.words(
            painter, QRectF(0, rect.height() - low, rect.width(), low), self._bar.word, "ink2", centre
        )
        high = room * self._share()
        base = rect.height() - low
        if not self._bar.number:
            painter.fillRect(QRectF(0, base - now.px(1), rect.width(), now.px(1)), now.colour("bar3"))
            return
        paint.box(painter, QRectF(0, base - high, rect.width(), high), self._tone(), corner=3)
        painter.setFont(now.font("small", 600))
        paint.words(
            painter, QRectF(0, base - high - top, rect.width(), top), str(self._bar.number), "ink", centre
        )


def _fit(buttons: list[_BarButton], wanted: int, make: object) -> None:
    while len(buttons) < wanted:
        buttons.append(make())  # type: ignore[operator]
    while len(buttons) > wanted:
        spare = buttons.pop()
        spare.hide()
        spare.deleteLater()
