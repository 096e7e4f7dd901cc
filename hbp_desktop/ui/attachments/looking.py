"""A look at attachments in large, and what can be done there: withdraw with a reason, fetch."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.errors import HbpError
from hbp_desktop.ui import errors, permits, tasks
from hbp_desktop.ui.attachments.picture_sheet import PictureSheet
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.reason_sheet import ReasonSheet
from hbp_desktop.usecases import attaching, fetching
from hbp_desktop.usecases.attaching import Shown


class Looking(QObject):
    """Opens sheets over a panel's window. Signals `changed` (withdrawn or fetched), `failed(error)`."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, panel: QWidget, desk: Desk) -> None:
        super().__init__(panel)
        self._panel, self._desk = panel, desk
        self.sheet: PictureSheet | None = None
        self.reason: ReasonSheet | None = None
        self._fetching: tasks.Task | None = None

    def open(self, shown: Sequence[Shown], at: int) -> None:
        """Look at one of them."""
        desk = self._desk
        self.sheet = PictureSheet(shown, at, self._read, desk.language, desk.office.today)
        self.sheet.withdraw_wanted.connect(self._ask_why)
        self.sheet.fetch_wanted.connect(self._fetch)
        self.sheet.closed.connect(self._stop)
        permits.apply(self.sheet, desk)
        self.sheet.open_over(self._panel.window())

    def _read(self, subject: str) -> bytes:
        return attaching.open_picture(self._desk.office, subject)

    def _ask_why(self, shown: Shown) -> None:
        if self.sheet is not None:
            self.sheet.close_sheet()
        sentence = QCoreApplication.translate(
            "Attachments",
            "It leaves the list and is sent nowhere. The history keeps who withdrew it, and why.",
        )
        self.reason = ReasonSheet(
            "attachment.reason",
            QCoreApplication.translate("Attachments", "Withdraw the attachment?"),
            sentence,
            QCoreApplication.translate("Attachments", "Withdraw"),
            danger=True,
        )
        self.reason.given.connect(lambda reason: self._withdraw(shown, reason))
        self.reason.open_over(self._panel.window())

    def _withdraw(self, shown: Shown, reason: str) -> None:
        desk = self._desk
        try:
            attaching.withdraw(desk.office, shown.id, reason)
        except HbpError as error:
            self.failed.emit(error)
            return
        desk.announce(QCoreApplication.translate("Attachments", "Attachment withdrawn"))
        self.changed.emit()

    def _fetch(self, shown: Shown) -> None:
        desk = self._desk
        if self._fetching is None and self.sheet is not None:
            self.sheet.say(QCoreApplication.translate("Attachments", "Fetching…"))
            self._fetching = tasks.start(
                lambda step: fetching.fetch(desk.office, shown.id, step),
                lambda found: self._fetched(shown, found),
                self._fetch_failed,
                lambda _done, _of, _code: None,
            )

    def _fetched(self, shown: Shown, found: bool) -> None:
        self._fetching = None
        if self.sheet is not None and found:
            self.sheet.look_at(self.sheet.place_of(shown.id))
            self.sheet.fetch.hide()
        elif self.sheet is not None:
            self.sheet.say(
                QCoreApplication.translate(
                    "Attachments", "The state office has it not yet: its laptop has not sent it."
                )
            )
        self.changed.emit()

    def _fetch_failed(self, error: Exception) -> None:
        self._fetching = None
        if not isinstance(error, HbpError):
            errors.note(error)
        if self.sheet is not None:
            self.sheet.say(errors.sentence(error, self._desk.language))

    def _stop(self) -> None:
        self.sheet = None
        if self._fetching is not None:
            self._fetching.cancel()
            self._fetching = None
