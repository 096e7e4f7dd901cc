"""Columns of rows as PostgreSQL's binary arrays, so that one statement writes a whole push."""

from collections.abc import Sequence
from dataclasses import dataclass
from struct import pack
from typing import Any

from psycopg.adapt import Dumper
from psycopg.pq import Format

_NULL = pack("!i", -1)
_BYTEA, _TEXT, _INT8 = (17, 1001), (25, 1009), (20, 1016)  # pg_type: the element's oid, the array's


@dataclass(frozen=True, slots=True)
class Blobs:
    """An array of bytea."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Texts:
    """An array of text."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Numbers:
    """An array of int8."""

    data: bytes


def blobs(items: Sequence[bytes | None]) -> Blobs:
    """Pack bytes, None for NULL."""
    parts = [_NULL if one is None else pack("!i", len(one)) + one for one in items]
    return Blobs(_array(_BYTEA, parts))


def texts(items: Sequence[str | None]) -> Texts:
    """Pack texts, None for NULL."""
    coded = (None if one is None else one.encode("utf-8") for one in items)
    parts = [_NULL if one is None else pack("!i", len(one)) + one for one in coded]
    return Texts(_array(_TEXT, parts))


def numbers(items: Sequence[int]) -> Numbers:
    """Pack whole numbers of up to 64 bits."""
    return Numbers(_array(_INT8, [pack("!iq", 8, one) for one in items]))


def register(driver: Any) -> None:
    """Teach a connection of psycopg to send these."""
    for kind, (_, oid) in ((Blobs, _BYTEA), (Texts, _TEXT), (Numbers, _INT8)):
        driver.adapters.register_dumper(kind, type(f"{kind.__name__}Dumper", (_AsItIs,), {"oid": oid}))


class _AsItIs(Dumper):
    format = Format.BINARY

    def dump(self, obj: Any) -> bytes:
        return bytes(obj.data)


def _array(kind: tuple[int, int], parts: list[bytes]) -> bytes:
    # Dimensions, whether NULLs may come, the element's type; then the one dimension's length and lower bound.
    if not parts:
        return pack("!iiI", 0, 0, kind[0])
    return pack("!iiIii", 1, 1, kind[0], len(parts), 1) + b"".join(parts)
