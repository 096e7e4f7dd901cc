"""The officers of the office as the roster tells them: roles, acting appointments, keys, who was retired."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from hbp_desktop.domain.fields import part_of, text_of
from hbp_desktop.domain.policy import CODE, Asking
from hbp_desktop.domain.roster import ROLES

BY_STATE = "pejabat-negeri"  # the actor of what the state office writes in an office's journal
BY_CODE = "recovery"  # the actor where nobody but the printed code opened


@dataclass(frozen=True, slots=True)
class Acting:
    """An appointment to act (pemangku) in a role, both days included, by the letter it stands on."""

    id: str
    role: str
    start: date
    end: date
    letter: str

    def in_force(self, on: date) -> bool:
        """Tell whether it runs on this day."""
        return self.start <= on <= self.end


@dataclass(frozen=True, slots=True)
class Member:
    """An officer; `keys` maps signing keys (hex) to age recipients, `same` is the record this one is of.

    `administers` are the keys by which a root made this one an administrator: the role alone signs nothing.
    While one stands, only roots decide about them: a peer cannot retire them, nor make them another.
    """

    id: str
    name: str
    post: str = ""
    own_roles: frozenset[str] = frozenset()
    acting: tuple[Acting, ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict)
    retired: bool = False
    same: str = ""
    administers: frozenset[str] = frozenset()

    def roles(self, on: date) -> frozenset[str]:
        """Give the roles in force on a day; none once retired."""
        if self.retired:
            return frozenset()
        return self.own_roles | {one.role for one in self.acting if one.in_force(on)}

    def acts_in(self, role: str, on: date) -> Acting | None:
        """Give the appointment by which the officer holds a role on a day, None when it is their own."""
        running = [one for one in self.acting if one.role == role and one.in_force(on)]
        return None if role in self.own_roles or not running else running[0]


@dataclass(frozen=True, slots=True)
class Staff:
    """Everybody on the roster, by id; two records of one officer are one here."""

    members: Mapping[str, Member] = field(default_factory=dict)
    integrity: str = ""  # the state's age recipient for integrity matters, "" until installed
    integrity_name: str = ""
    child_sealed: bool = False  # whether child-safety matters are guarded at this office

    @classmethod
    def of(cls, state: Mapping[str, Any]) -> "Staff":
        """Read the roster's folded fields."""
        found = _joined({one.id: one for one in _members(state)})
        key, child = part_of(state, "integrity"), part_of(state, "sealing").get("child") is True
        if key.get("on") is not True:
            return cls(found, child_sealed=child)
        return cls(found, text_of(key, "age"), text_of(key, "name"), child)

    def current(self) -> tuple[Member, ...]:
        """List who is not retired and not another one's second record, by name."""
        here = [one for one in self.members.values() if not one.retired and not one.same]
        return tuple(sorted(here, key=lambda one: (one.name.casefold(), one.id)))

    def find(self, officer: str) -> Member | None:
        """Find an officer by id, following to the record that stands for both."""
        seen: set[str] = set()
        while officer in self.members and self.members[officer].same and officer not in seen:
            seen.add(officer)
            officer = self.members[officer].same
        return self.members.get(officer)

    def standing(self, officers: Iterable[str]) -> frozenset[str]:
        """Give these ids with those of the records that stand for them now: links may have come since."""
        ids = frozenset(officers)
        return ids | {found.id for one in ids if (found := self.find(one))}

    def named(self, name: str) -> tuple[Member, ...]:
        """Find current officers by their name as written, in any case."""
        wanted = " ".join(name.split()).casefold()
        return tuple(one for one in self.current() if one.name.casefold() == wanted)

    def asking(self, officer: str, on: date, key: str = "") -> Asking:
        """Say who asks on a day; the printed code has the role CODE, a stranger none.

        Any administrator may link a record to another's: who has several is an administrator only where the
        signing `key` that opened is one a root made.
        """
        if officer == BY_CODE:
            return Asking(BY_CODE, frozenset({CODE}))
        found = self.find(officer)
        if found is None:
            return Asking(officer, frozenset())
        linked = any(one.same and self.find(one.id) is found for one in self.members.values())
        lost = {"administrator"} if linked and key not in found.administers else set()
        return Asking(found.id, found.roles(on) - lost, found.name)

    def last_with(self, role: str, officer: str, on: date) -> bool:
        """Tell whether nobody else would hold a role on a day without this officer."""
        held = [one.id for one in self.holding(role, on)]
        return held == [officer]

    def holding(self, role: str, on: date) -> tuple[Member, ...]:
        """List who holds a role on a day; those who act in it stand first."""
        held = [one for one in self.current() if role in one.roles(on)]
        return tuple(sorted(held, key=lambda one: one.acts_in(role, on) is None))


def _joined(members: dict[str, Member]) -> dict[str, Member]:
    """Give who stands for several records the keys of all of them."""
    staff = Staff(members)
    for one in members.values():
        first = staff.find(one.id)
        if first is not None and first.id != one.id:
            members[first.id] = replace(
                members[first.id],
                keys={**one.keys, **members[first.id].keys},
                administers=members[first.id].administers | one.administers,
            )
    return members


def _members(state: Mapping[str, Any]) -> Iterator[Member]:
    administrators = _administrators(state)
    parts: dict[str, dict[str, Any]] = {}
    for name, value in state.items():
        if name.startswith("officer."):
            _, officer, *rest = name.split(".", 2)
            parts.setdefault(officer, {})[rest[0] if rest else ""] = value
    for officer, fields in parts.items():
        yield _member(officer, fields, administrators.get(officer, frozenset()))


def _administrators(state: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Give the administrators' keys by officer, as the roots wrote them down: no peer's word is in it."""
    found: dict[str, frozenset[str]] = {}
    for name in state:
        value = part_of(state, name) if name.startswith("admin.") else {}
        if value.get("on") is True:
            officer = text_of(value, "officer")
            found[officer] = found.get(officer, frozenset()) | {name.removeprefix("admin.")}
    return found


def _member(officer: str, fields: Mapping[str, Any], administers: frozenset[str]) -> Member:
    said = part_of(fields, "")
    keys = {
        name.removeprefix("key."): text_of(value, "age")
        for name, value in fields.items()
        if name.startswith("key.") and isinstance(value, Mapping) and value.get("on") is True
    }
    return Member(
        id=officer,
        name=text_of(said, "name"),
        post=text_of(said, "post"),
        own_roles=frozenset(role for role in ROLES if fields.get(f"role.{role}") is True),
        acting=tuple(_acting(fields)),
        keys=keys,
        retired=part_of(fields, "retired").get("on") is True and not administers,
        same="" if administers else text_of(fields, "same"),
        administers=administers,
    )


def _acting(fields: Mapping[str, Any]) -> Iterator[Acting]:
    for name in sorted(fields):
        value = fields[name]
        if name.startswith("acting.") and isinstance(value, Mapping) and value.get("on") is True:
            start, end = _day(value, "from"), _day(value, "to")
            if start and end and value.get("role") in ROLES and value["role"] != "administrator":
                yield Acting(
                    name.removeprefix("acting."), str(value["role"]), start, end, text_of(value, "letter")
                )


def _day(value: Mapping[str, Any], name: str) -> date | None:
    try:
        return date.fromisoformat(text_of(value, name))
    except ValueError:
        return None
