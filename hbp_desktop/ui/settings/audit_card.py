"""The audit trail: what was done between two days, by kind, and a file of it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from hbp_desktop.domain.audit import GROUPS
from hbp_desktop.domain.dates import clock, short_date
from hbp_desktop.ui.desk import Shape
from hbp_desktop.ui.layouts import Flow
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.cell import Cell
from hbp_desktop.ui.parts.chip import ToggleChip
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.table import Column, RowsModel, Table
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.sessions.spoken_edit import DateField
from hbp_desktop.ui.theme import theme
from hbp_desktop.usecases.audit import AuditLine, detail_of, words_of

_CHIPS = {
    "unlock": QT_TRANSLATE_NOOP("AuditCard", "Opened"),
    "reveal": QT_TRANSLATE_NOOP("AuditCard", "Looked at"),
    "export": QT_TRANSLATE_NOOP("AuditCard", "Taken out"),
    "print": QT_TRANSLATE_NOOP("AuditCard", "Printed"),
    "sign": QT_TRANSLATE_NOOP("AuditCard", "Signed"),
    "people": QT_TRANSLATE_NOOP("AuditCard", "Officers and keys"),
    "device": QT_TRANSLATE_NOOP("AuditCard", "Laptops"),
    "setting": QT_TRANSLATE_NOOP("AuditCard", "Settings"),
    "copy": QT_TRANSLATE_NOOP("AuditCard", "Backups"),
    "other": QT_TRANSLATE_NOOP("AuditCard", "Other"),
}
_ROWS_SHOWN = 9


class AuditCard(Card):
    """Signals `range_given(first, last)` as typed, `export_wanted`."""

    range_given = Signal(str, str)
    export_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("proof.audit")
        self.first, self.last = DateField("proof.audit.from"), DateField("proof.audit.to")
        self._first_field, self._last_field = Field(self.first), Field(self.last)
        self.show_days = Button("", icon="search", name="proof.audit.show")
        self.export = Button("", icon="download", name="proof.audit.export")
        self.chips = {group: ToggleChip("", f"proof.audit.{group}") for group in GROUPS}
        self._none, self._about = Text("", "body", "ink2", wrap=True), Text("", "small", "ink3", wrap=True)
        self.model = RowsModel([])
        self.table = Table("proof.audit.table", self.model, "two_lines")
        self._lines: Sequence[AuditLine] = ()
        self._language = "ms"
        self._lay_out()
        self._connect()

    def set_days(self, first: date, last: date) -> None:
        """Set the range without asking for it."""
        self.first.set_value(first.isoformat())
        self.last.set_value(last.isoformat())

    def show_lines(self, lines: Sequence[AuditLine], language: str) -> None:
        """Show what was done; the chips choose among it."""
        self._lines, self._language = lines, language
        present = {one.told.group for one in lines}
        for group, chip in self.chips.items():
            chip.setVisible(group in present)
        self._filter()

    def say(self, place: str, sentence: str) -> None:
        """Say what is wrong with a day; place is from, to, or "" to clear both."""
        self._first_field.say("bad" if place == "from" else "", sentence if place == "from" else "")
        self._last_field.say("bad" if place == "to" else "", sentence if place == "to" else "")

    def fit(self, shape: Shape) -> None:
        """Drop columns as the width goes."""
        wide = ["time", "what", "about", "officer", "laptop"]
        narrow = ["time", "what", "officer"]
        self.table.show_columns(wide if shape.at_least("normal") else narrow)

    def set_words(self, language: str) -> None:
        """Set the words that never change but with the language."""
        self._language = language
        for field, words in ((self._first_field, self.tr("&From")), (self._last_field, self.tr("&To"))):
            field.set_words(words)
        for day in (self.first, self.last):
            day.set_language(language)
        self.show_days.setText(self.tr("Show"))
        self.export.setText(self.tr("Take out…"))
        for group, chip in self.chips.items():
            chip.setText(QCoreApplication.translate("AuditCard", str(_CHIPS[group])))
        self.table.setAccessibleName(self.tr("Audit trail"))
        self._none.setText(self.tr("Nothing of this kind was done in these days."))
        self._about.setText(
            self.tr(
                "Both days are included, by the clocks of the laptops; a doubtful clock is marked. No "
                "client's data stands here: numbers, officers and laptops only. Taking it out is entered as "
                "well."
            )
        )
        self.model.set_columns(self._columns())
        self._filter()

    def _filter(self) -> None:
        wanted = {group for group, chip in self.chips.items() if chip.isChecked() and not chip.isHidden()}
        shown = [one for one in reversed(self._lines) if not wanted or one.told.group in wanted]
        self.model.set_rows(shown)
        self.set_title(self.tr("Audit trail"), len(shown))
        self._none.setVisible(not shown)
        self.table.setVisible(bool(shown))
        self._hold_height(len(shown))

    def _hold_height(self, rows: int) -> None:
        now = theme()
        high = now.size("table_head") + min(max(rows, 1), _ROWS_SHOWN) * now.size("two_lines")
        self.table.setFixedHeight(high + now.px(4))

    def _rescale(self) -> None:
        self._hold_height(self.model.rowCount())

    def _columns(self) -> list[Column]:
        tr = self.tr
        return [
            Column("time", tr("When"), self._time, 138),
            Column("what", tr("What"), self._what),
            Column("about", tr("About"), lambda one: Cell(one.about[:40] or "–", "ink2", tip=one.about), 168),
            Column("officer", tr("Officer"), lambda one: Cell(one.officer or one.officer_id[:8]), 168),
            Column("laptop", tr("Laptop"), lambda one: Cell(one.device, "ink2"), 120),
        ]

    def _time(self, one: AuditLine) -> Cell:
        day = f"{short_date(one.at.date(), self._language)} {one.at.year}"
        doubt = self.tr("clock in doubt") if one.doubt else ""
        time = clock(f"{one.at:%H:%M}", self._language)
        return Cell(day, second=f"{time} · {doubt}" if doubt else time, tip=doubt)

    def _what(self, one: AuditLine) -> Cell:
        words = words_of(one.told, self._language)
        more = [detail_of(one.told, self._language), "" if one.counted else self.tr("does not count")]
        return Cell(words, second=" · ".join(part for part in more if part), tip=one.told.what)

    def _lay_out(self) -> None:
        for field in (self._first_field, self._last_field):
            field.setFixedWidth(theme().px(190))
        days = _flowing(self._first_field, self._last_field)
        acts = _flowing(self.show_days, self.export)
        self.add(days, acts, _flowing(*self.chips.values()), self._none, self.table, self._about)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def _connect(self) -> None:
        for chip in self.chips.values():
            chip.toggled.connect(lambda _on: self._filter())
        self.show_days.clicked.connect(self._give)
        for day in (self.first, self.last):
            day.returnPressed.connect(self._give)
        self.export.clicked.connect(lambda: self.export_wanted.emit())
        theme().changed.connect(self._rescale)

    def _give(self) -> None:
        self.range_given.emit(self.first.value(), self.last.value())


def _flowing(*widgets: QWidget) -> QWidget:
    """Put widgets side by side, going on in the next line."""
    holder = QWidget()
    flow = Flow(holder, gap="field")
    for widget in widgets:
        flow.addWidget(widget)
    return holder
