"""What this office guards, who may read it, and writing it so that nothing else is left of it in the open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hbp_desktop.domain.canonical import Value
from hbp_desktop.domain.fields import Fields, elements, line, part_of
from hbp_desktop.domain.guarded import BY_ROLE, SEALED, Guard, Guards, divided
from hbp_desktop.domain.matter import MatterDraft
from hbp_desktop.domain.policy import CHILD_SAFETY, Subject, may
from hbp_desktop.domain.sealing import RECIPIENTS
from hbp_desktop.domain.staff import Member, Staff
from hbp_desktop.domain.text import fold
from hbp_desktop.store.journal import Seen
from hbp_desktop.store.sealing import seal
from hbp_desktop.store.work import Work
from hbp_desktop.usecases.office import Office

STATE = ""  # the officer of a reader that is the state


@dataclass(frozen=True, slots=True)
class Reader:
    """Someone a guarded matter is sealed to: `officer` is STATE for the state's integrity unit."""

    officer: str
    name: str
    age: str


def guards(office: Office) -> Guards:
    """Tell what this office guards, and whether by sealing."""
    staff = office.staff()
    return Guards(staff.integrity, staff.child_sealed)


def readers(office: Office, why: str, against: Iterable[str] = ()) -> tuple[Reader, ...]:
    """List who could read what is sealed now: the state first, then heads and leaders where they may.

    Never an officer in `against`. One key each before anyone's second.
    """
    staff = office.staff()
    found = [Reader(STATE, staff.integrity_name, staff.integrity)] if staff.integrity else []
    if why != CHILD_SAFETY:
        return tuple(found)
    subject = Subject(why, frozenset(against))
    people = [one for one in _leading(office, staff) if _reads(office, staff, one, subject)]
    keys = {one.id: _keys(office, one) for one in people}
    rounds = max(map(len, keys.values()), default=0)
    own = [Reader(p.id, p.name, keys[p.id][n]) for n in range(rounds) for p in people if n < len(keys[p.id])]
    return tuple([*found, *own][:RECIPIENTS])


def named_against(staff: Staff, typed: str) -> frozenset[str]:
    """Find the officers a typed name may mean, with their other records: rather one too many."""
    wanted = _words(typed)
    if not wanted:
        return frozenset()
    hit = {one.id for one in staff.members.values() if _alike(wanted, _words(one.name))}
    same = {found.id for one in hit if (found := staff.find(one))}
    return frozenset(one for one in staff.members if (found := staff.find(one)) and found.id in same)


def with_officers(office: Office, draft: MatterDraft, fields: Fields) -> Fields:
    """Write into a matter's fields which officers it is about."""
    found = named_against(office.staff(), draft.against)
    if not line(draft.against):
        return fields
    return fields | {"against": {"name": line(draft.against), "officers": dict.fromkeys(sorted(found), True)}}


def create_visit(
    office: Office, w: Work, guard: Guard, visit: tuple[str, Fields], matters: list[tuple[str, Fields]]
) -> tuple[Fields, list[tuple[str, Fields]]]:
    """Write a guarded visit with its matters; gives what stays in the open of each."""
    against = frozenset[str]().union(*(officers_in(said) for _, said in matters))
    keys = [one.age for one in readers(office, guard.why, against)]
    in_the_open = _create(w, "visit", *visit, guard, keys)
    return in_the_open, [(one, _create(w, "matter", one, said, guard, keys)) for one, said in matters]


def officers_in(state: Mapping[str, object]) -> frozenset[str]:
    """Read which officers a matter is about."""
    return elements(part_of(part_of(state, "against"), "officers"), "")


def _create(w: Work, kind: str, subject: str, fields: Fields, guard: Guard, keys: list[str]) -> Fields:
    if guard.how == BY_ROLE:
        fields = fields | guard.fields()
        w.create(kind, subject, fields)
        return fields
    in_the_open, inner = divided(kind, fields, guard)
    w.create(kind, subject, in_the_open, sealed=seal(kind, subject, inner, keys))
    return in_the_open


def change(
    office: Office,
    w: Work,
    place: tuple[str, str, Seen],
    guard: Guard,
    fields: Mapping[str, Value],
    inner: Mapping[str, Value],
    *,
    action: str,
    against: Iterable[str] | None = None,
) -> None:
    """Change a guarded subject: `fields` in the open, `inner` to those who may read.

    `against` is None where the writer cannot tell whom it is about; then the state alone can read `inner`.
    """
    kind, subject, seen = place
    if guard.how != SEALED:
        w.change(kind, subject, seen, {**fields, **inner}, action=action)
        return
    everyone = readers(office, guard.why, against or ())
    keys = [one.age for one in everyone if against is not None or one.officer == STATE]
    sealed = seal(kind, subject, inner, keys) if inner else ""
    w.change(kind, subject, seen, fields, action=action, sealed=sealed)


def _leading(office: Office, staff: Staff) -> list[Member]:
    found = [*staff.holding("head", office.today), *staff.holding("leader", office.today)]
    return list(dict.fromkeys(found))


def _reads(office: Office, staff: Staff, one: Member, subject: Subject) -> bool:
    return may(staff.asking(one.id, office.today), "sealed.see", subject)


def _keys(office: Office, one: Member) -> list[str]:
    """List an officer's age keys; the one that opened this laptop now comes first."""
    here = office.opened.keys.age
    return sorted(set(one.keys.values()), key=lambda age: (age != here, age))


def _alike(typed: frozenset[str], name: frozenset[str]) -> bool:
    return typed <= name or (bool(name) and name <= typed)


def _words(name: str) -> frozenset[str]:
    return frozenset(fold(name).split()) - _TITLES


_TITLES = frozenset(
    "encik en puan pn cik tuan tn haji hj hajah hjh dato datuk datin dr bin binti a l p al ap anak".split()
)
