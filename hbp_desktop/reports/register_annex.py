"""Lampiran A: the register of matters, landscape, one block a client; fast enough for tens of thousands.

Rows are wrapped once into lines, packed into pages by height, and drawn page by page. A row is split
only when it is taller than a page.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from hbp_desktop.domain.matter import Matter
from hbp_desktop.domain.report import ReportData
from hbp_desktop.domain.visit import Visit
from hbp_desktop.reports.blocks import CELL, NOTE, ROW_PADDING, TABLE, TABLE_LEADING, TITLE
from hbp_desktop.reports.canvas import A4_LANDSCAPE, GREY, HAIR, INK, INK2, PALE, RULE, Leaf, Pen, uncollected
from hbp_desktop.reports.fonts import BOLD, MONO, REGULAR
from hbp_desktop.reports.tables import headline
from hbp_desktop.reports.view import ClientView, MatterView, View
from hbp_desktop.reports.words import UNKNOWN, Words
from hbp_desktop.reports.wrap import Part, clip, wrap

SHEET = A4_LANDSCAPE
WIDTHS = (108.0, 106.0, 38.0, 74.0, 70.0, 82.0, 182.0, SHEET.room - 660.0)
_OWN = 4  # cells of the client; the others are the matter's
_OWN_WIDTH = sum(WIDTHS[:_OWN])
_MONO = 7.4
_TOP = SHEET.top + 26
_BOTTOM = SHEET.height - SHEET.bottom - 18  # above the remark
_HEADS = ("queue", "client", "sex_age", "group", "kind", "code", "details", "outcome")
Cell = tuple[Part, ...]  # a style and lines joined by line feeds, the fewest objects that will do
_EMPTY: Cell = ()


class AnnexRow(NamedTuple):
    """One row: lines of each cell, its height in points, whether it begins a client; or a band of words.

    Plain tuples of text all through: tens of thousands of rows then cost the memory's upkeep nothing.
    """

    cells: tuple[Cell, ...]
    height: float
    first: bool
    band: str = ""


@uncollected()
def register_leaves(data: ReportData, view: View, words: Words) -> list[Leaf]:
    """Lay out the register; a page that says so when nobody came."""
    head = tuple(_lines(words(f"register.{name}"), column, BOLD) for column, name in enumerate(_HEADS))
    head_high = _height(head)
    pages = list(_pages(annex_rows(view, words), _BOTTOM - _TOP - head_high)) or [[]]
    about = _about(data, words)
    return [
        Leaf(SHEET, _page_drawer(rows, head, head_high, about, index + 1 < len(pages), words))
        for index, rows in enumerate(pages)
    ]


def annex_rows(view: View, words: Words) -> Iterator[AnnexRow]:
    """Wrap every row of the register; a band names day and place when the session has several."""
    several = len({(visit.date, visit.place) for visit in view.visits}) > 1
    here: tuple[object, object] | None = None
    for visit in view.visits:
        if several and (visit.date, visit.place) != here:
            here = (visit.date, visit.place)
            yield _band(visit, words)
        yield from _visit_rows(visit, view, words)


def _band(visit: Visit, words: Words) -> AnnexRow:
    text = " · ".join(part for part in (words.long_date(visit.date), visit.place) if part)
    return AnnexRow((), TABLE_LEADING + 2 * ROW_PADDING, True, band=text)


def _visit_rows(visit: Visit, view: View, words: Words) -> Iterator[AnnexRow]:
    own = _client_cells(visit, view.client(visit))
    matters = list(view.matters(visit))
    if not matters:
        yield _row(own, _no_matter(words), first=True)
    for index, matter in enumerate(matters):
        yield _row(own if not index else (_EMPTY,) * _OWN, _matter_cells(visit, matter, view), not index)


def _row(own: tuple[Cell, ...], rest: tuple[Cell, ...], first: bool) -> AnnexRow:
    cells = own + rest
    return AnnexRow(cells, _height(cells), first)


def _client_cells(visit: Visit, client: ClientView) -> tuple[Cell, ...]:
    name = f"{client.name} · {client.proxy}" if client.proxy else client.name
    return (
        _lines(visit.queue or UNKNOWN, 0, BOLD) + _mono(visit.ref, 0),
        _lines(name, 1) + _mono(client.identity, 1),
        _lines(f"{client.sex} / {client.age}" if client.sex + client.age != UNKNOWN * 2 else UNKNOWN, 2),
        _lines(", ".join(client.groups) or UNKNOWN, 3),
    )


def _matter_cells(visit: Visit, matter: Matter, view: View) -> tuple[Cell, ...]:
    shown: MatterView = view.matter(visit, matter)
    service = _mono(shown.code, 5) if shown.code else _lines(shown.service or UNKNOWN, 5)
    return (_lines(shown.kind, 4), service, _lines(shown.details, 6), _lines(shown.outcome, 7))


def _no_matter(words: Words) -> tuple[Cell, ...]:
    return (_lines(UNKNOWN, 4), _EMPTY, _lines(words("register.no_matter"), 6), _EMPTY)


def _lines(text: str, column: int, style: str = REGULAR) -> Cell:
    return ((style, _wrapped(text, column, style, TABLE)),)


def _mono(text: str, column: int) -> Cell:
    return ((MONO, _wrapped(text, column, MONO, _MONO)),) if text else _EMPTY


def _wrapped(text: str, column: int, style: str, size: float) -> str:
    return "\n".join([line.text for line in wrap(text, style, size, WIDTHS[column] - 2 * CELL)])


def _height(cells: tuple[Cell, ...]) -> float:
    tallest = max(sum([text.count("\n") + 1 for _, text in cell]) for cell in cells)
    return tallest * TABLE_LEADING + 2 * ROW_PADDING


def _cut(cell: Cell, start: int, end: int | None = None) -> Cell:
    """Give some of a cell's lines."""
    return tuple([(style, line) for style, text in cell for line in text.split("\n")][start:end])


