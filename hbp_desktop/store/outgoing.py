"""What a peer still lacks of this office, counted from where chains end there and here: no entry is read.

A chain that is forked, here or there, is the exception: its entries are looked at one by one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy import Connection

from hbp_desktop.domain.chain import Vector, branch_to
from hbp_desktop.store import journal, receipts
from hbp_desktop.store.direct import fetch
from hbp_desktop.store.peers import Peer

Where = Literal["here", "held", "there", "look"]

_MOST_NAMED = 500
_ENDS = "SELECT c.chain, c.office, (SELECT max(seq) FROM entries e WHERE e.chain = c.chain) FROM chains c"
_FORKED = "SELECT chain FROM tips GROUP BY chain HAVING count(*) > 1"
_LINKS = "SELECT hash, prev, seq FROM entries WHERE chain = ?"
_MATTERS_BEYOND = "SELECT DISTINCT subject FROM entries WHERE kind = 'matter' AND chain = ? AND seq > ?"
_MATTERS_BETWEEN = f"{_MATTERS_BEYOND} AND seq <= ?"
_LOOKED_AT = (
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
    """Entries and matters of this office by where they are; `matters` in all."""

    waiting: int = 0
    acknowledged: int = 0
    not_counted: int = 0
    matters_waiting: int = 0
    matters_there: int = 0
    matters_look: int = 0
    matters: int = 0


@dataclass
class _Entry:
    chain: str
    seq: int
    hash: bytes


@dataclass(frozen=True)
class Aside:
    """A subject of which entries are held there and do not count; kind `chain` where none lies here."""

    kind: str
    subject: str
    why: str
    entries: int
    chain: str = field(default="")


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
    waiting = there = 0
    unsent: set[str] = set()
    unjudged: set[str] = set()
    for chain, of, end in fetch(conn, _ENDS):
        if of == office and end:
            cover = held.get(chain, Cover())
            missing, matters = _missing(conn, chain, end, cover)
            waiting, there = waiting + len(missing), there + _entries(conn, chain, end, cover) - len(missing)
            unsent |= matters
            upto = judged.get(chain, 0)
            if cover.hashes is None and upto < cover.upto:
                unjudged |= _matters(conn, _MATTERS_BETWEEN, (chain, upto, cover.upto))
    aside = fetch(conn, _LOOKED_AT, (peer.key,))
    look = {subject for _, kind, subject, _, _ in aside if kind == "matter"}
    ((every,),) = fetch(conn, "SELECT count(*) FROM matters")
    return Tally(
        waiting=waiting,
        acknowledged=there,
        not_counted=len(aside),
        matters_waiting=len(unsent),
        matters_there=max(0, every - len(unsent | unjudged | look)),
        matters_look=len(look),
        matters=every,
    )


def lacking(conn: Connection, peer: Peer, office: str, have: Vector) -> tuple[str, ...]:
    """Name the chains of this office of which the peer lacks an end that lies here.

    Where it holds an end further on that is not known here, nobody can tell yet: it is taken first.
    """
    found = []
    for chain, of, _ in fetch(conn, _ENDS):
        there = peer.vector.get(chain, {})
        missing = {top: seq for top, seq in have.get(chain, {}).items() if top not in there}
        if of == office and missing:
            known = journal.held_at(conn, chain, list(there))
            ahead = max((seq for top, seq in there.items() if top not in known), default=0)
            if ahead < max(missing.values()):
                found.append(chain)
    return tuple(found)


def unsigned(conn: Connection, peer: Peer, office: str, have: Vector) -> tuple[str, ...]:
    """Name the chains of this office that end there as here, and for which no receipt has come."""
    reached = receipts.reached(conn, peer.key)
    found = []
    for chain, of, _ in fetch(conn, _ENDS):
        there = peer.vector.get(chain, {})
        both = [seq for top, seq in have.get(chain, {}).items() if top in there]
        if of == office and both and max(both) > reached.get(chain, (0, b""))[0]:
            found.append(chain)
    return tuple(found)


def waiting_without(conn: Connection, office: str) -> Tally:
    """Count what would wait with no peer at all: everything."""
    entries = sum(end or 0 for _, of, end in fetch(conn, _ENDS) if of == office)
    ((every,),) = fetch(conn, "SELECT count(*) FROM matters")
    return Tally(waiting=entries, matters_waiting=every, matters=every)


def matters_between(conn: Connection, moved: Mapping[str, tuple[int, int]]) -> int:
    """Count the matters with an entry beyond `from` and up to `to` of these chains."""
    found: set[str] = set()
    for chain, (above, upto) in moved.items():
        found |= _matters(conn, _MATTERS_BETWEEN, (chain, above, upto))
    return len(found)


def asides(conn: Connection, peer: Peer) -> tuple[Aside, ...]:
    """List what is held there and does not count, one line a subject and reason."""
    found: dict[tuple[str, str, str, str], int] = {}
    for chain, kind, subject, why, _ in fetch(conn, _LOOKED_AT, (peer.key,)):
        key = (kind, subject, why, chain)
        found[key] = found.get(key, 0) + 1
    return tuple(
        Aside(kind, subject, why, count, chain)
        for (kind, subject, why, chain), count in sorted(found.items())
    )


def marks(conn: Connection, peer: Peer | None, subjects: Sequence[str]) -> dict[str, Where]:
    """Tell where the entries of each record lie; a visit's matters belong to it."""
    if peer is None:
        return dict.fromkeys(subjects, "here")
    held, judged = covers(conn, peer), receipts.judged(conn, peer.key)
    aside = {row[4] for row in fetch(conn, _LOOKED_AT, (peer.key,))}
    found: dict[str, Where] = {}
    for record, entries in _entries_of(conn, subjects).items():
        found[record] = _where(entries, held, judged, aside)
    return {subject: found.get(subject, "here") for subject in subjects}


