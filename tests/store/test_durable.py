"""Small files replaced whole, locks a kill releases, and what is swept."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hbp_desktop.domain.errors import Damaged, Locked, NoRoom
from hbp_desktop.store.attempts import Attempts, pause_s
from hbp_desktop.store.durable import TEMPORARY, claimed, make_folder, read_file, replace_file, sweep


def test_a_file_is_replaced_whole_and_only_for_this_account(tmp_path: Path) -> None:
    path = tmp_path / "é file"
    replace_file(path, b"old")
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0


def test_a_file_longer_than_agreed_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "long").write_bytes(b"x" * 11)
    with pytest.raises(Damaged):
        read_file(tmp_path / "long", 10, "too_long")
    assert read_file(tmp_path / "long", 11, "too_long") == b"x" * 11


def test_a_folder_where_a_file_stands_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NoRoom) as told:
        make_folder(tmp_path / "file" / "root")
    assert told.value.code == "folder_not_writable"


def test_only_one_holds_a_claim_at_a_time(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with claimed(lock):
        with pytest.raises(Locked) as told, claimed(lock):
            pass
        assert told.value.code == "another_setup_running"
    with claimed(lock):
        pass


def test_a_killed_holder_lets_go(tmp_path: Path) -> None:
    script = (
        "import sys, pathlib\n"
        "from hbp_desktop.store.durable import claimed\n"
        "with claimed(pathlib.Path(sys.argv[1])):\n"
        "    print('held', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"held\n"
        with pytest.raises(Locked), claimed(tmp_path / "lock"):
            pass
        child.kill()
    with claimed(tmp_path / "lock"):
        pass


def test_only_leftovers_are_swept(tmp_path: Path) -> None:
    for name in (
        "vault-a.db",
        "vault-b.db",
        "vault-b.db-wal",
        "vault-b.db-shm",
        TEMPORARY + "1",
        "notes.txt",
    ):
        (tmp_path / name).touch()
    (tmp_path / "vault-b.db-folder").mkdir()
    sweep(tmp_path, lambda name: name == "vault-b.db")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "notes.txt",
        "vault-a.db",
        "vault-b.db-folder",
    ]


def test_pauses_grow_to_five_minutes_and_no_further() -> None:
    assert [pause_s(times) for times in (0, 1, 2, 3, 4, 5, 10, 11, 1_000)] == [
        0,
        0,
        0,
        2,
        4,
        8,
        256,
        300,
        300,
    ]


def test_wrong_passwords_slow_one_slot_down_and_a_right_one_forgets(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path / "attempts.json")
    assert [attempts.failed("a", 100) for _ in range(4)] == [0, 0, 2, 4]
    assert attempts.wait_s("a", 101) == 3
    assert attempts.wait_s("a", 104) == 0
    assert attempts.wait_s("b", 100) == 0
    attempts.succeeded("a")
    assert Attempts(tmp_path / "attempts.json").wait_s("a", 100) == 0


def test_a_clock_set_back_locks_nobody_out(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path / "attempts.json")
    for _ in range(5):
        attempts.failed("a", 10_000)
    assert attempts.wait_s("a", 50) == 0


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"a":1}', b'{"a":["x",2]}', b"x" * 100_000])
def test_a_spoilt_attempts_file_costs_nothing(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "attempts.json"
    path.write_bytes(data)
    assert Attempts(path).wait_s("a", 1) == 0
    assert Attempts(path).failed("a", 1) == 0
