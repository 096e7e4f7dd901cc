"""Pieces of a strict reader: each gives a value of the shape asked for, or raises ValueError."""

import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import date
from typing import Any

from hbp_desktop.domain.canonical import GREATEST_INTEGER
from hbp_desktop.domain.fields import LINE

ID = re.compile(r"[a-zA-Z0-9:_-]{1,40}")
KEY = re.compile(r"[0-9a-f]{64}")
MARK = re.compile(r"[0-9a-f]{32}")
AGE = re.compile(r"age1[02-9ac-hj-np-z]{58}")
LATEST = 253_402_300_799  # the last second of the year 9999, beyond which no clock here can show a time
OFFICE = re.compile(r"[A-Z0-9-]{1,16}")
GRANT = re.compile("none|own|state")


def exactly(found: Any, names: set[str]) -> Mapping[str, Any]:
    """Give an object that has these names and no others."""
    if type(found) is not dict or set(found) != names:
        raise ValueError("fields")
    return found


def match(pattern: re.Pattern[str], text: Any) -> str:
    """Give a text that is wholly of a pattern."""
    if type(text) is not str or pattern.fullmatch(text) is None:
        raise ValueError("text")
    return text


def match_or_none(pattern: re.Pattern[str], text: Any) -> str:
    """Give a text of a pattern, or ""."""
    return "" if type(text) is str and text == "" else match(pattern, text)


def day_or_none(text: Any) -> str:
    """Give a day YYYY-MM-DD, or ""."""
    return "" if text == "" else date.fromisoformat(text).isoformat()


def single_line(text: Any, needed: bool = False) -> str:
    """Give a text of one line, not blank where it is needed."""
    if type(text) is not str or len(text) > LINE or "\n" in text or (needed and not text.strip()):
        raise ValueError("line")
    return text


def number(found: Any) -> int:
    """Give a whole number that is not negative."""
    if type(found) is not int or not 0 <= found <= GREATEST_INTEGER:
        raise ValueError("number")
    return found


def signature(text: Any) -> bytes:
    """Give the 64 bytes of a signature in base64, spelled in the one way that there is."""
    found = b64decode(text, validate=True)
    if len(found) != 64 or b64encode(found).decode("ascii") != text:
        raise ValueError("signature")
    return found


def moment(found: Any) -> int:
    """Give seconds since 1970 that a calendar has a day for."""
    if number(found) > LATEST:
        raise ValueError("moment")
    return number(found)
