"""What only the whole register tells: a register without a date column is of the session's one day."""

from collections.abc import Sequence

from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.register.headings import ColumnMapping
from hbp_desktop.domain.register.lines import Line
from hbp_desktop.domain.register.setting import Setting


def with_session_day(
    lines: Sequence[Line], mapping: ColumnMapping, setting: Setting
) -> tuple[list[Line], tuple[Problem, ...]]:
    """Date every line with the session's only day when the file says no date anywhere; say so.

    A file without any line is said to be so.
    """
    if not lines:
        return [], (Problem("register.no_lines"),)
    columns = {"date", "timestamp"} & mapping.columns.keys()
    if columns and any("date" in line.said for line in lines):
        return list(lines), ()
    if len(setting.dates) != 1:
        missing = Problem("register.date_column_missing", "", "warning")
        return list(lines), (missing,) if not columns else ()
    day = next(iter(setting.dates)).isoformat()
    blank = {"date_missing"}
    dated = [
        line.unmarked("date_missing").says(date=day) if blank & {f.code for f in line.findings} else line
        for line in lines
    ]
    return dated, (Problem("register.date_from_session", "", "warning", {"date": day}),)
