"""Who can open the office on this laptop: slots made, changed and dropped, each change at one moment."""

from collections.abc import Sequence
from dataclasses import dataclass

from hbp_desktop.domain import passwords
from hbp_desktop.domain.canonical import Value
from hbp_desktop.domain.errors import Invalid, Locked, Refused, Unreachable, errors_in
from hbp_desktop.domain.fields import part_of, text_of
from hbp_desktop.domain.staff import Member
from hbp_desktop.store import journal, keyslots, shelf, slots, unlockers
from hbp_desktop.store.attempts import Attempts
from hbp_desktop.store.keyslots import Slot
from hbp_desktop.store.unlockers import Unlocker
from hbp_desktop.store.work import Work
from hbp_desktop.store.wrap import KdfCost
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.slot_changes import (
    change_slots,
    kept_secret,
    laptop_secret,
    new_slot,
    note_act,
    place,
    take_away,
    tier_of,
    usable_here,
)


@dataclass(frozen=True)
class SlotHere:
    """One way in on this laptop.

    `kind` is officer, recovery or escrow; `bound` tells that this laptop's keyring protects it as well,
    `confirmed` that its keys stand on the roster, `mine` that it opened this window.
    """

    id: str
    kind: str
    officer_id: str = ""
    name: str = ""
    bound: bool = False
    confirmed: bool = True
    mine: bool = False


def slots_here(office: Office) -> tuple[SlotHere, ...]:
    """List the ways in on this laptop, in the order they were made."""
    held = keyslots.read(office.opened.paths.keyslots)
    with office.vault.read() as conn:
        known = {one.slot: one for one in unlockers.known(conn)}
    found = [(slot, known[slot.id]) for slot in held.slots if slot.id in known]
    return tuple(_here(office, slot, row) for slot, row in found)


def colleague_slot(office: Office, officer_id: str, password: str, cost: KdfCost | None = None) -> SlotHere:
    """Give an officer of the roster a way in here, without a network.

    Raises Refused (not_allowed, officer_not_here, officer_retired, slot_exists, slots_many), Invalid, NoRoom.
    """
    office.ask("slot.make")
    member = member_of(office, officer_id)
    if usable_here(office.opened, _slots_of(office, member.id)):
        raise Refused("slot_exists", officer=member.name)
    return _made(office, member, password, (), cost)


def reset_password(
    office: Office, officer_id: str, new_password: str, cost: KdfCost | None = None
) -> SlotHere:
    """Give an officer new keys under a new password; the old ones open nothing here any more.

    An administrator's own password is reset with the recovery code only, since administrators do not unmake
    one another. Raises Refused (not_allowed, reset_own, reset_needs_code, officer_…), Invalid, NoRoom.
    """
    office.ask("officer.reset")
    member = member_of(office, officer_id)
    if member.id in (office.asking().id, office.opened.beside):
        raise Refused("reset_own")
    if "administrator" in member.own_roles and not signs_as(office, "root"):
        raise Refused("reset_needs_code", officer=member.name)
    return _made(office, member, new_password, _slots_of(office, member.id), cost)


def change_password(office: Office, old: str, new: str, cost: KdfCost | None = None) -> None:
    """Change the password of who sits here; the keys stay.

    Raises Locked (wrong_password, unlock_wait: `seconds`), Refused (password_of_code), Invalid, NoRoom.
    """
    if found := errors_in(passwords.problems(new)):
        raise Invalid(found)
    slot = _own_slot(office, old)
    ring = keyslots.read(office.opened.paths.keyslots).ring
    bound = slot.wrapped is not None and slot.wrapped.laptop
    laptop = kept_secret(office.opened.secrets, ring) if bound else None
    _rewrap(office, slots.rewrapped(slot, office.opened.keys, new, laptop, cost))


def bind_account(office: Office, password: str, cost: KdfCost | None = None) -> None:
    """Protect the way in of who sits here by this account's keyring, where it had none when it was made.

    Raises Locked (wrong_password, unlock_wait), Unreachable (keyring_…), Refused, NoRoom.
    """
    slot = _own_slot(office, password)
    secret = laptop_secret(office.opened.secrets, keyslots.read(office.opened.paths.keyslots).ring)
    if secret is None:
        raise Unreachable(office.opened.secrets.ring.value)
    _rewrap(office, slots.rewrapped(slot, office.opened.keys, password, secret, cost))


def drop_slots_of(office: Office, officer_id: str) -> int:
    """Take every way in of an officer away and rotate the data key; gives how many there were.

    For an officer whom the roster calls retired anybody may. Raises Refused (not_allowed), NoRoom, Damaged.
    """
    member = office.staff().find(officer_id)
    if member is None or not member.retired:
        office.ask("officer.retire")
    gone = _slots_of(office, officer_id)
    if gone:
        change_slots(office.opened, office.now, lambda doing: take_away(doing, office.opened, gone))
    return len(gone)


