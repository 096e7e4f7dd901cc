"""The keys behind the slots: the data key changed, the printed code replaced, the state's key installed."""

import re

from hbp_desktop.domain import recovery
from hbp_desktop.domain.canonical import Value
from hbp_desktop.domain.errors import Refused
from hbp_desktop.store import keyslots, slots, unlockers
from hbp_desktop.store.keyslots import Slot
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.store.work import Work
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.slot_changes import change_slots, note_act, tier_of

_RECIPIENT = re.compile(r"^\s*(age1[02-9ac-hj-np-z]{58})\s*$", re.MULTILINE)


def rotate(office: Office) -> None:
    """Encrypt the file anew under a new key, for all who can open it now; needs nobody's password."""
    office.ask("key.rotate")

    def write(doing: Work) -> tuple[Slot, ...]:
        note_act(doing, "key.rotated")
        return ()

    change_slots(office.opened, office.now, write)


def new_recovery_code(office: Office, old_code: str, new_code: str) -> None:
    """Replace the printed code, only with the old one in hand; that one opens nothing made from now on.

    Where the old code is a root of the office, it makes the new one a root. Raises Invalid (recovery_…),
    Locked (recovery_other), Refused (not_allowed), NoRoom.
    """
    office.ask("code.replace")
    opened = office.opened
    old_slot, old = slots.keys_by_code(keyslots.read(opened.paths.keyslots), old_code)
    new = PersonKeys.from_recovery(recovery.read(new_code))
    slot = slots.recovery_slot(new)

    def write(doing: Work) -> tuple[Slot, ...]:
        unlockers.dismiss(doing.conn, [old_slot.id])
        unlockers.admit(doing.conn, slot)
        note_act(doing, "code.replaced", sign=new.signing_public)
        if tier_of(doing, old) == "root":
            fields: dict[str, Value] = {
                f"root.{new.signing_public}": {"on": True, "age": new.age, "kind": "recovery"}
            }
            doing.enact(fields, old.signing, action="code.replaced")
        return (slot,)

    change_slots(opened, office.now, write)
    if opened.keys == old:
        opened.go_on_as(slot, new)


def install_escrow(office: Office, text: str) -> str:
    """Seal the data key to the state's public age key as well, given as text or a file's content.

    Gives the recipient. Raises Refused (not_allowed, escrow_malformed), NoRoom.
    """
    office.ask("escrow.set")
    found = _RECIPIENT.findall(text)
    if len(found) != 1 or not slots.is_recipient(found[0]):
        raise Refused("escrow_malformed")
    slot = slots.escrow_slot(found[0])
    with office.vault.read() as conn:
        before = [one.slot for one in unlockers.known(conn) if one.kind == "escrow"]

    def write(doing: Work) -> tuple[Slot, ...]:
        unlockers.dismiss(doing.conn, before)
        unlockers.admit(doing.conn, slot)
        note_act(doing, "escrow.set", age=slot.age)
        return (slot,)

    change_slots(office.opened, office.now, write)
    return slot.age
