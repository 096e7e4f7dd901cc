"""The exchange and the real window: it begins with the office, and locks leave it what they must."""

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hbp_desktop.ui.exchange_lane import ExchangeLane, Step
from hbp_desktop.ui.unlock_page import UnlockPage
from hbp_desktop.ui.window import Window
from hbp_desktop.usecases.exchange import RoundResult
from hbp_desktop.usecases.office import Office
from tests.ui.test_lock import NAME, NUMBER, clocks, serve, shown, window  # noqa: F401 - fixtures
from tests.ui.traces import settle, traces

LONG = 10_000  # ms


@pytest.fixture
def go() -> Event:
    """Lets the round under way end."""
    return Event()


@pytest.fixture
def under_way(qtbot: QtBot, window: Window, go: Event) -> ExchangeLane:  # noqa: F811
    """A round that has read the journal and waits for the line."""
    reading = Event()

    def run(office: Office, step: Step, stop: Callable[[], bool]) -> RoundResult:
        with office.vault.read() as conn:
            conn.exec_driver_sql("SELECT sum(length(body)) FROM entries").scalar_one()
        step(0, 1, "sending")
        reading.set()
        while not go.wait(0.01):
            if stop():
                return RoundResult(stopped=True)
        return RoundResult()

    serve(window)
    made = ExchangeLane(window._seat.office, run)
    window.lanes.add(made)
    window.frame.desk.exchange.use(made)
    made.now()
    assert reading.wait(LONG / 1000)
    return made


def test_the_exchange_begins_with_the_office_and_ends_with_an_idle_lock(window: Window) -> None:  # noqa: F811
    assert window.lanes.running()
    window.lock("idle")
    assert not window.lanes.running()
    assert not window._lamp.isVisible()


def test_after_a_screen_lock_a_round_goes_on_and_no_client_is_left_in_the_window(
    qtbot: QtBot,
    qapp: QApplication,
    window: Window,  # noqa: F811
    under_way: ExchangeLane,
    go: Event,
) -> None:
    window.lock("idle")
    settle(qapp)
    assert isinstance(shown(window), UnlockPage)
    assert window._lamp.isVisible()
    assert traces(NAME) == []
    assert traces(NUMBER) == []
    with qtbot.waitSignal(under_way.ended, timeout=LONG):
        go.set()
    assert not window._lamp.isVisible()


def test_a_full_lock_ends_the_round_and_its_connection(
    qtbot: QtBot,
    window: Window,  # noqa: F811
    under_way: ExchangeLane,
) -> None:
    vault = under_way._office.vault
    window.lock("sleep")
    with pytest.raises(Exception, match="vault_closed"), vault.read():
        pass
    with qtbot.waitSignal(under_way.ended, timeout=LONG):
        pass
    assert not window.lanes.running()


def test_closing_the_window_stops_the_round(qtbot: QtBot, window: Window, under_way: ExchangeLane) -> None:  # noqa: F811
    with qtbot.waitSignal(under_way.ended, timeout=LONG):
        assert window.close()
    assert not window.lanes.running()
