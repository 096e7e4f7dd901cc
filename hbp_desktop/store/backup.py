"""Copies of the vault that count only once they were read back, opened, checked and counted.

Made under a temporary name, renamed when proven: a failure or a kill leaves the older ones and a leftover
that the next one sweeps. The copy has the vault's own key, and the slots of that moment to come in by.
"""

import errno
import os
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from hbp_desktop import __version__
from hbp_desktop.domain.attachment import Attachment
from hbp_desktop.domain.chain import heads_of as chain_ends
from hbp_desktop.domain.errors import Damaged, HbpError, Locked, NoRoom, Unreachable
from hbp_desktop.store import blob_copies, journal, parcel, schema
from hbp_desktop.store.durable import claimed, fsync_folder
from hbp_desktop.store.elsewhere import signed_heads
from hbp_desktop.store.engine import connect
from hbp_desktop.store.keyslots import Keyslots
from hbp_desktop.store.machine import machine_id
from hbp_desktop.store.mishaps import told_plainly
from hbp_desktop.store.parcel import Manifest, Parcel
from hbp_desktop.store.vault import Vault

SUFFIX = ".hbpbackup"
Step = Callable[[int, int], None]

TEMPORARY = ".copying-"

_PAGES_AT_ONCE = 2_000
_PARTS = 3  # copy, pack, prove
_LEFTOVER = re.compile(re.escape(TEMPORARY) + r"[0-9a-f]{16}(\.db|\.zip)(-wal|-shm|-journal)?")
_STAMP = re.compile(r"[0-9]{8}-[0-9]{6}")
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)
_TOLD: dict[str, HbpError] = {
    "disk_full": NoRoom("backup_no_room"),
    "disk_refuses": NoRoom("backup_no_room"),
    "vault_not_writable": NoRoom("backup_folder_closed"),
    "folder_not_writable": NoRoom("backup_folder_closed"),
    "disk_silent": Unreachable("backup_folder_gone"),
    "vault_missing": Unreachable("backup_folder_gone"),
}


@dataclass(frozen=True)
class Source:
    """The open vault to copy, its key, the slots that name it, and the file that stops two copies at once."""

    vault: Vault
    key: bytes
    slots: Keyslots
    lock: Path


@dataclass(frozen=True)
class Copy:
    """A backup file and what it says of itself; `left_out` attachments could not be put beside it."""

    path: Path
    manifest: Manifest
    size: int
    left_out: int = 0


def make(source: Source, folder: Path, kind: str, when: datetime, step: Step | None = None) -> Copy:
    """Copy, pack, read back and prove; only then give the file its name in `folder`, which must exist.

    `step(done, of)` hears of bytes and may raise to stop. Attachments go into one folder beside it, each
    copied once; the backup counts without those that would not fit. Raises NoRoom (backup_no_room,
    backup_folder_closed), Unreachable (backup_folder_gone), Damaged, Locked (backup_running).
    """
    with _alone(source.lock), _told(folder):
        sweep(folder)
        name = folder / f"{TEMPORARY}{secrets.token_hex(8)}"
        database, packed = name.with_suffix(".db"), name.with_suffix(".zip")
        try:
            progress = _Progress(source.vault.path.stat().st_size, step)
            manifest, attached = _copy(source, database, kind, when, progress)
            parcel.pack(packed, manifest, source.slots, database, progress.moved)
            _to_disk(packed)
            _remove(database)
            prove(parcel.look(packed), source.key, database, progress.moved)
            final = folder / _name(manifest, when)
            os.replace(packed, final)
            fsync_folder(folder)
            left_out = blob_copies.carry_over(attached, source.vault.path.parent, folder, progress.moved)
        finally:
            _remove(database)
            _remove(packed)
    return Copy(final, manifest, final.stat().st_size, left_out)


def prove(found: Parcel, key: bytes, database: Path, moved: parcel.Moved) -> None:
    """Unpack a backup to `database` and hold it to its manifest: every page, every count, every head.

    Leaves `database` there, closed; raises Damaged (backup_damaged, backup_differs), Locked, Refused.
    """
    parcel.unpack(found, database, moved)
    try:
        twin = Vault.open(database, key, older=True)
        try:
            twin.check()
            _compare(twin, found.manifest)
        finally:
            twin.close()
    except Damaged as error:
        raise Damaged("backup_differs" if error.code == "backup_differs" else "backup_damaged") from None


def listed(folder: Path) -> tuple[tuple[Copy, ...], tuple[Path, ...]]:
    """Give the backups in a folder, newest first, and the files named like one that cannot be read."""
    copies: list[Copy] = []
    unreadable: list[Path] = []
    for path in _files(folder):
        try:
            copies.append(Copy(path, parcel.look(path).manifest, path.stat().st_size))
        except (HbpError, OSError):
            unreadable.append(path)
    copies.sort(key=lambda copy: (copy.manifest.made_at, copy.path.name), reverse=True)
    return tuple(copies), tuple(unreadable)


