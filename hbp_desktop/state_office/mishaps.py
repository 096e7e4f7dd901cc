"""What either database complains of, sorted at birth into the world's fault and ours."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlcipher3 import dbapi2

from hbp_desktop.domain.errors import HbpError, Locked, NoRoom, Refused, Unreachable
from hbp_desktop.store import mishaps
from hbp_desktop.store.mishaps import StoreBugError

_NO_ROOM = ("53100", "53200")  # disk full, out of memory
_BUSY = ("40001", "40P01", "53300", "55P03", "57014", "57P03")  # serialization, deadlock, too many, locked …
_CLOSED = ("28000", "28P01", "3D000", "42501")  # user or password refused, no such database, no right


@contextmanager
def told_plainly(writing: bool = False) -> Iterator[None]:
    """Let nothing of SQLAlchemy or a driver out: HbpError for the world, StoreBugError for us."""
    try:
        yield
    except (DBAPIError, dbapi2.Error, psycopg.Error) as error:
        raise sort_out(getattr(error, "orig", None) or error, writing) from None
    except PoolTimeoutError:
        raise Locked("database_busy") from None
    except SQLAlchemyError as error:
        raise StoreBugError(type(error).__name__) from None


def sort_out(error: BaseException, writing: bool = False) -> HbpError | StoreBugError:
    """Give the exception to raise for one error of a driver."""
    if not isinstance(error, psycopg.Error):
        return mishaps.sort_out(error, writing)
    state = error.sqlstate or ""
    if state in _NO_ROOM:
        return NoRoom("disk_full")
    if state in _BUSY:
        return Locked("database_busy")
    if state in _CLOSED or _turned_away(str(error)):
        return Refused("database_refused")
    if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        return Unreachable("database_silent")
    return StoreBugError(f"{type(error).__name__} {state}".strip())


def _turned_away(text: str) -> bool:
    """Tell whether PostgreSQL answered and said no: while connecting, an error carries its words alone."""
    coming = ("starting up", "shutting down", "recovery", "too many")
    return ("FATAL:" in text and not any(one in text for one in coming)) or "no password supplied" in text
