"""Statements of the save, run on the driver's own connection: the tables' names, none of the compiling.

Every save runs through these, and Core costs more than the statement itself. Rows come back as plain tuples.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table

Values = Mapping[str, Any] | Sequence[Any]


def insert_into(table: Table) -> str:
    """Give the statement that inserts a row of named values, all columns but the row number."""
    names = [column.name for column in table.columns if column.name != "n"]
    listed, marks = ", ".join(f'"{name}"' for name in names), ", ".join(f":{name}" for name in names)
    return f'INSERT INTO "{table.name}" ({listed}) VALUES ({marks})'


def fetch(conn: Connection, statement: str, values: Values = ()) -> list[Any]:
    """Run a statement inside the connection's transaction and give its rows."""
    rows: list[Any] = _driver(conn).execute(statement, values).fetchall()
    return rows


def run_many(conn: Connection, statement: str, rows: Sequence[Values]) -> None:
    """Run a statement once for each row."""
    _driver(conn).executemany(statement, rows)


def _driver(conn: Connection) -> Any:
    return conn.connection.driver_connection
