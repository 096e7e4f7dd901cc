"""Tetapan, Kunci: one's own password, who can open here, the printed code, the state's key."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hbp_desktop.store import keyslots, slots
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.ui.desk import Shape
from hbp_desktop.ui.settings.keys_section import KeysSection
from hbp_desktop.ui.translations import Languages
from hbp_desktop.usecases.opening import Opened
from hbp_desktop.usecases.slot_changes import note_act
from tests.conftest import CHEAP, OFFICER, PASSWORD, Clock, Office
from tests.ui.office_desk import desk_of, settle

NEW = "bunga raya di tangga"


@pytest.fixture
def section(
    qtbot: QtBot, opened: Opened, clock: Clock, languages: Languages, monkeypatch: pytest.MonkeyPatch
) -> KeysSection:
    """The section as the first officer sees it."""
    monkeypatch.setattr(slots, "STANDARD", CHEAP)
    made = KeysSection(desk_of(opened, clock))
    qtbot.addWidget(made)
    made.reflow(Shape("wide"))
    made.resize(1100, 700)
    made.show()
    made.opened()
    return made


def done(qapp: QApplication, section: KeysSection) -> None:
    settle(qapp, lambda: section._task is None)


def typed(qtbot: QtBot, section: KeysSection, old: str, new: str, again: str) -> None:
    for edit, text in (
        (section.mine.old, old),
        (section.mine.new.first, new),
        (section.mine.new.again, again),
    ):
        qtbot.keyClicks(edit, text)


def test_the_ways_in_are_listed_with_what_protects_them(section: KeysSection) -> None:
    assert section.list.words() == [
        f"{OFFICER}, kata laluan dan stor kunci komputer ini",
        "Kod pemulihan, helaian bercetak dalam peti besi",
    ]


def test_ones_own_password_is_changed_by_keyboard(
    qtbot: QtBot, qapp: QApplication, section: KeysSection, founded: Office
) -> None:
    typed(qtbot, section, PASSWORD, NEW, NEW)
    qtbot.keyClick(section.mine.new.again, Qt.Key.Key_Return)
    done(qapp, section)
    assert "done" in section.banners.reasons()
    assert section.mine.old.text() == section.mine.new.text() == ""
    founded.unlock(NEW).close()


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [("bukan ini", NEW, NEW), ("", NEW, NEW), (PASSWORD, NEW, "lain"), (PASSWORD, "a", "a")],
)
def test_what_is_wrong_is_said_in_its_place_and_nothing_changes(
    qtbot: QtBot, qapp: QApplication, section: KeysSection, founded: Office, old: str, new: str, again: str
) -> None:
    before = founded.paths.keyslots.read_bytes()
    typed(qtbot, section, old, new, again)
    section.mine.change.click()
    done(qapp, section)
    said = [section.mine._old_field.trouble(), *(field.trouble() for field in section.mine.new._fields)]
    assert len([one for one in said if one]) == 1
    assert founded.paths.keyslots.read_bytes() == before


def test_the_files_key_is_changed_on_demand(
    qtbot: QtBot, qapp: QApplication, section: KeysSection, founded: Office
) -> None:
    before = keyslots.read(founded.paths.keyslots).vault
    section.list.rotate.click()
    done(qapp, section)
    assert keyslots.read(founded.paths.keyslots).vault != before
    assert "done" in section.banners.reasons()


def test_the_states_key_is_installed_from_a_file(
    qapp: QApplication, section: KeysSection, tmp_path: Path
) -> None:
    file = tmp_path / "negeri.txt"
    section.ask_file = lambda *_: str(file)
    for text, codes in (("bukan kunci", {"keys"}), (PersonKeys.new().age, {"done"})):
        file.write_text(text, encoding="utf-8")
        section.list.escrow.click()
        done(qapp, section)
        assert section.banners.reasons() == codes
    assert any(words.startswith("Pejabat negeri") for words in section.list.words())


def test_the_code_is_replaced_with_the_old_one_and_two_groups_from_the_paper(
    qtbot: QtBot, qapp: QApplication, section: KeysSection, founded: Office
) -> None:
    section.code.begin.click()
    step = section.code.step
    assert step is not None
    assert not section.code.replace.isEnabled()
    qtbot.keyClicks(section.code.old, founded.code)
    for edit, group in zip(step.typed, step.asked(), strict=True):
        qtbot.keyClicks(edit, group)
    assert section.code.replace.isEnabled()
    new = step.code
    section.code.replace.click()
    done(qapp, section)
    assert section.code.step is None
    assert slots.keys_by_code(keyslots.read(founded.paths.keyslots), new)


def test_leaving_the_section_forgets_passwords_and_the_new_code(qtbot: QtBot, section: KeysSection) -> None:
    typed(qtbot, section, PASSWORD, NEW, NEW)
    section.code.begin.click()
    section.hide()
    assert section.code.step is None
    assert section.mine.old.text() == section.mine.new.text() == ""


def test_a_key_made_on_another_laptop_is_confirmed_by_who_can_sign(
    qapp: QApplication, section: KeysSection
) -> None:
    office, hafiz, other = section.desk.office, "2" * 32, PersonKeys.new()
    with office.writing() as doing:
        fields = {f"officer.{hafiz}": {"name": "Hafiz Ismail", "post": ""}}
        doing.enact(fields, office.opened.keys.signing, action="officer_added")
        note_act(doing, "slot.made", hafiz, sign=other.signing_public, age=other.age)
    section.opened()
    assert section.list.confirm.text() == "Sahkan 1 kunci baharu"
    section.list.confirm.click()
    done(qapp, section)
    assert office.staff().find(hafiz).keys == {other.signing_public: other.age}
    assert section.list.confirm.isHidden()
