"""Rows that are no records: blank ones, the header again, numbers of columns, totals and remarks."""

from collections.abc import Iterable

from hbp_desktop.domain.register.headings import ColumnMapping
from hbp_desktop.domain.register.sheet import Ignored, Row, Sheet
from hbp_desktop.domain.register.vocabulary import Vocabulary
from hbp_desktop.domain.text import fold, is_blank, shortened

_SAME_HEADINGS = 0.6
_LEAST_NUMBERS = 5
_FOOTER_CELLS = 4


def sort_rows(
    sheet: Sheet, mapping: ColumnMapping, vocabulary: Vocabulary
) -> tuple[list[Row], tuple[Ignored, ...]]:
    """Separate the records from the rows to ignore, which are listed with what they are."""
    records: list[Row] = []
    ignored = list(_titles(sheet.rows[: max(mapping.header, 0)]))
    for row in sheet.rows[mapping.header + 1 :]:
        what = what_is(row, mapping, vocabulary)
        if what:
            ignored.append(Ignored(row.record, row.line, what, _seen(row)))
        else:
            records.append(row)
    return records, tuple(ignored)


def what_is(row: Row, mapping: ColumnMapping, vocabulary: Vocabulary) -> str:
    """Name what a row is when it is no record: blank, header_again, column_numbers, footer, remark; or ""."""
    filled = [cell for cell in row.cells if not is_blank(cell)]
    if not filled:
        return "" if row.truncated else "blank"
    if _is_header(filled, mapping):
        return "header_again"
    if len(filled) >= _LEAST_NUMBERS and _counts_up(filled):
        return "column_numbers"
    if _is_footer(row, filled, mapping, vocabulary):
        return "footer"
    lonely = len(filled) == 1 and not row.truncated and is_blank(_details(row, mapping))
    return "remark" if lonely and len(row.cells) >= len(mapping.headings) // 2 else ""


def _titles(rows: Iterable[Row]) -> Iterable[Ignored]:
    for row in rows:
        blank = all(is_blank(cell) for cell in row.cells)
        yield Ignored(row.record, row.line, "blank" if blank else "title", _seen(row))


def _is_header(filled: list[str], mapping: ColumnMapping) -> bool:
    headings = {title.casefold() for title in mapping.headings if title}
    same = sum(" ".join(cell.split()).casefold() in headings for cell in filled)
    return same >= 3 and same >= _SAME_HEADINGS * len(filled)


def _counts_up(filled: list[str]) -> bool:
    numbers = [cell.strip(" ().").removesuffix(".0") for cell in filled]
    return numbers == [str(n) for n in range(1, len(filled) + 1)]


def _is_footer(row: Row, filled: list[str], mapping: ColumnMapping, vocabulary: Vocabulary) -> bool:
    """A total or sign-off has few cells, begins with such a word, and names no kind of matter."""
    kind = row.cell(mapping.columns.get("kind", -1))
    if len(filled) > max(_FOOTER_CELLS, len(mapping.headings) // 3) or vocabulary.near("kind", kind):
        return False
    first = fold(filled[0])
    words = vocabulary.words["footer"]
    return any(first == word or first.startswith(word + " ") for word in words) and not _says_details(
        row, mapping
    )


def _says_details(row: Row, mapping: ColumnMapping) -> bool:
    details = _details(row, mapping).strip()
    return not is_blank(details) and not details.replace(".", "").isdecimal() and bool(kind_of(row, mapping))


def kind_of(row: Row, mapping: ColumnMapping) -> str:
    """Give the cell that names the kind of matter."""
    return row.cell(mapping.columns.get("kind", -1)).strip()


def _details(row: Row, mapping: ColumnMapping) -> str:
    return row.cell(mapping.columns.get("details", -1))


def _seen(row: Row) -> str:
    return shortened(" ".join(cell for cell in row.cells if not is_blank(cell)))
