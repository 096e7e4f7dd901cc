"""Kaunter: one client with their matters, and the day so far, on one screen and by keyboard."""

from collections.abc import Sequence

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.listing import Filter
from hbp_desktop.domain.session import Session
from hbp_desktop.domain.tally import TallyDraft
from hbp_desktop.domain.visit import Visit
from hbp_desktop.ui import counter_keys
from hbp_desktop.ui.counter_bench import CounterBench
from hbp_desktop.ui.counter_columns import CLIENT, MATTERS
from hbp_desktop.ui.counter_work import as_new
from hbp_desktop.ui.desk import Desk, Select, Shape
from hbp_desktop.ui.page import Hint
from hbp_desktop.ui.seat import Seat
from hbp_desktop.ui.seat_sheet import SeatSheet
from hbp_desktop.ui.slip_sheet import SlipSheet
from hbp_desktop.ui.stuck_panel import StuckPanel


class CounterPage(CounterBench):
    """Records visits; `opened` takes a session or its id, to sit down there."""

    key = "counter"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._start_next = True
        self._connect()
        counter_keys.bind(self)
        self.retranslate()
        self.columns.order()

    def title(self) -> str:
        return self.tr("Counter")

    def subtitle(self) -> str:
        return self.tr("The client in front of you")

    def hints(self) -> Sequence[Hint]:
        return counter_keys.hints()

    def help(self) -> Sequence[tuple[str, str]]:
        return counter_keys.topics()

    def opened(self, target: object = None) -> None:
        wanted = target.id if isinstance(target, Session) else target if isinstance(target, str) else ""
        if self.work.seat is None or wanted:
            self.saving.attempt("seat", lambda: self.work.sit_down(wanted))
            self._seated()
        self.refreshed()
        if self.work.seat is not None:
            self.columns.focus_front()

    def refreshed(self) -> None:
        self._arrange()
        if self.work.seat is None:
            self.nothing.show_choice(len(self.work.sessions()))
        else:
            self.saving.attempt("day", self.day.look)
            self.form.reword()
            self.columns.tabs.show_number(self.form.base.queue)

    def reflow(self, shape: Shape) -> None:
        super().reflow(shape)
        self.columns.reflow(shape)
        self.sticky.set_narrow(not shape.at_least("wide"))
        self._arrange()

    def retranslate(self) -> None:
        groups = self.desk.office.catalogues.groups.values()
        language = self.desk.language
        named = [(one.code, "OKU" if one.code == "oku" else one.label(language)) for one in groups]
        self.client.set_lists(named, self.work.today, language)
        for part in (self.columns, self.sticky, self.offer, self.nothing):
            part.retranslate()
        self.form.reword()
        self.form.judge()
        self.day.reword()

    def put_away(self) -> None:
        self.drafts.keep_pending()

    def is_kept(self) -> bool:
        return not self.drafts.keeper.pending()

    def queue_number(self) -> str:
        return self.form.base.queue

    def pose(self) -> None:
        self.columns.focus_front()

    def primary(self) -> None:
        """Save and start the next; in a sheet, do what it is for."""
        if self.sheet is not None:
            self.sheet.take()
        else:
            self.save(True)

    def save(self, start_next: bool) -> Visit | None:
        """Record what is on the screen; gives the visit, None when it was not saved."""
        self._start_next = start_next
        return self.saving.save() if self.ready() else None

    def undo(self) -> None:
        """Take the last act back: a visit returns onto the screen, if that is empty."""
        act = self.saving.attempt("undo", self.work.undo)
        if act is None:
            return
        if act.draft is not None and not self.form.has_content():
            self.form.show_draft(as_new(act.draft))
            self.drafts.keeper.touch()
            self.columns.bring(CLIENT)
        self._acted(self.tr("Undone: %1").replace("%1", act.words))

    def tally(self) -> None:
        """Count one more without details."""
        self.today.tally.add()

    def park(self) -> None:
        """Put the draft aside."""
        if self.saving.attempt("park", self.drafts.park):
            self.columns.bring(CLIENT)

    def begin(self) -> None:
        """Start a new client; a draft that was begun is parked, never lost."""
        self.park()
        self.columns.bring(CLIENT)

    def take_back(self, slot: str) -> None:
        """Bring a parked draft back."""
        if self.ready():
            self.saving.attempt("park", lambda: self.drafts.take_back(slot))

    def print_slip(self) -> None:
        """Save what is on the screen, if anything, and show the slip of the visit saved or chosen."""
        chosen = self.today.table.row() if self.today.table.hasFocus() else None
        visit_id = chosen.id if chosen else self.work.last_visit
        if chosen is None and self.form.has_content():
            saved = self.save(False)
            visit_id = saved.id if saved else ""
        made = self.saving.attempt("slip", lambda: self.work.slip(visit_id)) if visit_id else None
        if made is not None:
            sheet = SlipSheet(*made)
            sheet.taken.connect(
                lambda act: self.saving.attempt("slip", lambda: self.work.note_slip(visit_id, act))
            )
            self._open(sheet)

    def change_seat(self) -> None:
        """Open the sheet that changes session, place and counter."""
        if self.sheet is not None:
            return
        sheet = SeatSheet(self.work.sessions(), self.work.seat, self.desk.language)
        sheet.chosen.connect(self._sit)
        self._open(sheet)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not counter_keys.go_on(self, event):
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.foot.park_wanted.connect(self.park)
        self.foot.slip_wanted.connect(self.print_slip)
        self.foot.save_wanted.connect(lambda: self.save(False))
        self.foot.save_new_wanted.connect(self.primary)
        self.today.undo_wanted.connect(self.undo)
        self.today.tally.pressed.connect(self._tally)
        self.today.opened.connect(lambda visit: self.desk.go("records", Select(visit.id)))
        self.today.totals_opened.connect(self._open_totals)
        for wanting in (self.sticky.change_wanted, self.nothing.choose_wanted):
            wanting.connect(self.change_seat)
        self.nothing.plan_wanted.connect(lambda: self.desk.go("sessions"))
        self.drafts.shown.connect(self._on_shown)
        self.saving.saved.connect(self._on_saved)
        self.saving.refused.connect(self._on_refused)
        self.saving.stuck.connect(self._on_stuck)
        self.numbers.changed.connect(self.refreshed)
        self.form.edited.connect(self.columns.retell)
        for failing in (self.drafts.failed, self.numbers.failed):
            failing.connect(lambda error: self.say_error("kept", error))
        self.drafts.keeper.kept.connect(lambda: self.banners.clear("kept"))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _seated(self) -> None:
        if self.work.seat is not None:
            self.saving.attempt("kept", self.drafts.begin)

    def _sit(self, seat: Seat) -> None:
        self.work.sit(seat)
        if self.form.has_content():
            self.form.reseat()
        else:
            self._seated()
        self.refreshed()
        self.columns.focus_front()

    def _open(self, sheet: SeatSheet | SlipSheet) -> None:
        self.sheet = sheet
        sheet.closed.connect(self._forget_sheet)
        sheet.open_over(self.window())

    def _forget_sheet(self) -> None:
        self.sheet = None

    def _tally(self, asked: TallyDraft) -> None:
        self.saving.attempt("tally", lambda: self.work.tally(asked))
        self._acted(self.tr("Counted"))

    def _on_saved(self, visit: Visit) -> None:
        self.drafts.begin()
        words = self.tr("Sealed and saved, %1") if visit.guarded else self.tr("Saved, %1")
        self._acted(words.replace("%1", ", ".join((visit.ref, *visit.beside))))
        self.day.choose(visit.id)
        if self._start_next:
            self.numbers.serve_first()
            self.columns.bring(CLIENT)
        else:
            self.today.table.setFocus()

    def _on_refused(self, problems: Sequence[Problem]) -> None:
        if problems:
            self.columns.reveal(MATTERS if problems[0].place.startswith("matters") else CLIENT)
            self.form.focus_first(problems)

    def _on_stuck(self, code: str) -> None:
        """Say what to do in place of today's list, until something can be written again."""
        panel = StuckPanel(self.today.totals.clients.number(), code) if code else None
        if panel is not None:
            panel.again.connect(self.saving.save)
        self.columns.show_aside(panel)

    def _on_shown(self) -> None:
        self.search.forget()
        self._arrange()
        self.columns.retell()
        self.refreshed()

    def _acted(self, words: str) -> None:
        self.refreshed()
        self.desk.changed.emit()
        self.desk.announce(words)

    def _open_totals(self, kind: str) -> None:
        if self.work.seat is not None:
            self.desk.go("records", Select(Filter(session=self.work.seat.session.id, kind=kind)))

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible() and self.isAncestorOf(now):
            self.form.judge()
