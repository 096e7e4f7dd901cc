"""Chains as the database keeps them: their ends, count and XOR, and the rows of what is new."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from hbp_desktop.domain.chain import Head
from hbp_desktop.domain.entry import Entry
from hbp_desktop.state_office.arrays import blobs, numbers, texts
from hbp_desktop.state_office.statements import among, insert_into, is_postgres, rows, run, run_many, send
from hbp_desktop.state_office.tables import chains, entries, heads, tips

WAITS = 2  # in entries.counted: the projector has not judged it

_ENTRY = ("hash", "prev", "digest", "chain", "seq", "kind", "subject", "header", "body", "counted")
_INSERT = insert_into(entries, _ENTRY, "ON CONFLICT DO NOTHING")
_GROWN = "ON CONFLICT (chain) DO UPDATE SET entries = excluded.entries, xor = excluded.xor"
_CHAIN = insert_into(chains, ("chain", "device", "office", "before", "entries", "xor"), _GROWN)
_HEAD = insert_into(heads, ("chain", "hash", "seq", "signature"), "ON CONFLICT DO NOTHING")
_TIP = insert_into(tips, ("chain", "hash", "seq"))
_LEAVE = "DELETE FROM tips WHERE chain = ? AND hash = ?"

# The same for PostgreSQL, where each statement is a journey: all of a push in one, a column an array.
_ENTRY_KINDS = (blobs, blobs, blobs, texts, numbers, texts, texts, blobs, blobs)
_CHAIN_KINDS = (texts, texts, texts, texts, numbers, blobs)
_TIP_KINDS = (texts, blobs, numbers)
_HEAD_KINDS = (texts, blobs, numbers, blobs)
_AT_ONCE = f"""
    WITH came AS (
        INSERT INTO entries (hash, prev, digest, chain, seq, kind, subject, header, body, counted)
        SELECT *, {WAITS} FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
    ), grown AS (
        INSERT INTO chains (chain, device, office, before, entries, xor)
        SELECT * FROM unnest(?, ?, ?, ?, ?, ?) {_GROWN}
    ), departed AS (
        DELETE FROM tips t USING unnest(?, ?) AS old (chain, hash)
        WHERE t.chain = old.chain AND t.hash = old.hash
    ), reached AS (
        INSERT INTO tips (chain, hash, seq) SELECT * FROM unnest(?, ?, ?)
    )
    INSERT INTO heads (chain, hash, seq, signature) SELECT * FROM unnest(?, ?, ?, ?) ON CONFLICT DO NOTHING
"""
_KEPT = """
    SELECT c.chain, c.device, c.office, c.before, c.entries, c.xor, t.hash, t.seq
    FROM chains c LEFT JOIN tips t ON t.chain = c.chain WHERE c.chain IN ({})
