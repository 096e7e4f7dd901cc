"""Bytes that somebody made to do harm: batches forged with a good signature, bombs, and changed good ones."""

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any

import zstandard

from hbp_desktop.domain.canonical import dump
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.signing import public_key, sign
from hbp_desktop.sync import coding
from hbp_desktop.sync.forms import FIRST, IN_HEADER, ODD
from hbp_desktop.sync.frames import framed
from hbp_desktop.sync.squeezing import LARGEST_PAYLOAD
from tests.sync.memory import DEVICE, OFFICE, STRANGER, chain

MIB = 1024 * 1024
ENTRIES = 3


def payload() -> bytes:
    """Give the payload of one good range."""
    return b"".join(coding.encode([chain(1, ENTRIES)]))


def manifest(size: int, count: int = ENTRIES, **changed: Any) -> dict[str, Any]:
    """Give the manifest of one good range, changed."""
    signature = "A" * 86 + "=="
    told = [[chain(1, ENTRIES).chain, "0" * 64, count, signature]]
    key = public_key(DEVICE).hex()
    good = {"coding": 1, "office": OFFICE, "ranges": told, "sender": key, "size": size, "v": 1}
    return good | changed


def forged(packed: bytes, said: Mapping[str, Any] | bytes, secret: bytes = DEVICE) -> bytes:
    """Sign any manifest over any payload, as a device gone bad could."""
    told = said if isinstance(said, bytes) else dump(said)
    return b"hbp-batch/1\n" + framed(told) + sign("batch", secret, framed(told) + packed) + packed


def squeezed(data: bytes) -> bytes:
    """Give one frame that tells its size."""
    return zstandard.ZstdCompressor(level=3).compress(data)


def in_form(sections: Sequence[bytes]) -> bytes:
    """Lay out a payload's eight sections."""
    return b"".join(map(framed, sections))


def numbers(*found: int) -> bytes:
    """Write the numbers of forms."""
    return b"".join(number.to_bytes(2, "big") for number in found)


def frames() -> dict[str, bytes]:
    """Give batches whose zstd frame lies, each by what is wrong with it."""
    good, bomb = payload(), bytes(512 * MIB)
    told, size = squeezed(good), len(good)
    untold = zstandard.ZstdCompressor(level=3, write_content_size=False).compress(good)
    wide = zstandard.ZstdCompressionParameters.from_level(3, window_log=27)
    stream = zstandard.ZstdCompressor(compression_params=wide).compressobj()
    flowing = stream.compress(good) + stream.flush()
    words = zstandard.ZstdCompressionDict(good)
    packed_bomb = squeezed(bomb)
    lying = bytearray(squeezed(bytes(200_000)))
    return {
        "no size": forged(untold, manifest(size)),
        "a wide window and no size": forged(flowing, manifest(size)),
        "a bomb that says so": forged(packed_bomb, manifest(len(bomb))),
        "a bomb told small": forged(packed_bomb, manifest(size)),
        "a bomb told as large as allowed": forged(packed_bomb, manifest(LARGEST_PAYLOAD)),
        "a bomb without size": forged(_untold(bomb), manifest(LARGEST_PAYLOAD)),
        "a frame that lies about its size": forged(_shortened(lying), manifest(1_000)),
        "told larger": forged(told, manifest(size + 1)),
        "told smaller": forged(told, manifest(size - 1)),
        "told as nothing": forged(told, manifest(0)),
        "two frames": forged(told + told, manifest(size)),
        "bytes behind it": forged(told + b"\0", manifest(size)),
        "cut short": forged(told[:-1], manifest(size)),
        "nothing": forged(b"", manifest(0)),
        "a frame to be skipped": forged(b"\x50\x2a\x4d\x18\x08\0\0\0" + bytes(8), manifest(8)),
        "one skipped before": forged(b"\x50\x2a\x4d\x18\x08\0\0\0" + bytes(8) + told, manifest(size)),
        "another's dictionary": forged(
            zstandard.ZstdCompressor(dict_data=words).compress(good), manifest(size)
        ),
        "signed by another": forged(told, manifest(size), secret=STRANGER),
        "plain bytes": forged(good, manifest(size)),
        "gzip": forged(b"\x1f\x8b\x08" + bytes(30), manifest(33)),
    }


