"""Sesi: the year's plan, one session's plan with what the circular says about it, a register's import."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from hbp_desktop.domain.dates import clock
from hbp_desktop.domain.errors import HbpError, Problem
from hbp_desktop.domain.guideline import Yardsticks
from hbp_desktop.domain.session import Session, SessionDraft
from hbp_desktop.ui import errors
from hbp_desktop.ui.desk import Desk, Shape
from hbp_desktop.ui.import_page import ImportView
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.page import Hint, Page
from hbp_desktop.ui.parts.segments import Choice, Segments
from hbp_desktop.ui.reason_sheet import ReasonSheet
from hbp_desktop.ui.sessions import plan_words
from hbp_desktop.ui.sessions.guideline_panel import Advice, GuidelinePanel
from hbp_desktop.ui.sessions.plan_card import PlanCard
from hbp_desktop.ui.sessions.plan_form import Words
from hbp_desktop.ui.sessions.plan_work import PlanWork, kept_new, officers_known
from hbp_desktop.ui.sessions.year_plan import YearPlan
from hbp_desktop.ui.theme import theme
from hbp_desktop.usecases import plan_drafts, planning
from hbp_desktop.usecases.wording import text

KEEP_MS = 1_000
ADVISE_MS = 150


class SessionsPage(Page):
    """A target is a session's id, `new`, or nothing."""

    key = "sessions"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._year = desk.now().year
        self._months = (self._year, desk.now().month)
        self.work = PlanWork(desk.office)
        self._begun = False
        self.year, self.plan, self.advice = YearPlan(), PlanCard(), GuidelinePanel()
        self.importing = ImportView(desk)
        self._tabs = Segments("sessions.tabs")
        self._stack, self._planning = QStackedWidget(), QWidget()
        self._keeping, self._advising = QTimer(self), QTimer(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def title(self) -> str:
        return self.tr("Sessions")

    def subtitle(self) -> str:
        return self.tr("Import a register") if self._importing() else self.tr("Year plan and preparation")

    def hints(self) -> tuple[Hint, ...]:
        tr = self.tr
        return (("F2", tr("New session")), ("F3", tr("Find")), ("Ctrl+Enter", tr("Set")), ("Esc", tr("Back")))

    def help(self) -> tuple[tuple[str, str], ...]:
        tr = self.tr
        return (
            (
                tr("Planning a session"),
                tr(
                    "What you type is kept every second as a draft. Ctrl+Enter sets the session. What the "
                    "circular suggests stands at the right with its clause; it never blocks."
                ),
            ),
            (
                tr("Changing a session"),
                tr(
                    "A session that was set can be changed with a reason. Reference numbers already given "
                    "stay; deadlines are reckoned anew."
                ),
            ),
        )

    def opened(self, target: object = None) -> None:
        if isinstance(target, str) and target == "new":
            self._new()
        elif isinstance(target, str) and target:
            self._open(target)
        elif not self._begun:
            self._open_first()
        self._begun = True
        self._show_year()

    def refreshed(self) -> None:
        self._show_year()
        self._show_saved()

    def put_away(self) -> None:
        self._keep()

    def reflow(self, shape: Shape) -> None:
        super().reflow(shape)
        now = theme()
        self.year.fold(shape.low)
        self.year.setFixedWidth(now.size("year_plan")) if shape.at_least("narrow") else _free(self.year)
        narrow = "guideline" if shape.width == "wide" else "guideline_narrow"
        self.advice.setFixedWidth(now.size(narrow)) if shape.at_least("normal") else _free(self.advice)
        if shape.width == "narrow":
            self.year.setFixedWidth(now.px(300))
        self.plan.form.fit(shape.at_least("narrow"))
        self._place()
        self._show_plan()

    def retranslate(self) -> None:
        self.year.set_words()
        self.plan.set_words()
        self.advice.set_words()
        self.importing.retranslate()
        self._tabs.setAccessibleName(self.tr("Part of the page"))
        if self._begun:
            self._show_plan()
            self._show_year()
        self._name_tabs()

    def pose(self) -> None:
        self._advise()

    def _open_first(self) -> None:
        """Show the session of today or the next one, else the last; offer a draft that was left."""
        everyone = planning.sessions(self.desk.office)
        today = self.desk.office.today
        ahead = [one for one in everyone if one.last_day and one.last_day >= today and not one.cancelled]
        if chosen := ahead[:1] or everyone[-1:]:
            self._open(chosen[0].id)
        else:
            self._begin(plan_drafts.blank(self.desk.office, self._year))
        self._offer_draft()

    def _offer_draft(self) -> None:
        left = [one for one in kept_new(self.desk.office) if one.draft.id != self.work.draft.id]
        if not left:
            return
        newest = left[-1]
        said = self.tr("kept at %1. Nothing of it is lost.")
        at = clock(f"{newest.kept_at:%H:%M}", self.desk.language)
        banner = self.banners.show_banner(
            "draft",
            "accent",
            self.tr("A plan was not set yet: %1,").replace("%1", plan_words.draft_line(newest.draft).title),
            said.replace("%1", at),
            self.tr("Go on with it"),
        )
        banner.pressed.connect(lambda: self._open(newest.draft.id))

    def _new(self) -> None:
        self._begin(plan_drafts.blank(self.desk.office, self._year))
        self.plan.form.heading.setFocus()

    def _copy(self) -> None:
        earlier = [one for one in planning.sessions(self.desk.office) if not one.cancelled]
        if not earlier:
            self._new()
            return
        self._begin(plan_drafts.copied(self.desk.office, earlier[-1], self._year))
        self._edited()
        self.plan.form.days.rows[0].date.setFocus()

    def _begin(self, draft: SessionDraft) -> None:
        self._keep()
        self._leave_import()
        self.work.begin(draft)
        self._show_all()

    def _open(self, session_id: str) -> None:
        self._keep()
        self._leave_import()
        self.banners.clear("plan")
        if session_id != self.work.draft.id or not self._begun:
            try:
                self.work.open(session_id)
            except HbpError as error:
                self.say_error("plan", error)
                return
        if self.work.kept is not None:
            self.banners.clear("draft")
        first = self._first_day()
        self._year = first.year if first else self._year
        self._show_all()

    def _first_day(self) -> date | None:
        return self.work.draft.value().first_day

    def _show_all(self) -> None:
        first = self._first_day()
        today = self.desk.office.today
        self._months = (first.year, first.month) if first else (today.year, today.month)
        self._fill()
        self._show_plan()
        self._show_year()
        self._advise()

    def _fill(self) -> None:
        office, language = self.desk.office, self.desk.language
        lists = office.catalogues
        words = Words(
            [(code, choice.short or choice.label(language)) for code, choice in lists.programmes.items()],
            [(code, choice.label(language)) for code, choice in lists.groups.items()],
            officers_known(office),
        )
        self.plan.form.show_draft(self.work.draft, words, language)

    def _show_plan(self) -> None:
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
        self.plan.offer_advice(self.shape.width == "narrow", len(self.advice.sentences()))
        self._show_saved()
        self._name_tabs()

    def _show_saved(self) -> None:
        if self.work.kept_at is not None and self.work.changed:
            at = clock(f"{self.work.kept_at:%H:%M}", self.desk.language)
            self.plan.saved.show_state("draft", self.tr("Draft kept %1").replace("%1", at))
        else:
            set_before = self.work.planned and not self.work.changed
            self.plan.saved.show_state("saved", self.tr("Saved here") if set_before else "")

    def _show_year(self) -> None:
        office, language, today = self.desk.office, self.desk.language, self.desk.office.today
        everyone, drafts = planning.sessions(office), [one.draft for one in kept_new(office)]
        years = sorted({today.year, today.year + 1, self._year, *(_year_of(one) for one in everyone)} - {0})
        mine = [one for one in everyone if _year_of(one) == self._year]
        lines = [plan_words.line_of(one, today) for one in mine]
        lines += [plan_words.draft_line(one) for one in drafts if (one.the_year or self._year) == self._year]
        lines.sort(key=lambda one: (one.first_day or date.max, one.title))
        held = sum(not one.cancelled for one in mine)
        self.year.show_year(self._year, years[-4:], held, Yardsticks().sessions_a_year)
        self.year.show_lines(lines, self.work.draft.id, language)
        self._show_months(everyone, drafts)

    def _show_months(self, everyone: list[Session], drafts: list[SessionDraft]) -> None:
        office, language = self.desk.office, self.desk.language
        typed = [*(one for one in drafts if one.id != self.work.draft.id)]
        typed += [self.work.draft] if self.work.changed or not self.work.planned else []
        marks = plan_words.marks_of(
            self._months, office.code[:3], planning.calendar(office), everyone, typed, language
        )
        self.year.show_months(self._months, marks, language)

    def _edited(self) -> None:
        acks = self.work.draft.acks
        self.work.draft = replace(self.plan.form.draft(), acks=acks)
        if not self._keeping.isActive():
            self._keeping.start(KEEP_MS)
        self._advising.start(ADVISE_MS)
        self._show_plan()

    def _keep(self) -> None:
        self._keeping.stop()
        try:
            written = self.work.keep()
        except (HbpError, OSError) as error:
            self.plan.saved.show_state("trouble", self.tr("The draft is not kept: see above."))
            self.say_error("draft", error)
            return
        if written:
            self._show_plan()
            self._show_year()

    def _advise(self) -> None:
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
        self.plan.offer_advice(self.shape.width == "narrow", len(found))
        self._name_tabs()

    def _set(self) -> None:
        if self._importing():
            self.importing.take()
            return
        self._edited()
        self._advise()
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
            self.say_error("plan", error)
            return
        self.banners.clear("plan")
        self.banners.clear("draft")
        first = done.first_day
        self._year = first.year if first else self._year
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

    def _ask_cancel(self) -> None:
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
            self.say_error("plan", error)
            return
        self._show_all()
        self.desk.changed.emit()

    def _ask_understood(self, code: str) -> None:
        sheet = ReasonSheet(
            "sessions.understood",
            self.tr("Understood"),
            next((self._say(one) for one in self._found() if one.code == code), ""),
            self.tr("Do not remind me again"),
        )
        sheet.given.connect(lambda reason: self._acknowledge(code, reason))
        self._open_sheet(sheet)

    def _found(self) -> tuple[Problem, ...]:
        return planning.hints(self.desk.office, self.work.draft)

    def _acknowledge(self, code: str, reason: str) -> None:
        self.work.acknowledge(code, reason)
        self.plan.form.set_acks(dict(self.work.draft.acks))
        self._edited()
        self._advise()

    def _discard(self) -> None:
        self._keeping.stop()
        self.work.discard()
        if self.work.planned:
            self._show_all()
        else:
            self._begun = False
            self.work = PlanWork(self.desk.office)
            self.opened()

    def _open_sheet(self, sheet: ReasonSheet) -> None:
        self.sheet: ReasonSheet | None = sheet
        sheet.open_over(self.window())

    def _say(self, problem: Problem) -> str:
        return errors.sentence(problem, self.desk.language)

    def _year_picked(self, year: int) -> None:
        self._year, self._months = year, (year, 1)
        self._show_year()

    def _months_turned(self) -> None:
        self._months = self.year.first_month()
        self._show_year()

    def _day_picked(self, day: date) -> None:
        self.plan.form.days.put_date(day.isoformat())

    def _import(self) -> None:
        session = self.work.session
        if session is not None:
            self.importing.begin(session)
            self._stack.setCurrentWidget(self.importing)
            self.head_changed.emit()

    def _leave_import(self) -> None:
        if self._importing():
            self._stack.setCurrentWidget(self._planning)
            self.head_changed.emit()

    def _importing(self) -> bool:
        return self._stack.currentWidget() is self.importing

    def _back(self) -> None:
        if self._importing():
            self._leave_import()
            self.plan.take_import_focus()

    def _place(self) -> None:
        """Put the three columns where they fit: side by side, one folded, or one at a time."""
        shape = self.shape
        self._tabs.setVisible(shape.width == "least")
        if shape.width == "least":
            self._show_tab(self._tabs.value() or "plan")
            return
        self.year.show()
        self.plan.show()
        folded = shape.width == "narrow"
        (self._middle if folded else self._across).addWidget(self.advice, 2 if folded else 0)
        self.advice.setVisible(not folded or self.plan.advice_shown())

    def _show_tab(self, tab: str) -> None:
        self._tabs.set_value(tab)
        self._across.addWidget(self.advice, 1)
        for name, card in (("year", self.year), ("plan", self.plan), ("advice", self.advice)):
            card.setVisible(name == tab)

    def _name_tabs(self) -> None:
        count = str(len(self.advice.sentences()))
        choices = [
            Choice("year", self.tr("Plan")),
            Choice("plan", self.tr("Session")),
            Choice("advice", self.tr("Guideline %1").replace("%1", count)),
        ]
        self._tabs.set_choices(choices)

    def _lay_out(self) -> None:
        inside = column(self._planning, gap="field")
        inside.addWidget(self._tabs)
        self._across, self._middle = row(gap="cards"), column(gap="cards")
        self._across.addWidget(self.year)
        self._middle.addWidget(self.plan, 3)
        self._across.addLayout(self._middle, 1)
        self._across.addWidget(self.advice)
        inside.addLayout(self._across, 1)
        self._stack.addWidget(self._planning)
        self._stack.addWidget(self.importing)
        self.body.addWidget(self._stack, 1)

    def _connect(self) -> None:
        for timer, act in ((self._keeping, self._keep), (self._advising, self._advise)):
            timer.setSingleShot(True)
            timer.timeout.connect(act)
        self.year.year_picked.connect(self._year_picked)
        self.year.new_wanted.connect(self._new)
        self.year.copy_wanted.connect(self._copy)
        self.year.chosen.connect(self._open)
        self.year.day_picked.connect(self._day_picked)
        self.year.months_turned.connect(self._months_turned)
        self._tabs.picked.connect(self._show_tab)
        self._connect_plan()
        self.shortcut("F2", self._new)
        self.shortcut("Alt+G", self.plan.form.duties.add)
        self.shortcut("Escape", self._back)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            self.shortcut(keys, self._set)

    def _connect_plan(self) -> None:
        plan = self.plan
        plan.form.edited.connect(self._edited)
        plan.form.reason_wanted.connect(self._ask_understood)
        plan.set_wanted.connect(self._set)
        plan.discard_wanted.connect(self._discard)
        plan.cancel_wanted.connect(self._ask_cancel)
        plan.import_wanted.connect(self._import)
        plan.report_wanted.connect(lambda: self.desk.go("report", self.work.draft.id))
        plan.advice_toggled.connect(self.advice.setVisible)
        self.advice.understood.connect(self._ask_understood)
        self.advice.remind.connect(lambda code: self._acknowledge(code, ""))
        self.importing.left.connect(self._back)
        self.importing.subtitle_changed.connect(self.head_changed.emit)


def _advice(problem: Problem, sentence: str, language: str) -> Advice:
    clause = str(problem.values.get("clause", ""))
    return Advice(problem.code, problem.level, clause, text(f"clause_{clause}", language), sentence)


def _year_of(session: Session) -> int:
    first = session.first_day
    return session.year or (first.year if first else 0)


def _free(widget: Any) -> None:
    """Let a widget take any width again."""
    widget.setMinimumWidth(0)
    widget.setMaximumWidth(16_777_215)
