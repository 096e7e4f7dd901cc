"""What the card of signatures does: ask who signs and their password, sign in the lane, withdraw."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from hbp_desktop.domain.errors import HbpError
from hbp_desktop.domain.report import ReportData
from hbp_desktop.ui import errors, tasks
from hbp_desktop.ui.page import Page
from hbp_desktop.ui.reason_sheet import ReasonSheet
from hbp_desktop.ui.report import signoff_words
from hbp_desktop.ui.report.sign_sheet import SignSheet
from hbp_desktop.ui.report.signoff_panel import SignOffPanel
from hbp_desktop.usecases import signing_off
from hbp_desktop.usecases.signing_off import SignOff


class SigningActs(QObject):
    """`show(report, signoff)` first; the sheet that is open is `sheet`."""

    def __init__(self, page: Page, panel: SignOffPanel) -> None:
        super().__init__(page)
        self.sheet: SignSheet | ReasonSheet | None = None
        self._page, self._panel, self._desk = page, panel, page.desk
        self._report: ReportData | None = None
        panel.sign_wanted.connect(self.ask_sign)
        panel.withdraw_wanted.connect(self.ask_withdraw)

    def show(self, report: ReportData, found: SignOff) -> None:
        """Show how a report is signed."""
        self._report = report
        language = self._desk.language
        following = next((box.step for box in found.boxes if box.next), "")
        people = signing_off.signers(self._desk.office, following) if following else ()
        why_not = "" if people or not following else signoff_words.nobody(following, language)
        steps = signoff_words.steps(found, people, language, self._desk.now().date())
        older = signoff_words.older(found)
        self._panel.show_steps(steps, older, bool(people), why_not)

    def ask_sign(self, step: str) -> None:
        """Ask who signs, and for their password."""
        report, office, language = self._report, self._desk.office, self._desk.language
        if report is None:
            return
        found = signing_off.signers(office, step)

        def doubts(officer: str) -> list[str]:
            told = signing_off.doubts(office, report, step, officer)
            return [errors.sentence(one, language) for one in told]

        version = signoff_words.what_is_signed(report, language)
        people = [(one.id, one.name) for one in found]
        sheet = SignSheet(signoff_words.step_word(step, language), version, people, doubts)
        sheet.given.connect(lambda officer, password: self._sign(step, officer, password))
        self._open(sheet)

    def ask_withdraw(self, step: str) -> None:
        """Ask why a signature is withdrawn."""
        report = self._report
        if report is None:
            return
        translate = QCoreApplication.translate
        word = signoff_words.step_word(step, self._desk.language)
        sheet = ReasonSheet(
            "report.unsigning",
            translate("SigningActs", "Withdraw the signature: %1").replace("%1", word),
            translate("SigningActs", "It stays in the history with who withdrew it and why."),
            translate("SigningActs", "Withdraw"),
            danger=True,
        )
        sheet.given.connect(lambda reason: self._withdraw(report.session.id, step, reason))
        self._open(sheet)

    def _sign(self, step: str, officer: str, password: str) -> None:
        """Sign beside the window: trying a password takes a moment."""
        report, office = self._report, self._desk.office
        if report is None:
            return
        session, version = report.session.id, report.version

        def job() -> Any:
            return signing_off.sign(office, session, step, officer, password, version)

        tasks.start(job, self._signed, self._not_signed)

    def _signed(self, made: Any) -> None:
        if self.sheet is not None:
            self.sheet.close_sheet()
        translate = QCoreApplication.translate
        self._desk.announce(translate("SigningActs", "Signed by %1").replace("%1", made.name))
        self._changed()

    def _not_signed(self, error: Exception) -> None:
        if isinstance(self.sheet, SignSheet) and isinstance(error, HbpError):
            self.sheet.say(errors.sentence(error, self._desk.language))
            return
        if self.sheet is not None:
            self.sheet.close_sheet()
        self._page.say_error("sign", error)

    def _withdraw(self, session: str, step: str, reason: str) -> None:
        try:
            signing_off.withdraw(self._desk.office, session, step, reason)
        except (HbpError, OSError) as error:
            self._page.say_error("sign", error)
            return
        self._changed()

    def _changed(self) -> None:
        self._page.banners.clear("sign")
        self._desk.changed.emit()
        self._page.refreshed()

    def _open(self, sheet: SignSheet | ReasonSheet) -> None:
        self.sheet = sheet
        sheet.open_over(self._page.window())
