"""Codes become sentences here: in the user's language, saying what happened and what to do now.

The sentences stand in `resources/texts/`, one file a room. Whatever is missing there, somebody still
gets a clear sentence; nothing here raises.
"""

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from hbp_desktop.domain.dates import clock, plain_date
from hbp_desktop.domain.errors import HbpError, Invalid, Problem
from hbp_desktop.domain.text import shortened, visible_bidi
from hbp_desktop.resources import resource

Texts = Mapping[str, Mapping[str, str]]

LANGUAGES = ("ms", "en")
_UNKNOWN = {
    "ms": "Langkah ini tidak dapat diteruskan (kod {code}). Cuba lagi, atau beri kod ini kepada pentadbir.",
    "en": "This step could not go on (code {code}). Try again, or give this code to an administrator.",
}
_GAP = "–"
_TRANSLATED = frozenset({"from", "to", "sex", "kind", "status", "field"})
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ISO_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_LONGEST_VALUE = 160


def say(what: Problem | HbpError, language: str = "ms", texts: Texts | None = None) -> str:
    """Give the sentence of a problem or error, its gaps filled, dates and times as people write them."""
    known = texts if texts is not None else all_texts()
    template = _template(what.code, language, known)
    if template is None:
        return _filled(_UNKNOWN.get(language, _UNKNOWN["ms"]), {"code": shortened(what.code)})
    values = {gap: _worded(gap, value, language, known) for gap, value in what.values.items()}
    return _filled(template, values)


def say_all(error: HbpError, language: str = "ms") -> tuple[str, ...]:
    """Give a line with its place for each problem of an invalid draft, else the error's one sentence."""
    if not isinstance(error, Invalid):
        return (say(error, language),)
    return tuple(located(problem, language) for problem in error.problems)


def located(problem: Problem, language: str = "ms") -> str:
    """Give a problem's sentence behind the name of its place: `hari 1, tarikh: …`."""
    place = where(problem.place, language)
    return f"{place}: {say(problem, language)}" if place else say(problem, language)


def where(place: str, language: str = "ms") -> str:
    """Name a place such as `matters.0.details`: `urusan 1, butiran`."""
    names: list[str] = []
    for part in place.split("."):
        if part.isascii() and part.isdecimal() and len(part) < 6 and names:
            names[-1] += f" {int(part) + 1}"
        elif part:
            names.append(text(f"place_{part}", language) or visible_bidi(shortened(part)))
    return ", ".join(names)


def text(code: str, language: str = "ms") -> str:
    """Give a text without gaps, "" when there is none."""
    return _template(code, language, all_texts()) or ""


@cache
def all_texts() -> Texts:
    """Read every file of texts; one that cannot be read is left out, for sentences have a fallback."""
    merged: dict[str, Mapping[str, str]] = {}
    for path in sorted(resource("texts").glob("*.json")):
        merged |= _texts_of(path)
    return merged


def _texts_of(path: Path) -> dict[str, Mapping[str, str]]:
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    found = rows.items() if isinstance(rows, dict) else ()
    return {code: row for code, row in found if isinstance(row, dict)}


def _template(code: str, language: str, texts: Texts) -> str | None:
    row = texts.get(code, {})
    found = row.get(language) or row.get("ms")
    return found if isinstance(found, str) else None


class _Gaps(dict[str, str]):
    """Values of a sentence; a gap without one shows a dash."""

    def __missing__(self, gap: str) -> str:
        return _GAP


def _filled(template: str, values: Mapping[str, str]) -> str:
    try:
        return template.format_map(_Gaps(values))
    except (ValueError, LookupError, AttributeError, TypeError):
        return template


def _worded(gap: str, value: str | int, language: str, texts: Texts) -> str:
    """Write a value as people do; text that somebody typed is shown on one line, never turned around."""
    if not isinstance(value, str):
        return str(value)
    if _ISO_DATE.fullmatch(value):
        return _date(value, language)
    if _ISO_TIME.fullmatch(value):
        return clock(value, language)
    if gap == "roles":
        return ", ".join(_template(f"role_{one}", language, texts) or one for one in value.split(", "))
    word = _template(f"word_{value}", language, texts) if gap in _TRANSLATED else None
    return word or visible_bidi(shortened(value, _LONGEST_VALUE))


def _date(value: str, language: str) -> str:
    try:
        return plain_date(date.fromisoformat(value), language)
    except ValueError:
        return value
