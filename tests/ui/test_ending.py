"""The session ends: what is typed is kept, the office is closed, and the system waits where it must."""
# ruff: noqa: F811 - fixtures are named where they come from

import os
import signal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hbp_desktop.domain.errors import NoRoom
from hbp_desktop.ui.door import Door
from hbp_desktop.ui.ending import Ending
from hbp_desktop.ui.window import Window
from hbp_desktop.usecases import counter
from tests.conftest import OFFICER, PASSWORD
from tests.counter_sitting import one_visit
from tests.ui.test_lock import NAME, NUMBER, at, clocks, window  # noqa: F401 - fixtures


class Session:
    """A session about to end, that lets programs ask for more time."""

    def __init__(self) -> None:
        self.cancelled = False

    def allowsInteraction(self) -> bool:
        return True

    def release(self) -> None:
        pass

    def cancel(self) -> None:
        self.cancelled = True


def kept(door: Door) -> list[str]:
    """Give the names in the drafts kept, as after the next start."""
    seat = door.unlock(OFFICER, PASSWORD)
    try:
        return [draft.name for _, draft, _ in counter.kept_drafts(seat.office)]
    finally:
        seat.close()


def test_a_log_out_keeps_what_is_typed_and_leaves_the_office_open(
    qapp: QApplication, window: Window, door: Door
) -> None:
    one_visit(at(window), NAME.decode(), NUMBER.decode())
    session = Session()
    Ending(qapp, window).on_log_out(session)
    assert not session.cancelled
    assert window.frame is not None
    assert kept(door) == [NAME.decode()]


def test_a_log_out_waits_where_something_cannot_be_kept(
    qapp: QApplication, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NoRoom("disk_full")

    one_visit(at(window), NAME.decode(), NUMBER.decode())
    monkeypatch.setattr(counter, "keep_draft", full)
    session = Session()
    Ending(qapp, window).on_log_out(session)
    assert session.cancelled


def test_the_programs_end_closes_the_office_and_loses_nothing(window: Window, door: Door) -> None:
    one_visit(at(window), NAME.decode(), NUMBER.decode())
    vault = window._seat.office.vault
    window.end()
    window.end()
    with pytest.raises(Exception, match="vault_closed"), vault.read():
        pass
    assert kept(door) == [NAME.decode()]


@pytest.mark.skipif(os.name != "posix", reason="Windows sends no such signal")
def test_a_signal_ends_the_program_in_order(
    qtbot: QtBot, qapp: QApplication, window: Window, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda *_: asked.append(True))
    before = signal.getsignal(signal.SIGTERM)
    ending = Ending(qapp, window)
    ending.listen()
    one_visit(at(window), NAME.decode(), NUMBER.decode())
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: bool(asked))
    ending.close()
    signal.signal(signal.SIGTERM, before)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    assert window.frame is None
    assert kept(door) == [NAME.decode()]
