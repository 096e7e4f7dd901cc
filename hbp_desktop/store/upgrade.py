"""An older file brought to today's tables: a verified backup first, then one transaction."""

from datetime import datetime
from pathlib import Path

from hbp_desktop.domain.errors import Refused
from hbp_desktop.resources import migrations
from hbp_desktop.store import backup, schema
from hbp_desktop.store.backup import Copy, Source
from hbp_desktop.store.durable import make_folder

KIND = "upgrade"


def upgrade(source: Source, backups: Path, when: datetime, scripts: Path | None = None) -> Copy | None:
    """Upgrade a vault opened with `older=True`; gives the backup made first, None when nothing was to do.

    A failure or a kill leaves the old file as it was; raises Refused (vault_newer), Damaged, NoRoom.
    """
    vault = source.vault
    if vault.schema > schema.CURRENT:
        raise Refused("vault_newer", found=vault.schema, known=schema.CURRENT)
    if vault.schema == schema.CURRENT and scripts is None:
        return None
    vault.check()
    make_folder(backups)
    copy = backup.make(source, backups, KIND, when)
    with vault.write() as conn:
        schema.lay(conn, scripts or migrations())
    return copy
