"""The first page: what is on, how far, what is due and what needs a look; all of it from one snapshot."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hbp_desktop.domain.dates import minutes
from hbp_desktop.domain.guideline import Yardsticks
from hbp_desktop.domain.listing import Filter
from hbp_desktop.domain.session import Day, Session
from hbp_desktop.store import overview
from hbp_desktop.store.overview import DayCounts
from hbp_desktop.usecases import counter, planning
from hbp_desktop.usecases.attention import Need, needs_of
from hbp_desktop.usecases.due import REPORT, Deadline, almanac, deadlines_of
from hbp_desktop.usecases.office import Office

SLOT = 30  # minutes of one bar of arrivals
LONGEST_DAY = 24  # bars at most


@dataclass(frozen=True)
class CounterLine:
    """A counter of today: who sits there, how much was recorded, when last (`HH:MM` or "")."""

    counter: str
    officer: str
    visits: int
    matters: int
    last: str
    asked: Filter


@dataclass(frozen=True)
class Arrivals:
    """Visits of one slot of time from `since`; `running` while the slot lasts."""

    since: str
    count: int
    running: bool
    asked: Filter


@dataclass(frozen=True)
class Now:
    """The session of today (or the next one, `on` False) and its day; times are local."""

    session: Session
    day: Day
    on: bool
    part: str  # before, during, after
    minutes_left: int = 0
    share: float = 0.0


@dataclass(frozen=True)
class Overview:
    """Everything the first page shows, as of one moment."""

    now: Now | None
    counts: DayCounts | None
    asked: Filter
    counters: tuple[CounterLine, ...]
    arrivals: tuple[Arrivals, ...]
    waiting: tuple[str, ...]
    left: int
    deadlines: tuple[Deadline, ...]
    needs: tuple[Need, ...]
    held: int
    planned: int
    target: int
    at: str


def overview_of(office: Office) -> Overview:
    """Gather the first page."""
    office.ask("session.see")
    everyone = [one for one in planning.sessions(office) if not one.cancelled]
    now = _now(office, everyone)
    running = now if now and now.on else None
    asked = Filter(session=running.session.id, day=_day_asked(running)) if running else Filter()
    counts, queue = _of_day(office, running, asked)
    deadlines = deadlines_of(office, everyone)
    year = [one for one in everyone if one.year == office.today.year or _in_year(one, office.today.year)]
    return Overview(
        now=now,
        counts=counts,
        asked=asked,
        counters=_counters(running, counts, asked),
        arrivals=_arrivals(office, running, counts, asked),
        waiting=tuple(one.number for one in queue if one.state == "waiting"),
        left=sum(one.state == "left" for one in queue),
        deadlines=deadlines,
        needs=needs_of(office, deadlines),
        held=sum(one.last_day is not None and one.last_day < office.today for one in year),
        planned=len(year),
        target=Yardsticks().sessions_a_year,
        at=office.clock().strftime("%H:%M"),
    )


def _now(office: Office, everyone: list[Session]) -> Now | None:
    today = office.today
    dated = [(day.date, one.n, one, day) for one in everyone for day in one.days if day.date]
    of_today = [found for found in dated if found[0] == today]
    if of_today:
        return _on_now(office, *_best(office, of_today))
    ahead = sorted((found for found in dated if found[0] > today), key=lambda found: (found[0], found[1]))
    return Now(ahead[0][2], ahead[0][3], False, "before") if ahead else None


def _best(office: Office, found: list[tuple[date, int, Session, Day]]) -> tuple[Session, Day]:
    """Choose among several days of today the one that lasts now, else the next, else the last."""
    at = office.clock().strftime("%H:%M")
    ordered = sorted(found, key=lambda one: (one[3].start, one[1]))
    still = [one for one in ordered if not one[3].end or at < one[3].end]
    chosen = (still or ordered[-1:])[0]
    return chosen[2], chosen[3]


def _on_now(office: Office, session: Session, day: Day) -> Now:
    at = minutes(office.clock().strftime("%H:%M"))
    if not day.minutes:
        return Now(session, day, True, "during")
    start, end = minutes(day.start), minutes(day.end)
    part = "before" if at < start else "after" if at >= end else "during"
    left = {"before": start - at, "during": end - at, "after": 0}[part]
    return Now(session, day, True, part, left, min(max((at - start) / day.minutes, 0.0), 1.0))


def _day_asked(now: Now) -> str:
    """Ask about the day alone only where the session has others: imported visits may name none."""
    return now.day.id if len(now.session.days) > 1 else ""


def _of_day(
    office: Office, now: Now | None, asked: Filter
) -> tuple[DayCounts | None, list[counter.QueueNumber]]:
    if now is None:
        return None, []
    with office.vault.read() as conn:
        counts = overview.day_counts(conn, asked.session, asked.day)
    return counts, counter.queue(office, now.session.id, now.day.id)


def _counters(now: Now | None, counts: DayCounts | None, asked: Filter) -> tuple[CounterLine, ...]:
    if now is None or counts is None:
        return ()
    officers: dict[str, str] = {}
    for duty in now.session.duties:
        officers[duty.counter] = ", ".join(filter(None, (officers.get(duty.counter), duty.officer)))
    found = {one.counter: one for one in counts.counters}
    lines = []
    for name in sorted({*found, *officers} - {""}, key=_counter_order):
        one = found.get(name)
        of = Filter(asked.session, asked.day, counter=name)
        done = (one.visits, one.matters, one.last) if one else (0, 0, "")
        lines.append(CounterLine(name, officers.get(name, ""), *done, of))
    return tuple(lines)


def _counter_order(name: str) -> tuple[int, str]:
    return (int(name) if name.isdecimal() else 10_000, name)


def _arrivals(
    office: Office, now: Now | None, counts: DayCounts | None, asked: Filter
) -> tuple[Arrivals, ...]:
    """Count visits by slot over the day's hours, widened to hold every visit that names a time."""
    if now is None or counts is None:
        return ()
    times = {minutes(time): count for time, count in counts.times.items() if time}
    hours = [minutes(now.day.start), minutes(now.day.end) - 1] if now.day.minutes else []
    if not (times or hours):
        return ()
    first, last = min([*times, *hours]) // SLOT, max([*times, *hours]) // SLOT
    at = minutes(office.clock().strftime("%H:%M")) // SLOT
    return tuple(_slot(slot, times, at, asked) for slot in range(first, last + 1)[:LONGEST_DAY])


def _slot(slot: int, times: Mapping[int, int], at: int, asked: Filter) -> Arrivals:
    since, until = (_clock((slot + more) * SLOT) for more in (0, 1))
    count = sum(count for time, count in times.items() if time // SLOT == slot)
    of = Filter(asked.session, asked.day, since=since, until=until)
    return Arrivals(since, count, slot == at, of)


def _clock(of_day: int) -> str:
    return f"{of_day // 60:02d}:{of_day % 60:02d}"


def _in_year(session: Session, year: int) -> bool:
    return session.first_day is not None and session.first_day.year == year and not session.year


__all__ = [
    "REPORT",
    "Arrivals",
    "CounterLine",
    "DayCounts",
    "Deadline",
    "Need",
    "Now",
    "Overview",
    "almanac",
    "overview_of",
]
