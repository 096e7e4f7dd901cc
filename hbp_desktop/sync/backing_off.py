"""When to try again: later after each failure, never all laptops at once, never sooner than was asked for."""

from collections.abc import Callable

FIRST = 15  # seconds after the first failure
LONGEST = 30 * 60
CALM = 10 * 60  # after a round that went well
SOON = 20  # after something was recorded
_FURTHEST = 36 * 3600

Chance = Callable[[], float]  # from 0 to below 1


def after_failure(attempts: int, now: int, wait: int, chance: Chance) -> int:
    """Give when to try again after so many failures in a row; `wait` seconds were asked for, or 0."""
    step = min(FIRST * 2 ** min(attempts - 1, 20), LONGEST)
    return now + max(wait, int(step * (0.5 + chance()))) + (int(chance() * FIRST) if wait else 0)


def after_success(now: int, chance: Chance) -> int:
    """Give when to look in again though nothing may wait."""
    return now + int(CALM * (0.8 + 0.4 * chance()))


def due(next_at: int, contact_at: int, now: int, waiting: bool) -> int:
    """Give when to try next; sooner where something waits and the last try went well.

    A time further off than any wait comes from a clock that was set since, and means now.
    """
    soon = min(next_at, contact_at + SOON) if waiting else next_at
    return soon if soon <= now + _FURTHEST else now
