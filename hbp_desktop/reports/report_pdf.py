"""`laporan.pdf`: memo, figures, register and sign-off bound into one file."""

from collections.abc import Callable

from hbp_desktop.domain.report import ReportData
from hbp_desktop.reports.blocks import NOTE, TEXT, flow
from hbp_desktop.reports.canvas import A4, GREY, HAIR, INK2, Frame, Leaf, Pen, bind
from hbp_desktop.reports.figures_pages import figures_blocks
from hbp_desktop.reports.fonts import BOLD, MONO, REGULAR
from hbp_desktop.reports.memo import memo_blocks
from hbp_desktop.reports.register_annex import register_leaves
from hbp_desktop.reports.signoff import signoff_blocks
from hbp_desktop.reports.view import View
from hbp_desktop.reports.words import Words
from hbp_desktop.reports.wrap import clip

Progress = Callable[[int, int], None]  # pages drawn, pages


def report_pdf(data: ReportData, words: Words, progress: Progress | None = None) -> bytes:
    """Make the whole report. The same data give the same bytes."""
    leaves = report_leaves(data, words)
    step = (lambda done: progress(done, len(leaves))) if progress else None
    return bind(leaves, frame(data, words), document_title(data, words), data.made, step)


def report_leaves(data: ReportData, words: Words) -> list[Leaf]:
    """Lay out all pages."""
    return [
        *flow(A4, memo_blocks(data, words)),
        *flow(A4, figures_blocks(data, words)),
        *register_leaves(data, View(data, words), words),
        *flow(A4, signoff_blocks(data, words)),
    ]


def document_title(data: ReportData, words: Words) -> str:
    """Name the document; no person stands in it."""
    return words("foot.title", number=data.number or "–", office=data.office.short)


def frame(data: ReportData, words: Words) -> Frame:
    """Give what stands on every page: the mark above and below, and the foot."""
    stage = words(f"stage.{data.stage}")
    left = words("foot.left", title=document_title(data, words), stage=stage, version=data.version)
    code = words("foot.code", check=data.code) if data.code else ""

    def draw(pen: Pen, page: int, pages: int) -> None:
        sheet, line = pen.sheet, pen.sheet.height - 46
        draw_marks(pen, data.printed_mark)
        pen.rule(sheet.left, line, sheet.end, HAIR, GREY)
        room = sheet.room * 0.52
        pen.text(sheet.left, line + 12, clip(left, REGULAR, NOTE, room), REGULAR, NOTE, INK2)
        pen.text(sheet.left + sheet.room * 0.6, line + 12, code, MONO, NOTE - 0.4, INK2)
        pen.right(sheet.end, line + 12, words("foot.page", page=page, pages=pages), REGULAR, NOTE, INK2)

    return draw


def draw_marks(pen: Pen, mark: str) -> None:
    """Draw the security mark in the middle of the top and bottom edge."""
    if not mark:
        return
    middle = pen.sheet.width / 2
    pen.spaced(middle, 29, mark, BOLD, TEXT, 1.4)
    pen.spaced(middle, pen.sheet.height - 20, mark, BOLD, TEXT, 1.4)
