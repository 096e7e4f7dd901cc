"""What the state office knows of its offices: sessions, reports received, late ones, and who was last heard.

Counts, numbers and dates; no client, no officer. What a device said of itself is told as said then.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection

from hbp_desktop.domain.day import Day
from hbp_desktop.domain.fields import count_of, text_of
from hbp_desktop.domain.offices import Offices
from hbp_desktop.domain.report import days_late
from hbp_desktop.domain.session import Session
from hbp_desktop.domain.signoff import signatures_in
from hbp_desktop.state_office import identity
from hbp_desktop.state_office.engine import Database
from hbp_desktop.state_office.grants import Known, devices
from hbp_desktop.state_office.identity import Identity
from hbp_desktop.state_office.keys import Keys
from hbp_desktop.state_office.projector import waiting
from hbp_desktop.state_office.standing import WHY
from hbp_desktop.state_office.statements import is_postgres, rows

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


@dataclass(frozen=True)
class Storage:
    """What lies in the database, `sqlcipher` or `postgresql`, and beside it; sizes in bytes."""

    kind: str
    size: int
    attachments: int
    attached: int


@dataclass(frozen=True)
class Whole:
    """All that the state office can say of itself and its offices.

    `waiting` subjects are not projected yet, so counts and reports may lag behind what is held.
    """

    identity: Identity
    key: str
    today: date
    offices: tuple[OfficeHeld, ...]
    waiting: int
    storage: Storage


def offices(conn: Connection, known: Offices, every: Sequence[Known], today: date) -> list[OfficeHeld]:
    """Give every office that enrolled, and the others of their states, by code."""
    sessions, look = _sessions(conn, today), _look(conn)
    enrolled = {one.office for one in every}
    states = {code[:3] for code in enrolled}
    named = {one.code: one.short_name for alias in sorted(states) for one in known.of_state(alias)}
    return [
        OfficeHeld(
            code=code,
            name=named.get(code, code),
            enrolled=code in enrolled,
            devices=tuple(one for one in every if one.office == code),
            sessions=tuple(sorted(sessions.get(code, ()), key=_by_date)),
            look=look.get(code, {}),
        )
        for code in sorted(enrolled | named.keys() | sessions.keys())
    ]


def whole(database: Database, keys: Keys, known: Offices, today: date) -> Whole:
    """Read everything in one snapshot."""
    with database.read() as conn:
        own = identity.read(conn)
        found = offices(conn, known, devices(conn, keys.key), today)
        files, attached = rows(conn, "SELECT count(*), coalesce(sum(held), 0) FROM attachments")[0]
        storage = Storage(_kind(conn), _size(conn), int(files), int(attached))
        return Whole(own, keys.key, today, tuple(found), waiting(conn), storage)


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


def _kind(conn: Connection) -> str:
    return "postgresql" if is_postgres(conn) else "sqlcipher"


def _size(conn: Connection) -> int:
    if is_postgres(conn):
        return int(rows(conn, "SELECT pg_database_size(current_database())")[0][0])
    return int(rows(conn, "PRAGMA page_count")[0][0]) * int(rows(conn, "PRAGMA page_size")[0][0])
