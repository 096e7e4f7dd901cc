"""Restoring: the file is looked at, restored in the lane, and the outcome shown before the office opens."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.errors import HbpError, Invalid
from hbp_desktop.ui import errors, files, tasks
from hbp_desktop.ui.door import Door, Seat
from hbp_desktop.ui.first_run.centred_card import CentredCard
from hbp_desktop.ui.first_run.restore_step import PASSWORD, RestoreStep
from hbp_desktop.ui.parts.button import Button

if TYPE_CHECKING:
    from hbp_desktop.usecases.restoring import Offered, Restored

_OF_THE_FIELD = {"wrong_password", "recovery_other", "recovery_misread", "invalid", "backup_needs_code"}

_KINDS = "HBP (*.hbpbackup *.zip)"


class RestorePage(CentredCard):
    """Signals `restored(Seat)`, `left` (back to the choice). `ask_file` is replaced by tests."""

    restored = Signal(object)
    left = Signal()

    def __init__(self, door: Door, language: str) -> None:
        self._door, self._busy = door, False
        self._file: Path | None = None
        self._seat: Seat | None = None
        self.asking = RestoreStep(door.place())
        self.ask_file: Callable[[QWidget, str], str] = partial(
            files.ask_file, kinds="HBP (*.hbpbackup *.zip)"
        )
        super().__init__(self.asking, language)
        self.back = Button("", "quiet", height="large_control", name="restore.back")
        self.go = Button("", "primary", "history", height="large_control", name="restore.go")
        self.foot.addWidget(self.back)
        self.foot.addWidget(self.go)
        self._connect()
        self.set_language(language)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.back.setText(self.tr("Back"))
        if self._busy:
            self.go.setText(self.tr("Restoring…") if self._seat is None else self.tr("Opening…"))
        else:
            self.go.setText(self.tr("Restore") if self._seat is None else self.tr("Open the office"))
        self._allow()

    def choose(self, file: Path) -> None:
        """Look at a file, in the lane: a USB drive may take its time."""
        self.banners.clear("restore")
        tasks.start(
            lambda: self._door.look_at(file), lambda offered: self._offer(file, offered), self._failed
        )

    def _offer(self, file: Path, offered: "Offered") -> None:
        self._file = file
        self.asking.offer(offered)
        self._allow()

    def _on_go(self) -> None:
        if self._busy or not self.asking.ready():
            return
        if self._seat is not None:
            self._sit_down(self._seat)
        elif self._file is not None:
            self._restore(self._file)

    def _restore(self, file: Path) -> None:
        step, asking = self.tr("Unpacking, then checking every page…"), self.asking
        by_password = asking.way.value() == PASSWORD
        given = {
            "code": "" if by_password else asking.code.text(),
            "officer": asking.officer.value() if by_password else "",
            "password": asking.password.text() if by_password else "",
            "place_reason": asking.reason.text(),
        }

        def job(tell: tasks.Step) -> "Restored":
            return self._door.restore(file, given, lambda done, of: tell(done, of, step))

        self._begin()
        asking.progress.show()
        tasks.start(job, self._on_restored, self._failed, asking.progress.show_step)

    def _on_restored(self, done: "Restored") -> None:
        self._end()
        self.asking.forget()
        self._seat = self._door.seat_of(done)
        people = self._door.people(self._seat) if done.needs_new_passwords else []
        self.asking.result.show_done(done, people)
        self.asking.show_result()
        self.back.hide()
        self.retranslate()

    def _sit_down(self, seat: Seat) -> None:
        result = self.asking.result
        if not result.asks:
            self.restored.emit(seat)
            return
        if result.complain():
            officer, password = result.officer.value(), result.password.text()
            self._begin()
            tasks.start(lambda: self._door.go_on_as(seat, officer, password), self._on_seated, self._failed)

    def _on_seated(self, seat: Seat) -> None:
        self.asking.forget()
        self.restored.emit(seat)

    def _begin(self) -> None:
        self._busy = True
        self.banners.clear("restore")
        self.retranslate()

    def _end(self) -> None:
        self._busy = False
        self.asking.progress.hide()
        self.retranslate()

    def _failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, HbpError):
            errors.note(error)
        first = error.problems[0] if isinstance(error, Invalid) and error.problems else error
        code = getattr(error, "code", "")
        if code in _OF_THE_FIELD:
            self.asking.say(errors.sentence(first, self.language))
            return
        self.banners.show_banner("restore", "bad", errors.sentence(first, self.language))
        if code in ("place_cloud", "place_removable"):
            self.asking.ask_reason()

    def _allow(self) -> None:
        self.go.explain(
            not self._busy and self.asking.ready(), self.tr("Choose a file and type what opens it")
        )
        self.back.explain(not self._busy)
        self.asking.choose.explain(not self._busy)

    def _connect(self) -> None:
        self.asking.choose.clicked.connect(self._pick)
        self.asking.changed.connect(self._allow)
        self.asking.finished.connect(self._on_go)
        self.asking.result.finished.connect(self._on_go)
        stop = self.asking.progress.findChild(QWidget, "restore.progress.cancel")
        if stop is not None:  # between naming the vault and opening it there is nothing to stop
            stop.hide()
        self.go.clicked.connect(self._on_go)
        self.back.clicked.connect(self.left)

    def _pick(self) -> None:
        if chosen := self.ask_file(self.window(), self.tr("Choose the backup file")):
            self.choose(Path(chosen))
