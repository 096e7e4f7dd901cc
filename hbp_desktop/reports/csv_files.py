"""CSV that spreadsheets open as text: UTF-8 with BOM, and no cell that begins a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_NOT_SEEN = " \u00a0\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\n"


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Write rows as CSV (RFC 4180); a cell that a spreadsheet would compute gets an apostrophe first."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """Put an apostrophe before what would be read as a formula, also behind invisible signs."""
    return f"'{cell}" if cell.lstrip(_NOT_SEEN).startswith(_FORMULA_SIGNS) or cell.startswith("\t") else cell
