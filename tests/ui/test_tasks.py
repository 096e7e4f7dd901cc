"""The lane: work beside the window, results on its thread."""

import threading
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from hbp_desktop.ui import tasks


def test_a_job_runs_in_the_lane_and_its_result_arrives_on_the_ui_thread(qtbot: QtBot) -> None:
    heard: list[tuple[int, bool]] = []
    main = QCoreApplication.instance().thread()
    tasks.start(
        threading.get_ident,
        lambda result: heard.append((result, QThread.currentThread() is main)),
        lambda error: pytest.fail(str(error)),
    )
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0][0] != threading.get_ident()
    assert heard[0][1]


def test_an_error_arrives_where_it_can_be_said(qtbot: QtBot) -> None:
    heard: list[Exception] = []

    def job() -> None:
        raise OSError("disk")

    tasks.start(job, lambda _: pytest.fail("done"), heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], OSError)


def test_progress_is_told_in_order(qtbot: QtBot) -> None:
    steps: list[tuple[int, int, str]] = []
    done: list[str] = []

    def job(step: tasks.Step) -> str:
        for number in range(3):
            step(number, 3, f"langkah {number}")
        return "siap"

    tasks.start(job, done.append, lambda error: pytest.fail(str(error)), lambda *step: steps.append(step))
    qtbot.waitUntil(lambda: bool(done))
    assert steps == [(0, 3, "langkah 0"), (1, 3, "langkah 1"), (2, 3, "langkah 2")]


def test_a_cancelled_job_stops_at_its_next_step_and_says_nothing(qtbot: QtBot) -> None:
    begun, go_on, reached = Event(), Event(), []
    heard: list[object] = []

    def job(step: tasks.Step) -> None:
        begun.set()
        go_on.wait(20)
        step(1, 2, "")
        reached.append(True)

    task = tasks.start(job, heard.append, heard.append, lambda *step: heard.append(step))
    assert begun.wait(20)
    task.cancel()
    go_on.set()
    assert tasks.wait_for_all()
    QCoreApplication.processEvents()
    assert (reached, heard) == ([], [])
