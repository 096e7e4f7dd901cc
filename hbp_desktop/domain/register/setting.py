"""The session a register is read for: its days, counters and catalogue."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from hbp_desktop.domain.canonical import Value
from hbp_desktop.domain.day import Day
from hbp_desktop.domain.services import Services


@dataclass(frozen=True)
class Setting:
    """The session a register is read for; what is empty is not judged.

    days: of the session. counters: how many, 0 when unknown; counter_names: those that officers are on.
    guarded: the urgencies that the office does not write in the open.
    """

    session: str = ""
    days: tuple[Day, ...] = ()
    counters: int = 0
    counter_names: frozenset[str] = frozenset()
    services: Services | None = None
    guarded: frozenset[str] = frozenset()

    @property
    def dates(self) -> frozenset[dt.date]:
        """Give the session's dates."""
        return frozenset(day.date for day in self.days if day.date)

    @property
    def years(self) -> tuple[int, ...]:
        """Give the years the session is held in."""
        return tuple(sorted({date.year for date in self.dates}))

    def today(self, said: Mapping[str, Value]) -> dt.date | None:
        """Give the day ages are reckoned on: the session's last, else the line's own."""
        own = dt.date.fromisoformat(said["date"]) if "date" in said else None
        return max(self.dates, default=own)
