"""Which vault file a set-up or a restore is making, noted before it bears its name.

So a killed one is told from an office whose slots were lost: what was being made may go, any other vault
file that keyslots.json does not name may be all the records there are, and is never touched.
"""

from contextlib import suppress
from pathlib import Path

from hbp_desktop.domain.errors import HbpError, Refused
from hbp_desktop.store import keyslots
from hbp_desktop.store.durable import read_file, replace_file

NOTE = "vault.pending"

_LONGEST_NAME = 64
_TAILS = ("", "-wal", "-shm", "-journal")


def begin(root: Path, name: str) -> None:
    """Note the name before a file bears it; raises NoRoom."""
    replace_file(root / NOTE, name.encode("ascii"))


def end(root: Path) -> None:
    """Forget the note: keyslots.json names the file, or it is gone."""
    with suppress(OSError):
        (root / NOTE).unlink(missing_ok=True)


def clear(root: Path) -> None:
    """Remove what a killed one left; only where nothing is set up."""
    if (name := _noted(root)) and keyslots.is_vault_name(name):
        remove(root / name)
    end(root)


def foreign_vaults(root: Path) -> tuple[str, ...]:
    """Name the vault files in a root where nothing is set up that nobody was making."""
    try:
        names = sorted(path.name for path in root.iterdir())
    except OSError:
        return ()
    noted = _noted(root)
    return tuple(name for name in names if keyslots.is_vault_name(name) and name != noted)


def slots_in(root: Path) -> keyslots.Keyslots:
    """Read the slots; raises as `keyslots.read`, and Refused (vault_without_slots) where they were lost."""
    if not (root / "keyslots.json").exists() and foreign_vaults(root):
        raise Refused("vault_without_slots", folder=str(root))
    return keyslots.read(root / "keyslots.json")


def remove(database: Path) -> None:
    """Remove a database with what lies beside it."""
    for tail in _TAILS:
        with suppress(OSError):
            database.with_name(database.name + tail).unlink(missing_ok=True)


def _noted(root: Path) -> str:
    try:
        return read_file(root / NOTE, _LONGEST_NAME, "slots_damaged").decode("ascii", "replace")
    except (FileNotFoundError, HbpError):
        return ""
