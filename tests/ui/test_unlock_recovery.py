"""Lupa kata laluan: the code, then a name and a new password, and on as oneself."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hbp_desktop.store import keyslots
from hbp_desktop.ui.door import Door, Seat
from hbp_desktop.ui.unlock_page import UnlockPage
from tests.conftest import OFFICER, Office

NEW = "bunga raya di tangga"


@pytest.fixture
def page(qtbot: QtBot, languages: object, founded: Office, door: Door) -> UnlockPage:
    """The unlock page of a founded office, in front."""
    made = UnlockPage(door, "ms", "1.0")
    qtbot.addWidget(made)
    made.resize(1366, 738)
    with qtbot.waitExposed(made):
        made.show()
    return made


def past_the_code(qtbot: QtBot, page: UnlockPage, code: str) -> None:
    """Choose Lupa kata laluan?, type the code, and come to the new password."""
    page.password._forgotten.click()
    qtbot.keyClicks(page.code.code, code)
    qtbot.keyClick(page.code.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._form() is page.new, timeout=20_000)


def sat_down(qtbot: QtBot, page: UnlockPage) -> Seat:
    with qtbot.waitSignal(page.opened, timeout=20_000) as heard:
        qtbot.keyClick(page.new.password.again, Qt.Key.Key_Return)
    seat = heard.args[0]
    assert isinstance(seat, Seat)
    return seat


def test_a_forgotten_password_ends_in_ones_own_seat(qtbot: QtBot, page: UnlockPage, founded: Office) -> None:
    past_the_code(qtbot, page, founded.code)
    assert page.focusWidget() is page.new.password.first
    assert page.new.officers.currentText() == OFFICER
    for edit in (page.new.password.first, page.new.password.again):
        qtbot.keyClicks(edit, NEW)
    seat = sat_down(qtbot, page)
    assert seat.office.officer.name == OFFICER
    assert page.new.password.text() == ""
    seat.close()
    founded.unlock(NEW).close()


def test_two_different_passwords_and_short_ones_are_said_and_nothing_happens(
    qtbot: QtBot, page: UnlockPage, founded: Office
) -> None:
    past_the_code(qtbot, page, founded.code)
    before = founded.paths.keyslots.read_bytes()
    qtbot.keyClicks(page.new.password.first, "pendek")
    qtbot.keyClicks(page.new.password.again, "lain")
    page.new.unlock.click()
    assert [bool(field.trouble()) for field in page.new.password._fields] == [True, True]
    assert founded.paths.keyslots.read_bytes() == before
    assert page._by_code._seat is not None


@pytest.mark.parametrize("leave", ["back", "hide", "late"])
def test_the_office_the_code_opened_is_closed_when_nobody_sits_down(
    qtbot: QtBot, page: UnlockPage, founded: Office, leave: str
) -> None:
    past_the_code(qtbot, page, founded.code)
    vault = page._by_code._seat.office.vault
    qtbot.keyClicks(page.new.password.first, "sedang menaip")
    if leave == "back":
        page.new._back.click()
    elif leave == "hide":
        page.hide()
    else:
        page._by_code._patience.timeout.emit()
    assert vault._key is None
    assert page.new.password.text() == ""
    assert page._form() is page.password


def test_the_codes_holder_may_go_on_to_mind_officers_only(
    qtbot: QtBot, page: UnlockPage, founded: Office
) -> None:
    past_the_code(qtbot, page, founded.code)
    with qtbot.waitSignal(page.opened) as heard:
        page.new._alone.click()
    seat = heard.args[0]
    assert seat.office.officer_id == "recovery"
    assert not seat.office.may("visit.record")
    assert seat.office.may("officer.reset")
    seat.close()


def test_an_account_without_the_laptops_secret_gets_its_own_screen_and_comes_in_by_the_code(
    qtbot: QtBot, page: UnlockPage, founded: Office
) -> None:
    founded.ring.kept.clear()
    qtbot.keyClicks(page.password.password, "apa-apa sahaja")
    page.password.unlock.click()
    qtbot.waitUntil(lambda: page._form() is page.keyring, timeout=20_000)
    assert page.keyring._title.text() == "Akaun ini tidak menyimpan rahsia komputer riba ini"
    assert page.keyring.retry.isHidden()
    page.keyring.code.click()
    assert page._form() is page.code
    qtbot.keyClicks(page.code.code, founded.code)
    qtbot.keyClick(page.code.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._form() is page.new, timeout=20_000)
    for edit in (page.new.password.first, page.new.password.again):
        qtbot.keyClicks(edit, NEW)
    sat_down(qtbot, page).close()
    assert len(keyslots.read(founded.paths.keyslots).named(OFFICER)) == 2
    founded.unlock(NEW).close()
