"""What a table cell can show, and its drawing: words, a second line, a chip, letter badges, a sign."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hbp_desktop.ui.icons import paint_icon
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.theme import theme


@dataclass(frozen=True)
class Cell:
    """One cell. `chip` is a look (then `text` stands in a pill); `icon` needs `name`, its spoken word."""

    text: str = ""
    tone: str = "ink"
    weight: int = 0
    mono: bool = False
    right: bool = False
    chip: str = ""
    letters: tuple[str, ...] = ()
    icon: str = ""
    icon_tone: str = "ink2"
    second: str = ""
    second_mono: bool = False
    second_icon: str = ""
    second_icon_tone: str = "ok"
    name: str = ""
    tip: str = ""

    def spoken(self) -> str:
        """Give what a screen reader says."""
        return self.name or " ".join(part for part in (self.text, *self.letters, self.second) if part)


class CellDelegate(QStyledItemDelegate):
    """Draws `Cell` values found under ROLE."""

    ROLE: ClassVar[int] = int(Qt.ItemDataRole.UserRole) + 1

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /) -> QSize:
        return QSize(theme().px(40), theme().size("table_row"))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /
    ) -> None:
        rect = QRectF(option.rect)
        state = option.state
        painter.save()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self._draw_ground(painter, rect, selected, index.column() == self._first_column())
        cell = index.data(self.ROLE)
        if isinstance(cell, Cell):
            now = theme()
            self._draw_cell(painter, rect.adjusted(now.size("field"), 0, -now.size("field"), 0), cell)
        painter.restore()

    def _first_column(self) -> int:
        header = getattr(self._view, "horizontalHeader", None)
        return int(header().logicalIndexAt(0)) if header else 0

    def _draw_ground(self, painter: QPainter, rect: QRectF, selected: bool, first: bool) -> None:
        now = theme()
        if selected:
            painter.fillRect(rect, now.colour("sel"))
        paint.line_below(painter, rect)
        if selected and first and (self._view.hasFocus() or now.high_contrast):
            painter.fillRect(
                QRectF(rect.left(), rect.top(), now.size("label"), rect.height()), now.colour("accent")
            )
        if selected and now.high_contrast:
            painter.fillRect(
                QRectF(rect.left(), rect.top(), rect.width(), now.size("two")), now.colour("accent")
            )
            painter.fillRect(
                QRectF(rect.left(), rect.bottom() - now.size("two"), rect.width(), now.size("two")),
                now.colour("accent"),
            )

    def _draw_cell(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        if not (cell.second or cell.second_icon):
            self._draw_first(painter, rect, cell)
            return
        middle = rect.center().y()
        gap, high = theme().px(1), theme().px(18)
        self._draw_first(painter, QRectF(rect.x(), middle - high - gap, rect.width(), high), cell)
        self._draw_second(painter, QRectF(rect.x(), middle + gap, rect.width(), high), cell)

    def _draw_first(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        if cell.letters:
            rect = self._draw_letters(painter, rect, cell)
        if cell.icon:
            rect = self._draw_icon(painter, rect, cell.icon, cell.icon_tone, cell.right or bool(cell.letters))
        if cell.chip and cell.text:
            size = paint.pill_size(cell.text)
            width = min(float(size.width()), rect.width())
            x = rect.right() - width if cell.right else rect.x()
            paint.pill(
                painter,
                QRectF(x, rect.center().y() - size.height() / 2, width, size.height()),
                cell.text,
                cell.chip,
            )
        elif cell.text:
            painter.setFont(theme().font("body", cell.weight, cell.mono))
            align = Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft
            paint.words(painter, rect, cell.text, cell.tone, align)

    def _draw_second(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        if cell.second_icon:
            rect = self._draw_icon(painter, rect, cell.second_icon, cell.second_icon_tone, cell.right)
        painter.setFont(theme().font("small", 0, cell.second_mono))
        align = Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft
        paint.words(painter, rect, cell.second, "ink3", align)

    def _draw_letters(self, painter: QPainter, rect: QRectF, cell: Cell) -> QRectF:
        now = theme()
        side, gap = now.size("badge"), now.size("grid")
        room = max(1, int((rect.width() + gap) // (side + gap)))
        across = min(len(cell.letters), room) * (side + gap) - gap
        x = rect.right() - across if cell.right else rect.x()
        for number, letter in enumerate(_shown(cell.letters, room)):
            place = QRectF(x + number * (side + gap), rect.center().y() - side / 2, side, side)
            paint.badge(painter, place, letter)
        return rect.adjusted(0, 0, -across - gap, 0) if cell.right else rect.adjusted(across + gap, 0, 0, 0)

    def _draw_icon(self, painter: QPainter, rect: QRectF, icon: str, tone: str, right: bool) -> QRectF:
        now = theme()
        side, gap = now.size("icon_small"), now.size("tight")
        x = rect.right() - side if right else rect.x()
        paint_icon(painter, icon, QRectF(x, rect.center().y() - side / 2, side, side), tone)
        return rect.adjusted(0, 0, -side - gap, 0) if right else rect.adjusted(side + gap, 0, 0, 0)


def text_width(text: str, weight: int = 0, mono: bool = False) -> int:
    """Measure body text, in pixels at 100 %, for a column's width."""
    return theme().logical(QFontMetrics(theme().font("body", weight, mono)).horizontalAdvance(text)) + 18


def _shown(letters: tuple[str, ...], room: int) -> tuple[str, ...]:
    return letters if len(letters) <= room else (*letters[: room - 1], "+")
