"""What a peer still lacks of this office, counted from where chains end there and here: no entry is read.

A chain that is forked, here or there, is the exception: its entries are looked at one by one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from hbp_desktop.domain.chain import Vector, branch_to
from hbp_desktop.domain.entry import NOTHING
from hbp_desktop.store import journal, receipts
from hbp_desktop.store.beyond import count_beyond
from hbp_desktop.store.direct import fetch
from hbp_desktop.store.peers import Peer
from hbp_desktop.store.tables import MATTERS_AND_ACTS

_ENDS = "SELECT c.chain, c.office, (SELECT max(seq) FROM entries e WHERE e.chain = c.chain) FROM chains c"
_EVERY = "SELECT count(*) FROM matters"
_OF_OFFICE = """
    SELECT coalesce(sum((SELECT count(*) FROM matters m WHERE m.session = s.id)), 0)
    FROM sessions s WHERE s.office = ?
"""
_FORKED = "SELECT chain FROM tips GROUP BY chain HAVING count(*) > 1"
_TWICE = "SELECT seq FROM entries WHERE chain = ? GROUP BY seq HAVING count(*) > 1 LIMIT 1"
_LINKS = "SELECT hash, prev, seq FROM entries WHERE chain = ?"
_SORTED = f"{MATTERS_AND_ACTS} AND chain = ? AND seq > ?"  # spelled so that the index of the few is used
_ACTS_BEYOND = f"SELECT count(*) FROM entries WHERE kind = 'act' AND {_SORTED}"
_MATTERS_BEYOND = f"SELECT DISTINCT subject FROM entries WHERE kind = 'matter' AND {_SORTED}"
_MATTERS_BETWEEN = f"{_MATTERS_BEYOND} AND seq <= ?"
_WITHHELD = """
    SELECT e.chain, e.seq FROM not_counted n
    JOIN entries e ON e.hash = n.hash JOIN chains c ON c.chain = e.chain
    WHERE n.peer = ? AND n.why = 'body_gone' AND e.body IS NOT NULL AND c.office = ?
