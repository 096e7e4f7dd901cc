"""Where a state office's database is: a SQLCipher file or PostgreSQL, by URL; never with a password in it."""

import os
import re
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from hbp_desktop.domain.errors import Refused
from hbp_desktop.store.durable import read_file

PASSWORD_FILE = "HBP_DATABASE_PASSWORD_FILE"  # the variable that names the file
_LONGEST = 4 * 1024
_POSTGRES = ("postgresql", "postgres", "postgresql+psycopg")


@dataclass(frozen=True)
class Place:
    """One database's address, as it may be shown and logged."""

    url: URL

    @classmethod
    def of(cls, text: str) -> "Place":
        """Read `sqlite:///state.db` or `postgresql://user@host/db`.

        Raises Refused (database_url_unreadable, database_url_password).
        """
        try:
            url = make_url(text)
        except (ArgumentError, ValueError):
            raise Refused("database_url_unreadable") from None
        if url.password is not None or "password" in url.query:
            raise Refused("database_url_password", variable=PASSWORD_FILE)
        if url.drivername == "sqlite":
            if url.host or url.query or url.database in (None, "", ":memory:"):
                raise Refused("database_url_unreadable")
        elif url.drivername not in _POSTGRES or not url.database:
            raise Refused("database_url_unreadable")
        return cls(url)

    def __str__(self) -> str:
        return self.url.render_as_string()

    @property
    def file(self) -> Path | None:
        """The SQLCipher file; None for PostgreSQL."""
        return Path(str(self.url.database)) if self.url.drivername == "sqlite" else None

    @property
    def folder(self) -> Path:
        """Where files beside the database lie: its folder; for PostgreSQL the current one."""
        return Path() if self.file is None else self.file.parent

    @property
    def key_file(self) -> Path:
        """The key file where none is named."""
        if self.file is not None:
            return self.file.with_name(f"{self.file.name}.key")
        return Path(f"state-office-{re.sub('[^a-zA-Z0-9_.-]', '_', str(self.url.database))}.key")

    @cached_property
    def keyring_name(self) -> str:
        """The name of the seed in the keyring."""
        told = str(self) if self.file is None else str(self.file.absolute())
        return f"state-office-{blake2b(told.encode('utf-8'), digest_size=8).hexdigest()}"

    def with_password(self) -> URL:
        """Give what psycopg connects to, with the password of the file that the environment names.

        Raises Refused (database_password_missing).
        """
        url = self.url.set(drivername="postgresql+psycopg")
        named = os.environ.get(PASSWORD_FILE, "")
        if not named:
            return url
        try:
            data = read_file(Path(named), _LONGEST, "database_password_missing")
        except FileNotFoundError:
            raise Refused("database_password_missing", variable=PASSWORD_FILE) from None
        return url.set(password=data.decode("utf-8", "replace").rstrip("\r\n"))
