"""What a peer signed for: its receipts, how far each chain is held there, and what counts there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from hbp_desktop.store.direct import fetch, insert_into, run_many
from hbp_desktop.store.local_tables import acknowledged, not_counted, receipts, verdicts

_HELD = "SELECT 1 FROM entries WHERE hash = ? AND chain = ? AND seq = ?"
_STEP = "SELECT max(seq) FROM acknowledged WHERE peer = ? AND chain = ?"


@dataclass(frozen=True)
class Kept:
    """A receipt as kept: `data` as the peer signed them; `at` by the peer's clock."""

    incarnation: str
    number: int
    at: int
    entries: int
    matters: int
    data: bytes = field(repr=False)
    signature: bytes = field(repr=False)


def keep(conn: Connection, peer: str, receipt: Kept, now: int) -> None:
    """Keep a receipt, once."""
    row = {
        "peer": peer,
        "incarnation": receipt.incarnation,
        "number": receipt.number,
        "at": receipt.at,
        "kept_at": now,
        "entries": receipt.entries,
        "matters": receipt.matters,
        "bytes": receipt.data,
        "signature": receipt.signature,
    }
    conn.execute(insert(receipts).values(**row).on_conflict_do_nothing())


def newest(conn: Connection, peer: str, most: int = 1) -> tuple[Kept, ...]:
    """Give the receipts kept last, newest first."""
    query = select(receipts).where(receipts.c.peer == peer)
    rows = conn.execute(query.order_by(receipts.c.kept_at.desc(), receipts.c.number.desc()).limit(most))
    return tuple(
        Kept(row.incarnation, row.number, row.at, row.entries, row.matters, row.bytes, row.signature)
        for row in rows
    )


def last_number(conn: Connection, peer: str, incarnation: str) -> int:
    """Give the number of the last receipt of an incarnation, 0 without one."""
    query = select(func.max(receipts.c.number)).where(
        receipts.c.peer == peer, receipts.c.incarnation == incarnation
    )
    return conn.execute(query).scalar() or 0


def is_held(conn: Connection, chain: str, seq: int, entry_hash: bytes) -> bool:
    """Tell whether just this entry lies here at just this place."""
    return bool(fetch(conn, _HELD, (entry_hash, chain, seq)))


def acknowledge(
    conn: Connection, peer: str, held: Mapping[str, tuple[int, bytes]], at: int
) -> dict[str, tuple[int, int]]:
    """Move each chain up to the entry the peer holds, never back; gives (from, to) of those that moved.

    An entry that does not lie here moves nothing: what it would cover is not known.
    """
    moved: dict[str, tuple[int, int]] = {}
    for chain, (seq, entry_hash) in held.items():
        before = fetch(conn, _STEP, (peer, chain))[0][0] or 0
        if seq > before and is_held(conn, chain, seq, entry_hash):
            row = {"peer": peer, "chain": chain, "seq": seq, "hash": entry_hash, "at": at}
            conn.execute(insert(acknowledged), row)
            moved[chain] = (before, seq)
    return moved


def reached(conn: Connection, peer: str) -> dict[str, tuple[int, bytes]]:
    """Give how far the peer ever signed to hold each chain."""
    rows = fetch(
        conn, "SELECT chain, max(seq), hash FROM acknowledged WHERE peer = ? GROUP BY chain", (peer,)
    )
    return {chain: (seq, entry_hash) for chain, seq, entry_hash in rows}


def judged(conn: Connection, peer: str) -> dict[str, int]:
    """Give how far the peer has said what counts of each chain."""
    return {row.chain: row.upto for row in conn.execute(select(verdicts).where(verdicts.c.peer == peer))}


def keep_verdict(
    conn: Connection,
    peer: str,
    upto: Mapping[str, int],
    aside: Iterable[tuple[str, int, bytes, str]],
) -> None:
    """Keep the peer's word on what counts, in place of its last."""
    if dict(upto) != judged(conn, peer):
        conn.execute(delete(verdicts).where(verdicts.c.peer == peer))
        rows = [{"peer": peer, "chain": chain, "upto": seq} for chain, seq in upto.items()]
        run_many(conn, insert_into(verdicts), rows)
    conn.execute(delete(not_counted).where(not_counted.c.peer == peer))
    found = {
        entry_hash: {"peer": peer, "hash": entry_hash, "chain": chain, "seq": seq, "why": why[:40]}
        for chain, seq, entry_hash, why in aside
    }
    if found:
        run_many(conn, insert_into(not_counted), list(found.values()))
