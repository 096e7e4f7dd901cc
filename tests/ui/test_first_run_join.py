"""The start choice, joining step by step, waiting, and the answer; every word seen in its place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hbp_desktop.config import Paths
from hbp_desktop.ui.door import Door
from hbp_desktop.ui.first_run.first_run import FirstRun
from hbp_desktop.ui.first_run.join_wizard import JoinWizard
from hbp_desktop.ui.first_run.start_page import StartPage
from hbp_desktop.ui.first_run.waiting_page import WaitingPage
from hbp_desktop.ui.first_run.wizard import Wizard
from hbp_desktop.ui.theme import Theme
from hbp_desktop.usecases import admitting, setup
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from tests.conftest import CHEAP, PASSWORD, Clock
from tests.rings import MemoryRing, secrets_with
from tests.ui.test_nothing_is_cut import SIZES, cut, settle, spoken

__all__ = ["spoken"]


@pytest.fixture
def new_door(tmp_path: Path, clock: Clock) -> Door:
    """The way into a folder where nothing was set up."""
    return Door(Paths.at(tmp_path / "baharu"), secrets_with(MemoryRing()), clock, CHEAP)


@pytest.fixture
def first_run(qtbot: QtBot, languages: object, new_door: Door) -> FirstRun:
    """The first run as it begins."""
    made = FirstRun(new_door, "ms")
    qtbot.addWidget(made)
    made.resize(1366, 738)
    with qtbot.waitExposed(made):
        made.show()
    made.take_focus()
    return made


@pytest.fixture
def admitting_office(opened: Opened, clock: Clock) -> Office:
    """The office on the laptop that admits."""
    return Office.of(opened, clock)


def answer(wizard: Wizard) -> None:
    """Fill in the three steps as far as the last button."""
    wizard.office.pose()
    wizard.go_on()
    wizard.officer.name.setText("Hafiz Ismail")
    wizard.officer.password.setText(PASSWORD)
    wizard.officer.again.setText(PASSWORD)
    wizard.go_on()
    for edit, group in zip(wizard.code.typed, wizard.code.asked(), strict=True):
        edit.setText(group)


def ask(qtbot: QtBot, first_run: FirstRun) -> WaitingPage:
    """Join as far as the waiting page."""
    first_run.screen().picked.emit("join")
    wizard = first_run.screen()
    assert isinstance(wizard, JoinWizard)
    answer(wizard)
    with qtbot.waitSignal(wizard.asked, timeout=20_000):
        wizard.go_on()
    page = first_run.screen()
    assert isinstance(page, WaitingPage)
    return page


def test_the_first_page_asks_how_by_keyboard(qtbot: QtBot, first_run: FirstRun) -> None:
    assert isinstance(first_run.screen(), StartPage)
    focused = first_run.focusWidget()
    assert focused.objectName() == "start.new"
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert type(first_run.screen()) is Wizard
    first_run.screen().office.pose()
    first_run.screen().go_back()
    assert isinstance(first_run.screen(), StartPage)
    first_run.screen().picked.emit("new")
    assert first_run.screen().office.code() == "SGR06"  # nothing was lost by going back


def test_joining_ends_at_the_office_with_the_permission_file(
    qtbot: QtBot, first_run: FirstRun, admitting_office: Office, tmp_path: Path
) -> None:
    page = ask(qtbot, first_run)
    page.save_request(tmp_path / "minta.hbp")
    data = (tmp_path / "minta.hbp").read_bytes()
    assert (tmp_path / "minta.hbp").stat().st_mode & 0o077 == 0
    assert admitting.look(admitting_office, data).words == page.waiting.words.words()
    (tmp_path / "benar.hbp").write_bytes(admitting.admit(admitting_office, data).file)
    page.open_admission(tmp_path / "benar.hbp")
    assert page.waiting._field.trouble()  # the password is asked for first
    page.waiting.password.setText(PASSWORD)
    with qtbot.waitSignal(first_run.founded, timeout=20_000) as heard:
        page.open_admission(tmp_path / "benar.hbp")
    seat = heard.args[0]
    assert seat.office.officer.name == "Hafiz Ismail"
    assert page.waiting.password.text() == ""
    seat.close()


def test_started_again_it_waits_and_the_password_brings_the_words_back(
    qtbot: QtBot, first_run: FirstRun, new_door: Door, tmp_path: Path
) -> None:
    words = ask(qtbot, first_run).waiting.words.words()
    again = FirstRun(new_door, "ms")
    qtbot.addWidget(again)
    again.show()
    page = again.screen()
    assert isinstance(page, WaitingPage)
    assert not page.waiting.words.isVisible()
    page.show_words_again()
    assert page.waiting._field.trouble()
    page.waiting.password.setText("bukan kata laluan ini")
    page.show_words_again()
    qtbot.waitUntil(lambda: "joining" in page.banners.reasons(), timeout=20_000)
    page.waiting.password.setText(PASSWORD)
    new_door._clock.move(minutes=5)
    page.show_words_again()
    qtbot.waitUntil(lambda: page.waiting.words.words() == words, timeout=20_000)
    assert page.waiting.words.isVisible()


@pytest.mark.parametrize("content", [b"", b"hbp-admission/1\nage", b"anything"])
def test_a_wrong_file_is_said_in_words_and_the_page_waits_on(
    qtbot: QtBot, first_run: FirstRun, new_door: Door, tmp_path: Path, content: bytes
) -> None:
    page = ask(qtbot, first_run)
    (tmp_path / "salah").write_bytes(content)
    page.waiting.password.setText(PASSWORD)
    page.open_admission(tmp_path / "salah")
    qtbot.waitUntil(lambda: "joining" in page.banners.reasons(), timeout=20_000)
    assert new_door.is_waiting()
    assert page.waiting.password.text() == PASSWORD


def test_a_request_that_cannot_be_written_is_said_in_words(
    qtbot: QtBot, first_run: FirstRun, tmp_path: Path
) -> None:
    page = ask(qtbot, first_run)
    page.save_request(tmp_path / "tiada" / "minta.hbp")
    assert "USB" in page.waiting._said.text()


@pytest.fixture(params=SIZES)
def sized(request: pytest.FixtureRequest, look: Theme) -> Iterator[tuple[int, int]]:
    """The sizes and scales every page must fit."""
    size, scale = request.param
    look.set("light", scale)
    yield size
    look.set("light", 100)


def test_start_and_waiting_cut_no_word(
    qtbot: QtBot, new_door: Door, spoken: str, sized: tuple[int, int], clock: Clock
) -> None:
    start = FirstRun(new_door, spoken)
    asked = new_door.ask_to_join(
        setup.SetupDraft("", "Hafiz Ismail", "", PASSWORD), setup.new_recovery_code()
    )
    waiting = WaitingPage(new_door, spoken, asked)
    for screen in (start, waiting):
        qtbot.addWidget(screen)
        settle(qtbot, screen, sized)
        assert cut(screen) == []
        screen.hide()
