"""Folded states read back by id or by session, as the nouns of the domain."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from hbp_desktop.domain.session import Day, Duty, Session
from hbp_desktop.domain.visit import Visit
from hbp_desktop.store.direct import fetch
from hbp_desktop.store.listed import Listed
from hbp_desktop.store.tables import PROJECTED, sessions, visits

State = Mapping[str, Any]
_VISIT = select(visits.c.id, visits.c.day, visits.c.state).where(visits.c.id == bindparam("of"))
_OF_SESSION = (
    select(visits.c.id, visits.c.day, visits.c.state)
    .where(visits.c.session == bindparam("of"), visits.c.withdrawn == 0)
    .order_by(visits.c.n)
)
_MANY = 500  # ids asked for in one statement


def state(conn: Connection, kind: str, subject: str) -> State | None:
    """Give a subject's folded state, None when nothing of it counts."""
    row = conn.execute(_one(kind), {"of": subject}).one_or_none()
    return None if row is None else _load(row.state)


def states_of(conn: Connection, kind: str, session: str) -> list[tuple[str, State]]:
    """Give every standing subject of a kind in a session, in order of arrival."""
    return [(row[0], _load(row[1])) for row in fetch(conn, _standing(kind), (session,))]


def every(conn: Connection, kind: str) -> list[tuple[str, State]]:
    """Give every standing subject of a kind, in order of arrival."""
    table = PROJECTED[kind]
    rows = conn.execute(select(table.c.id, table.c.state).where(table.c.withdrawn == 0).order_by(table.c.n))
    return [(row.id, _load(row.state)) for row in rows]


def lines_of(conn: Connection, prefix: str) -> list[State]:
    """Give the changed lines of lists whose ids begin so, those taken away as well, in order of arrival."""
    rows = fetch(
        conn, "SELECT state FROM catalogue WHERE substr(id, 1, ?) = ? ORDER BY n", (len(prefix), prefix)
    )
    return [_load(state) for (state,) in rows]


def acts(conn: Connection, what: str) -> list[State]:
    """Give the acts of one sort, in order of arrival."""
    table = PROJECTED["act"]
    rows = conn.execute(select(table.c.state).where(table.c.what == what).order_by(table.c.n))
    return [_load(row.state) for row in rows]


def days(conn: Connection, session_id: str) -> tuple[Day, ...]:
    """Give the standing days of a session, in order of arrival."""
    return tuple(Day.of(*found) for found in states_of(conn, "day", session_id))


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
    found = Listed(conn, conn.execute(_VISIT, {"of": visit_id}).all())
    return found[0] if found else None


def session_visits(conn: Connection, session_id: str) -> list[Visit]:
    """Give every standing visit of a session with its standing matters, in order of arrival."""
    return list(Listed(conn, conn.execute(_OF_SESSION, {"of": session_id}).all(), standing=True))


@cache  # building a statement costs more than running it
def _one(kind: str) -> Select[Any]:
    table = PROJECTED[kind]
    return select(table.c.state).where(table.c.id == bindparam("of"))


@cache
def _standing(kind: str) -> str:
    return f'SELECT id, state FROM "{PROJECTED[kind].name}" WHERE session = ? AND withdrawn = 0 ORDER BY n'


def _session(conn: Connection, session_id: str, own: State) -> Session:
    return Session.of(
        session_id,
        own,
        [Day.of(*found) for found in states_of(conn, "day", session_id)],
        [Duty.of(*found) for found in states_of(conn, "duty", session_id)],
    )


def _load(text: str) -> State:
    loaded: State = json.loads(text)
    return loaded
