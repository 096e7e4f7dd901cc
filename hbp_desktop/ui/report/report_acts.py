"""What is done with a report: its package made, printed, marked; its sending entered."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.errors import HbpError, Invalid
from hbp_desktop.domain.session import Session
from hbp_desktop.ui import errors, files
from hbp_desktop.ui.page import Page
from hbp_desktop.ui.reason_sheet import ReasonSheet
from hbp_desktop.ui.report import printing
from hbp_desktop.ui.report.package_making import PackageMaking
from hbp_desktop.ui.report.package_panel import PackagePanel
from hbp_desktop.ui.report.sent_panel import SentSheet
from hbp_desktop.usecases import planning, reporting

ChooseFolder = Callable[[QWidget, str], str]
ChoosePrinter = Callable[[QWidget], QPrinter | None]


class ReportShown(Page):
    """What the acts ask of the page: which session's report it shows, and its PDF (empty until made)."""

    def session(self) -> Session | None:
        """Give the session whose report is shown."""
        raise NotImplementedError

    def pdf(self) -> bytes:
        """Give the PDF in view."""
        raise NotImplementedError

    def version(self) -> int:
        """Give the number of the version in view."""
        raise NotImplementedError


class ReportActs(QObject):
    """Folder and printer are chosen by what the edges put in."""

    def __init__(self, page: ReportShown, package: PackagePanel) -> None:
        super().__init__(page)
        self.choose_folder: ChooseFolder = files.ask_folder
        self.choose_printer: ChoosePrinter = printing.ask_printer
        self.open_folder: Callable[[Path], object] = _open_folder
        self.sheet: ReasonSheet | SentSheet | None = None
        self._page, self._package, self._desk = page, package, page.desk
        self.making = PackageMaking(page.desk.office, self)
        self._connect()

    def make(self) -> None:
        """Make the masked package in a folder the person chooses."""
        self._make_package(names=False, reason="")

    def _make_package(self, names: bool, reason: str) -> None:
        session = self._page.session()
        if not self._page.pdf() or session is None or self.making.busy:
            return
        folder = self.choose_folder(self._page.window(), self.tr("Folder for the package"))
        if folder:
            self._page.banners.clear("package")
            self.making.start(session.id, Path(folder), names, reason, self._desk.language)

    def _made(self, package: Any) -> None:
        words = self.tr("Made: %1, version %2, %n files.", "", len(package.files))
        words = words.replace("%1", package.folder.name).replace("%2", str(package.version))
        self._package.show_made(words)
        self._desk.announce(words)
        self._desk.changed.emit()

    def _not_made(self, error: Exception) -> None:
        self._package.show_made("")
        if isinstance(error, HbpError) and error.code == "package_cancelled":
            self._page.banners.show_banner("package", "accent", errors.sentence(error, self._desk.language))
        else:
            self._page.say_error("package", error)

    def ask_named(self) -> None:
        """Ask why names are wanted, then make the package with them."""
        sheet = ReasonSheet(
            "report.named",
            self.tr("A package with names"),
            self.tr(
                "Names, telephones and addresses will stand in the files; they are marked TERHAD at least. "
                "Who made it, when and why is written down."
            ),
            self.tr("Make it with names"),
        )
        sheet.given.connect(lambda reason: self._make_package(names=True, reason=reason))
        self._open_sheet(sheet)

    def ask_mark(self, mark: str) -> None:
        """Ask why the mark is changed; the choice goes back until then."""
        session = self._page.session()
        if session is None:
            return
        self._package.show_mark(session.mark)
        sheet = ReasonSheet(
            "report.mark",
            self.tr("Change the security mark"),
            self.tr("The mark stands on every page of the report."),
            self.tr("Change"),
        )
        sheet.given.connect(lambda reason: self._set_mark(session.id, mark, reason))
        self._open_sheet(sheet)

    def _set_mark(self, session_id: str, mark: str, reason: str) -> None:
        try:
            planning.mark(self._desk.office, session_id, mark, reason)
        except (HbpError, OSError) as error:
            self._page.say_error("report", error)
            return
        self._changed()

    def ask_sent(self) -> None:
        """Ask when the form was sent, where that was not entered before."""
        session = self._page.session()
        if session is None or session.submitted or session.cancelled:
            return
        sheet = SentSheet(self._desk.language, self._desk.office.today.isoformat())
        sheet.entered.connect(lambda *typed: self._submit(session.id, *typed))
        self._open_sheet(sheet)

    def _submit(self, session_id: str, day: str, proof: str, late_reason: str) -> None:
        sheet = self.sheet
        try:
            reporting.submit_typed(self._desk.office, session_id, day, proof, late_reason)
        except Invalid as error:
            if isinstance(sheet, SentSheet):
                sheet.say(error.problems)
            return
        except (HbpError, OSError) as error:
            self._page.say_error("report", error)
        if sheet is not None:
            sheet.close_sheet()
        self._changed()

    def _changed(self) -> None:
        self._desk.changed.emit()
        self._page.refreshed()

    def print(self) -> None:
        """Print the PDF on a printer the person chooses."""
        if not self._page.pdf():
            return
        printer = self.choose_printer(self._page.window())
        if printer is None:
            return
        if printing.print_pdf(self._page.pdf(), printer):
            self._note_printed()
            return
        said = self.tr("The printer took nothing. Check that it is on, or choose another one.")
        self._page.banners.show_banner("print", "warn", said)

    def _note_printed(self) -> None:
        session = self._page.session()
        try:
            if session is not None:
                reporting.note_printed(self._desk.office, session.id, self._page.version())
        except (HbpError, OSError) as error:
            self._page.say_error("print", error)

    def open_made(self) -> None:
        """Open the folder of the package made last."""
        if self.making.folder is not None:
            self.open_folder(self.making.folder)

    def _open_sheet(self, sheet: ReasonSheet | SentSheet) -> None:
        self.sheet = sheet
        sheet.open_over(self._page.window())

    def _connect(self) -> None:
        package = self._package
        package.make_wanted.connect(self.make)
        package.named_wanted.connect(self.ask_named)
        package.print_wanted.connect(self.print)
        package.folder_wanted.connect(self.open_made)
        package.stop_wanted.connect(self.making.stop)
        package.mark_picked.connect(self.ask_mark)
        self.making.stepped.connect(package.show_progress)
        self.making.done.connect(self._made)
        self.making.failed.connect(self._not_made)


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
