"""A disk of its own, really full: the reserve lets saving, closing and a copy elsewhere go on."""

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from hbp_desktop.domain.errors import NoRoom
from hbp_desktop.store.reserve import Measures, Reserve
from hbp_desktop.ui.stuck_panel import StuckPanel
from hbp_desktop.ui.translations import Languages
from hbp_desktop.usecases import backups, places, planning
from hbp_desktop.usecases.counter import record
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from tests.conftest import Clock
from tests.conftest import Office as Founded
from tests.counter_sitting import one_visit, plan, sit_down
from tests.faults.killing import visit_on
from tests.ui.conftest import languages, look  # noqa: F401 - fixtures
from tests.ui.counter_fixtures import DAY

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="NOT SEEN HERE: a tmpfs of its own")
DISK = 16 * 1024 * 1024
SMALL = Measures(size=6 * 1024 * 1024, scarce=512 * 1024, spare=1024 * 1024, low=8 * 1024 * 1024)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 MB; unmounted afterwards."""
    libc, point = ctypes.CDLL(None, use_errno=True), tmp_path / "cakera"
    point.mkdir()
    if libc.mount(b"x", os.fsencode(point), b"tmpfs", 0, f"size={DISK}".encode()) != 0:
        pytest.skip(f"NOT SEEN HERE: a full disk; {os.strerror(ctypes.get_errno())} for mount()")
    yield point
    libc.umount2(os.fsencode(point), 2)


@pytest.fixture
def opened(disk: Path, founded: Founded, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    """The founded office on that disk, with a reserve of 6 MB."""
    monkeypatch.setattr("hbp_desktop.store.reserve.MEASURES", SMALL)
    shutil.copytree(founded.paths.root, disk / "pejabat")
    moved = Founded(type(founded.paths)(disk / "pejabat"), *list(vars(founded).values())[1:])
    opened = moved.unlock()
    assert places.hold_reserve(opened.paths)
    yield opened
    opened.close()


@pytest.fixture
def fill(disk: Path) -> Callable[[], None]:
    """Take every byte that is free; `empty` gives them back."""

    def full() -> None:
        with (disk / "besar").open("ab", buffering=0) as file:
            for size in (1024 * 1024, 4096, 1):
                try:
                    while True:
                        file.write(bytes(size))
                except OSError:
                    continue
        assert shutil.disk_usage(disk).free == 0

    return full


@pytest.fixture
def empty(disk: Path) -> Callable[[], None]:
    """Give back what `fill` took."""
    return lambda: (disk / "besar").unlink()


def test_with_no_byte_free_a_copy_elsewhere_a_save_and_closing_succeed_at_once(
    opened: Opened, clock: Clock, fill: Callable[[], None], tmp_path: Path
) -> None:
    office = Office.of(opened, clock)
    session = plan(office, number="4", year="2026", days=(DAY,))
    usb = tmp_path / "usb"
    usb.mkdir()
    fill()
    assert backups.make_to(office, usb).path.parent == usb
    assert record(office, visit_on(session, day_of(office, session))).ref
    assert not Reserve(opened.paths.root).held
    assert [told.code for told in places.room(opened.paths).problems] == ["disk_spent"]
    opened.close()


def test_with_no_byte_free_the_office_opens(
    disk: Path, opened: Opened, founded: Founded, fill: Callable[[], None]
) -> None:
    opened.close()
    fill()
    again = Founded(opened.paths, *list(vars(founded).values())[1:]).unlock()
    assert again.officer_id == opened.officer_id
    again.close()


def test_the_reserve_comes_back_when_there_is_room(
    opened: Opened, clock: Clock, fill: Callable[[], None], empty: Callable[[], None]
) -> None:
    kept = Reserve(opened.paths.root)
    fill()
    kept.relieve()
    assert not kept.held
    assert not places.hold_reserve(opened.paths)
    empty()
    assert places.hold_reserve(opened.paths)
    assert kept.held


def test_at_the_counter_the_words_stay_and_are_saved_once_there_is_room(
    opened: Opened,
    clock: Clock,
    languages: Languages,  # noqa: F811
    fill: Callable[[], None],
    empty: Callable[[], None],
) -> None:
    office = Office.of(opened, clock)
    plan(office, number="4", year="2026", days=(DAY,))
    at = sit_down(office, clock)
    Reserve(opened.paths.root).release()
    fill()
    one_visit(at, name="Salmah binti Osman").ctrl(Qt.Key.Key_Return)
    assert "belum disimpan" in at.banner("save")
    assert at.frame.findChild(StuckPanel) is not None
    assert at.rows() == []
    at.page.saving.retry.timeout.emit()  # ten seconds later
    assert at.rows() == []
    assert at.page.client.name.text() == "Salmah binti Osman"
    empty()
    at.page.saving.retry.timeout.emit()
    assert [visit.name for visit in at.rows()] == ["Salmah binti Osman"]
    assert at.banner("save") == ""
    at.close()


def test_without_a_reserve_the_full_disk_is_told(
    opened: Opened, clock: Clock, fill: Callable[[], None], empty: Callable[[], None]
) -> None:
    office = Office.of(opened, clock)
    session = plan(office, number="4", year="2026", days=(DAY,))
    Reserve(opened.paths.root).release()
    fill()
    draft = visit_on(session, day_of(office, session))
    with pytest.raises(NoRoom) as told:
        record(office, draft)
    assert told.value.code in ("disk_full", "disk_refuses")
    empty()
    assert record(office, draft).id == draft.id


def day_of(office: Office, session: str) -> str:
    return planning.session(office, session).days[0].id
