"""One way to write a value as bytes (RFC 8259 JSON), and a reader that accepts only that way."""

import json
import re
from collections.abc import Iterable
from typing import Any, cast

from hbp_desktop.domain.errors import Damaged

Value = Any  # None, bool, int, str, or a list or mapping of these

GREATEST_INTEGER = 2**53 - 1
DEEPEST = 8
_LONGEST_NUMBER = 17  # sixteen digits and a sign
# An open string reaches the end: were it no match, the search would begin anew at each quote inside it.
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)', re.DOTALL)
_NO_BRACKET = bytes(set(range(256)) - set(b"[]{}"))
_ONE_KIND = bytes.maketrans(b"{}", b"[]")
_write = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


def dump(value: object) -> bytes:
    """Write canonical bytes: UTF-8, keys by code point, no spaces, integers only; raises ValueError."""
    return _write(value).encode("utf-8")


def plain(value: object, deep: int = DEEPEST) -> Value:
    """Copy a value of ours; raise Damaged where `load` would refuse or change what `dump` makes of it."""
    kind = type(value)
    if kind is str or value is None or kind is bool:
        return value
    if kind is int:
        if abs(cast(int, value)) <= GREATEST_INTEGER:
            return value
    elif deep and kind is dict:
        return {_key(key): plain(part, deep - 1) for key, part in cast(dict[object, object], value).items()}
    elif deep and (kind is list or kind is tuple):
        return [plain(part, deep - 1) for part in cast(Iterable[object], value)]
    raise Damaged("json_unreadable")


def _key(key: object) -> str:
    if type(key) is not str:
        raise Damaged("json_unreadable")
    return key


def load(data: bytes, most: int) -> Any:
    """Read canonical bytes of at most `most` bytes; raise Damaged for anything else.

    Size and depth are checked before the parser sees a byte. Refused: floats, numbers beyond
    2^53-1, duplicate keys, lone surrogates, and every spelling but the canonical one.
    """
    if len(data) > most:
        raise Damaged("json_too_long", bytes=len(data), most=most)
    if _is_deep(data):
        raise Damaged("json_too_deep", most=DEEPEST)
    try:
        value = _read(data.decode("utf-8"))
        same = dump(value) == data  # which a duplicate key, a space or another escape is not
    except (ValueError, RecursionError) as error:
        raise Damaged("json_unreadable") from error
    if not same:
        raise Damaged("json_not_canonical")
    return value


def _is_deep(data: bytes) -> bool:
    """Tell whether brackets outside strings nest deeper than is read, or close nothing."""
    if data.count(b"{") + data.count(b"[") <= DEEPEST:
        return False
    brackets = _STRING.sub(b"", data).translate(_ONE_KIND, _NO_BRACKET)
    for _ in range(DEEPEST):
        brackets = brackets.replace(b"[]", b"")  # the innermost level
    return bool(brackets)


def _integer(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER or abs(int(digits)) > GREATEST_INTEGER:
        raise ValueError("number out of range")
    return int(digits)


def _refuse(text: str) -> object:
    raise ValueError(f"not an integer: {text[:20]}")


_read = json.JSONDecoder(parse_float=_refuse, parse_int=_integer, parse_constant=_refuse).decode
