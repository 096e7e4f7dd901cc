"""The printed recovery code: large groups to be typed back, and where to keep the sheet."""

import datetime as dt

from hbp_desktop.domain.recovery import groups
from hbp_desktop.reports.blocks import (
    NOTE,
    TABLE,
    TITLE,
    Block,
    Column,
    facts,
    flow,
    heading,
    note,
    paragraph,
    table,
)
from hbp_desktop.reports.canvas import A4, HAIR, INK2, RULE, Frame, Pen, bind
from hbp_desktop.reports.fonts import MONO_BOLD, REGULAR
from hbp_desktop.reports.report_pdf import draw_marks
from hbp_desktop.reports.words import Words

_WIDTH = A4.room
_ACROSS = 3
_SIZE, _CELL = 22.0, 48.0
_KEEP = 4
_LOG_LINES = 4


def recovery_sheet(office: str, office_code: str, code: str, made: dt.datetime, words: Words) -> bytes:
    """Print the sheet for the envelope; `code` is the recovery code as shown on the screen."""
    blocks = [
        heading(
            words("recovery.title"), words("recovery.made", date=words.date(made.date())), _WIDTH, size=TITLE
        ),
        *note(words("recovery.office", office=office, code=office_code), _WIDTH, gap=0.0),
        _code(groups(code)),
        *note(words("recovery.checks"), _WIDTH),
        *paragraph(((REGULAR, words("recovery.what")),), _WIDTH, gap=12.0),
        heading(words("recovery.keep_heading"), "", _WIDTH),
        *facts([(f"{n}.", words(f"recovery.keep_{n}")) for n in range(1, _KEEP + 1)], 20.0, _WIDTH),
        heading(words("recovery.use_heading"), "", _WIDTH),
        *paragraph(((REGULAR, words("recovery.use")),), _WIDTH, gap=0.0),
        heading(words("recovery.log_heading"), "", _WIDTH),
        *_log(words),
    ]
    return bind(flow(A4, blocks), _frame(office, words), words("recovery.title"), made)


def _code(parts: tuple[str, ...]) -> Block:
    """Set the groups in a grid, read row by row, each with its number."""
    rows = -(-len(parts) // _ACROSS)
    step = _WIDTH / _ACROSS

    def draw(pen: Pen, x: float, y: float) -> None:
        for index, part in enumerate(parts):
            row, column = divmod(index, _ACROSS)
            left, top = x + column * step, y + row * _CELL
            pen.box(left, top, step, _CELL, RULE)
            pen.text(left + 7, top + 13, str(index + 1), REGULAR, TABLE, INK2)
            pen.centre(left + step / 2, top + _CELL / 2 + 9, part, MONO_BOLD, _SIZE)

    return Block(rows * _CELL, draw, gap=14.0)


def _log(words: Words) -> list[Block]:
    columns = [
        Column(words("recovery.opened"), 110.0),
        Column(words("recovery.by"), 150.0),
        Column(words("recovery.why"), _WIDTH - 260.0),
    ]
    return table(columns, [("\n", "", "")] * _LOG_LINES)


def _frame(office: str, words: Words) -> Frame:
    def draw(pen: Pen, page: int, pages: int) -> None:
        draw_marks(pen, words("recovery.mark"))
        line = pen.sheet.height - 46
        pen.rule(pen.sheet.left, line, pen.sheet.end, HAIR)
        pen.text(pen.sheet.left, line + 12, office, REGULAR, NOTE, INK2)
        pen.right(pen.sheet.end, line + 12, words("foot.page", page=page, pages=pages), REGULAR, NOTE, INK2)

    return draw
