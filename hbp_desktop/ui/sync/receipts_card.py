"""The receipts of the state office, newest first: what proves that it holds what was sent."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import QStackedWidget

from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.cell import Cell, text_width
from hbp_desktop.ui.parts.empty import EmptyState
from hbp_desktop.ui.parts.table import Column, RowsModel, Table
from hbp_desktop.ui.sync import words
from hbp_desktop.usecases.exchange import ReceiptLine

_NAME = 12  # characters of a receipt's name with a long number
_MATTERS = 196


class ReceiptsCard(Card):
    """`show_receipts(lines, language, now)`."""

    def __init__(self) -> None:
        super().__init__("sync.receipts.card", flush=True)
        self._language, self._now, self._narrow = "ms", datetime.min, False
        self.model = RowsModel(self._columns(), self)
        self.table = Table("sync.receipts", self.model, headless=True)
        self._none = EmptyState("file-text", "sync.receipts.none")
        self._stack = QStackedWidget()
        for shown in (self.table, self._none):
            self._stack.addWidget(shown)
        self.body.addWidget(self._stack, 1)

    def show_receipts(self, lines: Sequence[ReceiptLine], language: str, now: datetime) -> None:
        """Show them; the row chosen stays chosen."""
        self._language, self._now = language, now
        chosen = self.table.currentIndex().row()
        self.model.set_columns(self._columns())
        self.model.set_rows(lines)
        if 0 <= chosen < len(lines):
            self.table.choose(chosen)
        self._stack.setCurrentIndex(0 if lines else 1)
        self.set_title(self.tr("Receipts"), len(lines) or None, self.tr("signed by the state office"))
        self.table.setAccessibleName(self.tr("Receipts, newest first"))
        self._none.set_words(self.tr("No receipt yet. The first comes with the first records sent."))

    def fold(self, narrow: bool) -> None:
        """Put the time below the name where width is short."""
        self._narrow = narrow
        self.model.set_columns(self._columns())
        self.table.set_row_height("two_lines" if narrow else "table_row")

    def _columns(self) -> list[Column]:
        if self._narrow:
            return [Column("name", "", self._named), Column("matters", "", self._matters, _MATTERS)]
        return [
            Column("time", "", self._time, 176),
            Column("name", "", lambda one: Cell(one.name, mono=True), text_width("0" * _NAME, mono=True)),
            Column("matters", "", self._matters),
        ]

    def _time(self, one: ReceiptLine) -> Cell:
        icon, tone = ("circle-check", "ok") if one.matched else ("circle-alert", "warn")
        at = words.when(one.at, self._language, self._now)
        return Cell(at, icon=icon, icon_tone=tone, name=f"{at} {self._match(one)}")

    def _named(self, one: ReceiptLine) -> Cell:
        return replace(self._time(one), text=one.name, mono=True, second=self._time(one).text)

    def _matters(self, one: ReceiptLine) -> Cell:
        matters = self.tr("%n matters", "", one.matters)
        entries = self.tr("%n entries", "", one.entries)
        said = words.joined(matters if one.matters else entries, self._match(one))
        tip = self.tr("%1 in %2").replace("%1", matters).replace("%2", entries)
        return Cell(said, "ink2" if one.matched else "warn", right=True, tip=tip)

    def _match(self, one: ReceiptLine) -> str:
        return self.tr("matches") if one.matched else self.tr("does not match")