def _pages(rows: Iterator[AnnexRow], room: float) -> Iterator[list[AnnexRow]]:
    """Pack rows into pages of `room` points; a band never ends a page."""
    page: list[AnnexRow] = []
    used = 0.0
    for group in _with_bands(_never_taller(rows, room)):
        needed = sum(row.height for row in group)
        if page and used + needed > room:
            yield page
            page, used = [], 0.0
        page += group
        used += needed
    if page:
        yield page


def _with_bands(rows: Iterator[AnnexRow]) -> Iterator[list[AnnexRow]]:
    bands: list[AnnexRow] = []
    for row in rows:
        bands.append(row)
        if not row.band:
            yield bands
            bands = []


def _never_taller(rows: Iterator[AnnexRow], room: float) -> Iterator[AnnexRow]:
    """Split the rows that no page could hold, between lines."""
    room -= TABLE_LEADING + 2 * ROW_PADDING  # of a band above it
    most = int((room - 2 * ROW_PADDING) / TABLE_LEADING)
    for row in rows:
        while row.height > room:
            cut = tuple(_cut(cell, 0, most) for cell in row.cells)
            yield row._replace(cells=cut, height=most * TABLE_LEADING + 2 * ROW_PADDING)
            rest = tuple(_cut(cell, most) for cell in row.cells)
            row = row._replace(cells=rest, height=_height(rest), first=False)
        yield row


def _page_drawer(
    rows: Sequence[AnnexRow],
    head: tuple[Cell, ...],
    head_high: float,
    about: str,
    more: bool,
    words: Words,
) -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        pen.text(SHEET.left, SHEET.top + 14, words("register.heading"), BOLD, TITLE)
        pen.right(SHEET.end, SHEET.top + 14, clip(about, REGULAR, NOTE, 520), REGULAR, NOTE, INK2)
        y = _draw_head(pen, head, head_high)
        for index, row in enumerate(rows):
            y = _draw_row(pen, y, row, index + 1 == len(rows) or rows[index + 1].first)
        remark = (
            words("register.remark_more" if more else "register.remark") if rows else words("register.empty")
        )
        pen.text(SHEET.left, y + 14, remark, REGULAR, NOTE, INK2)

    return draw


def _draw_head(pen: Pen, head: tuple[Cell, ...], high: float) -> float:
    pen.box(SHEET.left, _TOP, SHEET.room, high, 0, fill=PALE)
    pen.rule(SHEET.left, _TOP, SHEET.end)
    _draw_cells(pen, _TOP, head)
    pen.rule(SHEET.left, _TOP + high, SHEET.end)
    return _TOP + high


def _draw_row(pen: Pen, y: float, row: AnnexRow, last: bool) -> float:
    """Draw one row; a client's last row has its line across the page, the others from the matter on."""
    if row.band:
        band = clip(row.band, BOLD, TABLE, SHEET.room - 2 * CELL)
        pen.text(SHEET.left + CELL, y + ROW_PADDING + TABLE, band, BOLD, TABLE)
    _draw_cells(pen, y, row.cells)
    y += row.height
    start = SHEET.left if last else SHEET.left + _OWN_WIDTH
    pen.rule(start, y, SHEET.end, RULE if row.band else HAIR, INK if row.band else GREY)
    return y


def _draw_cells(pen: Pen, y: float, cells: tuple[Cell, ...]) -> None:
    x = SHEET.left + CELL
    for lines, width in zip(cells, WIDTHS, strict=False):
        at = y + ROW_PADDING + TABLE
        for style, joined in lines:
            for text in joined.split("\n"):
                if text:
                    pen.text(x, at, text, style, _MONO if style == MONO else TABLE)
                at += TABLE_LEADING
        x += width


def _about(data: ReportData, words: Words) -> str:
    counts = {name: headline(data.figures, name) for name in ("clients", "visits", "matters")}
    return words("register.about_named" if data.names else "register.about", **counts)
