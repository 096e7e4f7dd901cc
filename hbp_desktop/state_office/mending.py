"""At each start: where each chain ends, its count and XOR are computed anew from the entries that are there.

Rows lost behind the program's back so show as a difference in the next comparison with a device, which has
them and sends them again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from hbp_desktop.domain.entry import read_header
from hbp_desktop.domain.errors import Damaged
from hbp_desktop.state_office.chain_rows import Line, lines, register
from hbp_desktop.state_office.engine import Database, lock
from hbp_desktop.state_office.statements import rows, run, streamed

_LINKS = "SELECT chain, hash, prev, seq FROM entries"
_OPENING = "SELECT header FROM entries WHERE chain = ? AND seq = 1"


@dataclass
class Found:
    """What the entries themselves say of a chain."""

    entries: int = 0
    total: int = 0
    tips: dict[bytes, int] | None = None


def mend(database: Database) -> tuple[str, ...]:
    """Bring `chains` and `tips` to what `entries` say; name the chains where they differed.

    What others write meanwhile is not disturbed: one snapshot tells what differs, and only that is looked
    at again, under its lock.
    """
    with database.read() as conn:
        differing = _differing(conn)
    for chain in differing:
        with database.write() as conn:
            lock(conn, (chain,))
            _mend(conn, chain)
    return differing


def _differing(conn: Connection) -> tuple[str, ...]:
    found = dict(_found(streamed(conn, f"{_LINKS} ORDER BY chain")))
    kept = _kept(conn)
    return tuple(sorted(chain for chain in {*found, *kept} if found.get(chain) != kept.get(chain)))


def _found(links: Iterator[tuple[str, bytes, bytes, int]]) -> Iterator[tuple[str, Found]]:
    """Reckon each chain of links that come chain by chain."""
    at, places, followed, total = "", dict[bytes, int](), set[bytes](), 0
    for chain, entry_hash, prev, seq in links:
        if chain != at:
            if places:
                yield at, _reckoned(places, followed, total)
            at, places, followed, total = chain, {}, set(), 0
        places[entry_hash] = seq
        followed.add(prev)
        total ^= int.from_bytes(entry_hash, "big")
    if places:
        yield at, _reckoned(places, followed, total)


def _reckoned(places: Mapping[bytes, int], followed: set[bytes], total: int) -> Found:
    return Found(len(places), total, {top: seq for top, seq in places.items() if top not in followed})


def _kept(conn: Connection) -> dict[str, Found]:
    kept = {
        chain: Found(count, int.from_bytes(total, "big"), {})
        for chain, count, total in rows(conn, "SELECT chain, entries, xor FROM chains")
    }
    for chain, top, seq in rows(conn, "SELECT chain, hash, seq FROM tips"):
        tips = kept.setdefault(chain, Found(tips={})).tips
        assert tips is not None
        tips[top] = seq
    return kept


def _mend(conn: Connection, chain: str) -> None:
    found = dict(_found(iter(rows(conn, f"{_LINKS} WHERE chain = ?", (chain,))))).get(chain)
    run(conn, "DELETE FROM tips WHERE chain = ?", (chain,))
    line = lines(conn, (chain,)).get(chain)
    if found is None:
        run(conn, "DELETE FROM chains WHERE chain = ?", (chain,))
        return
    line = line or _reopened(conn, chain)
    if line is None:
        return  # nothing tells whose it is until its first entry comes again
    line.entries, line.total, line.tips = found.entries, found.total, found.tips or {}
    register(conn, line)


def _reopened(conn: Connection, chain: str) -> Line | None:
    """Read again from its first entry whose chain it is, where that was lost."""
    for (header,) in rows(conn, _OPENING, (chain,)):
        try:
            opens = read_header(header).opens
        except Damaged:
            continue
        if opens is not None:
            return Line(chain, opens.device, opens.office, opens.before)
    return None
