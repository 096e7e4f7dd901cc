"""Today at this counter or at all: totals, the newest visits, what can be undone."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from hbp_desktop.domain.exchange import Mark
from hbp_desktop.domain.visit import Visit
from hbp_desktop.ui import matter_words
from hbp_desktop.ui.day_totals import DayTotals
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.kept_words import kept_words
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.cell import Cell
from hbp_desktop.ui.parts.empty import EmptyState
from hbp_desktop.ui.parts.keycap import KeyCap
from hbp_desktop.ui.parts.segments import Choice, Segments
from hbp_desktop.ui.parts.table import Column, RowsModel, Table
from hbp_desktop.ui.parts.text import Elided, line
from hbp_desktop.ui.records import mark_words
from hbp_desktop.ui.records.legend import Legend
from hbp_desktop.ui.records.marks import Marks
from hbp_desktop.ui.tally_bar import TallyBar

ALL, MINE = "all", "mine"


class TodayList(Card):
    """Signals: `opened(Visit)`; `totals_opened(kind)`; `undo_wanted`; `whose_changed`."""

    opened = Signal(object)
    totals_opened = Signal(str)
    undo_wanted = Signal()
    whose_changed = Signal()

    def __init__(self, tally: TallyBar) -> None:
        super().__init__("today", flush=True)
        self._short = False
        self.whose = Segments("today.whose", "head_control")
        self.totals, self.tally = DayTotals(), tally
        self.model = RowsModel(self._columns(), self)
        self.table = Table("today.rows", self.model, "two_lines", headless=True)
        self._empty = EmptyState("inbox", "today.empty")
        self._legend = Legend(("here", "there"))
        self.marks: Marks | None = None
        self._left = Elided("", "small", "ink3")
        self.undo = Button("", "quiet", height="small_control", name="today.undo")
        self._undo_key = KeyCap("Ctrl+Z")
        self._lay_out()
        self._connect()

    def show_rows(self, rows: Sequence[Visit]) -> None:
        """Show visits, newest first; the row chosen stays chosen."""
        if list(rows) != self.model.rows():
            chosen = self.table.row()
            self.model.set_rows(rows)
            if chosen is not None:
                self.choose(chosen.id)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def show_totals(self, clients: int, matters: int, kinds: Mapping[str, int]) -> None:
        """Show the running totals."""
        self.totals.show_totals(clients, matters, kinds)

    def show_left(self, words: str) -> None:
        """Say who left without being served."""
        self._left.set_whole(words)

    def show_undo(self, words: str) -> None:
        """Offer to undo the last act; no words take the offer away."""
        self.undo.setText(words)
        self._legend.setVisible(not words)  # its place is needed
        for widget in (self.undo, self._undo_key):
            widget.setVisible(bool(words))

    def follow(self, desk: Desk) -> None:
        """Show where the records lie."""
        self.marks = Marks(desk, self.table, self.model, lambda visit: str(visit.id))

    def mark_of(self, visit_id: str) -> Mark:
        """Tell where a record lies, as far as is known."""
        return self.marks.of.get(visit_id, "here") if self.marks else "here"

    def choose(self, visit_id: str) -> None:
        """Select a visit's row."""
        for number, row_ in enumerate(self.model.rows()):
            if row_.id == visit_id:
                self.table.choose(number)

    def set_short(self, short: bool) -> None:
        """Shorten words where there is little width."""
        self._short = short
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Today"))
        every = self.tr("All") if self._short else self.tr("All counters")
        self.whose.set_choices([Choice(ALL, every), Choice(MINE, self.tr("Mine"))])
        self.whose.set_value(self.whose.value() or ALL)
        self.table.setAccessibleName(self.tr("Visits recorded today, newest first"))
        self._empty.set_words(self.tr("Nothing recorded yet. What you save appears here, with its number."))
        self._legend.retranslate()
        self.tally.retranslate()
        self.table.viewport().update()

    def _lay_out(self) -> None:
        self.head.addWidget(self.whose)
        totals, foot = QFrame(), row(gap="tight", margins="card field")
        column(totals, gap="none", margins="card none card field").addWidget(self.totals)
        for widget in (totals, line(), self.table, self._empty, line(), self.tally, line()):
            self.body.addWidget(widget)
        self.body.setStretchFactor(self.table, 1)
        self.body.setStretchFactor(self._empty, 1)
        self.body.setSpacing(0)
        self.body.setProperty("gap", "none")
        foot.addWidget(self._legend)
        foot.addWidget(self._left, 1)
        foot.addWidget(self.undo)
        foot.addWidget(self._undo_key)
        self.body.addLayout(foot)
        self.show_undo("")

    def _connect(self) -> None:
        self.whose.picked.connect(lambda _value: self.whose_changed.emit())
        self.table.opened.connect(self.opened)
        self.totals.opened.connect(self.totals_opened)
        self.undo.clicked.connect(self.undo_wanted)

    def _columns(self) -> list[Column]:
        return [
            Column("queue", "", _queue_cell, 58),
            Column("client", "", self._client_cell),
            Column("matters", "", self._matters_cell, 84),
        ]

    def _client_cell(self, visit: Visit) -> Cell:
        name = visit.name or self.tr("No name")
        if visit.anonymous:
            name = kept_words(visit) or self.tr("Without a name")
        return Cell(name, weight=500, second=visit.ref, second_mono=True, tip=name)

    def _matters_cell(self, visit: Visit) -> Cell:
        standing = [matter for matter in visit.matters if not matter.withdrawn]
        kinds = tuple(matter_words.letter(matter.kind) for matter in standing)
        urgent = any(matter.urgent for matter in standing)
        spoken = ", ".join(matter_words.word(matter.kind) for matter in standing)
        counter = f"K{visit.counter}" if visit.counter else ""
        mark = self.mark_of(visit.id)
        sign, tone = mark_words.sign(mark)
        parts = (spoken, self.tr("urgent") if urgent else "", counter, mark_words.word(mark))
        return Cell(
            letters=kinds,
            right=True,
            icon="shield-alert" if urgent else "",
            icon_tone="bad",
            second=counter,
            second_icon=sign,
            second_icon_tone=tone,
            name=" ".join(part for part in parts if part),
        )


def _queue_cell(visit: Visit) -> Cell:
    hour = visit.time.lstrip("0").replace(":", ".")
    return Cell(visit.queue or "–", weight=600, second=hour or " ")
