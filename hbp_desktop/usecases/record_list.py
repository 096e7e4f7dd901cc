"""The list of records: a row with its status as a whole, its next deadline and what stands out."""

from collections.abc import Iterable
from dataclasses import dataclass

from hbp_desktop.domain.deadlines import Almanac, Due, MatterClock, clocks_of, next_due
from hbp_desktop.domain.listing import PAGE, Filter
from hbp_desktop.domain.matter import STATUSES, Matter
from hbp_desktop.domain.visit import Visit
from hbp_desktop.usecases import records, seeing
from hbp_desktop.usecases.due import almanac
from hbp_desktop.usecases.office import Office

URGENT = "urgent"  # in place of a status: an urgent matter that is open


@dataclass(frozen=True)
class ListRow:
    """A visit in the list: its matters that stand, one status for all of them, its next deadline."""

    visit: Visit
    matters: tuple[Matter, ...]
    status: str
    due: Due | None


@dataclass(frozen=True)
class ListPage:
    """Some rows; `after` asks for the next ones, None at the end."""

    rows: tuple[ListRow, ...]
    after: int | None


def list_page(office: Office, asked: Filter, after: int | None = None, limit: int = PAGE) -> ListPage:
    """Give the next rows of a list, newest first; a search alone finds by reference number as well."""
    office.ask("record.see")
    alone = bool(asked.text.strip()) and asked == Filter(text=asked.text)
    found = (
        records.find(office, asked.text, after, limit) if alone else records.page(office, asked, after, limit)
    )
    dates = _Dates(office)
    return ListPage(tuple(row_of(visit, dates.of(visit)) for visit in found.visits), found.after)


class _Dates:
    """The almanac of each office whose visits are listed: its working days, its own days and clocks."""

    def __init__(self, office: Office) -> None:
        self._office, self._theirs = office, seeing.elsewhere(office)
        self._known: dict[str, Almanac] = {}

    def of(self, visit: Visit) -> Almanac:
        code = self._theirs.get(visit.session, self._office.code)
        if code not in self._known:
            self._known[code] = almanac(self._office.visited(code))
        return self._known[code]


def row_of(visit: Visit, dates: Almanac) -> ListRow:
    """Sum a visit up for the list."""
    standing = tuple(matter for matter in visit.matters if visit.withdrawn or not matter.withdrawn)
    due = None if visit.withdrawn else next_due(standing, visit.date, visit.anonymous, dates)
    return ListRow(visit, standing, status_of(standing), due)


def status_of(matters: Iterable[Matter]) -> str:
    """Give the status that is furthest from done, URGENT before all, "" without matters."""
    standing = list(matters)
    if any(matter.urgent and matter.is_open for matter in standing):
        return URGENT
    order = {status: place for place, status in enumerate(STATUSES)}
    return min((matter.status for matter in standing), key=lambda status: order.get(status, 0), default="")


def clocks(office: Office, visit: Visit) -> dict[str, tuple[MatterClock, ...]]:
    """Give the clocks of a visit's complaints, by matter."""
    office.ask("record.see")
    dates = _Dates(office).of(visit)
    found = {matter.id: clocks_of(matter, visit.date, visit.anonymous, dates) for matter in visit.matters}
    return {matter_id: some for matter_id, some in found.items() if some}
