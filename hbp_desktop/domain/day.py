"""One day of a session at one place."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from hbp_desktop.domain.dates import minutes, read_date, read_time
from hbp_desktop.domain.errors import Problem, Refused
from hbp_desktop.domain.fields import (
    LINE,
    SHORT,
    Fields,
    count_of,
    date_of,
    filled,
    filled_part,
    line,
    part_of,
    text_of,
    too_long,
)
from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.text import is_blank, shortened

_LIMITS = {"place": LINE, "address": 1_000, "postcode": SHORT}


@dataclass(frozen=True)
class Day:
    """A day as recorded: start and end are `HH:MM` or ""."""

    id: str
    date: dt.date | None
    start: str = ""
    end: str = ""
    place: str = ""
    address: str = ""
    postcode: str = ""
    order: int = 0

    @classmethod
    def of(cls, day_id: str, state: Mapping[str, object]) -> "Day":
        """Read a day from its folded fields."""
        hours, place = part_of(state, "hours"), part_of(state, "place")
        return cls(
            id=day_id,
            date=date_of(state, "date"),
            start=text_of(hours, "from"),
            end=text_of(hours, "to"),
            place=text_of(place, "name"),
            address=text_of(place, "address"),
            postcode=text_of(place, "postcode"),
            order=count_of(state, "order"),
        )

    @property
    def minutes(self) -> int:
        """Count the minutes the day is open, 0 when its hours are not known."""
        return minutes(self.end) - minutes(self.start) if self.start and self.end else 0


@dataclass(frozen=True)
class DayDraft:
    """A day as typed."""

    id: str = field(default_factory=new_id)
    date: str = ""
    start: str = "09:00"
    end: str = "12:00"
    place: str = ""
    address: str = ""
    postcode: str = ""

    @classmethod
    def of(cls, day: Day) -> "DayDraft":
        """Open a recorded day for correction."""
        return cls(
            id=day.id,
            date=day.date.isoformat() if day.date else "",
            start=day.start,
            end=day.end,
            place=day.place,
            address=day.address,
            postcode=day.postcode,
        )

    def problems(self, online: bool = False) -> list[Problem]:
        """Say what is wrong; an online day needs no place."""
        found = self._date_problems() + self._hour_problems()
        if is_blank(self.place) and not online:
            found.append(Problem("place_missing", "place"))
        postcode = line(self.postcode)
        if postcode and not (len(postcode) == 5 and postcode.isascii() and postcode.isdecimal()):
            found.append(Problem("postcode_impossible", "postcode", "warning", {"text": shortened(postcode)}))
        return found + too_long(_LIMITS, self._lines())

    def fields(self, session: str, order: int) -> Fields:
        """Give the journal fields of a day without errors."""
        lines = self._lines()
        return filled(
            {
                "session": session,
                "date": read_date(self.date).isoformat(),
                "hours": filled_part(**{"from": self._time(self.start), "to": self._time(self.end)}),
                "place": filled_part(
                    name=lines["place"], address=lines["address"], postcode=lines["postcode"]
                ),
                "order": order,
            }
        )

    def value(self, order: int) -> Day:
        """Read what was typed as far as it can be read, for hints while typing."""
        return Day(
            id=self.id,
            date=self._read_date(),
            start=self._readable(self.start),
            end=self._readable(self.end),
            place=line(self.place),
            order=order,
        )

    def _lines(self) -> dict[str, str]:
        return {
            "place": line(self.place),
            "address": line(self.address),
            "postcode": line(self.postcode),
        }

    def _date_problems(self) -> list[Problem]:
        if is_blank(self.date):
            return [Problem("date_missing", "date")]
        try:
            read_date(self.date)
        except Refused as refused:
            return [Problem(refused.code, "date", "error", refused.values)]
        return []

    def _hour_problems(self) -> list[Problem]:
        found = [
            Problem("time_impossible", place, "error", {"text": shortened(text)})
            for place, text in (("start", self.start), ("end", self.end))
            if not is_blank(text) and not self._readable(text)
        ]
        if found:
            return found
        start, end = self._time(self.start), self._time(self.end)
        if bool(start) != bool(end):
            return [Problem("hours_half", "end" if start else "start")]
        if start and end <= start:
            return [Problem("end_before_start", "end", "error", {"start": start, "end": end})]
        return []

    def _read_date(self) -> dt.date | None:
        try:
            return read_date(self.date)
        except Refused:
            return None

    def _readable(self, text: str) -> str:
        try:
            return self._time(text)
        except Refused:
            return ""

    def _time(self, text: str) -> str:
        return "" if is_blank(text) else read_time(text)
