"""Which column holds what: the header row found wherever it stands, guessed, and correctable by a person."""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.register.content import content_of, holds_prose, kinds_share, looks_like_data
from hbp_desktop.domain.register.sheet import Row, Sheet
from hbp_desktop.domain.register.vocabulary import IGNORED, Vocabulary, without_number_words
from hbp_desktop.domain.text import clean, fold, is_blank, shortened

FIELDS = tuple(
    (
        "timestamp date time place counter queue name id_type id country sex born phone address postcode "
        "group oku proxy relation consent channel language kind service details wanted action status agency "
        "officer note"
    ).split()
)
REQUIRED = ("kind", "details")
_FIRST_ROWS = 30
_LEAST_HEADINGS = 3
_SAMPLE = 200  # rows looked at when a column is told by what it holds
_MOSTLY = 0.7  # share of cells from which a column holds kinds of matter
_NEAR = 0.84  # of difflib's ratio
_LONGEST = 120  # characters; a longer cell is no heading
_BRACKETS = re.compile(r"[(\[{].*?[)\]}]|[(\[{].*$")
_STROKE = re.compile(r"[/|,;:–—]|\s-\s|\bor\b|\batau\b|\n")


@dataclass(frozen=True)
class ColumnMapping:
    """Where each field stands; a person corrects it with `with_column`.

    header: index of the last header row among the sheet's rows, -1 when none was found. columns: field to
    column index. headings: every column's heading as it stands. guessed: fields told by what they hold.
    """

    header: int
    columns: Mapping[str, int]
    headings: tuple[str, ...] = ()
    guessed: frozenset[str] = field(default_factory=frozenset)

    def with_column(self, name: str, column: int | None) -> "ColumnMapping":
        """Move a field to a column, or take it away with None; a column holds one field."""
        kept = {other: at for other, at in self.columns.items() if other != name and at != column}
        columns = kept if column is None else kept | {name: column}
        return ColumnMapping(self.header, columns, self.headings, self.guessed - {name})

    def heading(self, name: str) -> str:
        """Give the heading of a field's column as it stands; the field's own name when it is blank."""
        return self.title(self.columns.get(name, -1)) or name

    def title(self, column: int) -> str:
        """Give a column's heading as it stands, "" when it has none."""
        return self.headings[column] if 0 <= column < len(self.headings) else ""

    @property
    def missing(self) -> tuple[str, ...]:
        """Name the columns without which no line can be recorded."""
        return tuple(name for name in REQUIRED if name not in self.columns)


def guess_mapping(sheet: Sheet, vocabulary: Vocabulary) -> ColumnMapping:
    """Find the header row and what stands in each column."""
    header, headings = _header(sheet.rows[:_FIRST_ROWS], vocabulary)
    if header < 0:
        return ColumnMapping(-1, {}, ())
    body = sheet.rows[header + 1 : header + 1 + _SAMPLE]
    named = _assigned(headings, vocabulary)
    columns = _with_kinds(named, headings, body, vocabulary)
    told = _told_by_content(body, headings, columns, vocabulary)
    moved = {"kind"} if columns.get("kind") != named.get("kind") else set()
    return ColumnMapping(header, columns | told, headings, frozenset(told) | moved)


def mapping_problems(sheet: Sheet, mapping: ColumnMapping) -> tuple[Problem, ...]:
    """Say what is odd about the columns: codes header_missing, column_missing, header_blank, header_twice,
    column_extra, with the column's number from 1.
    """
    if mapping.header < 0:
        return (Problem("register.header_missing"),)
    missing = [Problem("register.column_missing", "", "error", {"field": name}) for name in mapping.missing]
    used = {column: name for name, column in mapping.columns.items()}
    filled = _filled_columns(sheet.rows[mapping.header + 1 :], len(mapping.headings))
    found = [_blank_heading(column, used.get(column, "")) for column in _blank_columns(mapping) & filled]
    found += _twice(mapping) + _extra(mapping, used)
    return tuple(missing + sorted(found, key=lambda p: _ORDER.index(p.code)))


