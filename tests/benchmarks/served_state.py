"""A state office served in a process of its own on PostgreSQL, and the bare floor beside it."""

import resource
import secrets
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.state_office import postgres
from tests.state_office.stands import KEYS, Stand, stand_on


@dataclass(frozen=True)
class ServedState:
    """Both ends' addresses, the process of ours, and a stand on the same database."""

    url: str
    bare: str
    process: int
    bare_process: int
    stand: Stand
    ca: Path | None = None  # plain http, to loopback

    @property
    def port(self) -> int:
        """The port of ours."""
        return int(self.url.rpartition(":")[2])

    @property
    def memory(self) -> float:
        """Give the most memory our process has had, in MB."""
        return _peak(self.process)

    @property
    def bare_memory(self) -> float:
        """Give the most memory the floor's process has had, in MB."""
        return _peak(self.bare_process)


@contextmanager
def served_state() -> Iterator[ServedState]:
    """Start PostgreSQL, a state office and the floor, each on a database of its own."""
    with TemporaryDirectory(prefix="hbp-bench-") as temporary:
        folder = Path(temporary)
        folder.chmod(0o755)
        with postgres.server(folder / "pg") as host:
            key_file = folder / "state.key"
            key_file.write_bytes(KEYS.seed)
            key_file.chmod(0o600)
            ours, bare = (_database(host) for _ in range(2))
            stand = stand_on(postgres.url(host, ours), folder / "attachments")
            told = f"{host} user={postgres.USER} dbname={bare}"
            serving = [postgres.url(host, ours), str(key_file)]
            with (
                _process("tests.benchmarks.served_state", *serving) as state,
                _process("tests.benchmarks.bare_receiver", told) as floor,
            ):
                yield ServedState(state[0], floor[0], state[1], floor[1], stand)
            stand.close()


def _database(host: str) -> str:
    name = f"ukur_{secrets.token_hex(4)}"
    with postgres.connected(host) as conn:
        conn.execute(f"CREATE DATABASE {name}")
    return name


@contextmanager
def _process(module: str, *arguments: str) -> Iterator[tuple[str, int]]:
    command = [sys.executable, "-m", module, *arguments]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, preexec_fn=_more_files
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip(), process.pid
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def _peak(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024


def _more_files() -> None:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def main(database: str, key_file: str) -> None:
    """Serve as `state-office serve --port 0` does."""
    from hbp_desktop.state_office import deployment
    from hbp_desktop.store.secrets import Secrets
    from hbp_desktop.sync.serving import Address

    with deployment.opened(database, Path(key_file), Secrets(find=lambda: None)) as found:
        deployment.serve(found, Address(), lambda url: print(url, flush=True))


if __name__ == "__main__":
    main(*sys.argv[1:])
