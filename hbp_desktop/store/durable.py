"""Small files that are there whole or not at all, and locks that a kill releases."""

import errno
import os
import secrets
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hbp_desktop.domain.errors import Damaged, Locked, NoRoom
from hbp_desktop.store.reserve import Reserve

TEMPORARY = ".writing-"
BESIDE = ("-wal", "-shm", "-journal")  # the last only until a new file has its write-ahead log

_PATIENCE = 20  # tries of 50 ms, for a virus scanner that holds the old file open on Windows


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in place of `path` for good: temporary file, fsync, rename, fsync of the folder.

    A full disk is tried once more with the reserve let go; raises NoRoom.
    """
    try:
        with Reserve(path.parent).backing():
            _replace(path, data)
    except NoRoom as error:
        if error.code != "disk_full":
            raise
        _replace(path, data)


def read_file(path: Path, most: int, code: str) -> bytes:
    """Read a small file whole; raises Damaged with `code` when it is longer or cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError:
        raise
    except OSError:
        raise Damaged(code) from None
    if len(data) > most:
        raise Damaged(code)
    return data


def fsync_file(path: Path) -> None:
    """Make what is in the file survive a power cut."""
    try:
        with path.open("r+b") as file:
            os.fsync(file.fileno())
    except OSError as error:
        raise no_room(error) from None


def fsync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder that only this account can read; raises NoRoom."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise no_room(error) from None


def sweep(folder: Path, is_leftover: Callable[[str], bool]) -> None:
    """Remove a killed program's files: half-written ones, and those named, with what SQLite lays beside."""
    for path in folder.iterdir():
        bare = next((path.name.removesuffix(end) for end in BESIDE if path.name.endswith(end)), path.name)
        if path.is_file() and (path.name.startswith(TEMPORARY) or is_leftover(bare)):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def remove_database(path: Path) -> None:
    """Remove a database file with what SQLite lays beside it, as far as the system lets go of them."""
    for name in (*(f"{path.name}{end}" for end in BESIDE), path.name):
        with suppress(OSError):
            path.with_name(name).unlink(missing_ok=True)


@contextmanager
def claimed(path: Path) -> Iterator[None]:
    """Hold `path` for this process alone; raises Locked when another has it. A kill lets go of it."""
    try:
        file = open(path, "ab", opener=_private)  # noqa: SIM115
    except OSError as error:
        raise no_room(error) from None
    with file:
        try:
            _lock(file.fileno())
        except OSError:
            raise Locked("another_setup_running") from None
        yield


def _replace(path: Path, data: bytes) -> None:
    temporary = path.with_name(TEMPORARY + secrets.token_hex(8))
    try:
        with open(temporary, "xb", opener=_private) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _rename(temporary, path)
        fsync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise no_room(error) from None


def no_room(error: OSError) -> NoRoom:
    """Say what an error of the disk means."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    return NoRoom("disk_full") if full else NoRoom("folder_not_writable")


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _rename(old: Path, new: Path) -> None:
    for attempt in range(_PATIENCE):
        try:
            os.replace(old, new)
        except PermissionError:
            if os.name == "posix" or attempt == _PATIENCE - 1:
                raise
            time.sleep(0.05)
        else:
            return


if sys.platform != "win32":
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

else:
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
