"""One cell in, one canonical value out, with the code of a doubt when it cannot be read.

Every reader gives `(value, code)`; an empty code is a sound cell. Nothing here raises.
"""

import datetime as dt
import re

from hbp_desktop.domain.dates import read_date, read_time
from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.text import clean, is_blank, without_invisible

_STAMPED = re.compile(r"(.*\d)[ T,]+(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[AaPp][Mm])?)")
_SHORT_YEAR = re.compile(r"(?:[^\W\d_]+,?\s+)?(\d{1,2}[\s/.-]+(?:\d{1,2}|[^\W\d_]{3,9})\.?[\s/.-]+)'?(\d{2})")
_NO_YEAR = re.compile(r"(?:[^\W\d_]+,?\s+)?(\d{1,2})\s*([/-]\s*\d{1,2}|\s[^\W\d_]{3,9})")
_ISO_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_MONTH_FIRST = re.compile(r"(?:[^\W\d_]+,\s*)?([^\W\d_]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_ORDINAL = re.compile(r"(?<=\d)\s?(?:hb|haribulan|st|nd|rd|th)\b\.?", re.IGNORECASE)
_IN_FIGURES = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_SERIALS = range(36526, 73051)  # days since 30 December 1899: the years 2000 to 2099
_EPOCH = dt.date(1899, 12, 30)

_SECONDS = re.compile(r"(\d{1,2})[:.](\d{2})[:.]\d{2}(?:\.\d+)?(\D*)")
_LOST_ZERO = re.compile(r"(\d{1,2}[.:][1-5])")
_FRACTION = re.compile(r"0?\.\d{3,}")
_TIME_WORDS = (
    (re.compile(r"\b(?:pukul|jam|hrs?|hours?)\b\.?", re.IGNORECASE), " "),
    (re.compile(r"\b(?:pg|pgi)\b\.?", re.IGNORECASE), "pagi"),
    (re.compile(r"\b(?:ptg|ptng)\b\.?", re.IGNORECASE), "petang"),
    (re.compile(r"\b(?:t/?hari|tgh\.?\s*hari|tghari|tengahari|tgh)\b\.?", re.IGNORECASE), "tengah hari"),
    (re.compile(r"\b([ap])\.\s?m\b\.?", re.IGNORECASE), r"\1m"),
)

_COUNTER = re.compile(
    r"(?:kaunter|kauter|ktr|counter|desk|meja|k|c|no)?\W*0*(\d{1,3})(?:\.0+)?", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?:no|bil|q|giliran|#)?[\s.:#]*(\d{1,9})(?:\.0+)?", re.IGNORECASE)
_LETTERED = re.compile(r"([A-Z]{1,3})[\s.-]*0*(\d{1,5})")
_NUMBER_LETTER = re.compile(r"0*(\d{1,5})\s?([A-Z])")
_NEGATIVE = re.compile(r"[-\u2212]\s*\d+(?:\.0+)?")


def plain(text: str) -> str:
    """Give a cell for reading: clean, on one line, without invisible signs."""
    return " ".join(without_invisible(clean(text)).split())


def read_day(text: str, years: tuple[int, ...] = ()) -> tuple[dt.date | None, str]:
    """Read a date, always day first; `years` are those of the session, for dates without one.

    Codes: date_missing, date_unreadable, date_impossible; date_year_guessed when the year was short or left
    out.
    """
    typed = _ORDINAL.sub("", plain(text))
    if is_blank(typed) or typed in {"-", "–"}:
        return None, "date_missing"
    if stamped := _STAMPED.fullmatch(typed):
        typed = stamped[1]
    serial = _SERIAL.fullmatch(typed)
    if serial and int(serial[1]) in _SERIALS:
        return _EPOCH + dt.timedelta(days=int(serial[1])), ""
    typed = _ISO_SLASHED.sub(r"\1-\2-\3", _MONTH_FIRST.sub(r"\2 \1 \3", typed))
    whole, code = _with_year(typed, years)
    try:
        return read_date(whole), code
    except Refused as refused:
        return None, "date_impossible" if _IN_FIGURES.fullmatch(whole) else refused.code


def read_clock(text: str) -> tuple[str, str]:
    """Read a time as `HH:MM`; "" when blank; code time_impossible."""
    typed = plain(text)
    if is_blank(typed) or typed in {"-", "–"}:
        return "", ""
    if stamped := _STAMPED.fullmatch(typed):
        typed = stamped[2]
    if _FRACTION.fullmatch(typed):
        minutes = round(float(typed) * 1440)
        return (f"{minutes // 60:02d}:{minutes % 60:02d}", "") if minutes < 1440 else ("", "time_impossible")
    for pattern, word in _TIME_WORDS:
        typed = pattern.sub(word, typed)
    typed = _SECONDS.sub(r"\1:\2\3", " ".join(typed.split()))
    try:
        return read_time(typed + "0" if _LOST_ZERO.fullmatch(typed) else typed), ""
    except Refused:
        return "", "time_impossible"


def clock_beside(text: str) -> str:
    """Give the time that stands beside a date in one cell, "" when there is none."""
    stamped = _STAMPED.fullmatch(plain(text))
    return read_clock(stamped[2])[0] if stamped else ""


def read_counter(text: str) -> str:
    """Read a counter: `K2`, `Kaunter 02` and `2` are "2"; anything else is its text."""
    typed = plain(text)
    numbered = _COUNTER.fullmatch(typed)
    return str(int(numbered[1])) if numbered and typed.isascii() else typed


def read_queue(text: str) -> tuple[str, str]:
    """Read a queue number: `007` is "7", `a 21` is "A-021"; codes queue_negative, queue_not_a_number."""
    typed = plain(text)
    if is_blank(typed) or typed in {"-", "–"}:
        return "", ""
    if _NEGATIVE.fullmatch(typed):
        return "", "queue_negative"
    if not typed.isascii():
        return "", "queue_not_a_number"
    if numbered := _NUMBERED.fullmatch(typed):
        return str(int(numbered[1])), ""
    if lettered := _LETTERED.fullmatch(typed.upper()):
        return f"{lettered[1]}-{int(lettered[2]):03d}", ""
    if after := _NUMBER_LETTER.fullmatch(typed.upper()):
        return f"{int(after[1])}{after[2]}", ""
    return "", "queue_not_a_number"


def read_postcode(text: str) -> tuple[str, str]:
    """Read a postcode of five digits, putting back a lost leading zero; code postcode_impossible."""
    typed = plain(text).removesuffix(".0")
    if is_blank(typed) or typed in {"-", "–"}:
        return "", ""
    if not (typed.isascii() and typed.isdecimal() and len(typed) in {4, 5} and int(typed) >= 1000):
        return plain(text), "postcode_impossible"
    return typed.zfill(5), ""


def _with_year(typed: str, years: tuple[int, ...]) -> tuple[str, str]:
    """Write out a two-digit year, or the session's when there is none."""
    if short := _SHORT_YEAR.fullmatch(typed):
        return f"{short[1]}20{short[2]}", "date_year_guessed"
    none = _NO_YEAR.fullmatch(typed)
    if none and len(years) == 1:
        return f"{none[1]}{none[2]}{'/' if '/' in typed else '-'}{years[0]}", "date_year_guessed"
    return typed, ""
