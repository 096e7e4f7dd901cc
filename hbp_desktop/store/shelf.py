"""Folded states read back by id or by session, as the nouns of the domain."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from hbp_desktop.domain.matter import Matter
from hbp_desktop.domain.session import Day, Duty, Session
from hbp_desktop.domain.visit import Visit
from hbp_desktop.store.tables import PROJECTED, matters, sessions
from hbp_desktop.store.tables import days as day_table

State = Mapping[str, Any]
_MANY = 500  # ids asked for in one statement


def state(conn: Connection, kind: str, subject: str) -> State | None:
    """Give a subject's folded state, None when nothing of it counts."""
    row = conn.execute(_one(kind), {"of": subject}).one_or_none()
    return None if row is None else _load(row.state)


def states_of(conn: Connection, kind: str, session: str) -> list[tuple[str, State]]:
    """Give every standing subject of a kind in a session, in order of arrival."""
    return [(row.id, _load(row.state)) for row in conn.execute(_standing(kind), {"of": session})]


def every(conn: Connection, kind: str) -> list[tuple[str, State]]:
    """Give every standing subject of a kind, in order of arrival."""
    table = PROJECTED[kind]
    rows = conn.execute(select(table.c.id, table.c.state).where(table.c.withdrawn == 0).order_by(table.c.n))
    return [(row.id, _load(row.state)) for row in rows]


def days(conn: Connection, session_id: str) -> tuple[Day, ...]:
    """Give the standing days of a session, in order of arrival."""
    return tuple(
        Day.of(row.id, _load(row.state)) for row in conn.execute(_standing("day"), {"of": session_id})
    )


def existing(conn: Connection, kind: str, ids: Sequence[str]) -> Mapping[str, State]:
    """Give the states of those ids that are held and counted."""
    table = PROJECTED[kind]
    found: dict[str, State] = {}
    for start in range(0, len(ids), _MANY):
        some = ids[start : start + _MANY]
        rows = conn.execute(select(table.c.id, table.c.state).where(table.c.id.in_(some)))
        found.update((row.id, _load(row.state)) for row in rows)
    return found


def session(conn: Connection, session_id: str) -> Session | None:
    """Give a session with its standing days and duties."""
    own = state(conn, "session", session_id)
    return None if own is None else _session(conn, session_id, own)


def all_sessions(conn: Connection, year: int | None = None) -> list[Session]:
    """Give the office's sessions that stand, oldest first, of one year or all."""
    asked = select(sessions.c.id, sessions.c.state).where(sessions.c.withdrawn == 0)
    found = [_session(conn, row.id, _load(row.state)) for row in conn.execute(asked)]
    wanted = [one for one in found if year is None or one.year == year]
    return sorted(wanted, key=lambda one: (str(one.first_day or one.year), one.n, one.id))


def visit(conn: Connection, visit_id: str) -> Visit | None:
    """Give a visit, withdrawn or not, with its matters."""
    own = state(conn, "visit", visit_id)
    return None if own is None else visits_from(conn, [(visit_id, own)])[0]


def session_visits(conn: Connection, session_id: str) -> list[Visit]:
    """Give every standing visit of a session with its standing matters, in order of arrival."""
    return visits_from(conn, states_of(conn, "visit", session_id), standing=True)


def visits_from(conn: Connection, found: Sequence[tuple[str, State]], standing: bool = False) -> list[Visit]:
    """Join visit states with their days and matters; `standing` leaves withdrawn matters out."""
    parts = _matters_of(conn, [visit_id for visit_id, _ in found])
    known = _days_of(conn, {str(own.get("day", "")) for _, own in found})
    return [
        Visit.of(
            visit_id,
            own,
            known.get(str(own.get("day", ""))),
            (m for m in parts.get(visit_id, ()) if not (standing and m.withdrawn)),
        )
        for visit_id, own in found
    ]


@cache  # building a statement costs more than running it
def _one(kind: str) -> Select[Any]:
    table = PROJECTED[kind]
    return select(table.c.state).where(table.c.id == bindparam("of"))


@cache
def _standing(kind: str) -> Select[Any]:
    table = PROJECTED[kind]
    of_session = (table.c.session == bindparam("of"), table.c.withdrawn == 0)
    return select(table.c.id, table.c.state).where(*of_session).order_by(table.c.n)


def _session(conn: Connection, session_id: str, own: State) -> Session:
    return Session.of(
        session_id,
        own,
        [Day.of(*found) for found in states_of(conn, "day", session_id)],
        [Duty.of(*found) for found in states_of(conn, "duty", session_id)],
    )


def _matters_of(conn: Connection, ids: Sequence[str]) -> Mapping[str, list[Matter]]:
    found: dict[str, list[Matter]] = {}
    for start in range(0, len(ids), _MANY):
        some = ids[start : start + _MANY]
        rows = conn.execute(
            select(matters.c.id, matters.c.visit, matters.c.state).where(matters.c.visit.in_(some))
        )
        for row in rows:
            found.setdefault(row.visit, []).append(Matter.of(row.id, _load(row.state)))
    return found


def _days_of(conn: Connection, ids: Iterable[str]) -> Mapping[str, Day]:
    rows = conn.execute(select(day_table.c.id, day_table.c.state).where(day_table.c.id.in_(sorted(ids))))
    return {row.id: Day.of(row.id, _load(row.state)) for row in rows}


def _load(text: str) -> State:
    loaded: State = json.loads(text)
    return loaded
