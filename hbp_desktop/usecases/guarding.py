"""What this office guards, who may read it, and writing it so that nothing else is left of it in the open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.fields import Fields, elements, line, part_of
from hbp_desktop.domain.guarded import BY_ROLE, SEALED, Guard, Guards, divided
from hbp_desktop.domain.history import Folded
from hbp_desktop.domain.matter import Matter, MatterDraft
from hbp_desktop.domain.policy import CHILD_SAFETY, Subject, may
from hbp_desktop.domain.sealing import RECIPIENTS, Unsealed, fold_sealed
from hbp_desktop.domain.staff import Member, Staff
from hbp_desktop.domain.text import fold
from hbp_desktop.store import journal, shelf
from hbp_desktop.store.journal import Seen
from hbp_desktop.store.sealing import seal, unseal
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
    subject = Subject(why, staff.standing(against))
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
    fields: Fields,
    inner: Fields,
    action: str,
    against: Iterable[str] | None = None,
) -> None:
    """Change a guarded subject: `fields` in the open, `inner` to those who may read.

    `against` is None where the writer cannot tell whom it is about; then the state alone can read `inner`.
    """
    kind, subject, seen = place
    if guard.how != SEALED:
        reason = str(inner.pop("reason", ""))
        w.change(kind, subject, seen, {**fields, **inner}, action=action, reason=reason)
        return
    everyone = readers(office, guard.why, against or ())
    keys = [one.age for one in everyone if against is not None or one.officer == STATE]
    sealed = seal(kind, subject, inner, keys) if inner else ""
    w.change(kind, subject, seen, fields, action=action, sealed=sealed)


def move(
    office: Office, w: Work, matter_id: str, guard: Guard, status: str, agency: str, reason: str
) -> Matter:
    """Move a guarded matter: the status in the open, the agency and the reason to those who may read."""
    state = shelf.state(w.conn, "matter", matter_id) or {}
    against = ask_for(office, w.conn, matter_id, state)
    outcome = {"status": status, "date": office.today.isoformat()}
    inner: Fields = {"outcome": outcome | {"agency": agency}} if agency else {}
    place = ("matter", matter_id, w.seen(matter_id))
    said = inner | ({"reason": reason} if reason else {})
    change(office, w, place, guard, {"outcome": outcome}, said, "moved", against)
    return Matter.of(matter_id, {**state, "outcome": outcome})


def ask_for(office: Office, conn: Any, matter_id: str, state: Mapping[str, object]) -> frozenset[str] | None:
    """Raise Refused unless who sits here may handle a guarded matter; gives whom it is about.

    None where nobody here can tell (integrity is read by the state alone). An ordinary matter asks nothing.
    """
    guard = Guard.of(state)
    if not guard:
        return frozenset()
    inner = state if guard.how == BY_ROLE else inner_of(office, conn, matter_id).state
    against = None if guard.how == SEALED and not inner else officers_in(inner)
    office.ask("sealed.see", Subject(guard.why, against or frozenset()))
    if against is None and guard.why == CHILD_SAFETY:
        raise Refused("sealed_not_yours")
    return against


def ask_to_withdraw(office: Office, conn: Any, subject: str, guard: Guard) -> None:
    """Raise Refused for who neither recorded a guarded subject nor leads, or whom it is about."""
    first = min(journal.held(conn, subject), key=lambda item: item.entry.header.lamport)
    if first.entry.header.actor != office.officer_id:
        office.ask("sealed.see", Subject(guard.why, _about(office, conn, subject)))


def _about(office: Office, conn: Any, subject: str) -> frozenset[str]:
    """Read which officers a guarded visit or matter is about, as far as who sits here can tell."""
    visit = shelf.visit(conn, subject)
    ids = [one.id for one in visit.matters] if visit else [subject]
    states = shelf.existing(conn, "matter", ids)
    found = [officers_in({**state, **inner_of(office, conn, one).state}) for one, state in states.items()]
    return frozenset[str]().union(*found)


def inner_of(office: Office, conn: Any, subject: str) -> Folded:
    """Fold the sealed fields of a subject as far as who sits here can open them."""
    return fold_sealed(
        Unsealed(item.fact(), unseal(item.entry, office.opened.keys)) for item in journal.held(conn, subject)
    )


def _leading(office: Office, staff: Staff) -> list[Member]:
    found = [*staff.holding("head", office.today), *staff.holding("leader", office.today)]
    return list({one.id: one for one in found}.values())


def _reads(office: Office, staff: Staff, one: Member, subject: Subject) -> bool:
    return may(staff.asking(one.id, office.today), "sealed.see", subject)


def _keys(office: Office, one: Member) -> list[str]:
    """List an officer's age keys; the one that opened this laptop now comes first."""
    here = office.opened.keys.age
    return sorted(set(one.keys.values()), key=lambda age: (age != here, age))


def _alike(typed: frozenset[str], name: frozenset[str]) -> bool:
    return typed <= name or any(len(word) >= _TELLING for word in (typed & name) - _COMMON)


def _words(name: str) -> frozenset[str]:
    return frozenset(fold(name).split()) - _TITLES


_TELLING = 3  # letters: a shorter word two names share says nothing
_COMMON = frozenset("muhammad ahmad abdul abdullah siti nur noor nurul".split())
_TITLES = frozenset(
    "encik en puan pn cik tuan tn haji hj hajah hjh dato datuk datin dr bin binti a l p al ap anak".split()
)
