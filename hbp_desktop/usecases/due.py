"""What is due in the office: reports not sent (F.4.2) and the clocks of open complaints."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hbp_desktop.domain.deadlines import CLOCKS, Almanac, Due
from hbp_desktop.domain.listing import Filter
from hbp_desktop.domain.office_settings import complaint_days
from hbp_desktop.domain.session import Session
from hbp_desktop.store import overview
from hbp_desktop.usecases import planning
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.office_settings import settings

REPORT = "report"


@dataclass(frozen=True)
class Deadline:
    """Something due: one of CLOCKS with the number of complaints, or REPORT of a session."""

    what: str
    due: Due
    session: Session
    count: int = 1
    asked: Filter | None = None


def almanac(office: Office) -> Almanac:
    """Give what deadlines of this office are judged by."""
    office.ask("session.see")
    return Almanac(
        office.code[:3],
        office.today,
        planning.calendar(office),
        office.language,
        complaint_days(settings(office)),
    )


def deadlines_of(office: Office, everyone: list[Session]) -> tuple[Deadline, ...]:
    """Give everything due, soonest first."""
    office.ask("session.see")
    dates, known = almanac(office), {one.id: one for one in everyone}
    with office.vault.read() as conn:
        running = overview.running(conn)
    found = list(_reports(everyone, dates))
    for one in running:
        if one.session in known and one.received:
            found += _complaints(one, known[one.session], dates)
    return tuple(sorted(found, key=lambda one: (one.due.date, one.what != REPORT, one.what)))


def _reports(everyone: Iterable[Session], dates: Almanac) -> Iterable[Deadline]:
    """Give the report of each session begun whose form was not sent yet (F.4.2)."""
    for one in everyone:
        begun = one.first_day is not None and one.first_day <= dates.today
        if begun and one.due and one.submitted is None:
            yield Deadline(REPORT, dates.calendar(one.due), one)


def _complaints(one: overview.Running, session: Session, dates: Almanac) -> Iterable[Deadline]:
    dues = dates.of_complaint(date.fromisoformat(one.received))
    for name, due, count in zip(CLOCKS, dues, (one.ack, one.reply, one.investigate), strict=True):
        if count:
            asked = Filter(one.session, date=one.received, clock=name)
            yield Deadline(name, due, session, count, asked)
