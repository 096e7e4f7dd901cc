"""Holding batches: links and heads checked, what is new written, each chain as if by one process alone."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
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
        with _writing(database) as conn:
            holding = Holding(conn, _trial(guest), chain_rows.lines(conn, _chains(batches)))
            fault = holding.hear_all(batches)
            if _write(conn, [holding], at):
                break
            guests.check(conn, holding.guest)
    else:
        raise Locked("database_busy")
    guest.__dict__.update(holding.guest.__dict__)
    return fault


def hold_several(database: Database, came: Sequence[tuple[Guest, Sequence[Batch]]], at: int) -> list[bool]:
    """Hold the batches of several guests in one transaction; tell of each whether it was done.

    Only of whom all is well and nobody was quicker: for any other nothing has changed, and `hold` says why.
    """
    with _writing(database) as conn:
        lines = chain_rows.lines(conn, _chains(batch for _, batches in came for batch in batches))
        taken: dict[int, Holding] = {}
        touched: set[str] = set()
        for n, (guest, batches) in enumerate(came):
            own = {guest.ask.device, *_chains(batches)}
            if not own & touched:
                mine = {chain: lines[chain] for chain in own if chain in lines}
                holding = Holding(conn, _trial(guest), mine)
                if holding.hear_all(batches) is None:
                    touched |= own
                    taken[n] = holding
        written = bool(taken) and _write(conn, list(taken.values()), at)
    for n, holding in taken.items() if written else ():
        came[n][0].__dict__.update(holding.guest.__dict__)
    return [written and n in taken for n in range(len(came))]


def _write(conn: Connection, holdings: Sequence["Holding"], at: int) -> bool:
    """Write what was heard and let the rounds take effect; False where somebody was quicker (PostgreSQL)."""
    changed = [line for one in holdings for line in one.lines.values() if line.new]
    heads = [head for one in holdings for head in one.heads]
    if is_postgres(conn):
        entering = [guests.entering(one.guest, at, bool(one.guest.held)) for one in holdings]
        found = at_once.write(conn, entering, changed, heads)
        if found is None:
            return False
        for one in holdings:
            guests.entered(one.guest, bool(one.guest.held), *found[one.guest.ask.device])
    else:
        for one in holdings:
            guests.enter(conn, one.guest, at, bool(one.guest.held))
        chain_rows.write(conn, changed, heads)
    chain_rows.fill(conn, [line for one in holdings for line in one.lines.values()])
    for one in holdings:
        one.note()
    return True


def _writing(database: Database) -> AbstractContextManager[Connection]:
    return database.glance() if database.is_postgres else database.write()


def _trial(guest: Guest) -> Guest:
    """Give a copy to be changed, in case nothing comes of it."""
    return replace(
        guest,
        batches=[*guest.batches],
        held={**guest.held},
        refused=[*guest.refused],
        stale={*guest.stale},
        base={**guest.base},
    )


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

    def note(self) -> None:
        """Remember, once it is written, where the chains end now."""
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