def confirm_slots(office: Office) -> int:
    """Put on the roster the keys that were made where nobody could sign for them; gives how many.

    Raises Refused (not_allowed, not_administrator).
    """
    office.ask("officer.reset")
    waiting = slots_waiting(office)
    if waiting:
        fields: dict[str, Value] = {
            f"officer.{officer}.key.{sign}": {"on": True, "age": age} for officer, sign, age in waiting
        }
        with office.writing() as doing:
            if not tier_of(doing, office.opened.keys):
                raise Refused("not_administrator")
            doing.enact(fields, office.opened.keys.signing, action="slot.confirmed")
    return len(waiting)


def slots_waiting(office: Office) -> tuple[tuple[str, str, str], ...]:
    """List keys of any laptop that no administrator stands behind yet: officer id, signing key, recipient."""
    with office.vault.read() as conn:
        made, gone = shelf.acts(conn, "slot.made"), shelf.acts(conn, "slot.gone")
        state = journal.read_own_roster(conn).folded.state
    taken = {text_of(one, "sign") for one in gone}
    told = [(text_of(one, "about"), text_of(one, "sign"), text_of(one, "age")) for one in made]
    staff = office.staff()
    return tuple(
        (officer, sign, age)
        for officer, sign, age in told
        if sign not in taken
        and f"officer.{officer}.key.{sign}" not in state
        and (member := staff.find(officer))
        and not member.retired
    )


def member_of(office: Office, officer_id: str) -> Member:
    """Give a current officer of the roster; raises Refused (officer_not_here, officer_retired)."""
    member = office.staff().find(officer_id)
    if member is None:
        raise Refused("officer_not_here")
    if member.retired:
        raise Refused("officer_retired", officer=member.name)
    return member


def signs_as(office: Office, tier: str) -> bool:
    """Tell whether who opened signs roster entries as a root or an administrator."""
    with office.vault.read() as conn:
        state = journal.read_own_roster(conn).folded.state
    return part_of(state, f"{tier}.{office.opened.keys.signing_public}").get("on") is True


def _made(
    office: Office, member: Member, password: str, gone: Sequence[Unlocker], cost: KdfCost | None
) -> SlotHere:
    slot, _ = new_slot(office.opened, member, password, cost)

    def write(doing: Work) -> tuple[Slot, ...]:
        place(doing, office.opened, member, slot, gone)
        return (slot,)

    change_slots(office.opened, office.now, write)
    return next(one for one in slots_here(office) if one.id == slot.id)


def _rewrap(office: Office, slot: Slot) -> None:
    def write(doing: Work) -> tuple[Slot, ...]:
        note_act(doing, "password.changed", office.officer_id)
        return (slot,)

    change_slots(office.opened, office.now, write)


def _own_slot(office: Office, password: str) -> Slot:
    """Give the slot of who sits here once the password has proved theirs; a wrong one makes the next wait."""
    opened, attempts = office.opened, Attempts(office.opened.paths.attempts)
    held = keyslots.read(opened.paths.keyslots)
    own = next((s for s in held.of_kind("officer") if s.signing == opened.keys.signing_public), None)
    if own is None or own.wrapped is None:
        raise Refused("password_of_code")
    if wait := attempts.wait_s(own.id, office.now):
        raise Locked("unlock_wait", seconds=wait)
    laptop = opened.secrets.get(f"{held.ring}/laptop") if own.wrapped.laptop else None
    try:
        slots.keys_by_password(own, password, laptop)
    except Locked as error:
        if error.code != "wrong_password":
            raise
        raise Locked("wrong_password", seconds=attempts.failed(own.id, office.now)) from None
    attempts.succeeded(own.id)
    return own


def _slots_of(office: Office, officer_id: str) -> tuple[Unlocker, ...]:
    """List the slots of an officer, under any of their records."""
    staff = office.staff()
    member = staff.find(officer_id)
    records = {one for one in staff.members if member is not None and staff.find(one) is member}
    with office.vault.read() as conn:
        return unlockers.of_officers(conn, records | {officer_id})


def _here(office: Office, slot: Slot, row: Unlocker) -> SlotHere:
    member = office.staff().find(row.officer)
    return SlotHere(
        id=slot.id,
        kind=slot.kind,
        officer_id=member.id if member else row.officer,
        name=member.name if member else slot.name,
        bound=bool(slot.wrapped and slot.wrapped.laptop),
        confirmed=slot.kind != "officer" or (member is not None and slot.signing in member.keys),
        mine=slot.signing == office.opened.keys.signing_public,
    )