def there_since(conn: Connection, peer: Peer, subject: str) -> int | None:
    """Give when the peer signed for the entry of a subject that it first found to count; it never moves."""
    judged = receipts.judged(conn, peer.key)
    aside = {row[4] for row in fetch(conn, _LOOKED_AT, (peer.key,))}
    steps = [
        step
        for one in _entries_of(conn, [subject]).get(subject, ())
        if one.seq <= judged.get(one.chain, 0) and one.hash not in aside
        if (step := _signed_at(conn, peer.key, one)) is not None
    ]
    return min(steps, default=None)


def _where(
    entries: Iterable[_Entry],
    held: Mapping[str, Cover],
    judged: Mapping[str, int],
    aside: set[bytes],
) -> Where:
    found: set[Where] = set()
    for one in entries:
        if one.hash in aside:
            return "look"
        if not held.get(one.chain, Cover()).holds(one.seq, one.hash):
            found.add("here")
        else:
            found.add("there" if one.seq <= judged.get(one.chain, 0) else "held")
    order: tuple[Where, ...] = ("here", "held", "there")
    return next((where for where in order if where in found), "here")


def _signed_at(conn: Connection, peer: str, one: _Entry) -> int | None:
    query = "SELECT at FROM acknowledged WHERE peer = ? AND chain = ? AND seq >= ? ORDER BY seq LIMIT 1"
    rows = fetch(conn, query, (peer, one.chain, one.seq))
    return int(rows[0][0]) if rows else None


def _entries_of(conn: Connection, subjects: Sequence[str]) -> dict[str, list[_Entry]]:
    """Give the entries of each record: its own, and of a visit those of its matters."""
    found: dict[str, list[_Entry]] = {}
    for some in _some(subjects):
        marks = ",".join("?" * len(some))
        of = {subject: [subject] for subject in some}
        for matter, visit in fetch(conn, f"SELECT id, visit FROM matters WHERE visit IN ({marks})", some):
            of.setdefault(matter, []).append(visit)
        for named in _some(list(of)):
            query = "SELECT subject, chain, seq, hash FROM entries WHERE subject IN ({})"
            for subject, chain, seq, entry_hash in fetch(
                conn, query.format(",".join("?" * len(named))), named
            ):
                for record in of[subject]:
                    found.setdefault(record, []).append(_Entry(chain, seq, entry_hash))
    return found


def _some(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for at in range(0, len(names), _MOST_NAMED):
        yield tuple(names[at : at + _MOST_NAMED])


def _missing(conn: Connection, chain: str, end: int, cover: Cover) -> tuple[range | list[bytes], set[str]]:
    """Give the entries of a chain that are not held there, and the matters among them."""
    if cover.hashes is None:
        if cover.upto >= end:
            return range(0), set()
        return range(cover.upto, end), _matters(conn, _MATTERS_BEYOND, (chain, cover.upto))
    missing = [h for h, _, _ in fetch(conn, _LINKS, (chain,)) if h not in cover.hashes]
    found = set()
    for entry_hash in missing:
        rows = fetch(conn, "SELECT subject FROM entries WHERE hash = ? AND kind = 'matter'", (entry_hash,))
        found |= {subject for (subject,) in rows}
    return missing, found


def _entries(conn: Connection, chain: str, end: int, cover: Cover) -> int:
    return end if cover.hashes is None else len(fetch(conn, _LINKS, (chain,)))


def _branches(conn: Connection, chain: str, tops: Mapping[bytes, int]) -> frozenset[bytes]:
    before = {entry_hash: prev for entry_hash, prev, _ in fetch(conn, _LINKS, (chain,))}
    return frozenset(h for top in tops for h in branch_to(top, before))


def _matters(conn: Connection, query: str, values: tuple[str | int, ...]) -> set[str]:
    return {subject for (subject,) in fetch(conn, query, values)}


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
