"""Fills the year's list and calendar from what is recorded, kept and typed."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from hbp_desktop.domain.guideline import Yardsticks
from hbp_desktop.domain.session import Session, SessionDraft
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.sessions import plan_words
from hbp_desktop.ui.sessions.plan_work import PlanWork, kept_new
from hbp_desktop.ui.sessions.year_plan import YearPlan
from hbp_desktop.usecases import planning

_MOST_YEARS = 4


class YearShowing(QObject):
    """Signal `wanted` when another year or other months are to be shown."""

    wanted = Signal()

    def __init__(self, desk: Desk, card: YearPlan) -> None:
        super().__init__(card)
        self.desk, self._card = desk, card
        self.year = desk.now().year
        self._months = (self.year, desk.now().month)
        card.year_picked.connect(self._pick)
        card.months_turned.connect(self._turn)

    def turn_to(self, day: date | None) -> None:
        """Go to the year and month of a day, or to those of today."""
        shown = day or self.desk.office.today
        self.year = day.year if day else self.year
        self._months = (shown.year, shown.month)

    def show(self, work: PlanWork) -> None:
        """Show the year with the plan in work."""
        office, language, today = self.desk.office, self.desk.language, self.desk.office.today
        everyone, drafts = planning.sessions(office), [one.draft for one in kept_new(office)]
        years = sorted({today.year, today.year + 1, self.year, *(_year_of(one) for one in everyone)} - {0})
        mine = [one for one in everyone if _year_of(one) == self.year]
        lines = [plan_words.line_of(one, today) for one in mine]
        lines += [plan_words.draft_line(one) for one in drafts if (one.the_year or self.year) == self.year]
        lines.sort(key=lambda one: (one.first_day or date.max, one.title))
        held = sum(not one.cancelled for one in mine)
        self._card.show_year(self.year, years[-_MOST_YEARS:], held, Yardsticks().sessions_a_year)
        self._card.show_lines(lines, work.draft.id, language)
        self._show_months(everyone, drafts, work)

    def _show_months(self, everyone: list[Session], drafts: list[SessionDraft], work: PlanWork) -> None:
        office, language = self.desk.office, self.desk.language
        typed = [one for one in drafts if one.id != work.draft.id]
        typed += [work.draft] if work.changed or not work.planned else []
        marks = plan_words.marks_of(
            self._months, office.code[:3], planning.calendar(office), everyone, typed, language
        )
        self._card.show_months(self._months, marks, language)

    def _pick(self, year: int) -> None:
        self.year, self._months = year, (year, 1)
        self.wanted.emit()

    def _turn(self) -> None:
        self._months = self._card.first_month()
        self.wanted.emit()


def _year_of(session: Session) -> int:
    first = session.first_day
    return session.year or (first.year if first else 0)
