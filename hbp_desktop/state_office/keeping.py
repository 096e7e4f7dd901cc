"""Chains as the database keeps them: their ends, count and XOR, and the rows of what is new."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from hbp_desktop.domain.chain import Head
from hbp_desktop.domain.entry import Entry
from hbp_desktop.state_office.statements import among, insert_into, rows, run, run_many
from hbp_desktop.state_office.tables import chains, entries, heads, tips

WAITS = 2  # in entries.counted: the projector has not judged it

_ENTRY = ("hash", "prev", "digest", "chain", "seq", "kind", "subject", "header", "body", "counted")
_INSERT = insert_into(entries, _ENTRY)
_CHAIN = insert_into(chains, ("chain", "device", "office", "before", "entries", "xor"))
_KEPT = "SELECT chain, device, office, before, entries, xor FROM chains WHERE chain IN ({})"
_ENDS = "SELECT chain, hash, seq FROM tips WHERE chain IN ({})"
_SUMS = "UPDATE chains SET entries = ?, xor = ? WHERE chain = ?"
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
    known: bool = False
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


def lines(conn: Connection, names: Sequence[str]) -> dict[str, Line]:
    """Give the chains of these names that are held."""
    marks = among(len(names))
    found = {}
    for chain, device, office, before, count, total in rows(conn, _KEPT.format(marks), names):
        xor = int.from_bytes(total, "big")
        found[chain] = Line(chain, device, office, before, count, xor, known=True)
    for chain, top, seq in rows(conn, _ENDS.format(marks), names):
        if chain in found:
            found[chain].tips[top] = seq
            found[chain].was[top] = seq
    return found


def write(conn: Connection, changed: Sequence[Line], ends: Sequence[Head]) -> None:
    """Write what is new of these chains, and the signed heads heard."""
    _write_entries(conn, [entry for line in changed for entry in line.new])
    for line in changed:
        register(conn, line)
    move_tips(conn, changed)
    run_many(conn, _HEAD, [(one.chain, one.hash, one.seq, one.signature) for one in ends])


def register(conn: Connection, line: Line) -> None:
    """Write a chain's count and XOR, and whose it is where it is new."""
    total = line.total.to_bytes(32, "big")
    if line.known:
        run(conn, _SUMS, (line.entries, total, line.chain))
    else:
        run(conn, _CHAIN, (line.chain, line.device, line.office, line.before, line.entries, total))


def move_tips(conn: Connection, changed: Sequence[Line]) -> None:
    """Write where chains end now."""
    gone = [(line.chain, top) for line in changed for top in line.was.keys() - line.tips.keys()]
    run_many(conn, "DELETE FROM tips WHERE chain = ? AND hash = ?", gone)
    came = [
        (line.chain, top, seq)
        for line in changed
        for top, seq in line.tips.items()
        if line.was.get(top) != seq
    ]
    run_many(conn, _TIP, came)


def _write_entries(conn: Connection, new: Sequence[Entry]) -> None:
    found = [
        (
            entry.hash,
            entry.prev,
            entry.digest,
            entry.header.chain,
            entry.header.seq,
            entry.header.kind,
            entry.header.subject,
            entry.header_bytes,
            entry.body_bytes,
            WAITS,
        )
        for entry in new
    ]
    run_many(conn, _INSERT, found)
