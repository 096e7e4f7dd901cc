"""A spoilt file is told on the unlock page, in words, and the page stays usable."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hbp_desktop.ui.door import Door
from hbp_desktop.ui.unlock_page import UnlockPage
from hbp_desktop.usecases.wording import all_texts
from tests.conftest import PASSWORD, Office
from tests.faults.test_bad_files import SLOTS, VAULTS, files_of, vault_of

_OPENS = ("truncated", "truncated in a page")  # its first pages are whole; `verify` finds the rest


def page_of(qtbot: QtBot, door: Door) -> UnlockPage:
    page = UnlockPage(door, "ms", "1.0")
    qtbot.addWidget(page)
    page.resize(1366, 738)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.mark.parametrize("kind", [kind for kind in VAULTS if kind not in _OPENS])
def test_a_spoilt_vault_is_told_below_the_password(
    kind: str, qtbot: QtBot, languages: object, founded: Office, door: Door
) -> None:
    spoil, codes = VAULTS[kind]
    page = page_of(qtbot, door)
    spoil(vault_of(founded.paths))
    before = files_of(founded.paths)
    page.focus_password()
    qtbot.keyClicks(page.password.password, PASSWORD)
    qtbot.keyClick(page.password.password, Qt.Key.Key_Return)
    field = page.password._field
    qtbot.waitUntil(lambda: bool(field.trouble()), timeout=20_000)
    assert field.trouble() in [all_texts()[code]["ms"] for code in codes]
    assert page.password.password.isEnabled()
    assert files_of(founded.paths) == before


@pytest.mark.parametrize("kind", [kind for kind in SLOTS if kind != "gone"])
def test_spoilt_slots_are_told_as_soon_as_the_page_is_there(
    kind: str, qtbot: QtBot, languages: object, founded: Office, door: Door
) -> None:
    spoil, codes = SLOTS[kind]
    spoil(founded.paths.keyslots)
    page = page_of(qtbot, door)
    shown = page.password._field.trouble()
    opening = [all_texts()[code]["ms"].split("{")[0] for code in codes]
    assert any(shown.startswith(words) for words in opening), shown
