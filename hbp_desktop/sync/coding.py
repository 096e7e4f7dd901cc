"""Entries as the bytes of a batch's payload, and back: nothing is lost, whatever an entry holds."""

from collections.abc import Sequence

from hbp_desktop.domain.chain import Range
from hbp_desktop.domain.entry import LONGEST_BODY, LONGEST_HEADER, Gone
from hbp_desktop.domain.errors import Damaged
from hbp_desktop.sync.frames import LENGTH, Reading, framed

Pairs = tuple[tuple[bytes, bytes | Gone], ...]

_GONE = b"\xff" * LENGTH


def encode(ranges: Sequence[Range]) -> bytes:
    """Give the payload of these ranges' entries."""
    return b"".join(
        framed(header) + (_GONE + body.digest if isinstance(body, Gone) else framed(body))
        for one in ranges
        for header, body in one.entries
    )


def decode(payload: bytes, counts: Sequence[int]) -> list[Pairs]:
    """Give each range's entries back from a payload; raises Damaged (batch_damaged)."""
    reading = Reading(payload, "batch_damaged")
    found = [tuple(_pair(reading) for _ in range(count)) for count in counts]
    if not reading.at_end:
        raise Damaged("batch_damaged")
    return found


def _pair(reading: Reading) -> tuple[bytes, bytes | Gone]:
    header = reading.part(LONGEST_HEADER)
    length = reading.exactly(LENGTH)
    if length == _GONE:
        return header, Gone(reading.exactly(32))
    size = int.from_bytes(length, "big")
    if size > LONGEST_BODY:
        raise Damaged("batch_damaged")
    return header, reading.exactly(size)
