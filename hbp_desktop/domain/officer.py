"""Officers of the office, and who sits where in a session."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.fields import (
    LINE,
    SHORT,
    Fields,
    count_of,
    filled,
    filled_part,
    flag_of,
    line,
    part_of,
    text_of,
    too_long,
)
from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.text import is_blank


@dataclass(frozen=True)
class Officer:
    """A person of the office; the post is free text, for grades are renamed."""

    name: str
    post: str = ""


@dataclass(frozen=True)
class OfficerDraft:
    """An officer as typed."""

    name: str = ""
    post: str = ""

    def problems(self) -> tuple[Problem, ...]:
        """Say what is wrong: a name is needed."""
        return tuple(_name_problems("name", self.name) + _length_problems("name", self.name, self.post))

    def value(self) -> Officer:
        """Give the officer, cleaned."""
        return Officer(line(self.name), line(self.post))


@dataclass(frozen=True)
class Duty:
    """An officer's place in a session."""

    id: str
    officer: str
    post: str = ""
    counter: str = ""
    lead: bool = False
    order: int = 0

    @classmethod
    def of(cls, duty_id: str, state: Mapping[str, object]) -> "Duty":
        """Read a duty from its folded fields."""
        officer = part_of(state, "officer")
        return cls(
            id=duty_id,
            officer=text_of(officer, "name"),
            post=text_of(officer, "post"),
            counter=text_of(state, "counter"),
            lead=flag_of(state, "lead"),
            order=count_of(state, "order"),
        )


@dataclass(frozen=True)
class DutyDraft:
    """An officer's place as typed."""

    id: str = field(default_factory=new_id)
    officer: str = ""
    post: str = ""
    counter: str = ""
    lead: bool = False

    @classmethod
    def of(cls, duty: Duty) -> "DutyDraft":
        """Open a recorded duty for correction."""
        return cls(duty.id, duty.officer, duty.post, duty.counter, duty.lead)

    def problems(self) -> list[Problem]:
        """Say what is wrong: a name is needed."""
        limits = {"counter": SHORT}
        return (
            _name_problems("officer", self.officer)
            + _length_problems("officer", self.officer, self.post)
            + too_long(limits, {"counter": line(self.counter)})
        )

    def fields(self, session: str, order: int) -> Fields:
        """Give the journal fields of a duty without errors."""
        return filled(
            {
                "session": session,
                "officer": filled_part(name=line(self.officer), post=line(self.post)),
                "counter": line(self.counter),
                "lead": self.lead or None,
                "order": order,
            }
        )


def _name_problems(place: str, name: str) -> list[Problem]:
    return [Problem("officer_missing", place)] if is_blank(name) else []


def _length_problems(place: str, name: str, post: str) -> list[Problem]:
    return too_long({place: LINE, "post": LINE}, {place: line(name), "post": line(post)})
