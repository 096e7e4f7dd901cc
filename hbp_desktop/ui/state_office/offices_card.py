"""The offices of a state: sessions by quarter, reports, what is late, how new their newest entry here is."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from hbp_desktop.ui.desk import Shape
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.cell import Cell, text_width
from hbp_desktop.ui.parts.table import Column, RowsModel, Table
from hbp_desktop.ui.time_words import moment
from hbp_desktop.usecases.state_view import QUARTERS, OfficeLine

_QUARTERS = "0 0 0 0"


class OfficesCard(Card):
    """Signals `chosen(OfficeLine)`, `opened(OfficeLine)`."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__("state.offices", flush=True)
        self._language, self._today, self._year = "ms", date.min, 0
        self.model = RowsModel(())
        self.table = Table("state.offices.table", self.model)
        self.body.addWidget(self.table, 1)
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)

    def show_offices(self, lines: Sequence[OfficeLine], language: str, today: date, year: int) -> None:
        """Show the offices; the one chosen stays chosen."""
        self._language, self._today, self._year = language, today, year
        before = self.table.row()
        self.set_title(self.tr("Offices"), len(lines), self.tr("a session in each quarter"))
        self.table.setAccessibleName(self.tr("Offices of the state"))
        self.table.blockSignals(True)
        self.model.set_columns(self._columns())
        self.model.set_rows(lines)
        codes = [one.code for one in lines]
        first = next((number for number, one in enumerate(lines) if one.sessions), 0)
        if lines:
            self.table.choose(codes.index(before.code) if before and before.code in codes else first)
        self.table.blockSignals(False)

    def reflow(self, shape: Shape) -> None:
        """Drop columns as width goes."""
        every = ["name", "quarters", "reports", "late", "overdue", "newest"]
        dropped = {"wide": (), "normal": (), "narrow": ("newest",)}.get(shape.width, ("newest", "reports"))
        self.table.show_columns([key for key in every if key not in dropped])

    def _columns(self) -> list[Column]:
        return [
            Column("name", self.tr("Office"), self._name),
            Column("quarters", self.tr("Q 1–4"), self._quarters, text_width(_QUARTERS, mono=True) + 12),
            Column("reports", self.tr("Reports"), self._reports, 74),
            Column("late", self.tr("Late"), lambda one: _count(one, one.late, "bad"), 56),
            Column("overdue", self.tr("Compl."), lambda one: _count(one, one.overdue, "bad"), 66),
            Column("newest", self.tr("Newest here"), self._newest, 132),
        ]

    def _name(self, one: OfficeLine) -> Cell:
        tone = "ink" if one.held else "ink3"
        return Cell(one.name, tone, weight=500 if one.held else 0, tip=f"{one.name} ({one.code})")

    def _quarters(self, one: OfficeLine) -> Cell:
        """Give the sessions of each quarter; one that is over without any is worth a warning."""
        if not one.held:
            return Cell("–", "ink3")
        over = self._quarters_over()
        lacking = any(count == 0 for count in one.quarters[:over])
        said = ", ".join(
            self.tr("quarter %1: %2").replace("%1", str(n)).replace("%2", str(count))
            for n, count in enumerate(one.quarters, 1)
        )
        text = " ".join(map(str, one.quarters))
        return Cell(text, "warn" if lacking else "ink", 600 if lacking else 0, mono=True, name=said, tip=said)

    def _quarters_over(self) -> int:
        if self._year != self._today.year:
            return QUARTERS if self._year < self._today.year else 0
        return (self._today.month - 1) // 3

    def _reports(self, one: OfficeLine) -> Cell:
        if not one.held:
            return Cell("–", "ink3")
        standing = sum(not line.session.cancelled for line in one.sessions)
        words = self.tr("%1 of %2").replace("%1", str(one.reports)).replace("%2", str(standing))
        return Cell(f"{one.reports}/{standing}", name=words, tip=words)

    def _newest(self, one: OfficeLine) -> Cell:
        """Say how new the newest entry of an office is in this copy; the office may have newer ones."""
        if not one.held:
            return Cell(self.tr("nothing here"), "ink3")
        return Cell(moment(one.newest, self._language, self._today) if one.newest else "–", "ink2")


def _count(one: OfficeLine, count: int, tone: str) -> Cell:
    if not one.held:
        return Cell("–", "ink3")
    return Cell(str(count), tone if count else "ink3", 600 if count else 0)
