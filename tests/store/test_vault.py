"""The encrypted file: opened whole and ours, or explained; written whole, or not at all."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, insert, select
from sqlcipher3 import dbapi2

from hbp_desktop.domain.errors import Damaged, HbpError, Locked, NoRoom, Refused
from hbp_desktop.store import engine, schema
from hbp_desktop.store.local_tables import drafts
from hbp_desktop.store.mishaps import StoreBugError
from hbp_desktop.store.tables import RAW_DDL, metadata
from hbp_desktop.store.vault import Vault

KEY = bytes(range(32))
OTHER_KEY = bytes(32)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("vault") / "vault-00.db"
    Vault.create(path, KEY).close()
    return path


@pytest.fixture
def path(made_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made_once, tmp_path / "peti besi é #1?.db"))


@pytest.fixture
def vault(path: Path) -> Iterator[Vault]:
    vault = Vault.open(path, KEY)
    yield vault
    vault.close()


def draft(slot: str, body: str = "{}") -> dict[str, object]:
    return {"slot": slot, "kind": "visit", "body": body, "kept_at": 1}


def slots_in(vault: Vault) -> list[str]:
    with vault.read() as conn:
        return list(conn.execute(select(drafts.c.slot).order_by(drafts.c.slot)).scalars())


def test_what_was_written_is_read_back_after_reopening(path: Path) -> None:
    first = Vault.open(path, KEY)
    with first.write() as conn:
        conn.execute(insert(drafts), draft("a"))
    first.close()
    again = Vault.open(path, KEY)
    assert slots_in(again) == ["a"]
    again.close()


def test_nothing_on_disk_can_be_read_without_the_key(path: Path) -> None:
    vault = Vault.open(path, KEY)
    with vault.write() as conn:
        conn.execute(insert(drafts), draft("a", "burung kenari di jendela"))
    found = b"".join(file.read_bytes() for file in path.parent.iterdir())
    vault.close()
    assert b"kenari" not in found
    assert b"CREATE TABLE" not in found
    assert KEY.hex().encode() not in found


def test_an_exception_leaves_nothing_behind(vault: Vault) -> None:
    with pytest.raises(KeyError):
        _write_and_regret(vault)
    assert slots_in(vault) == []
    with vault.write() as conn:
        conn.execute(insert(drafts), draft("b"))
    assert slots_in(vault) == ["b"]


def _write_and_regret(vault: Vault) -> None:
    with vault.write() as conn:
        conn.execute(insert(drafts), draft("a"))
        raise KeyError("changed my mind")


def test_a_reader_sees_one_state_while_another_writes(vault: Vault) -> None:
    with vault.read() as conn:
        before = conn.execute(select(drafts.c.slot)).all()
        with vault.write() as writing:
            writing.execute(insert(drafts), draft("a"))
        assert conn.execute(select(drafts.c.slot)).all() == before == []
    assert slots_in(vault) == ["a"]


def test_a_reading_connection_cannot_write(vault: Vault) -> None:
    with pytest.raises(NoRoom), vault.read() as conn:
        conn.execute(insert(drafts), draft("a"))


def test_the_engines_exceptions_stay_inside_and_carry_no_values(vault: Vault) -> None:
    twice = [draft("a", "rahsia pelanggan"), draft("a", "rahsia pelanggan")]
    with pytest.raises(StoreBugError) as told, vault.write() as conn:
        conn.execute(insert(drafts), twice)
    assert "rahsia" not in f"{told.value!r} {told.value}"
    assert told.value.__cause__ is None
    assert slots_in(vault) == []


def test_two_vaults_on_one_file_take_turns(path: Path, vault: Vault) -> None:
    other = Vault.open(path, KEY)
    with other.write() as conn:
        conn.execute(insert(drafts), draft("theirs"))
    with vault.write() as conn:
        conn.execute(insert(drafts), draft("ours"))
    assert slots_in(other) == ["ours", "theirs"]
    other.close()


def test_a_busy_file_is_told_and_works_again_once_free(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pragmas = tuple(("busy_timeout", "1", 1) if p[0] == "busy_timeout" else p for p in engine._PRAGMAS)
    monkeypatch.setattr(engine, "_PRAGMAS", pragmas)
    vault, other = Vault.open(path, KEY), Vault.open(path, KEY)
    with other.write() as conn:
        conn.execute(insert(drafts), draft("theirs"))
        for _ in range(2):
            with pytest.raises(Locked) as told, vault.write():
                pass
            assert told.value.code == "vault_busy"
    with vault.write() as conn:
        conn.execute(insert(drafts), draft("ours"))
    assert slots_in(vault) == ["ours", "theirs"]
    vault.close()
    other.close()


def test_every_connection_has_every_pragma(vault: Vault) -> None:
    with vault.raw() as raw:
        for name, expected in [
            ("journal_mode", "wal"),
            ("synchronous", 2),
            ("foreign_keys", 1),
            ("busy_timeout", 5_000),
            ("cache_size", -32_768),
            ("application_id", engine.APPLICATION_ID),
            ("user_version", schema.CURRENT),
            ("cipher_log_level", "NONE"),
        ]:
            assert engine.pragma(raw, name) == expected


def test_a_pragma_that_does_not_take_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_PRAGMAS", (("synchronous", "off", 2),))
    with pytest.raises(Refused) as told:
        Vault.open(path, KEY)
    assert told.value.code == "pragma_refused"


def test_an_existing_file_is_never_made_anew(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(Refused) as told:
        Vault.create(path, KEY)
    assert told.value.code == "vault_exists"
    assert path.read_bytes() == before


@pytest.mark.parametrize("key", [b"", b"short", bytes(31), bytes(33), b"a" * 64])
def test_a_malformed_key_opens_and_makes_nothing(
    path: Path, free_name: Callable[[], Path], key: bytes
) -> None:
    new = free_name()
    for attempt in (lambda: Vault.open(path, key), lambda: Vault.create(new, key)):
        with pytest.raises(Refused) as told:
            attempt()
        assert told.value.code == "vault_key_malformed"
    assert not new.exists()


def zeroed(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5_000])


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def flipped_at_the_start(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[50] ^= 1
    path.write_bytes(data)


def not_a_database(path: Path) -> None:
    path.write_bytes(b"<html>" * 5_000)


def plain(path: Path) -> None:
    path.unlink()
    with dbapi2.connect(path) as raw:
        raw.execute("CREATE TABLE entries (n)")
    raw.close()


def foreign(path: Path) -> None:
    path.unlink()
    raw = engine.connect(path, KEY, "rwc")
    raw.execute("CREATE TABLE recipes (n)")
    raw.close()


def newer(path: Path) -> None:
    raw = engine.connect(path, KEY, "rw")
    raw.execute("PRAGMA user_version = 99")
    raw.close()


def older(path: Path) -> None:
    raw = engine.connect(path, KEY, "rw")
    raw.execute("PRAGMA user_version = 0")
    raw.close()


def missing(path: Path) -> None:
    path.unlink()


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "kind", "code"),
    [
        (missing, Damaged, "vault_missing"),
        (zeroed, Damaged, "vault_empty"),
        (plain, Damaged, "vault_plain"),
        (cut, Damaged, "vault_damaged"),
        (cut_short, Locked, "vault_wrong_key"),
        (flipped_at_the_start, Locked, "vault_wrong_key"),
        (not_a_database, Locked, "vault_wrong_key"),
        (foreign, Refused, "vault_foreign"),
        (newer, Refused, "vault_newer"),
        (older, Refused, "vault_older"),
        (a_folder, NoRoom, "vault_not_writable"),
    ],
)
def test_a_file_that_is_not_ours_is_explained_and_left_alone(
    path: Path, spoil: Callable[[Path], None], kind: type[HbpError], code: str
) -> None:
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(kind) as told:
        Vault.open(path, KEY)
    assert told.value.code == code
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_wrong_key_is_told(path: Path) -> None:
    with pytest.raises(Locked) as told:
        Vault.open(path, OTHER_KEY)
    assert told.value.code == "vault_wrong_key"


def test_bits_flipped_anywhere_are_found_by_the_check(path: Path) -> None:
    whole = path.read_bytes()
    for at in range(17, len(whole), 9_973):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        with pytest.raises((Damaged, Locked)):
            _open_and_check(path)
    path.write_bytes(whole)
    _open_and_check(path)


def _open_and_check(path: Path) -> None:
    vault = Vault.open(path, KEY)
    try:
        vault.check()
    finally:
        vault.close()


@pytest.fixture
def read_only_folder(path: Path) -> Iterator[Path]:
    """A folder with a vault in it that this account may read but not write, even when it is root."""
    if os.name != "posix":
        pytest.skip("folders are made read-only in another way here")
    folder = Path(tempfile.mkdtemp())
    shutil.copy(path, folder / "vault-00.db").chmod(0o444)
    folder.chmod(0o555)
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    yield folder
    os.seteuid(was)
    shutil.rmtree(folder)


def test_a_folder_that_may_not_be_written_is_told(read_only_folder: Path) -> None:
    for attempt in (
        lambda: Vault.create(read_only_folder / "vault-01.db", KEY),
        lambda: Vault.open(read_only_folder / "vault-00.db", KEY),
    ):
        with pytest.raises(NoRoom) as told:
            attempt()
        assert told.value.code == "vault_not_writable"


def test_a_place_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoRoom) as told:
        Vault.create(tmp_path / "nowhere" / "vault-00.db", KEY)
    assert told.value.code == "vault_not_writable"


def test_a_closed_vault_opens_nothing_and_has_forgotten_its_key(path: Path) -> None:
    vault = Vault.open(path, KEY)
    vault.close()
    with pytest.raises(Refused) as told, vault.read():
        pass
    assert told.value.code == "vault_closed"
    assert KEY.hex() not in repr(vars(vault))


def test_the_key_stands_in_no_repr(vault: Vault) -> None:
    assert KEY.hex() not in repr(vault)
    assert repr(KEY) not in repr(vault)


def test_core_dumps_are_off_once_a_vault_was_opened(vault: Vault) -> None:
    resource = pytest.importorskip("resource")
    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)


def test_the_newest_revision_makes_exactly_the_tables(vault: Vault) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with vault.read() as conn:
        ours = {"include_object": _is_in_the_metadata}
        found = compare_metadata(MigrationContext.configure(conn, opts=ours), metadata)
        names = set(conn.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
        index = conn.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'words'").scalar_one()
    assert found == []
    assert set(metadata.tables) <= names
    assert "fts5" in index


def test_the_newest_revision_makes_them_word_for_word(vault: Vault) -> None:
    with vault.read() as conn:
        made = _schema_of(conn)
    memory = create_engine("sqlite://", module=dbapi2)
    with memory.begin() as conn:
        metadata.create_all(conn)
        for statement in RAW_DDL:
            conn.exec_driver_sql(statement)
        meant = _schema_of(conn)
    memory.dispose()
    made.pop("alembic_version")
    assert made == meant


def _schema_of(conn: Connection) -> dict[str, str]:
    rows = conn.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: " ".join(sql.replace('"', "").split()).replace("( ", "(") for name, sql in rows}


def _is_in_the_metadata(_object: Any, name: str, kind: str, reflected: bool, _twin: Any) -> bool:
    return not (reflected and kind == "table" and name.startswith("words"))


def test_threads_share_a_vault_and_lose_nothing(vault: Vault) -> None:
    def write(thread: int) -> None:
        for number in range(20):
            with vault.write() as conn:
                conn.execute(insert(drafts), draft(f"{thread}-{number}"))
            slots_in(vault)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    assert len(slots_in(vault)) == 80
