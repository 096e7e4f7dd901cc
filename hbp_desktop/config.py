"""Where things are and what is set: frozen, made once by `app`, passed in."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

APP_NAME = "hbp-desktop"

Language = Literal["ms", "en"]


@dataclass(frozen=True)
class Paths:
    """Every place the program writes to, all below one root."""

    root: Path

    @classmethod
    def default(cls) -> "Paths":
        """Give the place this system keeps a program's data for this account."""
        from platformdirs import user_data_path  # only needed without --root

        return cls(user_data_path(APP_NAME, appauthor=False))

    @classmethod
    def at(cls, root: Path | None) -> "Paths":
        """Give the places below `root`, or the default ones."""
        return cls.default() if root is None else cls(root.expanduser().absolute())

    @property
    def keyslots(self) -> Path:
        """Who can unlock, and the name of the vault file; replacing it is the commit point."""
        return self.root / "keyslots.json"

    @property
    def anchor(self) -> Path:
        """The last entry written, remembered outside the vault."""
        return self.root / "anchor"

    @property
    def attempts(self) -> Path:
        """When passwords were typed wrong."""
        return self.root / "attempts.json"

    @property
    def claim(self) -> Path:
        """Locked by the system while setup or rotation works here."""
        return self.root / "setup.lock"

    @property
    def window_claim(self) -> Path:
        """Locked by the system while a window is open on this root."""
        return self.root / "window.lock"

    @property
    def backups(self) -> Path:
        """Verified copies of the vault."""
        return self.root / "backups"

    @property
    def attachments(self) -> Path:
        """Photos and letters, each an encrypted file."""
        return self.root / "attachments"

    @property
    def backup_lock(self) -> Path:
        """Locked by the system while a copy is being made, so that there is one at a time."""
        return self.root / "backup.lock"

    @property
    def logs(self) -> Path:
        """The rotating log without personal data."""
        return self.root / "logs"

    def vault(self, name: str) -> Path:
        """Give the path of a vault file by the name keyslots.json gives."""
        return self.root / name


@dataclass(frozen=True)
class Settings:
    """What a person may set for this machine; the office's own settings are journal entries."""

    language: Language = "ms"
    idle_minutes: int = 5
    scale_percent: int = 100
    dark: bool | None = field(default=None)  # None follows the system
