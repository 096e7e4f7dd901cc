"""Other offices' sessions, as a copy of the whole state holds them, and what this laptop was granted."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from hbp_desktop.domain.staff import Staff
from hbp_desktop.store import counting, ends, journal
from hbp_desktop.store.direct import fetch

_GRANTED = "SELECT granted FROM peers WHERE kind = 'state' AND peer <> '' ORDER BY enrolled_at DESC LIMIT 1"
_VISITS = "SELECT session, count(*) FROM visits WHERE withdrawn = 0 GROUP BY session"
_MATTERS = "SELECT session, count(*) FROM matters WHERE withdrawn = 0 GROUP BY session"
_REPORTS = "SELECT session, version, state FROM reports WHERE withdrawn = 0 ORDER BY version, n"
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


def others(conn: Connection, subjects: Sequence[str]) -> Sequence[str]:
    """Give those of these subjects that only other offices hold."""
    return journal.of_other_offices(conn, subjects) if counting.pinned_offices(conn) else ()


def officer_names(conn: Connection, office: str) -> Mapping[str, str]:
    """Give the names behind another office's officers, from its own roster."""
    rows = fetch(conn, "SELECT founding FROM pins WHERE office = ?", (office,))
    roster = journal.read_roster_of(conn, office, rows[0][0] if rows else None)
    staff = Staff.of(roster.folded.state)
    return {officer: found.name for officer in staff.members if (found := staff.find(officer))}


def offices_held(conn: Connection) -> Mapping[str, int]:
    """Map each office that counts here to the claimed time of its newest entry (seconds since 1970, UTC)."""
    known = counting.pinned_offices(conn) | {journal.own_device(conn).office}
    of = dict(fetch(conn, "SELECT chain, office FROM chains"))
    newest: dict[str, int] = {}
    for chain, end in ends.ends(conn).items():
        if of.get(chain) in known:
            for top in end.tips:
                entry = journal.by_hash(conn, top)
                at = entry.header.at if entry else 0
                newest[of[chain]] = max(newest.get(of[chain], 0), at)
    return newest


def counts(conn: Connection) -> Mapping[str, tuple[int, int]]:
    """Map sessions to how many visits and matters of theirs stand."""
    found: dict[str, tuple[int, int]] = dict.fromkeys(
        (session for (session,) in fetch(conn, "SELECT id FROM sessions")), (0, 0)
    )
    for session, visits in fetch(conn, _VISITS):
        found[session] = (visits, 0)
    for session, matters in fetch(conn, _MATTERS):
        found[session] = (found.get(session, (0, 0))[0], matters)
    return found


def reports(conn: Connection) -> Mapping[str, tuple[int, str]]:
    """Map sessions to the newest version of their report that is no draft: its number and stage."""
    found: dict[str, tuple[int, str]] = {}
    for session, version, state in fetch(conn, _REPORTS):
        stage = json.loads(state).get("stage")
        if stage in ("final", "amended"):
            found[session] = (version, stage)
    return found


def elsewhere(conn: Connection) -> Mapping[str, str]:
    """Map each session that other offices hold to its office; empty where no other office counts here."""
    if not counting.pinned_offices(conn):
        return {}
    own = journal.own_device(conn).office
    return {session: office for session, office in fetch(conn, _WHOSE, (own,)) if office not in (None, own)}