"""
LOOKED_AT = (
    "SELECT n.chain, coalesce(e.kind, 'chain'), coalesce(e.subject, n.chain), n.why, n.hash "
    "FROM not_counted n LEFT JOIN entries e ON e.hash = n.hash WHERE n.peer = ?"
)


@dataclass(frozen=True)
class Cover:
    """What of a chain the peer signed to hold: up to a seq, of a forked one just these entries."""

    upto: int = 0
    hashes: frozenset[bytes] | None = None

    def holds(self, seq: int, entry_hash: bytes) -> bool:
        """Tell whether an entry is held there."""
        return seq <= self.upto if self.hashes is None else entry_hash in self.hashes


@dataclass(frozen=True)
class Tally:
    """Entries and matters of this office by where they are; `matters` in all.

    waiting leaves acts out: to open the program is one, and would make everything that was sent wait again.
    """

    waiting: int = 0
    acknowledged: int = 0
    not_counted: int = 0
    matters_waiting: int = 0
    matters_there: int = 0
    matters_look: int = 0
    matters: int = 0


@dataclass(frozen=True)
class _Missing:
    """Of a chain of so many entries: those not held there, the acts, and of a fork the matters among them."""

    of: int
    entries: int = 0
    acts: int = 0
    matters: set[str] = field(default_factory=set)


def covers(conn: Connection, peer: Peer) -> dict[str, Cover]:
    """Give what the peer signed to hold, and by its last word still does."""
    reached = receipts.reached(conn, peer.key)
    forked = {chain for (chain,) in fetch(conn, _FORKED)}
    found = {}
    for chain, (seq, _) in reached.items():
        tops = peer.vector.get(chain, {})
        if chain in forked or len(tops) > 1:
            found[chain] = Cover(seq, _branches(conn, chain, tops))
        else:
            found[chain] = Cover(min(seq, max(tops.values(), default=0)))
    return found


def tally(conn: Connection, peer: Peer, office: str) -> Tally:
    """Count what waits, what is there and what needs a look."""
    held, judged = covers(conn, peer), receipts.judged(conn, peer.key)
    missing: list[_Missing] = []
    unheld: dict[str, tuple[int, int]] = {}
    unjudged: dict[str, tuple[int, int]] = {}
    ends = fetch(conn, _ENDS)
    for chain, end in ((chain, end) for chain, of, end in ends if of == office and end):
        cover = held.get(chain, Cover())
        missing.append(_missing(conn, chain, end, cover))
        if cover.hashes is None:
            unheld[chain] = min(cover.upto, end), end
            unjudged[chain] = min(cover.upto, judged.get(chain, 0), end), end
    forked: set[str] = set().union(*(one.matters for one in missing))
    aside = fetch(conn, LOOKED_AT, (peer.key,))
    look = {subject for _, kind, subject, _, _ in aside if kind == "matter"}
    every = _matters_of(conn, office, all(of == office for _, of, _ in ends))
    entries = sum(one.entries for one in missing)
    return Tally(
        waiting=entries - sum(one.acts for one in missing),
        acknowledged=sum(one.of for one in missing) - entries,
        not_counted=len(aside),
        matters_waiting=count_beyond(conn, unheld, forked, every),
        matters_there=max(0, every - count_beyond(conn, unjudged, forked | look, every)),
        matters_look=len(look),
        matters=every,
    )


def _matters_of(conn: Connection, office: str, alone: bool) -> int:
    """Count the matters of an office; `alone`: no chain of another one is held."""
    ((every,),) = fetch(conn, _EVERY) if alone else fetch(conn, _OF_OFFICE, (office,))
    return int(every)


def lacking(conn: Connection, peer: Peer, office: str, have: Vector, told_all: bool) -> Vector:
    """Give the chains of this office of which the peer lacks an end that lies here, and what it has of each.

    Where it holds an end further on that is not known here, it is ahead or a fork. Until it has `told_all`
    it could give, that is taken first; then it is a fork, unless it signed to hold the end that lies here.
    """
    reached = receipts.reached(conn, peer.key)
    found = {}
    for chain, of, _ in fetch(conn, _ENDS):
        there, signed = peer.vector.get(chain, {}), reached.get(chain, (0, NOTHING))
        missing = {top: seq for top, seq in have.get(chain, {}).items() if top not in there}
        if of == office and missing:
            known = journal.held_at(conn, chain, list(there))
            ahead = max((seq for top, seq in there.items() if top not in known), default=0)
            if ahead < max(missing.values()) or (told_all and max(missing.values()) > signed[0]):
                hanging = signed[0] and there and not known  # where nothing is left, all is sent anew
                found[chain] = {**there, **({signed[1]: signed[0]} if hanging else {})}
    return found


def unsigned(conn: Connection, peer: Peer, office: str, have: Vector) -> tuple[str, ...]:
    """Name the chains of this office that end there as here, and for which no receipt has come."""
    reached = receipts.reached(conn, peer.key)
    found = []
    for chain, of, _ in fetch(conn, _ENDS):
        there = peer.vector.get(chain, {})
        both = [seq for top, seq in have.get(chain, {}).items() if top in there]
        if of == office and both and max(both) > reached.get(chain, (0, NOTHING))[0]:
            found.append(chain)
    return tuple(found)


def waiting_without(conn: Connection, office: str) -> Tally:
    """Count what would wait with no peer at all: everything."""
    ends = [(chain, end or 0) for chain, of, end in fetch(conn, _ENDS) if of == office]
    acts = sum(fetch(conn, _ACTS_BEYOND, (chain, 0))[0][0] for chain, _ in ends)
    ((every,),) = fetch(conn, _EVERY)
    return Tally(waiting=sum(end for _, end in ends) - acts, matters_waiting=every, matters=every)


def matters_between(conn: Connection, moved: Mapping[str, tuple[int, int]]) -> int:
    """Count the matters with an entry beyond `from` and up to `to` of these chains."""
    found: set[str] = set()
    for chain, (above, upto) in moved.items():
        found |= _matters(conn, _MATTERS_BETWEEN, (chain, above, upto))
    return len(found)


def _missing(conn: Connection, chain: str, end: int, cover: Cover) -> _Missing:
    """Tell what of a chain is not held there."""
    if cover.hashes is not None:
        return _missing_of_fork(conn, chain, cover.hashes)
    if cover.upto >= end:
        return _Missing(end)
    ((acts,),) = fetch(conn, _ACTS_BEYOND, (chain, cover.upto))
    return _Missing(end, end - cover.upto, acts)


def _missing_of_fork(conn: Connection, chain: str, there: frozenset[bytes]) -> _Missing:
    rows = fetch(conn, "SELECT hash, kind, subject FROM entries WHERE chain = ?", (chain,))
    missing = [(kind, subject) for entry_hash, kind, subject in rows if entry_hash not in there]
    acts = sum(kind == "act" for kind, _ in missing)
    return _Missing(len(rows), len(missing), acts, {subject for kind, subject in missing if kind == "matter"})


def _branches(conn: Connection, chain: str, tops: Mapping[bytes, int]) -> frozenset[bytes]:
    before = {entry_hash: prev for entry_hash, prev, _ in fetch(conn, _LINKS, (chain,))}
    return frozenset(h for top in tops for h in branch_to(top, before))


def _matters(conn: Connection, query: str, values: tuple[str | int, ...]) -> set[str]:
    return {subject for (subject,) in fetch(conn, query, values)}


def is_forked(conn: Connection, chain: str) -> bool:
    """Tell whether two entries of one place are held. Two ends alone may lie about a hole."""
    tops = fetch(conn, "SELECT count(*) FROM tips WHERE chain = ?", (chain,))[0][0]
    return tops > 1 and bool(fetch(conn, _TWICE, (chain,)))


def withheld(conn: Connection, peer: str, office: str) -> dict[str, set[int]]:
    """Name what the peer says it holds without the body, and lies here with it: places by chain."""
    found: dict[str, set[int]] = {}
    for chain, seq in fetch(conn, _WITHHELD, (peer, office)):
        found.setdefault(chain, set()).add(seq)
    return found


def links(conn: Connection, chain: str) -> dict[bytes, int]:
    """Give hash and seq of every entry held of a chain."""
    return {entry_hash: seq for entry_hash, _, seq in fetch(conn, _LINKS, (chain,))}


def added_up(conn: Connection) -> dict[str, tuple[int, bytes]]:
    """Count and add up every chain by reading all of it, believing nothing remembered."""
    found: dict[str, tuple[int, int]] = {}
    for chain, entry_hash in fetch(conn, "SELECT chain, hash FROM entries"):
        count, total = found.get(chain, (0, 0))
        found[chain] = (count + 1, total ^ int.from_bytes(entry_hash, "big"))
    return {chain: (count, total.to_bytes(32, "big")) for chain, (count, total) in found.items()}
