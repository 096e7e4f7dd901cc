"""Tetapan, Komputer: the list, admitting by six words, what is held of others, revoking with a reason."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from hbp_desktop.ui.desk import Desk, Shape
from hbp_desktop.ui.settings.admit_sheet import AdmitSheet
from hbp_desktop.ui.settings.laptops_section import LaptopsSection
from hbp_desktop.ui.translations import Languages
from hbp_desktop.usecases import admitting, joining
from hbp_desktop.usecases.opening import Opened
from tests.conftest import Clock
from tests.ui.office_desk import desk_of
from tests.ui.test_nothing_is_cut import cut, settle, spoken
from tests.usecases.test_joining import HAFIZ, desk_at, exchange_all
from tests.usecases.test_joining import Desk as Laptop

__all__ = ["desk_at", "spoken"]
At = Callable[[str, str], Laptop]


@pytest.fixture
def real_desk(opened: Opened, clock: Clock, languages: Languages) -> Desk:
    return desk_of(opened, clock)


@pytest.fixture
def section(qtbot: QtBot, real_desk: Desk) -> LaptopsSection:
    """The section on the laptop of the first administrator."""
    made = LaptopsSection(real_desk)
    qtbot.addWidget(made)
    made.reflow(Shape("wide"))
    made.resize(900, 900)
    made.show()
    made.opened()
    return made


@pytest.fixture
def here(opened: Opened, clock: Clock, desk_at: At) -> Laptop:
    """The same laptop, for exchanging."""
    return Laptop(opened.paths, "", clock, opened=opened)


def saving_to(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Answer the system's dialog for saving."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_a_request_shows_six_words_and_nothing_happens_unless_they_agree(
    qtbot: QtBot, section: LaptopsSection, desk_at: At, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newcomer = desk_at("baharu", HAFIZ)
    asked = newcomer.ask()
    (tmp_path / "minta").write_bytes(asked.data)
    saving_to(monkeypatch, tmp_path / "benar")
    section.read_request(tmp_path / "minta")
    sheet = section.sheet
    assert isinstance(sheet, AdmitSheet)
    assert sheet.words.words() == asked.words
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert len(section.rows) == 1
    section.read_request(tmp_path / "minta")
    qtbot.keyClick(section.sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [row.laptop.state for row in section.rows] == ["admitted", "admitted"]
    assert newcomer.finish((tmp_path / "benar").read_bytes()).code == "SGR06"


def test_records_held_are_offered_and_one_press_counts_them(
    qtbot: QtBot, section: LaptopsSection, here: Laptop, desk_at: At
) -> None:
    alone = desk_at("sendiri", HAFIZ).found()
    for name in ("Salmah", "Devi"):
        alone.record(name)
    exchange_all(here, alone)
    section.opened()
    (offer,) = [row for row in section.rows if row.laptop.held]
    assert offer.admit.isVisibleTo(offer)
    assert "2 disimpan" in offer._records()
    with qtbot.waitSignal(section.desk.changed):
        qtbot.mouseClick(offer.admit, Qt.MouseButton.LeftButton)
    assert len(here.rows()["visit"]) == 2
    assert not any(row.laptop.held for row in section.rows)


def test_revoking_says_what_it_does_and_wants_a_reason(
    qtbot: QtBot, section: LaptopsSection, desk_at: At
) -> None:
    newcomer = desk_at("baharu", HAFIZ)
    admitting.admit(section.desk.office, newcomer.ask().data)
    section.opened()
    (other,) = [row for row in section.rows if not row.laptop.here]
    qtbot.mouseClick(other.revoke, Qt.MouseButton.LeftButton)
    sheet = section.sheet
    assert sheet is not None
    sheet.do()
    assert sheet.trouble()
    sheet.reason.setPlainText("hilang di teksi")
    sheet.do()
    assert [row.laptop.state for row in section.rows] == ["admitted", "revoked"]
    assert not any(row.revoke.isVisibleTo(row) for row in section.rows)


def test_two_laptops_set_up_alone_become_one_through_the_section(
    qtbot: QtBot, section: LaptopsSection, here: Laptop, desk_at: At, tmp_path: Path
) -> None:
    other = desk_at("lain", HAFIZ).found()
    other.record("Devi")
    section.save_request(tmp_path / "minta")
    admitted = admitting.admit(other.office, (tmp_path / "minta").read_bytes())
    assert section.words.words() == admitted.words
    (tmp_path / "benar").write_bytes(admitted.file)
    with qtbot.waitSignal(section.desk.changed):
        section.take_admission(tmp_path / "benar")
    assert len(section.rows) == 2
    assert not section.read.isVisible()  # who founded alone administers no longer
    exchange_all(here, other)
    assert here.rows() == other.rows()


@pytest.mark.parametrize("content", [b"", b"hbp-request", b"x" * 200_000])
def test_what_is_no_request_is_said_in_words(section: LaptopsSection, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "salah").write_bytes(content)
    section.read_request(tmp_path / "salah")
    assert section.banners.reasons() == {"laptops"}
    section.take_admission(tmp_path / "salah")
    assert section.banners.reasons() == {"laptops"}
    assert section.sheet is None


def test_who_may_not_admit_sees_the_list_alone(
    qtbot: QtBot, here: Laptop, desk_at: At, languages: Languages, clock: Clock
) -> None:
    newcomer = desk_at("baharu", HAFIZ)
    newcomer.finish(admitting.admit(here.office, newcomer.ask().data).file)
    counter = LaptopsSection(desk_of(newcomer.office.opened, clock))
    qtbot.addWidget(counter)
    counter.show()
    counter.opened()
    assert len(counter.rows) == 2
    assert not counter.read.isVisible()
    assert not counter.ask.isVisible()
    assert not any(row.revoke.isVisibleTo(row) for row in counter.rows)


def test_no_word_is_cut(qtbot: QtBot, spoken: str, opened: Opened, clock: Clock) -> None:
    shown = LaptopsSection(desk_of(opened, clock))
    qtbot.addWidget(shown)
    shown.opened()
    asked = joining.ask_from(shown.desk.office)
    shown.words.show_words(asked.words)
    shown.words.show()
    for width in (1040, 700):
        settle(qtbot, shown, (width, 800))
        assert cut(shown) == []
