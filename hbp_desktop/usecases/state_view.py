"""The whole state as this laptop's copy holds it: which offices, their sessions, reports, and what is late.

Everything is told as of the copy: what an office did since it last reached the state office, or since this
laptop last took from there, is not in it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from hbp_desktop.domain.deadlines import Almanac
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.offices import Office as Place
from hbp_desktop.domain.report import days_late
from hbp_desktop.domain.session import Session
from hbp_desktop.store import heard, overview, peers, shelf, whole_state
from hbp_desktop.store.overview import Running
from hbp_desktop.sync.heard_message import read_heard
from hbp_desktop.sync.told import HeardList, LaptopHeard
from hbp_desktop.usecases.due import almanac
from hbp_desktop.usecases.office import Office

__all__ = ["HeardList", "LaptopHeard", "OfficeLine", "SessionLine", "StateView", "is_offered", "view"]

QUARTERS = 4  # of a year; the circular wants a session in each
WHOLE = "state"

Report = Literal["cancelled", "sent", "made", "late", "due", "coming"]


@dataclass(frozen=True)
class SessionLine:
    """A session with how much of it is held; `late` in calendar days of the report (F.4.2).

    report: *sent* the form was submitted, *made* a final version is held, *late* nothing was sent in time,
    *due* the session was begun, *coming* it was not. overdue counts complaints past one of their clocks.
    """

    session: Session
    visits: int
    matters: int
    report: Report
    late: int
    overdue: int


@dataclass(frozen=True)
class OfficeLine:
    """An office of the state; not `held`, nothing of it is in this copy.

    newest: claimed time of its newest entry held (seconds since 1970, UTC), 0 for none.
    """

    code: str
    name: str
    level: str
    held: bool
    newest: int
    quarters: tuple[int, ...]
    sessions: tuple[SessionLine, ...]

    @property
    def reports(self) -> int:
        """Count the sessions of which a final report is held or was sent."""
        return sum(one.report in ("sent", "made") for one in self.sessions)

    @property
    def late(self) -> int:
        """Count the sessions whose report is late, or was sent late."""
        return sum(one.late > 0 for one in self.sessions)

    @property
    def overdue(self) -> int:
        """Count the complaints past one of their clocks."""
        return sum(one.overdue for one in self.sessions)


@dataclass(frozen=True)
class StateView:
    """One year of a state, as of `taken`: the last contact with the state office, 0 for never.

    heard: what the state office said of its laptops when it was last asked, None before.
    """

    state: str
    year: int
    offices: tuple[OfficeLine, ...]
    taken: int
    names_until: str
    heard: HeardList | None = None

    @property
    def held(self) -> tuple[OfficeLine, ...]:
        """Give the offices of which something is held."""
        return tuple(one for one in self.offices if one.held)

    @property
    def missing(self) -> tuple[OfficeLine, ...]:
        """Give the offices of the state, institutions left out, of which nothing is held."""
        return tuple(one for one in self.offices if not one.held and one.level != "institution")


def is_offered(office: Office) -> bool:
    """Tell whether there is a whole state to look at: granted to this laptop, for who sits here."""
    return office.may("state.see") and office.granted() == WHOLE


def view(office: Office, year: int) -> StateView:
    """Look at a year of the whole state; offices that hold nothing stand last."""
    office.ask("state.see")
    with office.vault.read() as conn:
        theirs, newest = whole_state.elsewhere(conn), whole_state.offices_held(conn)
        everyone = [one for one in shelf.all_sessions(conn) if not one.withdrawn]
        held = _Held(whole_state.counts(conn), whole_state.reports(conn), overview.running(conn))
        peer = peers.state_office(conn)
        told = heard.kept(conn, peer.key) if peer else None
    of: dict[str, list[Session]] = {code: [] for code in newest}
    for one in everyone:
        of.setdefault(theirs.get(one.id, office.code), []).append(one)
    places = _places(office, of)
    lines = [_office_line(office, place, of.get(place.code), newest, held, year) for place in places]
    state = office.catalogues.offices.states[places[0].state].name if places else ""
    granted = peer.granted.names_until if peer else ""
    taken = peer.contact_at if peer else 0
    ordered = sorted(lines, key=lambda one: (not one.held, one.level == "institution", one.code))
    return StateView(state, year, tuple(ordered), taken, granted, _heard(told))


def _heard(told: tuple[bytes, bytes] | None) -> HeardList | None:
    """Read what was kept; a file that was tampered with says nothing of any laptop."""
    try:
        return None if told is None else read_heard(*told)
    except (Damaged, Refused):
        return None


@dataclass(frozen=True)
class _Held:
    counts: Mapping[str, tuple[int, int]]
    reports: Mapping[str, tuple[int, str]]
    running: list[Running]

    def overdue(self, session: str, dates: Almanac) -> int:
        """Count a session's complaints past a clock: who waits for an answer waits for all that follows."""
        return sum(_past(one, dates) for one in self.running if one.session == session and one.received)


def _past(one: Running, dates: Almanac) -> int:
    dues = dates.of_complaint(date.fromisoformat(one.received))
    counts = (one.ack, one.reply, one.investigate)
    return max((count for due, count in zip(dues, counts, strict=True) if due.late), default=0)


def _places(office: Office, held: Iterable[str]) -> list[Place]:
    """Give the state's offices, and whatever other office something is held of."""
    known = office.catalogues.offices
    own = known.find(office.code)
    found = {one.code: one for one in known.of_state(own.state)}
    others = {code: _named(office, code, own) for code in held if code not in found}
    return list({**found, **others}.values())


def _named(office: Office, code: str, own: Place) -> Place:
    """Name an office that no list of this program names by its code."""
    try:
        return office.catalogues.offices.find(code)
    except Refused:
        return Place(code, code, code, own.state, "other")


def _office_line(
    office: Office,
    place: Place,
    sessions: list[Session] | None,
    newest: Mapping[str, int],
    held: _Held,
    year: int,
) -> OfficeLine:
    of_year = [one for one in sessions or () if _year(one) == year]
    dates = almanac(office.visited(place.code)) if of_year else None
    lines = [_session_line(one, held, dates) for one in of_year if dates is not None]
    months = [one.first_day.month for one in of_year if one.first_day and not one.cancelled]
    quarters = tuple(sum((month - 1) // 3 == n for month in months) for n in range(QUARTERS))
    return OfficeLine(
        place.code,
        place.short_name,
        place.level,
        sessions is not None,
        newest.get(place.code, 0),
        quarters,
        tuple(lines),
    )


def _session_line(one: Session, held: _Held, dates: Almanac) -> SessionLine:
    visits, matters = held.counts.get(one.id, (0, 0))
    late = days_late(one, dates.today)
    report = _report(one, one.id in held.reports, late, dates.today)
    return SessionLine(one, visits, matters, report, late, held.overdue(one.id, dates))


def _report(one: Session, made: bool, late: int, today: date) -> Report:
    if one.cancelled:
        return "cancelled"
    if one.submitted:
        return "sent"
    if late:
        return "late"
    if made:
        return "made"
    return "due" if one.first_day and one.first_day <= today else "coming"


def _year(one: Session) -> int:
    return one.first_day.year if one.first_day else one.year
