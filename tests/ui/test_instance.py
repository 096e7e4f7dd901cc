"""One window for each root, with real processes: the second start gives way, a kill blocks nobody."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hbp_desktop.ui.instance import Doorbell, door_of, ring

Start = Callable[[Path], "subprocess.Popen[str]"]
LONG_S = 60
DEEP = "folder-untuk-fail-sementara-yang-namanya-panjang/" * 3


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start the program on a root as a person would, offscreen; end what is left of it afterwards."""
    begun: list[subprocess.Popen[str]] = []
    deep = tmp_path / DEEP
    deep.mkdir(parents=True)
    places = {"TMPDIR": str(deep), "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}

    def started(root: Path) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "hbp_desktop", "--root", str(root)]
        begun.append(subprocess.Popen(command, env=os.environ | places, stderr=subprocess.PIPE, text=True))
        return begun[-1]

    yield started
    for process in begun:
        with suppress(ProcessLookupError):
            process.kill()
        process.communicate()


@pytest.fixture
def rings() -> Callable[[Path], bool]:
    """Ring at a root's door until it is answered."""
    return lambda root: ring(door_of(root), LONG_S)


def test_of_starts_at_the_same_instant_exactly_one_wins(start: Start, tmp_path: Path) -> None:
    root = tmp_path / "akar"
    running = [start(root) for _ in range(4)]
    codes: list[int] = []
    while len(codes) < 3:
        done = [one for one in running if one.poll() is not None]
        codes += [one.returncode for one in done]
        running = [one for one in running if one not in done]
    assert codes == [0, 0, 0]
    (winner,) = running
    winner.send_signal(signal.SIGTERM)
    assert winner.wait(LONG_S) == 0


def test_a_claim_left_by_a_kill_blocks_nobody(
    start: Start, rings: Callable[[Path], bool], tmp_path: Path
) -> None:
    root = tmp_path / "akar"
    killed = start(root)
    assert rings(root)
    killed.kill()
    killed.wait(LONG_S)
    again = start(root)
    assert rings(root)
    assert again.poll() is None
    assert start(root).wait(LONG_S) == 0
    assert again.poll() is None


def test_different_roots_are_independent(start: Start, rings: Callable[[Path], bool], tmp_path: Path) -> None:
    here, there = tmp_path / "satu", tmp_path / "dua"
    one, other = start(here), start(there)
    assert rings(here)
    assert rings(there)
    assert (one.poll(), other.poll()) == (None, None)


def test_a_window_that_does_not_answer_is_told_in_words(
    start: Start, rings: Callable[[Path], bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "akar"
    stopped = start(root)
    assert rings(root)
    stopped.send_signal(signal.SIGSTOP)
    script = (
        "import sys; from hbp_desktop.ui import instance; from hbp_desktop import app\n"
        "instance.PATIENCE_S = 0\n"
        "instance.ring.__defaults__ = (0.0,)\n"
        "sys.exit(app.run_window(sys.argv[1]))"
    )
    said = subprocess.run(
        [sys.executable, "-c", script, str(root)], capture_output=True, text=True, timeout=LONG_S
    )
    stopped.send_signal(signal.SIGCONT)
    assert said.returncode == 1
    assert "tidak menjawab" in said.stderr


def test_the_same_folder_has_one_door_by_whatever_path(tmp_path: Path) -> None:
    (tmp_path / "akar").mkdir()
    (tmp_path / "pautan").symlink_to(tmp_path / "akar")
    assert door_of(tmp_path / "pautan") == door_of(tmp_path / "akar")
    assert door_of(tmp_path / "akar") != door_of(tmp_path)


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_a_ring_brings_a_minimised_window_forward(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    from hbp_desktop.ui.window import Window

    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    bell = Doorbell(door_of(tmp_path), window)
    assert bell.listens
    bell.rung.connect(lambda: Window.come_forward(window))
    script = (
        "import sys; from PySide6.QtCore import QCoreApplication as App\n"
        "from hbp_desktop.ui.instance import ring\n"
        "app = App([]); sys.exit(0 if ring(sys.argv[1]) else 1)"
    )
    with qtbot.waitSignal(bell.rung, timeout=LONG_S * 1_000):
        caller = subprocess.Popen([sys.executable, "-c", script, door_of(tmp_path)])
    qtbot.waitUntil(lambda: caller.poll() is not None, timeout=LONG_S * 1_000)
    assert caller.returncode == 0
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    bell.close()
