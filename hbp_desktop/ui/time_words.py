"""Days, times and spans as people say them, from plain values."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from hbp_desktop.domain.clock import MALAYSIA
from hbp_desktop.domain.dates import clock, long_date, short_date
from hbp_desktop.domain.workdays import LeftOut


def day_words(day: date, language: str, today: date) -> str:
    """Write `Rabu, 25 November`, with the year where it is another one."""
    whole = long_date(day, language)
    return whole if day.year != today.year else whole.rsplit(" ", 1)[0]


def span(minutes: int) -> str:
    """Write `1 jam 18 minit`."""
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(QCoreApplication.translate("TimeWords", "%n hours", "", hours))
    if rest or not hours:
        parts.append(QCoreApplication.translate("TimeWords", "%n minutes", "", rest))
    return " ".join(parts)


def moment(at: int, language: str, today: date) -> str:
    """Write when an entry was made (seconds since 1970, UTC): `24 Nov., 10.51 pagi`."""
    when = datetime.fromtimestamp(at, MALAYSIA)
    day = short_date(when.date(), language)
    year = f" {when.year}" if when.year != today.year else ""
    return f"{day}{year}, {clock(f'{when:%H:%M}', language)}"


def left_out_words(days: tuple[LeftOut, ...], language: str) -> str:
    """List days that a deadline does not count: weekends together, holidays by name."""
    lines = []
    weekends = [short_date(day.date, language) for day in days if day.why == "weekend"]
    for day in days:
        if day.why != "weekend":
            lines.append(f"{short_date(day.date, language)} {day.name}".strip())
    if weekends:
        lines.append(
            QCoreApplication.translate("TimeWords", "weekend: %1").replace("%1", ", ".join(weekends))
        )
    return "\n".join(lines)
