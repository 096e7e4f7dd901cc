"""Where the office is now: keyslots.json may have been replaced by a rotation in another program."""

from os import stat_result
from pathlib import Path

from hbp_desktop.domain.errors import Damaged, HbpError, Locked
from hbp_desktop.store import keyslots, slots
from hbp_desktop.store.persons import PersonKeys

Seen = tuple[int, int, int, int]


class Following:
    """Keeps an open vault on the file that keyslots.json names, with the keys of who opened it.

    A slots file that is gone or spoilt while the office is open stops nobody from saving where they are.
    """

    def __init__(self, path: Path, keys: PersonKeys) -> None:
        self._path, self._keys = path, keys
        self._seen: Seen | None = None  # nothing looked at yet, so the first question looks

    def moved(self) -> bool:
        """Tell whether the slots file is another than when last looked at: one stat."""
        return self._look() != self._seen

    def there(self, here: Path) -> tuple[Path, bytes] | None:
        """Give the file named now and its key, None for `here`; raises Locked (vault_moved)."""
        seen = self._look()
        try:
            held = keyslots.read(self._path)
        except HbpError:
            return None
        if held.vault == here.name:
            self._seen = seen
            return None
        try:
            return here.with_name(held.vault), slots.unseal(held, self._keys)
        except Damaged:  # this way in was taken away meanwhile
            raise Locked("vault_moved") from None

    def twin(self) -> "Following":
        """Give another for a second vault: each remembers what it looked at itself."""
        return Following(self._path, self._keys)

    def _look(self) -> Seen | None:
        try:
            found: stat_result = self._path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
