"""Who may do what: one table, asked by the use cases when something is written or shown.

What a role is for: *counter* takes down what people bring; *leader* plans the day and answers for the table;
*head* signs; *coordinator* looks at the state's figures; *auditor* looks at who did what; *administrator*
minds officers, laptops and copies, and sees no client for it. CODE is the printed recovery code alone, NAMED
a coordinator while the state office grants names as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Role = Literal["counter", "leader", "head", "coordinator", "auditor", "administrator"]

CODE = "code"
NAMED = "named"
INTEGRITY = "integrity"
CHILD_SAFETY = "child"

_COUNTER = frozenset({"counter", "leader", "head"})
_LEADERS = frozenset({"leader", "head"})
_HEAD = frozenset({"head"})
_READERS = _COUNTER | {"coordinator", "auditor"}
_MINDERS = frozenset({"administrator", CODE})
_EVERYONE = _READERS | _MINDERS

VERBS: Mapping[str, frozenset[str]] = {
    # the day
    "session.see": _EVERYONE,
    "session.plan": _LEADERS,
    "session.close": _LEADERS,
    "queue.issue": _COUNTER,
    "visit.record": _COUNTER,
    "visit.correct": _COUNTER,
    "visit.withdraw": _COUNTER,
    "matter.move": _COUNTER,
    "tally.record": _COUNTER,
    "register.import": _LEADERS,
    "slip.print": _COUNTER,
    # what is shown
    "record.see": _READERS,
    "record.plain": _COUNTER,
    "record.reveal": _COUNTER | {NAMED},
    "record.link": _COUNTER,
    "urgent.see": _COUNTER,
    "sealed.see": _LEADERS,
    "sealed.reseal": _LEADERS,
    # paper
    "report.see": _READERS,
    "report.make": _COUNTER,
    "report.make_named": _LEADERS,
    "report.prepare": _COUNTER,
    "report.check": _LEADERS,
    "report.approve": _HEAD,
    "report.send": _LEADERS,
    # the office
    "office.set": _LEADERS | {"administrator"},
    "calendar.set": _LEADERS | {"administrator"},
    "seal.set": _MINDERS,
    # officers and laptops
    "officer.see": _EVERYONE,
    "officer.add": _MINDERS,
    "officer.retire": _MINDERS,
    "officer.role": _MINDERS,
    "officer.reset": _MINDERS,
    "officer.link": _MINDERS,
    "slot.make": _MINDERS | _LEADERS,
    "key.rotate": _MINDERS | _LEADERS,
    "code.replace": _MINDERS | _LEADERS,
    "escrow.set": _MINDERS,
    "administrator.make": frozenset({CODE}),
    "administrator.unmake": frozenset({CODE}),
    "device.see": _EVERYONE,
    "device.admit": _MINDERS,
    "device.revoke": _MINDERS,
    # the exchange
    "sync.see": _EVERYONE,
    "sync.enrol": _MINDERS,
    "sync.run": _EVERYONE,
    "state.see": frozenset({"coordinator", "auditor"}),
    "attachment.add": _COUNTER,
    "attachment.see": _COUNTER,
    # copies and proof
    "backup.make": _EVERYONE,
    "backup.restore": _EVERYONE,
    "place.keep": _MINDERS | _LEADERS,
    "verify.run": _EVERYONE,
    "audit.read": frozenset({"auditor", "head", "administrator"}),
}


# What may be asked of other offices' sessions, where a laptop holds them: one's roles at home give nothing.
ELSEWHERE: Mapping[str, frozenset[str]] = {
    "session.see": frozenset({"coordinator", "auditor"}),
    "record.see": frozenset({"coordinator", "auditor"}),
    "record.reveal": frozenset({NAMED}),
    "report.see": frozenset({"coordinator", "auditor"}),
    "state.see": VERBS["state.see"],
}


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks: the officer's id, with the roles in force today (acting ones too); CODE for the code."""

    id: str
    roles: frozenset[str]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is asked about: why a matter is sealed ("" when it is not), and the officers complained about.

    `elsewhere`: it is another office's.
    """

    sealed: str = ""
    against: frozenset[str] = frozenset()
    elsewhere: bool = False


ANYTHING = Subject()


def may(officer: Asking, verb: str, subject: Subject = ANYTHING) -> bool:
    """Tell whether an officer may do this; KeyError for a verb that is not in the table.

    Nobody sees or handles what is said about themselves, whatever the role.
    """
    if officer.id in subject.against:
        return False
    if subject.sealed and verb in ("record.see", "record.plain", "record.reveal"):
        verb = "sealed.see"
    allowed = VERBS[verb] if not subject.elsewhere else ELSEWHERE.get(verb, frozenset())
    return bool(officer.roles & allowed)


def needed(verb: str) -> tuple[str, ...]:
    """Name the roles that may do this, in the order of the table of roles."""
    order = ("counter", "leader", "head", "coordinator", "auditor", "administrator", CODE, NAMED)
    return tuple(role for role in order if role in VERBS[verb])
