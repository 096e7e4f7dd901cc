"""A keyring that is missing, locked, silent or unsafe: its own screen, at the unlock page and at set-up."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from hbp_desktop.store import slots
from hbp_desktop.store.secrets import Secrets
from hbp_desktop.ui.door import Door
from hbp_desktop.ui.first_run.officer_step import OfficerStep
from hbp_desktop.ui.keyring_form import CODES
from hbp_desktop.ui.unlock_page import UnlockPage
from hbp_desktop.usecases.recovering import recover
from tests.conftest import CHEAP, PASSWORD, Office
from tests.rings import HangingRing, LockedRing, MemoryRing, secrets_with

TITLES = {
    "keyring_none": "Stor kunci sistem tidak ditemui",
    "keyring_locked": "Stor kunci sistem berkunci",
    "keyring_hanging": "Stor kunci sistem tidak menjawab",
    "keyring_refused": "Stor kunci ini tidak menyimpan rahsia dengan selamat",
}


@pytest.fixture
def keyring_of(founded: Office) -> Iterator[Callable[[str], Secrets]]:
    """Keyrings to order; one that hangs is let go at the end."""
    hanging = HangingRing()

    def order(trouble: str) -> Secrets:
        return {
            "keyring_none": Secrets(lambda: None),
            "keyring_locked": secrets_with(LockedRing()),
            "keyring_hanging": secrets_with(hanging, 0.05),
            "keyring_refused": Secrets(MemoryRing, real=()),
        }[trouble]

    yield order
    hanging.let_go.set()


def page_with(qtbot: QtBot, founded: Office, secrets: Any) -> UnlockPage:
    made = UnlockPage(Door(founded.paths, secrets, founded.clock, CHEAP), "ms", "1.0")
    qtbot.addWidget(made)
    made.resize(1366, 738)
    with qtbot.waitExposed(made):
        made.show()
    return made


def try_password(qtbot: QtBot, page: UnlockPage) -> None:
    qtbot.keyClicks(page.password.password, PASSWORD)
    page.password.unlock.click()
    qtbot.waitUntil(lambda: page._form() is page.keyring, timeout=20_000)


@pytest.mark.parametrize("trouble", sorted(TITLES))
def test_each_trouble_has_its_screen_and_nothing_is_made_in_its_place(
    qtbot: QtBot, languages: object, founded: Office, keyring_of: Callable[[str], Secrets], trouble: str
) -> None:
    before = sorted((path.name, path.stat().st_size) for path in founded.paths.root.iterdir())
    page = page_with(qtbot, founded, keyring_of(trouble))
    try_password(qtbot, page)
    assert page.keyring._title.text() == TITLES[trouble]
    assert page.keyring.retry.isVisible()
    assert sorted((path.name, path.stat().st_size) for path in founded.paths.root.iterdir()) == before


def test_every_screen_says_another_thing_and_what_to_do(
    qtbot: QtBot, founded: Office, languages: object
) -> None:
    page = page_with(qtbot, founded, founded.secrets)
    said = set()
    for code in CODES:
        page.keyring.show_trouble(code)
        said.add((page.keyring._title.text(), page.keyring._why.text()))
        assert all(step.text() for step in page.keyring._steps if not step.isHidden())
    assert len(said) == len(CODES)


def test_a_keyring_unlocked_meanwhile_is_found_by_trying_again(
    qtbot: QtBot, languages: object, founded: Office
) -> None:
    class Unlockable(MemoryRing):
        locked = True

        def get_password(self, service: str, name: str) -> str | None:
            if self.locked:
                from keyring.errors import KeyringLocked

                raise KeyringLocked("dismissed")
            return super().get_password(service, name)

    ring = Unlockable()
    ring.kept.update(founded.ring.kept)
    page = page_with(qtbot, founded, secrets_with(ring))
    try_password(qtbot, page)
    page.keyring.retry.click()
    qtbot.waitUntil(lambda: page.keyring.retry.isEnabled(), timeout=20_000)
    assert page._form() is page.keyring  # still locked, and it says so again
    ring.locked = False
    with qtbot.waitSignal(page.opened, timeout=20_000) as heard:  # with the password typed before
        page.keyring.retry.click()
    heard.args[0].close()
    assert page.password.password.text() == ""


def test_what_a_password_alone_is_worth_is_said_beside_it(
    qtbot: QtBot, languages: object, founded: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_with(qtbot, founded, founded.secrets)
    assert page.password._worth.isHidden()
    monkeypatch.setattr(slots, "HEAVY", CHEAP)
    nothing = Secrets(lambda: None)
    founded.ring.kept.clear()
    recover(founded.paths, founded.code, "", "bunga raya di tangga", nothing, founded.clock).close()
    page = page_with(qtbot, founded, nothing)
    assert "menjaga fail seorang diri" in page.password._worth.text()
    assert page.password._worth.isVisible()


@pytest.mark.parametrize("trouble", sorted(TITLES))
def test_at_setup_the_trouble_is_said_with_a_way_to_try_again(
    qtbot: QtBot, languages: object, founded: Office, keyring_of: Callable[[str], Secrets], trouble: str
) -> None:
    door = Door(founded.paths, keyring_of(trouble), founded.clock, CHEAP)
    step = OfficerStep(door, "ms")
    qtbot.addWidget(step)
    qtbot.waitUntil(lambda: not step._warning.isHidden(), timeout=20_000)
    assert not step._warning._button.isHidden()
    step._warning._button.click()
    qtbot.waitUntil(lambda: step._ring == trouble and step._warning._button.isEnabled(), timeout=20_000)
