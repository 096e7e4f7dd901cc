"""Entries as the payload of a batch, and back: nothing is lost, whatever an entry holds.

Entries of one sort differ in little. Each is parted into its form (`sync.forms`) and its values; forms are
told once, and values go into a column for each place in an entry (`sync.columns`). Both are cut out of the
bytes as they stand, so that what comes back is what was there. `resources/format.md` describes the layout.
"""

from collections.abc import Sequence

from hbp_desktop.domain.chain import Range
from hbp_desktop.domain.errors import Damaged
from hbp_desktop.sync.decoding import Unpacking
from hbp_desktop.sync.encoding import Packing, Pairs

__all__ = ["Pairs", "decode", "encode"]


def encode(ranges: Sequence[Range]) -> tuple[bytes, ...]:
    """Give the payload of these ranges' entries, in parts that are best compressed apart.

    What would not come back byte for byte travels whole.
    """
    pairs = [pair for one in ranges for pair in one.entries]
    packed = Packing().pack(pairs)
    try:
        same = decode(b"".join(packed), [len(pairs)]) == [tuple(pairs)]
    except Damaged:
        same = False
    return packed if same else Packing(whole=True).pack(pairs)


def decode(payload: bytes, counts: Sequence[int]) -> list[Pairs]:
    """Give each range's entries back from a payload; raises Damaged (batch_damaged)."""
    try:
        found = iter(Unpacking(payload, sum(counts)).pairs())
        return [tuple([next(found) for _ in range(count)]) for count in counts]
    except (ValueError, IndexError, KeyError, StopIteration):
        raise Damaged("batch_damaged") from None
