"""The sessions of one office: when, how much of each is held, how its report stands; the way into them."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from hbp_desktop.domain.dates import short_date
from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.cell import Cell
from hbp_desktop.ui.parts.empty import EmptyState
from hbp_desktop.ui.parts.table import Column, RowsModel, Table
from hbp_desktop.ui.parts.text import line
from hbp_desktop.ui.sessions.plan_words import title_of, where_of
from hbp_desktop.usecases.state_view import OfficeLine, SessionLine

_LOOKS = {
    "cancelled": "neutral",
    "sent": "ok",
    "made": "ok",
    "late": "bad",
    "due": "warn",
    "coming": "accent",
}


class SessionsCard(Card):
    """Signal `wanted(page, session id)`: records, sessions or report."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("state.sessions", flush=True)
        self._language = "ms"
        self.model = RowsModel(())
        self.table = Table("state.sessions.table", self.model, "two_lines")
        self._none, self._stack = EmptyState("calendar-days", "state.sessions.none"), QStackedWidget()
        self.records = Button("", "primary", "list", "Enter", name="state.records")
        self.session = Button("", icon="calendar-days", name="state.session")
        self.report = Button("", icon="file-text", name="state.report")
        self._lay_out()
        self._connect()

    def show_office(self, one: OfficeLine | None, language: str, today: date) -> None:
        """Show an office's sessions; None before any is chosen."""
        self._language = language
        lines = one.sessions if one else ()
        before = self.table.row()
        self.set_title(one.name if one else self.tr("Sessions"), len(lines) if one else None)
        self.table.setAccessibleName(self.tr("Sessions of the office"))
        self.model.set_columns(self._columns(today))
        self.model.set_rows(lines)
        ids = [line.session.id for line in lines]
        if lines:
            chosen = before.session.id if before else ""
            self.table.choose(ids.index(chosen) if chosen in ids else len(ids) - 1)
        self._stack.setCurrentIndex(0 if lines else 1)
        self._none.set_words(self._why_none(one))
        self._word_buttons(bool(lines))

    def fit(self, narrow: bool) -> None:
        """Leave the counts to the records where there is little room."""
        self.table.show_columns(
            ["name", "report"] if narrow else ["day", "name", "visits", "matters", "report"]
        )

    def _why_none(self, one: OfficeLine | None) -> str:
        if one is None or one.held:
            return self.tr("No session in this year.")
        return self.tr(
            "Nothing of this office has come to the state office. Ask it to enrol, or to exchange once."
        )

    def _word_buttons(self, some: bool) -> None:
        for button, words in (
            (self.records, self.tr("Records")),
            (self.session, self.tr("Session")),
            (self.report, self.tr("Report")),
        ):
            button.setText(words)
            button.setEnabled(some)

    def _columns(self, today: date) -> list[Column]:
        return [
            Column("day", self.tr("Date"), self._day, 72),
            Column("name", self.tr("Session"), lambda one: self._name(one)),
            Column("visits", self.tr("Visits"), lambda one: Cell(str(one.visits), "ink2"), 88),
            Column("matters", self.tr("Matters"), self._matters, 76),
            Column("report", self.tr("Report"), self._report, 126),
        ]

    def _day(self, one: SessionLine) -> Cell:
        day = one.session.first_day
        return Cell(short_date(day, self._language) if day else "–", weight=500)

    def _name(self, one: SessionLine) -> Cell:
        title, where = title_of(one.session), where_of(one.session)
        return Cell(title, weight=500, second=where, tip=f"{title}\n{where}".strip())

    def _matters(self, one: SessionLine) -> Cell:
        if not one.overdue:
            return Cell(str(one.matters), "ink2")
        late = self.tr("%n complaints past their clock", "", one.overdue)
        second = self.tr("%n late", "", one.overdue)
        return Cell(str(one.matters), "bad", second=second, name=f"{one.matters}, {late}", tip=late)

    def _report(self, one: SessionLine) -> Cell:
        words = {
            "cancelled": self.tr("Called off"),
            "sent": self.tr("Sent"),
            "made": self.tr("Final"),
            "late": self.tr("LATE %n days", "", one.late),
            "due": self.tr("Due"),
            "coming": self.tr("Coming"),
        }[one.report]
        if one.report == "sent" and one.late:
            words = self.tr("Sent late")
        return Cell(words, chip="warn" if words == self.tr("Sent late") else _LOOKS[one.report])

    def _go(self, page: str) -> None:
        if chosen := self.table.row():
            self.wanted.emit(page, chosen.session.id)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._none)
        foot = row(gap="field", margins="card row")
        foot.addStretch(1)
        for button in (self.report, self.session, self.records):
            foot.addWidget(button)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(line())
        self.body.addLayout(foot)
        self.body.setSpacing(0)

    def _connect(self) -> None:
        self.table.opened.connect(lambda _row: self._go("records"))
        self.records.clicked.connect(lambda: self._go("records"))
        self.session.clicked.connect(lambda: self._go("sessions"))
        self.report.clicked.connect(lambda: self._go("report"))
