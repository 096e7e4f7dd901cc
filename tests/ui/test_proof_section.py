"""Tetapan, Bukti: the check, comparing with a code and a file, the audit trail and its file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hbp_desktop.ui.desk import Desk, Shape
from hbp_desktop.ui.settings.proof_section import ProofSection
from hbp_desktop.ui.theme import Theme
from hbp_desktop.usecases import proving
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from tests.conftest import Clock
from tests.ui.office_desk import desk_of, import_sample, plan_sample_day, settle
from tests.usecases.office_staff import AISYAH, add, seated


@pytest.fixture
def real_desk(look: Theme, opened: Opened, clock: Clock) -> Desk:
    desk = desk_of(opened, clock)
    import_sample(desk.office, plan_sample_day(desk.office))
    return desk


@pytest.fixture
def page(qtbot: QtBot, real_desk: Desk) -> ProofSection:
    made = ProofSection(real_desk)
    qtbot.addWidget(made)
    made.reflow(Shape())
    made.opened()
    made.show()
    return made


def checked(qapp: QApplication, page: ProofSection) -> list[str]:
    settle(qapp, lambda: not page.busy())
    return page.check.told()


def test_a_sound_file_is_told_to_be_right_and_to_speak_for_itself_alone(
    qtbot: QtBot, qapp: QApplication, page: ProofSection
) -> None:
    qtbot.mouseClick(page.check.button, Qt.MouseButton.LeftButton)
    assert page.busy()
    (said,) = checked(qapp, page)
    assert said.startswith("All ")
    assert "only this file speaks" in said
    assert "same laptop" in page.check.here()


def test_a_code_that_agrees_says_until_when_and_is_remembered(
    qtbot: QtBot, qapp: QApplication, page: ProofSection
) -> None:
    page.compare.code.setText(proving.code_now(page.desk.office))
    qtbot.keyClick(page.compare.code, Qt.Key.Key_Return)
    (said,) = checked(qapp, page)
    assert "Held elsewhere until 24 Nov. 2026, 8.30 pagi" in said
    assert page.compare.told()[0].startswith("It agrees")
    page.run()
    assert "Held elsewhere until" in checked(qapp, page)[0]


def test_a_misread_code_is_told_at_its_field(qapp: QApplication, page: ProofSection) -> None:
    code = proving.code_now(page.desk.office)
    page.run("AAAA" + code[4:] if code[:4] != "AAAA" else "BBBB" + code[4:])
    settle(qapp, lambda: not page.busy())
    assert page.compare.trouble()
    page.compare.code_given.emit("  ")
    assert page.compare.trouble().startswith("Type the chain code") or page.compare.trouble()


def test_a_contradiction_names_its_place(qapp: QApplication, page: ProofSection) -> None:
    from hbp_desktop.domain.proof import ChainCode, read_code

    real = read_code(proving.code_now(page.desk.office))
    page.run(ChainCode(real.chain, real.seq, real.hash ^ 1).text())
    said = checked(qapp, page)
    assert said[0].startswith("1 thing")
    assert f":{real.seq}" in said[1]
    assert page.compare.told()[0].startswith("It contradicts")


def test_a_file_that_says_nothing_is_a_banner(qapp: QApplication, page: ProofSection, tmp_path: Path) -> None:
    (tmp_path / "lain.json").write_text("{}", encoding="utf-8")
    page.ask_file = lambda _window, _title: str(tmp_path / "lain.json")
    page.compare.file_wanted.emit()
    settle(qapp, lambda: not page.busy())
    assert "proof" in page.banners.reasons()


def test_the_trail_is_listed_and_filtered(page: ProofSection) -> None:
    rows = page.audit.model.rows()
    assert {one.told.group for one in rows} >= {"unlock", "people", "device"}
    page.audit.chips["unlock"].setChecked(True)
    assert {one.told.group for one in page.audit.model.rows()} == {"unlock"}
    page.audit.range_given.emit("2026-11-25", "2026-11-24")
    assert "proof" not in page.banners.reasons()


def test_the_trail_is_taken_out_to_a_file(page: ProofSection, tmp_path: Path) -> None:
    page.ask_where = lambda _window, _name: str(tmp_path / "jejak.csv")
    page.audit.export_wanted.emit()
    assert (tmp_path / "jejak.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert page.audit.model.row(0).told.what == "export.audit"
    page.audit.export_wanted.emit()
    assert "audit" in page.banners.reasons()


def test_who_may_not_read_the_trail_sees_the_check_alone(qtbot: QtBot, real_desk: Desk, look: Theme) -> None:
    counter_officer: Office = seated(real_desk.office, add(real_desk.office, AISYAH, "counter"))
    page = ProofSection(Desk(counter_officer, real_desk.preferences))
    qtbot.addWidget(page)
    page.opened()
    page.show()
    assert page.audit.isHidden()
    assert page.check.button.isVisible()


def test_every_word_is_plain_text(page: ProofSection) -> None:
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in page.findChildren(QLabel))
