"""Tetapan, Pejabat: what is typed is kept, one button sets it, and the calendar follows."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hbp_desktop.ui.desk import Desk, Shape
from hbp_desktop.ui.settings.office_section import OfficeSection
from hbp_desktop.ui.translations import Languages
from hbp_desktop.usecases import office_settings
from hbp_desktop.usecases.letterhead import letterhead
from hbp_desktop.usecases.opening import Opened
from tests.conftest import Clock
from tests.ui.office_desk import desk_of

Make = Callable[[], OfficeSection]


@pytest.fixture
def real_desk(opened: Opened, clock: Clock, languages: Languages) -> Desk:
    return desk_of(opened, clock)


@pytest.fixture
def section(qtbot: QtBot, real_desk: Desk) -> Make:
    """Open the section as the page does, each time anew."""

    def make() -> OfficeSection:
        made = OfficeSection(real_desk)
        qtbot.addWidget(made)
        made.reflow(Shape("wide"))
        made.resize(900, 900)
        made.show()
        made.opened()
        return made

    return make


def test_what_is_typed_and_saved_stands_on_the_letterhead(
    qtbot: QtBot, section: Make, real_desk: Desk
) -> None:
    shown = section()
    qtbot.keyClicks(shown.form.fields["head_name"].editor, "Tuan Haji Zulkifli Hassan")
    with qtbot.waitSignal(real_desk.changed):
        qtbot.mouseClick(shown.save, Qt.MouseButton.LeftButton)
    assert letterhead(real_desk.office).head_name == "Tuan Haji Zulkifli Hassan"
    assert shown.discard.isHidden()


def test_what_is_typed_is_there_after_a_lock(qtbot: QtBot, section: Make, real_desk: Desk) -> None:
    before = section()
    qtbot.keyClicks(before.form.fields["phone"].editor, "03-8733 0001")
    before.put_away()
    after = section()
    assert after.form.draft().phone == "03-8733 0001"
    assert not after.discard.isHidden()
    qtbot.mouseClick(after.discard, Qt.MouseButton.LeftButton)
    assert after.form.draft().phone == ""
    assert office_settings.typed(real_desk.office) is None


def test_what_cannot_be_is_said_at_its_field_and_nothing_is_lost(qtbot: QtBot, section: Make) -> None:
    shown = section()
    qtbot.keyClicks(shown.form.fields["ack"].editor, "esok")
    qtbot.mouseClick(shown.save, Qt.MouseButton.LeftButton)
    assert "hari bekerja" in shown.form.fields["ack"].trouble()
    assert shown.form.draft().ack == "esok"


def test_a_day_is_added_with_its_reason_and_taken_back(qtbot: QtBot, section: Make, real_desk: Desk) -> None:
    shown = section()
    qtbot.keyClicks(shown.days.day, "25/11/2026")
    qtbot.mouseClick(shown.days.keep, Qt.MouseButton.LeftButton)
    assert shown.days._fields["note"].trouble()
    qtbot.keyClicks(shown.days.note, "Banjir")
    qtbot.keyClick(shown.days.note, Qt.Key.Key_Return)
    assert [day.note for day in office_settings.own_days(real_desk.office)] == ["Banjir"]
    assert shown.days.day.text() == ""
    drop = shown.days._list.findChild(type(shown.save), "office.days.drop")
    qtbot.mouseClick(drop, Qt.MouseButton.LeftButton)
    assert office_settings.own_days(real_desk.office) == ()
