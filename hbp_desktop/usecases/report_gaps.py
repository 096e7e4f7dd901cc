"""What a session's report still lacks; each thing is told with where to settle it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.matter import Matter
from hbp_desktop.domain.session import Session
from hbp_desktop.domain.visit import Visit, VisitDraft

_MOST_NAMED = 5


def gaps(
    session: Session,
    visits: Sequence[Visit],
    drafts: Iterable[VisitDraft],
    conflicts: int,
    waiting: int,
    now: datetime,
) -> tuple[Problem, ...]:
    """Say what is missing; while anything is, the report is a draft.

    `conflicts` and `waiting` are numbers of subjects in conflict and of queue numbers not served yet.
    """
    found = [
        *_of_session(session, visits, now),
        *_counted("report_drafts_kept", sum(_is_begun(draft, session) for draft in drafts)),
        *_counted("report_queue_waiting", waiting),
        *_named("report_urgent_without_action", _refs(visits, _is_unattended)),
        *_named("report_visits_without_matter", [visit.ref for visit in visits if not visit.matters]),
        *_named("report_without_outcome", _refs(visits, _is_undecided)),
        *_named("report_outside_days", _outside(session, visits)),
        *_counted("report_conflicts", conflicts),
    ]
    return tuple(found)


def _of_session(session: Session, visits: Sequence[Visit], now: datetime) -> Iterable[Problem]:
    if not visits:
        yield Problem("report_no_visits", "visits", "warning")
    if not session.duties and not session.leader:
        yield Problem("report_no_officers", "duties", "warning")
    if _is_running(session, now):
        yield Problem("report_not_ended", "days", "warning", {"date": str(session.last_day)})


def _is_running(session: Session, now: datetime) -> bool:
    """Tell whether the session is being held: begun, and its last day not over."""
    if session.first_day is None or session.last_day is None or now.date() < session.first_day:
        return False
    if now.date() != session.last_day:
        return now.date() < session.last_day
    return f"{now:%H:%M}" < max(day.end for day in session.days if day.date == session.last_day)


def _is_begun(draft: VisitDraft, session: Session) -> bool:
    return draft.session == session.id and bool(draft.name or draft.id_number or draft.matters)


def _is_unattended(matter: Matter) -> bool:
    """Tell whether an urgent matter says nothing of what was done at once."""
    return bool(matter.urgent) and not matter.acted


def _is_undecided(matter: Matter) -> bool:
    """Tell whether a matter has no outcome: still new, and nothing done, referred or planned."""
    return matter.status == "new" and not (matter.acted or matter.follow_unit or matter.follow_date)


def _refs(visits: Sequence[Visit], lacking: Callable[[Matter], bool]) -> list[str]:
    return [visit.ref for visit in visits for matter in visit.matters if lacking(matter)]


def _outside(session: Session, visits: Sequence[Visit]) -> list[str]:
    days = {day.date for day in session.days}
    return [visit.ref for visit in visits if visit.date not in days]


def _counted(code: str, count: int) -> list[Problem]:
    return [Problem(code, "", "warning", {"count": count})] if count else []


def _named(code: str, refs: Sequence[str]) -> list[Problem]:
    """Name the first few by reference number, never by person."""
    if not refs:
        return []
    shown = list(dict.fromkeys(refs))
    more = f" +{len(shown) - _MOST_NAMED}" if len(shown) > _MOST_NAMED else ""
    return [Problem(code, "", "warning", {"count": len(refs), "refs": ", ".join(shown[:_MOST_NAMED]) + more})]
