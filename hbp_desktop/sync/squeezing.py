"""zstd frames: one a payload, small ones upon a dictionary of what visits and matters mostly look like.

The dictionary travels with the program; a frame made upon it can be read by no program without it, so it is
never changed: another would get another number.
"""

from collections.abc import Sequence
from functools import cache

import zstandard

from hbp_desktop.resources import resource

LARGEST_PAYLOAD = 8 * 1024 * 1024  # bytes, uncompressed
LARGEST_WINDOW = 8 * 1024 * 1024
NO_DICTIONARY, DICTIONARY = 0, 1

_SMALL = 128 * 1024  # bytes uncompressed, up to which no effort is spared
_LEVEL, _LEVEL_OF_LARGE = 19, 9


def squeezed(parts: Sequence[bytes]) -> tuple[int, bytes]:
    """Give the dictionary's number and one frame of these parts, each in blocks with codes of their own."""
    size = sum(map(len, parts))
    if size <= _SMALL:
        number, squeezer = DICTIONARY, zstandard.ZstdCompressor(level=_LEVEL, dict_data=_dictionary())
    else:
        number, squeezer = NO_DICTIONARY, zstandard.ZstdCompressor(level=_LEVEL_OF_LARGE)
    going = squeezer.compressobj(size=size)
    blocks = [going.compress(part) + going.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK) for part in parts if part]
    return number, b"".join(blocks) + going.flush()


def unpacked(packed: bytes, size: int, dictionary: int = NO_DICTIONARY) -> bytes:
    """Give what one frame holds: just `size` bytes, and nothing behind it; raises ValueError."""
    if size > LARGEST_PAYLOAD or dictionary not in (NO_DICTIONARY, DICTIONARY):
        raise ValueError("size")
    known = _dictionary() if dictionary else None
    try:
        frame = zstandard.get_frame_parameters(packed)
        if frame.content_size != size or frame.window_size > LARGEST_WINDOW:
            raise ValueError("size")
        found = zstandard.ZstdDecompressor(dict_data=known).decompress(packed, allow_extra_data=False)
    except zstandard.ZstdError as error:
        raise ValueError("frame") from error
    if len(found) != size:
        raise ValueError("size")
    return found


@cache
def _dictionary() -> zstandard.ZstdCompressionDict:
    found = zstandard.ZstdCompressionDict(resource("zstd", f"batch-{DICTIONARY}.dict").read_bytes())
    found.precompute_compress(level=_LEVEL)
    return found
