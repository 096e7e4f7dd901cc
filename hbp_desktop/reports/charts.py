"""Bars for paper: solid, grey and hatched, each with its number, so that a photocopy loses nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from hbp_desktop.reports.blocks import NOTE, TABLE, Block
from hbp_desktop.reports.canvas import GREY, INK, INK2, RULE, Pen
from hbp_desktop.reports.fonts import BOLD, REGULAR
from hbp_desktop.reports.wrap import clip, measure

SOLID, GREYED, HATCHED = "solid", "greyed", "hatched"
_BAR_INK = 0x2B
_BAR = 9.5  # points high
_ROW = 17.0


@dataclass(frozen=True)
class Series:
    """One kind of bar: what it means, how it is filled, and its total."""

    name: str
    fill: str
    total: int


def legend(series: Sequence[Series], gap: float = 0.0) -> Block:
    """Make the line that says what each fill means, with its number."""

    def draw(pen: Pen, x: float, y: float) -> None:
        for one in series:
            _bar(pen, x, y + 2, 8, 8, one.fill)
            x = pen.text(x + 12, y + 9.2, f"{one.name} ({one.total})", REGULAR, TABLE) + 14

    return Block(15, draw, gap, keep=True)


def stacked(
    label: str, parts: Sequence[tuple[str, int]], most: int, width: float, label_width: float
) -> Block:
    """Make one bar of several fills, its total at the right; `most` is the longest bar's total."""
    total = sum(count for _, count in parts)
    room = width - label_width - 32

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.text(x, y + 11, clip(label, REGULAR, TABLE, label_width - 6), REGULAR, TABLE)
        at = x + label_width
        for fill, count in parts:
            wide = room * count / most if most else 0.0
            if count:
                _bar(pen, at, y + 3, wide, _BAR, fill)
            at += wide
        pen.right(x + width, y + 11, str(total), BOLD, TABLE)

    return Block(_ROW + 1, draw)


def bar(label: str, count: int, most: int, width: float, label_width: float) -> Block:
    """Make one plain bar with its number at the right; zero draws no bar."""
    room = width - label_width - 30

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.text(x, y + 11, clip(label, REGULAR, TABLE, label_width - 6), REGULAR, TABLE)
        if count:
            _bar(pen, x + label_width, y + 3, max(room * count / most, 1.0), _BAR, SOLID)
        pen.right(x + width, y + 11, str(count), BOLD, TABLE)

    return Block(_ROW, draw)


def columns(counts: Sequence[tuple[str, int]], width: float, high: float = 74.0) -> Block:
    """Make standing bars over their labels, each with its number on top."""
    most = max((count for _, count in counts), default=0)
    step = width / max(len(counts), 1)
    thick = min(step * 0.62, 46.0)

    def draw(pen: Pen, x: float, y: float) -> None:
        base = y + high + 12
        for index, (label, count) in enumerate(counts):
            middle = x + step * (index + 0.5)
            tall = high * count / most if most else 0.0
            if count:
                _bar(pen, middle - thick / 2, base - tall, thick, tall, SOLID)
            pen.centre(middle, base - tall - 3, str(count), BOLD, TABLE)
            pen.centre(middle, base + 10, clip(label, REGULAR, NOTE, step - 2), REGULAR, NOTE, INK2)
        pen.rule(x, base, x + width, RULE)

    return Block(high + 28, draw)


def label_room(labels: Sequence[str], least: float, most: float) -> float:
    """Measure the column of labels, within bounds."""
    return min(most, max([least, *(measure(label, REGULAR, TABLE) + 10 for label in labels)]))


def _bar(pen: Pen, x: float, y: float, wide: float, high: float, fill: str) -> None:
    if fill == HATCHED:
        pen.box(x, y, wide, high, 0, fill=0xFF)
        pen.hatch(x, y, wide, high)
        pen.box(x, y, wide, high, 0.6, INK)
        return
    pen.box(x, y, wide, high, 0.6, INK, fill=_BAR_INK if fill == SOLID else GREY)
