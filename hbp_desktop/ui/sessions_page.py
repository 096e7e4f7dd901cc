"""Sesi: the year's plan, one session's plan with what the circular says about it, a register's import."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from hbp_desktop.domain.dates import clock
from hbp_desktop.domain.session import SessionDraft
from hbp_desktop.ui import layout_order
from hbp_desktop.ui.desk import Desk, Shape
from hbp_desktop.ui.import_page import ImportView
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.page import Hint, Page
from hbp_desktop.ui.parts.segments import Choice, Segments
from hbp_desktop.ui.sessions import plan_words
from hbp_desktop.ui.sessions.guideline_panel import GuidelinePanel
from hbp_desktop.ui.sessions.plan_card import PlanCard
from hbp_desktop.ui.sessions.plan_editing import PlanEditing
from hbp_desktop.ui.sessions.plan_work import kept_new
from hbp_desktop.ui.sessions.year_plan import YearPlan
from hbp_desktop.ui.sessions.year_showing import YearShowing
from hbp_desktop.ui.state_office.whose import show_whose
from hbp_desktop.ui.theme import theme
from hbp_desktop.usecases import plan_drafts, planning


class SessionsPage(Page):
    """A target is a session's id, `new`, or nothing."""

    key = "sessions"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._begun = False
        self.year, self.plan, self.advice = YearPlan(), PlanCard(), GuidelinePanel()
        self.importing = ImportView(desk)
        self.editing, self.showing = PlanEditing(self, self.plan, self.advice), YearShowing(desk, self.year)
        self._tabs = Segments("sessions.tabs")
        self._stack, self._planning = QStackedWidget(), QWidget()
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
        self._say_read_only()
        self._show_year()

    def _say_read_only(self) -> None:
        """Say beforehand that what is typed here will not be kept."""
        show_whose(self, self.editing.work.draft.id)
        why = self.desk.why_not("session.plan", self.about)
        self.plan.set_read_only(bool(why))
        if why:
            self.banners.show_banner("read_only", "accent", self.tr("You can read the plans here."), why)
        else:
            self.banners.clear("read_only")

    def refreshed(self) -> None:
        self._show_year()
        self.editing.show_saved()

    def put_away(self) -> None:
        self.editing.put_away()

    def is_kept(self) -> bool:
        return self.editing.kept

    def reflow(self, shape: Shape) -> None:
        super().reflow(shape)
        now = theme()
        self.year.fold(shape.low)
        year = "year_plan" if shape.width == "wide" else "year_plan_narrow"
        self.year.setFixedWidth(now.size(year)) if shape.at_least("narrow") else _free(self.year)
        narrow = "guideline" if shape.width == "wide" else "guideline_narrow"
        self.advice.setFixedWidth(now.size(narrow)) if shape.at_least("normal") else _free(self.advice)
        self.plan.form.fit(shape.at_least("narrow"))
        self.importing.reflow(shape)
        self._place()
        self.editing.show_plan()

    def retranslate(self) -> None:
        self.year.set_words()
        self.plan.set_words()
        self.advice.set_words()
        self.importing.retranslate()
        self._tabs.setAccessibleName(self.tr("Part of the page"))
        if self._begun:
            self.editing.show_plan()
            self._show_year()
        self._name_tabs()

    def pose(self) -> None:
        self.editing.advise()

    def _open_first(self) -> None:
        """Show the session of today or the next one, else the last; offer a draft that was left."""
        everyone = planning.sessions(self.desk.office)
        today = self.desk.office.today
        ahead = [one for one in everyone if one.last_day and one.last_day >= today and not one.cancelled]
        if chosen := ahead[:1] or everyone[-1:]:
            self._open(chosen[0].id)
        else:
            self._begin(plan_drafts.blank(self.desk.office, self.showing.year))
        self._offer_draft()

    def _begin(self, draft: SessionDraft) -> None:
        self._leave_import()
        self.editing.begin(draft)

    def _open(self, session_id: str) -> None:
        self._leave_import()
        self.editing.open(session_id)

    def _set(self) -> None:
        (self.importing.take if self._importing() else self.editing.set)()

    def _discard(self) -> None:
        self.editing.discard()
        if not self.editing.work.planned:
            self.editing.forget()
            self._open_first()

    def _turned(self) -> None:
        self.showing.turn_to(self.editing.work.draft.value().first_day)
        self._say_read_only()
        self._show_year()

    def _show_year(self) -> None:
        self.showing.show(self.editing.work)
        layout_order.order(self)

    def _offer_draft(self) -> None:
        left = [one for one in kept_new(self.desk.office) if one.draft.id != self.editing.work.draft.id]
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
        self._begin(plan_drafts.blank(self.desk.office, self.showing.year))
        self.plan.form.heading.setFocus()

    def _copy(self) -> None:
        earlier = [one for one in planning.sessions(self.desk.office) if not one.cancelled]
        if not earlier:
            self._new()
            return
        self._begin(plan_drafts.copied(self.desk.office, earlier[-1], self.showing.year))
        self.editing.edited()
        self.plan.form.days.rows[0].date.setFocus()

    def _day_picked(self, day: date) -> None:
        self.plan.form.days.put_date(day.isoformat())

    def _import(self) -> None:
        session = self.editing.work.session
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

    def _choose_file(self) -> None:
        if self._importing():
            self.importing.choose()

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
        self.year.new_wanted.connect(self._new)
        self.year.copy_wanted.connect(self._copy)
        self.year.chosen.connect(self._open)
        self.year.day_picked.connect(self._day_picked)
        self.showing.wanted.connect(self._show_year)
        self.editing.listed.connect(self._show_year)
        self.editing.turned.connect(self._turned)
        self.editing.advised.connect(self._name_tabs)
        self._tabs.picked.connect(self._show_tab)
        self._connect_plan()
        self.shortcut("F2", self._new)
        self.shortcut("Alt+G", self.plan.form.duties.add)
        self.shortcut("Escape", self._back)
        self.shortcut("Ctrl+O", self._choose_file)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            self.shortcut(keys, self._set)

    def _connect_plan(self) -> None:
        plan = self.plan
        plan.set_wanted.connect(self._set)
        plan.discard_wanted.connect(self._discard)
        plan.import_wanted.connect(self._import)
        plan.report_wanted.connect(lambda: self.desk.go("report", self.editing.work.draft.id))
        plan.advice_toggled.connect(self.advice.setVisible)
        self.importing.left.connect(self._back)
        self.importing.subtitle_changed.connect(self.head_changed.emit)


def _free(widget: Any) -> None:
    """Let a widget take any width again."""
    widget.setMinimumWidth(0)
    widget.setMaximumWidth(16_777_215)
