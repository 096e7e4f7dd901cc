"""Lines of one client are one visit: same queue number, day and place; blank client cells are "as above"."""

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from hbp_desktop.domain.person import is_sound
from hbp_desktop.domain.register.levels import level_of
from hbp_desktop.domain.register.lines import CLIENT, Line, Said, document_of
from hbp_desktop.domain.register.sheet import Finding
from hbp_desktop.domain.text import fold

_INHERITED = (*CLIENT, "time", "counter", "channel")
_ABOUT_CLIENT = ("country", "sex", "born", "phone", "address", "postcode", "proxy")
_LINKS = frozenset({"bin", "binti", "al", "ap", "anak"})
_ALIKE = 0.85  # of difflib's ratio, for names under one queue number where a document is missing
_BLANK_DATES = 0.5  # share of lines without a date from which a blank one means "as above"

Heading = Callable[[str], str]


@dataclass
class Visit:
    """Lines of one client, in the order of the file; `said` is what is known of the client so far."""

    lines: list[Line] = field(default_factory=list)
    said: Said = field(default_factory=dict)

    def join(self, line: Line) -> Line:
        """Take a line in and give it with what it inherits."""
        blank = not names_client(line.said)
        above = {name: self.said[name] for name in _INHERITED if blank and name in self.said}
        shared = {name: self.said[name] for name in ("date", "queue", "place") if name in self.said}
        whole = line.says(**(shared | above | line.said))
        self.said = whole.said | self.said
        self.lines.append(whole)
        return whole


def group(lines: Iterable[Line], heading: Heading) -> list[Visit]:
    """Group lines into visits; a broken line belongs to none. `heading` names a field's column."""
    grouping = _Grouping(heading)
    for line in as_above_dates(list(lines), heading):
        if not line.broken:
            grouping.place(line)
    return grouping.visits


def names_client(said: Mapping[str, object]) -> bool:
    """Tell whether a line says who came: a name, a document with a number, or no name on purpose."""
    return bool(said.get("name") or said.get("anonymous") or said.get("id") or said.get("id_type") == "none")


def as_above_dates(lines: list[Line], heading: Heading) -> list[Line]:
    """Where many dates are blank, as when cells were merged, a blank date is the one above."""
    blank = [line for line in lines if _no_date(line)]
    if len(lines) < 4 or len(blank) < _BLANK_DATES * len(lines) or len(blank) == len(lines):
        return lines
    dated: list[Line] = []
    above = ""
    for line in lines:
        if _no_date(line) and above:
            doubt = _finding("date_as_above", line, "date", heading, above)
            line = line.unmarked("date_missing").says(date=above)
            line = line.marked(doubt) if names_client(line.said) else line
        above = str(line.said.get("date", above))
        dated.append(line)
    return dated


def same_client(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """Tell whether two lines under one number speak of one client, by document, else by name."""
    if one.get("anonymous") or other.get("anonymous"):
        return bool(one.get("anonymous")) and bool(other.get("anonymous"))
    first, second = document_of(one), document_of(other)
    if first and second and first.number and second.number:
        same = first.number == second.number
        return same or (_same_name(one, other) and not (is_sound(first) and is_sound(second)))
    return _same_name(one, other)


class _Grouping:
    """Visits found so far, and those open under each number."""

    def __init__(self, heading: Heading) -> None:
        self.visits: list[Visit] = []
        self._open: dict[tuple[object, ...], list[Visit]] = {}
        self._above: Visit | None = None
        self._heading = heading

    def place(self, line: Line) -> None:
        """Find a line's visit, or open one."""
        line = self._dated_as_above(line)
        visit = self._by_number(line) if line.said.get("queue") else self._by_neighbour(line)
        if visit is None:
            visit, line = self._opened(line), self._judged(line)
        visit.join(line)
        self._above = visit

    def _dated_as_above(self, line: Line) -> Line:
        """A continuation that also leaves the date blank is of the day above."""
        above = self._above
        if above is None or not _no_date(line) or names_client(line.said) or "date" not in above.said:
            return line
        if line.said.get("queue") not in {None, above.said.get("queue")}:
            return line
        return line.unmarked("date_missing").says(date=above.said["date"])

    def _by_number(self, line: Line) -> Visit | None:
        found = self._open.get(_number(line), [])
        if not names_client(line.said):
            return found[-1] if found else None
        return next((visit for visit in found if same_client(visit.said, line.said)), None)

    def _by_neighbour(self, line: Line) -> Visit | None:
        """Without a number a line is its own visit, unless it goes on from the line above."""
        above = self._above
        if above is None or any(one.code.startswith("queue_") for one in line.findings):
            return None
        same_day = line.said.get("date") == above.said.get("date")
        if not names_client(line.said):
            other_day = not same_day and line.said.get("date") and above.said.get("date")
            return None if other_day or any(line.said.get(name) for name in _ABOUT_CLIENT) else above
        return above if same_day and not above.said.get("queue") and _equal(above.said, line.said) else None

    def _opened(self, line: Line) -> Visit:
        visit = Visit()
        self.visits.append(visit)
        if line.said.get("queue"):
            self._open.setdefault(_number(line), []).append(visit)
        return visit

    def _judged(self, line: Line) -> Line:
        """Point at a first line without a client, and at a number that another client has."""
        if not names_client(line.said):
            return line.marked(_finding("client_missing", line, "name", self._heading))
        others = self._open.get(_number(line), []) if line.said.get("queue") else []
        if len(others) < 2:
            return line
        seen = str(line.said.get("name", ""))
        return line.marked(_finding("client_differs", line, "queue", self._heading, seen))


def _number(line: Line) -> tuple[object, ...]:
    return line.said.get("date"), fold(str(line.said.get("place", ""))), line.said["queue"]


def _no_date(line: Line) -> bool:
    return any(finding.code == "date_missing" for finding in line.findings)


def _equal(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """Tell whether name and document are equal, and there is a name."""
    names = fold(str(one.get("name", ""))), fold(str(other.get("name", "")))
    return bool(names[0]) and names[0] == names[1] and document_of(one) == document_of(other)


def _same_name(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    names = _bare_name(one), _bare_name(other)
    if not all(names):
        return True  # one line names the client, the other only the document: nothing speaks against
    return names[0] == names[1] or difflib.SequenceMatcher(None, *names).ratio() >= _ALIKE


def _bare_name(said: Mapping[str, object]) -> str:
    """Give a name without its links, which registers leave out: `Ali Abu` may be `Ali bin Abu`."""
    return " ".join(word for word in fold(str(said.get("name", ""))).split() if word not in _LINKS)


def _finding(code: str, line: Line, place: str, heading: Heading, seen: str = "") -> Finding:
    return Finding(code, level_of(code), line.record, line.line, place, heading(place), seen)
