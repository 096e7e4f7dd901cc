"""Dates, times and money: read as people type them, written as Malay and English papers write them."""

import re
from datetime import date
from decimal import Decimal

from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.text import shortened

_MONTHS = {
    "ms": "Januari Februari Mac April Mei Jun Julai Ogos September Oktober November Disember".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_DAYS = {
    "ms": "Isnin Selasa Rabu Khamis Jumaat Sabtu Ahad".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
_SHORT_MONTHS = {
    "ms": "Jan. Feb. Mac Apr. Mei Jun Jul. Ogos Sept. Okt. Nov. Dis.".split(),
    "en": "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split(),
}
_MONTH_NUMBERS = {
    word[:length].lower(): number
    for words in _MONTHS.values()
    for number, word in enumerate(words, 1)
    for length in (3, 4, len(word))
}
_OLDEST, _NEWEST = 1900, 2199

_ISO = re.compile(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})(?:[T ][0-9:.]*)?")
_DAY_FIRST = re.compile(r"(?P<d>[0-9]{1,2})\s*[/.\-]\s*(?P<m>[0-9]{1,2})\s*[/.\-]\s*(?P<y>[0-9]{4})")
_WORDS = re.compile(r"(?:[^\W\d_]+,?\s+)?(?P<d>[0-9]{1,2})[\s\-]+(?P<m>[^\W\d_]+)\.?,?[\s\-]+(?P<y>[0-9]{4})")
_TIME = re.compile(
    r"(?:jam|pukul)?\s*(?P<h>[0-9]{1,2})(?:\s*[.:]\s*(?P<m>[0-9]{2})(?::[0-9]{2})?)?\s*(?P<part>[a-z. ]*)"
)
_BARE_TIME = re.compile(r"(?P<h>[0-9]{2})(?P<m>[0-9]{2})(?P<part>)")
_AFTERNOON = {"pm", "petang", "ptg", "malam", "mlm"}
_MORNING = {"am", "pagi"}
_NOON = {"tengah hari", "tengahari", "tgh hari", "tghari", "t.hari", "noon"}


def read_date(text: str) -> date:
    """Read `2026-11-24`, `24/11/2026` (day first) or `24 November 2026`.

    Raises Refused: `date_unreadable` for words, `date_impossible` for 31 February or a year out of reach.
    """
    typed = " ".join(text.split())
    match = _ISO.fullmatch(typed) or _DAY_FIRST.fullmatch(typed) or _WORDS.fullmatch(typed)
    if match is None:
        raise Refused("date_unreadable", text=shortened(text))
    month = _month(match["m"])
    if not month:
        raise Refused("date_unreadable", text=shortened(text))
    return _real_date(int(match["y"]), month, int(match["d"]), text)


def read_time(text: str) -> str:
    """Read `9:05`, `09.05`, `0905`, `9.05 pagi`, `9:05 AM`, `12.10 tengah hari` as `HH:MM`.

    Raises Refused(`time_impossible`).
    """
    typed = " ".join(text.lower().split())
    match = _BARE_TIME.fullmatch(typed) or _TIME.fullmatch(typed)
    if match is None:
        raise Refused("time_impossible", text=shortened(text))
    hour = _hour(int(match["h"]), match["part"].strip())
    minute = int(match["m"] or 0)
    if hour is None or minute > 59:
        raise Refused("time_impossible", text=shortened(text))
    return f"{hour:02d}:{minute:02d}"


def long_date(day: date, language: str = "ms") -> str:
    """Write `Selasa, 24 November 2026`."""
    return f"{_of(_DAYS, language)[day.weekday()]}, {plain_date(day, language)}"


def plain_date(day: date, language: str = "ms") -> str:
    """Write `24 November 2026`."""
    return f"{day.day} {_of(_MONTHS, language)[day.month - 1]} {day.year}"


def short_date(day: date, language: str = "ms") -> str:
    """Write `24 Nov.`, for tables whose year is plain from around them."""
    return f"{day.day} {_of(_SHORT_MONTHS, language)[day.month - 1]}"


def clock(time: str, language: str = "ms") -> str:
    """Write `09:00` as `9.00 pagi` or `9.00 am`; what is no time comes back as it is."""
    try:
        hour, minute = (int(part) for part in time.split(":"))
    except ValueError:
        return time
    return f"{hour % 12 or 12}.{minute:02d} {_part_of_day(hour, minute, language)}"


def month_name(number: int, language: str = "ms") -> str:
    """Name a month from 1 to 12."""
    return _of(_MONTHS, language)[number - 1]


def ringgit(amount: Decimal | int) -> str:
    """Write `RM1,200.50`; `-RM5.00` below zero."""
    return f"{'-' if amount < 0 else ''}RM{abs(Decimal(amount)):,.2f}"


def minutes(time: str) -> int:
    """Count the minutes from midnight to `HH:MM`."""
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)


def _month(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return _MONTH_NUMBERS.get(word.lower(), 0)


def _real_date(year: int, month: int, day: int, text: str) -> date:
    if not _OLDEST <= year <= _NEWEST:
        raise Refused("date_impossible", text=shortened(text))
    try:
        return date(year, month, day)
    except ValueError:
        raise Refused("date_impossible", text=shortened(text)) from None


def _hour(hour: int, part: str) -> int | None:
    """Give the hour of the day, or None when hour and part of the day contradict each other."""
    word = part.replace(".", "") if part.replace(".", "") in _AFTERNOON | _MORNING else part
    if not word:
        return hour if hour < 24 else None
    if not 1 <= hour <= 12:
        return hour if word in _AFTERNOON and 12 < hour < 24 else None
    if word in _AFTERNOON:
        return _after_noon(hour, word)
    if word in _MORNING:
        return hour % 12
    if word in _NOON:
        return {11: 11, 12: 12}.get(hour, hour + 12 if hour < 3 else None)
    return None


def _after_noon(hour: int, word: str) -> int:
    midnight = hour == 12 and word in {"malam", "mlm"}
    return 0 if midnight else hour % 12 + 12


def _part_of_day(hour: int, minute: int, language: str) -> str:
    if language == "en":
        return "noon" if (hour, minute) == (12, 0) else ("am" if hour < 12 else "pm")
    if hour < 12:
        return "pagi"
    if hour < 14:
        return "tengah hari"
    return "petang" if hour < 19 else "malam"


def _of(words: dict[str, list[str]], language: str) -> list[str]:
    return words.get(language, words["ms"])
