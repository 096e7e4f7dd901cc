"""What machines give one another: vectors of what is held, and ranges of whole chains up to signed heads."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from hbp_desktop.domain.chain import Head, Range, Vector, branch_to, sign_head, unfold_range
from hbp_desktop.domain.entry import NOTHING, Entry, Gone
from hbp_desktop.domain.errors import Damaged
from hbp_desktop.store import counting, ends, journal
from hbp_desktop.store.direct import fetch
from hbp_desktop.store.local_tables import device
from hbp_desktop.store.project import reproject
from hbp_desktop.store.tables import chains, heads

_LINKS = "SELECT hash, prev FROM entries WHERE chain = ? AND seq > ? ORDER BY seq"
_FILL = "UPDATE entries SET body = ? WHERE hash = ? AND body IS NULL RETURNING 1"
_BYTES = "SELECT hash, header, body, digest FROM entries WHERE chain = ? AND seq BETWEEN ? AND ?"


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of some ranges: the entries that were new, and why others were not held."""

    new: tuple[Entry, ...]
    refused: tuple[Damaged, ...]


def vector(conn: Connection) -> Vector:
    """Give what this file holds: the heads of every chain, several after a fork."""
    return {chain: end.tips for chain, end in ends.ends(conn).items()}


def sums(conn: Connection, of: Collection[str] | None = None) -> Mapping[str, tuple[int, bytes]]:
    """Give how many entries of each chain (of all, or of these) are held, and the XOR of their hashes."""
    return {
        chain: (end.entries, end.xor.to_bytes(len(NOTHING), "big"))
        for chain, end in ends.ends(conn).items()
        if of is None or chain in of
    }


def sign_own_heads(conn: Connection) -> None:
    """Sign every end of every chain this device wrote, as before each exchange."""
    held = ends.keep(conn)
    for own in conn.execute(select(device.c.chain, device.c.secret)).all():
        for entry_hash, seq in held[own.chain].tips.items() if own.chain in held else ():
            if not _is_kept(conn, entry_hash):
                journal.keep_head(conn, sign_head(own.chain, seq, entry_hash, own.secret))


def ranges(conn: Connection, have: Vector) -> list[Range]:
    """Give what a holder of `have` lacks, from the last link it surely has, up to heads signed first."""
    sign_own_heads(conn)
    return joined(pieces(conn, have))


def pieces(conn: Connection, have: Vector, of: Collection[str] | None = None) -> Iterator[Range]:
    """Give the same in pieces, each up to the next signed head, in an order in which each can be taken.

    Of all chains, or of these. No more than one piece's bytes are in memory, beside the hashes of one chain.
    It only reads: what was written since the heads were signed is not given.
    """
    for chain, tops in vector(conn).items():
        if (of is None or chain in of) and not tops.keys() <= have.get(chain, {}).keys():
            yield from _lacking(conn, chain, tops, have.get(chain, {}))


def joined(found: Iterable[Range]) -> list[Range]:
    """Join each piece to the one before where it goes on from its head."""
    whole: list[list[Range]] = []
    for one in found:
        if whole and (whole[-1][-1].chain, whole[-1][-1].head.hash) == (one.chain, one.prev):
            whole[-1].append(one)
        else:
            whole.append([one])
    return [
        Range(run[0].chain, run[0].prev, tuple(pair for one in run for pair in one.entries), run[-1].head)
        for run in whole
    ]


def take(conn: Connection, taken: Range) -> tuple[Entry, ...]:
    """Check a range, hold what is new of it and the bodies that were not here; raises Damaged.

    What it gives is uncounted until `counting.recount`.
    """
    before = None if taken.prev == NOTHING else journal.by_hash(conn, taken.prev)
    if before is None and taken.prev != NOTHING:
        raise Damaged("link_lost", chain=taken.chain, seq=taken.head.seq)
    arrived = unfold_range(taken, before, _device_of(conn, taken))
    known = journal.held_at(conn, taken.chain, [entry.hash for entry in arrived])
    new = tuple(entry for entry in arrived if entry.hash not in known)
    filled = tuple(entry for entry in arrived if entry.hash in known and _filled(conn, entry))
    journal.append(conn, new, counted=False)
    journal.keep_head(conn, taken.head)
    return filled + new


def take_in(conn: Connection, offered: Iterable[Range]) -> Taken:
    """Hold what is new of all ranges, whatever their order; decide anew what counts; project it.

    A range that is damaged, or hangs on a link not held, is refused alone.
    """
    new, refused = _take_all(conn, list(offered))
    touched = {(entry.header.kind, entry.header.subject) for entry in new} | counting.recount(conn, new)
    ends.keep(conn)
    reproject(conn, touched)
    return Taken(tuple(new), tuple(refused))


