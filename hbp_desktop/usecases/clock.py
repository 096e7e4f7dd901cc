"""The clock on the wall of this computer."""

import time
from datetime import datetime

from hbp_desktop.domain.clock import MALAYSIA


def malaysia_now() -> datetime:
    """Give the aware local time."""
    return datetime.now(MALAYSIA)


def utc_now() -> int:
    """Give the seconds since 1970, UTC."""
    return int(time.time())
