"""The office's encrypted file: opened only whole and ours, read in snapshots, written one at a time."""

import os
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, RootTransaction, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool
from sqlcipher3 import dbapi2

from hbp_desktop.domain.errors import Damaged, NoRoom, Refused
from hbp_desktop.store import schema
from hbp_desktop.store.engine import (
    APPLICATION_ID,
    BUSY_MS,
    Mode,
    check_key,
    connect,
    forbid_core_dumps,
    is_plain,
    pragma,
)
from hbp_desktop.store.mishaps import told_plainly
from hbp_desktop.store.reserve import Reserve


class Follow(Protocol):
    """Tells an open vault when a rotation, here or in another program, moved the office to another file."""

    def moved(self) -> bool:
        """Say quickly whether to look."""

    def there(self, here: Path) -> tuple[Path, bytes] | None:
        """Give the file and its key, None when `here` is still the one; raises Locked (vault_moved)."""

    def twin(self) -> "Follow":
        """Give another that follows alike for a second vault: each looks for itself."""


class Vault:
    """One open file; safe to share between threads.

    `read()` gives a connection on one unmoving snapshot; `write()` gives the only writing connection inside
    BEGIN IMMEDIATE, which has committed when the block is left and left nothing when an exception leaves it.
    Neither lets an exception of SQLAlchemy out. With `follow` set, both go on where the office moved to.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self.reserve = Reserve(path.parent)
        self.follow: Follow | None = None
        self._key: bytes | None = key
        self._turn = threading.RLock()  # one for all twins: SQLite would have them try again and again
        self._reading = _engine(self._connect_reader, QueuePool, "BEGIN", pool_size=4, max_overflow=8)
        self._writing = _engine(self._connect_writer, StaticPool, "BEGIN IMMEDIATE")
        self._writer: Connection | None = None
        self.writes = 0  # transactions committed through this object

    @classmethod
    def create(cls, path: Path, key: bytes) -> "Vault":
        """Make a new file with the current schema; raises Refused when the name is taken, NoRoom."""
        forbid_core_dumps()
        check_key(key)
        _claim(path)
        vault = cls(path, key)
        try:
            vault._lay(connect(path, key, "rwc"))
        except BaseException:
            vault.close()
            _unclaim(path)
            raise
        return vault

    @classmethod
    def open(cls, path: Path, key: bytes, *, older: bool = False) -> "Vault":
        """Open an existing file of ours.

        Raises Damaged (vault_missing, vault_empty, vault_plain, vault_damaged), Locked (vault_wrong_key,
        vault_busy), Refused (vault_foreign, vault_newer; vault_older unless `older`), NoRoom.
        """
        forbid_core_dumps()
        vault = cls(path, key)
        vault.reserve.relieve()  # opening writes beside the file
        try:
            with vault.read() as conn:
                _recognise(conn, older)
        except BaseException:
            vault.close()
            raise
        return vault

    def twin(self) -> "Vault":
        """Give a second vault on the same file, with connections of its own: this one may close before it.

        Of both, one writes at a time and the other waits in line. It goes on where the office moves to, as
        this one does. Raises Refused (vault_closed).
        """
        with self._turn:
            if self._key is None:
                raise Refused("vault_closed")
            made = Vault(self.path, self._key)
            made.follow = self.follow.twin() if self.follow else None
            made._turn = self._turn
            return made

    def __repr__(self) -> str:
        return f"Vault({self.path.name!r})"

    @property
    def schema(self) -> int:
        """The number of the schema the file has."""
        with self.read() as conn:
            return _pragma(conn, "user_version")

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Lend a connection that sees one state throughout and cannot write."""
        self._catch_up()
        with told_plainly(), self._reading.connect() as conn, conn.begin():
            yield conn

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Lend the writing connection for one transaction; others wait their turn."""
        with self._turn, self.reserve.backing(), told_plainly(writing=True):
            begun = self._begun()
            try:
                with begun:
                    yield begun.connection
                self.writes += 1
            except BaseException:
                _undo(begun.connection)
                raise

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let no other thread write until the block is left, however many transactions are in it."""
        with self._turn:
            yield

    def move_to(self, path: Path, key: bytes) -> None:
        """Go on in another file; connections lent out before end with the old one."""
        with self._turn:
            self._let_go()
            self.path, self._key = path, key
            self.writes += 1

    @contextmanager
    def raw(self) -> Iterator[Any]:
        """Lend a bare driver connection of its own, for backup and checks."""
        self._catch_up()
        with told_plainly(), self._reading.connect() as conn:
            yield conn.connection.driver_connection

    def scour(self) -> bool:
        """Put the write-ahead log back to nothing, so that it holds no older page; False while one reads it.

        Deleted bytes are overwritten in the file itself (`secure_delete`); only the log would hold them.
        """
        with self._turn, told_plainly(writing=True), self.raw() as raw:
            raw.execute("PRAGMA busy_timeout = 0")  # a page that reads a list must not hold up the typing
            try:
                busy, _, _ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            finally:
                raw.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        return not busy

    def check(self) -> None:
        """Read every page: authentication of the cipher, then structure; raises Damaged.

        On a connection of its own: one that has read full text before would check it by what it remembers.
        Pages that a power cut tore while the log was being emptied are mended from the log first; the
        cipher's check reads the file alone.
        """
        self._catch_up()
        with told_plainly(), closing(self._connect("rw")) as raw:
            with suppress(dbapi2.Error):  # a full disk: then the file is judged as it is
                raw.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            raw.execute("PRAGMA query_only = 1")
            found = raw.execute("PRAGMA cipher_integrity_check").fetchone()
            sound = raw.execute("PRAGMA integrity_check(1)").fetchone()
        if found is not None or sound != ("ok",):
            raise Damaged("vault_damaged")

    def close(self) -> None:
        """Close every connection and forget the key."""
        with self._turn:
            self.follow = None
            self._let_go()
            self._key = None

    def _let_go(self) -> None:
        if self._writer is not None:
            self._writer.close()
            self._writer = None
        for engine in (self._writing, self._reading):
            engine.dispose()
            engine.clear_compiled_cache()  # it remembers the first values of every statement

    def _catch_up(self) -> None:
        if self.follow is not None and self.follow.moved():
            with self._turn:
                if there := self.follow.there(self.path):
                    self.move_to(*there)

    def _begun(self) -> RootTransaction:
        """Begin in the file that is the office's: who rotates holds the old one's write lock meanwhile."""
        while True:
            begun = self._the_writer().begin()
            try:
                there = self.follow.there(self.path) if self.follow and self.follow.moved() else None
            except BaseException:
                begun.rollback()
                raise
            if there is None:
                return begun
            begun.rollback()
            self.move_to(*there)

    def _the_writer(self) -> Connection:
        if self._writer is None:
            self._writer = self._writing.connect()
        return self._writer

    def _connect_reader(self) -> Any:
        raw = self._connect("rw")
        raw.execute("PRAGMA query_only = 1")
        return raw

    def _connect_writer(self) -> Any:
        return self._connect("rw")

    def _connect(self, mode: Mode) -> Any:
        if self._key is None:
            raise Refused("vault_closed")
        return connect(self.path, self._key, mode)

    def _lay(self, raw: Any) -> None:
        with told_plainly(writing=True), closing(raw):
            raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        with self.write() as conn:
            schema.lay(conn)
        with self.raw() as reader:
            if pragma(reader, "application_id") != APPLICATION_ID or is_plain(self.path):
                raise Damaged("vault_plain")


