"""One row in, one line out: canonical values of what the row says, and a finding for each doubtful cell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from hbp_desktop.domain.canonical import Value
from hbp_desktop.domain.countries import read_country
from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.fields import LONG, block, line
from hbp_desktop.domain.person import Identity, identity_doubts, read_identity
from hbp_desktop.domain.phone import read_phone
from hbp_desktop.domain.register import cells
from hbp_desktop.domain.register.headings import ColumnMapping
from hbp_desktop.domain.register.levels import level_of
from hbp_desktop.domain.register.setting import Setting
from hbp_desktop.domain.register.sheet import Finding, Row
from hbp_desktop.domain.register.statuses import read_status
from hbp_desktop.domain.register.targets import read_groups
from hbp_desktop.domain.register.urgency import urgency_of
from hbp_desktop.domain.register.vocabulary import Vocabulary
from hbp_desktop.domain.text import is_blank, shortened

Said = dict[str, Value]  # field to canonical value; what is not said is absent
_Found = list[tuple[str, str]]  # code, field

CLIENT = (
    "name anonymous id_type id country sex born phone address postcode groups oku proxy relation consent "
    "language"
).split()
_LINES = ("place", "service", "proxy", "relation", "officer", "agency")
_BLOCKS = ("address", "details", "wanted", "action", "note")
_LIMITS = {"name": 1_000, "address": 2_000} | dict.fromkeys(("details", "wanted", "action", "note"), LONG)
_MOST, _MOST_BYTES = 500, 50_000  # characters of any other cell, bytes of a whole line
NOTE_BYTES = 24_000  # of a visit's remarks together
_DITTOED = frozenset(CLIENT) | {"date", "time", "place", "counter", "queue", "id_type", "id", "group"}
_SILENT_DETAILS = frozenset({"details"})


@dataclass(frozen=True)
class Line:
    """A row as it reads. `said` holds canonical values; `broken` rows stop early and are not read on."""

    record: int
    line: int
    said: Said
    findings: tuple[Finding, ...] = ()
    broken: bool = False

    @property
    def accepted(self) -> bool:
        """Tell whether the line can be recorded as it stands."""
        return not any(finding.level == "error" for finding in self.findings)

    def says(self, **more: Value) -> "Line":
        """Give the line with more said."""
        return replace(self, said=self.said | more)

    def marked(self, *findings: Finding) -> "Line":
        """Give the line with more findings."""
        return replace(self, findings=(*self.findings, *findings))

    def unmarked(self, code: str) -> "Line":
        """Give the line without a finding that was settled."""
        return replace(self, findings=tuple(one for one in self.findings if one.code != code))


@dataclass(frozen=True)
class LineReader:
    """Reads rows by a mapping, with the words of a vocabulary, for a session's setting."""

    mapping: ColumnMapping
    vocabulary: Vocabulary
    setting: Setting = field(default_factory=Setting)

    def read(self, row: Row) -> Line:
        """Read a row; a row that stops early says nothing but that."""
        if row.truncated:
            last = self.mapping_field_at(len(row.cells) - 1)
            return Line(row.record, row.line, {}, (self.finding(row, "line_truncated", last),), broken=True)
        if self._stops_early(row):
            few = self.finding(row, "cells_too_few", cells=len(row.cells), columns=len(self.mapping.headings))
            return Line(row.record, row.line, {}, (few,), broken=True)
        said: Said = {}
        found: _Found = []
        for read in _READERS:
            part, codes = read(self, row)
            said |= part
            found += codes
        said = _filled(said)
        found += _too_long(said)
        findings = [self.finding(row, code, place) for code, place in found]
        doubts = [replace(self.finding(row, one.code, "id"), values=one.values) for one in self._doubts(said)]
        return Line(
            row.record, row.line, said, (*self._too_many(row), *findings, *doubts, *self._guarded(row, said))
        )

    def _guarded(self, row: Row, said: Said) -> list[Finding]:
        """Keep a line out whose matter the office seals: a register would write it in the open."""
        return [self.finding(row, "line_sealed")] if said.get("urgent") in self.setting.guarded else []

    def text(self, row: Row, name: str) -> str:
        """Give a field's cell; a dash, n/a or ditto mark says nothing, except in the details."""
        text = row.cell(self.mapping.columns.get(name, -1))
        if name in _DITTOED and self.vocabulary.ditto(text):
            return ""
        return "" if name not in _SILENT_DETAILS and self.vocabulary.silent(text) else text

    def finding(self, row: Row, code: str, place: str = "", **values: int) -> Finding:
        """Make a finding about a cell of a row, or about the whole row."""
        seen = shortened(row.cell(self.mapping.columns.get(place, -1))) if place else ""
        column = self.mapping.heading(place) if place else ""
        return Finding(code, level_of(code), row.record, row.line, place, column, seen, values)

    def mapping_field_at(self, column: int) -> str:
        """Name the field of a column, "" when it is not read."""
        return next((name for name, at in self.mapping.columns.items() if at == column), "")

    def _stops_early(self, row: Row) -> bool:
        """A row may lack its last blank cells, but not the ones without which it is no matter."""
        needed = [self.mapping.columns[name] for name in ("kind", "details") if name in self.mapping.columns]
        return bool(needed) and len(row.cells) <= max(needed) and len(row.cells) < len(self.mapping.headings)

    def _doubts(self, said: Said) -> tuple[Problem, ...]:
        """Hold a card against the sex, the group and the day."""
        day = self.setting.today(said)
        if day is None or "id" not in said:
            return ()
        groups = frozenset(said.get("groups", ()))
        return identity_doubts(document_of(said), said.get("sex", ""), day, groups)

    def _too_many(self, row: Row) -> list[Finding]:
        width = len(self.mapping.headings)
        more = sum(not is_blank(cell) for cell in row.cells[width:])
        return [self.finding(row, "cells_too_many", cells=len(row.cells) - width)] if more else []


