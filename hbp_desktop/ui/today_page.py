"""Hari Ini: what is on now and how far, what came in, what is due, what needs a look."""

from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLayout, QWidget

from hbp_desktop.domain.dates import long_date
from hbp_desktop.ui.desk import Desk, Select, Shape
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.loader import Loader
from hbp_desktop.ui.page import Hint, Page
from hbp_desktop.ui.parts.scroll import PageArea
from hbp_desktop.ui.parts.text import paper
from hbp_desktop.ui.theme import theme
from hbp_desktop.ui.today.deadlines_card import DeadlinesCard
from hbp_desktop.ui.today.needs_card import NeedsCard, YearCard
from hbp_desktop.ui.today.session_card import SessionCard
from hbp_desktop.ui.today.totals_card import ArrivalsCard, TotalsCard
from hbp_desktop.usecases import today
from hbp_desktop.usecases.today import Need, Overview

LEAST_CHART = 116  # height in pixels at 100 % below which the arrivals are left out


class TodayPage(Page):
    """Looks again whenever it comes to the front, something was recorded, or the minute changed."""

    key = "today"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._seen: Overview | None = None
        self.session, self.totals, self.arrivals = SessionCard(), TotalsCard(), ArrivalsCard()
        self.deadlines, self.needs, self.year = DeadlinesCard(), NeedsCard(), YearCard()
        self._loader = Loader(self, self._show, self._failed)
        self._inside = paper(QWidget(), "clear")
        self._area = PageArea(self._inside, "today.area")
        self._lay_out()
        self._connect()
        self.retranslate()

    def title(self) -> str:
        return self.tr("Today")

    def subtitle(self) -> str:
        return long_date(self.desk.now().date(), self.desk.language)

    def hints(self) -> tuple[Hint, ...]:
        return (("F3", self.tr("Find")), ("Tab", self.tr("Next")), ("Enter", self.tr("Open")))

    def help(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("What this page shows"),
                self.tr(
                    "The session of today, what came in, what is due and what needs a look. "
                    "Every number opens the records behind it."
                ),
            ),
            (
                self.tr("Deadlines"),
                self.tr(
                    "Complaints are counted in working days of this state, the report in calendar days "
                    "(F.4.2). The days left out are in the tool tip."
                ),
            ),
        )

    def opened(self, target: object = None) -> None:
        office = self.desk.office
        if self._seen is None:
            self._loader.now(lambda: today.overview_of(office))
        else:
            self.refreshed()
        here = QApplication.focusWidget()
        if here is None or not self.isAncestorOf(here):
            self.session.take_focus()

    def refreshed(self) -> None:
        office = self.desk.office
        self._loader.later(lambda: today.overview_of(office))

    def reflow(self, shape: Shape) -> None:
        super().reflow(shape)
        one = not shape.at_least("narrow")
        self._across.setDirection(
            QBoxLayout.Direction.TopToBottom if one else QBoxLayout.Direction.LeftToRight
        )
        self.totals.fold(low=shape.low and not one, narrow=one)
        self._fold()

    def retranslate(self) -> None:
        if self._seen is not None:
            self._show(self._seen)
        self._area.setAccessibleName(self.tr("Today"))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fold()

    def _show(self, seen: Overview) -> None:
        self._seen = seen
        language = self.desk.language
        self.banners.clear("today")
        self.session.show_overview(seen, language)
        self.totals.show_overview(seen, language)
        self.arrivals.show_overview(seen, language)
        self.deadlines.show_deadlines(seen.deadlines, language, self._today())
        self.needs.show_needs(seen.needs)
        self.year.show_year(seen.held, seen.planned, seen.target)
        self._fold()

    def _failed(self, error: Exception) -> None:
        self.say_error("today", error)

    def _today(self) -> date:
        return self.desk.now().date()

    def _fold(self) -> None:
        """Fit into the height there is: lists give way first, then the arrivals, before the page scrolls."""
        stacked = not self.shape.at_least("narrow")
        for card in (self.session, self.totals, self.deadlines, self.needs, self.year):
            _measure(card)
        gap = theme().size("cards")
        room = self.height() - self._area.y() - gap
        beside = sum(card.sizeHint().height() for card in (self.needs, self.year)) + 2 * gap
        self.deadlines.fit(16_000 if stacked else room - beside)
        some = self._seen is not None and bool(self._seen.arrivals)
        cards = [card for card in (self.session, self.totals) if not card.isHidden()]
        left = room - sum(card.sizeHint().height() for card in cards) - 2 * gap
        fits = left >= theme().px(LEAST_CHART) and not self.shape.low
        self.arrivals.setVisible(some and (fits or stacked))

    def _lay_out(self) -> None:
        self._left, right = column(gap="cards"), column(gap="cards")
        self._left.addWidget(self.session)
        self._left.addWidget(self.totals)
        self._left.addWidget(self.arrivals, 1)
        self._left.addStretch(0)
        for card in (self.deadlines, self.needs, self.year):
            right.addWidget(card)
        right.addStretch(1)
        self._across = row(self._inside, gap="cards")
        self._across.addLayout(self._left, 9)
        self._across.addLayout(right, 5)
        self.body.addWidget(self._area, 1)

    def _connect(self) -> None:
        for card in (self.session, self.totals, self.arrivals, self.deadlines):
            card.opened.connect(lambda asked: self.desk.go("records", Select(asked)))
        self.session.counter_wanted.connect(lambda: self.desk.go("counter"))
        self.session.plan_wanted.connect(lambda: self.desk.go("sessions"))
        self.totals.queue_wanted.connect(lambda: self.desk.go("counter"))
        self.deadlines.report_wanted.connect(lambda session: self.desk.go("report", session))
        self.needs.taken.connect(self._go_to)
        self.year.opened.connect(lambda: self.desk.go("sessions"))

    def _go_to(self, need: Need) -> None:
        if need.page == "records":
            self.desk.go("records", Select(need.visit or need.asked))
        else:
            self.desk.go(need.page, need.session or None)


def _measure(card: QWidget) -> None:
    """Bring a card's size hint up to date now; by itself it follows with the next event."""
    for layout in card.findChildren(QLayout):
        layout.invalidate()
    own = card.layout()
    if own is not None:
        own.activate()
