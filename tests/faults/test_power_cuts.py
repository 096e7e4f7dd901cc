"""A power cut at any moment loses nothing that was acknowledged; `make faults` makes two thousand of them."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from hbp_desktop.store.engine import connect
from hbp_desktop.store.vault import Vault
from hbp_desktop.usecases.opening import Opened
from tests.faults.disk_model import Disk, Event
from tests.faults.test_kills import report_of
from tests.faults.tracing import can_trace

traced = pytest.mark.skipif(
    not can_trace(), reason="NOT SEEN HERE: system calls cannot be traced (Linux on x86_64 only)"
)


class Nothing:
    """A chance by which nothing that may be lost is kept."""

    choice = staticmethod(lambda _: 0.0)
    randint = staticmethod(lambda _low, _high: 0)
    random = staticmethod(lambda: 0.5)


@traced
def test_forty_power_cuts_while_saving_lose_nothing_acknowledged(tmp_path: Path) -> None:
    report = report_of("power_cuts", tmp_path, "--cuts", "40", "--saves", "12")
    assert report["wrong"] == []
    assert report["cuts"] == 40
    assert report["fsyncs"] >= report["saves"]


@traced
def test_saving_without_waiting_for_the_disk_is_found_out(tmp_path: Path) -> None:
    assert report_of("power_cuts", tmp_path, "--cuts", "40", "--saves", "10", "--control")["wrong"]


def test_the_model_keeps_what_was_synced_and_may_lose_the_rest() -> None:
    disk = Disk({"/a/x": b"old"})
    for event in (
        *(Event("write", "/a/x", 0, b"new"), Event("fsync", "/a/x"), Event("write", "/a/x", 0, b"lost")),
        *(Event("create", "/a/y"), Event("write", "/a/y", 0, b"y"), Event("fsync", "/a/y")),
    ):
        disk.take(event)
    assert disk.cut(Nothing()) == {"/a/x": b"new"}  # type: ignore[arg-type]
    disk.take(Event("fsync", "/a"))
    disk.take(Event("rename", "/a/y", other="/a/x"))
    assert disk.cut(Nothing()) == {"/a/x": b"new", "/a/y": b"y"}  # type: ignore[arg-type]
    disk.take(Event("fsync", "/a"))
    assert disk.cut(Nothing()) == {"/a/x": b"y"}  # type: ignore[arg-type]


def test_a_page_torn_while_the_log_was_emptied_is_mended_before_it_is_judged(
    opened: Opened, tmp_path: Path
) -> None:
    with opened.vault.write() as conn:
        conn.exec_driver_sql("INSERT INTO drafts (slot, kind, body, kept_at) VALUES ('a', 'visit', '{}', 1)")
    path = opened.vault.path
    log = path.with_name(f"{path.name}-wal").read_bytes()
    numbers = [int.from_bytes(log[at : at + 4], "big") for at in range(32, len(log), 4096 + 24)]
    page = next(number for number in numbers if 1 < number <= path.stat().st_size // 4096)
    twin = shutil.copytree(path.parent, tmp_path / "selepas", ignore=shutil.ignore_patterns("*-shm"))
    torn = bytearray((twin / path.name).read_bytes())
    torn[(page - 1) * 4096 : (page - 1) * 4096 + 512] = bytes(512)
    (twin / path.name).write_bytes(torn)
    key = opened.vault._key or b""
    with closing(connect(twin / path.name, key, "ro")) as raw:
        assert raw.execute("PRAGMA cipher_integrity_check").fetchone() is not None
    again = Vault.open(twin / path.name, key)
    again.check()
    again.close()