def document_of(said: Mapping[str, Value]) -> Identity | None:
    """Give the document a line names; only a passport is told apart by its country."""
    kind = said.get("id_type", "")
    country = said.get("country", "") if kind == "passport" else ""
    return Identity(kind, said.get("id", ""), country) if kind else None


def _too_long(said: Said) -> _Found:
    """Point at a text that would not fit into one record."""
    texts = {name: value for name, value in said.items() if isinstance(value, str)}
    long = [name for name, text in texts.items() if len(text) > _LIMITS.get(name, _MOST)]
    long += ["note"] * ("note" not in long and len(texts.get("note", "").encode()) > NOTE_BYTES)
    if not long and sum(len(text.encode()) for text in texts.values()) > _MOST_BYTES:
        long = [max(texts, key=lambda name: len(texts[name]))]
    return [("line_too_long", name) for name in long]


def _filled(said: Mapping[str, Value]) -> Said:
    return {name: value for name, value in said.items() if value not in ("", None, [], {})}


def _texts(reader: LineReader, row: Row) -> tuple[Said, _Found]:
    said: Said = {name: line(reader.text(row, name)) for name in _LINES}
    said |= {name: block(reader.text(row, name)) for name in _BLOCKS}
    return said, [("details_missing", "details")] * is_blank(said["details"])


def _date(reader: LineReader, row: Row) -> tuple[Said, _Found]:
    date, code = cells.read_day(reader.text(row, "date"), reader.setting.years)
    if code == "date_missing":
        date, stamped = cells.read_day(reader.text(row, "timestamp"), reader.setting.years)
        code = "date_missing" if date is None else stamped
    if date is None:
        return {}, [(code, "date")]
    found = [(code, "date")] if code else []
    if reader.setting.days and date not in reader.setting.dates:
        found.append(("date_not_the_day", "date"))
    beside = "" if "time" in reader.mapping.columns else cells.clock_beside(reader.text(row, "date"))
    return {"date": date.isoformat()} | ({"time": beside} if beside else {}), found


def _counted(
    name: str, key: str, read: Callable[[str], tuple[str, str]]
) -> Callable[..., tuple[Said, _Found]]:
    def reader_of(reader: LineReader, row: Row) -> tuple[Said, _Found]:
        value, code = read(reader.text(row, name))
        return ({key: value} if value else {}), [(code, name)] if code else []

    return reader_of


