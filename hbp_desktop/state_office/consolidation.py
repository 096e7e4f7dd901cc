"""What the state office knows of its offices: sessions, reports received, late ones, and who was last heard.

Counts, numbers and dates; no client, no officer. What a device said of itself is told as said then.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from hbp_desktop.domain.day import Day
from hbp_desktop.domain.fields import count_of, text_of
from hbp_desktop.domain.offices import Offices
from hbp_desktop.domain.report import days_late
from hbp_desktop.domain.session import Session
from hbp_desktop.domain.signoff import signatures_in
from hbp_desktop.state_office.grants import Known
from hbp_desktop.state_office.standing import WHY
from hbp_desktop.state_office.statements import rows
from hbp_desktop.usecases.clock import MALAYSIA

_STATES = "SELECT office, subject, session, state, since FROM subjects WHERE kind = ? AND withdrawn = 0"
_COUNTS = """
    SELECT office, session, kind, count(*) FROM subjects
    WHERE withdrawn = 0 AND kind IN ('visit', 'matter', 'tally', 'attachment')
    GROUP BY office, session, kind
"""
_LOOK = """
    SELECT c.office, e.counted, count(*) FROM entries e JOIN chains c ON c.chain = e.chain
    WHERE e.counted <> 1 AND e.counted > 2 GROUP BY c.office, e.counted
