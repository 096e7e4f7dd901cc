"""Tetapan is a host of sections: who sees which, made when opened, reached by key and by pointer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout
from pytestqt.qtbot import QtBot

from hbp_desktop.domain.errors import Refused
from hbp_desktop.ui.desk import Desk, Shape
from hbp_desktop.ui.settings.section import Section
from hbp_desktop.ui.settings.sections import SECTIONS, SectionKind
from hbp_desktop.ui.settings_page import SettingsPage
from hbp_desktop.ui.translations import Languages


class Notes(Section):
    """A section that remembers what it was told."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.looked = 0
        self.kept = False

    def subtitle(self) -> str:
        return "beside the title"

    def opened(self) -> None:
        self.looked += 1

    def put_away(self) -> None:
        self.kept = True


KINDS = (
    *SECTIONS[:1],
    SectionKind("laptops", "Laptops", "laptop", "device.see", Notes),
    SectionKind("proof", "Proof", "shield", "audit.read", Notes),
)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, languages: Languages) -> SettingsPage:
    """The page of an officer who may see laptops but not the audit."""
    desk.office.may = lambda verb: verb != "audit.read"
    made = SettingsPage(desk, KINDS)
    qtbot.addWidget(made)
    made.reflow(Shape("wide"))
    made.resize(1200, 600)
    made.show()
    return made


def listed(page: SettingsPage) -> list[str]:
    """Give the keys of the sections listed."""
    return [row.kind.key for row in page._list._rows]


def front(page: SettingsPage) -> object:
    """Give the section that is shown."""
    return page._stack.currentWidget().widget()


def test_the_first_section_opens_and_no_other_is_made(page: SettingsPage) -> None:
    page.opened()
    assert front(page) is page.section("look")
    assert list(page._made) == ["look"]


def test_a_section_is_listed_only_for_those_who_may_open_it(page: SettingsPage, desk: Desk) -> None:
    page.opened()
    assert listed(page) == ["look", "laptops"]
    desk.office.may = lambda _verb: True
    page.opened()
    assert listed(page) == ["look", "laptops", "proof"]


def test_a_section_no_longer_allowed_gives_way_to_the_first(page: SettingsPage, desk: Desk) -> None:
    page.opened("laptops")
    desk.office.may = lambda _verb: False
    page.opened()
    assert front(page) is page.section("look")
    assert not page._list.isVisible()


def test_the_desk_opens_a_section_by_its_key(page: SettingsPage) -> None:
    page.opened("laptops")
    assert front(page) is page.section("laptops")
    assert page.section("laptops").looked == 1
    assert page.subtitle() == "beside the title"


def test_without_a_key_the_section_in_front_stays(page: SettingsPage) -> None:
    page.opened("laptops")
    page.opened()
    assert front(page) is page.section("laptops")
    assert page.section("laptops").looked == 2


@pytest.mark.parametrize("target", ["proof", "nowhere", 7, None])
def test_a_key_that_is_not_listed_opens_nothing_else(page: SettingsPage, target: object) -> None:
    page.opened(target)
    assert front(page) is page.section("look")


def test_rows_are_pressed_by_pointer_and_by_key(qtbot: QtBot, page: SettingsPage) -> None:
    page.opened()
    look, laptops = page._list._rows
    qtbot.mouseClick(laptops, Qt.MouseButton.LeftButton)
    assert laptops.isChecked()
    assert not look.isChecked()
    qtbot.keyClick(look, Qt.Key.Key_Space)
    assert front(page) is page.section("look")


def test_the_list_stands_at_the_left_or_on_top(page: SettingsPage) -> None:
    page.opened("laptops")
    assert page._across.direction() == QBoxLayout.Direction.LeftToRight
    page.reflow(Shape("least"))
    assert page._across.direction() == QBoxLayout.Direction.TopToBottom
    assert page.section("laptops").shape == Shape("least")


def test_put_away_reaches_every_section_made(page: SettingsPage) -> None:
    page.opened("laptops")
    page.opened("look")
    page.put_away()
    assert page.section("laptops").kept


def test_errors_are_said_inside_the_section(page: SettingsPage) -> None:
    page.opened("laptops")
    section = page.section("laptops")
    section.say_error("why", Refused("not_allowed", verb="device.see", roles="head"))
    assert section.banners.reasons() == {"why"}
    section.clear("why")
    assert section.banners.reasons() == set()


def test_no_two_sections_share_a_key() -> None:
    keys = [kind.key for kind in SECTIONS]
    assert len(keys) == len(set(keys))


def test_there_is_no_such_section(page: SettingsPage) -> None:
    with pytest.raises(KeyError):
        page.section("nowhere")
