"""The database brought to today's tables at each start, by one process at a time."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from sqlalchemy import Connection

from hbp_desktop.domain.errors import Damaged, Locked, Refused
from hbp_desktop.resources import migrations
from hbp_desktop.state_office import identity
from hbp_desktop.state_office.engine import Database, create_file, lock
from hbp_desktop.state_office.keys import Keys
from hbp_desktop.state_office.place import Place
from hbp_desktop.store.durable import claimed

_PATIENCE_S = 60.0
_BETWEEN_S = 0.05
_LOCK = "upgrade"


def open_database(place: Place, keys: Keys, *, make: bool = False, scripts: Path | None = None) -> Database:
    """Open a database with today's tables; a SQLCipher file is made where there is none and `make`.

    Safe with several processes starting at once. Raises Damaged (state_database_missing), Locked
    (database_busy), Refused (state_key_other, state_database_foreign, state_database_newer,
    database_refused), Unreachable (database_silent), NoRoom.
    """
    if place.file is not None and not make and not place.file.exists():
        raise Damaged("state_database_missing", file=str(place.file))
    with _told_of_this_key(), nullcontext() if place.file is None else _alone(place.file):
        if place.file is not None:
            create_file(place.file, keys)
        database = Database(place, keys)
        try:
            with database.write() as conn:
                lock(conn, (_LOCK,))
                _lay(conn, scripts or migrations() / "state_office")
                identity.own(conn, keys.key)
        except BaseException:
            database.close()
            raise
    return database


@contextmanager
def _told_of_this_key() -> Iterator[None]:
    """Tell of a wrong key as of the state office's: there are no slots and no vault here to look at."""
    try:
        yield
    except Locked as error:
        if error.code != "vault_wrong_key":
            raise
        raise Refused("state_key_other") from None


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold the file's lock, waiting for who has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + _PATIENCE_S
    holding = claimed(path.with_name(f"{path.name}.lock"))
    while True:
        try:
            holding.__enter__()
            break
        except Locked:
            if time.monotonic() > until:
                raise Locked("database_busy") from None
            time.sleep(_BETWEEN_S)
            holding = claimed(path.with_name(f"{path.name}.lock"))
    try:
        yield
    finally:
        holding.__exit__(None, None, None)


def _lay(conn: Connection, scripts: Path) -> None:
    from alembic import command  # slow to load, and only a start needs it
    from alembic.config import Config
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    config = Config(stdout=sys.stderr)
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = conn
    there = MigrationContext.configure(conn).get_current_revision()
    known = ScriptDirectory.from_config(config)
    if there is not None and there not in {one.revision for one in known.walk_revisions()}:
        raise Refused("state_database_newer")
    if there != known.get_current_head():
        command.upgrade(config, "head")
