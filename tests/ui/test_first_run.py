"""Persediaan by keyboard: from nothing to an opened office; and what can go wrong on the way."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hbp_desktop.config import Paths
from hbp_desktop.domain import recovery
from hbp_desktop.store.secrets import Secrets
from hbp_desktop.ui.door import Door
from hbp_desktop.ui.first_run.code_paper import draw_sheet, prepare, write_code
from hbp_desktop.ui.first_run.wizard import Wizard
from hbp_desktop.usecases.setup import office_here, officers_here
from tests.conftest import CHEAP, PASSWORD, Clock


@pytest.fixture
def wizard(qtbot: QtBot, languages: object, paths: Paths, secrets: Secrets, clock: Clock) -> Wizard:
    """The first run in an empty folder."""
    made = Wizard(Door(paths, secrets, clock, CHEAP), "ms")
    qtbot.addWidget(made)
    made.resize(1366, 738)
    with qtbot.waitExposed(made):
        made.show()
    made.take_focus()
    return made


def typed(qtbot: QtBot, field: QWidget, text: str) -> None:
    """Type into a field that has the focus already."""
    assert field.hasFocus(), f"{field.objectName()} has no focus"
    qtbot.keyClicks(field, text)


def enter(qtbot: QtBot, wizard: Wizard) -> None:
    """Press Enter where the focus is."""
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)


def answer_office(qtbot: QtBot, wizard: Wizard) -> None:
    """Choose Selangor by its letter, then Hulu Langat by three letters."""
    qtbot.keyClicks(wizard.office.state, "sel")
    qtbot.keyClick(wizard.office.state, Qt.Key.Key_Tab)
    typed(qtbot, wizard.office.office, "langat")
    qtbot.keyClick(wizard.office.office, Qt.Key.Key_Down)
    enter(qtbot, wizard)
    enter(qtbot, wizard)


def answer_officer(qtbot: QtBot, wizard: Wizard, password: str = PASSWORD, again: str = PASSWORD) -> None:
    """Fill in the first officer."""
    typed(qtbot, wizard.officer.name, "Rohani binti Ahmad")
    enter(qtbot, wizard)
    typed(qtbot, wizard.officer.post, "Penolong Pegawai Kebajikan S29")
    enter(qtbot, wizard)
    typed(qtbot, wizard.officer.password, password)
    enter(qtbot, wizard)
    typed(qtbot, wizard.officer.again, again)
    enter(qtbot, wizard)


def test_the_whole_first_run_by_keyboard_founds_and_opens_the_office(
    qtbot: QtBot, wizard: Wizard, paths: Paths, tmp_path: Path
) -> None:
    answer_office(qtbot, wizard)
    answer_officer(qtbot, wizard)
    assert wizard.step() is wizard.code
    wizard.code.save_to(tmp_path / "kod.txt")
    assert wizard.code.code.split("-")[0] in (tmp_path / "kod.txt").read_text("utf-8")
    first, second = wizard.code.asked()
    typed(qtbot, wizard.code.typed[0], first.lower())
    enter(qtbot, wizard)
    typed(qtbot, wizard.code.typed[1], second)
    with qtbot.waitSignal(wizard.founded, timeout=20_000) as heard:
        enter(qtbot, wizard)
    seat = heard.args[0]
    assert (office_here(paths), officers_here(paths)) == ("SGR06", ["Rohani binti Ahmad"])
    assert seat.office.officer.post == "Penolong Pegawai Kebajikan S29"
    seat.close()


def test_going_back_loses_nothing(qtbot: QtBot, wizard: Wizard) -> None:
    answer_office(qtbot, wizard)
    answer_officer(qtbot, wizard)
    wizard.go_back()
    assert wizard.officer.name.text() == "Rohani binti Ahmad"
    assert wizard.officer.password.text() == PASSWORD
    wizard.go_back()
    assert (wizard.office.code(), wizard.office.state.value()) == ("SGR06", "SGR")
    code = wizard.code.code
    wizard.go_on()
    wizard.go_on()
    assert wizard.code.code == code


def test_an_institution_outside_the_catalogue_is_taken_by_its_code(qtbot: QtBot, wizard: Wizard) -> None:
    wizard.office.office.setFocus()
    qtbot.keyClicks(wizard.office.office, "sgr-rsk7")
    enter(qtbot, wizard)
    assert wizard.office.code() == "SGR-RSK7"
    assert wizard.office.state.value() == "SGR"


def test_an_unknown_office_is_said_with_near_ones_and_stops(qtbot: QtBot, wizard: Wizard) -> None:
    wizard.office.office.setFocus()
    qtbot.keyClicks(wizard.office.office, "zzzzz")
    enter(qtbot, wizard)
    assert "SGR06" in wizard.office._office_field.trouble()
    wizard.go_on()
    assert wizard.step() is wizard.office


@pytest.mark.parametrize(
    ("password", "again", "words"),
    [("pendek", "pendek", "terlalu pendek"), (PASSWORD, "lain sekali", "berbeza")],
)
def test_a_password_that_cannot_be_used_stays_on_the_page(
    qtbot: QtBot, wizard: Wizard, password: str, again: str, words: str
) -> None:
    answer_office(qtbot, wizard)
    answer_officer(qtbot, wizard, password, again)
    assert wizard.step() is wizard.officer
    fields = wizard.officer._fields
    assert any(words in fields[edit].trouble() for edit in (wizard.officer.password, wizard.officer.again))


def test_the_strength_is_told_in_words_while_typing(qtbot: QtBot, wizard: Wizard) -> None:
    answer_office(qtbot, wizard)
    wizard.officer.password.setFocus()
    typed(qtbot, wizard.officer.password, "malaysia1")
    assert wizard.officer._strength.accessibleName().startswith("Lemah")
    wizard.officer.password.selectAll()
    typed(qtbot, wizard.officer.password, PASSWORD)
    assert wizard.officer._strength.accessibleName().startswith("Kuat")


def test_the_code_hides_while_it_is_typed_back_and_wrong_groups_do_not_pass(
    qtbot: QtBot, wizard: Wizard, paths: Paths
) -> None:
    answer_office(qtbot, wizard)
    answer_officer(qtbot, wizard)
    groups = recovery.groups(wizard.code.code)
    assert [shown.text() for shown in wizard.code._shown] == list(groups)
    wizard.code.typed[0].setFocus()
    qtbot.keyClicks(wizard.code.typed[0], "!!!!")
    assert not set(groups) & {shown.text() for shown in wizard.code._shown}
    assert wizard.code._fields[0].trouble()
    wizard.go_on()
    assert wizard.step() is wizard.code
    assert not paths.keyslots.exists()


def test_a_missing_keyring_is_said_with_what_holds(
    qtbot: QtBot, languages: object, paths: Paths, clock: Clock
) -> None:
    no_ring = Secrets(lambda: None)
    wizard = Wizard(Door(paths, no_ring, clock, CHEAP), "ms")
    qtbot.addWidget(wizard)
    qtbot.waitUntil(lambda: not wizard.officer._warning.isHidden(), timeout=20_000)
    assert "tor kunci" in wizard.officer._warning.text()


def test_a_folder_that_cannot_be_written_leaves_everything_typed(
    qtbot: QtBot, languages: object, tmp_path: Path, secrets: Secrets, clock: Clock
) -> None:
    (tmp_path / "file").write_text("in the way")
    wizard = Wizard(Door(Paths.at(tmp_path / "file"), secrets, clock, CHEAP), "ms")
    qtbot.addWidget(wizard)
    with qtbot.waitExposed(wizard):
        wizard.show()
    wizard.take_focus()
    answer_office(qtbot, wizard)
    answer_officer(qtbot, wizard)
    for edit, group in zip(wizard.code.typed, wizard.code.asked(), strict=True):
        edit.setText(group)
    wizard.go_on()
    qtbot.waitUntil(lambda: "founding" in wizard._banners.reasons(), timeout=20_000)
    assert wizard.officer.password.text() == PASSWORD
    assert wizard.code.ready()


def test_the_sheet_is_one_page_with_every_group(languages: object, tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    code = recovery.write(bytes(range(20)))
    device = QPdfWriter(str(tmp_path / "sheet.pdf"))
    prepare(device)
    assert draw_sheet(device, "PKMD Hulu Langat", recovery.groups(code))
    pages = pypdf.PdfReader(tmp_path / "sheet.pdf").pages
    assert len(pages) == 1


def test_the_saved_sheet_can_be_read_by_this_account_only(languages: object, tmp_path: Path) -> None:
    write_code(tmp_path / "kod.txt", "PKMD Hulu Langat", ("ABCD", "EFGH"))
    assert (tmp_path / "kod.txt").stat().st_mode & 0o077 == 0
    assert "2  EFGH" in (tmp_path / "kod.txt").read_text("utf-8")
