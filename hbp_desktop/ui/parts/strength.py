"""How good a password looks: five bars and a sentence."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hbp_desktop.ui.layouts import column
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.parts.spans import Span, Spans
from hbp_desktop.ui.theme import theme

_BARS = 5
_TONES = ("bad", "bad", "warn", "ok", "ok")


class StrengthBar(QWidget):
    """`show_score(score 0 to 4, sentence)`; no sentence is nothing typed yet."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._bars, self._words = _Bars(), Spans("small", "ink2")
        whole = column(self, gap="tight")
        whole.addWidget(self._bars)
        whole.addWidget(self._words)

    def show_score(self, score: int, sentence: str) -> None:
        """Show it; the words before the colon take the colour."""
        tone = _TONES[score] if sentence else ""
        head, colon, rest = sentence.partition(":")
        self._bars.set(score + 1 if sentence else 0, tone)
        self._words.set_spans((Span(head + colon, 600, tone), Span(rest)))
        self.setAccessibleName(sentence)


class _Bars(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._filled, self._tone = 0, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set(self, filled: int, tone: str) -> None:
        self._filled, self._tone = filled, tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().size("search_narrow"), theme().size("tight"))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter, gap = QPainter(self), theme().size("grid")
        across = (self.width() - gap * (_BARS - 1)) / _BARS
        for number in range(_BARS):
            fill = self._tone if number < self._filled else "bar3"
            edge = "edge" if theme().high_contrast else ""
            paint.box(
                painter, QRectF(number * (across + gap), 0, across, self.height()), fill, edge, corner=3
            )
