"""A forgotten password, a lost keyring, another account of the laptop: in by the code, on as oneself."""

from hbp_desktop.config import Paths
from hbp_desktop.domain.errors import Invalid, Refused, errors_in
from hbp_desktop.domain.officer import Officer
from hbp_desktop.domain.passwords import problems
from hbp_desktop.domain.staff import Member, Staff
from hbp_desktop.store import journal, unlockers
from hbp_desktop.store.keyslots import Slot
from hbp_desktop.store.secrets import Secrets
from hbp_desktop.store.work import Work
from hbp_desktop.store.wrap import KdfCost
from hbp_desktop.usecases.opening import Opened, unlock_with_code
from hbp_desktop.usecases.setup import Clock
from hbp_desktop.usecases.slot_changes import change_slots, new_slot, place, usable_here


def recover(
    paths: Paths,
    code: str,
    officer: str,
    new_password: str,
    secrets: Secrets,
    clock: Clock,
    cost: KdfCost | None = None,
) -> Opened:
    """Open with the printed code and go on as an officer, by name ("" where there is but one), with new keys.

    Raises as `unlock_with_code` and `sit_down`, and Refused (officer_not_here, recover_whom).
    """
    if found := errors_in(problems(new_password)):
        raise Invalid(found)
    opened = unlock_with_code(paths, code, secrets, clock)
    try:
        sit_down(opened, _chosen(opened, officer).id, new_password, clock, cost)
    except BaseException:
        opened.close()
        raise
    return opened


def people(opened: Opened) -> tuple[Member, ...]:
    """List the officers of the roster who may be chosen, by name."""
    return _staff(opened).current()


def sit_down(
    opened: Opened, officer_id: str, new_password: str, clock: Clock, cost: KdfCost | None = None
) -> None:
    """Make the officer a way in on this account, in place of what it could open before, and go on as them.

    What the officer has under another account of this laptop stays. Raises Invalid, Refused
    (officer_not_here, officer_retired, slots_many, device_not_admitted), NoRoom.
    """
    member = _staff(opened).find(officer_id)
    if member is None:
        raise Refused("officer_not_here")
    if member.retired:
        raise Refused("officer_retired", officer=member.name)
    slot, keys = new_slot(opened, member, new_password, cost)
    with opened.vault.read() as conn:
        before = usable_here(opened, unlockers.of_officers(conn, [member.id]))

    def write(doing: Work) -> tuple[Slot, ...]:
        place(doing, opened, member, slot, before)
        return (slot,)

    change_slots(opened, int(clock().timestamp()), write)
    opened.go_on_as(slot, keys)
    opened.officer_id, opened.officer = member.id, Officer(member.name, member.post)


def _chosen(opened: Opened, officer: str) -> Member:
    staff = _staff(opened)
    found = staff.named(officer) if officer else staff.current()
    if not found:
        raise Refused("officer_not_here")
    if len(found) > 1:
        raise Refused("recover_whom", officers=", ".join(one.name for one in staff.current()))
    return found[0]


def _staff(opened: Opened) -> Staff:
    with opened.vault.read() as conn:
        return Staff.of(journal.read_own_roster(conn).folded.state)
