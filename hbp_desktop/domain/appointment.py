"""An appointment to act (pemangku) as typed: a role from a day to a day, by a letter."""

from dataclasses import dataclass
from datetime import date

from hbp_desktop.domain.dates import read_date
from hbp_desktop.domain.errors import Problem, Refused
from hbp_desktop.domain.fields import LINE, Fields, line, too_long
from hbp_desktop.domain.roster import ROLES
from hbp_desktop.domain.text import is_blank

LONGEST = 366  # days: a longer one is a post, not an acting appointment


@dataclass(frozen=True)
class ActingDraft:
    """An acting appointment as typed; both days are included."""

    role: str = "head"
    start: str = ""
    end: str = ""
    letter: str = ""

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Say what is wrong: role, both days in order and not over yet, the letter's reference."""
        found = self._role_problems()
        start, end = _day("acting_from", self.start, found), _day("acting_to", self.end, found)
        if start and end:
            found += _span_problems(start, end, today)
        if is_blank(self.letter):
            found.append(Problem("letter_missing", "letter"))
        return (*found, *too_long({"letter": LINE}, {"letter": line(self.letter)}))

    def fields(self) -> Fields:
        """Give the roster's value of an appointment without errors."""
        return {
            "on": True,
            "role": self.role,
            "from": read_date(self.start).isoformat(),
            "to": read_date(self.end).isoformat(),
            "letter": line(self.letter),
        }

    def _role_problems(self) -> list[Problem]:
        if self.role not in ROLES:
            return [Problem("role_unknown", "role", "error", {"role": self.role})]
        if self.role == "administrator":  # a key makes an administrator, and keys do not end by themselves
            return [Problem("acting_administrator", "role")]
        return []


def _day(place: str, typed: str, found: list[Problem]) -> date | None:
    if is_blank(typed):
        found.append(Problem("date_missing", place))
        return None
    try:
        return read_date(typed)
    except Refused as refused:
        found.append(Problem(refused.code, place, "error", refused.values))
        return None


def _span_problems(start: date, end: date, today: date) -> list[Problem]:
    if end < start:
        return [Problem("acting_backwards", "acting_to")]
    if end < today:
        return [Problem("acting_over", "acting_to", "error", {"date": end.isoformat()})]
    if (end - start).days >= LONGEST:
        return [Problem("acting_too_long", "acting_to", "error", {"most": LONGEST})]
    return []