def payloads() -> dict[str, bytes]:
    """Give batches whose payload asks for more than it brings."""
    long = b"a" * (7 * MIB) + b"\0"
    head = b"\1".join([b"x"] * (IN_HEADER + 1)) + b"\0"
    many, same = 20_000, b"t1" * IN_HEADER
    of_many = numbers(*[FIRST] * many, *[ODD] * many)
    one_column = in_form([head, b"", b"", same, of_many, b"", b"", b""])
    told_often = in_form(
        [
            head,
            b"\1".join([b"x"] * 1_001) + b"\0",
            numbers(*[IN_HEADER] * 1_000),
            b"t1" * (IN_HEADER + 1),
            numbers(*[FIRST] * 2),
            b"",
            b"",
            b"a\0" * IN_HEADER + long,
        ]
    )
    long_header = in_form([head, b"", b"", same, of_many, b"", b"", long + b"a\0" * 6])
    wide = b"\1" * 32_768 + b"\0"
    return {
        "values that are not there": _whole(one_column, many),
        "one long text a thousand times in a body": _whole(told_often, 1),
        "one long text in each of many headers": _whole(long_header, many),
        "more places than there are": _whole(in_form([b"", wide * 9, b"", b"", b"", b"", b"", b""]), 1),
        "more columns than there are": _whole(in_form([b"", b"", b"", same * 9_000, b"", b"", b"", b""]), 1),
        "sections that overlap": _whole(b"\xff\xff\xff\xff" * 8, 1),
        "zero bytes": _whole(bytes(MIB), 50_000),
        "ids that are told before they are known": _whole(
            in_form([head, b"", b"", b"id" * IN_HEADER, numbers(FIRST, ODD), b"", b"5\0" * 7, b""]), 1
        ),
    }


def changed(data: bytes, luck: Random) -> bytes:
    """Change good bytes in one of the ways that bytes go bad."""
    at, to = luck.randrange(len(data)), luck.randrange(len(data) + 1)
    match luck.randrange(6):
        case 0:
            return data[:at] + bytes([data[at] ^ 1 << luck.randrange(8)]) + data[at + 1 :]
        case 1:
            return data[:at]
        case 2:
            return data[:at] + luck.randbytes(luck.randrange(1, 9)) + data[at:]
        case 3:
            return data[: min(at, to)] + data[max(at, to) :]
        case 4:
            return data + data[at:]
        case _:
            return (
                data[:at]
                + luck.choice([b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff"])
                + data[at + 4 :]
            )


def odd(luck: Random, deep: int = 3) -> Any:
    """Give a value that is hardly what was asked for."""
    simple = [
        None,
        True,
        False,
        0,
        1,
        -1,
        2**53 - 1,
        -(2**53) + 1,
        "",
        "x",
        "0" * 32,
        "0" * 64,
        "A" * 86 + "==",
    ]
    if deep == 0 or luck.random() < 0.6:
        return luck.choice([*simple, luck.randrange(2**31), "\0\x1b[2J", "é" * 9, "a" * 400, "A" * 86 + "=="])
    inside = [odd(luck, deep - 1) for _ in range(luck.randrange(4))]
    return inside if luck.random() < 0.5 else {str(odd(luck, 0)): one for one in inside}


def altered(value: Any, luck: Random) -> Any:
    """Put something odd at one place of a value."""
    if isinstance(value, dict) and value and luck.random() < 0.9:
        name = luck.choice(sorted(value))
        what = luck.random()
        if what < 0.05:
            return {key: one for key, one in value.items() if key != name}
        if what < 0.1:
            return {**value, str(odd(luck, 0)): odd(luck)}
        return {**value, name: altered(value[name], luck)}
    if isinstance(value, list) and value and luck.random() < 0.8:
        at = luck.randrange(len(value))
        return [*value[:at], altered(value[at], luck), *value[at + 1 :]]
    return odd(luck)


def _whole(data: bytes, count: int) -> bytes:
    return forged(squeezed(data), manifest(len(data), count))


def _untold(data: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=3, write_content_size=False).compress(data)


def _shortened(frame: bytearray) -> bytes:
    """Rewrite the size in a frame's head (200,000 as 4 bytes) to 1,000."""
    at = bytes(frame).index((200_000).to_bytes(4, "little"))
    frame[at : at + 4] = (1_000).to_bytes(4, "little")
    return bytes(frame)


def code_of(read: Callable[..., object], *given: object) -> str:
    """Read; give the code it was refused with, "" where it was not."""
    try:
        read(*given)
    except (Damaged, Refused) as error:
        return error.code
    return ""
