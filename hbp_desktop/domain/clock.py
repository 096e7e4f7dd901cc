"""The zone of the office, and when a claimed time is in doubt. Times are seconds since 1970, UTC."""

from datetime import timedelta, timezone

MINUTE = 60
DAY = 24 * 60 * MINUTE
BUILT = 1793491200  # 1 November 2026: no honest clock is earlier than the program

BEFORE_NEWEST = 5 * MINUTE
AFTER_NEWEST = 30 * DAY

MALAYSIA = timezone(timedelta(hours=8), "MYT")  # everywhere in it, without summer time since 1982


def in_doubt(now: int, newest: int | None) -> bool:
    """Tell whether this machine's clock is hard to believe beside the newest entry held."""
    if now < BUILT:
        return True
    return newest is not None and not newest - BEFORE_NEWEST <= now <= newest + AFTER_NEWEST
