"""The card of signatures on Laporan: whose turn it is, signing with one's own password, withdrawing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hbp_desktop.ui.desk import Shape
from hbp_desktop.ui.reason_sheet import ReasonSheet
from hbp_desktop.ui.report.sign_sheet import SignSheet
from hbp_desktop.ui.report_page import ReportPage
from hbp_desktop.ui.theme import Theme
from hbp_desktop.usecases import audit, keys, signing_off
from hbp_desktop.usecases.opening import Opened
from tests.conftest import CHEAP, OFFICER, PASSWORD, Clock
from tests.ui.office_desk import desk_of, import_sample, plan_sample_day, settle
from tests.usecases.office_staff import add

HEAD, HEAD_PASSWORD = "Tuan Haji Zulkifli Hassan", "jambatan kayu lama di hulu"


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, look: Theme, opened: Opened, clock: Clock) -> Iterator[ReportPage]:
    clock.move(hours=9)
    desk = desk_of(opened, clock)
    import_sample(desk.office, plan_sample_day(desk.office))
    head = add(desk.office, HEAD, "head", post="Pegawai Kebajikan Masyarakat Daerah")
    keys.colleague_slot(desk.office, head.id, HEAD_PASSWORD, CHEAP)
    made = ReportPage(desk)
    qtbot.addWidget(made)
    made.resize(1266, 660)
    made.reflow(Shape())
    made.show()
    made.opened()
    settle(qapp, lambda: bool(made.pdf()))
    yield made
    settle(qapp, lambda: not made.loading())
    made.hide()


def looks(page: ReportPage) -> list[str]:
    return [one.look for one in page.parts.signoff.steps()]


def sign(qapp: QApplication, page: ReportPage, name: str, password: str) -> None:
    before = looks(page)
    page.parts.signoff.sign_button().click()
    sheet = page.signing.sheet
    assert isinstance(sheet, SignSheet)
    sheet.officer.setCurrentText(name)
    sheet.password.setText(password)
    sheet.do()
    settle(qapp, lambda: looks(page) != before and not page.loading())


def test_each_signs_in_turn_with_their_own_password(qapp: QApplication, page: ReportPage) -> None:
    assert looks(page) == ["next", "later", "later"]
    sign(qapp, page, OFFICER, PASSWORD)
    assert looks(page) == ["done", "next", "later"]
    sign(qapp, page, HEAD, HEAD_PASSWORD)
    sign(qapp, page, HEAD, HEAD_PASSWORD)
    assert looks(page) == ["done"] * 3
    assert page.parts.signoff.sign_button().isHidden()
    found = signing_off.verify_signatures(page.desk.office, page.session().id)
    assert [(one.name, how) for one, how in found] == [(OFFICER, "good"), (HEAD, "good"), (HEAD, "good")]


def test_a_wrong_password_is_said_at_its_field_and_nothing_is_signed(
    qapp: QApplication, page: ReportPage
) -> None:
    page.parts.signoff.sign_button().click()
    sheet = page.signing.sheet
    assert isinstance(sheet, SignSheet)
    sheet.do()
    assert sheet.trouble()
    sheet.password.setText("bukan ini")
    sheet.do()
    settle(qapp, lambda: sheet.password.text() == "")
    assert sheet.trouble()
    assert signing_off.verify_signatures(page.desk.office, page.session().id) == ()
    sheet.leave()


def test_signing_a_second_step_oneself_is_warned_of(qapp: QApplication, page: ReportPage) -> None:
    sign(qapp, page, HEAD, HEAD_PASSWORD)
    page.parts.signoff.sign_button().click()
    sheet = page.signing.sheet
    assert isinstance(sheet, SignSheet)
    sheet.officer.setCurrentText(OFFICER)
    assert sheet.doubts() == ""
    sheet.officer.setCurrentText(HEAD)
    assert HEAD in sheet.doubts()
    sheet.leave()


def test_the_last_signature_is_withdrawn_with_a_reason(
    qtbot: QtBot, qapp: QApplication, page: ReportPage
) -> None:
    sign(qapp, page, OFFICER, PASSWORD)
    page.parts.signoff.withdraw_button().click()
    sheet = page.signing.sheet
    assert isinstance(sheet, ReasonSheet)
    qtbot.keyClicks(sheet.reason, "angka tersilap")
    sheet.do()
    settle(qapp, lambda: looks(page) == ["next", "later", "later"])


def test_printing_is_entered_in_the_journal(page: ReportPage, tmp_path: object) -> None:
    def printer(_window: object) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(f"{tmp_path}/cetak.pdf")
        return made

    page.acts.choose_printer = printer
    page.acts.print()
    today = page.desk.office.today
    last = audit.read(page.desk.office, today, today).lines[-1]
    assert (last.told.what, last.about, last.told.detail) == ("print.report", "4/2026", "version=1")


def test_the_card_says_each_step_to_a_screen_reader(page: ReportPage) -> None:
    assert page.parts.signoff.accessibleName() == "Sign-off"
    assert page.parts.signoff.sign_button().focusPolicy() != Qt.FocusPolicy.NoFocus
