"""The office's wall clock: Malaysia keeps UTC+8 everywhere, without summer time."""

from datetime import datetime, timedelta, timezone

MALAYSIA = timezone(timedelta(hours=8), "MYT")


def malaysia_now() -> datetime:
    """Give the aware local time."""
    return datetime.now(MALAYSIA)
