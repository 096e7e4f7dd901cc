"""Buka kunci by keyboard, on a real encrypted office."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from hbp_desktop.ui.door import Door, Seat
from hbp_desktop.ui.unlock_page import UnlockPage
from tests.conftest import OFFICE, OFFICER, PASSWORD, Office


@pytest.fixture
def page(qtbot: QtBot, languages: object, founded: Office, door: Door) -> UnlockPage:
    """The unlock page of a founded office, in front."""
    made = UnlockPage(door, "ms", "1.0")
    qtbot.addWidget(made)
    made.resize(1366, 738)
    with qtbot.waitExposed(made):
        made.show()
    made.focus_password()
    return made


def opened(qtbot: QtBot, page: UnlockPage) -> Seat:
    """Wait until the office is open; give the seat."""
    with qtbot.waitSignal(page.opened, timeout=20_000) as heard:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    return heard.args[0]


def refused(qtbot: QtBot, page: UnlockPage) -> str:
    """Press Enter and wait for the sentence below the field."""
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    field = page.password._field
    qtbot.waitUntil(lambda: bool(field.trouble()), timeout=20_000)
    return field.trouble()


def test_the_officer_is_chosen_and_the_cursor_stands_in_the_password(page: UnlockPage) -> None:
    assert page.rail.officer() == OFFICER
    assert page.focusWidget() is page.password.password
    assert page.password.password.echoMode() == QLineEdit.EchoMode.Password


def test_the_right_password_opens_the_office(qtbot: QtBot, page: UnlockPage) -> None:
    qtbot.keyClicks(page.password.password, PASSWORD)
    seat = opened(qtbot, page)
    assert (seat.office.code, seat.office.officer.name) == (OFFICE, OFFICER)
    assert page.password.password.text() == ""
    seat.close()


def test_a_wrong_password_is_said_below_the_field_and_the_field_is_selected(
    qtbot: QtBot, page: UnlockPage
) -> None:
    qtbot.keyClicks(page.password.password, "bukan ini")
    assert "Kata laluan salah" in refused(qtbot, page)
    assert page.password.password.selectedText() != ""
    assert page.focusWidget() is page.password.password


def test_after_several_wrong_passwords_the_button_counts_down(qtbot: QtBot, page: UnlockPage) -> None:
    for _ in range(6):
        if page.password.unlock.isEnabled():
            qtbot.keyClicks(page.password.password, "salah lagi")
            refused(qtbot, page)
    assert not page.password.unlock.isEnabled()
    before = page.password.unlock.text()
    assert "Cuba lagi dalam" in before
    page._clock.timeout.emit()
    assert page.password.unlock.text() != before


def test_caps_lock_is_noticed_from_the_letters(qtbot: QtBot, page: UnlockPage) -> None:
    qtbot.keyClick(page.password.password, Qt.Key.Key_A)
    assert page.password._caps.isHidden()
    qtbot.keyClick(page.password.password, "A")
    assert not page.password._caps.isHidden()
    assert page.password._caps.text() == "Caps Lock sedang hidup"


def test_the_printed_code_opens_without_a_password(qtbot: QtBot, page: UnlockPage, founded: Office) -> None:
    page.password._code.click()
    assert page.focusWidget() is page.code.code
    qtbot.keyClicks(page.code.code, founded.code.lower().replace("-", " "))
    qtbot.keyClick(page.code.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.new.isVisible(), timeout=20_000)
    with qtbot.waitSignal(page.opened) as heard:
        page.new._alone.click()
    seat = heard.args[0]
    assert seat.office.code == OFFICE
    seat.close()


def test_a_slip_in_the_code_names_the_group(qtbot: QtBot, page: UnlockPage, founded: Office) -> None:
    wrong = ("1" if founded.code[0] != "1" else "2") + founded.code[1:]
    page.password._code.click()
    qtbot.keyClicks(page.code.code, wrong)
    qtbot.keyClick(page.code.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.code._field.trouble()), timeout=20_000)
    assert page.code.code.text() == wrong


def test_a_damaged_slots_file_is_explained_and_nothing_can_be_typed(
    qtbot: QtBot, languages: object, founded: Office, door: Door
) -> None:
    founded.paths.keyslots.write_text("{")
    page = UnlockPage(door, "ms", "1.0")
    qtbot.addWidget(page)
    assert "keyslots.json rosak" in page.password._field.trouble()


def test_the_page_speaks_english_at_once(qtbot: QtBot, page: UnlockPage, languages: object) -> None:
    page.language_wanted.connect(lambda code: (page.set_language(code), languages.use(code)))
    page._other_language.click()
    qtbot.waitUntil(lambda: page.password.unlock.text() == "Unlock")
    assert page._other_language.text() == "Bahasa Melayu"
