"""Circular JKM 3/2021 as data and small rules: what it suggests about a plan, each with its clause.

Nothing here blocks. A *warning* asks for a reason, which is kept; a *hint* only says.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType

from hbp_desktop.domain import workdays
from hbp_desktop.domain.day import Day
from hbp_desktop.domain.errors import Level, Problem
from hbp_desktop.domain.fields import unsettled
from hbp_desktop.domain.session import Session, SessionDraft, report_due
from hbp_desktop.domain.workdays import Overrides

__all__ = ["CLAUSES", "Yardsticks", "YearSoFar", "hints", "late_days", "report_due"]

Values = dict[str, str | int]

# Each has a short title in resources/texts under `clause_F.2` and so on, for pages and the report.
CLAUSES = (
    "C.4",
    "D.1",
    "D.2",
    "D.3",
    "D.4",
    "F.1.1",
    "F.1.2",
    "F.1.3.1",
    "F.1.3.2",
    "F.2",
    "F.3",
    "F.4.1",
    "F.4.2",
    "F.4.3",
    "F.4.4",
)


@dataclass(frozen=True)
class Yardsticks:
    """The circular's numbers; the plan period ended in 2025, so an office may set its own."""

    start: str = "09:00"
    end: str = "12:00"
    online_minutes: int = 120
    sessions_a_year: int = 4


@dataclass(frozen=True)
class YearSoFar:
    """What has been planned or held in the year of the plan, the plan itself not counted.

    state: by all offices of the state, as far as this office knows; office: by this office.
    """

    state: int = 0
    office: int = 0


@dataclass(frozen=True)
class _Plan:
    session: Session
    state: str
    today: dt.date
    year: YearSoFar
    yardsticks: Yardsticks
    overrides: Overrides = field(default_factory=dict)


def hints(
    plan: Session | SessionDraft,
    today: dt.date,
    overrides: Overrides = MappingProxyType({}),
    year: YearSoFar | int = 0,
    yardsticks: Yardsticks | None = None,
) -> tuple[Problem, ...]:
    """Say what the circular suggests about a plan, most pressing first, without what is kept with a reason.

    `overrides` is the office's own calendar; the state is that of the plan's office code.
    """
    session = plan.value() if isinstance(plan, SessionDraft) else plan
    so_far = year if isinstance(year, YearSoFar) else YearSoFar(state=year)
    state = session.office[:3].upper()
    about = _Plan(session, state, today, so_far, yardsticks or Yardsticks(), overrides)
    rules = (_hours, _rest_days, _past, _method, _target, _due, _coordination, _purposes)
    found = [problem for rule in rules for problem in rule(about)]
    found.sort(key=lambda problem: problem.level != "warning")
    return unsettled(found, session.acks)


def late_days(due: dt.date, done: dt.date) -> int:
    """Count the calendar days a report was late, 0 when it was in time (F.4.2)."""
    return max((done - due).days, 0)


def _hours(plan: _Plan) -> Iterator[Problem]:
    """F.2: suggested from 9.00 to 12.00; online two hours at most; other hours are the office's choice."""
    suggested = plan.yardsticks
    for n, day in enumerate(plan.session.days):
        if not (day.start and day.end):
            continue
        if plan.session.method == "online":
            yield from _online_hours(plan, day, f"days.{n}.end")
        elif day.start < suggested.start or day.end > suggested.end:
            values = {"start": day.start, "end": day.end, "from": suggested.start, "to": suggested.end}
            yield Problem("hours_beyond", f"days.{n}.start", "warning", {"clause": "F.2", **values})


def _online_hours(plan: _Plan, day: Day, place: str) -> Iterator[Problem]:
    most = plan.yardsticks.online_minutes
    if day.minutes > most:
        values: Values = {"clause": "F.2", "minutes": day.minutes, "most": most}
        yield Problem("online_too_long", place, "warning", values)


def _rest_days(plan: _Plan) -> Iterator[Problem]:
    """A day off is told once, and is usual for a programme (F.1.2) such as KPN or PPR."""
    level: Level = "hint" if plan.session.method == "programme" else "warning"
    if plan.state not in workdays.STATES:
        return
    for n, day in enumerate(plan.session.days):
        free = workdays.why_free(plan.state, day.date, plan.overrides) if day.date else None
        if free is None:
            continue
        code = "day_weekend" if free.why == "weekend" else "day_holiday"
        values: Values = {"clause": "F.2", "date": free.date.isoformat()}
        if code == "day_holiday":
            values["name"] = free.name
        yield Problem(code, f"days.{n}.date", level, values)
        if free.estimated:
            yield Problem("holiday_estimated", f"days.{n}.date", "hint", values)


def _past(plan: _Plan) -> Iterator[Problem]:
    last = plan.session.last_day
    if last and last < plan.today and plan.session.submitted is None:
        yield Problem("day_past", "days", "hint", {"clause": "F.4.2", "date": last.isoformat()})


def _method(plan: _Plan) -> Iterator[Problem]:
    """F.1.1 to F.1.3: what each way of meeting is for."""
    session = plan.session
    if session.style == "bersama" and not session.agencies:
        yield Problem("agencies_expected", "agencies", "hint", {"clause": "F.1.1"})
    if session.method == "existing":
        yield Problem("method_existing", "method", "hint", {"clause": "F.1.1"})
    if session.method == "programme":
        yield Problem("method_programme", "method", "hint", {"clause": "F.1.2"})
    if session.method == "online":
        yield Problem("method_online", "method", "hint", {"clause": "F.1.3.2"})


def _target(plan: _Plan) -> Iterator[Problem]:
    """F.3: four a year for each state; how many there are with this one."""
    count, target = plan.year.state + 1, plan.yardsticks.sessions_a_year
    values: Values = {"clause": "F.3", "count": count, "target": target, "office": plan.year.office + 1}
    year = plan.session.year or (plan.session.last_day or plan.today).year
    yield Problem("year_target", "number", "hint", {**values, "year": year})


def _due(plan: _Plan) -> Iterator[Problem]:
    """F.4.2: the report within a week of the last day, as calendar days."""
    due = plan.session.due
    if due is None or plan.session.submitted:
        return
    late = late_days(due, plan.today)
    values: Values = {"clause": "F.4.2", "due": due.isoformat()}
    if late and not plan.session.cancelled:
        yield Problem("report_late", "days", "warning", {**values, "days": late})
    else:
        yield Problem("report_due", "days", "hint", values)


def _coordination(plan: _Plan) -> Iterator[Problem]:
    """F.4.1, F.4.3, F.4.4: how it is reported, by whom gathered, to whom sent."""
    yield Problem("report_form", "", "hint", {"clause": "F.4.1"})
    if not plan.session.office.endswith("00"):
        yield Problem("report_coordinator", "", "hint", {"clause": "F.4.3"})
    yield Problem("report_recipient", "", "hint", {"clause": "F.4.4"})


def _purposes(plan: _Plan) -> Iterator[Problem]:
    """C.4, D.1 to D.4: what a client day is for."""
    yield Problem("purpose_record", "", "hint", {"clause": "C.4"})
    yield Problem("purpose_news", "", "hint", {"clause": "D.3"})
    if plan.session.n > 1:
        yield Problem("purpose_planning", "", "hint", {"clause": "D.4"})
