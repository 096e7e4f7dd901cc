"""Rounds beside the window: in a thread and on a vault of their own, for as long as a lock lets them."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hbp_desktop.domain.errors import Problem, Unreachable
from hbp_desktop.domain.locking import Depth
from hbp_desktop.ui.exchange_lane import ExchangeLane, Step
from hbp_desktop.ui.lanes import Lanes
from hbp_desktop.ui.theme import Theme
from hbp_desktop.usecases.exchange import RoundResult
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from tests.conftest import Clock

LONG = 10_000  # ms; the most a thread is waited for before the test fails


class Round:
    """A round that waits for the test: it steps, then goes on until it is let go or asked to stop."""

    def __init__(self) -> None:
        self.began, self.go = threading.Event(), threading.Event()
        self.calls = 0
        self.thread: object = None
        self.held = -1
        self.error: Exception | None = None
        self.result = RoundResult()

    def __call__(self, office: Office, step: Step, stop: Callable[[], bool]) -> RoundResult:
        self.calls += 1
        self.thread = QThread.currentThread()
        step(1, 4, "sending")
        self.began.set()
        while not self.go.wait(0.01):
            if stop():
                return RoundResult(stopped=True)
        if self.error is not None:
            raise self.error
        with office.vault.read() as conn:
            self.held = conn.exec_driver_sql("SELECT count(*) FROM entries").scalar_one()
        return self.result

    def begun(self) -> None:
        """Wait until it is under way."""
        assert self.began.wait(LONG / 1000)


@pytest.fixture
def round_() -> Iterator[Round]:
    made = Round()
    yield made
    made.go.set()


class Due:
    """When a round is due; tests move it."""

    at = 0

    def __call__(self, _office: Office) -> int:
        return self.at


@pytest.fixture
def due() -> Due:
    return Due()


@pytest.fixture
def lanes(look: Theme) -> Lanes:
    return Lanes()


@pytest.fixture
def lane(
    qtbot: QtBot, opened: Opened, clock: Clock, lanes: Lanes, round_: Round, due: Due
) -> Iterator[ExchangeLane]:
    made = ExchangeLane(Office.of(opened, clock), round_, due)
    lanes.add(made)
    yield made
    if made.running:
        with qtbot.waitSignal(made.ended, timeout=LONG):
            made.stop()


def finish(qtbot: QtBot, lane: ExchangeLane, round_: Round) -> RoundResult:
    """Let the round end, and give what came of it."""
    with qtbot.waitSignal(lane.settled, timeout=LONG) as told:
        round_.go.set()
    return told.args[0]


def test_a_round_runs_in_a_thread_of_its_own_and_tells_on_the_windows(
    qtbot: QtBot, lane: ExchangeLane, round_: Round
) -> None:
    heard: list[object] = []
    lane.stepped.connect(lambda *step: heard.append((*step, QThread.currentThread())))
    lane.now()
    round_.begun()
    assert lane.busy
    result = finish(qtbot, lane, round_)
    here = QApplication.instance().thread()
    assert round_.thread is not here
    assert heard == [(1, 4, "sending", here)]
    assert result.done
    assert round_.held > 0
    assert not lane.busy


def test_one_round_runs_at_a_time(qtbot: QtBot, lane: ExchangeLane, round_: Round) -> None:
    lane.now()
    round_.begun()
    lane.now()
    lane.look()
    finish(qtbot, lane, round_)
    assert round_.calls == 1


def test_a_round_begins_when_it_is_due_and_not_before(
    qtbot: QtBot, lane: ExchangeLane, round_: Round, due: Due, clock: Clock
) -> None:
    round_.go.set()
    lane.look()
    assert not lane.busy  # 0 is never
    due.at = int(clock().timestamp()) + 60
    lane.look()
    assert not lane.busy
    clock.move(minutes=1)
    with qtbot.waitSignal(lane.settled, timeout=LONG):
        lane.look()
    assert round_.calls == 1


def test_saves_that_follow_closely_go_in_one_round(qtbot: QtBot, lane: ExchangeLane, round_: Round) -> None:
    round_.go.set()
    with qtbot.waitSignal(lane.settled, timeout=LONG):
        lane.now()
    for _ in range(5):
        lane.nudge()
    assert lane._soon.isActive()
    with qtbot.waitSignal(lane.settled, timeout=LONG):
        lane._soon.timeout.emit()
    assert round_.calls == 2


def test_a_save_while_a_round_runs_is_carried_by_another(
    qtbot: QtBot, lane: ExchangeLane, round_: Round
) -> None:
    lane.now()
    round_.begun()
    lane.nudge()
    lane._soon.timeout.emit()
    assert lane._soon.isActive()
    finish(qtbot, lane, round_)
    with qtbot.waitSignal(lane.settled, timeout=LONG):
        lane._soon.timeout.emit()
    assert round_.calls == 2


def test_a_save_while_the_line_is_down_waits_for_its_turn(
    qtbot: QtBot, lane: ExchangeLane, round_: Round, due: Due, clock: Clock
) -> None:
    round_.go.set()
    round_.result = RoundResult(problem=Problem("sync_no_network"))
    due.at = int(clock().timestamp()) + 600
    with qtbot.waitSignal(lane.settled, timeout=LONG):
        lane.now()
    lane.nudge()
    lane._soon.timeout.emit()
    assert not lane.busy
    assert round_.calls == 1


def test_what_a_round_raises_becomes_its_problem(qtbot: QtBot, lane: ExchangeLane, round_: Round) -> None:
    round_.error = Unreachable("sync_no_network", url="https://example.my")
    lane.now()
    result = finish(qtbot, lane, round_)
    assert result.problem == Problem("sync_no_network", values={"url": "https://example.my"})
    assert not result.done


def test_a_bug_in_a_round_is_logged_and_said_and_the_next_one_runs(
    qtbot: QtBot, lane: ExchangeLane, round_: Round, caplog: pytest.LogCaptureFixture
) -> None:
    round_.error = RuntimeError("a client's name")
    lane.now()
    result = finish(qtbot, lane, round_)
    assert result.problem is not None
    assert result.problem.code == "exchange_fault"
    assert "RuntimeError" in caplog.text
    assert "client's name" not in caplog.text
    round_.error = None
    lane.now()
    assert finish(qtbot, lane, round_).done


# locks


def test_a_screen_lock_leaves_the_round_under_way_its_own_connection(
    qtbot: QtBot, lane: ExchangeLane, lanes: Lanes, opened: Opened, round_: Round
) -> None:
    lane.now()
    round_.begun()
    lanes.leave(Depth.SCREEN)
    opened.close()
    assert lane.running
    assert not lane.takes_commands
    with qtbot.waitSignal(lane.ended, timeout=LONG):
        round_.go.set()
    assert round_.held > 0
    assert not lanes.running()


def test_after_a_screen_lock_no_further_round_begins(
    qtbot: QtBot, lane: ExchangeLane, lanes: Lanes, round_: Round, due: Due
) -> None:
    lane.start()
    lane.now()
    round_.begun()
    lanes.leave(Depth.SCREEN)
    due.at = 1
    lane.nudge()
    lane.look()
    lane.now()
    assert not lane._looking.isActive()
    assert not lane._soon.isActive()
    with qtbot.waitSignal(lane.ended, timeout=LONG):
        round_.go.set()
    assert round_.calls == 1


def test_a_lane_without_a_round_ends_with_the_lock(lane: ExchangeLane, lanes: Lanes) -> None:
    vault = lane._office.vault
    lanes.leave(Depth.SCREEN)
    assert not lanes.running()
    with pytest.raises(Exception, match="vault_closed"), vault.read():
        pass


def test_a_full_lock_closes_the_connection_at_once_and_stops_the_round(
    qtbot: QtBot, lane: ExchangeLane, lanes: Lanes, round_: Round
) -> None:
    lane.now()
    round_.begun()
    vault = lane._office.vault
    lanes.leave(Depth.FULL)
    with pytest.raises(Exception, match="vault_closed"), vault.read():
        pass
    with qtbot.waitSignal(lane.ended, timeout=LONG):
        pass
    assert not lanes.running()


def test_thirty_minutes_after_a_screen_lock_the_round_is_stopped(
    qtbot: QtBot, lane: ExchangeLane, lanes: Lanes, round_: Round
) -> None:
    lane.now()
    round_.begun()
    lanes.leave(Depth.SCREEN)
    results: list[RoundResult] = []
    lane.settled.connect(results.append)
    with qtbot.waitSignal(lane.ended, timeout=LONG):
        lane._limit.timeout.emit()
    assert [one.stopped for one in results] == [True]


def test_who_unlocks_again_waits_for_the_last_round_of_before(
    qtbot: QtBot, lane: ExchangeLane, lanes: Lanes, opened: Opened, clock: Clock, round_: Round
) -> None:
    lane.now()
    round_.begun()
    lanes.leave(Depth.SCREEN)
    later = Round()
    later.go.set()
    again = ExchangeLane(Office.of(opened, clock), later, Due())
    again.now()
    assert not again.busy
    assert again._soon.isActive()
    with qtbot.waitSignal(lane.ended, timeout=LONG):
        round_.go.set()
    with qtbot.waitSignal(again.settled, timeout=LONG):
        again.now()
    assert later.calls == 1
    again.stop()


def test_after_something_was_sent_one_more_round_asks_what_counts(
    qtbot: QtBot, lane: ExchangeLane, round_: Round
) -> None:
    round_.go.set()
    round_.result = RoundResult(sent=3)
    with qtbot.waitSignal(lane.settled, timeout=LONG):
        lane.now()
    assert lane._judged.isActive()
    round_.result = RoundResult()
    with qtbot.waitSignal(lane.settled, timeout=LONG):
        lane._judged.timeout.emit()
    assert round_.calls == 2
    assert not lane._judged.isActive()
