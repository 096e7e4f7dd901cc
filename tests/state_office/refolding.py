"""The naive projection: all of an office judged and folded in one go, to hold the projector against."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from hbp_desktop.domain.canonical import dump
from hbp_desktop.domain.entry import Entry
from hbp_desktop.domain.errors import Damaged
from hbp_desktop.domain.history import Fact, fold
from hbp_desktop.domain.roster import Signed, author_of, read_roster
from hbp_desktop.state_office.statements import rows

Row = tuple[str, str, str, str, int, int]  # office, kind, subject, state, conflicts, withdrawn


def projected(conn: Connection) -> set[Row]:
    """Give what stands in the table."""
    return {
        tuple(row)
        for row in rows(conn, "SELECT office, kind, subject, state, conflicts, withdrawn FROM subjects")
    }


def standings(conn: Connection) -> dict[bytes, bool]:
    """Give which entries are said to count; nothing may be left to judge."""
    found = rows(conn, "SELECT hash, counted FROM entries")
    assert all(counted != 2 for _, counted in found)
    return {bytes(entry_hash): counted == 1 for entry_hash, counted in found}


def expected(conn: Connection) -> tuple[set[Row], dict[bytes, bool]]:
    """Work out both anew from the entries, the foundings and nothing else."""
    pinned = dict(rows(conn, "SELECT office, founding FROM offices"))
    found: set[Row] = set()
    counts: dict[bytes, bool] = {}
    for office in {office for (office,) in rows(conn, "SELECT DISTINCT office FROM chains")}:
        own, standing = _office(conn, office, pinned.get(office, b""))
        found |= own
        counts |= standing
    return found, counts


def _office(conn: Connection, office: str, founding: bytes) -> tuple[set[Row], dict[bytes, bool]]:
    of: dict[Entry, str] = {}
    query = """SELECT e.prev, e.header, e.digest, e.body, c.device FROM entries e
               JOIN chains c ON c.chain = e.chain WHERE c.office = ?"""
    for prev, header, digest, body, device in rows(conn, query, (office,)):
        of[Entry(prev, header, digest, body)] = device
    roster = read_roster(
        [Signed(_fact(entry, True), author_of(entry)) for entry in of if entry.header.kind == "roster"],
        founding,
    )
    before = {entry.hash: entry.prev for entry in of}
    counts: dict[bytes, bool] = {}
    facts: dict[tuple[str, str], list[Fact]] = {}
    for entry, device in of.items():
        header = entry.header
        if header.kind == "roster":
            good = entry.hash in roster.counted
        else:
            accepted = roster.accepted(device, header.chain)
            good = accepted is None or any(_leads(entry.hash, top, before) for top in accepted)
        fact = _fact(entry, good)
        counts[entry.hash] = fact.counted
        facts.setdefault((header.kind, header.subject), []).append(fact)
    return {
        row for (kind, subject), some in facts.items() for row in _row(office, kind, subject, some)
    }, counts


def _leads(entry_hash: bytes, top: bytes, before: Mapping[bytes, bytes]) -> bool:
    while top in before:
        if top == entry_hash:
            return True
        top = before[top]
    return False


def _fact(entry: Entry, counted: bool) -> Fact:
    header, fields = entry.header, {}
    try:
        if header.v == 1:
            fields = entry.body()["fields"]
    except Damaged:
        counted = False
    counted = counted and header.v == 1
    return Fact(
        entry.hash, header.chain, header.seq, header.parents, header.lamport, header.action, fields, counted
    )


def _row(office: str, kind: str, subject: str, facts: list[Fact]) -> list[Any]:
    folded = fold(facts)
    if not folded.heads:
        return []
    state = dict(folded.state)
    text, withdrawn = dump(state).decode("utf-8"), int(state.get("withdrawn") is True)
    return [(office, kind, subject, text, len(folded.conflicts), withdrawn)]
