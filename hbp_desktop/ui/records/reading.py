"""What the list of records is asked for and what comes back of it; the newest question wins."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from hbp_desktop.domain.listing import PAGE, Filter
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.loader import Loader
from hbp_desktop.usecases import record_list, records
from hbp_desktop.usecases.record_list import ListPage

MOST_RELOADED = 500


@dataclass(frozen=True)
class Found:
    """Rows that were asked for; `more` of a list that is shown already."""

    page: ListPage
    more: bool = False


@dataclass(frozen=True)
class Counted:
    """How much a list holds; `hidden` are the visits counted that this role is not shown."""

    visits: int
    matters: int
    hidden: int


class ListReading:
    """Reads rows and amounts for a page; `stale` once somebody recorded something."""

    def __init__(
        self,
        owner: QObject,
        desk: Desk,
        show: Callable[[Found], None],
        count: Callable[[Counted], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._desk, self._show, self._count = desk, show, count
        self.asked, self.stale = Filter(), True
        self._after: int | None = None
        self._rows = Loader(owner, self._found, failed)
        self._amounts = Loader(owner, self._counted, failed)

    def ask(self, asked: Filter, shown: int, at_once: bool) -> None:
        """Ask for the list anew, for as many rows as are `shown`: at once, or beside the window."""
        loaded = PAGE if asked != self.asked else min(max(PAGE, shown), MOST_RELOADED)
        self.asked, self.stale = asked, False
        office = self._desk.office
        run = self._rows.now if at_once else self._rows.later
        run(lambda: (asked, Found(record_list.list_page(office, asked, limit=loaded))))
        self._amounts.later(
            lambda: (asked, Counted(*records.amounts(office, asked), records.hidden(office, asked)))
        )

    def ask_more(self) -> None:
        """Ask for the next rows, where there are any."""
        asked, after, office = self.asked, self._after, self._desk.office
        if after is not None:
            self._rows.later(lambda: (asked, Found(record_list.list_page(office, asked, after), more=True)))

    def _found(self, answer: tuple[Filter, Found]) -> None:
        asked, found = answer
        if asked == self.asked:
            self._after = found.page.after
            self._show(found)

    def _counted(self, answer: tuple[Filter, Counted]) -> None:
        asked, counted = answer
        if asked == self.asked:
            self._count(counted)
