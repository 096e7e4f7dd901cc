"""The entries an auditor asks for, read from the journal and not from what was folded of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, text

from hbp_desktop.domain.audit import KINDS, Told, opened, told
from hbp_desktop.domain.entry import Entry
from hbp_desktop.domain.errors import Damaged
from hbp_desktop.domain.fields import count_of, part_of, text_of
from hbp_desktop.store import journal, shelf
from hbp_desktop.store.tables import chains

_KINDS = ", ".join(f"'{kind}'" for kind in KINDS)
_ENTRIES = text(
    f"""SELECT prev, header, digest, body, counted FROM entries
        WHERE (kind IN ({_KINDS}) OR seq = 1)
        AND chain IN (SELECT chain FROM chains WHERE office = (SELECT office FROM device WHERE current = 1))
        AND json_extract(CAST(header AS TEXT), '$.at') BETWEEN :first AND :last
        ORDER BY json_extract(CAST(header AS TEXT), '$.at'), n"""
)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done as the journal holds it; `at` is the claimed time (seconds since 1970, UTC)."""

    at: int
    doubt: bool
    actor: str
    chain: str
    seq: int
    told: Told
    reasoned: bool
    counted: bool


def steps(conn: Connection, first: int, last: int) -> Iterator[Step]:
    """Give what was done between two times, both included, by claimed time."""
    for row in conn.execute(_ENTRIES, {"first": first, "last": last}):
        entry = Entry(row.prev, row.header, row.digest, row.body)
        header, body = entry.header, _body(entry)
        done = list(told(header.kind, header.subject, body.get("fields", {})))
        if header.opens is not None:
            done.append(opened(header.chain, header.opens.before))
        for one in done:
            yield Step(
                header.at,
                header.doubt,
                header.actor,
                header.chain,
                header.seq,
                one,
                bool(body.get("reason")),
                bool(row.counted),
            )


def devices(conn: Connection) -> dict[str, str]:
    """Name the laptop behind each chain and each device key."""
    state = journal.read_own_roster(conn).folded.state
    found: dict[str, str] = {}
    for row in conn.execute(select(chains.c.chain, chains.c.device)):
        name = text_of(part_of(state, f"device.{row.device}"), "name") or row.device[:8]
        found[row.chain] = found[row.device] = name
    return found


def references(conn: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Give the reference number of the visits, sessions and reports among these ids."""
    wanted = sorted(set(ids))
    return {
        subject: _reference(conn, kind, state) or subject
        for kind in ("visit", "session", "report")
        for subject, state in shelf.existing(conn, kind, wanted).items()
    }


def _reference(conn: Connection, kind: str, state: Mapping[str, Any]) -> str:
    if kind == "visit":
        return text_of(state, "ref")
    if kind == "report":
        session = shelf.state(conn, "session", text_of(state, "session")) or {}
        return f"{_reference(conn, 'session', session)} v{count_of(state, 'version')}"
    number = part_of(state, "number")
    return f"{count_of(number, 'n')}/{count_of(number, 'year')}" if number else ""


def _body(entry: Entry) -> Mapping[str, Any]:
    try:
        return entry.body()
    except Damaged:
        return {}
