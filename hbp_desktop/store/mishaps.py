"""What the engine complains of, sorted at birth into the world's fault and ours."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlcipher3 import dbapi2

from hbp_desktop.domain.errors import Damaged, HbpError, Locked, NoRoom, Unreachable

_WORLD: tuple[tuple[str, type[HbpError], str], ...] = (
    ("SQLITE_FULL", NoRoom, "disk_full"),
    ("SQLITE_READONLY", NoRoom, "vault_not_writable"),
    ("SQLITE_CANTOPEN", NoRoom, "vault_not_writable"),
    ("SQLITE_PERM", NoRoom, "vault_not_writable"),
    ("SQLITE_IOERR", Unreachable, "disk_silent"),
    ("SQLITE_BUSY", Locked, "vault_busy"),
    ("SQLITE_LOCKED", Locked, "vault_busy"),
    ("SQLITE_CORRUPT", Damaged, "vault_damaged"),
    ("SQLITE_NOTADB", Damaged, "vault_damaged"),
)


class StoreBugError(RuntimeError):
    """A statement the tables refuse: ours to mend. Carries names only, never values."""


@contextmanager
def told_plainly(writing: bool = False) -> Iterator[None]:
    """Let nothing of SQLAlchemy or the driver out: HbpError for the world, StoreBugError for us."""
    try:
        yield
    except DBAPIError as error:
        raise sort_out(error.orig or error, writing) from None
    except dbapi2.Error as error:
        raise sort_out(error, writing) from None
    except SQLAlchemyError as error:
        raise StoreBugError(type(error).__name__) from None


def sort_out(error: BaseException, writing: bool = False) -> HbpError | StoreBugError:
    """Give the exception to raise for one error of the driver.

    It names only SQLite's primary codes, so what failed with SQLITE_IOERR is known from what was being done.
    """
    name = str(getattr(error, "sqlite_errorname", ""))
    if writing and name.startswith("SQLITE_IOERR"):
        return NoRoom("disk_refuses")
    for prefix, kind, code in _WORLD:
        if name.startswith(prefix):
            return kind(code)
    return StoreBugError(f"{type(error).__name__} {name}".strip())
