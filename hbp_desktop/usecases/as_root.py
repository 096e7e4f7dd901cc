"""The printed code used beside an open office: what it alone may sign, without opening anew."""

from dataclasses import replace

from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.officer import Officer
from hbp_desktop.domain.staff import BY_CODE
from hbp_desktop.store import keyslots, slots
from hbp_desktop.usecases.office import Office


def as_root(office: Office, code: str) -> Office:
    """Give the same open office as the holder of the printed code; journaled as an unlocking.

    Let go of it as soon as its act is done. Raises Invalid (recovery_…), Locked (recovery_other).
    """
    office.ask("officer.see")
    held = keyslots.read(office.opened.paths.keyslots)
    slot, own = slots.keys_by_code(held, code)
    sitting = office.asking().id
    opened = replace(
        office.opened, slot=slot, keys=own, officer_id=BY_CODE, officer=Officer(""), beside=sitting
    )
    root = Office.of(opened, office.clock, office.language)
    with root.writing() as w:
        w.create("act", new_id(), {"what": "unlock.code", "about": ""}, action="unlock.code")
    return root
