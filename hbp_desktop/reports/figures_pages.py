"""The pages of figures: each section says what it counts, how many, and whether its groups overlap."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from hbp_desktop.domain.figures import Row
from hbp_desktop.domain.matter import STATUSES
from hbp_desktop.domain.report import ReportData
from hbp_desktop.reports import charts
from hbp_desktop.reports.blocks import (
    TITLE,
    Block,
    Column,
    beside,
    heading,
    height_of,
    note,
    stack,
    table,
)
from hbp_desktop.reports.canvas import A4
from hbp_desktop.reports.memo import title_of
from hbp_desktop.reports.session_facts import dates_of
from hbp_desktop.reports.tables import (
    OUTCOMES,
    KindRow,
    by_kind,
    by_status,
    headline,
    in_order,
    largest_first,
    rows,
    total,
)
from hbp_desktop.reports.words import Words

_WIDTH = A4.room
_GUTTER = 26.0
_HALF = (_WIDTH - _GUTTER) / 2
_TALLEST_PAIR = 330.0  # points; taller sections take the whole width and may run over pages
_FILLS = dict(zip(OUTCOMES, (charts.SOLID, charts.GREYED, charts.HATCHED), strict=True))

Layout = Callable[[float], list[Block]]  # a width in points to blocks


@dataclass(frozen=True)
class Section:
    """One table of the figures on paper."""

    table: str
    form: str  # "bars", "columns" or "table"
    overlaps: bool = False
    remark: str = ""


_SECTIONS = (
    Section("service", "bars"),
    Section("group", "bars", overlaps=True),
    Section("age_group", "table"),
    Section("sex", "table"),
    Section("place", "table", remark="figures.clients_may_add_up"),
    Section("counter", "table", remark="figures.clients_may_add_up"),
    Section("day", "table", remark="figures.clients_may_add_up"),
    Section("channel", "table"),
    Section("nationality", "table"),
    Section("oku", "table"),
)


def figures_blocks(data: ReportData, words: Words) -> list[Block]:
    """Lay out the pages of figures."""
    about = f"{title_of(data, words)} · {dates_of(data.session, words)}"
    blocks = [heading(words("figures.heading"), about, _WIDTH, size=TITLE, gap=0.0)]
    blocks += _kinds_and_outcomes(data, words)
    blocks += _statuses(data, words)
    if data.sealed != "0":
        blocks += note(words("memo.sealed", count=data.sealed), _WIDTH)
    layouts = [_layout(data, section, number, words) for number, section in enumerate(_SECTIONS, 3)]
    blocks += _in_columns(layouts)
    if headline(data.figures, "tallies"):
        blocks += _tallies(data, len(_SECTIONS) + 3, words)
    return blocks


def _kinds_and_outcomes(data: ReportData, words: Words) -> list[Block]:
    found = by_kind(data.figures)
    series = [
        charts.Series(words(f"outcome.{name}"), _FILLS[name], sum(getattr(row, name) for row in found))
        for name in OUTCOMES
    ]
    most = max((row.total for row in found), default=0)
    title = heading(words("figures.by_kind", number="3.1"), _counted(data, "kind", words), _WIDTH, gap=8.0)
    bars = [charts.stacked(words.name("kind", row.kind), _parts(row), most, _WIDTH, 104.0) for row in found]
    return [title, charts.legend(series), *bars]


def _parts(row: KindRow) -> list[tuple[str, int]]:
    return [(_FILLS[name], getattr(row, name)) for name in OUTCOMES]


def _statuses(data: ReportData, words: Words) -> list[Block]:
    """Show each kind's matters by status, the finer cut of the chart above."""
    kinds = [row.kind for row in by_kind(data.figures)]
    counts = [by_status(data.figures, kind) for kind in kinds]
    names = [*STATUSES, *sorted({name for count in counts for name in count} - set(STATUSES))]
    wide = (_WIDTH - 78 - 46) / len(names)
    columns = [
        Column(words("column.kind"), 78.0),
        *(Column(words.name("status_short", name), wide, True) for name in names),
        Column(words("column.sum"), 46.0, True),
    ]
    body = [
        [words.name("kind", kind), *(str(count.get(name, 0)) for name in names), str(sum(count.values()))]
        for kind, count in zip(kinds, counts, strict=True)
    ]
    sums = [sum(count.get(name, 0) for count in counts) for name in names]
    last = [words("column.sum"), *map(str, sums), str(sum(sums))]
    title = heading(words("figures.by_status", number="3.2"), _counted(data, "kind_status", words), _WIDTH)
    return [title, *table(columns, body, last)]


