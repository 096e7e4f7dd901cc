"""A device's line of entries: links, openings, signed heads and version vectors."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hbp_desktop.domain.entry import NOTHING, Entry, Gone, Opening, chain_of, received
from hbp_desktop.domain.errors import Damaged
from hbp_desktop.domain.signing import is_signed, sign

SIGN_EVERY = 32  # the author signs a head at least this often, and at each exchange

Vector = Mapping[str, Mapping[bytes, int]]  # chain -> hash of each head -> its seq; two heads are a fork


@dataclass(frozen=True, slots=True)
class Head:
    """The author's word that a chain reached this entry; everything before it is covered by its hash."""

    chain: str
    seq: int
    hash: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Range:
    """Contiguous entries of one chain (header, body), from the link they hang on to a signed head."""

    chain: str
    prev: bytes
    entries: tuple[tuple[bytes, bytes | Gone], ...]
    head: Head


def sign_head(chain: str, seq: int, entry_hash: bytes, secret: bytes) -> Head:
    """Sign a head with the device key."""
    return Head(chain, seq, entry_hash, sign("head", secret, _head_bytes(chain, seq, entry_hash)))


def is_head_signed(head: Head, device: bytes) -> bool:
    """Check a head against the device key of its chain."""
    return is_signed("head", device, _head_bytes(head.chain, head.seq, head.hash), head.signature)


def check_link(entry: Entry, before: Entry | None) -> None:
    """Raise Damaged unless `entry` continues `before` (None: opens its chain)."""
    header = entry.header
    if before is None:
        if header.seq != 1 or entry.prev != NOTHING:
            raise Damaged("link_lost", chain=header.chain, seq=header.seq)
        check_opening(header.chain, header.opens)
    elif header.chain != before.header.chain or header.seq != before.header.seq + 1:
        raise Damaged("link_order", chain=header.chain, seq=header.seq)
    elif entry.prev != before.hash:
        raise Damaged("link_broken", chain=header.chain, seq=header.seq)


def check_opening(chain: str, opens: Opening | None) -> None:
    """Raise Damaged unless the chain's name comes from the device key and nonce that open it."""
    if opens is None or chain_of(bytes.fromhex(opens.device), bytes.fromhex(opens.nonce)) != chain:
        raise Damaged("chain_name", chain=chain)


def unfold_range(taken: Range, before: Entry | None, device: bytes) -> tuple[Entry, ...]:
    """Rebuild a range's entries and check every link and the head; raises Damaged, naming the place."""
    entries: list[Entry] = []
    prev = taken.prev
    for header, body in taken.entries:
        entry = received(prev, header, body)
        check_link(entry, entries[-1] if entries else before)
        if entry.header.chain != taken.chain:
            raise Damaged("link_order", chain=taken.chain, seq=entry.header.seq)
        entries.append(entry)
        prev = entry.hash
    last = entries[-1] if entries else before
    if last is None or (last.header.chain, last.hash, last.header.seq) != (
        taken.chain,
        taken.head.hash,
        taken.head.seq,
    ):
        raise Damaged("head_elsewhere", chain=taken.chain, seq=taken.head.seq)
    if taken.head.chain != taken.chain or not is_head_signed(taken.head, device):
        raise Damaged("head_unsigned", chain=taken.chain, seq=taken.head.seq)
    return tuple(entries)


def check_range(taken: Range, entries: Sequence[Entry], seq: int, device: bytes) -> None:
    """Check what `unfold_range` does, for entries hashed one on another from `taken.prev`.

    `seq` is that link's place in this chain, 0 where the range opens it. Raises Damaged, naming the place.
    """
    for entry in entries:
        header = entry.header
        if header.chain != taken.chain or header.seq != seq + 1:
            raise Damaged("link_order", chain=taken.chain, seq=header.seq)
        if seq == 0:
            check_opening(taken.chain, header.opens)
        seq = header.seq
    if not entries or (taken.head.hash, taken.head.seq) != (entries[-1].hash, seq):
        raise Damaged("head_elsewhere", chain=taken.chain, seq=taken.head.seq)
    if taken.head.chain != taken.chain or not is_head_signed(taken.head, device):
        raise Damaged("head_unsigned", chain=taken.chain, seq=taken.head.seq)


def heads_of(links: Iterable[tuple[str, bytes, bytes, int]]) -> Vector:
    """Give the version vector of (chain, prev, hash, seq) links: every entry that no held entry follows."""
    links = list(links)
    followed = {prev for _, prev, _, _ in links}
    vector: dict[str, dict[bytes, int]] = {}
    for chain, _, entry_hash, seq in links:
        if entry_hash not in followed:
            vector.setdefault(chain, {})[entry_hash] = seq
    return vector


def branch_to(head: bytes, links: Mapping[bytes, bytes]) -> Sequence[bytes]:
    """List the hashes that lead to `head`, first to last; `links` maps an entry to its prev."""
    branch: list[bytes] = []
    at = head
    while at in links:
        branch.append(at)
        at = links[at]
    return branch[::-1]


def _head_bytes(chain: str, seq: int, entry_hash: bytes) -> bytes:
    return bytes.fromhex(chain) + seq.to_bytes(8, "big") + entry_hash
