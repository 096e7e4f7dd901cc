"""What a column holds, told from its cells when its heading says nothing."""

import re
from collections.abc import Callable, Sequence

from hbp_desktop.domain.countries import read_country
from hbp_desktop.domain.phone import read_phone
from hbp_desktop.domain.register.vocabulary import Vocabulary
from hbp_desktop.domain.text import is_blank

_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}")
_STAMP = re.compile(r"(?:\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2})[ T]\d{1,2}:\d{2}(?::\d{2})?")
_TIME = re.compile(r"\d{1,2}[.:]\d{2}(?::\d{2})?\s*(?:pagi|petang|tengah hari|malam|am|pm)?", re.IGNORECASE)
_CARD = re.compile(r"\d{6}-?\d{2}-?\d{4}")
_POSTCODE = re.compile(r"0?[1-9]\d{3}|[1-9]\d{4}")
_LONG_TEXT = 25  # characters on average
_LEAST = 3  # filled cells before a column can be told

_Test = Callable[[str], bool]


def content_of(cells: Sequence[str], vocabulary: Vocabulary) -> str:
    """Name the field a column's filled cells belong to, "" when it cannot be told."""
    if len(cells) < _LEAST:
        return ""
    for name, test, share in _tests(vocabulary):
        if sum(map(test, cells)) >= share * len(cells):
            return name
    return ""


def kinds_share(cells: Sequence[str], vocabulary: Vocabulary) -> float:
    """Give the share of a column's filled cells that name a kind of matter."""
    filled = [cell for cell in cells if not is_blank(cell)]
    return sum(bool(vocabulary.exact("kind", cell)) for cell in filled) / len(filled) if filled else 0.0


def holds_prose(cells: Sequence[str]) -> bool:
    """Tell whether a column holds sentences."""
    return len(cells) >= _LEAST and sum(map(len, cells)) > _LONG_TEXT * len(cells)


def looks_like_data(cells: Sequence[str]) -> bool:
    """Tell whether a row holds a date, a card number or a time, as no header does."""
    return any(pattern.fullmatch(cell.strip()) for cell in cells for pattern in (_DATE, _STAMP, _CARD, _TIME))


def _tests(vocabulary: Vocabulary) -> tuple[tuple[str, _Test, float], ...]:
    def matches(pattern: re.Pattern[str]) -> _Test:
        return lambda cell: pattern.fullmatch(cell.strip()) is not None

    def in_table(table: str) -> _Test:
        return lambda cell: bool(vocabulary.exact(table, cell))

    return (
        ("timestamp", matches(_STAMP), 0.8),
        ("date", matches(_DATE), 0.8),
        ("time", matches(_TIME), 0.8),
        ("id", matches(_CARD), 0.6),
        ("postcode", matches(_POSTCODE), 0.8),
        ("phone", lambda cell: len(cell) >= 8 and read_phone(cell)[1] == (), 0.8),
        ("kind", in_table("kind"), 0.8),
        ("status", in_table("status"), 0.8),
        ("sex", in_table("sex"), 0.9),
        ("group", in_table("group"), 0.8),
        ("country", lambda cell: bool(read_country(cell)), 0.9),
    )
