"""Which entries this file may lack, by gaps in the numbers of its chains.

Known from what was remembered outside (anchors, heads others told), from chains that name one before them,
and from where this machine's own chain stood when a backup was restored: what it wrote later is unknown.
The list grows shorter by itself as the entries arrive.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, insert, select

from hbp_desktop.store.anchor import Anchor, digest_of_mark
from hbp_desktop.store.local_tables import elsewhere
from hbp_desktop.store.local_tables import gaps as noted
from hbp_desktop.store.tables import chains, entries

ANCHOR, RESTORED = "anchor", "restored"
UNKNOWN = 0


@dataclass(frozen=True, slots=True)
class Gap:
    """Entries `first` to `last` (0: nobody here knows how far) of a chain; `device` its key in hex, or ""."""

    chain: str
    device: str
    first: int
    last: int


def note_anchors(conn: Connection, lost: Iterable[Anchor], now: int) -> None:
    """Note entries that this machine wrote, as remembered outside, and the file does not hold."""
    for anchor in sorted(lost, key=lambda one: one.seq):
        reached = _reached(conn, anchor.chain)
        first = min(reached + 1, anchor.seq)
        _note(conn, anchor.chain, ANCHOR, first, anchor.seq, bytes.fromhex(anchor.mark), now)


def note_end(conn: Connection, chain: str, reached: int, now: int) -> None:
    """Note that this machine may have written more in a chain than a backup of it held."""
    _note(conn, chain, RESTORED, reached + 1, UNKNOWN, b"", now)


def gaps(conn: Connection) -> tuple[Gap, ...]:
    """Give what may be missing now, one gap a chain."""
    found: dict[str, Gap] = {}
    for gap in (*_noted(conn), *_told(conn), *_unknown_before(conn)):
        known = found.get(gap.chain)
        found[gap.chain] = gap if known is None else _joined(known, gap)
    return tuple(sorted(found.values(), key=lambda gap: (gap.device, gap.chain)))


def _joined(one: Gap, other: Gap) -> Gap:
    last = max(one.last, other.last)  # a number somebody knows is worth more than none
    return replace(one, first=min(one.first, other.first), last=last)


def _noted(conn: Connection) -> Iterable[Gap]:
    for row in conn.execute(select(noted)).all():
        reached = _reached(conn, row.chain)
        if row.source == ANCHOR and not _is_held(conn, row.chain, row.last, row.mark):
            first = reached + 1 if row.first <= reached < row.last else row.first
            yield Gap(row.chain, _device(conn, row.chain), first, row.last)
        if row.source == RESTORED and reached < row.first and not _told_since(conn, row.chain, row.at):
            yield Gap(row.chain, _device(conn, row.chain), row.first, UNKNOWN)


def _told(conn: Connection) -> Iterable[Gap]:
    """Give what others said they hold and this file does not."""
    held = select(entries.c.hash)
    columns = select(elsewhere.c.chain, func.max(elsewhere.c.seq).label("seq"))
    lacking = columns.where(elsewhere.c.hash.not_in(held)).group_by(elsewhere.c.chain)
    for row in conn.execute(lacking).all():
        first = min(_reached(conn, row.chain) + 1, row.seq)
        yield Gap(row.chain, _device(conn, row.chain), first, row.seq)


def _unknown_before(conn: Connection) -> Iterable[Gap]:
    """Give chains that are named as the one before another and are not held at all."""
    known = select(chains.c.chain)
    orphans = select(chains.c.before, chains.c.device).where(
        chains.c.before.is_not(None), chains.c.before.not_in(known)
    )
    for row in conn.execute(orphans).all():
        yield Gap(row.before, row.device, 1, UNKNOWN)


def _note(conn: Connection, chain: str, source: str, first: int, last: int, mark: bytes, now: int) -> None:
    row = {"chain": chain, "source": source, "first": first, "last": last, "mark": mark, "at": now}
    conn.execute(insert(noted).prefix_with("OR REPLACE"), row)


def _reached(conn: Connection, chain: str) -> int:
    found = conn.execute(select(func.max(entries.c.seq)).where(entries.c.chain == chain)).scalar()
    return int(found or 0)


def _is_held(conn: Connection, chain: str, seq: int, mark: bytes) -> bool:
    there = select(entries.c.hash).where(entries.c.chain == chain, entries.c.seq == seq)
    return any(digest_of_mark(entry_hash) == mark.hex() for entry_hash in conn.execute(there).scalars())


def _told_since(conn: Connection, chain: str, since: int) -> bool:
    told = select(elsewhere.c.seq).where(elsewhere.c.chain == chain, elsewhere.c.at > since)
    return conn.execute(told.limit(1)).first() is not None


def _device(conn: Connection, chain: str) -> str:
    return str(conn.execute(select(chains.c.device).where(chains.c.chain == chain)).scalar() or "")
