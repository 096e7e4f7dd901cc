"""Rekod: find visits and matters of the office, look at one, correct it, withdraw it, move its matters."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from hbp_desktop.domain.listing import Filter
from hbp_desktop.domain.session import Session
from hbp_desktop.ui.attachments.panel import AttachmentPanel
from hbp_desktop.ui.desk import Desk, Find, Select, Shape
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.page import Hint, Page
from hbp_desktop.ui.records.acts import RecordActs
from hbp_desktop.ui.records.detail import Clocks, RecordDetail
from hbp_desktop.ui.records.filter_bar import FilterBar
from hbp_desktop.ui.records.list_card import ListCard
from hbp_desktop.ui.records.lying import Lying
from hbp_desktop.ui.records.reading import Counted, Found, ListReading
from hbp_desktop.ui.state_office.whose import show_whose
from hbp_desktop.ui.theme import theme
from hbp_desktop.usecases import planning, record_list, records, seeing
from hbp_desktop.usecases.record_list import ListRow
from hbp_desktop.usecases.records import Record

DETAIL_WIDTH = 376  # pixels at 100 %


class RecordsPage(Page):
    """The list stays as it is while other rows are read; the newest question wins."""

    key = "records"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._record: Record | None = None
        self._clocks: Clocks = {}
        self._sessions: list[Session] = []
        self.filters, self.list = FilterBar(), ListCard()
        self.detail = RecordDetail(desk.office.catalogues)
        self.detail.attachments = AttachmentPanel(desk, "record.attachments")
        self.acts = RecordActs(self)
        self._browse, self._stack = QWidget(), QStackedWidget()
        self._lying = Lying(desk, self.detail)
        self._reading = ListReading(self, desk, self._show_found, self._show_amounts, self._failed)
        self.list.follow(desk)
        self._lay_out()
        self._connect()
        self.detail.show_nothing()
        self.retranslate()

    def title(self) -> str:
        return self.tr("Records")

    def subtitle(self) -> str:
        return self.tr("All visits and matters of the office")

    def searches(self) -> bool:
        return False

    def hints(self) -> Sequence[Hint]:
        return (("↑↓", self.tr("Choose")), ("Enter", self.tr("Open")), ("Ctrl+E", self.tr("Correct")))

    def help(self) -> Sequence[tuple[str, str]]:
        return (
            (
                self.tr("Finding"),
                self.tr(
                    "F3 goes to the search: names, details, telephone, the last four digits of a document, "
                    "a reference number or its last five characters. Filters add up."
                ),
            ),
            (
                self.tr("Correcting"),
                self.tr(
                    "Nothing is deleted: a correction or withdrawal keeps what was there, who changed it "
                    "and why. Showing a document is written down."
                ),
            ),
        )

    def opened(self, target: object = None) -> None:
        self._sessions = planning.sessions_seen(self.desk.office)[::-1]
        self.filters.elsewhere = seeing.elsewhere(self.desk.office)
        self.filters.set_sessions(self._sessions, self.desk.language)
        asked, visit = _target(target, self._reading.asked)
        if asked != self._reading.asked or self._reading.stale:
            self._ask(asked, at_once=True)
        if visit:
            self._show_visit(visit)
        self.acts.leave()
        if self.list.isVisibleTo(self):
            self.list.take_focus()

    def take_find(self) -> bool:
        if self.acts.correcting():
            return True
        self._show_list()
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()
        return True

    def reflow(self, shape: Shape) -> None:
        super().reflow(shape)
        narrow = not shape.at_least("normal")
        self.detail.set_narrow(narrow)
        self.detail.setMinimumWidth(0 if narrow else theme().px(DETAIL_WIDTH))
        self.detail.setMaximumWidth(16_000 if narrow else theme().px(DETAIL_WIDTH))
        self.list.reflow(shape)
        self.filters.fit(narrow)
        self.acts.reflow(shape)
        self.detail.setVisible(not narrow)
        self.list.setVisible(True)
        self.filters.setVisible(True)

    def retranslate(self) -> None:
        language, today = self.desk.language, self.desk.now().date()
        self.filters.set_sessions(self._sessions, language)
        self.list.retranslate(language, today)
        self.acts.retranslate()
        if self._record is not None:
            self._show_detail_of(self._record)

    def pose(self) -> None:
        self.list.table.choose(min(1, self.list.model.rowCount() - 1))
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def record(self) -> Record | None:
        """Give the record that is shown."""
        return self._record

    def filter(self) -> Filter:
        """Give what the list is asked for."""
        return self._reading.asked

    def reload(self) -> None:
        """Read list and record again: something was written."""
        self._ask(self._reading.asked)
        if self._record is not None:
            self._open(self._record.visit.id)

    def _ask(self, asked: Filter, at_once: bool = False) -> None:
        """Ask for rows: at once when the page comes to the front, beside the window otherwise."""
        if self.filters.filter() != asked:
            self.filters.set_filter(asked)
        self.filters.show_counts(None, 0)
        self._reading.ask(asked, self.list.model.rowCount(), at_once)

    def _show_found(self, found: Found) -> None:
        self.banners.clear("list")
        rows, goes_on = found.page.rows, found.page.after is not None
        if found.more:
            self.list.add_rows(rows, goes_on)
            return
        self.list.show_rows(rows, goes_on)
        if not rows:
            self._record = None
            self.detail.show_nothing()

    def _show_amounts(self, counted: Counted) -> None:
        self.filters.show_counts(counted.visits, counted.matters)
        self.list.set_whole(counted.visits - counted.hidden)
        self._say_masked(counted.hidden)

    def _say_masked(self, hidden: int) -> None:
        """Say what this role is not shown: whom records are about, and those of the immediate route."""
        if self.desk.office.may("record.plain") and not hidden:
            return
        left_out = self.tr("%n of the immediate route is counted, not listed.", "", hidden) if hidden else ""
        self.banners.show_banner("masked", "accent", self.tr("Your role sees records masked."), left_out)

    def _failed(self, error: Exception) -> None:
        self.say_error("list", error)

    def _show_visit(self, visit_id: str) -> None:
        if not self.list.choose(visit_id):
            self._open(visit_id)
        self._show_detail()

    def _open(self, visit_id: str) -> None:
        self.attempt("record", lambda: self._show_record(records.open_record(self.desk.office, visit_id)))

    def _show_record(self, record: Record) -> None:
        if self._record is None or self._record.visit.id != record.visit.id:
            self.acts.leave()
        self._record = record
        self._clocks = record_list.clocks(self.desk.office, record.visit)
        self._show_detail_of(record)
        show_whose(self, record.visit.session)  # after the buttons of its matters were made

    def show_opened(self, read: Callable[[], Record]) -> None:
        """Show a record that had to be opened, or say why it was not."""
        self.attempt("record", lambda: self._show_record(read()))

    def _show_detail_of(self, record: Record) -> None:
        today, may_open = self.desk.now().date(), self.desk.office.may("sealed.see")
        self.detail.show_record(record, self._clocks, self.desk.language, today, may_open)
        self._lying.ask(record.visit.id)

    def attempt(self, key: str, act: Callable[[], Any]) -> bool:
        """Do something that may be refused; say on the page what was, and whether it went well."""
        self.banners.clear(key)
        try:
            act()
        except Exception as error:  # noqa: BLE001 said on the page
            self.say_error(key, error)
            return False
        return True

    def _on_chosen(self, chosen: ListRow) -> None:
        if self._record is None or self._record.visit.id != chosen.visit.id:
            self._open(chosen.visit.id)

    def _on_opened(self, chosen: ListRow) -> None:
        self._open(chosen.visit.id)
        self._show_detail()
        self.detail.take_focus()

    def _show_detail(self) -> None:
        """Put the record in the list's place where there is no room for both."""
        if not self.shape.at_least("normal"):
            self.list.hide()
            self.filters.hide()
            self.detail.show()

    def _show_list(self) -> None:
        self.list.show()
        self.filters.show()
        self.detail.setVisible(self.shape.at_least("normal"))
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        """Somebody recorded something, perhaps this page: look again now or when it is shown."""
        self._reading.stale = True
        if self.isVisible():
            self.reload()

    def _on_exchange(self) -> None:
        """Other records may lie where the list asks for."""
        if self._reading.asked.mark:
            self._reading.stale = True
            if self.isVisible():
                self._ask(self._reading.asked)

    def _lay_out(self) -> None:
        browse = column(self._browse, gap="cards")
        browse.addWidget(self.filters)
        across = row(gap="cards")
        across.addWidget(self.list, 1)
        across.addWidget(self.detail, 0)
        browse.addLayout(across, 1)
        self._stack.addWidget(self._browse)
        self._stack.addWidget(self.acts.form)
        self.body.addWidget(self._stack, 1)

    def show_form(self, shown: bool) -> None:
        """Put the correction in the place of list and record, or take it away."""
        self._stack.setCurrentIndex(1 if shown else 0)
        if not shown:
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.filters.changed.connect(self._ask)
        self.filters.search_left.connect(lambda: self.list.table.setFocus(Qt.FocusReason.TabFocusReason))
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        self.list.more_wanted.connect(self._reading.ask_more)
        self.list.clear_wanted.connect(lambda: self._ask(Filter()))
        self.detail.back_wanted.connect(self._show_list)
        self.desk.changed.connect(self._on_changed)
        self.desk.exchange.changed.connect(self._on_exchange)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self.shortcut(keys, self.acts.go_on)
        self.shortcut("Ctrl+E", self.acts.correct)
        self.shortcut("Ctrl+Z", self.acts.undo)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.acts.leave():
            self._show_list()


def _target(target: object, now: Filter) -> tuple[Filter, str]:
    """Read where to: a search, a filter, or a visit's id."""
    if isinstance(target, Find):
        return Filter(text=target.text), ""
    if isinstance(target, Select) and isinstance(target.what, Filter):
        return target.what, ""
    if isinstance(target, Select) and isinstance(target.what, str):
        return Filter(), target.what
    return now, ""
