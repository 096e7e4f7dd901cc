"""Whom the data key is sealed to, told by the vault itself: keyslots.json lies open to anybody's hand."""

from sqlalchemy import Connection, insert, select

from hbp_desktop.domain.errors import Refused
from hbp_desktop.store.keyslots import Slot
from hbp_desktop.store.tables import unlockers


def admit(conn: Connection, slot: Slot, officer_id: str = "") -> None:
    """Note that a slot may unlock; the next sealing of the data key goes to those noted."""
    conn.execute(
        insert(unlockers),
        {
            "slot": slot.id,
            "kind": slot.kind,
            "age": slot.age,
            "signing": slot.signing,
            "officer": officer_id,
        },
    )


def officer_behind(conn: Connection, slot: Slot) -> str:
    """Give the officer's id of a slot ("" for the code); raises Refused when the vault does not know it."""
    row = conn.execute(select(unlockers).where(unlockers.c.slot == slot.id)).one_or_none()
    if row is None or (row.kind, row.age, row.signing) != (slot.kind, slot.age, slot.signing):
        raise Refused("slot_unknown")
    return str(row.officer)
