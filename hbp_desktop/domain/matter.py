"""A matter (urusan): one complaint, suggestion, inquiry, application, service or compliment."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from hbp_desktop.domain.dates import read_date
from hbp_desktop.domain.errors import Problem, Refused, errors_in
from hbp_desktop.domain.fields import (
    LINE,
    LONG,
    SHORT,
    Fields,
    block,
    count_of,
    date_of,
    elements,
    filled,
    filled_part,
    flag_of,
    line,
    part_of,
    text_of,
    too_long,
    too_much,
)
from hbp_desktop.domain.guarded import OPEN, Guard, veiled
from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.plain import as_plain, from_plain
from hbp_desktop.domain.policy import INTEGRITY
from hbp_desktop.domain.text import is_blank, shortened

COMPLAINT, SUGGESTION = "aduan", "cadangan"
KINDS = (COMPLAINT, SUGGESTION, "pertanyaan", "permohonan", "perkhidmatan", "penghargaan")
STATUSES = ("new", "in_progress", "waiting", "referred", "settled", "closed")
URGENT = ("child", "violence", "danger", INTEGRITY)

_STEPS: dict[str, frozenset[str]] = {
    "new": frozenset({"in_progress", "waiting", "referred", "settled"}),
    "in_progress": frozenset({"waiting", "referred", "settled"}),
    "waiting": frozenset({"in_progress", "referred", "settled"}),
    "referred": frozenset({"in_progress", "waiting", "settled"}),
    "settled": frozenset({"closed", "in_progress"}),
    "closed": frozenset({"in_progress"}),
}
_LIMITS = {
    "service": LINE,
    "service_code": SHORT,
    "details": LONG,
    "wanted": LONG,
    "action": LONG,
    "agency": LINE,
    "follow_unit": LINE,
    "against": LINE,
}
_KNOWN = frozenset(
    "session visit order kind service details wanted action outcome follow urgent against ack_done "
    "reply_done".split()
)


def allowed_steps(status: str) -> frozenset[str]:
    """Give the statuses a matter may move to; from settled or closed, `in_progress` reopens it."""
    return _STEPS.get(status, frozenset({"in_progress"}))


@dataclass(frozen=True)
class Matter:
    """A matter as recorded; "" and None where nothing is said. `acted`: an immediate action was entered.

    One that is guarded shows no more than its countable row; `officers` are those it is about.
    """

    id: str
    visit: str = ""
    session: str = ""
    order: int = 0
    kind: str = ""
    service_code: str = ""
    service: str = ""
    details: str = ""
    wanted: str = ""
    action: str = ""
    status: str = "new"
    agency: str = ""
    status_date: dt.date | None = None
    follow_unit: str = ""
    follow_date: dt.date | None = None
    urgent: str = ""
    withdrawn: bool = False
    ack_done: dt.date | None = None
    reply_done: dt.date | None = None
    acted: bool = False
    against: str = ""
    officers: frozenset[str] = frozenset()
    guarded: Guard = OPEN

    @classmethod
    def of(cls, matter_id: str, state: Mapping[str, object]) -> "Matter":
        """Read a matter from its folded fields."""
        guard, state = Guard.of(state), veiled("matter", state)
        service, outcome, follow = (part_of(state, key) for key in ("service", "outcome", "follow"))
        against = part_of(state, "against")
        return cls(
            id=matter_id,
            visit=text_of(state, "visit"),
            session=text_of(state, "session"),
            order=count_of(state, "order"),
            kind=text_of(state, "kind"),
            service_code=text_of(service, "code"),
            service=text_of(service, "text"),
            details=text_of(state, "details"),
            wanted=text_of(state, "wanted"),
            action=text_of(state, "action"),
            status=text_of(outcome, "status") or "new",
            agency=text_of(outcome, "agency"),
            status_date=date_of(outcome, "date"),
            follow_unit=text_of(follow, "unit"),
            follow_date=date_of(follow, "date"),
            urgent=text_of(state, "urgent"),
            withdrawn=flag_of(state, "withdrawn"),
            ack_done=date_of(state, "ack_done"),
            reply_done=date_of(state, "reply_done"),
            acted=flag_of(state, "acted") or not is_blank(text_of(state, "action")),
            against=text_of(against, "name"),
            officers=elements(part_of(against, "officers"), ""),
            guarded=guard,
        )

    @property
    def is_open(self) -> bool:
        """Tell whether something is still to be done about it."""
        return self.status not in ("settled", "closed")


def step_problems(matter: Matter, status: str, agency: str = "") -> tuple[Problem, ...]:
    """Say why a matter may not move to a status: not a next step, no agency, no immediate action."""
    if status not in allowed_steps(matter.status):
        return (Problem("step_not_allowed", "status", "error", {"from": matter.status, "to": status}),)
    moved = replace(MatterDraft.of(matter), status=status, agency=agency)
    wrong = errors_in(tuple(moved.outcome_problems()))
    return tuple(one for one in wrong if not (matter.acted and one.code == "urgent_action_missing"))


@dataclass(frozen=True)
class MatterDraft:
    """A matter as typed."""

    id: str = field(default_factory=new_id)
    kind: str = ""
    service_code: str = ""
    service: str = ""
    details: str = ""
    wanted: str = ""
    action: str = ""
    status: str = "new"
    agency: str = ""
    status_date: str = ""
    follow_unit: str = ""
    follow_date: str = ""
    urgent: str = ""
    against: str = ""
    ack_done: str = ""
    reply_done: str = ""
    order: int = 0

    @classmethod
    def of(cls, matter: Matter) -> "MatterDraft":
        """Open a recorded matter for correction."""
        same: dict[str, Any] = {name: getattr(matter, name) for name in _SAME}
        days = {name: getattr(matter, name) for name in _DATES}
        return cls(**same | {name: day.isoformat() if day else "" for name, day in days.items()})

    @classmethod
    def from_json(cls, data: object) -> "MatterDraft":
        """Read a draft kept by a program of any age."""
        return from_plain(cls, data)

    @staticmethod
    def known(name: str) -> bool:
        """Tell whether a journal field is this draft's to change."""
        return name in _KNOWN

    def as_json(self) -> dict[str, Any]:
        """Write the draft as plain JSON."""
        return as_plain(self)

    def problems(self, anonymous: bool = False) -> list[Problem]:
        """Say what is wrong; an anonymous complaint lives by its place and facts."""
        found = self._kind_problems() + self._detail_problems(anonymous)
        found += self._date_problems() + self.outcome_problems() + too_long(_LIMITS, self._texts)
        return found if errors_in(tuple(found)) else found + self._too_much()

    def outcome_problems(self) -> list[Problem]:
        """Say what the outcome still needs."""
        found = []
        if self.status not in STATUSES:
            found.append(Problem("status_unknown", "status", "error", {"text": shortened(self.status)}))
        if self.status == "referred" and is_blank(self.agency):
            found.append(Problem("agency_missing", "agency"))
        if self.urgent and self.urgent not in URGENT:
            found.append(Problem("urgent_unknown", "urgent", "error", {"text": shortened(self.urgent)}))
        if self.urgent and is_blank(self.action):
            done = self.status in ("settled", "closed")
            found.append(Problem("urgent_action_missing", "action", "error" if done else "warning"))
        return found

    def fields(self, session: str, visit: str, order: int) -> Fields:
        """Give the journal fields of a matter without errors."""
        return self._written(session, visit, order)

    def _kind_problems(self) -> list[Problem]:
        if is_blank(self.kind):
            return [Problem("kind_missing", "kind")]
        if self.kind not in KINDS:
            return [Problem("kind_unknown", "kind", "error", {"text": shortened(self.kind)})]
        return []

    def _detail_problems(self, anonymous: bool) -> list[Problem]:
        if not is_blank(self.details):
            return []
        nameless = anonymous and self.kind == COMPLAINT
        return [Problem("facts_missing" if nameless else "details_missing", "details")]

    def _date_problems(self) -> list[Problem]:
        found = []
        for name in _DATES:
            try:
                _iso(getattr(self, name))
            except Refused as refused:
                found.append(Problem(refused.code, name, "error", refused.values))
        return found

    def _too_much(self) -> list[Problem]:
        return too_much("details", self._texts, lambda: self._written("", "", 0))

    @cached_property
    def _texts(self) -> dict[str, str]:
        """Give the texts as they would be recorded."""
        lines = {name: line(getattr(self, name)) for name in _LIMITS}
        return lines | {name: block(getattr(self, name)) for name in ("details", "wanted", "action")}

    def _written(self, session: str, visit: str, order: int) -> Fields:
        texts = self._texts
        return filled(
            {
                "session": line(session),
                "visit": line(visit),
                "order": order,
                "kind": self.kind,
                "service": filled_part(code=texts["service_code"], text=texts["service"]),
                "details": texts["details"],
                "wanted": texts["wanted"],
                "action": texts["action"],
                "outcome": filled_part(
                    status=self.status, agency=texts["agency"], date=_iso(self.status_date)
                ),
                "follow": filled_part(unit=texts["follow_unit"], date=_iso(self.follow_date)),
                "urgent": self.urgent,
                "against": filled_part(name=texts["against"]),
                "ack_done": _iso(self.ack_done),
                "reply_done": _iso(self.reply_done),
            }
        )


_DATES = ("status_date", "follow_date", "ack_done", "reply_done")
_SAME = tuple(
    (
        "id kind service_code service details wanted action status agency follow_unit urgent against order"
    ).split()
)


def _iso(text: str) -> str:
    """Give a typed date as `YYYY-MM-DD`, "" when there is none; raise Refused."""
    return "" if is_blank(text) else read_date(text).isoformat()
