"""Visits of a register as what the journal keeps: the same fields as those typed at the counter."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hbp_desktop.domain.canonical import Value
from hbp_desktop.domain.day import Day
from hbp_desktop.domain.fields import LONG, Fields
from hbp_desktop.domain.matter import MatterDraft
from hbp_desktop.domain.person import birth_of, person_key, sex_of
from hbp_desktop.domain.register.ids import Occurrences, who_came
from hbp_desktop.domain.register.lines import NOTE_BYTES, Line, Said, document_of
from hbp_desktop.domain.register.setting import Setting
from hbp_desktop.domain.register.visits import Visit
from hbp_desktop.domain.text import fold
from hbp_desktop.domain.visit import VisitDraft

_VISIT_TEXTS = "time counter queue officer phone address postcode".split()
_ABOUT_MATTER = frozenset(
    (
        "kind_missing kind_unknown details_missing cells_too_many status_unknown date_year_guessed "
        "date_as_above counter_unknown client_differs"
    ).split()
)
_LOST = frozenset(
    "time_impossible yes_no_unreadable sex_unreadable country_unknown group_unknown born_unreadable".split()
)
_FROM_REGISTER = "daftar"  # the reason of a warning that came with a register
_CONSENT_WORDS = ("surat kebenaran", "kebenaran bertulis", "letter of consent", "letter of authority")


@dataclass(frozen=True)
class PlannedMatter:
    """A line as a matter: where it stands in the file, its id and journal fields; `said` as it reads."""

    id: str
    record: int
    line: int
    order: int
    fields: Fields
    accepted: bool


@dataclass(frozen=True)
class PlannedVisit:
    """A visit with its lines; `draft` as it would have been typed, `person` who was served ("" anonymous)."""

    id: str
    date: str
    place: str
    draft: VisitDraft
    person: str
    matters: tuple[PlannedMatter, ...]

    @property
    def accepted(self) -> tuple[PlannedMatter, ...]:
        """Give the matters that can be recorded."""
        return tuple(matter for matter in self.matters if matter.accepted)

    @property
    def fields(self) -> Fields:
        """Give the visit's journal fields."""
        return self.draft.written()


def plan_visits(visits: Iterable[Visit], setting: Setting) -> tuple[PlannedVisit, ...]:
    """Give every visit and line its id and fields."""
    return _Planning(setting).all(visits)


class _Planning:
    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._visit_ids = Occurrences(setting.session, b"hbp-visit")
        self._matter_ids = Occurrences(setting.session, b"hbp-matter")

    def all(self, visits: Iterable[Visit]) -> tuple[PlannedVisit, ...]:
        """Give ids in the order of the file, so that the n-th identical line is the n-th everywhere."""
        grouped = list(visits)
        lines = sorted((line for visit in grouped for line in visit.lines), key=lambda line: line.record)
        ids = {line.record: self._matter_ids.id_of(line.said) for line in lines}
        return tuple(self._visit(visit, ids) for visit in grouped)

    def _visit(self, visit: Visit, ids: Mapping[int, str]) -> PlannedVisit:
        visit_id = self._visit_id(visit, ids)
        draft = visit_draft(visit, visit_id, self._setting)
        matters = tuple(
            _matter(line, ids[line.record], self._setting, visit_id, order)
            for order, line in enumerate(visit.lines, 1)
        )
        person = "" if draft.anonymous else person_key(document_of(visit.said), draft.sex, visit_id)
        said = visit.said
        return PlannedVisit(visit_id, said.get("date", ""), said.get("place", ""), draft, person, matters)

    def _visit_id(self, visit: Visit, ids: Mapping[int, str]) -> str:
        said = visit.said
        who = who_came(said, document_of(said))
        queue = said.get("queue", "")
        if not queue and who == ["anonymous"]:
            who = ["anonymous", ids[visit.lines[0].record]]
        return self._visit_ids.id_of([said.get("date", ""), fold(said.get("place", "")), queue, who])


