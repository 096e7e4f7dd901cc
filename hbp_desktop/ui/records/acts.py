"""What is done to a record: correct, withdraw, restore, move a matter, stop a clock, show a document."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hbp_desktop.domain.errors import Invalid, Problem, Refused, errors_in
from hbp_desktop.domain.matter import Matter
from hbp_desktop.domain.visit import VisitDraft
from hbp_desktop.ui import errors, matter_words
from hbp_desktop.ui.desk import Shape
from hbp_desktop.ui.parts.typeahead import Suggestion
from hbp_desktop.ui.records.correct_form import CorrectForm
from hbp_desktop.usecases import counter, records, sealed
from hbp_desktop.usecases.records import Record

if TYPE_CHECKING:
    from hbp_desktop.ui.records_page import RecordsPage

_DONE = ("settled", "closed")


class RecordActs(QObject):
    """Carries out what the detail asks for; every act ends with a reload and a word for screen readers."""

    def __init__(self, page: "RecordsPage") -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk
        self._record: Record | None = None
        self._then: Callable[[str, str], None] | None = None
        self._undo: Callable[[], None] | None = None
        office = page.desk.office
        self.form = CorrectForm(office.catalogues, self._find, office.today, page.desk.language)
        self._connect()

    def correcting(self) -> bool:
        """Tell whether the form is open."""
        return self._record is not None

    def leave(self) -> bool:
        """Leave what was begun: the question first, then the form; say whether anything was."""
        for ask in (self._page.detail.ask, self.form.ask):
            if not ask.isHidden():
                ask.leave()
                return True
        if self._record is None:
            return False
        self._record = None
        self._page.show_form(False)
        return True

    def correct(self) -> None:
        """Open the form on the record as it is now."""
        shown = self._page.record()
        if shown is None or shown.visit.withdrawn or self.correcting():
            return
        office = self._desk.office

        def begin() -> None:
            self._record = records.open_record(office, shown.visit.id)
            self.form.show_draft(VisitDraft.of(self._record.visit), self._record.visit.ref)
            self._page.show_form(True)
            self.form.take_focus()

        self._page.attempt("act", begin)

    def go_on(self) -> None:
        """Do what the primary button on the screen does (Ctrl+Enter)."""
        for ask in (self._page.detail.ask, self.form.ask):
            if not ask.isHidden():
                ask.give()
                return
        if self.correcting():
            self._judge()

    def undo(self) -> None:
        """Undo the last withdrawal or restoring."""
        undo, self._undo = self._undo, None
        self._page.list.offer_undo("")
        if undo is not None:
            undo()

    def reflow(self, shape: Shape) -> None:
        """Fit the form."""
        self.form.reflow(stacked=not shape.at_least("narrow"))

    def retranslate(self) -> None:
        """Set every word."""
        self.form.retranslate(self._desk.language)

    def _judge(self) -> None:
        """Show what is wrong; ask why when nothing is."""
        draft = self.form.read()
        problems = counter.problems_of(self._desk.office, draft)
        self.form.say(problems, self._say)
        if wrong := errors_in(problems):
            self.form.focus_first(wrong)
        elif not self.form.changed():
            self._page.say_error("act", Refused("nothing_changed"))
        else:
            self.form.ask_reason()

    def _save(self, reason: str) -> None:
        record = self._record
        if record is None:
            return

        def write() -> None:
            records.correct(self._desk.office, record, self.form.read(), reason)
            self.form.close_question()
            self._record = None
            self._page.show_form(False)
            self._done(self.tr("Corrected, %1").replace("%1", record.visit.ref))

        self._page.attempt("act", write)

    def _withdraw(self) -> None:
        shown = self._page.record()
        if shown is None:
            return
        withdrawn = shown.visit.withdrawn
        ask = self._page.detail.ask
        self._then = lambda reason, _agency: self._set_withdrawn(shown, not withdrawn, reason)
        if withdrawn:
            ask.ask(self.tr("Why is this record restored?"), self.tr("Restore"))
        else:
            ask.ask(self.tr("Why is this record withdrawn? It stays readable."), self.tr("Withdraw"))

    def _set_withdrawn(self, shown: Record, on: bool, reason: str) -> None:
        office, visit = self._desk.office, shown.visit
        act = records.withdraw if on else records.restore
        if not self._page.attempt("act", lambda: act(office, "visit", visit.id, reason)):
            return
        words = self.tr("Withdrawn, %1") if on else self.tr("Restored, %1")
        self._done(words.replace("%1", visit.ref))
        self._undo = lambda: self._set_withdrawn(shown, not on, self.tr("undone at once"))
        self._page.list.offer_undo(self.tr("Undo withdrawal") if on else self.tr("Undo restoring"))

    def _move(self, matter: Matter, status: str) -> None:
        word = matter_words.word(status)
        reopened = matter.status in _DONE and status not in _DONE
        heading = self.tr("Change to %1").replace("%1", word)
        action = self.tr("Reopen") if reopened else word
        self._then = lambda reason, agency: self._set_status(matter, status, agency, reason)
        self._page.detail.ask.ask(heading, action, agency=status == "referred", needed=reopened)

    def _set_status(self, matter: Matter, status: str, agency: str, reason: str) -> None:
        try:
            records.move(self._desk.office, matter.id, status, agency, reason)
        except Invalid as refused:
            self._say_move(refused)
            return
        self._done(self.tr("Status changed to %1").replace("%1", matter_words.word(status)))

    def _say_move(self, refused: Invalid) -> None:
        ask = self._page.detail.ask
        for problem in refused.problems:
            ask.say("agency" if problem.place == "agency" else "reason", self._say(problem))

    def _stop_clock(self, matter: Matter, clock: str) -> None:
        if self._page.attempt("act", lambda: records.stop_clock(self._desk.office, matter.id, clock)):
            self._done(self.tr("Clock stopped: %1").replace("%1", matter_words.word(clock)))

    def _reveal(self) -> None:
        """Write down that the document is shown, then show it."""
        shown = self._page.record()
        office = self._desk.office
        if shown and (shown.office or not office.may("record.plain")):
            self._page.show_opened(lambda: records.uncover(office, shown.visit.id))
        elif shown and self._page.attempt("act", lambda: records.reveal(office, shown.visit.id, "identity")):
            self._page.detail.reveal()

    def _reveal_in_form(self) -> None:
        if self._record is not None:
            records.reveal(self._desk.office, self._record.visit.id, "identity")

    def _open_sealed(self) -> None:
        """Open what is sealed for who sits here; the opening is written down."""
        shown = self._page.record()
        if shown is not None:
            self._page.show_opened(lambda: sealed.open_record(self._desk.office, shown.visit.id))

    def _reseal(self) -> None:
        shown = self._page.record()
        if shown is None:
            return
        told: list[str] = []

        def write() -> None:
            told.extend(one.name for one in sealed.reseal(self._desk.office, shown.visit.id))

        if self._page.attempt("act", write):
            self._done(self.tr("Sealed anew for %1").replace("%1", ", ".join(filter(None, told))))

    def _ask_action(self, matter: Matter) -> None:
        """Ask whom the officer informed; without it no urgent matter is settled."""
        self._then = lambda said, _agency: self._note_action(matter, said)
        heading = self.tr("What was done at once? It is sealed like the matter.")
        self._page.detail.ask.ask(heading, self.tr("Enter"), label=self.tr("Whom you informed, and when"))

    def _note_action(self, matter: Matter, said: str) -> None:
        if self._page.attempt("act", lambda: sealed.note_action(self._desk.office, matter.id, said)):
            self._done(self.tr("Immediate action entered"))

    def _given(self, reason: str, agency: str) -> None:
        if self._then is not None:
            self._then(reason, agency)

    def _done(self, words: str) -> None:
        """Close the question, drop an older undo, tell everybody."""
        self._page.detail.ask.hide()
        self._undo = None
        self._page.list.offer_undo("")
        self._desk.announce(words)
        self._desk.changed.emit()
        self._page.list.table.setFocus()

    def _find(self, text: str, kind: str) -> list[Suggestion]:
        language, office = self._desk.language, self._desk.office
        found = office.catalogues.services.match(text, kind, office.today)
        return [Suggestion(one.code, one.code, one.label(language)) for one in found]

    def _say(self, problem: Problem) -> str:
        return errors.sentence(problem, self._desk.language)

    def _connect(self) -> None:
        detail = self._page.detail
        detail.correct_wanted.connect(self.correct)
        detail.withdraw_wanted.connect(self._withdraw)
        detail.reveal_wanted.connect(self._reveal)
        detail.move_wanted.connect(self._move)
        detail.clock_wanted.connect(self._stop_clock)
        detail.open_wanted.connect(self._open_sealed)
        detail.reseal_wanted.connect(self._reseal)
        detail.action_wanted.connect(self._ask_action)
        detail.ask.given.connect(self._given)
        detail.copied.connect(lambda ref: self._desk.announce(self.tr("Copied, %1").replace("%1", ref)))
        self.form.save_wanted.connect(self._judge)
        self.form.given.connect(self._save)
        self.form.left.connect(self.leave)
        self.form.revealed.connect(self._reveal_in_form)
