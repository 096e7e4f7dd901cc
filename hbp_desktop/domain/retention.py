"""Which automatic backups stay: one a day for a week, one a week for a month, one a month for a year."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime

DAYS, WEEKS, MONTHS = 7, 4, 12

_Period = Callable[[datetime], Hashable]
_PERIODS: tuple[tuple[_Period, int], ...] = (
    (lambda at: at.date(), DAYS),
    (lambda at: at.isocalendar()[:2], WEEKS),
    (lambda at: (at.year, at.month), MONTHS),
)


@dataclass(frozen=True, slots=True)
class Made:
    """An automatic backup that was proven: its name, and when it was made by the office's clock."""

    name: str
    at: datetime


def superfluous(made: Iterable[Made], now: datetime, just_made: str = "") -> frozenset[str]:
    """Name the backups that may go: those that are not the newest of a day, week or month still kept.

    Counted are days, weeks (from Monday) and months that have a backup, not those that passed, so that a
    laptop left in a cupboard keeps its old ones. One dated after `now` was made under a wrong clock and
    counts as made now. The newest, and the one just made, always stay.
    """
    known = sorted(made, key=lambda one: (one.at, one.name), reverse=True)
    kept = {just_made, *(one.name for one in known[:1])}
    for period, most in _PERIODS:
        newest: dict[Hashable, str] = {}
        for one in known:
            newest.setdefault(period(min(one.at, now)), one.name)
        kept |= set(list(newest.values())[:most])
    return frozenset(one.name for one in known) - kept
