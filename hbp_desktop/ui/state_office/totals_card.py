"""The state in six numbers, and as of when they are told."""

from datetime import date

from hbp_desktop.domain.dates import plain_date
from hbp_desktop.ui.layouts import grid, row
from hbp_desktop.ui.parts.button import IconButton
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.figure import BigFigure
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.time_words import moment
from hbp_desktop.usecases.state_view import StateView

_NAMES = ("offices", "sessions", "reports", "late", "overdue", "missing")


class TotalsCard(Card):
    """`earlier` and `later` turn the year."""

    def __init__(self) -> None:
        super().__init__("state.totals")
        self.earlier = IconButton("chevron-left", "state.earlier")
        self.later = IconButton("chevron-right", "state.later")
        self._names = Chip("", "neutral", "eye-off", "state.names")
        self.figures = {name: BigFigure(f"state.{name}", opens=False) for name in _NAMES}
        self._told = Text("", "small", "ink2", wrap=True)
        self._grid = grid(gap="cards")
        self._lay_out()
        self.fit(len(_NAMES))

    def show_state(self, shown: StateView, language: str, today: date) -> None:
        """Show one year."""
        held = shown.held
        sessions = sum(len(one.sessions) for one in held)
        self.set_title(f"{shown.state} · {shown.year}")
        whole = len(held) + len(shown.missing)
        offices = self.tr("of %1 of the state").replace("%1", str(whole))
        self._set("offices", self.tr("Offices held"), len(held), offices)
        self._set("sessions", self.tr("Sessions"), sessions, self.tr("planned or held"))
        self._set("reports", self.tr("Reports"), sum(one.reports for one in held), self.tr("final or sent"))
        self._set("late", self.tr("Late reports"), sum(one.late for one in held), self.tr("after 7 days"))
        overdue = sum(one.overdue for one in held)
        self._set("overdue", self.tr("Complaints"), overdue, self.tr("past their clock"))
        self._set("missing", self.tr("Missing offices"), len(shown.missing), self.tr("nothing held of them"))
        self._say_as_of(shown, language, today)

    def fit(self, across: int) -> None:
        """Put so many numbers side by side."""
        for place, figure in enumerate(self.figures.values()):
            self._grid.addWidget(figure, place // across, place % across)

    def _say_as_of(self, shown: StateView, language: str, today: date) -> None:
        when = moment(shown.taken, language, today) if shown.taken else self.tr("never")
        told = self.tr(
            "As last taken from the state office: %1. What an office did since, or has not sent, "
            "is not in it."
        )
        self._told.setText(told.replace("%1", when))
        until = _day(shown.names_until)
        named = until is not None and until >= today
        words = self.tr("Names until %1") if named else self.tr("Names are masked")
        said = words.replace("%1", plain_date(until, language) if until else "")
        self._names.set(said, "warn" if named else "neutral", "eye" if named else "eye-off")
        self._names.show()
        self.earlier.set_label(self.tr("Year before"))
        self.later.set_label(self.tr("Year after"))

    def _set(self, name: str, label: str, number: int, counts: str) -> None:
        self.figures[name].set(label, str(number), counts)

    def _lay_out(self) -> None:
        for widget in (self._names, self.earlier, self.later):
            self.head.addWidget(widget)
        whole = row(gap="cards")
        whole.addLayout(self._grid, 1)
        self.body.addLayout(whole)
        self.body.addWidget(self._told)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
