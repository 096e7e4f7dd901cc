"""Lays the tables through Alembic; imported lazily because Alembic is slow to load and rarely needed."""

import sys

from sqlalchemy import Connection

from hbp_desktop.resources import migrations

CURRENT = 1  # `user_version` of the newest revision; each revision adds one


def lay(conn: Connection) -> None:
    """Bring the file behind `conn` to the newest revision, inside the caller's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config(stdout=sys.stderr)
    config.set_main_option("script_location", migrations().as_posix().replace("%", "%%"))
    config.attributes["connection"] = conn
    command.upgrade(config, "head")
    conn.exec_driver_sql(f"PRAGMA user_version = {CURRENT:d}")
