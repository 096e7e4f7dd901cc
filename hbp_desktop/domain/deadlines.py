"""Deadlines: a complaint's three clocks in working days of its state, and how far off a day is."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from hbp_desktop.domain import workdays
from hbp_desktop.domain.matter import COMPLAINT, Matter
from hbp_desktop.domain.workdays import COMPLAINT_DAYS, LeftOut, Overrides

Unit = Literal["working", "calendar"]
CLOCKS = ("ack", "reply", "investigate")  # acknowledge, reply, investigate
NEAR = 2  # days from which a deadline is near


@dataclass(frozen=True)
class Due:
    """A deadline as seen on a day: `left` in its own unit, `late` in calendar days, and days not counted."""

    date: dt.date
    unit: Unit
    left: int
    late: int = 0
    left_out: tuple[LeftOut, ...] = ()

    @property
    def near(self) -> bool:
        """Tell whether it is near, but not late."""
        return not self.late and self.left <= NEAR


@dataclass(frozen=True)
class MatterClock:
    """One clock of a complaint: `done` when it stopped; `next` marks the first that still runs."""

    name: str
    due: Due
    done: bool = False
    done_on: dt.date | None = None
    next: bool = False


@dataclass(frozen=True)
class Almanac:
    """What deadlines are judged by: a state's working days with the office's own, and today."""

    state: str
    today: dt.date
    overrides: Overrides = field(default_factory=dict)
    language: str = "ms"
    complaint_days: tuple[int, ...] = COMPLAINT_DAYS

    def working(self, due: dt.date) -> Due:
        """See a deadline that is told in working days."""
        if due < self.today:
            return Due(due, "working", 0, (self.today - due).days)
        skipped = workdays.days_left_out(self.state, self.today, due, self.overrides, self.language)
        return Due(due, "working", (due - self.today).days - len(skipped), 0, skipped)

    def calendar(self, due: dt.date) -> Due:
        """See a deadline that is told in calendar days (F.4.2)."""
        return Due(due, "calendar", max((due - self.today).days, 0), max((self.today - due).days, 0))

    def complaint_dates(self, received: dt.date) -> tuple[dt.date, ...]:
        """Give the days by which a complaint received on a day is acknowledged, answered, investigated."""
        return workdays.clocks(received, self.state, self.complaint_days, self.overrides)

    def of_complaint(self, received: dt.date) -> tuple[Due, Due, Due]:
        """See the three deadlines of a complaint received on a day."""
        ack, reply, investigate = (self.working(day) for day in self.complaint_dates(received))
        return ack, reply, investigate


def clocks_of(
    matter: Matter, received: dt.date | None, anonymous: bool, almanac: Almanac
) -> tuple[MatterClock, ...]:
    """Give a complaint's clocks, none for other matters; nobody acknowledges an anonymous complaint."""
    if matter.kind != COMPLAINT or received is None or matter.withdrawn:
        return ()
    found: list[MatterClock] = []
    running = False
    for name, due in zip(CLOCKS, almanac.of_complaint(received), strict=True):
        if name == "ack" and anonymous:
            continue
        done, done_on = _stopped(matter, name)
        found.append(MatterClock(name, due, done, done_on, next=not done and not running))
        running = running or not done
    return tuple(found)


def next_due(
    matters: tuple[Matter, ...], received: dt.date | None, anonymous: bool, almanac: Almanac
) -> Due | None:
    """Give the nearest deadline that still runs among the matters of a visit."""
    running = [
        clock.due
        for matter in matters
        for clock in clocks_of(matter, received, anonymous, almanac)
        if not clock.done
    ]
    return min(running, key=lambda due: due.date, default=None)


def _stopped(matter: Matter, name: str) -> tuple[bool, dt.date | None]:
    """Tell whether a clock stopped: what is settled was replied to, what was replied to is acknowledged."""
    dates = {"ack": matter.ack_done or matter.reply_done, "reply": matter.reply_done, "investigate": None}
    if dates[name]:
        return True, dates[name]
    return (False, None) if matter.is_open else (True, matter.status_date)