_ORDER = ("register.header_blank", "register.header_twice", "register.column_extra")


def column_field(title: str, vocabulary: Vocabulary) -> tuple[str, float]:
    """Give the field a heading names and how sure that is, from 0 to 1.

    Surest first: the whole heading; without what stands in brackets; one side of a stroke (`Tarikh / Date`);
    its beginning; another part of it; one or two letters wrong.
    """
    if len(title) > _LONGEST or not (word := fold(title)):
        return "", 0.0
    bare = _BRACKETS.sub(" ", title)
    sides = [_known(part, vocabulary) for part in _STROKE.split(bare)]
    for name, sure in (
        (vocabulary.columns.get(word, ""), 1.0),
        (_known(bare, vocabulary), 0.95),
        (next(filter(None, sides), ""), 0.9),
    ):
        if name:
            return name, sure
    return _inside(fold(bare), vocabulary) or _misspelt(word, vocabulary)


def _known(title: str, vocabulary: Vocabulary) -> str:
    """Give the field of a heading, with or without its `No.` or `Bil.`."""
    word = fold(title)
    return vocabulary.columns.get(word) or vocabulary.columns.get(without_number_words(word), "")


def _inside(word: str, vocabulary: Vocabulary) -> tuple[str, float] | None:
    """Find the known heading at the beginning of a longer one, or that makes up half of it."""
    parts = without_number_words(word).split()[:12]
    best: tuple[str, float] | None = None
    for start in range(len(parts)):
        for end in range(start + 1, len(parts) + 1):
            name = vocabulary.columns.get(" ".join(parts[start:end]), "")
            share = (end - start) / len(parts)
            sure = 0.6 + 0.25 * share if start == 0 else (0.2 + 0.5 * share if share >= 0.5 else 0.0)
            if name and sure > (best[1] if best else 0.0):
                best = name, sure
    return best


def _misspelt(word: str, vocabulary: Vocabulary) -> tuple[str, float]:
    close = difflib.get_close_matches(word, vocabulary.columns, n=1, cutoff=_NEAR) if len(word) > 3 else []
    return (vocabulary.columns[close[0]], 0.5) if close else ("", 0.0)


def _header(rows: Sequence[Row], vocabulary: Vocabulary) -> tuple[int, tuple[str, ...]]:
    """Give the index of the row, or of the second of two rows, that names the most columns."""
    best: tuple[float, int, tuple[str, ...]] = (0.0, -1, ())
    for at, row in enumerate(rows):
        titles = _titles(row)
        if sum(not is_blank(title) for title in titles) < _LEAST_HEADINGS or looks_like_data(titles):
            continue
        best = max(best, (_worth(titles, vocabulary), -at, titles))
        if at + 1 < len(rows) and not looks_like_data(rows[at + 1].cells):
            both = _stacked(titles, _titles(rows[at + 1]), vocabulary)
            best = max(best, (_worth(both, vocabulary) - 1.5, -(at + 1), both))
    worth, at, titles = best
    return (-at, titles) if worth >= _LEAST_HEADINGS else (-1, ())


def _titles(row: Row) -> tuple[str, ...]:
    """Give headings on one line each, without the blank columns after the last."""
    titles = [" ".join(clean(cell).split()) for cell in row.cells]
    return tuple(titles)