def day_of(said: Mapping[str, Value], days: Sequence[Day]) -> Day | None:
    """Give the session's day of a line: by date and place, else by date, else the first."""
    same_date = [day for day in days if day.date and day.date.isoformat() == said.get("date")]
    place = fold(said.get("place", ""))
    named = [day for day in same_date if place and place in fold(day.place)]
    return next(iter([*named, *same_date, *days]), None)


def visit_draft(visit: Visit, visit_id: str, setting: Setting) -> VisitDraft:
    """Give the visit as it would have been typed."""
    said, day = visit.said, day_of(visit.said, setting.days)
    own_date = "" if day and day.date and day.date.isoformat() == said.get("date") else said.get("date", "")
    texts = {name: said.get(name, "") for name in _VISIT_TEXTS}
    return VisitDraft(
        id=visit_id,
        session=setting.session,
        day=day.id if day else "",
        date=own_date,
        channel=said.get("channel", "counter"),
        language=said.get("language", ""),
        groups=frozenset(said.get("groups", ())),
        oku=said.get("oku"),
        nationality=said.get("country", ""),
        note=_notes(visit.lines),
        kept=_kept(visit.lines),
        **texts,
        **_client(said, setting),
        **_proxy(visit),
    )


def _client(said: Said, setting: Setting) -> Said:
    """Give the client's part; birth date and sex come from a sound card where the register is silent."""
    document, day = document_of(said), setting.today(said)
    birth = birth_of(document, day, "warga_emas" in said.get("groups", ())) if day else None
    derived = birth.born.isoformat() if birth else ""
    return {
        "anonymous": bool(said.get("anonymous")),
        "name": said.get("name", ""),
        "id_kind": document.kind if document else "",
        "id_number": document.number if document else "",
        "id_country": document.country if document else "",
        "born": said.get("born", derived),
        "born_how": "said" if "born" in said else ("derived" if derived else ""),
        "sex": said.get("sex") or sex_of(document),
    }


def _proxy(visit: Visit) -> Said:
    """Give the proxy's part; a letter of consent in the remarks is consent."""
    said = visit.said
    if "proxy" not in said:
        return {}
    notes = fold(_notes(visit.lines))
    consent = said.get("consent", any(word in notes for word in _CONSENT_WORDS))
    return {
        "proxy_name": said["proxy"],
        "proxy_relation": said.get("relation", ""),
        "proxy_consent": bool(consent),
    }


def _notes(lines: Iterable[Line]) -> str:
    """Join the different remarks of a visit's lines, as many as one record holds."""
    notes = ""
    for note in dict.fromkeys(line.said["note"] for line in lines if "note" in line.said):
        longer = f"{notes}\n{note}".strip()
        if len(longer.encode()) > NOTE_BYTES or len(longer) > LONG:
            return notes
        notes = longer
    return notes


def _kept(lines: Iterable[Line]) -> dict[str, str]:
    """Keep each warning with a reason: what was seen where it is not recorded elsewhere, else the source.

    A document's number is never repeated here: reasons are shown unmasked.
    """
    kept: dict[str, str] = {}
    for line in lines:
        for one in line.findings:
            if one.level == "warning" and one.code not in _ABOUT_MATTER:
                kept.setdefault(one.code, one.seen if one.code in _LOST else _FROM_REGISTER)
    return kept


def _matter(line: Line, matter_id: str, setting: Setting, visit_id: str, order: int) -> PlannedMatter:
    said = line.said
    service = setting.services.named(said.get("service", "")) if setting.services else None
    draft = MatterDraft(
        id=matter_id,
        kind=said.get("kind", ""),
        service_code=service.code if service else "",
        service=said.get("service", ""),
        details=said.get("details", ""),
        wanted=said.get("wanted", ""),
        action=said.get("action", ""),
        status=said.get("status", ""),
        agency=said.get("agency", ""),
        urgent=said.get("urgent", ""),
    )
    fields = draft.fields(setting.session, visit_id, order)
    return PlannedMatter(matter_id, line.record, line.line, order, fields, line.accepted)
