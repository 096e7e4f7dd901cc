"""Chains as the database keeps them: their ends, count and XOR, and the rows of what is new."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from hbp_desktop.domain.chain import Head
from hbp_desktop.domain.entry import Entry
from hbp_desktop.state_office.statements import among, insert_into, rows, run, run_many
from hbp_desktop.state_office.tables import chains, entries, heads, tips

WAITS = 2  # in entries.counted: the projector has not judged it

_ENTRY = ("hash", "prev", "digest", "chain", "seq", "kind", "subject", "header", "body", "counted")
_INSERT = insert_into(entries, _ENTRY, "ON CONFLICT DO NOTHING")
_GROWN = "ON CONFLICT (chain) DO UPDATE SET entries = excluded.entries, xor = excluded.xor"
_CHAIN = insert_into(chains, ("chain", "device", "office", "before", "entries", "xor"), _GROWN)
_HEAD = insert_into(heads, ("chain", "hash", "seq", "signature"), "ON CONFLICT DO NOTHING")
_TIP = insert_into(tips, ("chain", "hash", "seq"))
_FILL = f"UPDATE entries SET body = ?, counted = {WAITS} WHERE hash = ? AND body IS NULL"
_LEAVE = "DELETE FROM tips WHERE chain = ? AND hash = ?"

_KEPT = """
    SELECT c.chain, c.device, c.office, c.before, c.entries, c.xor, t.hash, t.seq
    FROM chains c LEFT JOIN tips t ON t.chain = c.chain WHERE c.chain IN ({})
"""


@dataclass
class Line:
    """A chain: what is held of it, and what one transaction adds.

    entries, total: their number and the XOR of their hashes. near, followed: hashes held around the ranges
    heard so far, and what they follow. gone: those of them whose bodies are not here, filled: with the body
    that came now. was, before_this: ends, number and XOR as they were read.
    """

    chain: str
    device: str
    office: str
    before: str | None
    entries: int = 0
    total: int = 0
    tips: dict[bytes, int] = field(default_factory=dict)
    new: list[Entry] = field(default_factory=list)
    filled: list[Entry] = field(default_factory=list)
    gone: set[bytes] = field(default_factory=set)
    near: dict[bytes, int] = field(default_factory=dict)
    followed: set[bytes] = field(default_factory=set)
    was: dict[bytes, int] = field(default_factory=dict)
    before_this: tuple[int, int] = (0, 0)

    def read_around(self, conn: Connection, first: int, behind: int) -> None:
        """Learn what is held from the entry before `first` to the one at `behind`."""
        found = rows(
            conn,
            "SELECT hash, prev, seq, body IS NULL FROM entries WHERE chain = ? AND seq BETWEEN ? AND ?",
            (self.chain, first - 1, behind),
        )
        for entry_hash, prev, seq, gone in found:
            self.near[entry_hash] = seq
            self.followed.add(prev)
            if gone:
                self.gone.add(entry_hash)

    def hear(self, arrived: Sequence[Entry], held: Container[bytes]) -> None:
        """Add what is not held, and the bodies that were not here: whoever withheld one loses nothing."""
        self.add([entry for entry in arrived if entry.hash not in held])
        if self.gone:
            self.filled += [one for one in arrived if one.hash in self.gone and one.body_bytes is not None]

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
            total = int.from_bytes(xor, "big")
            found[chain] = Line(chain, device, office, before, count, total, before_this=(count, total))
        if top is not None:
            found[chain].tips[top] = found[chain].was[top] = seq
    return found


def write(conn: Connection, changed: Sequence[Line], ends: Sequence[Head]) -> None:
    """Write what is new of these chains, and the signed heads heard."""
    new = [entry for line in changed for entry in line.new]
    run_many(conn, _INSERT, [(*row_of(entry), WAITS) for entry in new])
    run_many(conn, _CHAIN, [line.row() for line in changed])
    run_many(conn, _LEAVE, [moved for line in changed for moved in line.left()])
    run_many(conn, _TIP, [moved for line in changed for moved in line.reached()])
    run_many(conn, _HEAD, [(one.chain, one.hash, one.seq, one.signature) for one in ends])


def fill(conn: Connection, changed: Iterable[Line]) -> None:
    """Write the bodies that were not here; an entry's hash covers its body, so there is but one that fits."""
    run_many(conn, _FILL, [(one.body_bytes, one.hash) for line in changed for one in line.filled])


def register(conn: Connection, line: Line) -> None:
    """Write where a chain ends, its count and XOR, and whose it is."""
    run(conn, _CHAIN, line.row())
    run_many(conn, _LEAVE, line.left())
    run_many(conn, _TIP, line.reached())


def row_of(entry: Entry) -> tuple[Any, ...]:
    """Give an entry's row, all but its standing."""
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
