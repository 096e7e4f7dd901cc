"""One raw connection to the encrypted file: keyed, every pragma set and read back."""

import sys
from functools import cache
from pathlib import Path
from typing import Any, Literal

from sqlcipher3 import dbapi2

from hbp_desktop.domain.errors import Damaged, Locked, NoRoom, Refused
from hbp_desktop.store.mishaps import sort_out

Raw = Any  # sqlcipher3 ships no types
Mode = Literal["ro", "rw", "rwc"]

KEY_BYTES = 32
OLDEST_SQLITE = (3, 45, 0)
APPLICATION_ID = 0x48425031  # "HBP1"
BUSY_MS = 5_000

_PLAIN_MAGIC = b"SQLite format 3\0"
_PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("journal_mode", "wal", "wal"),
    ("synchronous", "full", 2),
    ("foreign_keys", "1", 1),
    ("busy_timeout", str(BUSY_MS), BUSY_MS),
    ("cache_size", "-32768", -32768),
    ("temp_store", "memory", 2),
    ("secure_delete", "1", 1),
    ("trusted_schema", "0", 0),
    ("cell_size_check", "1", 1),
)


def connect(path: Path, key: bytes, mode: Mode) -> Raw:
    """Open `path` with the raw 32-byte `key`, never plainly; raises Damaged, Locked, NoRoom, Refused."""
    check_key(key)
    _quiet()
    if mode != "rwc":
        _look_before_opening(path)
    try:
        raw = dbapi2.connect(_uri(path, mode), uri=True, isolation_level=None, check_same_thread=False)
    except dbapi2.Error:
        raise NoRoom("vault_not_writable") from None
    try:
        _prepare(raw, key)
    except BaseException:
        raw.close()
        raise
    return raw


def check_key(key: bytes) -> None:
    """Refuse what SQLCipher would take for a passphrase, or for no key at all."""
    if len(key) != KEY_BYTES:
        raise Refused("vault_key_malformed")


def pragma(raw: Raw, name: str) -> Any:
    """Read one pragma back, None when it says nothing."""
    row = raw.execute(f"PRAGMA {name}").fetchone()
    return None if row is None else row[0]


def is_plain(path: Path) -> bool:
    """Tell whether the file starts like an unencrypted database."""
    with path.open("rb") as file:
        return file.read(len(_PLAIN_MAGIC)) == _PLAIN_MAGIC


def forbid_core_dumps() -> None:
    """Keep keys out of core files, as far as this system lets a program say so."""
    if sys.platform != "win32":
        import resource  # not there on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@cache
def _quiet() -> None:
    # SQLCipher logs to stderr by default; the level is process-wide and must be set before any key is.
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise Refused("sqlite_too_old", version=dbapi2.sqlite_version)
    memory = dbapi2.connect(":memory:")
    try:
        if pragma(memory, "cipher_version") is None:
            raise Refused("cipher_missing")
        memory.execute("PRAGMA cipher_log_level = NONE")
        _expect(memory, "cipher_log_level", "NONE")
    finally:
        memory.close()


def _look_before_opening(path: Path) -> None:
    # SQLite takes a 0-byte file for an empty database even with mode=rw, so size comes first.
    try:
        if path.stat().st_size == 0:
            raise Damaged("vault_empty")
        if is_plain(path):
            raise Damaged("vault_plain")
    except FileNotFoundError:
        raise Damaged("vault_missing") from None
    except OSError:
        raise NoRoom("vault_not_writable") from None


def _uri(path: Path, mode: Mode) -> str:
    return f"{path.absolute().as_uri()}?mode={mode}"


def _prepare(raw: Raw, key: bytes) -> None:
    raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    try:
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.Error as error:
        raise _unreadable(error) from None
    for name, value, expected in _PRAGMAS:
        _set(raw, name, value)
        _expect(raw, name, expected)


def _set(raw: Raw, name: str, value: str) -> None:
    try:
        raw.execute(f"PRAGMA {name} = {value}")
    except dbapi2.Error as error:
        raise _unreadable(error) from None


def _expect(raw: Raw, name: str, expected: object) -> None:
    if (found := pragma(raw, name)) != expected:
        raise Refused("pragma_refused", name=name, found=str(found))


def _unreadable(error: Exception) -> Exception:
    # Wrong key, foreign file and a spoilt first page share one error; the rest means what it always does.
    name = str(getattr(error, "sqlite_errorname", ""))
    return Locked("vault_wrong_key") if name.startswith("SQLITE_NOTADB") else sort_out(error)
