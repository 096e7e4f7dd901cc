"""Proof: check the file, compare it with what is held elsewhere, and who did what."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from hbp_desktop.domain.dates import read_date
from hbp_desktop.domain.errors import Invalid, Problem, Refused
from hbp_desktop.ui import errors, files, tasks
from hbp_desktop.ui.desk import Desk, Shape
from hbp_desktop.ui.settings import proof_words
from hbp_desktop.ui.settings.audit_card import AuditCard
from hbp_desktop.ui.settings.proof_cards import CheckCard, CompareCard
from hbp_desktop.ui.settings.section import Section
from hbp_desktop.usecases import audit, proving
from hbp_desktop.usecases.proving import Proof

_DAYS = 30  # shown at first
Ask = Callable[[QWidget, str], str]


class ProofSection(Section):
    """Checks in the lane. `ask_file` and `ask_where` are replaced by tests."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.ask_file: Ask = files.ask_file
        self.ask_where: Ask = _ask_where
        self.check, self.compare, self.audit = CheckCard(), CompareCard(), AuditCard()
        self._proof: Proof | None = None
        self._task: tasks.Task | None = None
        self._audit: audit.Audit | None = None
        for card in (self.check, self.compare, self.audit):
            self.body.addWidget(card)
        self._connect()
        self.retranslate()

    def subtitle(self) -> str:
        return self.tr("What can be relied on, and who did what")

    def opened(self) -> None:
        office = self.desk.office
        self.compare.show_code(proving.code_now(office))
        allowed = office.may("audit.read")
        self.audit.setVisible(allowed)
        if allowed and self._audit is None:
            self._read(office.today - timedelta(days=_DAYS), office.today)
        elif allowed and self._audit is not None:
            self._read(self._audit.first, self._audit.last)

    def refreshed(self) -> None:
        self.opened()

    def reflow(self, shape: Shape) -> None:
        super().reflow(shape)
        self.audit.fit(shape)

    def retranslate(self) -> None:
        self.check.set_words()
        self.compare.set_words()
        self.audit.set_words(self.desk.language)
        if self._audit is not None:
            self.audit.show_lines(self._audit.lines, self.desk.language)
            self.audit.set_days(self._audit.first, self._audit.last)
        self._show()

    def put_away(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._finish()

    def run(self, against: str = "") -> None:
        """Check the file, against a file or a code where one is given."""
        if self._task is not None:
            return
        office, language = self.desk.office, self.desk.language
        self.clear("proof")
        self._wait(True)

        def job(step: tasks.Step) -> Proof:
            def told(done: int, of: int, what: str) -> None:
                step(done, of, proof_words.step(what, language))

            return proving.check(office, against, told)

        self._task = tasks.start(job, self._checked, self._failed, self.check.progress.show_step)

    def busy(self) -> bool:
        """Tell whether a check is under way."""
        return self._task is not None

    def _checked(self, proof: Proof) -> None:
        self._proof = proof
        self._finish()
        self._show()
        self.desk.announce(" ".join(self.check.told()[:1]))

    def _failed(self, error: Exception) -> None:
        self._finish()
        problem = error.problems[0] if isinstance(error, Invalid) else None
        if problem is not None:
            self.compare.say(errors.sentence(problem, self.desk.language))
        else:
            self.say_error("proof", error)

    def _finish(self) -> None:
        self._task = None
        self._wait(False)

    def _wait(self, busy: bool) -> None:
        self.check.progress.setVisible(busy)
        self.check.button.setEnabled(not busy)
        self.compare.set_busy(busy)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._finish()

    def _show(self) -> None:
        language, zone = self.desk.language, self.desk.now().tzinfo
        self.check.show_proof(self._proof, language, zone)
        if self._proof is not None:
            self.compare.show_compared(proof_words.compared(self._proof, language, zone))

    def _compare_code(self, typed: str) -> None:
        if not typed.strip():
            self.compare.say(errors.sentence(Problem("code_missing"), self.desk.language))
            return
        self.run(typed)

    def _compare_file(self) -> None:
        if chosen := self.ask_file(self.window(), self.tr("File to compare with")):
            self.run(chosen)

    def _take_range(self, first: str, last: str) -> None:
        self.audit.say("", "")
        days: list[date] = []
        for place, typed in (("from", first), ("to", last)):
            try:
                days.append(read_date(typed))
            except Refused as refused:
                self.audit.say(place, errors.sentence(refused, self.desk.language))
                return
        self._read(days[0], days[1])

    def _read(self, first: date, last: date) -> None:
        try:
            self._audit = audit.read(self.desk.office, first, last)
        except Refused as refused:
            self.audit.say("to", errors.sentence(refused, self.desk.language))
            return
        self.audit.set_days(first, last)
        self.audit.show_lines(self._audit.lines, self.desk.language)

    def _export(self) -> None:
        if self._audit is None:
            return
        name = f"jejak-audit-{self._audit.first:%Y%m%d}-{self._audit.last:%Y%m%d}.csv"
        chosen = self.ask_where(self.window(), name)
        if not chosen:
            return
        try:
            made = audit.export(
                self.desk.office, self._audit.first, self._audit.last, Path(chosen), self.desk.language
            )
        except Exception as error:  # noqa: BLE001 - the edge: sorted into the world's fault and ours
            self.say_error("audit", error)
            return
        self.clear("audit")
        said = self.tr("Written: %1").replace("%1", Path(chosen).name)
        self.banners.show_banner("audit_done", "ok", said, self.tr("%n acts.", "", len(made.lines)))
        self.desk.changed.emit()
        self.opened()

    def _connect(self) -> None:
        self.check.check_wanted.connect(lambda: self.run())
        self.check.progress.cancelled.connect(self._stop)
        self.compare.code_given.connect(self._compare_code)
        self.compare.file_wanted.connect(self._compare_file)
        self.audit.range_given.connect(self._take_range)
        self.audit.export_wanted.connect(self._export)


def _ask_where(window: QWidget, name: str) -> str:
    chosen, _ = QFileDialog.getSaveFileName(
        window, name, str(Path.home() / name), "CSV (*.csv);;JSON (*.json)"
    )
    return chosen
