"""Backups: when the last was made, one more now or on a USB drive, what may be missing, how to restore."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.errors import HbpError, Problem
from hbp_desktop.ui import errors, files, tasks, time_words
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.flowing import Flowing
from hbp_desktop.ui.parts.press_row import ToneMark
from hbp_desktop.ui.parts.progress import Progress
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.place_panel import PlacePanel
from hbp_desktop.ui.settings.copies_rows import CopiesList, MissingCard
from hbp_desktop.ui.settings.section import Section
from hbp_desktop.usecases import backups, place_notes, restoring
from hbp_desktop.usecases.backups import Copies, Kept


class CopiesSection(Section):
    """Makes backups in the lane; typing goes on meanwhile. `ask_folder` is replaced by tests."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.ask_folder: Callable[[QWidget, str], str] = files.ask_folder
        self._task: tasks.Task | None = None
        self._shown: Copies | None = None
        self._card, self._how = Card("copies.now"), Card("copies.restoring")
        self._mark, self._last = ToneMark("hard-drive", "ok"), Text("", "body", stress="medium", wrap=True)
        self._told, self._steps = Text("", "small", "ink2", wrap=True), Text("", "body", "ink2", wrap=True)
        self.now = Button("", "primary", "save", name="copies.make")
        self.elsewhere = Button("", icon="usb", name="copies.make_to")
        self.progress = Progress("copies.progress")
        self.list, self.missing = CopiesList(), MissingCard()
        self.place = PlacePanel("copies.place", own_button=True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def subtitle(self) -> str:
        return self.tr("Copies to fall back on; each is encrypted and read back before it counts")

    def opened(self) -> None:
        self._shown = backups.copies(self.desk.office)
        self.missing.show_missing(restoring.missing(self.desk.office))
        self.place.show_place(place_notes.unkept(self.desk.office), place_notes.better_place())
        allowed = self.desk.office.may("backup.make")
        for button in (self.now, self.elsewhere):
            button.setEnabled(allowed and self._task is None)
        self._show()

    def refreshed(self) -> None:
        self.opened()

    def retranslate(self) -> None:
        self._card.set_title(self.tr("Backup"))
        self.now.setText(self.tr("Back up now"))
        self.elsewhere.setText(self.tr("To a folder or USB drive…"))
        self._told.setText(
            self.tr(
                "One is made by itself at the first opening of a day and when the program closes after "
                "something was recorded: seven days, four weeks and twelve months are kept. They lie on this "
                "computer's own disk, so take one on a USB drive away with you as well."
            )
        )
        self._how.set_title(self.tr("If this computer is lost"))
        self._steps.setText(
            self.tr(
                "On a new computer, start the program and choose to restore a backup. It needs the file and "
                "the printed recovery code. Numbers never repeat, and the list of what may be missing is "
                "shown. An officer removed since then can still open the old backup with their old "
                "password: keep the files safe, and remove that officer again after restoring."
            )
        )
        self._show()

    def put_away(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def keep_place(self, reason: str) -> None:
        """Enter in the journal why the office's folder stays where it is."""
        self.clear("place")
        try:
            place_notes.keep(self.desk.office, reason)
        except HbpError as error:
            self.say_error("place", error)
        self.opened()

    def make(self, folder: Path | None = None) -> None:
        """Make one beside the vault, or in a folder; the rest of the window stays usable."""
        office, words = self.desk.office, self.tr("Copying, then reading back and counting…")
        self._set_busy(True)
        for key in ("backup", "made"):
            self.clear(key)

        def job(step: tasks.Step) -> Kept:
            def told(done: int, of: int) -> None:
                step(done, of, words)

            return (
                backups.make_here(office, told) if folder is None else backups.make_to(office, folder, told)
            )

        self._task = tasks.start(job, self._made, self._failed, self.progress.show_step)

    def _made(self, kept: Kept) -> None:
        self._set_busy(False)
        rest = self.tr("%1 holds %2 and was read back and counted.")
        entries = self.tr("%n visits", "", kept.visits)
        self.banners.show_banner(
            "made",
            "ok",
            self.tr("The backup is made."),
            rest.replace("%1", kept.path.name).replace("%2", entries),
        )
        self.opened()
        self.desk.announce(self.tr("The backup is made."))
        self.desk.changed.emit()

    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        self.say_error("backup", error)
        self.opened()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        if not busy:
            self._task = None
        self.progress.setVisible(busy)
        for button in (self.now, self.elsewhere):
            button.setEnabled(not busy)

    def _pick_folder(self) -> None:
        if chosen := self.ask_folder(self.window(), self.tr("Folder for the backup")):
            self.make(Path(chosen))

    def _show(self) -> None:
        if self._shown is None:
            return
        shown, today, language = self._shown, self.desk.now().date(), self.desk.language
        self.list.show_copies(shown, today, language)
        if shown.last is None:
            self._last.setText(self.tr("No backup was made on this computer yet."))
        else:
            when = time_words.moment(int(shown.last.timestamp()), language, today)
            self._last.setText(self.tr("Last backup: %1").replace("%1", when))
        late = shown.last is None or (today - shown.last.date()).days >= backups.LATE_DAYS
        self._mark.set("triangle-alert" if late else "hard-drive", "warn" if late else "ok")
        if shown.failed:
            first = self.tr("The last automatic backup could not be made.")
            reason = errors.sentence(Problem(shown.failed), language)
            self.banners.show_banner("failed", "warn", first, reason)
        else:
            self.clear("failed")

    def _lay_out(self) -> None:
        self.body.addWidget(self.place)
        top = row(gap="row")
        top.addWidget(self._mark)
        top.addWidget(self._last, 1)
        self._card.body.addLayout(top)
        self._card.add(self._told, Flowing(self.now, self.elsewhere), self.progress)
        self.progress.hide()
        self._how.add(self._steps)
        for card in (self._card, self.missing, self.list, self._how):
            self.body.addWidget(card)

    def _connect(self) -> None:
        self.place.kept.connect(self.keep_place)
        self.now.clicked.connect(lambda: self.make())
        self.elsewhere.clicked.connect(self._pick_folder)
        self.progress.cancelled.connect(self._stop)
