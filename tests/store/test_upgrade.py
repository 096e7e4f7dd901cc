"""An older file comes up whole with a verified backup beside it, or stays as it was."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, text

from hbp_desktop.domain.errors import Damaged, NoRoom, Refused
from hbp_desktop.resources import migrations
from hbp_desktop.store import parcel, schema
from hbp_desktop.store.backup import Source
from hbp_desktop.store.local_tables import drafts
from hbp_desktop.store.mishaps import StoreBugError
from hbp_desktop.store.upgrade import upgrade
from hbp_desktop.store.vault import Vault
from tests.store.laptops import KEY, Laptop
from tests.store.test_backup import slots_of

NOW = schema.CURRENT
WHEN = datetime(2026, 11, 24, tzinfo=UTC)

_SECOND = """
from alembic import op
revision = "9999"
down_revision = "0003"

def upgrade():
    op.execute("CREATE TABLE later (n INTEGER PRIMARY KEY)")
    op.execute("ALTER TABLE drafts ADD COLUMN colour TEXT")
    {more}
    op.execute("PRAGMA user_version = {version}")
"""


@pytest.fixture
def source(laptop: Laptop, tmp_path: Path) -> Source:
    with laptop.vault.write() as conn:
        conn.execute(insert(drafts), {"slot": "a", "kind": "visit", "body": "{}", "kept_at": 1})
    return Source(laptop.vault, KEY, slots_of(laptop), tmp_path / "backup.lock")


@pytest.fixture
def vault(source: Source) -> Vault:
    return source.vault


def scripts(tmp_path: Path, more: str = "pass") -> Path:
    folder = tmp_path / "later program"
    shutil.copytree(migrations(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9999_second.py").write_text(
        _SECOND.format(more=more, version=NOW + 1), encoding="utf-8"
    )
    return folder


def tables_in(vault: Vault) -> set[str]:
    with vault.read() as conn:
        return set(conn.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars())


def slots_in(vault: Vault) -> list[str]:
    with vault.read() as conn:
        return list(conn.execute(text("SELECT slot FROM drafts")).scalars())


def test_todays_file_needs_nothing(source: Source, tmp_path: Path) -> None:
    assert upgrade(source, tmp_path / "backups", WHEN) is None
    assert not (tmp_path / "backups").exists()


def test_an_older_file_comes_up_with_a_backup_of_what_it_was(source: Source, tmp_path: Path) -> None:
    copy = upgrade(source, tmp_path / "backups", WHEN, scripts(tmp_path))
    assert copy is not None
    assert source.vault.schema == NOW + 1
    assert "later" in tables_in(source.vault)
    assert copy.manifest.schema == NOW
    parcel.unpack(parcel.look(copy.path), tmp_path / "old.db", lambda _count: None)
    old = Vault.open(tmp_path / "old.db", KEY)
    assert (old.schema, slots_in(old)) == (NOW, ["a"])
    old.close()


def test_a_failed_upgrade_leaves_the_old_file_usable(source: Source, tmp_path: Path) -> None:
    failing = scripts(tmp_path, more='op.execute("INSERT INTO nowhere VALUES (1)")')
    with pytest.raises(StoreBugError):
        upgrade(source, tmp_path / "backups", WHEN, failing)
    assert source.vault.schema == NOW
    assert "later" not in tables_in(source.vault)
    assert slots_in(source.vault) == ["a"]


def test_no_backup_no_upgrade(source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(parcel, "pack", refuse)
    with pytest.raises(NoRoom, match="backup_no_room"):
        upgrade(source, tmp_path / "backups", WHEN, scripts(tmp_path))
    assert source.vault.schema == NOW


def test_a_newer_file_is_refused_in_words(
    source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "CURRENT", 0)
    with pytest.raises(Refused) as told:
        upgrade(source, tmp_path / "backups", WHEN)
    assert told.value.code == "vault_newer"
    assert told.value.values == {"found": NOW, "known": 0}


def test_a_damaged_vault_is_not_upgraded(source: Source, tmp_path: Path) -> None:
    path = source.vault.path
    source.vault.close()
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    spoilt = Vault.open(path, KEY)
    with pytest.raises(Damaged):
        upgrade(replace(source, vault=spoilt), tmp_path / "backups", WHEN, scripts(tmp_path))
    spoilt.close()
    assert path.read_bytes() == bytes(data)