def _counter(reader: LineReader, row: Row) -> tuple[Said, _Found]:
    setting, counter = reader.setting, cells.read_counter(reader.text(row, "counter"))
    known = counter in setting.counter_names or (
        counter.isascii() and counter.isdecimal() and 1 <= int(counter) <= setting.counters
    )
    doubtful = bool(counter) and bool(setting.counters) and not known
    return {"counter": counter}, [("counter_unknown", "counter")] * doubtful


def _client(reader: LineReader, row: Row) -> tuple[Said, _Found]:
    name = line(reader.text(row, "name"))
    if reader.vocabulary.anonymous(name):
        return {"anonymous": True}, []
    country = reader.text(row, "country")
    code = read_country(country)
    said: Said = {"name": "" if is_blank(name) else name, "country": code}
    found = [("country_unknown", "country")] * (bool(country) and not code)
    document, doubts = _document(reader, row, code)
    return said | document, found + doubts


def _document(reader: LineReader, row: Row, country: str) -> tuple[Said, _Found]:
    kind = row.cell(reader.mapping.columns.get("id_type", -1))
    kind = "" if reader.vocabulary.ditto(kind) else kind
    identity, doubts = read_identity(kind, reader.text(row, "id"), country)
    found = [(doubt.code, "id_type" if doubt.code == "id_type_unknown" else "id") for doubt in doubts]
    return ({"id_type": identity.kind, "id": identity.number} if identity else {}), found


def _phone(reader: LineReader, row: Row) -> tuple[Said, _Found]:
    phone, doubts = read_phone(reader.text(row, "phone"))
    return {"phone": phone}, [(doubt.code, "phone") for doubt in doubts]


def _born(reader: LineReader, row: Row) -> tuple[Said, _Found]:
    born, code = cells.read_day(reader.text(row, "born"))
    if born is None:
        return {}, [("born_unreadable", "born")] * (code != "date_missing")
    return {"born": born.isoformat()}, []


def _groups(reader: LineReader, row: Row) -> tuple[Said, _Found]:
    groups, unknown = read_groups(reader.text(row, "group"), reader.vocabulary)
    return {"groups": sorted(groups)}, [("group_unknown", "group")] * unknown


def _answers(reader: LineReader, row: Row) -> tuple[Said, _Found]:
    said: Said = {}
    found: _Found = []
    for name in ("oku", "consent"):
        text = row.cell(reader.mapping.columns.get(name, -1))
        text = "" if reader.vocabulary.ditto(text) else text
        said[name] = reader.vocabulary.yes_no(text)
        if said[name] is None and not reader.vocabulary.silent(text):
            found.append(("yes_no_unreadable", name))
    return said, found


def _choices(reader: LineReader, row: Row) -> tuple[Said, _Found]:
    said: Said = {}
    found: _Found = []
    for name, code in (("sex", "sex_unreadable"), ("language", ""), ("channel", "")):
        text = reader.text(row, name)
        said[name] = reader.vocabulary.near(name, text)
        if text and not said[name] and code:
            found.append((code, name))
    return said, found


def _matter(reader: LineReader, row: Row) -> tuple[Said, _Found]:
    text, vocabulary = reader.text(row, "kind"), reader.vocabulary
    kind = vocabulary.near("kind", text)
    found = [] if kind else [("kind_unknown" if text else "kind_missing", "kind")]
    status, agency, known = read_status(reader.text(row, "status"), vocabulary)
    said: Said = {"kind": kind, "status": status} | ({"agency": agency} if agency else {})
    said["urgent"] = urgency_of(kind, reader.text(row, "service"), reader.text(row, "details"), vocabulary)
    return said, found + [("status_unknown", "status")] * (not known)


_READERS: tuple[Callable[[LineReader, Row], tuple[Said, _Found]], ...] = (
    _texts,
    _date,
    _counted("time", "time", cells.read_clock),
    _counter,
    _counted("queue", "queue", cells.read_queue),
    _client,
    _counted("postcode", "postcode", cells.read_postcode),
    _phone,
    _born,
    _groups,
    _answers,
    _choices,
    _matter,
)
