"""Text with delimiters (RFC 4180 and what offices make of it) split into rows that know their lines.

A quote inside a quoted cell that no delimiter or line end follows is a quote somebody typed, not the end.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from hbp_desktop.domain.register.sheet import Row

DELIMITERS = (",", ";", "\t", "|")
_SEP_LINE = re.compile(r"\ufeff?\"?sep=(.)\"?\s*(?:\r\n|\r|\n|$)", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\r|\n")
_EMPTY_QUOTES = re.compile('""[^"]')
_SNIFFED = 100_000  # characters
_SNIFFED_ROWS = 80


def sniff_delimiter(text: str) -> str:
    """Find the delimiter that cuts the most rows into the same number of cells; a comma when none does."""
    if told := _SEP_LINE.match(text):
        return told[1]
    head = text[:_SNIFFED]
    return max(DELIMITERS, key=lambda delimiter: _evenness(head, delimiter))


def split_rows(text: str, delimiter: str, most_rows: int = 0) -> list[Row]:
    """Split a text into rows; with `most_rows` stop one row beyond it."""
    rows = []
    for row in _rows(text, delimiter):
        rows.append(row)
        if most_rows and len(rows) > most_rows:
            break
    return rows


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    told = _SEP_LINE.match(text)
    at = told.end() if told else 0
    line, record = 1 + (1 if told else 0), 1 if not told else 2
    while at < len(text):
        cells, end, truncated = _row(text, at, delimiter)
        yield Row(record, line, tuple(cells), truncated)
        line += len(_LINE_END.findall(text, at, end))
        at, record = end, record + 1


def _row(text: str, at: int, delimiter: str) -> tuple[list[str], int, bool]:
    """Give the cells of the row that begins at a place, where the next begins, and whether it was cut off."""
    quoted, bare = _patterns(delimiter)
    cells: list[str] = []
    while True:
        found = quoted.match(text, at)
        if found is None and text.startswith('"', at) and not _EMPTY_QUOTES.match(text, at):
            return [*cells, text[at + 1 :].replace('""', '"')], len(text), True
        found = found or bare.match(text, at)
        if found is None:
            return cells, len(text), False
        cell = found["cell"] if found.re is bare else found["cell"].replace('""', '"')
        cells.append(cell + (found["rest"] or ""))
        at = found.end()
        if not text.startswith(delimiter, at):
            break
        at += len(delimiter)
    end = _LINE_END.match(text, at)
    return cells if cells != [""] else [], end.end() if end else len(text), False


@cache
def _patterns(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile a quoted cell, whose quotes are doubled or stray, and a bare one."""
    sign = re.escape(delimiter)
    ends = rf"(?:[{sign}\r\n]|\Z)"
    quoted = re.compile(
        rf'[ ]*"(?!"[^"{sign}\r\n])(?P<cell>(?:[^"]++|""|"(?![ ]*{ends}))*+)"(?P<rest>[ ]*)(?={ends})'
    )
    return quoted, re.compile(rf"(?P<cell>[^{sign}\r\n]*+)(?P<rest>)")


def _evenness(head: str, delimiter: str) -> float:
    """Count the rows that have the usual number of cells, times that number less one."""
    widths = [len(row.cells) for row in split_rows(head, delimiter, _SNIFFED_ROWS)[:_SNIFFED_ROWS]]
    wide = Counter(width for width in widths if width > 1)
    if not wide:
        return 0.0
    width, rows = max(wide.items(), key=lambda pair: (pair[1] * (pair[0] - 1), pair[0]))
    return rows * (width - 1) * rows / len(widths)
