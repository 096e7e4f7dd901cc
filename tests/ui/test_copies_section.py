"""Tetapan, Sandaran: made in the lane, told in words, and what may be missing stands there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hbp_desktop.store import gaps
from hbp_desktop.store.anchor import Anchor
from hbp_desktop.ui.desk import Desk, Shape
from hbp_desktop.ui.settings.copies_section import CopiesSection
from hbp_desktop.ui.translations import Languages
from hbp_desktop.usecases import backups
from hbp_desktop.usecases.opening import Opened
from hbp_desktop.usecases.today import overview_of
from tests.conftest import Clock
from tests.ui.office_desk import desk_of, settle

Make = Callable[[], CopiesSection]


@pytest.fixture
def real_desk(opened: Opened, clock: Clock, languages: Languages) -> Desk:
    return desk_of(opened, clock)


@pytest.fixture
def section(qtbot: QtBot, real_desk: Desk) -> Make:
    def make() -> CopiesSection:
        made = CopiesSection(real_desk)
        qtbot.addWidget(made)
        made.reflow(Shape("wide"))
        made.resize(900, 900)
        made.show()
        made.opened()
        return made

    return make


def words(shown: CopiesSection) -> str:
    QApplication.processEvents()  # what was just made is shown by then
    visible = [one for one in shown.findChildren(QWidget) if one.isVisible()]
    labels = [one.text() for one in visible if isinstance(one, QLabel)]
    return "\n".join([*labels, *(one.accessibleName() for one in visible)])


def lose_two_entries(desk: Desk) -> None:
    office = desk.office
    with office.vault.write() as conn:
        chain = conn.exec_driver_sql("SELECT chain FROM device").scalar_one()
        lost = Anchor(office.code, "", str(chain), 830, "00" * 16, "")
        gaps.note_anchors(conn, [lost], office.now)


def test_one_press_makes_a_backup_and_says_so(
    qtbot: QtBot, section: Make, real_desk: Desk, qapp: QApplication
) -> None:
    shown = section()
    assert "Belum ada sandaran" in words(shown)
    qtbot.mouseClick(shown.now, Qt.MouseButton.LeftButton)
    assert not shown.now.isEnabled()
    settle(qapp, shown.now.isEnabled)
    assert len(backups.copies(real_desk.office).kept) == 1
    assert "dibaca semula dan dikira" in words(shown)
    assert "Sandaran terakhir: 24 Nov." in words(shown)
    assert "made" in shown.banners.reasons()


def test_a_folder_that_is_gone_is_told_and_the_buttons_come_back(
    qtbot: QtBot, section: Make, tmp_path: Path, qapp: QApplication
) -> None:
    shown = section()
    shown.ask_folder = lambda _window, _title: str(tmp_path / "dicabut")
    qtbot.mouseClick(shown.elsewhere, Qt.MouseButton.LeftButton)
    settle(qapp, shown.now.isEnabled)
    assert "mungkin pemacu USB sudah dicabut" in words(shown)


def test_a_usb_drive_gets_one(qtbot: QtBot, section: Make, tmp_path: Path, qapp: QApplication) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    shown = section()
    shown.ask_folder = lambda _window, _title: str(usb)
    qtbot.mouseClick(shown.elsewhere, Qt.MouseButton.LeftButton)
    settle(qapp, shown.now.isEnabled)
    assert len(list(usb.glob("*.hbpbackup"))) == 1


def test_no_folder_chosen_makes_nothing(qtbot: QtBot, section: Make, real_desk: Desk) -> None:
    shown = section()
    shown.ask_folder = lambda _window, _title: ""
    qtbot.mouseClick(shown.elsewhere, Qt.MouseButton.LeftButton)
    assert shown.now.isEnabled()
    assert backups.copies(real_desk.office).kept == ()


def test_what_may_be_missing_is_listed_by_number_and_stands_on_the_first_page(
    section: Make, real_desk: Desk
) -> None:
    shown = section()
    assert shown.missing.isHidden()
    lose_two_entries(real_desk)
    shown.opened()
    assert "–830 mungkin hilang" in words(shown)
    (need,) = [one for one in overview_of(real_desk.office).needs if one.code == "entries_missing"]
    assert (need.level, need.page, need.session) == ("bad", "settings", "copies")


def test_days_without_a_backup_stand_on_the_first_page(real_desk: Desk, clock: Clock) -> None:
    assert not [one for one in overview_of(real_desk.office).needs if one.code == "backup_late"]
    backups.daily(real_desk.office)
    clock.move(days=backups.LATE_DAYS)
    (need,) = [one for one in overview_of(real_desk.office).needs if one.code == "backup_late"]
    assert need.count == backups.LATE_DAYS


def test_it_speaks_english_at_once(section: Make, languages: Languages, real_desk: Desk) -> None:
    shown = section()
    languages.use("en")
    real_desk.preferences = real_desk.preferences.but(language="en")
    QApplication.processEvents()
    assert "Back up now" in shown.now.text()


def test_locking_stops_one_under_way_and_leaves_nothing_half(
    qtbot: QtBot, section: Make, real_desk: Desk, qapp: QApplication
) -> None:
    shown = section()
    shown.make()
    shown.put_away()
    settle(qapp)
    folder = real_desk.office.opened.paths.backups
    assert [path.name for path in folder.iterdir() if path.name.startswith(".copying-")] == []
