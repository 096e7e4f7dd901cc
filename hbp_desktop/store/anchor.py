"""The last entry written, remembered outside the vault: an old copy put back is noticed at open.

Kept in a file after every COMMIT (one small write in place, no fsync: losing the last few costs nothing,
being ahead of the vault is what must not happen) and in the keyring when the vault is closed.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from hashlib import blake2b
from pathlib import Path

from sqlalchemy import Connection, select

from hbp_desktop.domain.canonical import dump, load
from hbp_desktop.domain.errors import Damaged, Unreachable
from hbp_desktop.store.joining import former_pins
from hbp_desktop.store.local_tables import device
from hbp_desktop.store.secrets import Ring, Secrets
from hbp_desktop.store.tables import entries

_SIZE = 512  # one sector, written whole
_MOST = _SIZE - 8


class Standing(Enum):
    """How the opened vault stands to its anchor; the value is the code of the sentence."""

    AGREES = "vault_agrees"
    UNKNOWN = "anchor_missing"
    ELSEWHERE = "vault_elsewhere"  # the folder was copied to another machine
    OLDER = "vault_older_copy"  # entries this machine wrote are not in it
    STRANGER = "vault_stranger"  # another office's, or another founding's

    @property
    def needs_new_chain(self) -> bool:
        """Tell whether writing on could give two entries one place in a chain."""
        return self is not Standing.AGREES


@dataclass(frozen=True)
class Anchor:
    """Where the chain stood; hashes as digests, so that the file helps nobody make a lookalike vault."""

    office: str
    founding: str
    chain: str
    seq: int
    mark: str
    machine: str

    @classmethod
    def of(
        cls, office: str, founding: bytes, chain: str, seq: int, entry_hash: bytes, machine: str
    ) -> "Anchor":
        """Make the anchor of an entry just committed."""
        return cls(office, _digest(founding), chain, seq, _digest(entry_hash), machine)

    def standing(self, conn: Connection, machine: str) -> Standing:
        """Compare with an opened vault."""
        own = conn.execute(select(device.c.office, device.c.founding).where(device.c.current == 1)).first()
        if own is None or own.office != self.office:
            return Standing.STRANGER
        if self.founding not in map(_digest, {own.founding, *former_pins(conn)}):  # it may just have joined
            return Standing.STRANGER
        there = select(entries.c.hash).where(entries.c.chain == self.chain, entries.c.seq == self.seq)
        if not any(_digest(row.hash) == self.mark for row in conn.execute(there)):
            return Standing.OLDER
        return Standing.AGREES if self.machine == machine else Standing.ELSEWHERE

    def to_bytes(self) -> bytes:
        """Give the anchor as one short line with its own check."""
        line = dump([self.office, self.founding, self.chain, self.seq, self.mark, self.machine])
        return line + b"\n" + _digest(line).encode("ascii") + b"\n"

    @classmethod
    def from_bytes(cls, data: bytes) -> "Anchor | None":
        """Read it back; a torn or foreign one is none."""
        line, _, check = data.rstrip(b" \n").partition(b"\n")
        if check != _digest(line).encode("ascii"):
            return None
        try:
            return _typed(load(line, _MOST))
        except (Damaged, TypeError, ValueError):
            return None


class Anchors:
    """The two places an anchor is kept in; one for each opened vault."""

    def __init__(self, path: Path, secrets: Secrets, ring: str, machine: str) -> None:
        self.machine = machine
        self._path = path
        self._secrets = secrets
        self._name = f"{ring}/anchor"
        self._last: Anchor | None = None

    def held(self) -> tuple[Anchor, ...]:
        """Give the anchors found in the file and in the keyring."""
        return tuple(anchor for anchor in (self._from_file(), self._from_keyring()) if anchor is not None)

    def lost(self, conn: Connection) -> tuple[Anchor, ...]:
        """Give the anchors of entries that this vault does not hold."""
        return tuple(one for one in self.held() if one.standing(conn, self.machine) is Standing.OLDER)

    def standing(self, conn: Connection) -> Standing:
        """Compare the vault with every anchor held; the worst answer counts."""
        found = [anchor.standing(conn, self.machine) for anchor in self.held()]
        order = (Standing.STRANGER, Standing.OLDER, Standing.ELSEWHERE, Standing.AGREES)
        return next((worst for worst in order if worst in found), Standing.UNKNOWN)

    def keep(self, office: str, founding: bytes, chain: str, seq: int, entry_hash: bytes) -> None:
        """Remember an entry after its COMMIT; costs one write in place and never raises."""
        anchor = Anchor.of(office, founding, chain, seq, entry_hash, self.machine)
        self._last = anchor
        with suppress(OSError):  # the records are safe; a lost anchor costs a new chain at most
            handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            try:
                os.write(handle, anchor.to_bytes().ljust(_SIZE))
            finally:
                os.close(handle)

    def settle(self) -> None:
        """Put the last anchor into the keyring as well; slow, so at unlock and close only; never raises."""
        if self._last is not None and self._secrets.ring is Ring.USABLE:
            with suppress(Unreachable):
                self._secrets.put(self._name, self._last.to_bytes())

    def _from_file(self) -> Anchor | None:
        try:
            with self._path.open("rb") as file:
                return Anchor.from_bytes(file.read(_SIZE))
        except OSError:
            return None

    def _from_keyring(self) -> Anchor | None:
        if self._secrets.ring is not Ring.USABLE:
            return None
        try:
            return Anchor.from_bytes(self._secrets.get(self._name) or b"")
        except Unreachable:
            return None


def _typed(found: object) -> Anchor:
    if type(found) is not list or [type(item) for item in found] != [str, str, str, int, str, str]:
        raise ValueError("not an anchor")
    return Anchor(*found)


def digest_of_mark(entry_hash: bytes) -> str:
    """Give the `mark` an anchor keeps of an entry."""
    return _digest(entry_hash)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16, person=b"hbp-anchor-1").hexdigest()
