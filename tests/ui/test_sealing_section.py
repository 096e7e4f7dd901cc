"""Settings, sealed matters: the state's key from its file, and what it is worth before."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.settings.sealing_section import SealingSection
from hbp_desktop.ui.translations import Languages
from hbp_desktop.usecases import integrity
from hbp_desktop.usecases.opening import Opened
from tests.conftest import Clock
from tests.ui.office_desk import desk_of
from tests.usecases.sealing_office import State
from tests.usecases.test_sealed_readers import seated


@pytest.fixture
def desk(opened: Opened, clock: Clock, languages: Languages) -> Desk:
    """The first officer's desk; she is an administrator."""
    return desk_of(opened, clock)


def shown(qtbot: QtBot, desk: Desk) -> SealingSection:
    section = SealingSection(desk)
    qtbot.addWidget(section)
    section.resize(900, 600)
    section.show()
    section.opened()
    return section


def test_before_the_key_the_page_says_what_hiding_by_role_is_worth(qtbot: QtBot, desk: Desk) -> None:
    section = shown(qtbot, desk)
    assert "nama dan teks masih ada dalam fail pejabat" in section.state.text()
    assert not section.remove.isVisible()


def test_a_key_file_is_installed_and_taken_away_after_a_question(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    section, file = shown(qtbot, desk), tmp_path / "integriti.pub"
    file.write_text(State().file(), encoding="utf-8")
    section.install(file)
    assert "Unit Integriti JKM Selangor" in section.state.text()
    assert section.state.state == "ok"
    section.remove.click()
    assert integrity.installed(desk.office) is not None, "it asks first"
    section.sure.pressed.emit()
    assert integrity.installed(desk.office) is None
    assert section.state.state == "warn"


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"age1abc", b"AGE-SECRET-KEY-1QQ", b"x" * 100_000])
def test_another_file_is_refused_in_words(qtbot: QtBot, desk: Desk, tmp_path: Path, data: bytes) -> None:
    section, file = shown(qtbot, desk), tmp_path / "lain.pub"
    file.write_bytes(data)
    section.install(file)
    assert "sealing" in section.banners.reasons()
    assert integrity.installed(desk.office) is None


def test_a_file_that_is_gone_is_told_too(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    section = shown(qtbot, desk)
    section.install(tmp_path / "tiada.pub")
    assert "sealing" in section.banners.reasons()


def test_childrens_safety_is_switched_by_one_click(qtbot: QtBot, desk: Desk) -> None:
    section = shown(qtbot, desk)
    section.child_safety.click()
    assert desk.office.staff().child_sealed
    section.child_safety.click()
    assert not desk.office.staff().child_sealed


def test_who_is_no_administrator_sees_it_and_changes_nothing(qtbot: QtBot, desk: Desk) -> None:
    nurul = seated(desk.office, "n1", "Cik Nurul", "counter")
    section = shown(qtbot, Desk(nurul, desk.preferences))
    assert not section.choose.isEnabled()
    assert not section.child_safety.isEnabled()
