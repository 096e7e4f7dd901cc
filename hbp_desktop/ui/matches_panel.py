"""Earlier visits that may be of the person being typed: down goes in, Enter takes, typing on ignores them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout

from hbp_desktop.ui.icons import paint_icon
from hbp_desktop.ui.layouts import column
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.theme import theme

MOST = 3


@dataclass(frozen=True)
class Match:
    """One earlier visit in words; `value` is the page's own."""

    value: object
    name: str
    rest: str
    chip: str = ""
    look: str = "neutral"


class MatchesPanel(QFrame):
    """Signals `taken(value)`; `left` when Esc or Up goes back to the field."""

    taken = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("matches")
        self.setProperty("frame", "banner")
        self._head = _Head()
        self._rows: list[_Row] = []
        self._column: QVBoxLayout = column(self, gap="two", margins="row tight")
        self._column.addWidget(self._head)
        self.hide()

    def show_matches(self, matches: Sequence[Match]) -> None:
        """Show at most three; none takes the panel away."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._made(match) for match in matches[:MOST]]
        self._word()
        self.setVisible(bool(self._rows))

    def matches(self) -> list[Match]:
        """Give what is offered."""
        return [row.match for row in self._rows]

    def enter(self) -> bool:
        """Put the focus on the first; say whether there is one."""
        for row in self._rows[:1]:
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(self._rows)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        here = next((number for number, row in enumerate(self._rows) if row.hasFocus()), -1)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here >= 0:
            self.taken.emit(self._rows[here].match.value)
        elif event.key() == Qt.Key.Key_Down and here >= 0:
            self._rows[min(here + 1, len(self._rows) - 1)].setFocus()
        elif event.key() == Qt.Key.Key_Up and here > 0:
            self._rows[here - 1].setFocus()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._word()

    def _made(self, match: Match) -> "_Row":
        row = _Row(match)
        row.clicked.connect(lambda _=False: self.taken.emit(match.value))
        self._column.addWidget(row)
        return row

    def _word(self) -> None:
        words = self.tr("%n match(es) found", "", len(self._rows))
        self._head.set_words(words, self.tr("choose"), self.tr("use"))
        self.setAccessibleName(words)


class _Head(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self._words = ("", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_words(self, found: str, choose: str, use: str) -> None:
        self._words = (found, choose, use)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().size("search_narrow"), theme().size("chip"))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        now, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        found, choose, use = self._words
        side = now.size("icon_small")
        paint_icon(painter, "history", QRectF(0, (rect.height() - side) / 2, side, side), "accent")
        painter.setFont(now.font("small", 600))
        paint.words(painter, rect.adjusted(side + now.size("field"), 0, 0, 0), found, "accent")
        if now.key_caps:
            painter.setFont(now.font("small"))
            right = self._draw_key(painter, rect, use, "Enter")
            painter.setFont(now.font("small"))
            paint.words(painter, right, f"↓ {choose}", "ink2", Qt.AlignmentFlag.AlignRight)

    def _draw_key(self, painter: QPainter, rect: QRectF, word: str, key: str) -> QRectF:
        now, size = theme(), paint.key_cap_size(key)
        paint.words(painter, rect, word, "ink2", Qt.AlignmentFlag.AlignRight)
        right = rect.right() - painter.fontMetrics().horizontalAdvance(word) - now.size("tight")
        cap = QRectF(right - size.width(), (rect.height() - size.height()) / 2, size.width(), size.height())
        paint.key_cap(painter, cap, key)
        return QRectF(rect.x(), rect.y(), cap.x() - now.size("tight"), rect.height())


class _Row(QAbstractButton):
    def __init__(self, match: Match) -> None:
        super().__init__()
        self.match = match
        self.setObjectName("matches.row")
        self.setAccessibleName(f"{match.name} {match.rest} {match.chip}".strip())
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().size("search_narrow"), theme().size("small_control"))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        now, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        painter.fillRect(QRectF(0, 0, rect.width(), now.px(1)), now.colour("accentline"))
        if self.match.chip:
            size = paint.pill_size(self.match.chip)
            place = QRectF(
                rect.right() - size.width(), (rect.height() - size.height()) / 2, size.width(), size.height()
            )
            paint.pill(painter, place, self.match.chip, self.match.look)
            rect = rect.adjusted(0, 0, -size.width() - now.size("tight"), 0)
        painter.setFont(now.font("small", 600))
        paint.words(painter, rect, self.match.name)
        across = painter.fontMetrics().horizontalAdvance(self.match.name) + now.size("grid")
        painter.setFont(now.font("small"))
        if across < rect.width():
            paint.words(painter, rect.adjusted(across, 0, 0, 0), f"· {self.match.rest}")
