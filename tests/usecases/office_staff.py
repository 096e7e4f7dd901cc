"""Officers of a real office as tests seat them: added by the roster, sitting at the same opened vault."""

from dataclasses import replace

from hbp_desktop.domain.officer import OfficerDraft
from hbp_desktop.domain.staff import BY_CODE, Member
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.usecases import officers, setup
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from tests import conftest

AISYAH, DEVI, TAN = "Aisyah Mohd Nor", "Pn. Devi", "Encik Tan"


def add(office: Office, name: str, *roles: str, post: str = "") -> Member:
    """Add an officer as the one who sits here."""
    return officers.add(office, OfficerDraft(name, post), roles)


def seated(office: Office, member: Member) -> Office:
    """Let another officer sit at the same file, with keys of their own."""
    return Office.of(replace(office.opened, officer_id=member.id, keys=PersonKeys.new()), office.clock)


def stranger(office: Office) -> Office:
    """Somebody who is on no list."""
    return Office.of(replace(office.opened, officer_id="f" * 32, keys=PersonKeys.new()), office.clock)


def by_code(founded: conftest.Office) -> Opened:
    """Open with the printed code."""
    return setup.unlock_with_code(founded.paths, founded.code, founded.secrets, founded.clock)


def with_code(office: Office, founded: conftest.Office) -> Office:
    """Let the holder of the printed code sit at a file that is open."""
    from hbp_desktop.domain import recovery

    keys = PersonKeys.from_recovery(recovery.read(founded.code))
    return Office.of(replace(office.opened, officer_id=BY_CODE, keys=keys), office.clock)
