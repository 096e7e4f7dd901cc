"""Whose key signed: every key the roster ever gave an officer, for a signature outlives its key."""

from collections.abc import Mapping

from sqlalchemy import Connection

from hbp_desktop.domain.staff import Staff
from hbp_desktop.store import journal


def keys_ever(conn: Connection) -> dict[str, str]:
    """Map every signing key a counted roster entry gave to an officer to the record that stands for them."""
    roster = journal.read_own_roster(conn)
    staff = Staff.of(roster.folded.state)
    found: dict[str, str] = {}
    for item in journal.held(conn, journal.roster_subject(conn), "roster"):
        if item.entry.hash in roster.counted:
            for name, value in item.fact().fields.items():
                parts = name.split(".", 3)
                on = isinstance(value, Mapping) and value.get("on") is True
                if on and len(parts) == 4 and parts[0::2] == ["officer", "key"]:
                    member = staff.find(parts[1])
                    found[parts[3]] = member.id if member else parts[1]
    return found
