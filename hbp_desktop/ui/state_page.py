"""Negeri: the whole state as this laptop's copy holds it, for who coordinates; looked at, never written."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from hbp_desktop.domain.listing import Filter
from hbp_desktop.ui.desk import Desk, Select, Shape
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.loader import Loader
from hbp_desktop.ui.page import Hint, Page
from hbp_desktop.ui.parts.scroll import PageArea
from hbp_desktop.ui.parts.text import paper
from hbp_desktop.ui.state_office.heard_card import HeardCard
from hbp_desktop.ui.state_office.offices_card import OfficesCard
from hbp_desktop.ui.state_office.sessions_card import SessionsCard
from hbp_desktop.ui.state_office.totals_card import TotalsCard
from hbp_desktop.ui.theme import theme
from hbp_desktop.usecases import state_view
from hbp_desktop.usecases.state_view import OfficeLine, StateView

_LEAST_LIST = 190  # height in pixels at 100 % of each list where they lie one above the other


class StatePage(Page):
    """Read beside the window: a copy of a whole state takes a while to add up."""

    key = "state"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown: StateView | None = None
        self._year = 0
        self.totals, self.offices, self.sessions = TotalsCard(), OfficesCard(), SessionsCard()
        self.heard = HeardCard()
        self._loader = Loader(self, self._show_view, lambda error: self.say_error("state", error))
        self._across = row(gap="cards")
        self._inside = paper(QWidget(), "clear")
        self._area = PageArea(self._inside, "state.area")
        self._lay_out()
        self._connect()
        self.retranslate()

    def title(self) -> str:
        return self.tr("State")

    def subtitle(self) -> str:
        return self.tr("All offices, as last taken from the state office")

    def hints(self) -> tuple[Hint, ...]:
        tr = self.tr
        return (("↑↓", tr("Choose")), ("Tab", tr("Next")), ("Enter", tr("Open")), ("F5", tr("Read again")))

    def help(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("What is shown"),
                self.tr(
                    "Everything here is a copy on this computer, as last taken from the state office. It "
                    "works without a connection. What an office did since, or has not sent yet, is not in it."
                ),
            ),
            (
                self.tr("Laptops, as last heard"),
                self.tr(
                    "At each exchange a laptop says its version, its newest entry, how much waits, its last "
                    "backup, its free space; the state office notes how far its clock is off. It is shown "
                    "with the time it was said, and may be otherwise by now."
                ),
            ),
            (
                self.tr("Names"),
                self.tr(
                    "Records of other offices are masked. Where the state office granted names until a day, "
                    "Show uncovers one record; each time is written down. After that day nothing uncovers."
                ),
            ),
            (
                self.tr("Reading only"),
                self.tr(
                    "Records, sessions and reports of other offices are read here and changed there: "
                    "nothing that is written on this computer reaches another office's records."
                ),
            ),
        )

    def opened(self, target: object = None) -> None:
        self._year = self._year or self.desk.office.today.year
        if self._shown is None:
            self._loader.now(self._job())
        else:
            self._read()
        if self.offices.isVisibleTo(self):
            self.offices.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refreshed(self) -> None:
        self._read()

    def reflow(self, shape: Shape) -> None:
        super().reflow(shape)
        stacked = not shape.at_least("normal")
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._across.setDirection(way)
        self.totals.fit(3 if not shape.at_least("narrow") else 6)
        self.offices.reflow(shape)
        self.sessions.fit(narrow=not shape.at_least("narrow"))
        for card in (self.offices, self.sessions):
            card.setMinimumHeight(theme().px(_LEAST_LIST))

    def retranslate(self) -> None:
        self._area.setAccessibleName(self.tr("State"))
        if self._shown is not None:
            self._show_view(self._shown)
        else:
            self._show_office(None)

    def pose(self) -> None:
        self.offices.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> StateView | None:
        """Give what is shown."""
        return self._shown

    def _read(self) -> None:
        self._loader.later(self._job())

    def _job(self) -> Callable[[], StateView]:
        office, year = self.desk.office, self._year
        return lambda: state_view.view(office, year)

    def _turn(self, by: int) -> None:
        self._year += by
        self._read()

    def _show_view(self, shown: StateView) -> None:
        self.banners.clear("state")
        self._shown = shown
        language, today = self.desk.language, self.desk.now().date()
        self.totals.show_state(shown, language, today)
        lines = (*shown.held, *shown.missing)
        self.offices.show_offices(lines, language, today, shown.year)
        self.offices.reflow(self.shape)
        self._show_office(self.offices.table.row())

    def _show_office(self, one: OfficeLine | None) -> None:
        language, today = self.desk.language, self.desk.now().date()
        self.sessions.show_office(one, language, today)
        self.heard.show_heard(self._shown.heard if self._shown else None, one, language, today)
        self.sessions.fit(narrow=not self.shape.at_least("narrow"))

    def _go(self, page: str, session: str) -> None:
        self.desk.go(page, Select(Filter(session=session)) if page == "records" else session)

    def _lay_out(self) -> None:
        whole = column(self._inside, gap="cards")
        whole.addWidget(self.totals)
        self._across.addWidget(self.offices, 1)
        beside = column(gap="cards")
        beside.addWidget(self.sessions, 1)
        beside.addWidget(self.heard)
        self._across.addLayout(beside, 1)
        whole.addLayout(self._across, 1)
        self.body.addWidget(self._area, 1)

    def _connect(self) -> None:
        self.totals.earlier.clicked.connect(lambda: self._turn(-1))
        self.totals.later.clicked.connect(lambda: self._turn(1))
        self.offices.chosen.connect(self._show_office)
        self.offices.opened.connect(
            lambda _one: self.sessions.table.setFocus(Qt.FocusReason.OtherFocusReason)
        )
        self.sessions.wanted.connect(self._go)
        self.shortcut("F5", self._read)