def pin(conn: Connection, said: Mapping[str, bytes]) -> None:
    """Pin the foundings of other offices, as a state office told them, and count what counts by them."""
    reproject(conn, counting.pin(conn, said))


def _take_all(conn: Connection, waiting: list[Range]) -> tuple[list[Entry], list[Damaged]]:
    new: list[Entry] = []
    refused: list[Damaged] = []
    while waiting:
        later: list[Range] = []
        refused = [error for error in refused if error.code != "link_lost"]
        for one in waiting:
            try:
                new += take(conn, one)
            except Damaged as error:
                refused.append(error)
                later += [one] if error.code == "link_lost" else []
        waiting = later if len(later) < len(waiting) else []
    return new, refused


def _lacking(
    conn: Connection, chain: str, tops: Mapping[bytes, int], have: Mapping[bytes, int]
) -> Iterator[Range]:
    """Cut what leads from what is had to each end at its signed heads; no entry is given twice."""
    before, known = _links_beyond(conn, chain, tops, have)
    signed = _signed_heads(conn, chain)
    for top in sorted(tops, key=lambda found: (tops[found], found)):
        branch = [h for h in branch_to(top, before) if h not in known]
        piece: list[bytes] = []
        for entry_hash in branch:
            piece.append(entry_hash)
            if head := signed.get(entry_hash):
                yield Range(chain, before[piece[0]], _bytes_of(conn, head, piece), head)
                known.update(piece)
                piece = []


def _links_beyond(
    conn: Connection, chain: str, tops: Mapping[bytes, int], have: Mapping[bytes, int]
) -> tuple[dict[bytes, bytes], set[bytes]]:
    """Map entries to their prev, all that lead from what is had to the ends; and name what is had."""
    had = journal.held_at(conn, chain, list(have))
    above = min(had.values(), default=0)
    before = dict(fetch(conn, _LINKS, (chain, above)))
    if above and not all(top in had or _reaches(top, before, had) for top in tops):
        before = dict(fetch(conn, _LINKS, (chain, 0)))  # a branch that leaves below what is had
    return before, {*had, *(h for top in had for h in branch_to(top, before))}


def _reaches(top: bytes, before: Mapping[bytes, bytes], had: Collection[bytes]) -> bool:
    branch = branch_to(top, before)
    return bool(branch) and before[branch[0]] in had


def _signed_heads(conn: Connection, chain: str) -> dict[bytes, Head]:
    rows = conn.execute(select(heads).where(heads.c.chain == chain))
    return {row.hash: Head(row.chain, row.seq, row.hash, row.signature) for row in rows}


def _bytes_of(conn: Connection, head: Head, hashes: list[bytes]) -> tuple[tuple[bytes, bytes | Gone], ...]:
    """Give the bytes of the entries that lead to a head, the first of them first."""
    rows = fetch(conn, _BYTES, (head.chain, head.seq - len(hashes) + 1, head.seq))
    found = {
        entry_hash: (header, Gone(digest) if body is None else body)
        for entry_hash, header, body, digest in rows
    }
    return tuple(found[entry_hash] for entry_hash in hashes)


def _filled(conn: Connection, entry: Entry) -> bool:
    """Fill in a body that was withheld; the entry's hash covers it, so there is but one that fits."""
    if entry.body_bytes is None:
        return False
    return bool(fetch(conn, _FILL, (entry.body_bytes, entry.hash)))


def _is_kept(conn: Connection, entry_hash: bytes) -> bool:
    return conn.execute(select(heads.c.seq).where(heads.c.hash == entry_hash)).first() is not None


def _device_of(conn: Connection, taken: Range) -> bytes:
    """Give the device key of a range's chain: as known here, or as its first entry opens it."""
    query = select(chains.c.device, chains.c.office).where(chains.c.chain == taken.chain)
    row = conn.execute(query).one_or_none()
    opens = None
    if taken.prev == NOTHING and taken.entries:
        opens = Entry(NOTHING, taken.entries[0][0], NOTHING, None).header.opens
    if row is not None and opens is not None and (opens.device, opens.office) != (row.device, row.office):
        raise Damaged("chain_name", chain=taken.chain)  # a second opening moves no chain to another office
    if row is not None:
        return bytes.fromhex(row.device)
    if opens is not None:
        return bytes.fromhex(opens.device)
    raise Damaged("link_lost", chain=taken.chain, seq=taken.head.seq)
