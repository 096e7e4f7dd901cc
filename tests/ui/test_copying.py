"""Backups that nobody asks for: after the opening, and as the program closes."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from hbp_desktop.ui.copying import copy_at_close, copy_daily
from hbp_desktop.ui.door import Door
from hbp_desktop.usecases import backups
from tests.conftest import OFFICER, PASSWORD, Office
from tests.ui.office_desk import plan_sample_day, settle


def test_the_days_first_is_made_beside_the_typing(qapp: QApplication, door: Door) -> None:
    seat, parent = door.unlock(OFFICER, PASSWORD), QObject()
    waiting = copy_daily(seat.office, parent)
    assert waiting.isActive()
    waiting.setInterval(0)
    settle(qapp, lambda: bool(backups.copies(seat.office).kept))
    waiting.stop()
    seat.close()


def test_closing_makes_one_after_something_was_recorded(door: Door, founded: Office) -> None:
    seat = door.unlock(OFFICER, PASSWORD)
    first = backups.daily(seat.office)
    plan_sample_day(seat.office)
    founded.clock.move(hours=8)
    copy_at_close(seat.office)
    (second,) = backups.copies(seat.office).kept  # one a day stays, the newer
    assert first is not None
    assert second.entries > first.entries
    copy_at_close(seat.office)
    assert backups.copies(seat.office).kept == (second,)
    seat.close()


def test_nothing_that_goes_wrong_keeps_the_program_from_closing(
    door: Door, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def break_down(_office: object) -> None:
        raise RuntimeError("a bug")

    seat = door.unlock(OFFICER, PASSWORD)
    monkeypatch.setattr(backups, "at_close", break_down)
    monkeypatch.setattr(backups, "at_close", break_down)
    copy_at_close(seat.office)
    assert "RuntimeError" in caplog.text
    seat.close()
