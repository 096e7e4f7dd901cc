"""Editing one plan: what is typed is kept every second, advised upon, and set with Ctrl+Enter."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from hbp_desktop.domain.dates import clock
from hbp_desktop.domain.errors import HbpError, Problem
from hbp_desktop.domain.session import SessionDraft
from hbp_desktop.ui import errors
from hbp_desktop.ui.attachments.panel import AttachmentPanel
from hbp_desktop.ui.page import Page
from hbp_desktop.ui.reason_sheet import ReasonSheet
from hbp_desktop.ui.sessions import plan_words
from hbp_desktop.ui.sessions.guideline_panel import Advice, GuidelinePanel
from hbp_desktop.ui.sessions.plan_card import PlanCard
from hbp_desktop.ui.sessions.plan_form import Words
from hbp_desktop.ui.sessions.plan_work import PlanWork, officers_known
from hbp_desktop.usecases import plan_drafts, planning
from hbp_desktop.usecases.wording import text

KEEP_MS = 1_000
ADVISE_MS = 150


class PlanEditing(QObject):
    """Signals `listed` when the year's list says something else now; `turned` when another plan is in work.

    `advised` when the guideline was asked again.
    """

    listed = Signal()
    turned = Signal()
    advised = Signal()

    def __init__(self, page: Page, plan: PlanCard, advice: GuidelinePanel) -> None:
        super().__init__(page)
        self._page, self.desk, self.plan, self.advice = page, page.desk, plan, advice
        self.work = PlanWork(page.desk.office)
        self.sheet: ReasonSheet | None = None
        self.kept = True
        self._keeping, self._advising = QTimer(self), QTimer(self)
        self.photos = AttachmentPanel(page.desk, "sessions.photos")
        plan.add_below(self.photos)
        self._connect()

    def begin(self, draft: SessionDraft) -> None:
        """Begin a new plan."""
        self.keep()
        self.work.begin(draft)
        self._show_all()

    def open(self, session_id: str) -> None:
        """Open a session or a kept plan."""
        self.keep()
        self._page.banners.clear("plan")
        if session_id != self.work.draft.id:
            try:
                self.work.open(session_id)
            except HbpError as error:
                self._page.say_error("plan", error)
                return
        if self.work.kept is not None:
            self._page.banners.clear("draft")
        self._show_all()

    def discard(self) -> None:
        """Forget what was typed; a recorded session shows as it was recorded."""
        self._keeping.stop()
        self.work.discard()
        if self.work.planned:
            self._show_all()

    def put_away(self) -> None:
        """Keep what is typed and ask nothing more: the window is locking."""
        self.keep()
        self._advising.stop()

    def forget(self) -> None:
        """Hold no plan any more."""
        self.work = PlanWork(self.desk.office)

    def offer_advice(self) -> None:
        """Show the guideline's button where its column does not fit."""
        self.plan.offer_advice(self._page.shape.width == "narrow", len(self.advice.sentences()))

    def _show_all(self) -> None:
        self._fill()
        self.photos.show_of((self.work.draft.id,), self.work.planned)
        self.show_plan()
        self.turned.emit()
        self.advise()

    def _fill(self) -> None:
        office, language = self.desk.office, self.desk.language
        lists = office.catalogues
        words = Words(
            [(code, choice.short or choice.label(language)) for code, choice in lists.programmes.items()],
            [(code, choice.label(language)) for code, choice in lists.groups.items()],
            officers_known(office),
        )
        self.plan.form.show_draft(self.work.draft, words, language)

    def show_plan(self) -> None:
        """Say what is in work, and what can be done with it."""
        session = self.work.session
        line = plan_words.draft_line(self.work.draft)
        if session is not None and not self.work.changed:
            state, look = plan_words.state_of(session, self.desk.office.today)
        else:
            state, look = line.state, line.look
        self.plan.show_head(line.title, state, look)
        cancelled = session is not None and session.cancelled
        draft = self.work.changed and (self.work.planned or self.work.kept is not None)
        self.plan.allow(self.work.planned, cancelled, draft)
        self.offer_advice()
        self.show_saved()
        self.advised.emit()

    def show_saved(self) -> None:
        """Say when the draft was kept."""
        if self.work.kept_at is not None and self.work.changed:
            at = clock(f"{self.work.kept_at:%H:%M}", self.desk.language)
            self.plan.saved.show_state("draft", self.tr("Draft kept %1").replace("%1", at))
        else:
            set_before = self.work.planned and not self.work.changed
            self.plan.saved.show_state("saved", self.tr("Saved here") if set_before else "")

    def edited(self) -> None:
        """Take what is typed: kept within a second, advised upon at once."""
        acks = self.work.draft.acks
        self.work.draft = replace(self.plan.form.draft(), acks=acks)
        if not self._keeping.isActive():
            self._keeping.start(KEEP_MS)
        self._advising.start(ADVISE_MS)
        self.show_plan()

    def keep(self) -> None:
        """Keep what is typed, now."""
        self._keeping.stop()
        try:
            written = self.work.keep()
        except (HbpError, OSError) as error:
            self.kept = False
            self.plan.saved.show_state("trouble", self.tr("The draft is not kept: see above."))
            self._page.say_error("draft", error)
            return
        self.kept = True
        if written:
            self.show_plan()
            self.listed.emit()

    def advise(self) -> None:
        """Say what the circular suggests, and what is doubtful at a field."""
        self._advising.stop()
        found = planning.hints(self.desk.office, self.work.draft)
        language = self.desk.language
        advice = [_advice(problem, self._say(problem), language) for problem in found]
        self.advice.show_advice(advice, dict(self.work.draft.acks))
        form = self.plan.form
        form.clear()
        form.say([one for one in self.work.problems() if one.level == "warning"], self._say, "")
        at_fields = [one for one in found if one.level == "warning" and one.place.startswith("days.")]
        form.say(at_fields, self._say, self.tr("Reason…"))
        self.offer_advice()
        self.advised.emit()

    def set(self) -> None:
        """Set the plan, or say at its field what is missing; a change of a recorded one asks for a reason."""
        self.edited()
        self.advise()
        if self.work.planned and not self.work.changed:
            return
        if wrong := self.work.errors():
            self.plan.form.clear()
            self.plan.form.say(wrong, self._say)
            self.plan.form.go_to(wrong[0].place)
            self.desk.announce(self._say(wrong[0]))
            return
        if self.work.planned:
            self._ask_reason()
        else:
            self._write("")

    def _write(self, reason: str) -> None:
        self._keeping.stop()
        try:
            done = self.work.set(reason)
        except (HbpError, OSError) as error:
            self._page.say_error("plan", error)
            return
        self._page.banners.clear("plan")
        self._page.banners.clear("draft")
        self._show_all()
        self.desk.announce(self.tr("Set: %1").replace("%1", plan_words.title_of(done)))
        self.desk.changed.emit()

    def _ask_reason(self) -> None:
        sheet = ReasonSheet(
            "sessions.reason",
            self.tr("Why is the session changed?"),
            self.tr(
                "Deadlines are reckoned anew; reference numbers already given stay. Before and after stand "
                "in the history."
            ),
            self.tr("Save the change"),
        )
        sheet.given.connect(self._write)
        self._open_sheet(sheet)

    def ask_cancel(self) -> None:
        """Ask why the session is called off."""
        sheet = ReasonSheet(
            "sessions.cancel",
            self.tr("Call the session off?"),
            self.tr("What was recorded stays, and no report is due. It can be planned again later."),
            self.tr("Call off"),
            danger=True,
        )
        sheet.given.connect(self._cancel)
        self._open_sheet(sheet)

    def _cancel(self, reason: str) -> None:
        try:
            done = plan_drafts.cancel(self.desk.office, self.work.draft.id, reason)
            self.work.open(done.id)
        except (HbpError, OSError) as error:
            self._page.say_error("plan", error)
            return
        self._show_all()
        self.desk.changed.emit()

    def ask_understood(self, code: str) -> None:
        """Ask why a warning is understood."""
        sheet = ReasonSheet(
            "sessions.understood",
            self.tr("Understood"),
            next((self._say(one) for one in self._found() if one.code == code), ""),
            self.tr("Do not remind me again"),
        )
        sheet.given.connect(lambda reason: self.acknowledge(code, reason))
        self._open_sheet(sheet)

    def _found(self) -> tuple[Problem, ...]:
        return planning.hints(self.desk.office, self.work.draft)

    def acknowledge(self, code: str, reason: str) -> None:
        """Keep a warning as understood, or with no reason remind of it again."""
        self.work.acknowledge(code, reason)
        self.plan.form.set_acks(dict(self.work.draft.acks))
        self.edited()
        self.advise()

    def _open_sheet(self, sheet: ReasonSheet) -> None:
        self.sheet = sheet
        sheet.open_over(self._page.window())

    def _say(self, problem: Problem) -> str:
        return errors.sentence(problem, self.desk.language)

    def _connect(self) -> None:
        for timer, act in ((self._keeping, self.keep), (self._advising, self.advise)):
            timer.setSingleShot(True)
            timer.timeout.connect(act)
        plan = self.plan
        plan.form.edited.connect(self.edited)
        plan.form.reason_wanted.connect(self.ask_understood)
        plan.cancel_wanted.connect(self.ask_cancel)
        self.advice.understood.connect(self.ask_understood)
        self.advice.remind.connect(lambda code: self.acknowledge(code, ""))


def _advice(problem: Problem, sentence: str, language: str) -> Advice:
    clause = str(problem.values.get("clause", ""))
    return Advice(problem.code, problem.level, clause, text(f"clause_{clause}", language), sentence)
