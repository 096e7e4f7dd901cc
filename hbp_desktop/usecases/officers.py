"""Officers of the office: who they are, what they may do, from when to when; every change is signed.

A change of the roster counts by its signature, not by a role: an administrator's key signs it, and what makes
or unmakes an administrator is signed by the printed code.
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from hbp_desktop.domain.appointment import ActingDraft
from hbp_desktop.domain.canonical import Value
from hbp_desktop.domain.errors import Invalid, Problem, Refused, errors_in
from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.officer import OfficerDraft
from hbp_desktop.domain.roster import ROLES
from hbp_desktop.domain.staff import BY_CODE, Acting, Member
from hbp_desktop.store import journal
from hbp_desktop.usecases import keys
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.officer_list import ADMINISTRATOR, SHORTEST_ID, stands_for


def add(office: Office, draft: OfficerDraft, roles: Iterable[str], *, also: bool = False) -> Member:
    """Add an officer with roles; `also` when a colleague bears the same name.

    Raises Invalid, Refused (not_allowed, officer_name_taken, administrator_key_unmade).
    """
    office.ask("officer.add")
    given = frozenset(roles)
    if ADMINISTRATOR in given:
        office.ask("administrator.make")
    if wrong := errors_in((*draft.problems(), *_role_problems(given))):
        raise Invalid(wrong)
    officer = draft.value()
    if office.staff().named(officer.name) and not also:
        raise Refused("officer_name_taken", name=officer.name)
    added = new_id()
    said: dict[str, Value] = {f"officer.{added}": {"name": officer.name, "post": officer.post}}
    _enact(office, said | {f"officer.{added}.role.{role}": True for role in given}, "officer_added")
    return office.staff().members[added]


def give_role(office: Office, officer_id: str, role: str) -> Member:
    """Give a role; making an administrator also stands behind the keys the officer has by now.

    An administrator with keys on another laptop since is given the role again, by the code, for those keys.
    """
    office.ask("administrator.make" if role == ADMINISTRATOR else "officer.role")
    member = _serving(office, officer_id)
    if wrong := _role_problems({role}):
        raise Invalid(wrong)
    fields: dict[str, Value] = {} if role in member.own_roles else {f"officer.{member.id}.role.{role}": True}
    if role == ADMINISTRATOR:
        fields |= {f"admin.{key}": {"on": True, "officer": member.id} for key in _not_made(office, member)}
    if not fields:
        raise Refused("role_held", name=member.name, roles=role)
    _enact(office, fields, "role_given")
    return office.staff().members[member.id]


def take_role(office: Office, officer_id: str, role: str, reason: str = "") -> Member:
    """Take a role away; an administrator's keys are unmade for good, by the code."""
    office.ask("administrator.unmake" if role == ADMINISTRATOR else "officer.role")
    member = _known(office, officer_id)
    if role not in member.own_roles:
        raise Refused("role_not_held", name=member.name, roles=role)
    fields: dict[str, Value] = {f"officer.{member.id}.role.{role}": False}
    if role == ADMINISTRATOR:
        fields |= {f"admin.{key}": {"on": False} for key in member.administers}
    _enact(office, fields, "role_taken", reason)
    return office.staff().members[member.id]


def appoint(office: Office, officer_id: str, draft: ActingDraft) -> Acting:
    """Appoint an officer to act in a role; it begins and ends by itself. Raises Invalid, Refused."""
    office.ask("officer.role")
    member = _serving(office, officer_id)
    if wrong := errors_in(draft.problems(office.today)):
        raise Invalid(wrong)
    act = new_id()
    _enact(office, {f"officer.{member.id}.acting.{act}": draft.fields()}, "acting_appointed")
    return next(one for one in office.staff().members[member.id].acting if one.id == act)


def end_acting(office: Office, act_id: str, officer_id: str = "") -> Member:
    """End an appointment now: yesterday becomes its last day, or it never was when it has not begun.

    Raises Refused (acting_unknown, acting_ended).
    """
    office.ask("officer.role")
    found = [
        (member, one)
        for member in office.staff().members.values()
        for one in member.acting
        if one.id.startswith(act_id) and len(act_id) >= SHORTEST_ID and officer_id in ("", member.id)
    ]
    if len(found) != 1:
        raise Refused("acting_unknown")
    member, acting = found[0]
    if acting.end < office.today:
        raise Refused("acting_ended", date=acting.end.isoformat())
    last = office.today - timedelta(days=1)
    ended: dict[str, Value] = {
        "on": acting.start <= last,
        "role": acting.role,
        "from": acting.start.isoformat(),
        "to": last.isoformat(),
        "letter": acting.letter,
    }
    _enact(office, {f"officer.{member.id}.acting.{acting.id}": ended}, "acting_ended")
    return office.staff().members[member.id]