def _layout(data: ReportData, section: Section, number: int, words: Words) -> Layout:
    def lay_out(width: float) -> list[Block]:
        about = _counted(data, section.table, words)
        title = heading(words(f"figures.{section.table}", number=f"3.{number}"), about, width)
        found = _ordered(data, section)
        if not found:
            return [title, *note(words("figures.nothing"), width)]
        labels = [label_of(data, section.table, row, words) for row in found]
        body = (
            _bars(found, labels, width)
            if section.form == "bars"
            else _rows(data, section, labels, width, words)
        )
        return [title, *body, *_remark(section, len(found), width, words)]

    return lay_out


def _remark(section: Section, groups: int, width: float, words: Words) -> list[Block]:
    if section.overlaps:
        return note(words("figures.overlap_note"), width)
    return note(words(section.remark), width) if section.remark and groups > 1 else []


def _ordered(data: ReportData, section: Section) -> tuple[Row, ...]:
    return (largest_first if section.form == "bars" else in_order)(data.figures, section.table)


def _bars(found: Sequence[Row], labels: Sequence[str], width: float) -> list[Block]:
    """Make a bar a row; on the whole width they stand in two columns, read downwards."""
    most = max((row.count for row in found), default=0)
    wide = _HALF if width > _HALF else width
    room = charts.label_room(labels, 96.0, wide * 0.68)
    bars = [charts.bar(label, row.count, most, wide, room) for label, row in zip(labels, found, strict=True)]
    if wide == width:
        return bars
    half = (len(bars) + 1) // 2
    pairs = zip_longest(bars[:half], bars[half:], fillvalue=Block(0, lambda *_: None))
    return [beside(left, right, _HALF + _GUTTER) for left, right in pairs]


def _rows(
    data: ReportData, section: Section, labels: Sequence[str], width: float, words: Words
) -> list[Block]:
    found = in_order(data.figures, section.table)
    unit = data.figures.tables[section.table].unit
    columns = [
        Column(words(f"column.{section.table}"), width - 74),
        Column(words(f"unit.{unit}").capitalize(), 74.0, True),
    ]
    body = [[label, str(row.count)] for label, row in zip(labels, found, strict=True)]
    return table(columns, body, [words("column.sum"), str(sum(row.count for row in found))])


def _tallies(data: ReportData, number: int, words: Words) -> list[Block]:
    """Show what was counted without details; never part of clients or matters."""
    title = heading(
        words("figures.tallies", number=f"3.{number}"),
        words("figures.n", count=headline(data.figures, "tallies"), unit=words("unit.tallies")),
        _WIDTH,
    )
    columns = [
        Column(words("column.kind"), 150.0),
        Column(words("column.service"), _WIDTH - 150 - 74),
        Column(words("unit.tallies").capitalize(), 74.0, True),
    ]
    found = rows(data.figures, "tally")
    body = [
        [
            words.name("kind", row.keys[0]),
            data.service_name(row.keys[1]) or words("unknown.service"),
            str(row.count),
        ]
        for row in found
    ]
    last = [words("column.sum"), "", str(total(data.figures, "tally"))]
    return [title, *table(columns, body, last), *note(words("figures.tallies_note"), _WIDTH)]


def _in_columns(layouts: Sequence[Layout]) -> list[Block]:
    """Set short sections two and two, tall ones across the page."""
    blocks: list[Block] = []
    waiting: Layout | None = None
    for layout in layouts:
        if height_of(layout(_HALF)) > _TALLEST_PAIR:
            blocks += layout(_WIDTH)
        elif waiting is None:
            waiting = layout
        else:
            blocks.append(_pair(waiting, layout))
            waiting = None
    return [*blocks, stack(waiting(_HALF), gap=17.0)] if waiting else blocks


def _pair(left: Layout, right: Layout) -> Block:
    return beside(stack(left(_HALF)), stack(right(_HALF)), _HALF + _GUTTER, gap=17.0)


def label_of(data: ReportData, table_name: str, row: Row, words: Words) -> str:
    """Name a row of a figures table."""
    if table_name == "day":
        return words.iso_date(row.keys[0])
    if table_name == "nationality":
        return words.name("citizenship", row.keys[0] or "unknown")
    if table_name == "counter" and row.keys[0]:
        return words("figures.counter_name", number=row.keys[0])
    if table_name == "service" and row.keys[0]:
        return data.service_name(row.keys[0])
    return words.name(table_name, row.keys[0]) if row.keys[0] else words(f"unknown.{table_name}")


def _counted(data: ReportData, name: str, words: Words) -> str:
    unit = data.figures.tables[name].unit if name in data.figures.tables else "matters"
    return words("figures.n", count=total(data.figures, name), unit=words(f"unit.{unit}"))
