"""The counter's bench: its parts, the workers that join them to use cases, and which of them is in front."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from hbp_desktop.ui import counter_keys
from hbp_desktop.ui.action_bar import ActionBar
from hbp_desktop.ui.client_form import ClientForm
from hbp_desktop.ui.client_search import ClientSearch
from hbp_desktop.ui.counter_columns import CounterColumns
from hbp_desktop.ui.counter_day import CounterDay
from hbp_desktop.ui.counter_drafts import CounterDrafts
from hbp_desktop.ui.counter_queue import CounterQueue
from hbp_desktop.ui.counter_saving import CounterSaving
from hbp_desktop.ui.counter_work import CounterWork
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.draft_offer import DraftOffer
from hbp_desktop.ui.matter_column import MatterColumn
from hbp_desktop.ui.no_session import NoSession
from hbp_desktop.ui.page import Page
from hbp_desktop.ui.queue_button import QueueButton
from hbp_desktop.ui.seat_sheet import SeatSheet
from hbp_desktop.ui.slip_sheet import SlipSheet
from hbp_desktop.ui.sticky_bar import StickyBar
from hbp_desktop.ui.tally_bar import TallyBar
from hbp_desktop.ui.today_list import TodayList
from hbp_desktop.ui.visit_form import VisitForm


class CounterBench(Page):
    """Everything a client is served with; what the keys do with it is `CounterPage`'s."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.work = CounterWork(desk)
        self.sheet: SeatSheet | SlipSheet | None = None
        self._make_parts()
        self._make_workers()
        self._lay_out()

    def ready(self) -> bool:
        """Tell whether the form is in front: a seat is taken, and no sheet lies over it."""
        return self.work.seat is not None and self.sheet is None

    def minimumSizeHint(self) -> QSize:
        """Let the window be narrower than three columns: the page reflows then."""
        return QSize(1, 1)

    def _make_parts(self) -> None:
        work, services = self.work, self.desk.office.catalogues.services
        self.client = ClientForm(work.today, self.desk.language)
        told = (work.tell_guard, work.find_officers)
        self.matters = MatterColumn(services, work.find_services, self.desk.language, *told)
        self.today = TodayList(TallyBar(work.find_services))
        self.today.follow(self.desk)
        self.queue, self.foot, self.sticky = QueueButton(), ActionBar(), StickyBar()
        self.columns = CounterColumns(self.client, self.queue, self.matters, self.today, self.foot)
        self.offer, self.nothing = DraftOffer(), NoSession()

    def _make_workers(self) -> None:
        work, label = self.work, self.foot.saved
        self.form = VisitForm(self.client, self.matters, work)
        self.search = ClientSearch(self.form, work, self)
        self.drafts = CounterDrafts(self.form, work, self.sticky, self.offer, label, self)
        self.numbers = CounterQueue(self.queue, self.form, work, self)
        self.day = CounterDay(work, self.columns, self.sticky, self.numbers, self.banners, self)
        self.saving = CounterSaving(self, self.form, work, label)
        self._text_first = counter_keys.ActsBeforeText(self)

    def _lay_out(self) -> None:
        for widget in (self.sticky, self.offer):
            self.body.addWidget(widget)
        for tall in (self.columns, self.nothing):
            self.body.addWidget(tall, 1)
        for field in (*self.findChildren(QLineEdit), *self.findChildren(QPlainTextEdit)):
            field.installEventFilter(self._text_first)

    def _arrange(self) -> None:
        """Show the form or the empty state: one of them."""
        seated = self.work.seat is not None
        self.nothing.setVisible(not seated)
        self.columns.setVisible(seated)
        self.sticky.setVisible(seated and not self.shape.low)
        self.offer.setVisible(seated and self.drafts.offers())
