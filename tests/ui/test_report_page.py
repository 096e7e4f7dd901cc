"""Laporan through its widgets: figures, gaps, the real pages, the package, and the sending."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hbp_desktop.domain.session import Session
from hbp_desktop.ui.desk import Desk, Select, Shape
from hbp_desktop.ui.reason_sheet import ReasonSheet
from hbp_desktop.ui.report.pdf_pages import page_count
from hbp_desktop.ui.report.sent_panel import SentSheet
from hbp_desktop.ui.report_page import ReportPage
from hbp_desktop.ui.theme import Theme
from hbp_desktop.usecases import planning, reporting
from hbp_desktop.usecases.opening import Opened
from tests.conftest import Clock
from tests.ui.office_desk import desk_of, import_sample, plan_sample_day, settle

CTRL_ENTER = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def real_desk(look: Theme, opened: Opened, clock: Clock) -> Desk:
    clock.move(hours=9)
    return desk_of(opened, clock)


@pytest.fixture
def held(real_desk: Desk) -> Session:
    """The sample day, after it ended."""
    session = plan_sample_day(real_desk.office)
    import_sample(real_desk.office, session)
    return session


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, real_desk: Desk, held: Session) -> Iterator[ReportPage]:
    made = ReportPage(real_desk)
    qtbot.addWidget(made)
    made.resize(1266, 660)
    made.reflow(Shape())
    made.show()
    made.opened()
    settle(qapp, lambda: bool(made.pdf()))
    yield made
    settle(qapp, lambda: not made.loading())
    made.hide()


def test_the_figures_of_the_sample_day_are_shown(page: ReportPage) -> None:
    figures = page.parts.figures
    assert [one.number() for one in (figures.clients, figures.matters)] == ["31", "40"]
    assert page.parts.chip.text().startswith("7 days left")


def test_the_preview_is_the_real_pdf_and_turns_by_keys(
    qtbot: QtBot, qapp: QApplication, page: ReportPage
) -> None:
    assert page.pdf() == reporting.preview(page.desk.office, page.session().id)
    pages = page_count(page.pdf())
    assert page.parts.preview.page() == (1, pages)
    settle(qapp, lambda: not page.parts.preview.image().isNull())
    first = page.parts.preview.image()
    qtbot.keyClick(page.parts.preview.pages_area(), Qt.Key.Key_PageDown)
    settle(qapp, lambda: page.parts.preview.image() != first)
    assert page.parts.preview.page() == (2, pages)


def test_a_complete_day_makes_the_final_package_in_the_chosen_folder(
    qtbot: QtBot, qapp: QApplication, page: ReportPage, tmp_path: Path
) -> None:
    page.acts.choose_folder = lambda _window, _title: str(tmp_path)
    page.parts.package.make_button.setFocus()
    qtbot.keyClick(page.parts.package.make_button, Qt.Key.Key_Space)
    settle(qapp, lambda: not page.acts.making.busy and not page.loading())
    (zipped,) = tmp_path.glob("*.zip")
    report = json.loads((tmp_path / zipped.stem / "laporan.json").read_text("utf-8"))
    assert report
    assert zipped.stem in page.parts.package.made_words()
    (version,) = reporting.versions(page.desk.office, page.session().id)
    assert version.number == 1
    page.refreshed()
    settle(qapp, lambda: len(page.parts.versions.lines()) == 2)


def test_leaving_the_choice_of_a_folder_makes_nothing(page: ReportPage, tmp_path: Path) -> None:
    page.acts.choose_folder = lambda _window, _title: ""
    page.acts.make()
    assert not page.acts.making.busy
    assert list(tmp_path.glob("*.zip")) == []


def test_stopping_leaves_nothing_behind(qapp: QApplication, page: ReportPage, tmp_path: Path) -> None:
    out = tmp_path / "pakej"
    page.acts.choose_folder = lambda _window, _title: str(out)
    page.acts.make()
    page.parts.package.stop_wanted.emit()
    settle(qapp, lambda: not page.acts.making.busy)
    assert list(out.iterdir()) == []
    assert reporting.versions(page.desk.office, page.session().id) == ()


def test_names_ask_for_a_reason_first(
    qtbot: QtBot, qapp: QApplication, page: ReportPage, tmp_path: Path
) -> None:
    page.acts.choose_folder = lambda _window, _title: str(tmp_path)
    page.acts.ask_named()
    sheet = page.acts.sheet
    assert isinstance(sheet, ReasonSheet)
    qtbot.keyClick(sheet.reason, *CTRL_ENTER)
    assert sheet.trouble()
    assert not page.acts.making.busy
    qtbot.keyClicks(sheet.reason, "diminta oleh Unit Integriti")
    qtbot.keyClick(sheet.reason, *CTRL_ENTER)
    settle(qapp, lambda: not page.acts.making.busy)
    (zipped,) = tmp_path.glob("*.zip")
    assert "bernama-TERHAD" in zipped.name


def test_what_is_missing_jumps_to_where_it_is_settled(
    qtbot: QtBot, qapp: QApplication, page: ReportPage
) -> None:
    empty = plan_sample_day(page.desk.office, "2026-11-20", "5")
    page.opened(empty.id)
    settle(qapp, lambda: bool(page.parts.missing.sentences()))
    button = page.parts.missing.button("report_no_visits")
    assert button is not None
    with qtbot.waitSignal(page.desk.page_wanted) as asked:
        button.click()
    assert asked.args == ["counter", None]
    assert page.parts.package.make_button.text() == "Make the draft package"


def test_a_figure_opens_the_records_behind_it(qtbot: QtBot, page: ReportPage) -> None:
    with qtbot.waitSignal(page.desk.page_wanted) as asked:
        qtbot.keyClick(page.parts.figures.matters, Qt.Key.Key_Return)
    key, target = asked.args
    assert key == "records"
    assert isinstance(target, Select)
    assert target.what.session == page.session().id


def test_late_sending_asks_for_proof_and_reason_and_says_how_late(
    qtbot: QtBot, qapp: QApplication, page: ReportPage, clock: Clock
) -> None:
    clock.move(days=12)
    page.refreshed()
    assert page.parts.chip.text().startswith("LATE 5 days")
    page.acts.ask_sent()
    sheet = page.acts.sheet
    assert isinstance(sheet, SentSheet)
    qtbot.keyClick(sheet.proof, *CTRL_ENTER)
    assert sheet.trouble("proof")
    assert sheet.trouble("late_reason")
    qtbot.keyClicks(sheet.proof, "BKS/2026/118")
    qtbot.keyClicks(sheet.late_reason, "talian terputus")
    qtbot.keyClick(sheet.proof, *CTRL_ENTER)
    settle(qapp, lambda: not page.loading())
    sent = planning.session(page.desk.office, page.session().id).submitted
    assert sent is not None
    assert (sent.date.isoformat(), sent.proof) == ("2026-12-06", "BKS/2026/118")
    settle(qapp, lambda: "LATE 5 days" in page.parts.sent.text())


def test_an_unreadable_date_of_sending_is_said_at_its_field(qtbot: QtBot, page: ReportPage) -> None:
    page.acts.ask_sent()
    sheet = page.acts.sheet
    assert isinstance(sheet, SentSheet)
    sheet.date.setText("semalam")
    qtbot.keyClicks(sheet.proof, "e-mel")
    qtbot.keyClick(sheet.proof, *CTRL_ENTER)
    assert sheet.trouble("date")
    assert planning.session(page.desk.office, page.session().id).submitted is None
    sheet.leave()


def test_the_security_mark_is_changed_with_a_reason(
    qtbot: QtBot, qapp: QApplication, page: ReportPage
) -> None:
    page.parts.package.mark_picked.emit("SULIT")
    sheet = page.acts.sheet
    assert isinstance(sheet, ReasonSheet)
    assert page.parts.package.mark.value() == "none"
    qtbot.keyClicks(sheet.reason, "arahan ketua")
    qtbot.keyClick(sheet.reason, *CTRL_ENTER)
    settle(qapp, lambda: page.parts.package.mark.value() == "SULIT")
    assert planning.session(page.desk.office, page.session().id).mark == "SULIT"


def test_every_page_is_printed(page: ReportPage, tmp_path: Path) -> None:
    paper = tmp_path / "cetak.pdf"

    def printer(_window: object) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(paper))
        return made

    page.acts.choose_printer = printer
    page.acts.print()
    assert page_count(paper.read_bytes()) == page_count(page.pdf())


def test_without_a_session_the_page_offers_to_plan_one(
    qtbot: QtBot, look: Theme, opened: Opened, clock: Clock
) -> None:
    page = ReportPage(desk_of(opened, clock))
    qtbot.addWidget(page)
    page.opened()
    with qtbot.waitSignal(page.desk.page_wanted) as asked:
        page.parts.plan_wanted.emit()
    assert asked.args == ["sessions", "new"]


@pytest.mark.parametrize("width", ["wide", "normal", "narrow", "least"])
def test_no_column_is_lost_at_any_width(page: ReportPage, width: str) -> None:
    page.reflow(Shape(width, low=width == "least"))
    assert page.parts.figures.isVisible()
    assert page.parts.preview.isVisible() == (width != "least")
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in page.findChildren(QLabel))
