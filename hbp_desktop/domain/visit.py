"""A visit (kunjungan): one client at one counter on one day, with what the client brought."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from hbp_desktop.domain import visit_checks
from hbp_desktop.domain.day import Day
from hbp_desktop.domain.errors import Invalid, Problem, errors_in
from hbp_desktop.domain.fields import (
    Fields,
    Subject,
    answer_of,
    date_of,
    elements,
    filled,
    filled_part,
    flag_of,
    line,
    marks,
    part_of,
    text_of,
    texts_under,
)
from hbp_desktop.domain.guarded import OPEN, Guard, veiled
from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.matter import Matter, MatterDraft
from hbp_desktop.domain.person import Identity, Proxy, person_key
from hbp_desktop.domain.plain import as_plain, from_plain
from hbp_desktop.domain.rules import Rules
from hbp_desktop.domain.visit_checks import canonical_date, canonical_time, texts_of

_KNOWN = frozenset(
    "session day date time counter queue officer channel language anonymous identity name phone address "
    "nationality born sex oku proxy note".split()
)
_KNOWN_SETS = ("group.", "kept.")
_PLAIN = (
    "session day time counter queue officer channel language anonymous name phone address postcode "
    "nationality sex groups oku note"
).split()


@dataclass(frozen=True)
class Visit:
    """A visit as recorded; "" and None where nothing is said.

    date and place are the day's unless the visit says its own date (`own_date`). person is the key of
    who was served, "" for an anonymous client. One that is guarded shows no more than its countable row;
    `beside` are reference numbers that were recorded with it, known only to who has just recorded them.
    """

    id: str
    ref: str = ""
    session: str = ""
    day: str = ""
    date: dt.date | None = None
    time: str = ""
    place: str = ""
    counter: str = ""
    queue: str = ""
    officer: str = ""
    channel: str = ""
    language: str = ""
    anonymous: bool = False
    identity: Identity | None = None
    name: str = ""
    phone: str = ""
    address: str = ""
    postcode: str = ""
    nationality: str = ""
    born: dt.date | None = None
    sex: str = ""
    groups: frozenset[str] = frozenset()
    oku: bool | None = None
    proxy: Proxy | None = None
    note: str = ""
    withdrawn: bool = False
    person: str = ""
    matters: tuple[Matter, ...] = ()
    own_date: dt.date | None = None
    born_how: str = ""
    kept: Mapping[str, str] = field(default_factory=dict)
    guarded: Guard = OPEN
    beside: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, visit_id: str, state: Mapping[str, object], day: Day | None, matters: Iterable[Matter]
    ) -> "Visit":
        """Read a visit from its folded fields, its day and its matters."""
        guard, state = Guard.of(state), veiled("visit", state)
        texts: dict[str, Any] = {name: text_of(state, name) for name in _TEXTS}
        address, born = part_of(state, "address"), part_of(state, "born")
        anonymous, identity = flag_of(state, "anonymous"), Identity.of(part_of(state, "identity"))
        own_date = date_of(state, "date")
        return cls(
            id=visit_id,
            **texts,
            date=own_date or (day.date if day else None),
            own_date=own_date,
            place=day.place if day else "",
            anonymous=anonymous,
            identity=identity,
            address=text_of(address, "text"),
            postcode=text_of(address, "postcode"),
            born=date_of(born, "date"),
            born_how=text_of(born, "how"),
            groups=elements(state, "group."),
            oku=answer_of(state, "oku"),
            proxy=Proxy.of(part_of(state, "proxy")),
            withdrawn=flag_of(state, "withdrawn"),
            person="" if anonymous else person_key(identity, texts["sex"], visit_id),
            matters=tuple(sorted(matters, key=lambda matter: (matter.order, matter.id))),
            kept=texts_under(state, "kept."),
            guarded=guard,
        )


@dataclass(frozen=True)
class VisitDraft:
    """A visit as typed. Its identity, date and times are read when it is judged, not while typing.

    inherited: `code place` of each error that a recorded visit was opened with. An imported line or a
    record of older rules may lack what a form asks for; that must not stop a correction elsewhere in it.
    """

    id: str = field(default_factory=new_id)
    session: str = ""
    day: str = ""
    date: str = ""
    time: str = ""
    counter: str = ""
    queue: str = ""
    officer: str = ""
    channel: str = "counter"
    language: str = "ms"
    anonymous: bool = False
    id_kind: str = ""
    id_number: str = ""
    id_country: str = ""
    name: str = ""
    phone: str = ""
    address: str = ""
    postcode: str = ""
    nationality: str = ""
    born: str = ""
    born_how: str = ""
    sex: str = ""
    groups: frozenset[str] = frozenset()
    oku: bool | None = None
    proxy_name: str = ""
    proxy_relation: str = ""
    proxy_consent: bool = False
    proxy_phone: str = ""
    note: str = ""
    kept: Mapping[str, str] = field(default_factory=dict)
    matters: tuple[MatterDraft, ...] = ()
    inherited: frozenset[str] = frozenset()

    @classmethod
    def of(cls, visit: Visit) -> "VisitDraft":
        """Open a recorded visit, with its matters still standing, for correction."""
        draft = cls._as_recorded(visit)
        return replace(draft, inherited=frozenset(map(_fault, errors_in(draft.problems()))))

    @classmethod
    def _as_recorded(cls, visit: Visit) -> "VisitDraft":
        identity, proxy = visit.identity or Identity(""), visit.proxy or Proxy("")
        return cls(
            id=visit.id,
            **{name: getattr(visit, name) for name in _PLAIN},
            date=visit.own_date.isoformat() if visit.own_date else "",
            id_kind=identity.kind,
            id_number=identity.number,
            id_country=identity.country,
            born=visit.born.isoformat() if visit.born else "",
            born_how=visit.born_how,
            proxy_name=proxy.name,
            proxy_relation=proxy.relation,
            proxy_consent=proxy.consent,
            proxy_phone=proxy.phone,
            kept=dict(visit.kept),
            matters=tuple(MatterDraft.of(matter) for matter in visit.matters if not matter.withdrawn),
        )

    @classmethod
    def from_json(cls, data: object) -> "VisitDraft":
        """Read a draft kept by a program of any age."""
        return from_plain(cls, data)

    @staticmethod
    def known(name: str) -> bool:
        """Tell whether a journal field is this draft's to change."""
        return name in _KNOWN or name.startswith(_KNOWN_SETS)

    def as_json(self) -> dict[str, Any]:
        """Write the draft as plain JSON."""
        return as_plain(self)

    def identity(self) -> Identity | None:
        """Read the document from what was typed, None when there is none."""
        return self.reading[0]

    def problems(self, rules: Rules | None = None) -> tuple[Problem, ...]:
        """Say what is wrong, without the warnings that were kept with a reason."""
        return visit_checks.problems(self, rules or Rules())

    def lenient(self, problem: Problem) -> Problem:
        """Give a problem as a warning when the record was opened with it, except one of size."""
        old = problem.level == "error" and _fault(problem) in self.inherited
        return replace(problem, level="warning") if old and problem.code != "text_too_much" else problem

    def fields(self) -> Fields:
        """Give the visit's own journal fields; raise Invalid while there is an error.

        An anonymous client's name, document and birth are left out, whatever was typed.
        """
        self._refuse_errors()
        return self.written()

    def subjects(self) -> tuple[Subject, ...]:
        """Give what is written to the journal, the visit and its matters; raise Invalid as `fields` does."""
        self._refuse_errors()
        return self.judged_subjects()

    def judged_subjects(self) -> tuple[Subject, ...]:
        """Give what is written to the journal, of a draft already judged and found without errors."""
        found: list[Subject] = [("visit", self.id, self.written())]
        order = 0
        for matter in self.matters:
            order = max(order + 1, matter.order)  # a recorded matter keeps its place
            found.append(("matter", matter.id, matter.fields(self.session, self.id, order)))
        return tuple(found)

    @cached_property
    def reading(self) -> tuple[Identity | None, tuple[Problem, ...]]:
        """Give the document as it is read from what was typed, with its doubts."""
        return visit_checks.identity_of(self)

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Give the texts as they would be recorded; read once, for a draft never changes."""
        return texts_of(self)

    def written(self) -> Fields:
        """Give the fields of a draft known to be without errors."""
        texts = self.texts
        fields: Fields = {
            "session": line(self.session),
            "day": line(self.day),
            "date": canonical_date(self.date),
            "time": canonical_time(self.time),
            "channel": self.channel,
            "language": self.language,
            "address": filled_part(text=texts["address"], postcode=texts["postcode"]),
            "sex": self.sex,
            "oku": self.oku,
            "proxy": self._proxy_fields(texts),
        }
        fields |= {
            name: texts[name] for name in ("counter", "queue", "officer", "phone", "nationality", "note")
        }
        fields |= {"anonymous": True} if self.anonymous else self._client_fields(texts)
        fields |= marks("group.", self.groups)
        return filled(fields | {f"kept.{line(code)}": line(reason) for code, reason in self.kept.items()})

    def _refuse_errors(self) -> None:
        if wrong := errors_in(self.problems()):
            raise Invalid(wrong)

    def _client_fields(self, texts: Mapping[str, str]) -> Fields:
        identity = self.identity()
        document = filled_part(**vars(identity)) if identity else {}
        born = canonical_date(self.born)
        birth = filled_part(date=born, how=self.born_how or "said") if born else {}
        return {"name": texts["name"], "identity": document, "born": birth}

    def _proxy_fields(self, texts: Mapping[str, str]) -> Fields:
        if not texts["proxy_name"]:
            return {}
        part = filled_part(
            name=texts["proxy_name"], relation=texts["proxy_relation"], phone=texts["proxy_phone"]
        )
        return part | {"consent": self.proxy_consent}


_TEXTS = (
    "ref session day time counter queue officer channel language name phone nationality sex note"
).split()


def _fault(problem: Problem) -> str:
    return f"{problem.code} {problem.place}"
