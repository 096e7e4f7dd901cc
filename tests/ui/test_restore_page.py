"""The first run's third way: a backup file, a code or a password, and an office again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hbp_desktop.config import Paths
from hbp_desktop.store import machine
from hbp_desktop.ui.door import Door, Seat
from hbp_desktop.ui.first_run.first_run import FirstRun
from hbp_desktop.ui.first_run.restore_page import RestorePage
from hbp_desktop.ui.translations import Languages
from hbp_desktop.usecases import backups
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.setup import unlock
from tests.conftest import CHEAP, OFFICER, PASSWORD
from tests.conftest import Office as Founded
from tests.rings import MemoryRing, secrets_with
from tests.ui.office_desk import settle

Make = Callable[..., RestorePage]


@pytest.fixture
def file(founded: Founded, tmp_path: Path) -> Path:
    """A backup on a USB drive."""
    (tmp_path / "usb").mkdir()
    opened = founded.unlock()
    made = backups.make_to(Office.of(opened, founded.clock), tmp_path / "usb")
    opened.close()
    return made.path


@pytest.fixture
def new_door(founded: Founded, tmp_path: Path) -> Door:
    """The way into a folder where nothing is set up, with the keyring of the same account."""
    return Door(Paths.at(tmp_path / "baharu"), founded.secrets, founded.clock, CHEAP)


@pytest.fixture
def page(qtbot: QtBot, languages: Languages) -> Make:
    def make(door: Door) -> RestorePage:
        made = RestorePage(door, "ms")
        qtbot.addWidget(made)
        made.resize(1366, 768)
        made.show()
        return made

    return make


def words(shown: QWidget) -> str:
    QApplication.processEvents()
    visible = [one for one in shown.findChildren(QWidget) if one.isVisible()]
    labels = [one.text() for one in visible if isinstance(one, QLabel)]
    return "\n".join([*labels, *(one.accessibleName() for one in visible)])


def close_all(seats: list[Seat]) -> None:
    for seat in seats:
        seat.close()


def chosen(shown: RestorePage, file: Path, qapp: QApplication) -> None:
    shown.ask_file = lambda _window, _title: str(file)
    shown.asking.choose.click()
    settle(qapp)


def test_a_password_of_the_same_account_opens_it(
    qtbot: QtBot, page: Make, new_door: Door, file: Path, qapp: QApplication
) -> None:
    seats: list[Seat] = []
    shown = page(new_door)
    shown.restored.connect(seats.append)
    chosen(shown, file, qapp)
    assert "Hulu Langat" in words(shown)
    assert shown.asking.officer.value() == OFFICER
    qtbot.keyClicks(shown.asking.password, PASSWORD)
    qtbot.keyClick(shown.asking.password, Qt.Key.Key_Return)
    settle(qapp, lambda: shown.go.text() == "Buka pejabat")
    assert "Pejabat sudah dipulihkan" in words(shown)
    assert "mungkin hilang" in words(shown)
    shown.go.click()
    assert len(seats) == 1
    close_all(seats)


def test_the_code_opens_it_elsewhere_and_somebody_takes_a_new_password(
    qtbot: QtBot,
    page: Make,
    founded: Founded,
    new_door: Door,
    file: Path,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(machine, "_system_id", lambda: "another machine")
    new_door._secrets = secrets = secrets_with(MemoryRing())
    seats: list[Seat] = []
    shown = page(new_door)
    shown.restored.connect(seats.append)
    chosen(shown, file, qapp)
    qtbot.keyClicks(shown.asking.code, founded.code)
    shown.go.click()
    settle(qapp, lambda: shown.go.text() == "Buka pejabat")
    result = shown.asking.result
    assert result.asks
    qtbot.keyClicks(result.password, "kerusi rotan di serambi")
    qtbot.keyClicks(result.again, "kerusi rotan di halaman")
    shown.go.click()
    assert "Taip kata laluan yang sama dua kali" in words(shown)
    result.again.setText("kerusi rotan di serambi")
    shown.go.click()
    settle(qapp, lambda: bool(seats))
    close_all(seats)
    place = Paths.at(Path(new_door.place()))
    again = unlock(place, OFFICER, "kerusi rotan di serambi", secrets, founded.clock)
    assert again.officer.name == OFFICER
    again.close()


def test_what_is_wrong_is_said_where_it_was_typed(
    qtbot: QtBot, page: Make, new_door: Door, file: Path, tmp_path: Path, qapp: QApplication
) -> None:
    shown = page(new_door)
    letter = tmp_path / "surat.hbpbackup"
    letter.write_text("Kepada Tuan,")
    chosen(shown, letter, qapp)
    assert "bukan sandaran program ini" in words(shown)
    chosen(shown, file, qapp)
    assert shown.banners.reasons() == set()
    qtbot.keyClicks(shown.asking.password, "salah sekali ini")
    shown.go.click()
    settle(qapp, shown.asking.choose.isEnabled)
    assert "Kata laluan" in words(shown)
    assert not Path(new_door.place()).exists()
    assert shown.asking.password.text() == "salah sekali ini"


def test_the_first_run_offers_it_and_leads_back(
    qtbot: QtBot, new_door: Door, languages: Languages, qapp: QApplication
) -> None:
    first = FirstRun(new_door, "ms")
    qtbot.addWidget(first)
    first.show()
    assert "Pulihkan daripada sandaran" in words(first)
    first.screen().picked.emit("restore")
    assert isinstance(first.screen(), RestorePage)
    assert not first.screen().go.isEnabled()
    first.screen().back.click()
    assert not isinstance(first.screen(), RestorePage)
