"""A session (sesi): one client day or trip of an office, over one or several days and places."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hbp_desktop.domain import plan_file, session_checks
from hbp_desktop.domain.day import Day, DayDraft
from hbp_desktop.domain.errors import Invalid, Problem, errors_in
from hbp_desktop.domain.fields import (
    Fields,
    Subject,
    block,
    count_of,
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
    whole,
)
from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.officer import Duty, DutyDraft
from hbp_desktop.domain.rules import Rules

__all__ = ["Day", "DayDraft", "Duty", "DutyDraft", "Session", "SessionDraft", "Submitted", "report_due"]

REPORT_DAYS = 7
_KNOWN = frozenset(
    "office style method title number platform status cancel_reason mark counters leader".split()
)
_KNOWN_SETS = ("agency.", "group.", "ack.")


def report_due(last_day: dt.date) -> dt.date:
    """Give the last day to send the report: one week, read as 7 calendar days (F.4.2)."""
    return last_day + dt.timedelta(days=REPORT_DAYS)


@dataclass(frozen=True)
class Submitted:
    """When the form was sent to Bahagian Kawalan Standard (F.4.1, F.4.4), and what shows it."""

    date: dt.date
    proof: str = ""
    late_reason: str = ""

    @classmethod
    def of(cls, part: Mapping[str, object]) -> "Submitted | None":
        """Read it from the field `submitted`, None when there is no date."""
        sent = date_of(part, "date")
        return cls(sent, text_of(part, "proof"), text_of(part, "late_reason")) if sent else None


@dataclass(frozen=True)
class Session:
    """A session as recorded; days and duties in their order."""

    id: str
    office: str
    style: str = "bertemu"
    method: str = "existing"
    programme: str = ""
    title: str = ""
    n: int = 0
    year: int = 0
    platform: str = ""
    link: str = ""
    agencies: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    status: str = "planned"
    mark: str = ""
    counters: int = 0
    leader: str = ""
    days: tuple[Day, ...] = ()
    duties: tuple[Duty, ...] = ()
    acks: Mapping[str, str] = field(default_factory=dict)
    submitted: Submitted | None = None
    programme_name: str = ""
    cancel_reason: str = ""
    withdrawn: bool = False

    @classmethod
    def of(
        cls, session_id: str, state: Mapping[str, object], days: Iterable[Day], duties: Iterable[Duty]
    ) -> "Session":
        """Read a session from its folded fields; withdrawn days and duties are left out by the caller."""
        method, number, platform = (part_of(state, key) for key in ("method", "number", "platform"))
        return cls(
            id=session_id,
            office=text_of(state, "office"),
            style=text_of(state, "style") or "bertemu",
            method=text_of(method, "kind") or "existing",
            programme=text_of(method, "programme"),
            programme_name=text_of(method, "other"),
            title=text_of(state, "title"),
            n=count_of(number, "n"),
            year=count_of(number, "year"),
            platform=text_of(platform, "name"),
            link=text_of(platform, "link"),
            agencies=elements(state, "agency."),
            groups=elements(state, "group."),
            status=text_of(state, "status") or "planned",
            cancel_reason=text_of(state, "cancel_reason"),
            mark=text_of(state, "mark"),
            counters=count_of(state, "counters"),
            leader=text_of(state, "leader"),
            days=_in_order(days),
            duties=tuple(sorted(duties, key=lambda duty: (duty.order, duty.id))),
            acks=texts_under(state, "ack."),
            submitted=Submitted.of(part_of(state, "submitted")),
            withdrawn=flag_of(state, "withdrawn"),
        )

    @property
    def first_day(self) -> dt.date | None:
        """Give the earliest date, None while no day has one."""
        return min((day.date for day in self.days if day.date), default=None)

    @property
    def last_day(self) -> dt.date | None:
        """Give the latest date, None while no day has one."""
        return max((day.date for day in self.days if day.date), default=None)

    @property
    def due(self) -> dt.date | None:
        """Give the last day to send the report (F.4.2)."""
        return report_due(self.last_day) if self.last_day else None

    @property
    def cancelled(self) -> bool:
        """Tell whether it will not be held."""
        return self.status == "cancelled"

    def day(self, day_id: str) -> Day | None:
        """Find a day by id."""
        return next((day for day in self.days if day.id == day_id), None)


def _in_order(days: Iterable[Day]) -> tuple[Day, ...]:
    return tuple(sorted(days, key=lambda day: (day.order, day.date or dt.date.max, day.id)))


@dataclass(frozen=True)
class SessionDraft:
    """A session as typed: the plan editor's fields, or a plan file's."""

    id: str = field(default_factory=new_id)
    office: str = ""
    style: str = "bertemu"
    method: str = "existing"
    programme: str = ""
    programme_name: str = ""
    title: str = ""
    number: str = ""
    year: str = ""
    platform: str = ""
    link: str = ""
    agencies: tuple[str, ...] = ()
    groups: frozenset[str] = frozenset()
    counters: str = ""
    mark: str = ""
    leader: str = ""
    status: str = "planned"
    cancel_reason: str = ""
    days: tuple[DayDraft, ...] = ()
    duties: tuple[DutyDraft, ...] = ()
    acks: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, session: Session) -> "SessionDraft":
        """Open a recorded session for correction."""
        same = {name: getattr(session, name) for name in _SAME}
        return cls(
            **same,
            number=str(session.n or ""),
            year=str(session.year or ""),
            counters=str(session.counters or ""),
            agencies=tuple(sorted(session.agencies)),
            days=tuple(DayDraft.of(day) for day in session.days),
            duties=tuple(DutyDraft.of(duty) for duty in session.duties),
        )

    @classmethod
    def from_json(cls, data: object) -> "SessionDraft":
        """Read the content of a plan file (resources/schema/session.schema.json).

        Raises Invalid with a problem for each wrong type, unknown key or missing part, placed by path.
        """
        return cls(**plan_file.read(data))

    @staticmethod
    def known(name: str) -> bool:
        """Tell whether a journal field is this draft's to change."""
        return name in _KNOWN or name.startswith(_KNOWN_SETS)

    def as_json(self) -> dict[str, Any]:
        """Write the draft as the content of a plan file."""
        return plan_file.write(self)

    def problems(self, rules: Rules | None = None) -> tuple[Problem, ...]:
        """Say what is wrong, without the warnings that were kept with a reason."""
        return session_checks.problems(self, rules or Rules())

    def fields(self) -> Fields:
        """Give the session's own journal fields; raise Invalid while there is an error."""
        if wrong := errors_in(self.problems()):
            raise Invalid(wrong)
        return self.written()

    def subjects(self) -> tuple[Subject, ...]:
        """Give what is written to the journal: the session, its days, its duties."""
        own: Subject = ("session", self.id, self.fields())
        days = [("day", day.id, day.fields(self.id, n)) for n, day in enumerate(self.days, 1)]
        duties = [("duty", duty.id, duty.fields(self.id, n)) for n, duty in enumerate(self.duties, 1)]
        return (own, *days, *duties)

    def value(self) -> Session:
        """Read what was typed as far as it can be read, for hints while typing."""
        return Session(
            id=self.id,
            office=line(self.office),
            style=self.style,
            method=self.method,
            programme=self.programme,
            n=max(whole(self.number), 0),
            year=self.the_year,
            platform=line(self.platform),
            link=line(self.link),
            agencies=frozenset(filter(None, map(line, self.agencies))),
            groups=self.groups,
            days=tuple(day.value(n) for n, day in enumerate(self.days, 1)),
            acks=dict(self.acks),
        )

    @property
    def online(self) -> bool:
        """Tell whether clients meet the office at a distance (F.1.3)."""
        return self.method == "online"

    @property
    def the_year(self) -> int:
        """Give the year of the number: as typed, else that of the first date, else 0."""
        if self.year.strip():
            return max(whole(self.year), 0)
        dates = [day.value(0).date for day in self.days]
        return next((date.year for date in dates if date), 0)

    def written(self) -> Fields:
        """Give the session's fields without judging them."""
        n = whole(self.number)
        fields: Fields = {
            "office": line(self.office),
            "style": self.style,
            "method": self._method(),
            "title": line(self.title) or _usual_title(self.style, max(n, 0), self.the_year),
            "number": {"n": n, "year": self.the_year} if n > 0 else None,
            "platform": filled_part(name=line(self.platform), link=line(self.link)) if self.online else None,
            "status": self.status,
            "cancel_reason": block(self.cancel_reason) if self.status == "cancelled" else "",
            "mark": self.mark,
            "counters": whole(self.counters) if self.counters.strip() else None,
            "leader": line(self.leader) or self._lead(),
        }
        fields |= marks("agency.", self.agencies) | marks("group.", self.groups)
        return filled(fields | {f"ack.{line(code)}": block(reason) for code, reason in self.acks.items()})

    def _method(self) -> Fields:
        programme = self.programme if self.method == "programme" else ""
        other = line(self.programme_name) if programme == "other" else ""
        return filled_part(kind=self.method, programme=programme, other=other)

    def _lead(self) -> str:
        return next((line(duty.officer) for duty in self.duties if duty.lead), "")


_SAME = tuple(
    "id office style method programme programme_name title platform link groups mark leader status "
    "cancel_reason acks".split()
)


def _usual_title(style: str, n: int, year: int) -> str:
    """Name a session that nobody named, as the circular does."""
    name = "Hari Bersama Pelanggan" if style == "bersama" else "Hari Bertemu Pelanggan"
    return f"{name} Bil. {n}/{year}" if n and year else name
