"""Where an officer sits: session, day with its place, counter. Sticky, and never about a client."""

from dataclasses import dataclass, replace
from datetime import date

from hbp_desktop.domain.session import Day, Session


@dataclass(frozen=True)
class Seat:
    """A session, one of its days, and a counter."""

    session: Session
    day: Day
    counter: str = ""

    @classmethod
    def at(cls, session: Session, today: date, officer: str, counter: str = "") -> "Seat | None":
        """Sit down at the day that is today, else the nearest; the counter is the officer's duty."""
        if not session.days:
            return None
        nearest = min(session.days, key=lambda day: (abs(((day.date or today) - today).days), day.order))
        own = next((duty.counter for duty in session.duties if duty.officer == officer and duty.counter), "")
        return cls(session, nearest, counter or own or "1")

    def refreshed(self, session: Session) -> "Seat":
        """Sit at the same day of the session as it stands now."""
        day = next((one for one in session.days if one.id == self.day.id), None)
        return replace(self, session=session, day=day or session.days[0]) if session.days else self

    def number(self) -> str:
        """Write `Bil. 4/2026`, or the title of a session without a number."""
        own = self.session
        return f"Bil. {own.n}/{own.year}" if own.n else own.title