def retire(office: Office, officer_id: str, reason: str) -> int:
    """Retire an officer: no roles, no way in here; the name stays on everything. Gives the slots dropped.

    An administrator is retired by the code. Retiring again drops a slot that a full disk had kept.
    """
    member = _known(office, officer_id)
    administers = bool(member.administers) or ADMINISTRATOR in member.own_roles
    office.ask("administrator.unmake" if administers else "officer.retire")
    if member.id in (office.asking().id, office.opened.beside):
        raise Refused("officer_self")
    _ask_reason(reason)
    if not member.retired:
        fields: dict[str, Value] = {f"officer.{member.id}.retired": {"on": True}}
        fields |= {f"admin.{key}": {"on": False} for key in member.administers}
        if ADMINISTRATOR in member.own_roles:
            fields[f"officer.{member.id}.role.{ADMINISTRATOR}"] = False
        _enact(office, fields, "officer_retired", reason)
    records = [one.id for one in office.staff().members.values() if stands_for(office, one.id) == member.id]
    return sum(keys.drop_slots_of(office, one) for one in records)


def bring_back(office: Office, officer_id: str, reason: str) -> Member:
    """Take a retirement back: the same person has the same record and roles again, and needs a new slot."""
    office.ask("officer.retire")
    member = _known(office, officer_id)
    if not member.retired:
        raise Refused("officer_not_retired", name=member.name)
    _ask_reason(reason)
    _enact(office, {f"officer.{member.id}.retired": {"on": False}}, "officer_restored", reason)
    return office.staff().members[member.id]


def link(office: Office, officer_id: str, first: str) -> Member:
    """Say that a record is of the person of `first`, whose roles and name hold for both.

    An administrator's record is linked by the code, and their keys go with it.
    """
    office.ask("officer.link")
    one, other = _known(office, officer_id), _known(office, first)
    if one.administers:
        office.ask("administrator.make")
    if one.id == other.id:
        raise Refused("officer_link_same")
    fields: dict[str, Value] = {f"officer.{one.id}.same": other.id}
    fields |= {f"admin.{key}": {"on": True, "officer": other.id} for key in one.administers}
    _enact(office, fields, "officer_linked")
    return other


def unlink(office: Office, officer_id: str) -> Member:
    """Part a record again from the one it was linked to."""
    office.ask("officer.link")
    member = office.staff().members.get(officer_id)
    if member is None or not member.same:
        raise Refused("officer_not_linked")
    _enact(office, {f"officer.{officer_id}.same": ""}, "officer_parted")
    return office.staff().members[officer_id]


def may_sign(office: Office) -> bool:
    """Tell whether changes signed here would count: by the code, or by a key made an administrator's."""
    return _signer(office) is not None


def _known(office: Office, officer_id: str) -> Member:
    found = office.staff().find(officer_id)
    if found is None:
        raise Refused("officer_not_on_list", name=officer_id)
    return found


def _serving(office: Office, officer_id: str) -> Member:
    found = _known(office, officer_id)
    if found.retired:
        raise Refused("officer_is_retired", name=found.name)
    return found


def _role_problems(roles: Iterable[str]) -> tuple[Problem, ...]:
    given = frozenset(roles)
    if not given:
        return (Problem("roles_missing", "roles"),)
    strange = sorted(given - set(ROLES))
    return tuple(Problem("role_unknown", "roles", "error", {"role": role}) for role in strange)


def _not_made(office: Office, member: Member) -> list[str]:
    """List the keys that may still be made an administrator's: an unmade one never returns."""
    with office.vault.read() as conn:
        state = journal.read_own_roster(conn).folded.state
    return sorted(key for key in member.keys if f"admin.{key}" not in state)


def unsigned(office: Office) -> Refused:
    """Give the refusal of who sits here and signs nothing of the roster."""
    if office.asking().id == BY_CODE:
        return Refused("code_no_root")
    return Refused("administrator_key_unmade", name=office.officer.name)


def _ask_reason(reason: str) -> None:
    if not reason.strip():
        raise Invalid((Problem("reason_missing", "reason"),))


def _signer(office: Office) -> bytes | None:
    asking, own = office.asking(), office.opened.keys
    if asking.id == BY_CODE:  # a laptop that joined has a code of its own, which is no root of the office
        return own.signing if keys.signs_as(office, "root") else None
    me = office.staff().find(asking.id)
    return own.signing if me and own.signing_public in me.administers else None


def _enact(office: Office, fields: Mapping[str, Value], action: str, reason: str = "") -> None:
    secret = _signer(office)
    if secret is None:
        raise unsigned(office)
    with office.writing() as w:
        w.enact(fields, secret, action=action, reason=reason.strip())
