"""The words of the window: complete in Malay, Qt's own included; letters unique on a page."""

from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hbp_desktop.resources import resource
from hbp_desktop.ui.door import Door
from hbp_desktop.ui.first_run.wizard import Wizard
from hbp_desktop.ui.translations import Languages
from hbp_desktop.ui.unlock_page import UnlockPage


def messages() -> list[ElementTree.Element]:
    """Give every message of the Malay file."""
    return list(ElementTree.parse(resource("i18n", "hbp_ms.ts")).iter("message"))


def test_every_word_has_its_malay() -> None:
    unfinished = [
        message.findtext("source")
        for message in messages()
        if message.find("translation").get("type") == "unfinished"
    ]
    assert unfinished == []


def test_gaps_and_counts_are_the_same_in_malay() -> None:
    for message in messages():
        source = message.findtext("source") or ""
        target = message.find("translation")
        words = target.findtext("numerusform") or target.text or ""
        for gap in ("%1", "%2", "%3", "%n"):
            assert (gap in source) == (gap in words), source


def test_qts_own_buttons_speak_malay(qtbot: QtBot, languages: Languages) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save)
    qtbot.addWidget(box)
    words = {button.text().replace("&", "") for button in box.buttons()}
    assert words == {"Batal", "Simpan"}


def test_english_counts_one_and_many(qtbot: QtBot, languages: Languages) -> None:
    languages.use("en")
    one, two = (QCoreApplication.translate("PasswordForm", "Again in %n second(s)", "", n) for n in (1, 2))
    assert (one, two) == ("Again in 1 second", "Again in 2 seconds")


@pytest.mark.parametrize("language", ["ms", "en"])
def test_letters_are_unique_on_the_pages_before_the_office(
    qtbot: QtBot, languages: Languages, door: Door, language: str
) -> None:
    languages.use(language)
    unlock, wizard = UnlockPage(door, language, "1"), Wizard(door, language)
    for page in (unlock, wizard):
        qtbot.addWidget(page)
    for screen in (unlock.password, unlock.code, wizard.office, wizard.officer, wizard.code):
        letters = letters_on(screen)
        assert len(letters) == len(set(letters)), (language, screen.objectName(), letters)


def letters_on(screen: QWidget) -> list[str]:
    """Give the underlined letters of a screen's labels."""
    texts = [label.text().replace("&&", "") for label in screen.findChildren(QLabel)]
    return [text[text.index("&") + 1].upper() for text in texts if "&" in text]
