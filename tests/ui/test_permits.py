"""What each role is shown of the window: pages, buttons, and no client for those who see none."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from hbp_desktop.domain.staff import Member, Staff
from hbp_desktop.ui import permits
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.frame import Frame
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.preferences import Preferences
from hbp_desktop.ui.translations import Languages
from hbp_desktop.usecases import counter
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from tests.conftest import Clock
from tests.ui.office_desk import plan_sample_day, settle
from tests.usecases.drafts import visit

Sit = Callable[..., Frame]
CLIENT = "Rokiah"


@pytest.fixture
def sit(qtbot: QtBot, languages: Languages, opened: Opened, clock: Clock) -> Sit:
    """Sit down with roles, a client recorded by the first officer."""
    first = Office.of(opened, clock)
    counter.record(first, visit(plan_sample_day(first), name=f"{CLIENT} binti Hamid"))

    def seated(*roles: str) -> Frame:
        member = Member("m" * 32, "Encik Din", own_roles=frozenset(roles))
        office = Office.of(replace(opened, officer_id=member.id), clock)
        office.__dict__["staff"] = lambda: Staff({**first.staff().members, member.id: member})
        frame = Frame(Desk(office, Preferences()))
        qtbot.addWidget(frame)
        frame.resize(1366, 720)
        frame.show()
        return frame

    return seated


def shown(frame: Frame) -> list[str]:
    """Give the pages in the rail."""
    return [key for key in frame._kinds if not frame.navigation.item(key).isHidden()]


def words(frame: Frame) -> str:
    """Give everything that stands on the glass as text."""
    labels = [one.text() for one in frame.findChildren(QLabel)]
    return " ".join([*labels, *(one.text() for one in frame.findChildren(QLineEdit))])


FULL = ["today", "counter", "records", "sessions", "report", "sync", "help", "settings"]
READING = ["today", "records", "sessions", "report", "sync", "help", "settings"]
PAGES = {
    "counter": FULL,
    "leader": FULL,
    "head": FULL,
    "coordinator": READING,
    "auditor": READING,
    "administrator": ["today", "sessions", "sync", "help", "settings"],
    "": ["help", "settings"],
}


@pytest.mark.parametrize("role", PAGES)
def test_a_role_is_shown_its_pages_and_each_opens(sit: Sit, qapp: QApplication, role: str) -> None:
    pages, frame = PAGES[role], sit(*filter(None, [role]))
    assert shown(frame) == pages
    for key in pages:
        assert frame.open(key), key
        settle(qapp)
        frame.current().refreshed()
        assert not frame.current().banners.reasons() & {"bug", "list", "record"}, key
        names = CLIENT in listed(frame) if key == "records" else False
        assert names == (key == "records" and pages == FULL), key


def listed(frame: Frame) -> str:
    """Give the names in the list of records."""
    model = frame.current().list.model
    return " ".join(
        str(model.index(row, column).data() or "")
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    )


def test_a_page_that_is_not_for_the_role_says_why(sit: Sit) -> None:
    frame = sit("administrator")
    frame.open_first("records")
    assert frame.current().key == "today"
    frame.desk.go("records")
    assert frame.current().key == "today"
    assert "not_allowed" in frame.current().banners.reasons()
    assert "petugas kaunter" in frame.current().banners._banners["not_allowed"].text()
    frame.open("sessions")
    frame.open("today")
    assert "not_allowed" not in frame.current().banners.reasons()


def test_an_administrator_finds_no_client_on_any_page(sit: Sit, qapp: QApplication) -> None:
    frame = sit("administrator")
    for key in shown(frame):
        frame.open(key)
        settle(qapp)
        assert CLIENT not in words(frame)


def test_buttons_a_role_may_not_use_say_who_may(sit: Sit, qapp: QApplication) -> None:
    frame = sit("counter")
    frame.open("sessions")
    settle(qapp)
    new = frame.findChild(Button, "sessions.new")
    assert not new.isEnabled()
    assert "ketua pasukan" in new.toolTip()
    new.setEnabled(True)
    assert not new.isEnabled()
    new.forbid("")
    assert new.isEnabled()
    assert new.toolTip() == ""


def test_a_leader_may_use_them(sit: Sit, qapp: QApplication) -> None:
    frame = sit("leader")
    frame.open("sessions")
    settle(qapp)
    assert frame.findChild(Button, "sessions.new").isEnabled()


def test_who_no_longer_may_sees_the_rail_shrink(sit: Sit) -> None:
    frame = sit("counter")
    office = frame.desk.office
    office.__dict__["staff"] = lambda: Staff({})
    frame.desk.changed.emit()
    assert shown(frame) == ["help", "settings"]


def test_every_guarded_name_is_one_of_a_button() -> None:
    room = Path(permits.__file__).parent
    code = "".join(path.read_text("utf-8") for path in room.rglob("*.py") if path.name != "permits.py")
    for name in permits.VERBS:
        assert f'"{name}' in code, name
    assert permits.verb_of("record.status.2") == "matter.move"
    assert permits.verb_of("record.copy") == ""
