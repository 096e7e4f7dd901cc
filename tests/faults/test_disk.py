"""A full or failing disk: told in words, nothing half saved, and on again without a restart."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from hbp_desktop.domain.errors import NoRoom
from hbp_desktop.store.local_tables import drafts
from hbp_desktop.usecases.opening import Opened

BIG = "x" * 2_000_000


def draft(slot: str, body: str = "{}") -> dict[str, object]:
    return {"slot": slot, "kind": "visit", "body": body, "kept_at": 1}


def slots_in(opened: Opened) -> list[str]:
    with opened.vault.read() as conn:
        return list(conn.execute(select(drafts.c.slot).order_by(drafts.c.slot)).scalars())


def may_grow_to(opened: Opened, pages: int) -> None:
    with opened.vault.write() as conn:
        now = conn.exec_driver_sql("PRAGMA page_count").scalar_one()
        conn.exec_driver_sql(f"PRAGMA max_page_count = {now + pages}")


def test_a_full_disk_is_told_and_saving_goes_on_once_there_is_room(opened: Opened) -> None:
    may_grow_to(opened, 10)
    for _ in range(3):
        with pytest.raises(NoRoom) as told, opened.vault.write() as conn:
            conn.execute(insert(drafts), [draft("small"), draft("big", BIG)])
        assert told.value.code == "disk_full"
        assert slots_in(opened) == []
    may_grow_to(opened, 10_000)
    with opened.vault.write() as conn:
        conn.execute(insert(drafts), [draft("small"), draft("big", BIG)])
    assert slots_in(opened) == ["big", "small"]


_REFUSED_BY_THE_SYSTEM = """
import resource, sys
from pathlib import Path
from sqlalchemy import insert, select
from hbp_desktop.domain.errors import NoRoom
from hbp_desktop.store.local_tables import drafts
from hbp_desktop.store.vault import Vault

vault = Vault.create(Path(sys.argv[1]) / "vault-00.db", bytes(32))
row = {"slot": "big", "kind": "visit", "body": "x" * 2_000_000, "kept_at": 1}
resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, resource.RLIM_INFINITY))
for _ in range(2):
    try:
        with vault.write() as conn:
            conn.execute(insert(drafts), row)
    except NoRoom as error:
        print(error.code)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
with vault.write() as conn:
    conn.execute(insert(drafts), row)
with vault.read() as conn:
    print(conn.execute(select(drafts.c.slot)).scalar_one())
vault.check()
vault.close()
"""


@pytest.mark.skipif(os.name != "posix", reason="no limits on file sizes here")
def test_a_write_the_system_refuses_is_told_and_saving_goes_on_afterwards(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _REFUSED_BY_THE_SYSTEM, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["disk_refuses", "disk_refuses", "big"], done.stderr[-2_000:]
