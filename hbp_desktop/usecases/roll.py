"""Roster and lists as this window last read them: every step asks, so asking must cost next to nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hbp_desktop.domain.staff import Staff
from hbp_desktop.store import journal, shelf, whole_state
from hbp_desktop.store.vault import Vault
from hbp_desktop.usecases.catalogues import Catalogues, change

CATALOGUE = "catalogue"


@dataclass
class Roll:
    """Keeps the staff until it may have moved: after a write of this program, or in another minute.

    What another program writes into the same file is therefore seen within a minute.
    """

    _seen: tuple[int, int] = (-1, -1)
    _moved: int | None = None
    _staff: Staff = field(default_factory=Staff)
    _lines: list[Mapping[str, Any]] = field(default_factory=list)
    _granted: tuple[str, str] = ("none", "")
    _granted_in: int = -1

    def staff(self, vault: Vault, minute: int, office: str, lists: Catalogues) -> Staff:
        """Give everybody on the roster; `minute` is the clock's, in minutes since any start.

        What the state office wrote about the office's `lists` is looked for at the same time.
        """
        if self._seen != (now := (vault.writes, minute)):
            self._look(vault, office, lists)
            self._seen = now
        return self._staff

    def granted(self, vault: Vault, minute: int) -> tuple[str, str]:
        """Give what the state office granted this laptop, and the last day it grants names, or ""."""
        if self._granted_in != minute:
            with vault.read() as conn:
                self._granted = whole_state.granted(conn)
            self._granted_in = minute
        return self._granted

    def pass_over(self, vault: Vault, writes: int) -> None:
        """Note that the one write since `writes` left the roster alone, so that a save costs no question."""
        if self._seen[0] == writes and vault.writes == writes + 1:
            self._seen = (vault.writes, self._seen[1])

    def _look(self, vault: Vault, office: str, lists: Catalogues) -> None:
        with vault.read() as conn:
            lines = shelf.lines_of(conn, f"{CATALOGUE}:{office}:")
            if lines != self._lines:
                change(lists, lines)
                self._lines = lines
            moved = journal.roster_moved(conn)
            if moved != self._moved:
                self._staff = Staff.of(journal.read_own_roster(conn).folded.state)
                self._moved = moved
