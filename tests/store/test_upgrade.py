"""An older file comes up whole with a verified backup beside it, or stays as it was."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import insert, text

from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.resources import migrations
from hbp_desktop.store import schema
from hbp_desktop.store.mishaps import StoreBugError
from hbp_desktop.store.tables import drafts
from hbp_desktop.store.upgrade import backup, upgrade
from hbp_desktop.store.vault import Vault

KEY = bytes(range(32))

_SECOND = """
from alembic import op
revision = "9999"
down_revision = "0002"

def upgrade():
    op.execute("CREATE TABLE later (n INTEGER PRIMARY KEY)")
    op.execute("ALTER TABLE drafts ADD COLUMN colour TEXT")
    {more}
    op.execute("PRAGMA user_version = 3")
"""


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = Vault.create(tmp_path / "vault-00.db", KEY)
    with vault.write() as conn:
        conn.execute(insert(drafts), {"slot": "a", "kind": "visit", "body": "{}", "kept_at": 1})
    yield vault
    vault.close()


def scripts(tmp_path: Path, more: str = "pass") -> Path:
    folder = tmp_path / "later program"
    shutil.copytree(migrations(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9999_second.py").write_text(_SECOND.format(more=more), encoding="utf-8")
    return folder


def tables_in(vault: Vault) -> set[str]:
    with vault.read() as conn:
        return set(conn.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars())


def test_todays_file_needs_nothing(vault: Vault, tmp_path: Path) -> None:
    assert upgrade(vault, KEY, tmp_path / "backups") is None
    assert not (tmp_path / "backups").exists()


def test_an_older_file_comes_up_with_a_backup_of_what_it_was(vault: Vault, tmp_path: Path) -> None:
    copy = upgrade(vault, KEY, tmp_path / "backups", scripts(tmp_path))
    assert copy is not None
    assert vault.schema == 3
    assert "later" in tables_in(vault)
    old = Vault.open(copy, KEY)
    assert old.schema == 2
    with old.read() as conn:
        assert conn.execute(text("SELECT slot FROM drafts")).scalars().all() == ["a"]
    old.close()


def test_a_failed_upgrade_leaves_the_old_file_usable(vault: Vault, tmp_path: Path) -> None:
    failing = scripts(tmp_path, more='op.execute("INSERT INTO nowhere VALUES (1)")')
    with pytest.raises(StoreBugError):
        upgrade(vault, KEY, tmp_path / "backups", failing)
    assert vault.schema == 2
    assert "later" not in tables_in(vault)
    with vault.read() as conn:
        assert conn.execute(text("SELECT slot FROM drafts")).scalars().all() == ["a"]


def test_a_newer_file_is_refused_in_words(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "CURRENT", 0)
    with pytest.raises(Refused) as told:
        upgrade(vault, KEY, tmp_path / "backups")
    assert told.value.code == "vault_newer"
    assert told.value.values == {"found": 2, "known": 0}


def test_a_backup_is_as_unreadable_as_the_vault(vault: Vault, tmp_path: Path) -> None:
    copy = backup(vault, KEY, tmp_path / "backups", "percubaan")
    assert b"CREATE TABLE" not in copy.read_bytes()
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


def test_a_damaged_vault_is_not_upgraded(vault: Vault, tmp_path: Path) -> None:
    path = vault.path
    vault.close()
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    spoilt = Vault.open(path, KEY)
    with pytest.raises(Damaged):
        upgrade(spoilt, KEY, tmp_path / "backups", scripts(tmp_path))
    spoilt.close()
    assert path.read_bytes() == bytes(data)
