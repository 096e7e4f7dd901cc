"""The PDF register of matters, against a reportlab LongTable of the same columns and wrapping."""

import io
from collections.abc import Iterator
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle

from hbp_desktop.domain.report import ReportData
from hbp_desktop.reports.canvas import bind
from hbp_desktop.reports.register_annex import WIDTHS, register_leaves
from hbp_desktop.reports.report_pdf import document_title, frame
from hbp_desktop.reports.view import View
from hbp_desktop.reports.words import Words
from tests.benchmarks.harness import Measured, alternate, median
from tests.reports.samples import data, many_visits

ROUNDS = 3
_ALL, _END = (0, 0), (-1, -1)
_STYLE = ParagraphStyle("cell", fontName="Helvetica", fontSize=8.5, leading=11.5)


def measure() -> Iterator[Measured]:
    """5,000 matters against the yardstick, and ten times as many against 5,000."""
    words, small, large = Words(), _register(5_000), _register(50_000)
    cells = _cells(small, words)
    mine, theirs = alternate(lambda: _ours(small, words), lambda: _long_table(cells), ROUNDS, warm=1)
    yield Measured.of("PDF register of 5,000 matters", median(mine), median(theirs), 0.4)
    many, few = alternate(lambda: _ours(large, words), lambda: _ours(small, words), ROUNDS, warm=0)
    yield Measured.of("PDF register of 50,000 against 5,000", median(many), median(few), 10.5)


def _register(matters: int) -> ReportData:
    return data(many_visits(matters))


def _ours(data: ReportData, words: Words) -> bytes:
    leaves = register_leaves(data, View(data, words), words)
    return bind(leaves, frame(data, words), document_title(data, words), data.made)


def _cells(data: ReportData, words: Words) -> list[list[str]]:
    """Give what the register prints as plain cells, made before the clock starts."""
    view = View(data, words)
    return [
        [
            f"{visit.queue} {visit.ref}",
            f"{client.name} {client.identity}",
            f"{client.sex} / {client.age}",
            ", ".join(sorted(visit.groups)),
            matter.kind,
            matter.code,
            matter.details,
            matter.outcome,
        ]
        for visit in view.visits
        for client in (view.client(visit),)
        for matter in (view.matter(visit, each) for each in view.matters(visit))
    ]


def _long_table(cells: list[list[str]]) -> bytes:
    rows = [[Paragraph(escape(cell), _STYLE) for cell in row] for row in cells]
    table = LongTable(rows, colWidths=WIDTHS, repeatRows=1)
    table.setStyle(
        TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.4, "#9A9A9A"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    )
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=landscape(A4), leftMargin=42, rightMargin=42).build([table])
    return out.getvalue()
