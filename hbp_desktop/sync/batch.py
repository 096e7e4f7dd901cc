"""The batch: whole ranges of chains, packed and signed by who hands them on; the same on every road.

Bytes: `hbp-batch/1` and a line end; the manifest's length as 4 bytes, the manifest (canonical JSON); 64 bytes
of signature (*what* = `batch`) over manifest and payload as they stand; the payload, one zstd frame. Read in
the order caps, signature, content: a valid signature proves who packed it, not that it is harmless.
"""

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from hbp_desktop.domain.canonical import dump, load
from hbp_desktop.domain.chain import Head, Range
from hbp_desktop.domain.entry import Entry, received
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.signing import is_signed, public_key, sign
from hbp_desktop.domain.strict import KEY, MARK, OFFICE, exactly, match, number
from hbp_desktop.domain.strict import signature as signature_in
from hbp_desktop.sync import coding
from hbp_desktop.sync.frames import SIGNATURE, Reading, framed
from hbp_desktop.sync.squeezing import squeezed, unpacked

VERSION = 1
LONGEST_MANIFEST = 256 * 1024
LARGEST_BATCH = 4 * 1024 * 1024
MOST_RANGES = 1_000
MOST_ENTRIES = 50_000
POOR_LINE = 16 * 1024  # bytes of a batch where a cut costs much
CODING = 1  # and one more for each dictionary it may stand upon

_MAGIC = b"hbp-batch/"
_FIRST_LINE = re.compile(_MAGIC + rb"([1-9][0-9]{0,5})\n")


@dataclass(frozen=True)
class Batch:
    """Ranges and who packed them: `sender` is a device's or a server's key, `hash` names the signed bytes.

    `entries` are those of each range, hashed as they were read, so that nobody need hash them again.
    """

    sender: bytes
    office: str
    ranges: tuple[Range, ...] = field(repr=False)
    hash: bytes = b""
    entries: tuple[tuple[Entry, ...], ...] = field(repr=False, default=())


def write_batch(office: str, ranges: Sequence[Range], secret: bytes) -> bytes:
    """Pack and sign ranges; `office` is whose chains they are ("" where of several)."""
    parts = coding.encode(ranges)
    dictionary, packed = squeezed(parts)
    manifest = dump(
        {
            "coding": CODING + dictionary,
            "office": office,
            "ranges": [_told(one) for one in ranges],
            "sender": public_key(secret).hex(),
            "size": sum(map(len, parts)),
            "v": VERSION,
        }
    )
    signed = framed(manifest) + packed
    signature = sign("batch", secret, signed)
    cut = len(framed(manifest))
    return _MAGIC + b"%d\n" % VERSION + signed[:cut] + signature + signed[cut:]


def read_batch(data: bytes) -> Batch:
    """Read a batch; raises Damaged (batch_damaged, batch_too_large), Refused (batch_newer).

    What it proves: that `sender` packed it. Links and heads are checked by who holds it.
    """
    if len(data) > LARGEST_BATCH:
        raise Damaged("batch_too_large", most=LARGEST_BATCH)
    first = _FIRST_LINE.match(data)
    if first is None:
        raise Damaged("batch_damaged")
    if int(first[1]) != VERSION:
        raise Refused("batch_newer")
    reading = Reading(data[first.end() :], "batch_damaged")
    manifest = reading.part(LONGEST_MANIFEST)
    signature, packed = reading.exactly(SIGNATURE), reading.rest()
    try:
        return _read(manifest, signature, packed, data)
    except (Damaged, KeyError, TypeError, ValueError, AttributeError):
        raise Damaged("batch_damaged") from None


def _read(manifest: bytes, signature: bytes, packed: bytes, data: bytes) -> Batch:
    said = exactly(load(manifest, LONGEST_MANIFEST), {"coding", "office", "ranges", "sender", "size", "v"})
    sender = bytes.fromhex(match(KEY, said["sender"]))
    dictionary = number(said["coding"]) - CODING
    if number(said["v"]) != VERSION or dictionary < 0:
        raise ValueError("version")
    if not is_signed("batch", sender, framed(manifest) + packed, signature):
        raise ValueError("signature")
    if type(said["ranges"]) is not list or not 0 < len(said["ranges"]) <= MOST_RANGES:
        raise ValueError("ranges")
    counts = [_count(one) for one in said["ranges"]]
    if not all(counts) or sum(counts) > MOST_ENTRIES:
        raise ValueError("entries")
    pairs = coding.decode(unpacked(packed, number(said["size"]), dictionary), counts)
    read = [_range(one, found) for one, found in zip(said["ranges"], pairs, strict=True)]
    office = "" if said["office"] == "" else match(OFFICE, said["office"])
    ranges, entries = tuple(one for one, _ in read), tuple(one for _, one in read)
    return Batch(sender, office, ranges, blake2b(data, digest_size=32).digest(), entries)


def _told(one: Range) -> list[Any]:
    signature = b64encode(one.head.signature).decode("ascii")
    return [one.chain, one.prev.hex(), len(one.entries), signature]


def _count(told: Any) -> int:
    """Give how many entries a range has; raises ValueError unless the range has its four parts."""
    if type(told) is not list:
        raise ValueError("range")
    _, _, count, _ = told
    return number(count)


def _range(told: Any, pairs: coding.Pairs) -> tuple[Range, tuple[Entry, ...]]:
    """Rebuild a range: its head is at its last entry, so seq and hash need not be told."""
    chain, prev, _, signature = told
    at = first = bytes.fromhex(match(KEY, prev))
    entries = []
    for header, body in pairs:
        entries.append(received(at, header, body))
        at = entries[-1].hash
    head = Head(match(MARK, chain), _seq_of(entries[-1]), at, signature_in(signature))
    return Range(chain, first, pairs, head), tuple(entries)


def _seq_of(entry: Entry) -> int:
    """Give an entry's place in its chain; 0 where its header says none: a broken link, not a broken batch."""
    try:
        return entry.header.seq
    except Damaged:
        return 0
