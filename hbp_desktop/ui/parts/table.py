"""Tables and lists of rows: a model of cells, one delegate that draws them, one view that keys can drive."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from hbp_desktop.ui.parts.cell import Cell, CellDelegate
from hbp_desktop.ui.theme import theme

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Column:
    """One column: key, title, how a row becomes its cell, width in pixels at 100 % (0 takes the rest)."""

    key: str
    title: str
    cell: Callable[[Any], Cell]
    width: int = 0
    right: bool = False


class RowsModel(QAbstractTableModel):
    """Rows of any value. Signal `more_wanted` near the end, when `set_rows(…, more=True)` said so."""

    more_wanted = Signal()

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[Any] = []
        self._more = False

    def set_rows(self, rows: Sequence[Any], more: bool = False) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows, self._more = list(rows), more
        self.endResetModel()

    def add_rows(self, rows: Sequence[Any], more: bool = False) -> None:
        """Put the next page below."""
        self._more = more
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Reword or change the columns."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def row(self, number: int) -> Any:
        """Give the value of a row."""
        return self._rows[number]

    def rows(self) -> list[Any]:
        """Give all rows loaded."""
        return list(self._rows)

    def rowCount(self, parent: _Index = _NOWHERE, /) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE, /) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> Any:
        if not index.isValid():
            return None
        wanted = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        )
        if role == CellDelegate.ROLE or role in wanted:
            cell = self.columns[index.column()].cell(self._rows[index.row()])
            if role == CellDelegate.ROLE:
                return cell
            return cell.tip or None if role == Qt.ItemDataRole.ToolTipRole else cell.spoken()
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole, /
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def canFetchMore(self, parent: _Index, /) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: _Index, /) -> None:
        self._more = False
        self.more_wanted.emit()


class Table(QTableView):
    """Signals `opened(row)` on Enter or double click, `chosen(row)` when another row is in focus."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(
        self, name: str, model: RowsModel, row_height: str = "table_row", headless: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._row_height = row_height
        self._rows_model = model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self._behave(headless)
        model.modelReset.connect(self.fit)
        theme().changed.connect(self.fit)
        self.fit()

    def row(self) -> Any | None:
        """Give the value of the row in focus."""
        index = self.currentIndex()
        return self._rows_model.row(index.row()) if index.isValid() else None

    def choose(self, number: int) -> None:
        """Put the focus row on row `number`."""
        self.setCurrentIndex(self._rows_model.index(number, 0))

    def fit(self) -> None:
        """Give rows and columns their sizes at the scale of now."""
        now = theme()
        self.verticalHeader().setDefaultSectionSize(now.size(self._row_height))
        self.horizontalHeader().setFixedHeight(now.size("table_head"))
        for number, column in enumerate(self._rows_model.columns):
            mode = QHeaderView.ResizeMode.Fixed if column.width else QHeaderView.ResizeMode.Stretch
            self.horizontalHeader().setSectionResizeMode(number, mode)
            if column.width:
                self.setColumnWidth(number, now.px(column.width))

    def set_row_height(self, name: str) -> None:
        """Change the rows' height, a size name: rows of two lines in narrow windows."""
        self._row_height = name
        self.fit()

    def show_columns(self, keys: Sequence[str]) -> None:
        """Show these columns only: columns drop as width goes."""
        for number, column in enumerate(self._rows_model.columns):
            self.setColumnHidden(number, column.key not in keys)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.row())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: _Index, previous: _Index, /) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self._rows_model.row(current.row()))

    def _behave(self, headless: bool) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setVisible(not headless)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSectionsClickable(False)
        self.doubleClicked.connect(lambda _index: self.opened.emit(self.row()))