def newest(folder: Path) -> Copy | None:
    """Give the newest backup in a folder by the times in their names, as the only one that is read."""
    for path in sorted(_files(folder), key=_stamp, reverse=True):
        with suppress(HbpError, OSError):
            return Copy(path, parcel.look(path).manifest, path.stat().st_size)
    return None


def drop(copy: Copy) -> None:
    """Remove a backup; one that will not go stays."""
    with suppress(OSError):
        copy.path.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove what a killed backup left."""
    for path in folder.iterdir():
        if _LEFTOVER.fullmatch(path.name):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def heads_of(conn: Connection) -> dict[str, dict[bytes, int]]:
    """Give the ends of every chain held, read from the entries themselves: an older file remembers none."""
    links = conn.exec_driver_sql("SELECT chain, prev, hash, seq FROM entries")
    return {chain: dict(tops) for chain, tops in chain_ends(tuple(link) for link in links).items()}


class _Progress:
    """Adds up the bytes of three passes over the vault."""

    def __init__(self, size: int, step: Step | None) -> None:
        self._of, self._step, self._done = max(size, 1) * _PARTS, step, 0

    def moved(self, count: int) -> None:
        self._done = min(self._done + count, self._of)
        if self._step is not None:
            self._step(self._done, self._of)


def _copy(
    source: Source, database: Path, kind: str, when: datetime, progress: _Progress
) -> tuple[Manifest, list[Attachment]]:
    """Copy one moment of the vault, and say what that moment holds, with the attachments that lie here."""
    os.close(os.open(database, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with source.vault.read() as conn:
        attached = blob_copies.lying_here(conn, source.vault.path.parent)
        names = tuple(each.name for each in attached)
        manifest = _manifest(conn, source, kind, when, names)  # reading first holds the snapshot for the copy
        page = int(conn.exec_driver_sql("PRAGMA page_size").scalar_one())
        raw = conn.connection.driver_connection
        target = connect(database, source.key, "rwc")
        before = [0]

        def told(_status: int, remaining: int, total: int) -> None:
            now = (total - remaining) * page
            progress.moved(now - before[0])
            before[0] = now

        try:
            with told_plainly():
                raw.backup(target, pages=_PAGES_AT_ONCE, progress=told)  # type: ignore[union-attr]
        finally:
            target.close()
    return manifest, attached


def _manifest(
    conn: Connection, source: Source, kind: str, when: datetime, attached: tuple[str, ...]
) -> Manifest:
    own = journal.own_device(conn)
    last = journal.tip(conn, own.chain)
    return Manifest(
        id=secrets.token_hex(8),
        kind=kind,
        office=own.office,
        made_at=int(when.timestamp()),
        until=last.header.at if last else 0,
        program=__version__,
        schema=int(conn.exec_driver_sql("PRAGMA user_version").scalar_one()),
        machine=machine_id(source.slots.ring),
        counts=schema.counts(conn),
        heads=heads_of(conn),
        attachments=attached,
        signed=signed_heads(conn),
    )


def _compare(twin: Vault, manifest: Manifest) -> None:
    with twin.read() as conn:
        theirs = (
            schema.counts(conn),
            heads_of(conn),
            int(conn.exec_driver_sql("PRAGMA user_version").scalar_one()),
        )
        own = journal.own_device(conn).office
    said = dict(manifest.counts), {c: dict(tops) for c, tops in manifest.heads.items()}, manifest.schema
    if theirs != said or own != manifest.office:
        raise Damaged("backup_differs")


def _name(manifest: Manifest, when: datetime) -> str:
    return f"hbp-{manifest.office}-{when:%Y%m%d-%H%M%S}-{manifest.kind}-{manifest.id}{SUFFIX}"


def _stamp(path: Path) -> tuple[str, int]:
    """Order by the second in the name, and within one second by when the file was written."""
    found = _STAMP.search(path.name)
    try:
        return (found.group() if found else "", path.stat().st_mtime_ns)
    except OSError:
        return ("", 0)


def _files(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.name.endswith(SUFFIX) and path.is_file()]
    except OSError:
        return []


def _to_disk(path: Path) -> None:
    """Have the bytes written out and forgotten by the system, so that reading back asks the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _remove(path: Path) -> None:
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        with suppress(OSError):
            path.with_name(name).unlink(missing_ok=True)


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    try:
        with claimed(lock):
            yield
    except Locked as error:
        if error.code == "another_setup_running":
            raise Locked("backup_running") from None
        raise


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Say what went wrong with the folder of the copy, not with the office's own file."""
    try:
        if not folder.is_dir():
            raise Unreachable("backup_folder_gone")
        yield
    except HbpError as error:
        told = _TOLD.get(error.code)
        raise (type(told)(told.code) if told else error) from None
    except OSError as error:
        raise _of_the_folder(error, folder) from None


def _of_the_folder(error: OSError, folder: Path) -> HbpError:
    if error.errno in _FULL:
        return NoRoom("backup_no_room")
    if error.errno in _READ_ONLY and folder.is_dir():
        return NoRoom("backup_folder_closed")
    return Unreachable("backup_folder_gone")
