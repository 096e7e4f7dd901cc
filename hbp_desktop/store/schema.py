"""Lays the tables through Alembic; imported lazily because Alembic is slow to load and rarely needed."""

import sys
from pathlib import Path

from sqlalchemy import Connection

from hbp_desktop.resources import migrations

CURRENT = 3  # `user_version` of the newest revision; each revision sets its own


def lay(conn: Connection, scripts: Path | None = None) -> None:
    """Bring the file behind `conn` to the newest revision, inside the caller's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config(stdout=sys.stderr)
    config.set_main_option("script_location", str(scripts or migrations()).replace("%", "%%"))
    config.attributes["connection"] = conn
    command.upgrade(config, "head")


def counts(conn: Connection) -> dict[str, int]:
    """Count the rows of every table there is, by the file's own word."""
    names = conn.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).scalars()
    return {name: conn.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in names.all()}
