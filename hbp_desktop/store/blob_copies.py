"""Attachments beside backups: one folder for all of them, each file copied once; and the way back.

The folder `attachments` beside a `.hbpbackup` holds the same encrypted files under the same names, so that it
serves every backup of that folder, older and newer. A backup's manifest names those it goes with.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import Connection

from hbp_desktop.domain.attachment import Attachment
from hbp_desktop.domain.errors import Damaged, NoRoom, Unreachable
from hbp_desktop.store import blobs
from hbp_desktop.store.blob_files import FOLDER, BlobFolder
from hbp_desktop.store.tables import attachments
from hbp_desktop.store.vault import Vault


def lying_here(conn: Connection, root: Path) -> list[Attachment]:
    """List the attachments whose files lie beside a vault; none in a vault of an older program."""
    tables = conn.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
    if attachments.name not in set(tables):
        return []
    files = BlobFolder(root / FOLDER)
    return [each for each in blobs.every(conn) if files.is_whole(each.name, each.size)]


def carry_over(those: Sequence[Attachment], root: Path, folder: Path, moved: Callable[[int], None]) -> int:
    """Copy files that are not beside the backups yet; gives how many could not be: no room, damaged here."""
    source, target = BlobFolder(root / FOLDER), BlobFolder(folder / FOLDER)
    left_out = 0
    for each in those:
        moved(0)
        try:
            left_out += not _copied(each, source, target)
        except NoRoom:
            left_out += 1
    return left_out


def bring_back(vault_file: Path, key: bytes, folder: Path, wanted: Sequence[str]) -> int:
    """Copy what lies beside a backup to a restored vault; gives how many of those `wanted` were not there."""
    vault = Vault.open(vault_file, key)
    try:
        with vault.read() as conn:
            known = blobs.every(conn)
        source, target = BlobFolder(folder / FOLDER), BlobFolder(vault_file.parent / FOLDER)
        there = source.names()
        brought = {each.name for each in known if each.name in there and _copied(each, source, target)}
        blobs.settle(vault, target.folder)
    finally:
        vault.close()
    return len(set(wanted) - brought)


def _copied(each: Attachment, source: BlobFolder, target: BlobFolder) -> bool:
    """Copy one file unless it is there; False where its bytes cannot be had."""
    if target.is_whole(each.name, each.size):
        return True
    try:
        target.put(each.name, source.read(each.name, each.key))
        target.read(each.name, each.key)
    except (Damaged, Unreachable):
        return False
    return True
