"""The state office's database by URL: read in snapshots, written in transactions that last."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any
from weakref import WeakSet

import psycopg
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool
from sqlcipher3 import dbapi2

from hbp_desktop.domain.errors import Refused
from hbp_desktop.state_office import arrays
from hbp_desktop.state_office.arrays import numbers
from hbp_desktop.state_office.keys import Keys
from hbp_desktop.state_office.mishaps import told_plainly
from hbp_desktop.state_office.place import Place
from hbp_desktop.state_office.statements import is_postgres, rows, send
from hbp_desktop.store.engine import Mode, connect, forbid_core_dumps, pragma

APPLICATION_ID = 0x48425353  # "HBSS"
BUSY_MS = 60_000  # how long another process may write
_LOCK = "SELECT pg_advisory_xact_lock(n) FROM unnest(?::int8[]) AS n"
_POOL = 8
_MORE = 24


class Database:
    """An open database; safe to share between threads, and with other processes that have it open."""

    def __init__(self, place: Place, keys: Keys) -> None:
        forbid_core_dumps()
        self.place = place
        self._keys = keys
        self._turn = threading.Lock()
        self._threads = threading.local()
        self._lent: WeakSet[Connection] = WeakSet()
        if place.file is None:
            self._reading = _postgres(place, "REPEATABLE READ")
            self._glancing = _postgres(place, "AUTOCOMMIT")
            self._writing = _postgres(place, "READ COMMITTED")
        else:
            self._reading = self._glancing = _sqlcipher(self._connect_reader, "BEGIN")
            self._writing = _sqlcipher(self._connect_writer, "BEGIN IMMEDIATE", StaticPool)

    def __repr__(self) -> str:
        return f"Database({self.place})"

    @property
    def is_postgres(self) -> bool:
        """Tell whether PostgreSQL is behind it."""
        return self.place.file is None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Lend a connection that sees one state throughout."""
        with told_plainly(), self._reading.connect() as conn, conn.begin():
            yield conn

    @contextmanager
    def glance(self) -> Iterator[Connection]:
        """Lend a connection for single questions; each sees what is newest as it is asked."""
        if not self.is_postgres:
            with self.read() as conn:
                yield conn
            return
        with told_plainly():
            conn = self._own()
            try:
                yield conn
            except psycopg.OperationalError:
                self._threads.conn = None
                conn.invalidate()
                conn.close()
                raise

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Lend a connection for one transaction, durable when the block is left, undone by an exception.

        A SQLCipher file has one writer at a time; in PostgreSQL several write, so take `lock` first.
        """
        if self.is_postgres:
            with told_plainly(writing=True), self._writing.begin() as conn:
                yield conn
            return
        # Threads wait in line here: SQLite would have them try again and again.
        with self._turn, told_plainly(writing=True), self._writing.connect() as conn:
            try:
                with conn.begin():
                    yield conn
            except BaseException:
                _undo(conn)
                raise

    def ready(self) -> bool:
        """Tell whether the database answers and a state office is in it."""
        try:
            with self.read() as conn:
                return bool(rows(conn, "SELECT n FROM identity"))
        except Exception:  # noqa: BLE001 - whatever is wrong, it is not ready
            return False

    def close(self) -> None:
        """Close every connection."""
        with self._turn:
            for conn in self._lent:
                conn.close()
            for engine in (self._reading, self._glancing, self._writing):
                engine.dispose()

    def _own(self) -> Connection:
        """Give this thread's own connection for questions: to fetch one each time costs as much as asking."""
        conn: Connection | None = getattr(self._threads, "conn", None)
        if conn is None or conn.closed:
            conn = self._threads.conn = self._glancing.connect()
            self._lent.add(conn)
        return conn

    def _connect_reader(self) -> Any:
        raw = self._connect("rw")
        raw.execute("PRAGMA query_only = 1")
        return raw

    def _connect_writer(self) -> Any:
        return self._connect("rw")

    def _connect(self, mode: Mode) -> Any:
        assert self.place.file is not None
        raw = connect(self.place.file, self._keys.database, mode)
        raw.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        if pragma(raw, "application_id") != APPLICATION_ID:
            raw.close()
            raise Refused("state_database_foreign", file=self.place.file.name)
        return raw


def create_file(path: Path, keys: Keys) -> None:
    """Make an empty encrypted file, unless one is there; call it with the lock of `upgrade` held."""
    if path.exists() and path.stat().st_size:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    with told_plainly(writing=True):
        raw = connect(path, keys.database, "rwc")
        try:
            raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        finally:
            raw.close()


def lock(conn: Connection, names: Iterable[str]) -> None:
    """Hold these names for this transaction alone; in one order, so that nobody waits in a circle.

    A SQLCipher file has but one writer, so there is nothing to do there.
    """
    if is_postgres(conn):
        send(conn, _LOCK, (numbers(sorted(map(_lock_number, set(names)))),))


def _lock_number(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("utf-8"), digest_size=8).digest(), "big", signed=True)


def _postgres(place: Place, isolation: str) -> Engine:
    engine = create_engine(
        place.with_password(),
        pool_size=_POOL,
        max_overflow=_MORE,
        isolation_level=isolation,
        hide_parameters=True,  # an exception's text must not carry a client's name
        connect_args={"application_name": "hbp-state-office", "connect_timeout": 10},
    )
    event.listen(engine, "connect", lambda driver, _: arrays.register(driver))
    return engine


def _sqlcipher(creator: Any, begin: str, pool: type[Any] = QueuePool) -> Engine:
    more = {} if pool is StaticPool else {"pool_size": _POOL, "max_overflow": _MORE}
    engine = create_engine(
        "sqlite+pysqlite://", module=dbapi2, creator=creator, poolclass=pool, hide_parameters=True, **more
    )
    event.listen(engine, "begin", lambda conn: conn.exec_driver_sql(begin))
    return engine


def _undo(conn: Connection) -> None:
    """End a transaction that a failed COMMIT left open; the next one could not begin."""
    raw = conn.connection.driver_connection
    if raw is not None and raw.in_transaction:
        with suppress(dbapi2.Error):
            raw.rollback()