"""
_HEAD = insert_into(heads, ("chain", "hash", "seq", "signature"), "ON CONFLICT DO NOTHING")
_TIP = insert_into(tips, ("chain", "hash", "seq"))


@dataclass
class Line:
    """A chain: what is held of it, and what one transaction adds.

    entries, total: their number and the XOR of their hashes. near, followed: hashes held around the ranges
    heard so far, and what they follow.
    """

    chain: str
    device: str
    office: str
    before: str | None
    entries: int = 0
    total: int = 0
    tips: dict[bytes, int] = field(default_factory=dict)
    new: list[Entry] = field(default_factory=list)
    near: dict[bytes, int] = field(default_factory=dict)
    followed: set[bytes] = field(default_factory=set)
    was: dict[bytes, int] = field(default_factory=dict)

    def read_around(self, conn: Connection, first: int, behind: int) -> None:
        """Learn what is held from the entry before `first` to the one at `behind`."""
        found = rows(
            conn,
            "SELECT hash, prev, seq FROM entries WHERE chain = ? AND seq BETWEEN ? AND ?",
            (self.chain, first - 1, behind),
        )
        for entry_hash, prev, seq in found:
            self.near[entry_hash] = seq
            self.followed.add(prev)

    def add(self, new: Sequence[Entry]) -> None:
        """Add entries that are not held, and move the ends."""
        if not new:
            return
        for entry in new:
            self.near[entry.hash] = entry.header.seq
            self.followed.add(entry.prev)
            self.total ^= int.from_bytes(entry.hash, "big")
        self.new += new
        self.entries += len(new)
        self.tips |= {entry.hash: entry.header.seq for entry in new if entry.hash not in self.followed}
        self.tips = {top: seq for top, seq in self.tips.items() if top not in self.followed}

    def row(self) -> tuple[Any, ...]:
        """Give its row in `chains`."""
        total = self.total.to_bytes(32, "big")
        return self.chain, self.device, self.office, self.before, self.entries, total

    def left(self) -> list[tuple[str, bytes]]:
        """List the ends that are none any more."""
        return [(self.chain, top) for top in self.was.keys() - self.tips.keys()]

    def reached(self) -> list[tuple[str, bytes, int]]:
        """List the ends that are new."""
        return [(self.chain, top, seq) for top, seq in self.tips.items() if top not in self.was]


def lines(conn: Connection, names: Sequence[str]) -> dict[str, Line]:
    """Give the chains of these names that are held."""
    found: dict[str, Line] = {}
    for chain, device, office, before, count, xor, top, seq in rows(
        conn, _KEPT.format(among(len(names))), names
    ):
        if chain not in found:
            found[chain] = Line(chain, device, office, before, count, int.from_bytes(xor, "big"))
        if top is not None:
            found[chain].tips[top] = found[chain].was[top] = seq
    return found


def write(conn: Connection, changed: Sequence[Line], ends: Sequence[Head]) -> None:
    """Write what is new of these chains, and the signed heads heard."""
    new = [entry for line in changed for entry in line.new]
    heard = [(one.chain, one.hash, one.seq, one.signature) for one in ends]
    if is_postgres(conn):
        _write_at_once(conn, new, changed, heard)
        return
    run_many(conn, _INSERT, [(*_row(entry), WAITS) for entry in new])
    run_many(conn, _CHAIN, [line.row() for line in changed])
    run_many(conn, _LEAVE, [moved for line in changed for moved in line.left()])
    run_many(conn, _TIP, [moved for line in changed for moved in line.reached()])
    run_many(conn, _HEAD, heard)


def register(conn: Connection, line: Line) -> None:
    """Write where a chain ends, its count and XOR, and whose it is."""
    run(conn, _CHAIN, line.row())
    run_many(conn, _LEAVE, line.left())
    run_many(conn, _TIP, line.reached())


def _write_at_once(
    conn: Connection, new: Sequence[Entry], changed: Sequence[Line], heard: Sequence[Sequence[Any]]
) -> None:
    left = [moved for line in changed for moved in line.left()]
    reached = [moved for line in changed for moved in line.reached()]
    values = (
        *_columns([_row(entry) for entry in new], _ENTRY_KINDS),
        *_columns([line.row() for line in changed], _CHAIN_KINDS),
        *_columns(left, _TIP_KINDS[:2]),
        *_columns(reached, _TIP_KINDS),
        *_columns(heard, _HEAD_KINDS),
    )
    send(conn, _AT_ONCE, values)


def _columns(many: Sequence[Sequence[Any]], kinds: Sequence[Callable[[Sequence[Any]], Any]]) -> list[Any]:
    """Turn rows into one array a column."""
    turned = zip(*many, strict=True) if many else ((),) * len(kinds)
    return [pack(tuple(column)) for pack, column in zip(kinds, turned, strict=True)]


def _row(entry: Entry) -> tuple[Any, ...]:
    header = entry.header
    return (
        entry.hash,
        entry.prev,
        entry.digest,
        header.chain,
        header.seq,
        header.kind,
        header.subject,
        entry.header_bytes,
        entry.body_bytes,
    )
