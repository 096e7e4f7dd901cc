"""Statements of the push, run on the driver's own connection: one spelling for both databases.

Each push runs through these, and SQLAlchemy Core would cost more than the statement itself.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table

Values = Sequence[Any]

_AT_ONCE = 5_000


def rows(conn: Connection, statement: str, values: Values = ()) -> list[Any]:
    """Run a statement inside the connection's transaction and give its rows as plain tuples."""
    found: list[Any] = _driver(conn).execute(_spelled(conn, statement), values).fetchall()
    return found


def streamed(conn: Connection, statement: str) -> Iterator[Any]:
    """Run a statement whose rows are too many to hold at once."""
    cursor = _driver(conn).cursor("streamed") if is_postgres(conn) else _driver(conn).cursor()
    try:
        cursor.execute(statement)
        while some := cursor.fetchmany(_AT_ONCE):
            yield from some
    finally:
        cursor.close()


def together(conn: Connection, *asked: tuple[str, Values]) -> list[list[Any]]:
    """Run statements in one journey to the database and give the rows of each."""
    with pipelined(conn):
        found = [_driver(conn).execute(_spelled(conn, statement), values) for statement, values in asked]
        return [one.fetchall() for one in found]


def pipelined(conn: Connection) -> AbstractContextManager[Any]:
    """Let statements wait for one another's answers only where these are looked at."""
    pipeline: AbstractContextManager[Any] = _driver(conn).pipeline() if is_postgres(conn) else nullcontext()
    return pipeline


def send(conn: Connection, statement: str, values: Values = ()) -> None:
    """Run a statement whose answer nobody looks at."""
    _driver(conn).execute(_spelled(conn, statement), values)


def run(conn: Connection, statement: str, values: Values = ()) -> int:
    """Run a statement that gives no rows; tell how many it changed."""
    return int(_driver(conn).execute(_spelled(conn, statement), values).rowcount)


def run_many(conn: Connection, statement: str, many: Sequence[Values]) -> None:
    """Run a statement once for each row of values."""
    if many:
        _driver(conn).cursor().executemany(_spelled(conn, statement), many)


def among(count: int) -> str:
    """Give so many marks for values, to stand in `IN (…)`."""
    return ",".join("?" * count)


def insert_into(table: Table, names: Sequence[str], more: str = "") -> str:
    """Give the statement that inserts a row of these columns."""
    listed = ", ".join(f'"{name}"' for name in names)
    return f'INSERT INTO "{table.name}" ({listed}) VALUES ({among(len(names))}) {more}'.strip()


def is_postgres(conn: Connection) -> bool:
    """Tell which database is behind a connection."""
    return conn.dialect.name == "postgresql"


def _driver(conn: Connection) -> Any:
    return conn.connection.driver_connection


def _spelled(conn: Connection, statement: str) -> str:
    return _for_postgres(statement) if conn.dialect.name == "postgresql" else statement


@cache
def _for_postgres(statement: str) -> str:
    return statement.replace("?", "%s")
