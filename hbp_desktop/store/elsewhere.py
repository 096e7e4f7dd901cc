"""What is known to be held outside this file: heads told by files and codes, and where they stand in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, func, insert, select

from hbp_desktop.domain.chain import Head, sign_head
from hbp_desktop.domain.entry import NOTHING, Entry
from hbp_desktop.domain.proof import ChainCode, SignedHead
from hbp_desktop.store.anchor import Anchor, digest_of_mark
from hbp_desktop.store.local_tables import device, elsewhere
from hbp_desktop.store.tables import chains, entries, heads
from hbp_desktop.store.work import Mark

Standing = Literal["held", "contradicted", "missing", "ahead", "unknown"]

LONGEST_SOURCE = 80


@dataclass(frozen=True, slots=True)
class Claim:
    """A head said to be held elsewhere. `sure`: this file held it once, so that it must be there."""

    source: str
    said: Mark | ChainCode
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a claim stands. *held*: its entry is here, written `at` (claimed, seconds since 1970 UTC).

    *contradicted*: another entry is in its place. *missing*: a chain that was here, or is this machine's own,
    does not reach so far. *ahead*: another machine's chain goes on elsewhere. *unknown*: no such chain here.
    """

    claim: Claim
    standing: Standing
    chain: str = ""
    seq: int = 0
    hash: bytes = NOTHING
    at: int = 0


def remembered(conn: Connection) -> tuple[Claim, ...]:
    """Give what was learned before, in the order it was learned."""
    rows = conn.execute(select(elsewhere).order_by(elsewhere.c.at, elsewhere.c.seq))
    return tuple(Claim(row.source, Mark(row.chain, row.seq, row.hash), sure=True) for row in rows)


def learn(conn: Connection, found: Iterable[Placed], now: int) -> None:
    """Remember the heads that are held elsewhere and here alike; what contradicts is told, not kept."""
    rows = [
        {"chain": one.chain, "hash": one.hash, "source": _named(one), "seq": one.seq, "at": now}
        for one in found
        if one.standing == "held"
    ]
    if rows:
        conn.execute(insert(elsewhere).prefix_with("OR IGNORE"), rows)


def place(conn: Connection, claim: Claim) -> Placed:
    """Find a claim's place among the entries held."""
    said = claim.said
    if isinstance(said, Mark):
        return _place(conn, claim, [said.chain], said.seq)
    named = [chain for chain in conn.execute(select(chains.c.chain)).scalars() if said.is_of(chain)]
    return _place(conn, claim, named, said.seq)


def anchored_here(conn: Connection, anchors: Iterable[Anchor]) -> int | None:
    """Give the time of the last entry that an anchor knows: outside the file, but on the same machine."""
    found = [at for anchor in anchors for at in _anchored(conn, anchor)]
    return max(found, default=None)


def signed_heads(conn: Connection, reach: Iterable[tuple[str, int]] | None = None) -> tuple[SignedHead, ...]:
    """Give a head of every chain that others can check without this file; nothing is written.

    Chains of this machine are signed at their end, others at the last head held. With `reach` (chain, seq)
    only those chains: this machine's at just that seq, others at the first head held from there on.
    """
    wanted = _ends(conn) if reach is None else list(reach)
    found = (_signed(conn, chain, seq, reach is None) for chain, seq in sorted(wanted))
    return tuple(one for one in found if one is not None)


def _anchored(conn: Connection, anchor: Anchor) -> Iterable[int]:
    there = select(entries.c.hash, entries.c.header).where(
        entries.c.chain == anchor.chain, entries.c.seq == anchor.seq
    )
    for row in conn.execute(there):
        if digest_of_mark(row.hash) == anchor.mark:
            yield Entry(NOTHING, row.header, NOTHING, None).header.at


def _ends(conn: Connection) -> list[tuple[str, int]]:
    rows = conn.execute(select(entries.c.chain, func.max(entries.c.seq)).group_by(entries.c.chain))
    return [(chain, int(seq)) for chain, seq in rows]


def _signed(conn: Connection, chain: str, seq: int, at_end: bool) -> SignedHead | None:
    opening = conn.execute(
        select(entries.c.header).where(entries.c.chain == chain, entries.c.seq == 1)
    ).first()
    opens = Entry(NOTHING, opening.header, NOTHING, None).header.opens if opening else None
    head = _own(conn, chain, seq) or _others(conn, chain, seq, at_end)
    if opens is None or head is None:
        return None
    return SignedHead(head, bytes.fromhex(opens.device), bytes.fromhex(opens.nonce))


def _own(conn: Connection, chain: str, seq: int) -> Head | None:
    secret = conn.execute(select(device.c.secret).where(device.c.chain == chain)).scalar()
    found = select(entries.c.hash).where(entries.c.chain == chain, entries.c.seq == seq)
    entry_hash = conn.execute(found.order_by(entries.c.n.desc())).scalar()
    return None if secret is None or entry_hash is None else sign_head(chain, seq, entry_hash, secret)


def _others(conn: Connection, chain: str, seq: int, at_end: bool) -> Head | None:
    of_chain = select(heads).where(heads.c.chain == chain)
    nearest = of_chain.where(heads.c.seq >= seq).order_by(heads.c.seq)
    last = of_chain.order_by(heads.c.seq.desc())
    row = conn.execute((last if at_end else nearest).limit(1)).first()
    return None if row is None else Head(row.chain, row.seq, row.hash, row.signature)


def _place(conn: Connection, claim: Claim, named: list[str], seq: int) -> Placed:
    for chain in named:
        columns = select(entries.c.hash, entries.c.header)
        for row in conn.execute(columns.where(entries.c.chain == chain, entries.c.seq == seq)):
            if _is_said(claim.said, row.hash):
                at = Entry(NOTHING, row.header, NOTHING, None).header.at
                return Placed(claim, "held", chain, seq, row.hash, at)
    return _not_held(conn, claim, named, seq)


def _not_held(conn: Connection, claim: Claim, named: list[str], seq: int) -> Placed:
    for chain in named:
        last = conn.execute(
            select(entries.c.seq).where(entries.c.chain == chain).order_by(entries.c.seq.desc()).limit(1)
        ).scalar()
        if last is not None and last >= seq:
            return Placed(claim, "contradicted", chain, seq)
        if claim.sure or _is_own(conn, chain):
            return Placed(claim, "missing", chain, seq)
        if last is not None:
            return Placed(claim, "ahead", chain, seq)
    return Placed(claim, "unknown", named[0] if named else "", seq)


def _is_own(conn: Connection, chain: str) -> bool:
    return conn.execute(select(device.c.chain).where(device.c.chain == chain)).first() is not None


def _is_said(said: Mark | ChainCode, entry_hash: bytes) -> bool:
    return said.names(entry_hash) if isinstance(said, ChainCode) else said.hash == entry_hash


def _named(one: Placed) -> str:
    return one.claim.source[:LONGEST_SOURCE]
