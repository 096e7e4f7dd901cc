"""The database by URL: its key, its password, its tables, and several processes at its door."""

import multiprocessing
import os
from contextlib import suppress
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from hbp_desktop.domain.errors import Damaged, Refused, Unreachable
from hbp_desktop.state_office import identity
from hbp_desktop.state_office.engine import Database
from hbp_desktop.state_office.keys import Keys, find_keys, make_keys
from hbp_desktop.state_office.place import PASSWORD_FILE, Place
from hbp_desktop.state_office.statements import rows, run
from hbp_desktop.state_office.tables import metadata
from hbp_desktop.state_office.upgrade import open_database
from hbp_desktop.store.engine import connect
from hbp_desktop.store.secrets import Secrets
from tests.rings import MemoryRing, secrets_with
from tests.state_office import postgres
from tests.state_office.stands import KEYS, NAME, new_database

OTHER_KEYS = Keys(bytes(32))


def no_keyring() -> Secrets:
    return Secrets(find=lambda: None)


def place_in(folder: Path) -> Place:
    return Place.of(f"sqlite:///{folder}/state.db")


# --- addresses and keys --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url", ["postgresql://a:rahsia@localhost/state", "postgresql:///state?password=rahsia"]
)
def test_a_password_in_the_address_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(Refused) as refused:
        Place.of(url)
    assert refused.value.code == "database_url_password"
    assert "rahsia" not in repr(refused.value.values)


@pytest.mark.parametrize(
    "url", ["", "state.db", "sqlite://", "sqlite:///:memory:", "mysql://a@b/c", "postgresql://"]
)
def test_an_address_of_neither_database_is_refused(url: str) -> None:
    with pytest.raises(Refused, match="database_url_unreadable"):
        Place.of(url)


def test_without_a_keyring_a_new_key_goes_beside_the_database_for_its_owner_alone(
    tmp_path: Path,
) -> None:
    place = place_in(tmp_path)
    kept = make_keys(place, None, no_keyring())
    assert kept.made
    assert kept.file == tmp_path / "state.db.key"
    assert kept.file.stat().st_mode & 0o777 == 0o600
    assert find_keys(place, None, no_keyring()) == kept.keys
    assert not make_keys(place, None, no_keyring()).made


def test_a_new_key_goes_to_the_keyring_where_there_is_one(tmp_path: Path) -> None:
    ring = secrets_with(MemoryRing())
    kept = make_keys(place_in(tmp_path), None, ring)
    assert kept.made
    assert kept.file is None
    assert list(tmp_path.iterdir()) == []
    assert find_keys(place_in(tmp_path), None, ring) == kept.keys


def test_a_named_key_file_is_taken_before_every_other(tmp_path: Path) -> None:
    named = tmp_path / "kunci"
    named.write_bytes(bytes(range(32)))
    make_keys(place_in(tmp_path), None, no_keyring())
    assert find_keys(place_in(tmp_path), named, no_keyring()) == Keys(bytes(range(32)))


def test_a_missing_key_is_told_and_none_is_made_to_open(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="state_key_missing"):
        find_keys(place_in(tmp_path), None, no_keyring())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("data", [b"", b"x" * 31, b"zz" * 32, b"0" * 300])
def test_a_damaged_key_file_is_never_taken_for_a_key(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "state.db.key").write_bytes(data)
    with pytest.raises(Damaged, match="state_key_damaged"):
        make_keys(place_in(tmp_path), None, no_keyring())


def test_every_key_of_a_seed_is_another() -> None:
    assert len({KEYS.database, KEYS.identity, KEYS.writer, KEYS.seed}) == 4
    assert KEYS.key != KEYS.writer_key
    assert "benih" not in repr(KEYS)


# --- the file ------------------------------------------------------------------------------------------


