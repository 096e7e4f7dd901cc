"""A tally (kiraan): people or inquiries counted without details, never as clients."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hbp_desktop.domain.errors import Invalid, Problem, errors_in
from hbp_desktop.domain.fields import (
    LINE,
    SHORT,
    Fields,
    Subject,
    count_of,
    filled,
    filled_part,
    flag_of,
    line,
    part_of,
    text_of,
    too_long,
    whole,
)
from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.matter import COMPLAINT, KINDS, SUGGESTION
from hbp_desktop.domain.plain import as_plain, from_plain
from hbp_desktop.domain.rules import Rules
from hbp_desktop.domain.text import is_blank, shortened

COUNTABLE = tuple(kind for kind in KINDS if kind not in (COMPLAINT, SUGGESTION))
MOST = 9_999
_LIMITS = {"counter": SHORT, "service_code": SHORT, "service": LINE}
_KNOWN = frozenset("session day counter kind service n".split())


@dataclass(frozen=True)
class Tally:
    """A tally as recorded."""

    id: str
    session: str = ""
    day: str = ""
    counter: str = ""
    kind: str = ""
    service_code: str = ""
    service: str = ""
    n: int = 0
    withdrawn: bool = False

    @classmethod
    def of(cls, tally_id: str, state: Mapping[str, object]) -> "Tally":
        """Read a tally from its folded fields."""
        service = part_of(state, "service")
        return cls(
            id=tally_id,
            session=text_of(state, "session"),
            day=text_of(state, "day"),
            counter=text_of(state, "counter"),
            kind=text_of(state, "kind"),
            service_code=text_of(service, "code"),
            service=text_of(service, "text"),
            n=count_of(state, "n"),
            withdrawn=flag_of(state, "withdrawn"),
        )


@dataclass(frozen=True)
class TallyDraft:
    """A tally as typed."""

    id: str = field(default_factory=new_id)
    session: str = ""
    day: str = ""
    counter: str = ""
    kind: str = ""
    service_code: str = ""
    service: str = ""
    n: str = "1"

    @classmethod
    def of(cls, tally: Tally) -> "TallyDraft":
        """Open a recorded tally for correction."""
        return cls(
            tally.id,
            tally.session,
            tally.day,
            tally.counter,
            tally.kind,
            tally.service_code,
            tally.service,
            str(tally.n),
        )

    @classmethod
    def from_json(cls, data: object) -> "TallyDraft":
        """Read a draft kept by a program of any age."""
        return from_plain(cls, data)

    @staticmethod
    def known(name: str) -> bool:
        """Tell whether a journal field is this draft's to change."""
        return name in _KNOWN

    def as_json(self) -> dict[str, Any]:
        """Write the draft as plain JSON."""
        return as_plain(self)

    def problems(self, rules: Rules | None = None) -> tuple[Problem, ...]:
        """Say what is wrong; complaints and suggestions need their words and cannot be tallied."""
        found = self._kind_problems()
        if rules and rules.days and not rules.day(self.day):
            found.append(Problem("day_unknown", "day"))
        if not 1 <= whole(self.n) <= MOST:
            found.append(Problem("count_impossible", "n", "error", {"text": shortened(self.n), "most": MOST}))
        return tuple(found + too_long(_LIMITS, {name: line(getattr(self, name)) for name in _LIMITS}))

    def fields(self) -> Fields:
        """Give the journal fields; raise Invalid while there is an error."""
        if wrong := errors_in(self.problems()):
            raise Invalid(wrong)
        return filled(
            {
                "session": line(self.session),
                "day": line(self.day),
                "counter": line(self.counter),
                "kind": self.kind,
                "service": filled_part(code=line(self.service_code), text=line(self.service)),
                "n": whole(self.n),
            }
        )

    def subjects(self) -> tuple[Subject, ...]:
        """Give what is written to the journal."""
        return (("tally", self.id, self.fields()),)

    def _kind_problems(self) -> list[Problem]:
        if is_blank(self.kind):
            return [Problem("kind_missing", "kind")]
        if self.kind in (COMPLAINT, SUGGESTION):
            return [Problem("kind_not_tallied", "kind")]
        if self.kind not in COUNTABLE:
            return [Problem("kind_unknown", "kind", "error", {"text": shortened(self.kind)})]
        return []
