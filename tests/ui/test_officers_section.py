"""Tetapan › Pegawai: the list, roles, acting, a way in, retiring, second records, the printed code."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hbp_desktop.domain.appointment import ActingDraft
from hbp_desktop.domain.officer import OfficerDraft
from hbp_desktop.store import slots
from hbp_desktop.ui.desk import Desk, Shape
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.chip import Chip, ToggleChip
from hbp_desktop.ui.parts.inputs import LineEdit
from hbp_desktop.ui.preferences import Preferences
from hbp_desktop.ui.settings.officer_row import OfficerRow
from hbp_desktop.ui.settings.officers_section import OfficersSection
from hbp_desktop.ui.theme import Theme
from hbp_desktop.ui.translations import Languages
from hbp_desktop.usecases import officers, setup
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from tests import conftest
from tests.ui.office_desk import settle
from tests.ui.test_nothing_is_cut import cut
from tests.ui.test_nothing_is_cut import settle as settle_words
from tests.usecases.office_staff import AISYAH, DEVI, add, seated

NEW = "pagar hijau di hujung kampung"
Key = Qt.Key


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slots, "STANDARD", conftest.CHEAP)
    monkeypatch.setattr(slots, "HEAVY", conftest.CHEAP)


@pytest.fixture
def office(opened: Opened, clock: conftest.Clock) -> Office:
    """The office with a head and a leader beside its first officer."""
    first = Office.of(opened, clock)
    add(first, AISYAH, "head", post="S44")
    add(first, DEVI, "leader", "counter")
    return first


def section_of(qtbot: QtBot, office: Office) -> OfficersSection:
    made = OfficersSection(Desk(office, Preferences()))
    qtbot.addWidget(made)
    made.reflow(Shape())
    made.resize(1040, 640)
    made.show()
    made.opened()
    return made


@pytest.fixture
def section(qtbot: QtBot, languages: Languages, office: Office) -> OfficersSection:
    """The section as the administrator sees it, in Malay."""
    return section_of(qtbot, office)


def rows(section: OfficersSection) -> list[str]:
    return [one.accessibleName().split(",")[0] for one in section.list._rows if one.isVisible()]


def row(section: OfficersSection, name: str) -> OfficerRow:
    return next(one for one in section.list._rows if one.accessibleName().startswith(name))


def button(section: OfficersSection, name: str) -> Button:
    found = section.findChild(Button, f"officers.{name}")
    assert isinstance(found, Button)
    return found


def visible_acts(section: OfficersSection) -> set[str]:
    return {act for act, one in section.detail.buttons.items() if one.isVisible()}


def type_into(section: OfficersSection, name: str, text: str) -> None:
    found = section.findChild(LineEdit, f"officers.{name}")
    assert isinstance(found, LineEdit)
    found.setFocus()
    QTest.keyClicks(found, text)


def give() -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    QTest.keyClick(focused, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_list_names_everyone_with_their_roles(section: OfficersSection) -> None:
    assert rows(section) == [AISYAH, DEVI, conftest.OFFICER]
    said = row(section, conftest.OFFICER).accessibleName()
    for words in ("Ketua pejabat", "Pentadbir", "Buka di sini"):
        assert words in said
    assert all(chip.isVisible() for chip in section.list.findChildren(Chip) if chip.text())


def test_arrow_keys_and_enter_go_from_officer_to_officer(section: OfficersSection) -> None:
    row(section, AISYAH).setFocus()
    QTest.keyClick(row(section, AISYAH), Key.Key_Down)
    assert section.detail.shown is not None
    assert section.detail.shown.member.name == DEVI
    QTest.keyClick(row(section, AISYAH), Key.Key_Return)
    assert section.detail.shown.member.name == AISYAH


def test_an_officer_is_added_by_keyboard(section: OfficersSection, office: Office) -> None:
    button(section, "add").click()
    QTest.keyClicks(QApplication.focusWidget(), "Encik Tan")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "Juruaudit")
    section.add.chips["counter"].click()
    section.add.chips["auditor"].click()
    give()
    (tan,) = office.staff().named("Encik Tan")
    assert (tan.post, tan.own_roles) == ("Juruaudit", {"auditor"})
    assert section.detail.shown is not None
    assert section.detail.shown.member == tan
    assert not section.add.isVisible()


def test_a_name_that_is_there_is_asked_about(section: OfficersSection, office: Office) -> None:
    button(section, "add").click()
    QTest.keyClicks(QApplication.focusWidget(), DEVI)
    give()
    assert "sudah ada" in section.add.fields["name"].trouble()
    assert section.add.tick.isVisible()
    section.add.tick.setChecked(True)
    section.add.give()
    assert len(office.staff().named(DEVI)) == 2


def test_roles_are_switched_and_saved(section: OfficersSection, office: Office) -> None:
    row(section, DEVI).pressed.emit()
    assert not section.detail.save.isVisible()
    section.detail.chips["auditor"].click()
    section.detail.chips["counter"].click()
    section.detail.save.click()
    assert office.staff().named(DEVI)[0].own_roles == {"leader", "auditor"}
    assert not section.detail.save.isVisible()


def test_an_administrator_makes_no_administrator(section: OfficersSection) -> None:
    row(section, DEVI).pressed.emit()
    chip = section.findChild(ToggleChip, "officers.role.administrator")
    assert isinstance(chip, ToggleChip)
    assert not chip.isEnabled()
    assert "kod pemulihan" in chip.toolTip()
    assert visible_acts(section) == {"password", "acting", "link", "retire"}


def test_oneself_is_neither_retired_nor_reset(section: OfficersSection) -> None:
    row(section, conftest.OFFICER).pressed.emit()
    assert visible_acts(section) == {"acting"}


def test_the_code_makes_an_administrator_and_is_put_away(
    section: OfficersSection, office: Office, founded: conftest.Office
) -> None:
    button(section, "code").click()
    QTest.keyClicks(QApplication.focusWidget(), "bukan kod")
    give()
    assert section.code.fields["code"].trouble()
    section.code.code.clear()
    QTest.keyClicks(section.code.code, founded.code)
    give()
    assert "code" in section.banners.reasons()
    row(section, DEVI).pressed.emit()
    section.detail.chips["administrator"].click()
    section.detail.save.click()
    assert "administrator" in office.staff().named(DEVI)[0].own_roles
    section.hide()
    assert section.acts.root is None
    section.show()
    section.opened()
    assert "code" not in section.banners.reasons()
    assert section.code.code.text() == ""


def test_somebody_is_appointed_to_act_and_it_is_ended(section: OfficersSection, office: Office) -> None:
    row(section, DEVI).pressed.emit()
    button(section, "do.acting").click()
    type_into(section, "acting.from", "24/11/2026")
    type_into(section, "acting.to", "20/11/2026")
    give()
    assert "mendahului" in section.acting.fields["acting_to"].trouble()
    section.acting.end.clear()
    type_into(section, "acting.to", "30/11/2026")
    type_into(section, "acting.letter", "JKM.HL 600-1/2 (14)")
    give()
    (acting,) = office.staff().named(DEVI)[0].acting
    assert acting.letter == "JKM.HL 600-1/2 (14)"
    assert "Pemangku ketua pejabat hingga 30 Nov" in row(section, DEVI).accessibleName()
    button(section, f"end.{acting.id[:8]}").click()
    assert office.staff().named(DEVI)[0].acting == ()


def test_a_colleague_gets_a_way_in_here(
    section: OfficersSection, qapp: QApplication, founded: conftest.Office
) -> None:
    row(section, AISYAH).pressed.emit()
    assert section.detail.buttons["password"].text() == "Beri laluan di komputer ini…"
    button(section, "do.password").click()
    type_into(section, "password.new", NEW)
    type_into(section, "password.again", "lain")
    give()
    assert "berbeza" in section.password.fields["again"].trouble()
    section.password.again.clear()
    type_into(section, "password.again", NEW)
    give()
    settle(qapp, lambda: not section.password.isVisible())
    assert section.password.password.text() == ""
    assert "Buka di sini" in row(section, AISYAH).accessibleName()
    opened = setup.unlock(founded.paths, AISYAH, NEW, founded.secrets, founded.clock)
    assert opened.officer.name == AISYAH
    opened.close()


def test_retiring_asks_why_and_says_what_backups_do(
    section: OfficersSection, qapp: QApplication, office: Office
) -> None:
    row(section, DEVI).pressed.emit()
    button(section, "do.retire").click()
    assert "Salinan sandaran lama" in section.retire._told.text()
    give()
    settle(qapp, lambda: bool(section.retire.fields["reason"].trouble()))
    type_into(section, "retire.reason", "bersara")
    give()
    settle(qapp, lambda: not section.retire.isVisible())
    assert rows(section) == [AISYAH, conftest.OFFICER, DEVI]  # shown, for it is the one chosen
    assert visible_acts(section) == {"back"}
    button(section, "do.back").click()
    type_into(section, "back.reason", "kembali")
    give()
    assert not office.staff().named(DEVI)[0].retired


def test_the_retired_are_under_a_fold(qtbot: QtBot, languages: Languages, office: Office) -> None:
    officers.retire(office, office.staff().named(DEVI)[0].id, "bersara")
    section = section_of(qtbot, office)
    assert rows(section) == [AISYAH, conftest.OFFICER]
    section.list.fold.click()
    assert rows(section) == [AISYAH, conftest.OFFICER, DEVI]


def test_two_records_are_linked_and_parted(section: OfficersSection, office: Office) -> None:
    second = officers.add(office, OfficerDraft("Aisyah binti Mohd Nor"), ["counter"])
    section.opened()
    row(section, "Aisyah binti Mohd Nor").pressed.emit()
    button(section, "do.link").click()
    section.link.other.set_value(office.staff().named(AISYAH)[0].id)
    section.link.give()
    assert rows(section) == [AISYAH, DEVI, conftest.OFFICER]
    button(section, f"part.{second.id[:8]}").click()
    assert "Aisyah binti Mohd Nor" in rows(section)


def test_who_minds_no_officers_reads_only(qtbot: QtBot, languages: Languages, office: Office) -> None:
    section = section_of(qtbot, seated(office, office.staff().named(DEVI)[0]))
    assert not section.list.add_button.isVisible()
    row(section, AISYAH).pressed.emit()
    assert visible_acts(section) == {"password"}  # a leader makes a colleague's way in
    assert not any(chip.isEnabled() for chip in section.detail.chips.values())


def test_an_administrator_without_a_confirmed_key_is_told_the_way(
    qtbot: QtBot, languages: Languages, office: Office, founded: conftest.Office
) -> None:
    from hbp_desktop.usecases.as_root import as_root

    made = officers.add(as_root(office, founded.code), OfficerDraft("Encik Tan"), ["administrator"])
    section = section_of(qtbot, seated(office, made))
    assert "key" in section.banners.reasons()
    assert "Kunci belum disahkan" in row(section, "Encik Tan").accessibleName()
    assert not section.list.add_button.isVisible()


def test_every_word_changes_with_the_language(section: OfficersSection, languages: Languages) -> None:
    row(section, DEVI).pressed.emit()
    languages.use("en")
    section.desk.preferences = Preferences(language="en")
    section.retranslate()
    assert section.detail.buttons["retire"].text() == "Retire…"
    assert "Team leader" in row(section, DEVI).accessibleName()


def test_locking_forgets_what_was_typed(section: OfficersSection) -> None:
    row(section, AISYAH).pressed.emit()
    button(section, "do.password").click()
    type_into(section, "password.new", NEW)
    section.put_away()
    assert section.password.password.text() == ""
    assert not section.password.isVisible()


@pytest.mark.parametrize(("across", "scale"), [(1040, 100), (1200, 150), (900, 200)])
@pytest.mark.parametrize("spoken", ["ms", "en"])
def test_no_word_is_cut(
    qtbot: QtBot, look: Theme, languages: Languages, office: Office, spoken: str, across: int, scale: int
) -> None:
    languages.use(spoken)
    look.set("light", scale)
    officers.appoint(
        office, office.staff().named(DEVI)[0].id, ActingDraft("head", "24.11.2026", "30.11.2026", "JKM 1")
    )
    section = section_of(qtbot, office)
    section.desk.preferences = Preferences(language=spoken)
    section.reflow(Shape("wide" if scale == 100 else "least"))
    row(section, DEVI).pressed.emit()
    for act in ("acting", "password", "link", "retire"):
        section.acts.want(act)
        settle_words(qtbot, section, (across, 1600))
        assert cut(section) == [], act
    section.acts.ask_add()
    settle_words(qtbot, section, (across, 1600))
    assert cut(section) == []
    look.set("light", 100)
