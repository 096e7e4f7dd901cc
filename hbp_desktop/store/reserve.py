"""Room kept back beside the vault: let go of when the disk is full, so that what is typed can be kept.

The file holds random bytes, so that no file system stores it in less. It is there whole or not at all, and
losing it costs nothing: it is made again when there is room.
"""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from hbp_desktop.domain.errors import NoRoom

NAME = "reserve"

_BLOCK = 1024 * 1024


@dataclass(frozen=True)
class Measures:
    """How much is kept back and when, in bytes."""

    size: int = 64 * 1024 * 1024
    scarce: int = 8 * 1024 * 1024  # with less free, a save might not fit: let go
    spare: int = 64 * 1024 * 1024  # must be left beside a new reserve, else it would soon be let go again
    low: int = 1024 * 1024 * 1024  # with less free, people are told


MEASURES = Measures()


class Reserve:
    """The reserve of one folder; nothing here raises."""

    def __init__(self, folder: Path, measures: Measures | None = None) -> None:
        self.path = folder / NAME
        self.measures = measures or MEASURES

    @property
    def free(self) -> int | None:
        """Give the bytes free for this account, None where the system does not say."""
        try:
            return shutil.disk_usage(self.path.parent).free
        except OSError:
            return None

    @property
    def held(self) -> bool:
        """Tell whether the reserve is there, whole."""
        try:
            return self.path.stat().st_size == self.measures.size
        except OSError:
            return False

    @contextmanager
    def backing(self) -> Iterator[None]:
        """Let go before a write that may not fit, and after one that was refused: the next has room."""
        self.relieve()
        try:
            yield
        except NoRoom:
            self.release()
            raise

    def relieve(self) -> None:
        """Let go before a write that may not fit: it then succeeds at the first try."""
        free = self.free
        if free is not None and free < self.measures.scarce:
            self.release()

    def release(self) -> bool:
        """Give the bytes back to the disk; tell whether there were any."""
        try:
            os.truncate(self.path, 0)  # some file systems have no room even for a deletion
            self.path.unlink()
        except OSError:
            return False
        return True

    def make(self) -> bool:
        """Keep room back where there is enough; takes its time. Tell whether it is held."""
        if self.held:
            return True
        free = self.free
        if free is None or free < self.measures.size + self.measures.spare:
            return False
        temporary = self.path.with_suffix(".new")  # one that a kill left is written over
        try:
            self._fill(temporary)
            os.replace(temporary, self.path)
        except OSError:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            return False
        return True

    def _fill(self, path: Path) -> None:
        block = secrets.token_bytes(min(_BLOCK, self.measures.size))
        with path.open("wb") as file:
            for start in range(0, self.measures.size, len(block)):
                file.write(block[: self.measures.size - start])
            file.flush()
            os.fsync(file.fileno())
