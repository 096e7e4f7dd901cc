"""A real encrypted office, founded once a run and copied for each test."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from hbp_desktop.config import Paths
from hbp_desktop.store import reserve
from hbp_desktop.store.secrets import Secrets
from hbp_desktop.store.wrap import KdfCost
from hbp_desktop.usecases.opening import Opened
from hbp_desktop.usecases.setup import SetupDraft, found, unlock
from tests.rings import MemoryRing, secrets_with

MALAYSIA = timezone(timedelta(hours=8))
OFFICE = "SGR06"
OFFICER = "Rohani binti Salleh"
POST = "Penolong Pegawai Kebajikan"
PASSWORD = "payung biru di tepi sungai"
CHEAP = KdfCost(memory=64, passes=1, lanes=1)

DRAFT = SetupDraft(OFFICE, OFFICER, POST, PASSWORD)

_MEMORY = Path("/dev/shm")  # files that no disk is waited for; Linux has it
_ROOM = 2 * 1024**3  # bytes


def pytest_configure() -> None:
    """Put `tmp_path` in memory where there is room: two thirds of an opening is waiting for a disk."""
    if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime = datetime(2026, 11, 24, 8, 30, tzinfo=MALAYSIA)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass(frozen=True)
class Office:
    """A founded office at rest: its folder, the code on the paper, the keyring it was founded with."""

    paths: Paths
    code: str
    ring: MemoryRing
    secrets: Secrets
    clock: Clock

    def unlock(self, password: str = PASSWORD) -> Opened:
        return unlock(self.paths, OFFICER, password, self.secrets, self.clock)


@pytest.fixture(autouse=True)
def _no_window_outlives_its_test() -> Iterator[None]:
    """Delete what a test left: it would hear the next one's language, with its office closed."""
    yield
    widgets, core = sys.modules.get("PySide6.QtWidgets"), sys.modules.get("PySide6.QtCore")
    app = widgets.QApplication.instance() if widgets else None
    if app is not None and core is not None:
        for window in app.topLevelWidgets():
            window.deleteLater()
        app.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True, scope="session")
def _small_reserve() -> None:
    """Keep back 64 kB beside each of the thousand vaults, not 64 MB."""
    reserve.MEASURES = reserve.Measures(size=64 * 1024)


@pytest.fixture
def clock() -> Clock:
    """08:30 on the morning of a client day."""
    return Clock()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A root where nothing was founded yet."""
    return Paths.at(tmp_path / "akar pejabat é")


@pytest.fixture
def secrets() -> Secrets:
    """A keyring that works."""
    return secrets_with(MemoryRing())


@pytest.fixture(scope="session")
def founded_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Paths, str, MemoryRing]:
    """One founded office, never changed."""
    paths, ring = Paths.at(tmp_path_factory.mktemp("office") / "root"), MemoryRing()
    founded = found(paths, DRAFT, secrets_with(ring), Clock(), cost=CHEAP)
    founded.opened.close()
    return paths, founded.recovery_code, ring


@pytest.fixture
def founded(founded_once: tuple[Paths, str, MemoryRing], paths: Paths, clock: Clock) -> Office:
    """A founded office of this test's own, not opened."""
    original, code, ring = founded_once
    shutil.copytree(original.root, paths.root)
    own_ring = MemoryRing()
    own_ring.kept.update(ring.kept)
    return Office(paths, code, own_ring, secrets_with(own_ring), clock)


@pytest.fixture
def opened(founded: Office) -> Iterator[Opened]:
    """The founded office, opened by its first officer."""
    office = founded.unlock()
    yield office
    office.close()


@pytest.fixture
def free_name(tmp_path: Path) -> Callable[[], Path]:
    """Names of vault files that do not exist yet."""
    count = iter(range(1_000))
    return lambda: tmp_path / f"vault-{next(count):016x}.db"
