"""Other offices' sessions, as a copy of the whole state holds them, and what this laptop was granted."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from hbp_desktop.store import counting, journal
from hbp_desktop.store.direct import fetch

_GRANTED = "SELECT granted FROM peers WHERE kind = 'state' AND peer <> '' ORDER BY enrolled_at DESC LIMIT 1"
_WHOSE = """
    SELECT s.id, (SELECT c.office FROM entries e JOIN chains c ON c.chain = e.chain
                  WHERE e.subject = s.id AND e.counted = 1 ORDER BY c.office <> ?, e.n LIMIT 1)
    FROM sessions s"""


def granted(conn: Connection) -> tuple[str, str]:
    """Give what this laptop may pull (`none`, `own`, `state`), and the last day names are granted, or ""."""
    rows = fetch(conn, _GRANTED)
    said: Any = json.loads(rows[0][0]) if rows else {}
    if not isinstance(said, Mapping) or said.get("standing") == "revoked":
        return "none", ""
    return str(said.get("grant", "none")), str(said.get("names_until", ""))


def elsewhere(conn: Connection) -> Mapping[str, str]:
    """Map each session that other offices hold to its office; empty where no other office counts here."""
    if not counting.pinned_offices(conn):
        return {}
    own = journal.own_device(conn).office
    return {session: office for session, office in fetch(conn, _WHOSE, (own,)) if office not in (None, own)}
