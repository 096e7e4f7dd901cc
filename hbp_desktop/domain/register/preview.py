"""A register as it would be imported: lines, visits, doubtful cells, what is ignored, and the totals."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from hbp_desktop.domain.errors import Problem, errors_in
from hbp_desktop.domain.register.headings import ColumnMapping, mapping_problems
from hbp_desktop.domain.register.lines import Line, LineReader
from hbp_desktop.domain.register.records import PlannedVisit, plan_visits
from hbp_desktop.domain.register.rows import sort_rows
from hbp_desktop.domain.register.setting import Setting
from hbp_desktop.domain.register.sheet import Finding, Ignored, Sheet
from hbp_desktop.domain.register.totals import Totals, total
from hbp_desktop.domain.register.visits import group
from hbp_desktop.domain.register.vocabulary import Vocabulary
from hbp_desktop.domain.register.whole import with_session_day


@dataclass(frozen=True)
class Preview:
    """What would be imported, and what is to be said about it.

    lines: every record with what it says or inherits, in the order of the file. visits: what would be
    written, bad lines included but not accepted. problems: about the file and its columns.
    standing: record to new, unchanged or changed, for accepted lines, once compared with what the office
    holds; stands_for: record of a changed line to the matter it seems to replace.
    """

    setting: Setting
    mapping: ColumnMapping
    lines: tuple[Line, ...]
    visits: tuple[PlannedVisit, ...]
    problems: tuple[Problem, ...]
    ignored: tuple[Ignored, ...]
    totals: Totals
    standing: Mapping[int, str] = field(default_factory=dict)
    stands_for: Mapping[int, str] = field(default_factory=dict)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Give what is to be said about cells and lines, in the order of the file."""
        return tuple(finding for line in self.lines for finding in line.findings)

    @property
    def invalid(self) -> tuple[Finding, ...]:
        """Give the findings that keep a line out."""
        return tuple(finding for finding in self.findings if finding.level == "error")

    @property
    def bad_lines(self) -> tuple[Line, ...]:
        """Give the lines that cannot be recorded as they stand."""
        return tuple(line for line in self.lines if not line.accepted)

    @property
    def unreadable(self) -> tuple[Problem, ...]:
        """Give the problems of the file that keep every line out."""
        return errors_in(self.problems)

    def count(self, standing: str) -> int:
        """Count accepted lines that are new, unchanged or changed."""
        return sum(one == standing for one in self.standing.values())


def examine(sheet: Sheet, mapping: ColumnMapping, vocabulary: Vocabulary, setting: Setting) -> Preview:
    """Read a register for a session; nothing is compared with what the office holds yet."""
    problems = (*sheet.notes, *mapping_problems(sheet, mapping))
    if errors_in(problems):
        return Preview(setting, mapping, (), (), problems, (), total(()))
    rows, ignored = sort_rows(sheet, mapping, vocabulary)
    reader = LineReader(mapping, vocabulary, setting)
    read = [reader.read(row) for row in rows]
    read, notes = with_session_day(read, mapping, setting)
    grouped = group(read, mapping.heading)
    visits = plan_visits(grouped, setting)
    broken = [line for line in read if line.broken]
    lines = sorted(
        (*broken, *(line for visit in grouped for line in visit.lines)), key=lambda one: one.record
    )
    return Preview(setting, mapping, tuple(lines), visits, (*problems, *notes), ignored, total(visits))


def compared(preview: Preview, standing: Mapping[int, str], stands_for: Mapping[int, str]) -> Preview:
    """Give a preview with how each accepted line stands to what the office holds."""
    return replace(preview, standing=standing, stands_for=stands_for)