def _stacked(upper: Sequence[str], lower: Sequence[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Read two header rows as one: together, else the lower, else the upper."""
    width = max(len(upper), len(lower))
    above, below = (tuple(titles) + ("",) * (width - len(titles)) for titles in (upper, lower))
    return tuple(_stack(above[at], below[at], vocabulary) for at in range(width))


def _stack(above: str, below: str, vocabulary: Vocabulary) -> str:
    if not above or not below:
        return above or below
    both = f"{above} {below}"
    candidates = (both, below, above)
    return max(candidates, key=lambda title: column_field(title, vocabulary)[1])


def _worth(titles: Iterable[str], vocabulary: Vocabulary) -> float:
    """Count the different fields a row names; the sure ones count more."""
    best: dict[str, float] = {}
    for title in titles:
        name, sure = column_field(title, vocabulary)
        if name and name != IGNORED:
            best[name] = max(best.get(name, 0.0), sure)
    return sum(best.values())


def _assigned(titles: Sequence[str], vocabulary: Vocabulary) -> dict[str, int]:
    """Give each field its surest column, the leftmost of equals."""
    named = [(*column_field(title, vocabulary), at) for at, title in enumerate(titles)]
    columns: dict[str, int] = {}
    for name, _sure, at in sorted(named, key=lambda one: (-one[1], one[2])):
        if name and name != IGNORED:
            columns.setdefault(name, at)
    return columns


def _with_kinds(
    columns: dict[str, int], titles: Sequence[str], body: Sequence[Row], vocabulary: Vocabulary
) -> dict[str, int]:
    """Trust what columns hold over what they are called: `Kategori` may hold kinds, and `Jenis` services."""
    shares = [kinds_share([row.cell(at) for row in body], vocabulary) for at in range(len(titles))]
    best = max(range(len(titles)), key=lambda at: shares[at], default=-1)
    named = columns.get("kind", -1)
    if best < 0 or shares[best] < _MOSTLY or (named >= 0 and shares[named] >= 1 - _MOSTLY):
        return columns
    others = _assigned(["" if at == best else title for at, title in enumerate(titles)], vocabulary)
    if named >= 0 and others.get("kind") == named:
        del others["kind"]
        others.setdefault("service", named)
    return others | {"kind": best}


def _told_by_content(
    body: Sequence[Row], titles: Sequence[str], columns: Mapping[str, int], vocabulary: Vocabulary
) -> dict[str, int]:
    """Tell columns without a heading, and required ones nobody named, by what they hold."""
    told: dict[str, int] = {}
    free = [at for at in range(len(titles)) if at not in columns.values()]
    for at in free:
        cells = [row.cell(at) for row in body if not is_blank(row.cell(at))]
        name = content_of(cells, vocabulary)
        wanted = not titles[at] or name in REQUIRED
        if name and wanted and name not in columns and name not in told:
            told[name] = at
    if "details" not in columns:
        told |= _prose(body, [at for at in free if at not in told.values()])
    return told


def _prose(body: Sequence[Row], free: Sequence[int]) -> dict[str, int]:
    """Take the free column with the longest texts for the details."""
    cells = {at: [row.cell(at) for row in body if not is_blank(row.cell(at))] for at in free}
    prose = [at for at in free if holds_prose(cells[at])]
    return {"details": max(prose, key=lambda at: sum(map(len, cells[at])))} if prose else {}


def _blank_columns(mapping: ColumnMapping) -> set[int]:
    return {at for at, title in enumerate(mapping.headings) if not title and at in mapping.columns.values()}


def _filled_columns(body: Sequence[Row], width: int) -> set[int]:
    return {at for at in range(width) if any(not is_blank(row.cell(at)) for row in body)}


def _blank_heading(column: int, name: str) -> Problem:
    return Problem("register.header_blank", "", "warning", {"column": column + 1, "field": name})


def _twice(mapping: ColumnMapping) -> list[Problem]:
    places: dict[str, list[int]] = {}
    for at, title in enumerate(mapping.headings):
        if title:
            places.setdefault(fold(title), []).append(at + 1)
    return [
        Problem(
            "register.header_twice",
            "",
            "warning",
            {"title": shortened(mapping.headings[at[0] - 1]), "first": at[0], "column": at[1]},
        )
        for at in places.values()
        if len(at) > 1
    ]


def _extra(mapping: ColumnMapping, used: Mapping[int, str]) -> list[Problem]:
    """Name the columns that are not read; a heading's second column is named as such already."""
    seen: set[str] = set()
    found = []
    for at, title in enumerate(mapping.headings):
        again = bool(title) and fold(title) in seen
        seen.add(fold(title))
        if at not in used and not again:
            values: dict[str, str | int] = {"title": shortened(title), "column": at + 1}
            found.append(Problem("register.column_extra", "", "hint", values))
    return found
