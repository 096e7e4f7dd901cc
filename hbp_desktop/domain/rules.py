"""What a draft is judged against: today, and what the office already holds."""

import datetime as dt
from dataclasses import dataclass

from hbp_desktop.domain.day import Day


@dataclass(frozen=True)
class Rules:
    """The surroundings of a draft; what is left at its default is not judged.

    today: the office's date. days: of the session, for a visit or tally. taken: (number, year) of
    the office's other sessions. child_place: an institution where children's names stay out (Akta 611).
    """

    today: dt.date | None = None
    days: tuple[Day, ...] = ()
    taken: frozenset[tuple[int, int]] = frozenset()
    child_place: bool = False

    def day(self, day_id: str) -> Day | None:
        """Find a day of the session."""
        return next((day for day in self.days if day.id == day_id), None)
