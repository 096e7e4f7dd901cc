"""Blocks laid out first and drawn later: headings, paragraphs, facts and tables, flowing over pages."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from hbp_desktop.reports.canvas import GREY, HAIR, INK, INK2, PALE, RULE, Leaf, Pen, Sheet
from hbp_desktop.reports.fonts import BOLD, REGULAR
from hbp_desktop.reports.wrap import Line, Part, clip, measure, wrap, wrap_parts

TEXT, TEXT_LEADING = 9.5, 13.5
TABLE, TABLE_LEADING = 8.5, 11.5
NOTE, NOTE_LEADING = 7.8, 10.6
HEADING, TITLE, FIGURE = 10.5, 13.0, 25.0
ASCENT = 0.78  # of the size: from the top of a line to its baseline, near enough for every face
CELL = 4.5  # points left and right of a cell's text
ROW_PADDING = 3.2  # points above and below a cell's lines

Draw = Callable[[Pen, float, float], None]


@dataclass(frozen=True)
class Block:
    """Something of a known height; drawn with its top left corner at a point.

    `gap` is left above it unless it stands first on a page. `keep` holds it together with the next one.
    `again` is drawn before it when it is the first on a page, such as the head of its table.
    """

    height: float
    draw: Draw
    gap: float = 0.0
    keep: bool = False
    again: "Block | None" = None


def flow(sheet: Sheet, blocks: Sequence[Block]) -> list[Leaf]:
    """Set blocks one below the other, on as many pages as they take."""
    pages: list[list[tuple[float, Block]]] = []
    y = 0.0
    for group in _kept_together(blocks):
        needed = sum(block.gap + block.height for block in group)
        if not pages or (pages[-1] and y + needed > sheet.height - sheet.bottom):
            pages.append([])
            y = sheet.top
        for block in group:
            y = _place(pages[-1], block, y, sheet)
    return [Leaf(sheet, _drawer(page, sheet.left)) for page in pages]


def _place(page: list[tuple[float, Block]], block: Block, y: float, sheet: Sheet) -> float:
    if page:
        y += block.gap
    elif block.again:
        page.append((sheet.top, block.again))
        y = sheet.top + block.again.height
    page.append((y, block))
    return y + block.height


def _kept_together(blocks: Sequence[Block]) -> Iterable[list[Block]]:
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.keep:
            yield group
            group = []
    if group:
        yield group


def _drawer(page: list[tuple[float, Block]], x: float) -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        for y, block in page:
            block.draw(pen, x, y)

    return draw


def height_of(blocks: Sequence[Block]) -> float:
    """Measure blocks set one below the other."""
    return sum(block.height for block in blocks) + sum(block.gap for block in blocks[1:])


def stack(blocks: Sequence[Block], gap: float = 0.0) -> Block:
    """Make one block of several, never parted by a page."""

    def draw(pen: Pen, x: float, y: float) -> None:
        for index, block in enumerate(blocks):
            y += block.gap if index else 0.0
            block.draw(pen, x, y)
            y += block.height

    return Block(height_of(blocks), draw, gap)


def beside(left: Block, right: Block, offset: float, gap: float = 0.0) -> Block:
    """Set two blocks side by side, the second `offset` points further right."""

    def draw(pen: Pen, x: float, y: float) -> None:
        left.draw(pen, x, y)
        right.draw(pen, x + offset, y)

    return Block(max(left.height, right.height), draw, gap)


def heading(text: str, note: str, width: float, size: float = HEADING, gap: float = 17.0) -> Block:
    """Make a heading with a note at its right end and a rule below."""
    ruled = size < TITLE
    room = width - measure(text, BOLD, size) - 12

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.text(x, y + size * ASCENT + 2, text, BOLD, size)
        pen.right(x + width, y + size * ASCENT + 2, clip(note, REGULAR, NOTE, room), REGULAR, NOTE, INK2)
        if ruled:
            pen.rule(x, y + size + 6, x + width)

    return Block(size + 11, draw, gap, keep=True)


def paragraph(
    parts: tuple[Part, ...],
    width: float,
    size: float = TEXT,
    leading: float = TEXT_LEADING,
    gap: float = 6.0,
    grey: int = INK,
) -> list[Block]:
    """Make running text of one or more styles; a block a line, so that it may run over pages."""
    lines = wrap_parts(parts, size, width)
    return [_line_block(line, size, leading, 0.0 if index else gap, grey) for index, line in enumerate(lines)]


def note(text: str, width: float, gap: float = 5.0) -> list[Block]:
    """Make small text."""
    return paragraph(((REGULAR, text),), width, NOTE, NOTE_LEADING, gap, INK2)


def _line_block(line: Line, size: float, leading: float, gap: float, grey: int) -> Block:
    def draw(pen: Pen, x: float, y: float) -> None:
        pen.lines(x, y + size * ASCENT + (leading - size) / 2, (line,), size, leading, grey)

    return Block(leading, draw, gap)


def facts(rows: Sequence[tuple[str, str]], label: float, width: float, gap: float = 0.0) -> list[Block]:
    """Make label and value rows; `label` is the width of the first column."""
    gaps = [gap, *[0.0] * len(rows)]
    return [_fact(name, value, label, width, above) for (name, value), above in zip(rows, gaps, strict=False)]


def _fact(name: str, value: str, label: float, width: float, gap: float) -> Block:
    names = wrap(name, REGULAR, TABLE, label - 8)
    values = wrap(value, REGULAR, TABLE, width - label)

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.lines(x, y + TABLE + 1, names, TABLE, TABLE_LEADING, INK2)
        pen.lines(x + label, y + TABLE + 1, values, TABLE, TABLE_LEADING)

    return Block(max(len(names), len(values)) * TABLE_LEADING + 2.5, draw, gap)


@dataclass(frozen=True)
class Column:
    """A column of a table: its head, its width in points, and whether it holds numbers."""

    head: str
    width: float
    number: bool = False


def table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    total: Sequence[str] | None = None,
    gap: float = 0.0,
    top: float = 0.0,
) -> list[Block]:
    """Make a table, a block a row; its head stands again on each page it runs over.

    `top` is the weight of the rule above the head, 0 where a heading's rule is close above.
    """
    head = _head(columns, gap, top)
    body = [_row(columns, row, REGULAR, again=head) for row in rows]
    last = [_row(columns, total, BOLD, again=head)] if total else []
    return [head, *chain(body, last)]


def _head(columns: Sequence[Column], gap: float, top: float) -> Block:
    row = _row(columns, [column.head for column in columns], BOLD)
    wide = sum(column.width for column in columns)

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.box(x, y, wide, row.height, 0, fill=PALE)
        if top:
            pen.rule(x, y, x + wide, top)
        row.draw(pen, x, y)

    return Block(row.height, draw, gap, keep=True)


def _row(columns: Sequence[Column], cells: Sequence[str], style: str, again: Block | None = None) -> Block:
    wrapped = [
        wrap(cell, style, TABLE, column.width - 2 * CELL) for cell, column in zip(cells, columns, strict=True)
    ]
    high = max(map(len, wrapped)) * TABLE_LEADING + 2 * ROW_PADDING
    wide = sum(column.width for column in columns)

    def draw(pen: Pen, x: float, y: float) -> None:
        for column, lines in zip(columns, wrapped, strict=True):
            _cell(pen, x, y + ROW_PADDING + TABLE, column, lines)
            x += column.width
        strong = style == BOLD
        pen.rule(x - wide, y + high, x, RULE if strong else HAIR, INK if strong else GREY)

    return Block(high, draw, again=again)


def _cell(pen: Pen, x: float, y: float, column: Column, lines: Sequence[Line]) -> None:
    for line in lines:
        start = x + column.width - CELL - line.width if column.number else x + CELL
        pen.lines(start, y, (line,), TABLE, TABLE_LEADING)
        y += TABLE_LEADING
