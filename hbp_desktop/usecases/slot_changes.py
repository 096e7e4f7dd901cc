"""The one way in which slots change: entries, unlockers, slots and data key together, or nothing."""

import secrets as randomness
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from hbp_desktop.domain import passwords
from hbp_desktop.domain.canonical import Value
from hbp_desktop.domain.errors import HbpError, Invalid, Unreachable, errors_in
from hbp_desktop.domain.fields import part_of
from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.staff import Member, Staff
from hbp_desktop.store import journal, keyslots, rotation, slots, unlockers
from hbp_desktop.store.keyslots import Slot
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.store.secrets import Ring, Secrets
from hbp_desktop.store.unlockers import Unlocker
from hbp_desktop.store.vault import Vault
from hbp_desktop.store.work import Mark, Work, Writer, work
from hbp_desktop.store.wrap import KdfCost, needs_other

if TYPE_CHECKING:
    from hbp_desktop.usecases.opening import Opened

_SECRET_BYTES = 32

Write = Callable[[Work], Sequence[Slot]]


def change_slots(opened: "Opened", now: int, write: Write) -> None:
    """Rotate with what `write` enters in the journal and in `unlockers`; it gives the slots new or anew.

    Raises as `store.rotation.rotate`, and Refused (device_not_admitted).
    """
    marks: list[Mark] = []

    def change(twin: Vault) -> Sequence[Slot]:
        with work(twin, Writer(opened.officer_id, now)) as doing:
            found = write(doing)
        marks.append(doing.mark)
        return found

    rotation.rotate(opened.vault, opened.paths.keyslots, opened.paths.claim, change)
    for mark in marks:
        opened.note(mark)


def note_act(doing: Work, what: str, about: str = "", **values: Value) -> None:
    """Enter an act in the journal: what was done about whom, with nothing personal."""
    doing.create("act", new_id(), {"what": what, "about": about, **values}, action=what)


def new_slot(
    opened: "Opened", member: Member, password: str, cost: KdfCost | None = None
) -> tuple[Slot, PersonKeys]:
    """Make an officer's slot with fresh keys, bound to this account where its keyring can; raises Invalid."""
    if found := errors_in(passwords.problems(password)):
        raise Invalid(found)
    keys = PersonKeys.new()
    laptop = laptop_secret(opened.secrets, keyslots.read(opened.paths.keyslots).ring)
    return slots.officer_slot(member.name, password, keys, laptop, cost), keys


def place(doing: Work, opened: "Opened", member: Member, slot: Slot, gone: Sequence[Unlocker] = ()) -> None:
    """Let a new slot unlock in place of those gone, and enter its keys: on the roster if that can be signed.

    An administrator's key is made by a root alone; what nobody here can sign waits for an administrator.
    """
    unlockers.admit(doing.conn, slot, member.id)
    note_act(doing, "slot.made", member.id, sign=slot.signing, age=slot.age)
    tier = tier_of(doing, opened.keys)
    if tier:
        doing.enact(_made_fields(member, slot, tier), opened.keys.signing, action="slot.made")
    take_away(doing, opened, gone)


def take_away(doing: Work, opened: "Opened", gone: Sequence[Unlocker]) -> tuple[Slot, ...]:
    """Take ways in away, and their keys off the roster where that can be signed; gives no slot."""
    unlockers.dismiss(doing.conn, [one.slot for one in gone])
    for one in gone:
        note_act(doing, "slot.gone", one.officer, sign=one.signing)
    state = journal.read_own_roster(doing.conn).folded.state
    tier = tier_of(doing, opened.keys)
    fields: dict[str, Value] = {}
    for one in gone:
        names = [f"officer.{one.officer}.key.{one.signing}"]
        names += [f"admin.{one.signing}"] if tier == "root" else []
        for name in names:
            if (held := part_of(state, name)).get("on") is True:
                fields[name] = {**held, "on": False}
    if tier and fields:
        doing.enact(fields, opened.keys.signing, action="slot.gone")
    return ()


def tier_of(doing: Work, keys: PersonKeys) -> str:
    """Tell as what a person signs roster entries: root, admin, or "" for neither."""
    state = journal.read_own_roster(doing.conn).folded.state
    tiers = ("root", "admin")
    return next((t for t in tiers if part_of(state, f"{t}.{keys.signing_public}").get("on") is True), "")


def usable_here(opened: "Opened", found: Iterable[Unlocker]) -> tuple[Unlocker, ...]:
    """Keep the ways in that this account can use: bound to its secret, or to none."""
    held = keyslots.read(opened.paths.keyslots)
    kept = kept_secret(opened.secrets, held.ring)
    wraps = {slot.id: slot.wrapped for slot in held.slots}
    return tuple(one for one in found if (wrap := wraps.get(one.slot)) and not needs_other(wrap, kept))


def laptop_secret(secrets: Secrets, ring: str) -> bytes | None:
    """Give this account's secret, made now where it has none; None where its keyring keeps nothing."""
    if secrets.ring is not Ring.USABLE:
        return None
    name = laptop_secret_name(ring)
    with suppress(Unreachable):
        if (found := secrets.get(name)) is not None:
            return found
        made = randomness.token_bytes(_SECRET_BYTES)
        secrets.put(name, made)
        return made
    return None


def kept_secret(secrets: Secrets, ring: str) -> bytes | None:
    """Give this account's secret as far as it can be had."""
    with suppress(Unreachable):
        return secrets.get(laptop_secret_name(ring))
    return None


def laptop_secret_name(ring: str) -> str:
    """Name the laptop's secret in the keyring."""
    return f"{ring}/laptop"


def finish_retirements(opened: "Opened", now: int) -> int:
    """Take away the slots of officers retired elsewhere, or before a kill; gives how many. Never raises.

    Whoever opens does it, without asking: their retirement is on the roster. A laptop that may not write
    any more still takes them away.
    """
    with suppress(HbpError):
        with opened.vault.read() as conn:
            admitted = journal.own_device(conn).admitted
            staff = Staff.of(journal.read_own_roster(conn).folded.state)
            left = [one for one in unlockers.known(conn) if _is_retired(staff, one.officer)]
        if left and admitted:
            change_slots(opened, now, lambda doing: take_away(doing, opened, left))
        elif left:
            rotation.rotate(opened.vault, opened.paths.keyslots, opened.paths.claim, _quietly(left))
        return len(left)
    return 0


def _quietly(gone: Sequence[Unlocker]) -> Callable[[Vault], Sequence[Slot]]:
    def change(twin: Vault) -> Sequence[Slot]:
        with twin.write() as conn:
            unlockers.dismiss(conn, [one.slot for one in gone])
        return ()

    return change


def _is_retired(staff: Staff, officer: str) -> bool:
    found = staff.find(officer)
    return found is not None and found.retired


def _made_fields(member: Member, slot: Slot, tier: str) -> dict[str, Value]:
    fields: dict[str, Value] = {f"officer.{member.id}.key.{slot.signing}": {"on": True, "age": slot.age}}
    if tier == "root" and "administrator" in member.own_roles:
        fields[f"admin.{slot.signing}"] = {"on": True, "officer": member.id}
    return fields
