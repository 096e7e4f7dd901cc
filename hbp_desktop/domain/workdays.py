"""Working days of the sixteen states: weekends, holidays, and what an office corrects in them.

The package `holidays` knows each state's gazetted days and weekends by year; dates of Islamic and
other moon calendars that are not yet announced are estimates and carry a mark. Days that a state gives
away at short notice are not in it: the office's own table (`overrides`) comes first.
States are named by alias (`SGR`) or by two-digit code (`10`).
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.text import shortened

Overrides = Mapping[dt.date, tuple[bool, str]]  # date -> (is it a working day, note)

STATES = tuple("JHR KDH KTN MLK NSN PHG PNG PRK PLS SGR TRG SBH SWK KUL LBN PJY".split())  # 01 to 16
ESTIMATED = MappingProxyType({"ms": "(anggaran)", "en": "(estimated)"})
COMPLAINT_DAYS = (1, 3, 15)  # acknowledge, reply, investigate: the ministry's charter; an office setting
_CODES = {*STATES, *(f"{number:02d}" for number in range(1, 17))}
_NONE: Overrides = MappingProxyType({})
_LOCALES = {"ms": "ms_MY", "en": "en_US"}


@dataclass(frozen=True)
class LeftOut:
    """A day that a count of working days passed over, and why: `weekend`, `holiday` or `override`."""

    date: dt.date
    why: str
    name: str = ""
    estimated: bool = False


def is_weekend(state: str, day: dt.date) -> bool:
    """Tell whether a day is the state's weekend in that year (Johor changed in 2014 and 2025)."""
    return bool(_calendar(state, "ms").is_weekend(day))


def is_working_day(state: str, day: dt.date, overrides: Overrides = _NONE) -> bool:
    """Tell whether offices of a state work on a day."""
    if day in overrides:
        return overrides[day][0]
    return bool(_calendar(state, "ms").is_working_day(day))


def holiday(state: str, day: dt.date, language: str = "ms") -> str:
    """Name the public holiday of a state on a day, "" when there is none; an estimate keeps its mark."""
    return str(_calendar(state, language).get(day) or "")


def why_free(state: str, day: dt.date, overrides: Overrides = _NONE, language: str = "ms") -> LeftOut | None:
    """Say why a day is not a working day, None when it is one."""
    if is_working_day(state, day, overrides):
        return None
    if day in overrides:
        return LeftOut(day, "override", overrides[day][1])
    if name := holiday(state, day, language):
        mark = ESTIMATED.get(language, ESTIMATED["ms"])
        return LeftOut(day, "holiday", name, mark in name)
    return LeftOut(day, "weekend")


def add_working_days(state: str, start: dt.date, n: int, overrides: Overrides = _NONE) -> dt.date:
    """Give the n-th working day after `start`; `start` itself is never counted."""
    day = start
    for _ in range(n):
        day = _next_working_day(state, day, overrides)
    return day


def days_left_out(
    state: str, start: dt.date, end: dt.date, overrides: Overrides = _NONE, language: str = "ms"
) -> tuple[LeftOut, ...]:
    """List the days after `start`, up to `end`, that do not count, for a deadline's explanation."""
    found = (why_free(state, day, overrides, language) for day in _days_after(start, end))
    return tuple(day for day in found if day)


def clocks(
    received: dt.date, state: str, days: tuple[int, ...] = COMPLAINT_DAYS, overrides: Overrides = _NONE
) -> tuple[dt.date, ...]:
    """Give a complaint's deadlines: acknowledge, reply, investigate, in working days of its state."""
    return tuple(add_working_days(state, received, n, overrides) for n in days)


def _next_working_day(state: str, day: dt.date, overrides: Overrides) -> dt.date:
    day += dt.timedelta(days=1)
    while not is_working_day(state, day, overrides):
        day += dt.timedelta(days=1)
    return day


def _days_after(start: dt.date, end: dt.date) -> Iterator[dt.date]:
    day = start
    while day < end:
        day += dt.timedelta(days=1)
        yield day


@lru_cache(maxsize=64)
def _calendar(state: str, language: str) -> Any:
    """Open the calendar of a state; imported on first use, for it costs a tenth of a second."""
    import holidays

    if state not in _CODES:
        raise Refused("state_unknown", text=shortened(state))
    return holidays.country_holidays("MY", subdiv=state, language=_LOCALES.get(language, "ms_MY"))
