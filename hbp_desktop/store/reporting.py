"""What a report asks of the store beside visits and figures: versions, newest entry, what is unsettled."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, text

from hbp_desktop.store.shelf import states_of

# Everything of one session that is recorded; reports and acts are about the records, not part of them.
_SUBJECTS = """
    SELECT :session UNION ALL
    SELECT id FROM days WHERE session = :session UNION ALL
    SELECT id FROM duties WHERE session = :session UNION ALL
    SELECT id FROM visits WHERE session = :session UNION ALL
    SELECT id FROM matters WHERE session = :session UNION ALL
    SELECT id FROM tallies WHERE session = :session"""
_NEWEST = text(
    f"""SELECT max(json_extract(CAST(header AS TEXT), '$.at')) FROM entries
        WHERE counted = 1 AND subject IN ({_SUBJECTS})"""
)
_REACH = text(
    f"""SELECT chain, max(seq) AS last, max(json_extract(CAST(header AS TEXT), '$.at')) AS at FROM entries
        WHERE counted = 1 AND subject IN ({_SUBJECTS}) GROUP BY chain"""
)
_CONFLICTS = text(
    """SELECT (SELECT count(*) FROM sessions WHERE id = :session AND conflicts > 0)
            + (SELECT count(*) FROM days WHERE session = :session AND conflicts > 0)
            + (SELECT count(*) FROM visits WHERE session = :session AND conflicts > 0)
            + (SELECT count(*) FROM matters WHERE session = :session AND conflicts > 0)
            + (SELECT count(*) FROM tallies WHERE session = :session AND conflicts > 0)"""
)
_QUEUE = text(
    'SELECT "is" AS state, count(*) AS n FROM queues WHERE session = :session AND withdrawn = 0 GROUP BY "is"'
)


def newest_at(conn: Connection, session_id: str) -> int | None:
    """Give the claimed time of a session's newest counted entry (seconds since 1970, UTC)."""
    newest = conn.execute(_NEWEST, {"session": session_id}).scalar_one()
    return None if newest is None else int(newest)


def reach_of(conn: Connection, session_id: str) -> tuple[list[tuple[str, int]], str]:
    """Give how far each chain reaches with a session's counted entries, and the chain of the newest one."""
    rows = conn.execute(_REACH, {"session": session_id}).all()
    newest = max(rows, key=lambda row: (row.at, row.chain), default=None)
    return [(row.chain, int(row.last)) for row in rows], newest.chain if newest else ""


def conflicts_in(conn: Connection, session_id: str) -> int:
    """Count the subjects of a session that hold a conflict."""
    return int(conn.execute(_CONFLICTS, {"session": session_id}).scalar_one())


def queue_counts(conn: Connection, session_id: str) -> dict[str, int]:
    """Count a session's queue numbers: issued, and by what became of them."""
    found = {str(row.state): int(row.n) for row in conn.execute(_QUEUE, {"session": session_id})}
    return {"issued": sum(found.values()), **found}


def reports_of(conn: Connection, session_id: str) -> list[Mapping[str, Any]]:
    """Give the states of the reports made of a session, oldest version first."""
    found = [state for _, state in states_of(conn, "report", session_id)]
    return sorted(found, key=lambda state: (state.get("version", 0), json.dumps(state, sort_keys=True)))
