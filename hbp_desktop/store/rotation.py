"""The data key changed: the whole file into a new one under a new key; replacing keyslots.json commits.

A kill before that leaves the old file and its slots, a kill after it the new ones; either is whole. Nobody's
password is needed, for the key is sealed to public keys. What changes who can unlock is written into the new
file before it is named, so that journal, unlockers and slots change at one moment.
"""

import os
import secrets
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection

from hbp_desktop.domain.errors import Damaged, HbpError, Locked, NoRoom, Refused
from hbp_desktop.store import keyslots, schema, slots, unlockers
from hbp_desktop.store.durable import claimed, fsync_file, fsync_folder, remove_database
from hbp_desktop.store.engine import KEY_BYTES, connect
from hbp_desktop.store.keyslots import MOST_SLOTS, Keyslots, Slot
from hbp_desktop.store.mishaps import told_plainly
from hbp_desktop.store.vault import Vault

Change = Callable[[Vault], Sequence[Slot]]


def rotate(vault: Vault, slots_file: Path, claim: Path, change: Change | None = None) -> Keyslots:
    """Move an open vault into a new file under a new key, for the slots its table `unlockers` then knows.

    `change` writes in the new file and gives slots that are new or wrapped anew. On any failure before the
    slots are replaced nothing has happened; afterwards the vault goes on in the new file. Raises Locked
    (another_setup_running, vault_moved), Refused (slots_many, slots_none), Damaged, NoRoom.
    """
    with claimed(claim), vault.alone():
        old = vault.path
        key, path = secrets.token_bytes(KEY_BYTES), old.with_name(f"vault-{secrets.token_hex(8)}.db")
        with vault.write() as standing_still:
            held = _held(slots_file, old)
            try:
                _copy(vault, standing_still, path, key)
                named = replace(held, vault=path.name, slots=_settle(path, key, held, change or _nothing))
                named = replace(named, sealed=slots.seal(key, named.slots))
                sure = _commit(slots_file, named)
            except BaseException:
                if _names(slots_file, old):
                    remove_database(path)
                raise
        vault.move_to(path, key)
    if sure:
        remove_database(old)
    return named


def _nothing(_twin: Vault) -> tuple[Slot, ...]:
    return ()


def _held(slots_file: Path, here: Path) -> Keyslots:
    held = keyslots.read(slots_file)
    if held.vault != here.name:
        raise Locked("vault_moved")
    return held


def _copy(vault: Vault, standing_still: Connection, path: Path, key: bytes) -> None:
    """Copy through a second connection, under the new key, and count."""
    _take_name(path)
    with closing(connect(path, key, "rwc")) as target, vault.raw() as source, told_plainly(writing=True):
        source.backup(target)
    twin = Vault.open(path, key)
    try:
        with twin.read() as theirs:
            if schema.counts(theirs) != schema.counts(standing_still):
                raise Damaged("rotation_differs")
    finally:
        twin.close()


def _settle(path: Path, key: bytes, held: Keyslots, change: Change) -> tuple[Slot, ...]:
    """Write what changes into the new file, check every page of it, and bring it to the disk."""
    twin = Vault.open(path, key)
    try:
        found = {slot.id: slot for slot in (*held.slots, *change(twin))}
        with twin.write() as conn:
            standing = unlockers.settle(conn, found.values())
        _ask_number(standing)
        twin.check()
    finally:
        twin.close()
    _empty_the_log(path, key)
    fsync_file(path)
    fsync_folder(path.parent)
    return standing


def _ask_number(standing: Sequence[Slot]) -> None:
    if not standing:
        raise Refused("slots_none")
    if len(standing) > MOST_SLOTS:
        raise Refused("slots_many", most=MOST_SLOTS)


def _empty_the_log(path: Path, key: bytes) -> None:
    with closing(connect(path, key, "rw")) as raw, told_plainly(writing=True):
        busy, *_ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise Locked("vault_busy")


def _commit(slots_file: Path, named: Keyslots) -> bool:
    """Name the new file: the commit point; tells whether that will surely outlast a power cut."""
    try:
        keyslots.write(slots_file, named)
    except NoRoom:
        if not _names(slots_file, slots_file.with_name(named.vault)):
            raise
        return False  # replaced, but the folder could not be synced: the old file stays until the next start
    return True


def _names(slots_file: Path, path: Path) -> bool:
    """Tell whether the slots surely name this file."""
    try:
        return keyslots.read(slots_file).vault == path.name
    except HbpError:
        return False


def _take_name(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError:
        raise NoRoom("vault_not_writable") from None
