"""What the year's list and calendar say about sessions and kept drafts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from hbp_desktop.domain import workdays
from hbp_desktop.domain.report import days_late
from hbp_desktop.domain.session import Day, Session, SessionDraft
from hbp_desktop.domain.workdays import Overrides
from hbp_desktop.ui.sessions.month_calendar import DayMark
from hbp_desktop.ui.sessions.year_plan import PlanLine


def title_of(session: Session) -> str:
    """Name a session: its title, with its number where the title does not say it."""
    number = f"Bil. {session.n}/{session.year}" if session.n else ""
    if not session.title:
        return " ".join(part for part in ("HBP", number) if part)
    said = not number or f"{session.n}/{session.year}" in session.title
    return session.title if said else f"{session.title}, {number}"


def state_of(session: Session, today: date) -> tuple[str, str]:
    """Give the chip of a session set before: words and look."""
    if session.cancelled:
        return QCoreApplication.translate("PlanWords", "Called off"), "neutral"
    if session.submitted:
        return QCoreApplication.translate("PlanWords", "Sent"), "ok"
    if session.last_day is None or session.last_day > today:
        return QCoreApplication.translate("PlanWords", "Planned"), "accent"
    if late := days_late(session, today):
        return QCoreApplication.translate("PlanWords", "LATE %n days", "", late), "bad"
    if session.last_day == today:
        return QCoreApplication.translate("PlanWords", "Today"), "accent"
    return QCoreApplication.translate("PlanWords", "Report due"), "warn"


def where_of(session: Session) -> str:
    """Say how many days, and where."""
    places = list(dict.fromkeys(day.place for day in session.days if day.place))
    if session.method == "online" and session.platform:
        places = [session.platform]
    count = len({day.date for day in session.days if day.date})
    days = QCoreApplication.translate("PlanWords", "%n days", "", count) if count > 1 else ""
    return " · ".join(part for part in (days, ", ".join(places)) if part)


def line_of(session: Session, today: date) -> PlanLine:
    """Give the line of a session set before."""
    state, look = state_of(session, today)
    return PlanLine(session.id, session.first_day, title_of(session), where_of(session), state, look)


def draft_line(draft: SessionDraft) -> PlanLine:
    """Give the line of a plan that is not set yet."""
    value = draft.value()
    session = replace(value, title=draft.title)
    words = QCoreApplication.translate("PlanWords", "Draft")
    return PlanLine(draft.id, session.first_day, title_of(session), where_of(session), words, "warn")


def marks_of(
    first: tuple[int, int],
    state: str,
    overrides: Overrides,
    planned: Iterable[Session],
    drafts: Sequence[SessionDraft],
    language: str,
) -> dict[date, DayMark]:
    """Mark the days of two months: free ones, sessions, drafts."""
    sessions = {
        day.date: title_of(one) for one in planned if not one.cancelled for day in one.days if day.date
    }
    typed = {day.date: title for title, day in _typed_days(drafts) if day.date}
    found = {}
    day = date(first[0], first[1], 1)
    for _ in range(62):
        free = workdays.why_free(state, day, overrides, language) if state in workdays.STATES else None
        why = "" if free is None else "weekend" if free.why == "weekend" else "holiday"
        plan = "set" if day in sessions else "draft" if day in typed else ""
        words = [free.name if free else "", sessions.get(day) or typed.get(day, "")]
        if why or plan:
            found[day] = DayMark(why, plan, "\n".join(word for word in words if word))
        day += timedelta(days=1)
    return found


def _typed_days(drafts: Sequence[SessionDraft]) -> Iterable[tuple[str, Day]]:
    for draft in drafts:
        for day in draft.value().days:
            yield draft_line(draft).title, day
