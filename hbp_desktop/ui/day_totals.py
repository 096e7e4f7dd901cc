"""The running totals of a client day: people, matters, and matters by kind; each opens its records."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hbp_desktop.ui import matter_words
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.theme import theme


class DayTotals(QWidget):
    """Signal `opened(kind)`; "" for all."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("totals")
        self.clients, self.matters = _Count("totals.clients", True), _Count("totals.matters", True)
        self.kinds = {kind: _Count(f"totals.{kind}", False) for kind in matter_words.LETTERS}
        top, below = row(gap="page"), row(gap="tight")
        for count in (self.clients, self.matters):
            top.addWidget(count)
            count.clicked.connect(lambda _=False: self.opened.emit(""))
        top.addStretch(1)
        for kind, count in self.kinds.items():
            below.addWidget(count)
            count.clicked.connect(lambda _=False, asked=kind: self.opened.emit(asked))
        whole = column(self, gap="label")
        whole.addLayout(top)
        whole.addLayout(below)

    def show_totals(self, clients: int, matters: int, kinds: Mapping[str, int]) -> None:
        """Show the numbers."""
        self.clients.set_count(clients, self.tr("clients"))
        self.matters.set_count(matters, self.tr("matters"))
        for kind, count in self.kinds.items():
            count.set_count(kinds.get(kind, 0), matter_words.word(kind), matter_words.letter(kind))

    def words(self) -> str:
        """Say the two totals in one line."""
        return f"{self.clients.said()} · {self.matters.said()}"


class _Count(QAbstractButton):
    def __init__(self, name: str, big: bool) -> None:
        super().__init__()
        self._number, self._word, self._letter, self._big = 0, "", "", big
        self.setObjectName(name)
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        across = QSizePolicy.Policy.Fixed if big else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def set_count(self, number: int, word: str, letter: str = "") -> None:
        self._number, self._word, self._letter = number, word, letter
        self.setAccessibleName(f"{word}: {number}")
        self.setToolTip(word if letter else "")
        self.updateGeometry()
        self.update()

    def said(self) -> str:
        return f"{self._number} {self._word}"

    def number(self) -> int:
        """Give the number shown."""
        return self._number

    def sizeHint(self) -> QSize:
        now = theme()
        if not self._big:
            return QSize(now.px(44), now.size("chip"))
        across = QFontMetrics(now.font("figure")).horizontalAdvance(str(self._number))
        word = QFontMetrics(now.font("small")).horizontalAdvance(self._word)
        return QSize(across + word + now.size("tight"), now.size("wizard"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        now, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        if self._letter:
            side = now.size("badge")
            paint.badge(painter, QRectF(0, (rect.height() - side) / 2, side, side), self._letter)
            painter.setFont(now.font("body", 600))
            paint.words(painter, rect.adjusted(side + now.size("tight"), 0, 0, 0), str(self._number))
            return
        painter.setFont(now.font("figure"))
        base = now.px(27)
        painter.setPen(now.colour("ink"))
        painter.drawText(0, base, str(self._number))
        x = painter.fontMetrics().horizontalAdvance(str(self._number)) + now.size("grid")
        painter.setFont(now.font("small"))
        painter.setPen(now.colour("ink2"))
        painter.drawText(x, base, self._word)
