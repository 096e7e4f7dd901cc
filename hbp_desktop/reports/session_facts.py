"""The facts of a session in words: how, when, where, who (F.1, F.2); shared by the memo and the form."""

import datetime as dt

from hbp_desktop.domain.report import ReportData
from hbp_desktop.domain.session import Day, Session
from hbp_desktop.reports.words import UNKNOWN, Words

Facts = list[tuple[str, str]]
_MOST_NAMED = 3  # officers or places named before the rest is counted
_WHOLE_LIST = 12


def session_facts(data: ReportData, words: Words) -> tuple[Facts, Facts]:
    """Give the two columns of facts of page 1."""
    session = data.session
    left = [
        (words("fact.method"), method_of(session, words)),
        (words("fact.date"), dates_of(session, words)),
        (words("fact.time"), times_of(session, words)),
        (words("fact.place"), places_of(session, words)),
    ]
    if session.platform:
        left.append((words("fact.platform"), session.platform))
    right = [
        (words("fact.number"), words("fact.number_value", number=session.n) if session.n else UNKNOWN),
        (words("fact.counters"), str(session.counters) if session.counters else UNKNOWN),
        (words("fact.officers"), officers_of(session, words)),
        (
            words("fact.agencies"),
            words.listed(sorted(session.agencies)) if session.agencies else words("fact.none"),
        ),
    ]
    if session.groups:
        groups = [words.name("group", code) for code in sorted(session.groups)]
        right.append((words("fact.groups"), words.listed(groups)))
    return left, right


def method_of(session: Session, words: Words) -> str:
    """Name the method with its clause, and the programme."""
    method = words.name("method", session.method)
    programme = session.programme_name or (
        words.name("programme", session.programme) if session.programme else ""
    )
    return f"{method}: {programme}" if programme else method


def dates_of(session: Session, words: Words) -> str:
    """Write the day, or the first and the last with their number."""
    days = sorted({day.date for day in session.days if day.date})
    if not days:
        return UNKNOWN
    if len(days) == 1:
        return words.long_date(days[0])
    return words("fact.days", span=_span(days[0], days[-1], words), count=len(days))


def _span(first: dt.date, last: dt.date, words: Words) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} – {words.date(last)}"
    return f"{words.date(first)} – {words.date(last)}"


def times_of(session: Session, words: Words) -> str:
    """Write the hours; several when the days differ."""
    hours = list(dict.fromkeys(words.hours(day.start, day.end) for day in session.days))
    return _some(hours, words, "; ")


def places_of(session: Session, words: Words) -> str:
    """Name the places, each once."""
    places = list(dict.fromkeys(_place(day) for day in session.days if day.place))
    return _some(places, words, "; ")


def _place(day: Day) -> str:
    return ", ".join(part for part in (day.place, day.address, day.postcode) if part)


def officers_of(session: Session, words: Words) -> str:
    """Name who leads, and count or name the others."""
    leader = session.leader or next((duty.officer for duty in session.duties if duty.lead), "")
    others = list(dict.fromkeys(duty.officer for duty in session.duties if duty.officer != leader))
    led = [words("fact.leader", name=leader)] if leader else []
    if led and len(others) > _MOST_NAMED:
        return words("fact.and_others", names=led[0], count=len(others))
    return words.listed(led + others)


def _some(items: list[str], words: Words, joint: str) -> str:
    if len(items) <= _WHOLE_LIST:
        return joint.join(items) or UNKNOWN
    shown = joint.join(items[:_WHOLE_LIST])
    return words("fact.and_more", shown=shown, count=len(items) - _WHOLE_LIST)
