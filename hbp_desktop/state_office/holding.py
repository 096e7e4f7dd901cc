"""Holding batches: links and heads checked, what is new written, each chain as if by one process alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from hbp_desktop.domain.chain import Head, Range, check_opening, check_range
from hbp_desktop.domain.entry import NOTHING, Entry
from hbp_desktop.domain.errors import Damaged, HbpError, Locked, Refused
from hbp_desktop.state_office import at_once, chain_rows, guests
from hbp_desktop.state_office.chain_rows import Line
from hbp_desktop.state_office.engine import Database
from hbp_desktop.state_office.statements import is_postgres, rows
from hbp_desktop.sync.batch import Batch
from hbp_desktop.sync.receiver import Guest

MOST_OF_ANYBODY = 500  # chains of one office by devices that need not be known here
MOST_OF_DEVICE = 64  # beyond these, of an enrolled device: it begins anew after a fork or a restored backup
_TRIES = 50  # of others that move the same chains meanwhile

_CHAINS_OF_OFFICE = "SELECT count(*) FROM chains WHERE office = ?"
_CHAINS_OF_DEVICE = """
    SELECT (SELECT count(*) FROM devices WHERE device = ? AND office = ? AND confirmed > 0 AND revoked = 0),
           (SELECT count(*) FROM chains WHERE device = ? AND office = ?)
"""


def hold(database: Database, guest: Guest, batches: Sequence[Batch], at: int) -> HbpError | None:
    """Hold what is new of batches, durably, and let the round take effect; gives the fault it stopped at.

    Raises Refused (ask_replayed, device_…), Locked (database_busy); then nothing is held.
    """
    for _ in range(_TRIES):
        trial = replace(
            guest,
            batches=[*guest.batches],
            held={**guest.held},
            refused=[*guest.refused],
            stale={*guest.stale},
            base={**guest.base},
        )
        with database.glance() if database.is_postgres else database.write() as conn:
            holding = Holding(conn, trial, chain_rows.lines(conn, _chains(batches)))
            fault = holding.hear_all(batches)
            written = holding.write(at)
        if written:
            guest.__dict__.update(trial.__dict__)
            return fault
    raise Locked("database_busy")


@dataclass
class Holding:
    """What comes of batches: the chains touched, and what is to be written of them."""

    conn: Connection
    guest: Guest
    lines: dict[str, Line]
    heads: list[Head] = field(default_factory=list)

    def hear_all(self, batches: Iterable[Batch]) -> HbpError | None:
        """Hear batches up to one at fault."""
        for batch in batches:
            try:
                self.hear(batch)
            except HbpError as error:
                return error
        return None

    def hear(self, batch: Batch) -> None:
        """Hold what is new of a batch; raises Refused (office_other), then nothing of it is held."""
        for one, entries in zip(batch.ranges, batch.entries, strict=True):
            if not self._offices_of(one, entries) <= {self.guest.office}:
                raise Refused("office_other")
        whole = True
        for one, entries in zip(batch.ranges, batch.entries, strict=True):
            whole &= self._hear_range(one, entries)
        if whole:
            self.guest.batches.append(batch.hash)

    def write(self, at: int) -> bool:
        """Write everything that was heard; False where somebody else moved a chain meanwhile."""
        changed = [line for line in self.lines.values() if line.new]
        receipt = bool(self.guest.held)
        if is_postgres(self.conn):
            entering = guests.entering(self.guest, at, receipt)
            found = at_once.write(self.conn, entering, changed, self.heads)
            if found is None:
                guests.check(self.conn, self.guest)
                return False
            guests.entered(self.guest, receipt, *found)
        else:
            guests.enter(self.conn, self.guest, at, receipt)
            chain_rows.write(self.conn, changed, self.heads)
        chain_rows.fill(self.conn, self.lines.values())
        for line in self.lines.values():
            self.guest.base[line.chain] = frozenset(line.tips)
            self.guest.new += len(line.new)
        return True

    def _hear_range(self, one: Range, entries: Sequence[Entry]) -> bool:
        if one.chain in self.guest.stale:
            return False
        line = self.lines.get(one.chain) or _opened(one, entries)
        try:
            if line is None:
                raise Damaged("link_lost", chain=one.chain, seq=one.head.seq)
            if line.chain not in self.lines and not self._is_room(line):
                raise Damaged("chains_too_many", chain=one.chain, seq=one.head.seq)
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
        line.hear(entries, near)
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

    def _is_room(self, line: Line) -> bool:
        """Tell whether one more chain may be opened: every answer to a device of this office will name it."""
        new = [one.device for one in self.lines.values() if not one.before_this[0]]
        ((every,),) = rows(self.conn, _CHAINS_OF_OFFICE, (line.office,))
        if every + len(new) < MOST_OF_ANYBODY:
            return True
        ((enrolled, its),) = rows(self.conn, _CHAINS_OF_DEVICE, (line.device, line.office) * 2)
        return bool(enrolled) and its + new.count(line.device) < MOST_OF_DEVICE

    def _offices_of(self, one: Range, entries: Sequence[Entry]) -> set[str]:
        """Name whose chain this is: as it is held, and as a range that opens it says."""
        return {line.office for line in (self.lines.get(one.chain), _opened(one, entries)) if line}


def _opened(one: Range, entries: Sequence[Entry]) -> Line | None:
    """Give a new chain as its first entry opens it; None where that proves nothing."""
    try:
        opens = entries[0].header.opens if one.prev == NOTHING else None
        check_opening(one.chain, opens)
    except Damaged:
        return None
    assert opens is not None
    return Line(one.chain, opens.device, opens.office, opens.before)


def _chains(batches: Iterable[Batch]) -> list[str]:
    return sorted({one.chain for batch in batches for one in batch.ranges})