def test_the_file_is_encrypted_and_opens_by_its_key_alone(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    database = open_database(place, KEYS, make=True)
    with database.write() as conn:
        identity.begin(conn, NAME, 1)
    database.close()
    assert NAME.encode() not in b"".join(one.read_bytes() for one in tmp_path.iterdir())
    with pytest.raises(Refused, match="state_key_other"):
        open_database(place, OTHER_KEYS)


def test_a_missing_file_is_not_made_by_opening(tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="state_database_missing"):
        open_database(place_in(tmp_path), KEYS)
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_another_program_is_left_alone(tmp_path: Path) -> None:
    raw = connect(tmp_path / "state.db", KEYS.database, "rwc")
    raw.execute("CREATE TABLE theirs (n INTEGER)")
    raw.close()
    before = (tmp_path / "state.db").read_bytes()
    with pytest.raises(Refused, match="state_database_foreign"):
        open_database(place_in(tmp_path), KEYS, make=True)
    assert (tmp_path / "state.db").read_bytes() == before


# --- PostgreSQL's door ---------------------------------------------------------------------------------


def test_a_password_comes_from_the_file_that_the_environment_names(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    with postgres.server(postgres.run_folder(tmp_path_factory)) as host:
        place = Place.of(postgres.url(host, "postgres", postgres.GUARDED))
        with pytest.raises(Refused, match="database_refused"):
            open_database(place, KEYS)
        file = tmp_path / "kata laluan"
        monkeypatch.setenv(PASSWORD_FILE, str(file))
        with pytest.raises(Refused, match="database_password_missing"):
            place.with_password()
        file.write_text(f"{postgres.GUARDED_PASSWORD}\n", encoding="utf-8")
        database = Database(place, KEYS)
        with database.read() as conn:
            assert rows(conn, "SELECT current_user") == [(postgres.GUARDED,)]
        database.close()


def test_a_server_that_is_not_there_is_told_as_silent(tmp_path: Path) -> None:
    with pytest.raises(Unreachable, match="database_silent"):
        open_database(Place.of(f"postgresql://a@/b?host={tmp_path}"), KEYS)


# --- tables --------------------------------------------------------------------------------------------


def test_the_newest_revision_makes_just_todays_tables(office_db: str) -> None:
    database = open_database(Place.of(office_db), KEYS, make=True)
    with database.read() as conn:
        assert compare_metadata(MigrationContext.configure(conn), metadata) == []
    database.close()


def test_a_database_of_a_newer_program_is_left_alone(office_db: str) -> None:
    place = Place.of(office_db)
    database = open_database(place, KEYS, make=True)
    with database.write() as conn:
        run(conn, "UPDATE alembic_version SET version_num = '9999'")
    database.close()
    with pytest.raises(Refused, match="state_database_newer"):
        open_database(place, KEYS)


def _start(url: str, done: "multiprocessing.Queue[str]") -> None:
    database = open_database(Place.of(url), KEYS, make=True)
    with database.write() as conn:
        identity.begin(conn, f"{NAME} {os.getpid()}", 1)
    with database.read() as conn:
        done.put(identity.read(conn).incarnation)
    database.close()


def test_processes_that_start_at_once_lay_the_tables_once_and_are_one_receiver(office_db: str) -> None:
    context = multiprocessing.get_context("spawn")
    done: multiprocessing.Queue[str] = context.Queue()
    starting = [context.Process(target=_start, args=(office_db, done)) for _ in range(3)]
    for one in starting:
        one.start()
    named = {done.get(timeout=60) for _ in starting}
    for one in starting:
        one.join()
    assert len(named) == 1


def test_a_write_that_fails_leaves_nothing(office_db: str) -> None:
    database = open_database(Place.of(office_db), KEYS, make=True)
    with suppress(ZeroDivisionError), database.write() as conn:
        identity.begin(conn, NAME, 1)
        _ = 1 // 0
    with database.read() as conn:
        assert rows(conn, "SELECT * FROM identity") == []
    assert not database.ready()
    database.close()


def test_connections_that_the_server_cut_are_told_once_and_replaced(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with new_database("postgresql", tmp_path, tmp_path_factory) as url:
        database = open_database(Place.of(url), KEYS)
        for _ in range(2):
            with database.glance() as conn:
                (name,) = rows(conn, "SELECT current_database()")[0]
            with postgres.connected(f"host={database.place.url.query['host']}") as admin:
                admin.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,)
                )
            with pytest.raises(Unreachable, match="database_silent"), database.glance() as conn:
                rows(conn, "SELECT 1")
        with database.glance() as conn:
            assert rows(conn, "SELECT 1") == [(1,)]
        database.close()