def _engine(creator: Any, pool: type[Any], begin: str, **more: Any) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=creator,
        poolclass=pool,
        hide_parameters=True,  # an exception's text must not carry a client's name
        **more,
    )
    event.listen(engine, "begin", lambda conn: conn.exec_driver_sql(begin))
    return engine


def _undo(conn: Connection) -> None:
    """End a transaction that a failed COMMIT left open; the next one could not begin."""
    raw = conn.connection.driver_connection
    if raw is not None and raw.in_transaction:
        raw.rollback()


def _claim(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise Refused("vault_exists") from None
    except OSError:
        raise NoRoom("vault_not_writable") from None


def _unclaim(path: Path) -> None:
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        with suppress(OSError):
            path.with_name(name).unlink(missing_ok=True)


def _recognise(conn: Connection, older: bool) -> None:
    if _pragma(conn, "application_id") != APPLICATION_ID:
        raise Refused("vault_foreign")
    version = _pragma(conn, "user_version")
    if version > schema.CURRENT:
        raise Refused("vault_newer", found=version, known=schema.CURRENT)
    if version < schema.CURRENT and not older:
        raise Refused("vault_older", found=version, known=schema.CURRENT)


def _pragma(conn: Connection, name: str) -> int:
    return int(conn.exec_driver_sql(f"PRAGMA {name}").scalar_one())