"""


@dataclass(frozen=True)
class ReportHeld:
    """A version of a report that the state has; `since` is when it first was held and counted."""

    version: int
    stage: str
    made: str
    signed: tuple[str, ...]
    since: int


@dataclass(frozen=True)
class SessionHeld:
    """A session of an office with how many records of it the state has; `late` in calendar days (F.4.2)."""

    session: Session
    counts: Mapping[str, int]
    reports: tuple[ReportHeld, ...]
    late: int
    since: int


@dataclass(frozen=True)
class OfficeHeld:
    """An office: its devices, its sessions in order of their first day, and what of it does not count."""

    code: str
    name: str
    enrolled: bool
    devices: tuple[Known, ...] = ()
    sessions: tuple[SessionHeld, ...] = ()
    look: Mapping[str, int] = field(default_factory=dict)

    def quarters(self, year: int) -> tuple[int, ...]:
        """Count the year's sessions by quarter, cancelled ones left out: the circular wants one in each."""
        days = [one.session.first_day for one in self.sessions if not one.session.cancelled]
        months = [day.month for day in days if day and day.year == year]
        return tuple(sum((month - 1) // 3 == quarter for month in months) for quarter in range(4))


def offices(conn: Connection, known: Offices, devices: Sequence[Known], today: date) -> list[OfficeHeld]:
    """Give every office that enrolled, and the others of their states, by code."""
    sessions, look = _sessions(conn, today), _look(conn)
    enrolled = {one.office for one in devices}
    states = {code[:3] for code in enrolled}
    named = {one.code: one.short_name for alias in sorted(states) for one in known.of_state(alias)}
    return [
        OfficeHeld(
            code=code,
            name=named.get(code, code),
            enrolled=code in enrolled,
            devices=tuple(one for one in devices if one.office == code),
            sessions=tuple(sorted(sessions.get(code, ()), key=_by_date)),
            look=look.get(code, {}),
        )
        for code in sorted(enrolled | named.keys() | sessions.keys())
    ]


def moment(at: int) -> str | None:
    """Write a time as other programs read it, None for never."""
    return datetime.fromtimestamp(at, MALAYSIA).isoformat() if at else None


def device_json(one: Known) -> dict[str, Any]:
    """Write a device, with what it said of itself when last heard."""
    said = one.stated
    return {
        "key": one.key,
        "name": one.name,
        "office": one.office,
        "state": one.state,
        "six_words": one.words,
        "grant": one.grant,
        "names_until": one.names_until or None,
        "founding_differs": one.founding_differs,
        "asked": moment(one.asked),
        "confirmed": moment(one.confirmed),
        "revoked": moment(one.revoked),
        "last_heard": moment(one.heard),
        "said_then": {
            "version": text_of(said, "version"),
            "newest_entry": moment(count_of(said, "newest")),
            "waiting": count_of(said, "waiting"),
            "last_backup": moment(count_of(said, "backup")),
            "free_bytes": count_of(said, "free"),
            "clock_off_seconds": one.clock_off,
        }
        if one.heard
        else None,
    }


def office_json(one: OfficeHeld, year: int) -> dict[str, Any]:
    """Write an office for other programs."""
    return {
        "code": one.code,
        "name": one.name,
        "enrolled": one.enrolled,
        "devices": [device_json(device) for device in one.devices],
        "sessions": [session_json(session) for session in one.sessions],
        "quarters": {"year": year, "sessions": list(one.quarters(year))},
        "not_counted": dict(one.look),
    }


def session_json(one: SessionHeld) -> dict[str, Any]:
    """Write a session with its reports."""
    session = one.session
    return {
        "id": session.id,
        "title": session.title,
        "number": f"{session.n}/{session.year}" if session.n else "",
        "status": session.status,
        "from": _day(session.first_day),
        "to": _day(session.last_day),
        "visits": one.counts.get("visit", 0),
        "matters": one.counts.get("matter", 0),
        "tallies": one.counts.get("tally", 0),
        "attachments": one.counts.get("attachment", 0),
        "report_due": _day(session.due),
        "form_submitted": _day(session.submitted.date if session.submitted else None),
        "days_late": one.late,
        "state_has_it": moment(one.since),
        "reports": [
            {
                "version": report.version,
                "stage": report.stage,
                "made": report.made,
                "signed": list(report.signed),
                "state_has_it": moment(report.since),
            }
            for report in one.reports
        ],
    }


def late_json(found: Iterable[OfficeHeld]) -> list[dict[str, Any]]:
    """List the sessions whose form was sent late or is overdue, the latest first."""
    late = [(one, office) for office in found for one in office.sessions if one.late]
    late.sort(key=lambda pair: (-pair[0].late, pair[1].code))
    return [
        {
            "office": office.code,
            "session": one.session.id,
            "title": one.session.title,
            "report_due": _day(one.session.due),
            "form_submitted": _day(one.session.submitted.date if one.session.submitted else None),
            "days_late": one.late,
        }
        for one, office in late
    ]


def _sessions(conn: Connection, today: date) -> dict[str, list[SessionHeld]]:
    days, reports = _days(conn), _reports(conn)
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for office, session, kind, count in rows(conn, _COUNTS):
        counts.setdefault((office, session), {})[kind] = count
    found: dict[str, list[SessionHeld]] = {}
    for office, subject, _, state, since in rows(conn, _STATES, ("session",)):
        place = (office, subject)
        session = Session.of(subject, json.loads(state), days.get(place, ()), ())
        held = SessionHeld(
            session, counts.get(place, {}), tuple(reports.get(place, ())), days_late(session, today), since
        )
        found.setdefault(office, []).append(held)
    return found


def _days(conn: Connection) -> dict[tuple[str, str], list[Day]]:
    found: dict[tuple[str, str], list[Day]] = {}
    for office, subject, session, state, _ in rows(conn, _STATES, ("day",)):
        found.setdefault((office, session), []).append(Day.of(subject, json.loads(state)))
    return found


def _reports(conn: Connection) -> dict[tuple[str, str], list[ReportHeld]]:
    """Give each session's versions; one made anew with or without names is the same version."""
    found: dict[tuple[str, str], dict[int, ReportHeld]] = {}
    for office, session, report in _versions(conn):
        versions = found.setdefault((office, session), {})
        before = versions.get(report.version)
        versions[report.version] = report if before is None else _joined(before, report)
    return {place: [versions[n] for n in sorted(versions)] for place, versions in found.items()}


def _versions(conn: Connection) -> Iterator[tuple[str, str, ReportHeld]]:
    for office, _, session, text, since in rows(conn, _STATES, ("report",)):
        state = json.loads(text)
        signed = tuple(one.step for one in signatures_in(state) if one.holds)
        report = ReportHeld(
            count_of(state, "version"), text_of(state, "stage"), text_of(state, "made"), signed, since
        )
        yield office, session, report


def _joined(one: ReportHeld, other: ReportHeld) -> ReportHeld:
    signed = one.signed + tuple(step for step in other.signed if step not in one.signed)
    return ReportHeld(one.version, one.stage, max(one.made, other.made), signed, min(one.since, other.since))


def _look(conn: Connection) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for office, standing, count in rows(conn, _LOOK):
        found.setdefault(office, {})[WHY[standing]] = count
    return found


def _by_date(one: SessionHeld) -> tuple[date, str]:
    return one.session.first_day or date.max, one.session.id


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
