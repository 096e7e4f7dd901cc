"""Who the officers are, for a list and for finding one: as of today, second records with the first."""

from collections.abc import Iterable
from dataclasses import dataclass

from hbp_desktop.domain.errors import Problem, Refused
from hbp_desktop.domain.fields import line
from hbp_desktop.domain.roster import ROLES
from hbp_desktop.domain.staff import Acting, Member, Staff
from hbp_desktop.store import unlockers
from hbp_desktop.usecases.office import Office

ADMINISTRATOR = "administrator"
SHORTEST_ID = 4


@dataclass(frozen=True)
class Listed:
    """An officer in the list, as of today: `acting` are appointments running or ahead."""

    member: Member
    roles: frozenset[str]
    acting: tuple[Acting, ...]
    slot_here: bool
    others: tuple[Member, ...] = ()

    @property
    def key_missing(self) -> bool:
        """Tell whether this is an administrator none of whose keys a root stands behind."""
        return ADMINISTRATOR in self.roles and not self.member.administers


def listed(office: Office) -> tuple[Listed, ...]:
    """List the officers by name, those retired last; a person's second records stand with the first."""
    office.ask("officer.see")
    staff = office.staff()
    with office.vault.read() as conn:
        here = {one.officer for one in unlockers.known(conn)}
    first = [one for one in staff.members.values() if not one.same]
    first.sort(key=lambda one: (one.retired, one.name.casefold(), one.id))
    return tuple(_listed(office, staff, one, here) for one in first)


def find(office: Office, who: str) -> Member:
    """Find an officer by name or start of the id; raises Refused (officer_not_on_list, officer_several)."""
    office.ask("officer.see")
    wanted = line(who)
    members = [one for one in office.staff().members.values() if not one.same]
    fitting = [one for one in members if one.id == wanted] or [
        one for one in members if one.name.casefold() == wanted.casefold()
    ]
    if not fitting and len(wanted) >= SHORTEST_ID:
        fitting = [one for one in members if one.id.startswith(wanted.lower())]
    current = [one for one in fitting if not one.retired] or fitting
    if len(current) > 1:
        raise Refused("officer_several", name=wanted, ids=", ".join(one.id[:8] for one in current))
    if not current:
        raise Refused("officer_not_on_list", name=wanted)
    return current[0]


def second(office: Office, who: str) -> Member:
    """Find a record that is linked to another, by its id's beginning or name; raises Refused."""
    office.ask("officer.see")
    wanted = line(who)
    linked = [one for one in office.staff().members.values() if one.same]
    found = [one for one in linked if one.id.startswith(wanted.lower()) or one.name == wanted]
    if len(found) != 1 or not wanted:
        raise Refused("officer_not_linked")
    return found[0]


def doubts(office: Office, officer_id: str, losing: Iterable[str] = ROLES) -> tuple[Problem, ...]:
    """Say whether the office would lose its last administrator or head with an officer losing these roles."""
    office.ask("officer.see")
    staff, lost = office.staff(), set(losing)
    codes = {ADMINISTRATOR: "last_administrator", "head": "last_head"}
    return tuple(
        Problem(code, "", "warning")
        for role, code in codes.items()
        if role in lost and staff.last_with(role, officer_id, office.today)
    )


def _listed(office: Office, staff: Staff, member: Member, here: set[str]) -> Listed:
    others = [one for one in staff.members.values() if one.same and stands_for(office, one.id) == member.id]
    return Listed(
        member,
        member.roles(office.today),
        tuple(one for one in member.acting if one.end >= office.today),
        bool(here & {member.id, *(one.id for one in others)}),
        tuple(others),
    )


def stands_for(office: Office, officer_id: str) -> str:
    """Give the record that stands for an officer's."""
    found = office.staff().find(officer_id)
    return found.id if found else officer_id
