"""What machines give one another: vectors of what is held, and ranges of whole chains up to signed heads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from hbp_desktop.domain.chain import Head, Range, Vector, branch_to, heads_of, sign_head, unfold_range
from hbp_desktop.domain.entry import NOTHING, Entry, Gone
from hbp_desktop.domain.errors import Damaged
from hbp_desktop.store import journal
from hbp_desktop.store.project import reproject
from hbp_desktop.store.tables import chains, device, entries, heads

_LINKS = select(entries.c.chain, entries.c.prev, entries.c.hash, entries.c.seq)


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of some ranges: the entries that were new, and why others were not held."""

    new: tuple[Entry, ...]
    refused: tuple[Damaged, ...]


def vector(conn: Connection) -> Vector:
    """Give what this file holds: the heads of every chain, several after a fork."""
    return heads_of(tuple(row) for row in conn.execute(_LINKS))


def sign_own_heads(conn: Connection) -> None:
    """Sign every end of every chain this device wrote, as before each exchange."""
    for own in conn.execute(select(device.c.chain, device.c.secret)).all():
        rows = conn.execute(_LINKS.where(entries.c.chain == own.chain))
        for entry_hash, seq in heads_of(tuple(row) for row in rows).get(own.chain, {}).items():
            if not _is_kept(conn, entry_hash):
                journal.keep_head(conn, sign_head(own.chain, seq, entry_hash, own.secret))


def ranges(conn: Connection, have: Vector) -> list[Range]:
    """Give what a holder of `have` lacks, from the last link it surely has, up to signed heads."""
    sign_own_heads(conn)
    found: list[Range] = []
    for chain, tops in vector(conn).items():
        if not tops.keys() <= have.get(chain, {}).keys():
            found += _lacking(conn, chain, tops, have.get(chain, {}))
    return found


def take(conn: Connection, taken: Range) -> tuple[Entry, ...]:
    """Check a range and hold what is new of it, uncounted until `journal.recount`; raises Damaged."""
    before = None if taken.prev == NOTHING else journal.by_hash(conn, taken.prev)
    if before is None and taken.prev != NOTHING:
        raise Damaged("link_lost", chain=taken.chain, seq=taken.head.seq)
    arrived = unfold_range(taken, before, _device_of(conn, taken))
    known = set(conn.execute(select(entries.c.hash).where(entries.c.chain == taken.chain)).scalars())
    new = tuple(entry for entry in arrived if entry.hash not in known)
    journal.append(conn, new, counted=False)
    journal.keep_head(conn, taken.head)
    return new


def take_in(conn: Connection, offered: Iterable[Range]) -> Taken:
    """Hold what is new of all ranges, whatever their order; decide anew what counts; project it.

    A range that is damaged, or hangs on a link not held, is refused alone.
    """
    new, refused = _take_all(conn, list(offered))
    touched = {(entry.header.kind, entry.header.subject) for entry in new} | journal.recount(conn)
    reproject(conn, touched)
    return Taken(tuple(new), tuple(refused))


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
    rows = conn.execute(_LINKS.where(entries.c.chain == chain)).all()
    before = {row.hash: row.prev for row in rows}
    known = {h for top in have if top in before for h in branch_to(top, before)}
    signed = _signed_heads(conn, chain)
    for top in tops:
        branch = [h for h in branch_to(top, before) if h not in known]
        while branch and branch[-1] not in signed:
            branch.pop()
        if branch:
            yield Range(chain, before[branch[0]], _bytes_of(conn, chain, branch), signed[branch[-1]])


def _signed_heads(conn: Connection, chain: str) -> dict[bytes, Head]:
    rows = conn.execute(select(heads).where(heads.c.chain == chain))
    return {row.hash: Head(row.chain, row.seq, row.hash, row.signature) for row in rows}


def _bytes_of(
    conn: Connection, chain: str, hashes: Sequence[bytes]
) -> tuple[tuple[bytes, bytes | Gone], ...]:
    columns = (entries.c.hash, entries.c.header, entries.c.body, entries.c.digest)
    wanted = set(hashes)
    rows = conn.execute(select(*columns).where(entries.c.chain == chain))
    found = {row.hash: row for row in rows if row.hash in wanted}
    return tuple(
        (found[h].header, Gone(found[h].digest) if found[h].body is None else found[h].body) for h in hashes
    )


def _is_kept(conn: Connection, entry_hash: bytes) -> bool:
    return conn.execute(select(heads.c.seq).where(heads.c.hash == entry_hash)).first() is not None


def _device_of(conn: Connection, taken: Range) -> bytes:
    """Give the device key of a range's chain: as known here, or as its first entry opens it."""
    row = conn.execute(select(chains.c.device).where(chains.c.chain == taken.chain)).one_or_none()
    if row is not None:
        return bytes.fromhex(row.device)
    if taken.prev == NOTHING and taken.entries:
        opens = Entry(NOTHING, taken.entries[0][0], NOTHING, None).header.opens
        if opens is not None:
            return bytes.fromhex(opens.device)
    raise Damaged("link_lost", chain=taken.chain, seq=taken.head.seq)
