"""Founding an office on this machine, and opening it again.

Light to import, so that the unlock page paints first: the engine is loaded when a password is typed.
"""

import re
import secrets as randomness
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from hbp_desktop.config import Paths
from hbp_desktop.domain import passwords, recovery
from hbp_desktop.domain.errors import HbpError, Problem
from hbp_desktop.domain.fields import line
from hbp_desktop.domain.officer import OfficerDraft
from hbp_desktop.domain.passwords import Strength
from hbp_desktop.store import keyslots, pending
from hbp_desktop.store.secrets import Ring, Secrets
from hbp_desktop.store.wrap import KdfCost

if TYPE_CHECKING:
    from hbp_desktop.usecases.opening import Opened

Clock = Callable[[], datetime]

_OFFICE = re.compile(r"[A-Z]{3}([0-9]{2}|-[A-Z]{2,4}[0-9]{1,2})")


@dataclass(frozen=True)
class SetupDraft:
    """What the first-run wizard asks, as typed."""

    office_code: str = ""
    officer_name: str = ""
    post: str = ""
    password: str = field(default="", repr=False)
    place_reason: str = ""  # asked for where the folder lies in a doubtful place

    def problems(self) -> tuple[Problem, ...]:
        """Say what is wrong. Whether the catalogue knows the office is the caller's question."""
        return self._office_problems() + self._officer_problems() + passwords.problems(self.password)

    @property
    def office(self) -> str:
        """Give the office code, tidied."""
        return line(self.office_code).upper()

    def strength(self) -> Strength:
        """Judge the password, knowing what a colleague would try first."""
        return passwords.strength(self.password, self.officer_name, self.post, self.office_code)

    def _office_problems(self) -> tuple[Problem, ...]:
        if not self.office:
            return (Problem("office_missing", "office_code"),)
        return () if _OFFICE.fullmatch(self.office) else (Problem("office_code_malformed", "office_code"),)

    def _officer_problems(self) -> tuple[Problem, ...]:
        found = OfficerDraft(self.officer_name, self.post).problems()
        places = {"name": "officer_name"}
        return tuple(Problem(p.code, places.get(p.place, p.place), p.level, p.values) for p in found)


@dataclass(frozen=True)
class Founded:
    """A founded office, open; the code is shown once and kept nowhere."""

    office: str
    recovery_code: str = field(repr=False)
    ring: Ring
    opened: "Opened"


def is_set_up(paths: Paths) -> bool:
    """Tell whether an office was founded here."""
    return paths.keyslots.exists()


def is_waiting(paths: Paths) -> bool:
    """Tell whether this machine was set up to join an office and has not been admitted yet."""
    with suppress(HbpError):
        return keyslots.read(paths.keyslots).office == keyslots.NO_OFFICE
    return False


def office_here(paths: Paths) -> str:
    """Give the office code; raises Refused (not_set_up, slots_newer) or Damaged."""
    return keyslots.read(paths.keyslots).office


def officers_here(paths: Paths) -> list[str]:
    """List the names on the unlock page, each once, without opening the vault; raises as `office_here`."""
    return list(dict.fromkeys(slot.name for slot in pending.slots_in(paths.root).of_kind("officer")))


def stands_alone(paths: Paths, officer: str) -> bool:
    """Tell whether an officer has a way in with no keyring of this laptop beside the password."""
    slots = [slot for slot in keyslots.read(paths.keyslots).of_kind("officer") if slot.name == officer]
    return any(slot.wrapped is not None and not slot.wrapped.laptop for slot in slots)


def new_recovery_code() -> str:
    """Make a code that can be shown and printed before anything is founded with it."""
    return recovery.write(randomness.token_bytes(recovery.BITS // 8))


def found(
    paths: Paths,
    draft: SetupDraft,
    secrets: Secrets,
    clock: Clock,
    *,
    recovery_code: str = "",
    cost: KdfCost | None = None,
) -> Founded:
    """Found the office: all of it, or nothing when killed on the way. An existing vault is never replaced.

    Raises Invalid, Refused (already_set_up), Locked (another_setup_running), NoRoom.
    """
    from hbp_desktop.usecases import founding

    return founding.found(paths, draft, secrets, clock, recovery_code or new_recovery_code(), cost)


def unlock(paths: Paths, officer: str, password: str, secrets: Secrets, clock: Clock) -> "Opened":
    """Open the vault with an officer's password.

    Raises Locked (wrong_password, unlock_wait with `seconds`, laptop_secret_missing, laptop_secret_other,
    vault_wrong_key, vault_busy), Unreachable (keyring_…), Damaged, Refused, NoRoom.
    """
    from hbp_desktop.usecases import opening

    return opening.unlock(paths, officer, password, secrets, clock)


def unlock_with_code(paths: Paths, code: str, secrets: Secrets, clock: Clock) -> "Opened":
    """Open the vault with the printed code, which needs no keyring.

    Raises Invalid (recovery_…), Locked (recovery_other), and what the vault itself may raise.
    """
    from hbp_desktop.usecases import opening

    return opening.unlock_with_code(paths, code, secrets, clock)
