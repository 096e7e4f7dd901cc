"""Where each record is: here, held by the state office, counted there, or held and not counted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy import Connection

from hbp_desktop.store import receipts
from hbp_desktop.store.direct import fetch
from hbp_desktop.store.outgoing import LOOKED_AT, Cover, covers
from hbp_desktop.store.peers import Peer

Where = Literal["here", "held", "there", "look"]

_MOST_NAMED = 500


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


def asides(conn: Connection, peer: Peer) -> tuple[Aside, ...]:
    """List what is held there and does not count, one line a subject and reason."""
    found: dict[tuple[str, str, str, str], int] = {}
    for chain, kind, subject, why, _ in fetch(conn, LOOKED_AT, (peer.key,)):
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
    aside = {row[4] for row in fetch(conn, LOOKED_AT, (peer.key,))}
    found: dict[str, Where] = {}
    for record, entries in _entries_of(conn, subjects).items():
        found[record] = _where(entries, held, judged, aside)
    return {subject: found.get(subject, "here") for subject in subjects}


def there_since(conn: Connection, peer: Peer, subject: str) -> int | None:
    """Give when the peer signed for the entry of a subject that it first found to count; it never moves."""
    judged = receipts.judged(conn, peer.key)
    aside = {row[4] for row in fetch(conn, LOOKED_AT, (peer.key,))}
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
