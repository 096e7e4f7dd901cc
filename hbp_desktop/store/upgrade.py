"""An older file brought to today's tables: a verified backup first, then one transaction."""

import secrets
from contextlib import suppress
from pathlib import Path

from hbp_desktop.domain.errors import Damaged, HbpError, Refused
from hbp_desktop.resources import migrations
from hbp_desktop.store import schema
from hbp_desktop.store.durable import fsync_file, fsync_folder, make_folder
from hbp_desktop.store.engine import connect
from hbp_desktop.store.mishaps import told_plainly
from hbp_desktop.store.vault import Vault


def upgrade(vault: Vault, key: bytes, backups: Path, scripts: Path | None = None) -> Path | None:
    """Upgrade a vault opened with `older=True`; gives the backup made first, None when nothing was to do.

    A failure or a kill leaves the old file as it was; raises Refused (vault_newer), Damaged, NoRoom.
    """
    if vault.schema > schema.CURRENT:
        raise Refused("vault_newer", found=vault.schema, known=schema.CURRENT)
    if vault.schema == schema.CURRENT and scripts is None:
        return None
    vault.check()
    copy = backup(vault, key, backups, f"before-upgrade-{vault.schema}")
    with vault.write() as conn:
        schema.lay(conn, scripts or migrations())
    return copy


def backup(vault: Vault, key: bytes, folder: Path, label: str) -> Path:
    """Copy the vault under the same key and prove the copy: opened, every page read, rows counted."""
    make_folder(folder)
    copy = folder / f"{label}-{secrets.token_hex(4)}.db"
    try:
        _copy(vault, key, copy)
        _prove(vault, key, copy)
        fsync_file(copy)
        fsync_folder(folder)
    except HbpError:
        with suppress(OSError):
            copy.unlink(missing_ok=True)
        raise
    return copy


def _copy(vault: Vault, key: bytes, copy: Path) -> None:
    target = connect(copy, key, "rwc")
    try:
        with vault.raw() as source, told_plainly():
            source.backup(target)
    finally:
        target.close()


def _prove(vault: Vault, key: bytes, copy: Path) -> None:
    twin = Vault.open(copy, key, older=True)
    try:
        twin.check()
        with twin.read() as theirs, vault.read() as ours:
            if schema.counts(theirs) != schema.counts(ours):
                raise Damaged("backup_differs")
    finally:
        twin.close()
