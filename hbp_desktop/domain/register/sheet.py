"""What a file held: rows of cells, each with the place where a person finds it again."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hbp_desktop.domain.errors import Level, Problem


@dataclass(frozen=True)
class Row:
    """One record of a file. `record` counts from 1; `line` is the text line where it begins.

    In a workbook both are the sheet's row. `truncated`: the file ends inside this row's quoted cell.
    """

    record: int
    line: int
    cells: tuple[str, ...]
    truncated: bool = False

    def cell(self, column: int) -> str:
        """Give a cell, "" beyond the row's end."""
        return self.cells[column] if 0 <= column < len(self.cells) else ""


@dataclass(frozen=True)
class Sheet:
    """A file's rows. `format` is "csv" or "xlsx"; `name` the worksheet's; `notes` what reading noticed."""

    rows: tuple[Row, ...]
    format: str = "csv"
    encoding: str = ""
    delimiter: str = ""
    name: str = ""
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Finding:
    """One thing to say about one cell or line: `code` of the register's reasons, and where it stands.

    level: an *error* keeps the line out, a *warning* is recorded and pointed out, a *hint* is only shown.
    column: the heading as it stands in the file, "" for a whole line; place: our name of the column.
    """

    code: str
    level: Level
    record: int
    line: int
    place: str = ""
    column: str = ""
    seen: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def problem(self) -> Problem:
        """Give it as a problem whose code has a sentence in the room `register`."""
        where: dict[str, str | int] = {"line": self.line, "column": self.column, "seen": self.seen}
        return Problem(f"register.{self.code}", "", self.level, where | dict(self.values))


@dataclass(frozen=True)
class Ignored:
    """A row that is no record: `what` is blank, header_again, footer, title, column_numbers or remark."""

    record: int
    line: int
    what: str
    seen: str = ""
