"""What the first page asks: counts of a day, and the few things of the whole office that are due."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, text

from hbp_desktop.store.tables import IN_CONFLICT, RUNNING_COMPLAINT, TIME_TOLD, URGENT_MATTER


@dataclass(frozen=True)
class CounterCount:
    """A counter's visits and matters of a day, and the time of the last visit (`HH:MM` or "")."""

    counter: str
    visits: int
    matters: int
    last: str


@dataclass(frozen=True)
class Running:
    """Open complaints of a session received on one day (ISO), by the clocks that still run."""

    session: str
    received: str
    ack: int
    reply: int
    investigate: int


@dataclass(frozen=True)
class Unattended:
    """An urgent matter that is open and names no immediate action."""

    visit: str
    queue: str
    urgent: str


_DAY = "v.session = :session AND (:day = '' OR v.day = :day) AND v.withdrawn = 0"
_CLIENTS = text(
    f"""SELECT count(DISTINCT CASE WHEN NOT v.anonymous THEN v.person END),
               coalesce(sum(v.anonymous), 0), count(*)
        FROM visits v WHERE {_DAY}"""
)
_KINDS = text(
    f"""SELECT m.kind, count(*) FROM visits v JOIN matters m ON m.visit = v.id AND m.withdrawn = 0
        WHERE {_DAY} GROUP BY m.kind"""
)
_COUNTERS = text(
    f"""SELECT v.counter, count(*), coalesce(sum(
               (SELECT count(*) FROM matters m WHERE m.visit = v.id AND m.withdrawn = 0)), 0),
               coalesce(max({TIME_TOLD}), '')
        FROM visits v WHERE {_DAY} GROUP BY v.counter"""
)
_TIMES = text(
    f"""SELECT coalesce({TIME_TOLD}, '') AS at, count(*)
        FROM visits v WHERE {_DAY} GROUP BY at"""
)
_TALLIES = text(
    """SELECT coalesce(sum(t.amount), 0) FROM tallies t
       WHERE t.session = :session AND (:day = '' OR t.day = :day) AND t.withdrawn = 0"""
)
_RUNNING = text(
    f"""SELECT m.session, coalesce(nullif(v.date, ''), d.date, '') AS received,
               sum(v.anonymous = 0 AND json_extract(m.state, '$.reply_done') IS NULL
                   AND json_extract(m.state, '$.ack_done') IS NULL),
               sum(json_extract(m.state, '$.reply_done') IS NULL), count(*)
        FROM (SELECT * FROM matters WHERE {RUNNING_COMPLAINT}) m
        JOIN visits v ON v.id = m.visit AND v.withdrawn = 0 LEFT JOIN days d ON d.id = v.day
        GROUP BY m.session, received"""
)
_UNATTENDED = text(
    f"""SELECT m.visit, v.queue, m.urgent FROM (SELECT * FROM matters WHERE {URGENT_MATTER}) m
        JOIN visits v ON v.id = m.visit AND v.withdrawn = 0
        WHERE coalesce(json_extract(m.state, '$.action'), json_extract(m.state, '$.acted')) IS NULL
        AND m.status NOT IN ('settled', 'closed')
        AND v.session NOT IN (SELECT value FROM json_each(:without))
        ORDER BY m.n DESC LIMIT :most"""
)
_CONFLICTS = text(
    f"""SELECT v.id FROM (SELECT id FROM visits WHERE {IN_CONFLICT}
                          UNION SELECT visit FROM matters WHERE {IN_CONFLICT}) found
        JOIN visits v ON v.id = found.id AND v.session NOT IN (SELECT value FROM json_each(:without))
        LIMIT :most"""
)
MOST = 100


@dataclass(frozen=True)
class DayCounts:
    """A day's (or a session's) counts: distinct clients, anonymous visits, visits, and the rest by key."""

    clients: int
    anonymous: int
    visits: int
    kinds: Mapping[str, int]
    counters: tuple[CounterCount, ...]
    times: Mapping[str, int]
    tallied: int


def day_counts(conn: Connection, session: str, day: str) -> DayCounts:
    """Count one day of a session, or all of it when `day` is ""."""
    of = {"session": session, "day": day}
    clients, anonymous, visits = conn.execute(_CLIENTS, of).one()
    return DayCounts(
        clients,
        anonymous,
        visits,
        {row[0]: row[1] for row in conn.execute(_KINDS, of)},
        tuple(CounterCount(*row) for row in conn.execute(_COUNTERS, of)),
        {row[0]: row[1] for row in conn.execute(_TIMES, of)},
        conn.execute(_TALLIES, of).scalar_one(),
    )


def running(conn: Connection) -> list[Running]:
    """Give the open complaints of the office by session and day received."""
    return [Running(*row) for row in conn.execute(_RUNNING)]


def unattended(conn: Connection, without: Iterable[str] = ()) -> list[Unattended]:
    """Give the newest urgent matters that name no immediate action, MOST at most; not of some sessions."""
    return [Unattended(*row) for row in conn.execute(_UNATTENDED, _most(without))]


def in_conflict(conn: Connection, without: Iterable[str] = ()) -> list[str]:
    """Give visits in which concurrent writes of one field stand, MOST at most; not of some sessions."""
    return [row[0] for row in conn.execute(_CONFLICTS, _most(without))]


def _most(without: Iterable[str]) -> Mapping[str, object]:
    return {"most": MOST, "without": json.dumps(sorted(without))}
