"""`daftar.xlsx`: the register, the figures and the session, every text a text and never a formula."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from hbp_desktop.domain.figures import SEALED
from hbp_desktop.domain.report import ReportData
from hbp_desktop.reports.figures_pages import label_of
from hbp_desktop.reports.register_table import Heading, headings, table_rows
from hbp_desktop.reports.session_facts import session_facts
from hbp_desktop.reports.view import View
from hbp_desktop.reports.words import Words

_MOST_IN_A_CELL = 32_000  # characters; the format ends at 32,767
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def workbook(data: ReportData, words: Words) -> bytes:
    """Make the workbook. The same data give the same bytes."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    book.set_properties(
        {"title": words("sheet.title", number=data.number or "–"), "created": data.made.replace(tzinfo=None)}
    )
    styles = _styles(book)
    view = View(data, words)
    _register(book.add_worksheet("daftar"), styles, headings(view, words), table_rows(view, words))
    _figures(book.add_worksheet("angka"), styles, data, words)
    _session(book.add_worksheet("sesi"), styles, data, words)
    book.close()
    return out.getvalue()


def _styles(book: Any) -> dict[str, Any]:
    plain = {"font_name": "Noto Sans", "font_size": 10, "valign": "top"}
    return {
        "text": book.add_format({**plain, "num_format": "@", "text_wrap": True}),
        "head": book.add_format(
            {**plain, "bold": True, "bg_color": "#F1F1F1", "bottom": 1, "text_wrap": True}
        ),
        "number": book.add_format({**plain, "num_format": "0"}),
    }


def _register(
    sheet: Any, styles: dict[str, Any], columns: Sequence[Heading], rows: Iterable[Sequence[str]]
) -> None:
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.width)
    _write_row(sheet, 0, [column.text for column in columns], styles["head"])
    last = 0
    for last, row in enumerate(rows, 1):
        _write_row(sheet, last, row, styles["text"])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)


def _figures(sheet: Any, styles: dict[str, Any], data: ReportData, words: Words) -> None:
    """Write every figure of the report, its unit beside it."""
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 2, 30)
    sheet.set_column(3, 4, 14)
    heads = [words(f"sheet.{name}") for name in ("figure", "group_1", "group_2", "unit", "count")]
    _write_row(sheet, 0, heads, styles["head"])
    line = 0
    for line, (name, keys, unit, count) in enumerate(_figure_rows(data, words), 1):
        _write_row(sheet, line, [name, keys[0], keys[1], unit], styles["text"])
        sheet.write_number(line, 4, count, styles["number"])
    if data.sealed != "0":
        sealed = [words("figure_name.sealed"), words("sheet.sealed"), "", words("unit.matters"), data.sealed]
        _write_row(sheet, line + 1, sealed, styles["text"])
    sheet.freeze_panes(1, 0)


def _figure_rows(data: ReportData, words: Words) -> Iterable[tuple[str, tuple[str, str], str, int]]:
    for table in data.figures.tables.values():
        for row in () if table.name == SEALED else table.rows:
            if table.name == "headline":
                yield words("sheet.headline"), (words(f"headline.{row.keys[0]}"), ""), "", row.count
                continue
            second = (
                words.name("status", row.keys[1]) if table.name == "kind_status" else "".join(row.keys[1:])
            )
            keys = (label_of(data, table.name, row, words), second)
            yield words(f"figure_name.{table.name}"), keys, words(f"unit.{table.unit}"), row.count


def _session(sheet: Any, styles: dict[str, Any], data: ReportData, words: Words) -> None:
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 80)
    left, right = session_facts(data, words)
    own = [
        (words("sheet.office"), data.office.name),
        (words("sheet.version"), f"{words(f'stage.{data.stage}')}, {data.version}"),
        (words("sheet.check"), data.code),
        (words("check.due"), words.date(data.session.due)),
    ]
    _write_row(sheet, 0, [words("sheet.fact"), words("sheet.value")], styles["head"])
    for line, fact in enumerate([*own, *left, *right], 1):
        _write_row(sheet, line, fact, styles["text"])
    sheet.freeze_panes(1, 0)


def _write_row(sheet: Any, line: int, cells: Sequence[str], style: Any) -> None:
    for column, cell in enumerate(cells):
        sheet.write_string(line, column, shortened_cell(cell), style)


def shortened_cell(text: str) -> str:
    """Cut what a cell cannot hold, and say so in it."""
    if len(text.encode("utf-16-le")) <= 2 * _MOST_IN_A_CELL:
        return text
    return text[: _MOST_IN_A_CELL // 2] + " … [+]"
