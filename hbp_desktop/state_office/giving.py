"""What a device lacks of what it may have: ranges up to signed heads, as many as it has room for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from hbp_desktop.domain.chain import Head, Range, Vector, branch_to
from hbp_desktop.domain.entry import NOTHING, Gone
from hbp_desktop.state_office.answering import Holdings
from hbp_desktop.state_office.statements import among, rows
from hbp_desktop.sync.batch import MOST_RANGES, write_batch
from hbp_desktop.sync.messages import Ask

LARGE = 512 * 1024  # bytes of entries in one batch, before packing
SMALL = 64 * 1024  # on a line that has little room
POOR = 256 * 1024  # bytes of room
_MOST = 200  # hashes named in one statement
_PACKED = 4  # entries pack to about a quarter

_LINKS = "SELECT hash, prev FROM entries WHERE chain = ? AND seq > ?"
_PLACES = "SELECT hash, seq FROM entries WHERE chain = ? AND hash IN ({})"
_BYTES = "SELECT hash, header, body, digest FROM entries WHERE hash IN ({})"
_HEADS = "SELECT hash, seq, signature FROM heads WHERE chain = ? AND seq > ?"


@dataclass(frozen=True)
class Given:
    """Batches for a device, and whether there is more than it had room for."""

    batches: tuple[bytes, ...] = ()
    more: bool = False


def give(conn: Connection, ask: Ask, held: Holdings, secret: bytes) -> Given:
    """Pack what the asker lacks of `held` into the room it has."""
    if ask.room <= 0:
        return Given((), next(_behind(conn, ask, held.vector), None) is not None)
    lacking = _lacking(conn, ask, held.vector)
    batches: list[bytes] = []
    size = SMALL if ask.room <= POOR else LARGE
    used = 0
    for ranges in _filled(conn, lacking, size):
        if batches and used + size // _PACKED > ask.room:
            return Given(tuple(batches), True)
        offices = {held.office_of[one.chain] for one in ranges}
        batches.append(write_batch(offices.pop() if len(offices) == 1 else "", ranges, secret))
        used += len(batches[-1])
    return Given(tuple(batches))


@dataclass(frozen=True)
class _Branch:
    """Hashes of a chain that are lacked, first to last, the link before them, and signed heads among them."""

    chain: str
    prev: bytes
    hashes: Sequence[bytes]
    heads: dict[bytes, Head]


def _lacking(conn: Connection, ask: Ask, vector: Vector) -> Iterator[_Branch]:
    for chain, known in _behind(conn, ask, vector):
        tops = vector[chain]
        # On a single line nothing up to the last known entry is lacked; a fork may have begun before it.
        beyond = max(known.values(), default=0) if len(tops) == 1 else 0
        yield from _branches(conn, chain, sorted(tops), known, beyond)


def _behind(conn: Connection, ask: Ask, vector: Vector) -> Iterator[tuple[str, Mapping[bytes, int]]]:
    """Name the chains that the asker lacks something of, with where its heads are in them.

    Not those whose heads are all unknown here: it is ahead, or on another branch, and what it brings will
    tell where to begin.
    """
    for chain, tops in vector.items():
        had = ask.have.get(chain, {}).keys()
        if tops.keys() <= had:
            continue
        known = _places(conn, chain, had)
        if known or not had:
            yield chain, known


def _places(conn: Connection, chain: str, hashes: Iterable[bytes]) -> dict[bytes, int]:
    named = tuple(hashes)[:_MOST]
    return dict(rows(conn, _PLACES.format(among(len(named))), (chain, *named))) if named else {}


def _branches(
    conn: Connection, chain: str, tops: Sequence[bytes], known: Mapping[bytes, int], beyond: int
) -> Iterator[_Branch]:
    before: dict[bytes, bytes] = dict(rows(conn, _LINKS, (chain, beyond)))
    signed = {
        top: Head(chain, seq, top, signature) for top, seq, signature in rows(conn, _HEADS, (chain, beyond))
    }
    given = {NOTHING, *known, *(one for top in known for one in branch_to(top, before))}
    for top in tops:
        branch = [one for one in branch_to(top, before) if one not in given]
        while branch and branch[-1] not in signed:
            branch.pop()
        if branch and before[branch[0]] in given:  # else it hangs on what was lost here
            given.update(branch)
            yield _Branch(chain, before[branch[0]], branch, signed)


def _filled(conn: Connection, lacking: Iterable[_Branch], size: int) -> Iterator[list[Range]]:
    """Give ranges by the batch, each of about `size` bytes of entries."""
    ranges: list[Range] = []
    filled = 0
    for branch in lacking:
        for one, weight in _ranges(conn, branch, size):
            ranges.append(one)
            filled += weight
            if filled >= size or len(ranges) == MOST_RANGES:
                yield ranges
                ranges, filled = [], 0
    if ranges:
        yield ranges


def _ranges(conn: Connection, branch: _Branch, size: int) -> Iterator[tuple[Range, int]]:
    """Cut a branch at signed heads into ranges of at least `size` bytes, with what each weighs."""
    prev, weight = branch.prev, 0
    pairs: list[tuple[bytes, bytes | Gone]] = []
    for entry_hash, header, body in _bytes_of(conn, branch.hashes):
        pairs.append((header, body))
        weight += len(header) + (32 if isinstance(body, Gone) else len(body))
        head = branch.heads.get(entry_hash)
        if head is not None and (weight >= size or entry_hash == branch.hashes[-1]):
            yield Range(branch.chain, prev, tuple(pairs), head), weight
            prev, pairs, weight = entry_hash, [], 0


def _bytes_of(conn: Connection, hashes: Sequence[bytes]) -> Iterator[tuple[bytes, bytes, bytes | Gone]]:
    for at in range(0, len(hashes), _MOST):
        some = tuple(hashes[at : at + _MOST])
        found = {
            row[0]: (row[1], Gone(row[3]) if row[2] is None else row[2])
            for row in rows(conn, _BYTES.format(among(len(some))), some)
        }
        for entry_hash in some:
            yield entry_hash, *found[entry_hash]
