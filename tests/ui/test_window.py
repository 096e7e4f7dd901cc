"""The window around everything: title, locking, live language and look, what it remembers, bugs."""

import logging

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hbp_desktop.ui import errors
from hbp_desktop.ui.desk import Find
from hbp_desktop.ui.door import Door
from hbp_desktop.ui.first_run.first_run import FirstRun
from hbp_desktop.ui.page import Page
from hbp_desktop.ui.pages import PageKind
from hbp_desktop.ui.preferences import Preferences, PreferencesFile
from hbp_desktop.ui.settings_page import SettingsPage
from hbp_desktop.ui.theme import Theme
from hbp_desktop.ui.translations import Languages
from hbp_desktop.ui.unlock_page import UnlockPage
from hbp_desktop.ui.window import Window
from tests.conftest import CHEAP, OFFICER, PASSWORD, Office


class Notes(Page):
    """A page that remembers what it was asked."""

    key = "records"

    def __init__(self, desk: object) -> None:
        super().__init__(desk)
        self.targets: list[object] = []
        self.kept = False

    def title(self) -> str:
        return "Rekod"

    def opened(self, target: object = None) -> None:
        self.targets.append(target)

    def put_away(self) -> None:
        self.kept = True


KINDS = (
    PageKind("records", "list", "Records", "Ctrl+3", Notes),
    PageKind("settings", "settings", "Settings", "Ctrl+,", SettingsPage, at_foot=True),
)


@pytest.fixture
def window(qtbot: QtBot, languages: Languages, founded: Office, door: Door) -> Window:
    """The window of a founded office at the unlock page."""
    made = Window(door, PreferencesFile(founded.paths.root / "window.json"), languages, "1.0", KINDS)
    qtbot.addWidget(made)
    made.start()
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def open_window(qtbot: QtBot, window: Window, door: Door, look: Theme) -> Window:
    """The same with the office open."""
    window.open_seat(door.unlock(OFFICER, PASSWORD))
    assert window.frame is not None
    yield window
    window.close()
    look.set("light", 100)


def shown(window: Window) -> object:
    """Give the screen in front."""
    return window._stack.currentWidget()


def test_an_empty_folder_begins_with_the_first_run(
    qtbot: QtBot, languages: Languages, paths: object, secrets: object, clock: object
) -> None:
    window = Window(
        Door(paths, secrets, clock, CHEAP), PreferencesFile(paths.root / "window.json"), languages, "1", KINDS
    )
    qtbot.addWidget(window)
    window.start()
    assert isinstance(shown(window), FirstRun)
    assert window.windowTitle() == "Hari Bertemu Pelanggan · Persediaan"


def test_the_title_names_program_and_office_and_never_a_person(window: Window, door: Door) -> None:
    assert window.windowTitle() == "Hari Bertemu Pelanggan"
    window.open_seat(door.unlock(OFFICER, PASSWORD))
    assert window.windowTitle() == "Hari Bertemu Pelanggan · PKMD Hulu Langat"
    assert not any(part in window.windowTitle() for part in OFFICER.split())
    window.close()


def test_locking_keeps_the_typing_closes_the_vault_and_drops_the_pages(
    qtbot: QtBot, open_window: Window
) -> None:
    page = open_window.frame.current()
    vault = open_window._seat.office.vault
    qtbot.keyClick(open_window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert page.kept
    assert open_window.frame is None
    assert isinstance(shown(open_window), UnlockPage)
    assert "Semua yang anda taip telah disimpan" in shown(open_window).password._drafts.text()
    with pytest.raises(Exception, match="vault_closed"), vault.read():
        pass


def test_language_theme_and_scale_change_at_once_and_are_remembered(
    qtbot: QtBot, open_window: Window, founded: Office, look: Theme
) -> None:
    qtbot.keyClick(open_window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    page = open_window.frame.current()
    assert isinstance(page, SettingsPage)
    page = page.section("look")
    page._language.picked.emit("en")
    qtbot.waitUntil(lambda: open_window.frame.navigation.item("settings").text() == "Settings")
    page._theme.picked.emit("dark")
    page._scale.picked.emit("150")
    assert (look.name, look.scale) == ("dark", 150)
    kept = PreferencesFile(founded.paths.root / "window.json").read()
    assert (kept.language, kept.theme, kept.scale) == ("en", "dark", 150)
    open_window._on_preference("language", "ms")


def test_f3_and_the_search_lead_to_the_records(qtbot: QtBot, open_window: Window) -> None:
    qtbot.keyClick(open_window, Qt.Key.Key_F3)
    search = open_window.frame.head.search
    assert search.hasFocus()
    qtbot.keyClicks(search, "0071")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert open_window.frame.current().targets[-1] == Find("0071")


def test_a_bug_is_said_on_the_page_and_nothing_closes(
    open_window: Window, caplog: pytest.LogCaptureFixture
) -> None:
    def fault() -> None:
        raise ValueError("610415-10-0000 Salmah")

    with caplog.at_level(logging.ERROR), pytest.raises(ValueError) as caught:
        fault()
    errors.note(caught.value)
    open_window.tell(caught.value)
    assert "bug" in open_window.frame.current().banners.reasons()
    assert open_window.isVisible()
    assert "ValueError" in caplog.text
    assert "Salmah" not in caplog.text


def test_nobody_but_the_office_is_in_the_preferences_file(open_window: Window, founded: Office) -> None:
    open_window.close()
    text = (founded.paths.root / "window.json").read_text("utf-8")
    assert not any(part in text for part in OFFICER.split())


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"scale": "big", "theme": 7, "width": -1}', '{"width": 1e999}']
)
def test_a_damaged_preferences_file_is_the_defaults(tmp_path: object, damage: str) -> None:
    (tmp_path / "window.json").write_text(damage)
    read = PreferencesFile(tmp_path / "window.json").read()
    assert (read.scale, read.theme, read.language) == (100, "system", "ms")
    assert read.width >= 640


def test_preferences_that_cannot_be_written_are_left(tmp_path: object) -> None:
    (tmp_path / "file").write_text("")
    assert PreferencesFile(tmp_path / "file" / "window.json").write(Preferences()) is False


def test_the_language_event_reaches_every_page(qtbot: QtBot, open_window: Window) -> None:
    page = open_window.frame.current()
    with qtbot.waitSignal(page.head_changed):
        QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))


def test_the_last_officer_is_remembered_by_number_not_by_name(
    qtbot: QtBot, window: Window, founded: Office
) -> None:
    page = shown(window)
    qtbot.keyClicks(page.password.password, PASSWORD)
    with qtbot.waitSignal(page.opened, timeout=20_000):
        qtbot.keyClick(page.password.password, Qt.Key.Key_Return)
    assert window.preferences.last_officer == 0
    assert window.frame is not None
    window.close()
