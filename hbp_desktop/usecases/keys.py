"""Who can open the office on this laptop: slots made, changed and dropped, each change at one moment."""

from dataclasses import dataclass

from hbp_desktop.store.wrap import KdfCost
from hbp_desktop.usecases.office import Office


@dataclass(frozen=True)
class SlotHere:
    """One way in on this laptop; `confirmed` when an administrator or the code stands behind its keys."""

    id: str
    kind: str
    officer_id: str = ""
    name: str = ""
    confirmed: bool = True


def slots_here(office: Office) -> tuple[SlotHere, ...]:
    """List the ways in on this laptop, in the order they were made."""
    raise NotImplementedError


def colleague_slot(office: Office, officer_id: str, password: str, cost: KdfCost | None = None) -> SlotHere:
    """Give an officer of the roster a way in here; raises Refused (officer_…, not_allowed), Invalid, NoRoom."""
    raise NotImplementedError


def reset_password(office: Office, officer_id: str, new_password: str, cost: KdfCost | None = None) -> None:
    """Give an officer new keys under a new password; raises Refused (not_allowed, reset_own, reset_needs_code)."""
    raise NotImplementedError


def change_password(office: Office, old: str, new: str, cost: KdfCost | None = None) -> None:
    """Change the password of who sits here; the keys stay. Raises Locked (wrong_password), Invalid."""
    raise NotImplementedError


def drop_slots_of(office: Office, officer_id: str) -> int:
    """Take every way in of an officer away and rotate the data key; gives how many there were."""
    raise NotImplementedError


def rotate(office: Office) -> None:
    """Encrypt the file anew under a new key, for all who can open it now; needs nobody's password."""
    raise NotImplementedError


def bind_account(office: Office, password: str, cost: KdfCost | None = None) -> None:
    """Bind the way in of who sits here to this account's keyring; raises Locked, Unreachable (keyring_…)."""
    raise NotImplementedError


def confirm_slots(office: Office) -> int:
    """Stand behind the keys made where nobody could sign for them; gives how many there were."""
    raise NotImplementedError


def new_recovery_code(office: Office, old_code: str, new_code: str) -> None:
    """Replace the printed code; only with the old one. Raises Invalid, Locked (recovery_other)."""
    raise NotImplementedError


def install_escrow(office: Office, age_recipient: str) -> None:
    """Seal the data key to the state's public age key as well; raises Refused (escrow_malformed)."""
    raise NotImplementedError
