"""The officers' slots that the vault knows, held to the journal: a row changed by hand makes one another."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from hbp_desktop.domain.entry import Entry
from hbp_desktop.domain.errors import Damaged, Problem
from hbp_desktop.domain.fields import text_of
from hbp_desktop.domain.staff import Staff
from hbp_desktop.store import journal, unlockers
from hbp_desktop.store.wrong_place import at_subject

_TELLING = "SELECT prev, header, digest, body FROM entries WHERE kind IN ('roster', 'act')"


def strange(conn: Connection) -> Iterator[Problem]:
    """Name the officers' slots whose key no entry, counted or not, gave to that officer."""
    staff = Staff.of(journal.read_own_roster(conn).folded.state)
    given = _given(conn)
    for one in unlockers.known(conn):
        owners = staff.standing(given.get(one.signing, ()))
        if one.kind == "officer" and not staff.standing({one.officer}) & owners:
            yield at_subject("slot_strange", "slot", one.slot)


def _given(conn: Connection) -> dict[str, set[str]]:
    """Give the officers to whom the roster, or the making of a slot, gave each signing key."""
    found: dict[str, set[str]] = {}
    for row in conn.exec_driver_sql(_TELLING):
        for officer, key in _told(Entry(row.prev, row.header, row.digest, row.body)):
            found.setdefault(key, set()).add(officer)
    return found


def _told(entry: Entry) -> Iterator[tuple[str, str]]:
    try:
        fields: Any = entry.body()["fields"]
    except (Damaged, KeyError):
        return
    if not isinstance(fields, dict):
        return
    if text_of(fields, "what") == "slot.made":
        yield text_of(fields, "about"), text_of(fields, "sign")
    for name in fields:
        parts = name.split(".", 3)
        if len(parts) == 4 and parts[0::2] == ["officer", "key"]:
            yield parts[1], parts[3]
