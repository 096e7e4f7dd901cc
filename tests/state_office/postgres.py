"""One real PostgreSQL for a test run: started by whoever needs it first, stopped by the last to let go."""

import fcntl
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import psycopg
import pytest

USER = "postgres"  # may do everything, without a password
GUARDED = "dijaga"  # must show a password
GUARDED_PASSWORD = "payung biru di tepi sungai"

_BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
_BASE = "hbp-pg-"  # the sockets' path must stay under 108 bytes, so not in pytest's own folder
_HBA = f"local all {GUARDED} scram-sha-256\nlocal all all trust\n"
_SETTINGS = (
    "listen_addresses = ''",
    "fsync = off",  # no test pulls the plug under PostgreSQL itself
    "full_page_writes = off",
    "max_connections = 300",
    "shared_buffers = 64MB",
)


def run_folder(factory: pytest.TempPathFactory) -> Path:
    """Name the folder that all workers of this run share."""
    base = factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    number = shared.name.removeprefix("pytest-")
    return Path(tempfile.gettempdir()) / f"{_BASE}{os.getuid()}-{number}"


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Lend the server in `folder`; gives `host=…` for a URL's query. Skips where there is no PostgreSQL."""
    if not _BINARIES or (os.getuid() == 0 and shutil.which("su") is None):
        pytest.skip("PostgreSQL IS NOT INSTALLED: what the state office does upon it is not tested here")
    folder.mkdir(mode=0o755, exist_ok=True)
    with _opened(folder / "users") as users:
        with _alone(folder):
            fcntl.flock(users, fcntl.LOCK_SH)
            if not (folder / "data" / "postmaster.pid").exists():
                _start(folder)
        try:
            yield f"host={folder}"
        finally:
            fcntl.flock(users, fcntl.LOCK_UN)
            with _alone(folder), suppress(BlockingIOError):
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _stop(folder)
                shutil.rmtree(folder, ignore_errors=True)


def connected(host: str, database: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
    """Connect as the one who may do everything; each statement commits."""
    return psycopg.connect(f"{host} user={USER} dbname={database}", autocommit=True)


def url(host: str, database: str, user: str = USER) -> str:
    """Give the URL of a database."""
    return f"postgresql://{user}@/{database}?{host}"


def _start(folder: Path) -> None:
    data = folder / "data"
    shutil.rmtree(data, ignore_errors=True)
    if os.getuid() == 0:
        shutil.chown(folder, USER)
    _as_postgres(f"{_BINARIES[0]}/initdb --no-sync -A trust -U {USER} -E UTF8 --locale=C -D {data}")
    (data / "pg_hba.conf").write_text(_HBA, encoding="ascii")
    with (data / "postgresql.conf").open("a", encoding="ascii") as file:
        file.write("\n".join((*_SETTINGS, f"unix_socket_directories = '{folder}'", "")))
    _as_postgres(f"{_BINARIES[0]}/pg_ctl -D {data} -l {folder}/log -w start")
    with connected(f"host={folder}") as conn:
        conn.execute(f"CREATE ROLE {GUARDED} LOGIN PASSWORD '{GUARDED_PASSWORD}' CREATEDB")


def _stop(folder: Path) -> None:
    _as_postgres(f"{_BINARIES[0]}/pg_ctl -D {folder}/data -m immediate stop")


def _as_postgres(command: str) -> None:
    # initdb and the server refuse to run as root.
    argv = ["su", USER, "-s", "/bin/sh", "-c", command] if os.getuid() == 0 else ["sh", "-c", command]
    done = subprocess.run(
        argv,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd="/",
        stdin=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr.decode("utf-8", "replace"))


def _opened(path: Path) -> IO[bytes]:
    return path.open("ab")


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with _opened(folder / "starting") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
