"""Whom the data key is sealed to, told by the vault itself: keyslots.json lies open to anybody's hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from hbp_desktop.domain.errors import Refused
from hbp_desktop.store.keyslots import Kind, Slot
from hbp_desktop.store.local_tables import unlockers


@dataclass(frozen=True)
class Unlocker:
    """A slot the vault knows; `officer` is the officer's id, "" for code and escrow."""

    slot: str
    kind: Kind
    age: str
    signing: str
    officer: str


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


def known(conn: Connection) -> tuple[Unlocker, ...]:
    """List the slots the vault knows."""
    columns = (unlockers.c[name] for name in ("slot", "kind", "age", "signing", "officer"))
    return tuple(Unlocker(*row) for row in conn.execute(select(*columns).order_by(unlockers.c.slot)))


def of_officers(conn: Connection, officers: Iterable[str]) -> tuple[Unlocker, ...]:
    """List the slots of these officers."""
    wanted = set(officers)
    return tuple(one for one in known(conn) if one.officer in wanted)


def dismiss(conn: Connection, gone: Iterable[str]) -> None:
    """Forget slots by id; the next sealing of the data key leaves them out."""
    conn.execute(delete(unlockers).where(unlockers.c.slot.in_(list(gone))))


def settle(conn: Connection, found: Iterable[Slot]) -> tuple[Slot, ...]:
    """Give those who stand, and forget the officers' slots that do not: their seeds are gone."""
    standing = those_who_stand(conn, found)
    here = {slot.id for slot in standing}
    dismiss(conn, [one.slot for one in known(conn) if one.slot not in here])
    return standing


def those_who_stand(conn: Connection, found: Iterable[Slot]) -> tuple[Slot, ...]:
    """Give whom the data key is to be sealed to: those the vault knows, each as found among these slots.

    What the vault does not know is left out. The code's and the state's slot need no more than the vault
    knows, so they come back if somebody took them out of the file.
    """
    rows: Mapping[str, Unlocker] = {one.slot: one for one in known(conn)}
    standing = {slot.id: slot for slot in found if slot.id in rows and _fits(rows[slot.id], slot)}
    missing = [one for one in rows.values() if one.slot not in standing and one.kind != "officer"]
    return (*standing.values(), *(Slot(one.slot, one.kind, one.age, one.signing) for one in missing))


def _fits(row: Unlocker, slot: Slot) -> bool:
    return (row.kind, row.age, row.signing) == (slot.kind, slot.age, slot.signing)
