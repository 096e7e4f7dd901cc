"""The reserve is really there, goes when it is needed, and comes back when there is room."""

import errno
from collections import namedtuple
from pathlib import Path

import pytest

from hbp_desktop.domain.errors import NoRoom
from hbp_desktop.store import durable
from hbp_desktop.store import reserve as room
from hbp_desktop.store.reserve import Measures, Reserve

SMALL = Measures(size=300_000, scarce=1_000, spare=1_000, low=10_000)
Usage = namedtuple("Usage", "total used free")


def test_it_is_64_mb_and_really_allocated(tmp_path: Path) -> None:
    kept = Reserve(tmp_path, Measures())
    assert kept.make()
    stat = kept.path.stat()
    assert stat.st_size == 64 * 1024 * 1024
    assert stat.st_blocks * 512 >= stat.st_size
    assert kept.release()
    assert not kept.path.exists()


def test_it_is_made_once_and_a_torn_one_is_made_again(tmp_path: Path) -> None:
    kept = Reserve(tmp_path, SMALL)
    assert kept.make()
    before = kept.path.read_bytes()
    assert kept.make()
    assert kept.path.read_bytes() == before
    kept.path.write_bytes(b"torn")
    assert not kept.held
    assert kept.make()
    assert [path.name for path in tmp_path.iterdir()] == [room.NAME]


def test_it_is_not_made_where_it_would_take_the_last_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room.shutil, "disk_usage", lambda _: Usage(1, 1, 300_500))
    assert not Reserve(tmp_path, SMALL).make()
    assert list(tmp_path.iterdir()) == []


def test_a_write_that_may_not_fit_lets_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Reserve(tmp_path, SMALL)
    kept.make()
    with kept.backing():
        assert kept.held
    monkeypatch.setattr(room.shutil, "disk_usage", lambda _: Usage(1, 1, 999))
    with kept.backing():
        assert not kept.held


def test_a_refused_write_lets_go_for_the_next(tmp_path: Path) -> None:
    kept = Reserve(tmp_path, SMALL)
    kept.make()
    with pytest.raises(NoRoom), kept.backing():
        raise NoRoom("disk_full")
    assert not kept.held
    assert not kept.release()


def test_a_small_file_is_written_at_the_second_try(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[bool] = []
    kept = Reserve(tmp_path)
    kept.make()

    def full_while_kept(old: Path, new: Path) -> None:
        tries.append(kept.held)
        if kept.held:
            raise OSError(errno.ENOSPC, "full")
        old.replace(new)

    monkeypatch.setattr(durable, "_rename", full_while_kept)
    durable.replace_file(tmp_path / "slots", b"whole")
    assert tries == [True, False]
    assert (tmp_path / "slots").read_bytes() == b"whole"


def test_nothing_raises_in_a_folder_that_is_gone(tmp_path: Path) -> None:
    lost = Reserve(tmp_path / "tiada")
    assert lost.free is None
    assert not lost.make()
    assert not lost.release()
    lost.relieve()
