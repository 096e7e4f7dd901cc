"""A sentence with some of its words in another weight or tone, wrapped, and still plain text."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from hbp_desktop.ui.theme import theme


@dataclass(frozen=True)
class Span:
    """Some words of a sentence; weight 0 and tone "" are those of the sentence."""

    text: str
    weight: int = 0
    tone: str = ""


class Spans(QWidget):
    """Paints spans as one running text of a type step."""

    def __init__(self, step: str = "body", tone: str = "ink") -> None:
        super().__init__()
        self._step, self._tone = step, tone
        self._spans: tuple[Span, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_spans(self, spans: Sequence[Span]) -> None:
        """Set the sentence."""
        self._spans = tuple(spans)
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Give the sentence without weights."""
        return "".join(span.text for span in self._spans)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        return self._laid(width)[1]

    def sizeHint(self) -> QSize:
        width = QFontMetrics(theme().font(self._step, 600)).horizontalAdvance(self.text())
        longest = theme().px(480)
        return QSize(min(width + 2, longest), self._laid(min(width + 2, longest))[1])

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(theme().font(self._step))
        return QSize(metrics.horizontalAdvance("m" * 8), metrics.height())

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setPen(theme().colour(self._tone))
        self._laid(self.width())[0].draw(painter, QPointF(0, 0))

    def _laid(self, width: int) -> tuple[QTextLayout, int]:
        layout = QTextLayout(self.text(), theme().font(self._step))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, round(height + 0.49)

    def _formats(self) -> list[QTextLayout.FormatRange]:
        made, start = [], 0
        for span in self._spans:
            made.append(_range(span, start))
            start += len(span.text.encode("utf-16-le")) // 2
        return made


def emphasised(text: str, weight: int = 600) -> tuple[Span, ...]:
    """Split a translated sentence at its asterisks: "due *1 December*" has its date in `weight`."""
    return tuple(
        Span(part, weight if number % 2 else 0) for number, part in enumerate(text.split("*")) if part
    )


def _range(span: Span, start: int) -> QTextLayout.FormatRange:
    form = QTextCharFormat()
    if span.weight:
        form.setFontWeight(QFont.Weight(span.weight))
    form.setForeground(theme().colour(span.tone) if span.tone else Qt.GlobalColor.transparent)
    if not span.tone:
        form.clearForeground()
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, len(span.text.encode("utf-16-le")) // 2, form
    return made
