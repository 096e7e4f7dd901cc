"""Holding batches: links and heads checked, what is new written, each chain by one process at a time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from hbp_desktop.domain.chain import Head, Range, check_opening, check_range
from hbp_desktop.domain.entry import NOTHING, Entry
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.state_office import keeping
from hbp_desktop.state_office.keeping import Line
from hbp_desktop.sync.batch import Batch
from hbp_desktop.sync.receiver import Guest


@dataclass
class Holding:
    """One transaction's work: the chains touched, and what is to be written of them.

    Call with the locks of all their chains held; `write` when all batches were heard.
    """

    conn: Connection
    guest: Guest
    lines: dict[str, Line]
    heads: list[Head] = field(default_factory=list)

    @classmethod
    def of(cls, conn: Connection, guest: Guest, batches: Iterable[Batch]) -> "Holding":
        """Read what is held of the chains of these batches."""
        chains = {one.chain for batch in batches for one in batch.ranges}
        return cls(conn, guest, keeping.lines(conn, sorted(chains)))

    def hear(self, batch: Batch) -> None:
        """Hold what is new of a batch; raises Refused (office_other), then nothing of it is held."""
        for one, entries in zip(batch.ranges, batch.entries, strict=True):
            if self._office_of(one, entries) not in ("", self.guest.office):
                raise Refused("office_other")
        whole = True
        for one, entries in zip(batch.ranges, batch.entries, strict=True):
            whole &= self._hear_range(one, entries)
        if whole:
            self.guest.batches.append(batch.hash)

    def write(self) -> None:
        """Write everything that was heard."""
        changed = [line for line in self.lines.values() if line.new]
        keeping.write(self.conn, changed, self.heads)
        for line in self.lines.values():
            self.guest.base[line.chain] = frozenset(line.tips)
            self.guest.new += len(line.new)

    def _hear_range(self, one: Range, entries: Sequence[Entry]) -> bool:
        if one.chain in self.guest.stale:
            return False
        line = self.lines.get(one.chain) or _opened(one, entries)
        try:
            if line is None:
                raise Damaged("link_lost", chain=one.chain, seq=one.head.seq)
            if not self._is_as_asked(line):
                self.guest.stale.add(line.chain)
                raise Damaged("stale", chain=one.chain, seq=one.head.seq)
            self._hold(line, one, entries)
        except Damaged as error:
            seq = error.values.get("seq", one.head.seq)
            self.guest.refused.append((one.chain, error.code, int(seq)))
            return False
        return True

    def _hold(self, line: Line, one: Range, entries: Sequence[Entry]) -> None:
        near = self._near(line, one, entries[0].header.seq)
        seq = 0 if one.prev == NOTHING else near.get(one.prev, 0)
        if seq == 0 and one.prev != NOTHING:
            raise Damaged("link_lost", chain=one.chain, seq=one.head.seq)
        check_range(one, entries, seq, bytes.fromhex(line.device))
        line.add([entry for entry in entries if entry.hash not in near])
        self.lines[line.chain] = line
        self.heads.append(one.head)
        if one.head.seq >= self.guest.held.get(one.chain, (0, b""))[0]:
            self.guest.held[one.chain] = (one.head.seq, one.head.hash)

    def _near(self, line: Line, one: Range, first: int) -> Mapping[bytes, int]:
        """Give hash and seq of what is held around a range: the link it hangs on, and what it repeats."""
        if first > max(line.tips.values(), default=0):
            return line.tips  # nothing held lies beyond a chain's tips
        line.read_around(self.conn, first, first + len(one.entries))
        return line.near

    def _is_as_asked(self, line: Line) -> bool:
        """Tell whether the chain still ends where the guest believed: what it took before it sends."""
        guest = self.guest
        if line.chain not in guest.base:
            guest.base[line.chain] = frozenset(guest.ask.base.get(line.chain, ()))
        return bool(line.new) or guest.base[line.chain] == line.tips.keys()

    def _office_of(self, one: Range, entries: Sequence[Entry]) -> str:
        line = self.lines.get(one.chain) or _opened(one, entries)
        return "" if line is None else line.office


def _opened(one: Range, entries: Sequence[Entry]) -> Line | None:
    """Give a new chain as its first entry opens it; None where that proves nothing."""
    try:
        opens = entries[0].header.opens if one.prev == NOTHING else None
        check_opening(one.chain, opens)
    except Damaged:
        return None
    assert opens is not None
    return Line(one.chain, opens.device, opens.office, opens.before)
