"""How much a service takes in at once, from whom it has not trusted yet: bytes, requests, patience."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from hbp_desktop.domain.errors import HbpError
from hbp_desktop.sync.batch import LARGEST_BATCH
from hbp_desktop.sync.messages import LONGEST_MESSAGE, MOST_BATCHES

_MIB = 1024 * 1024


class Busy(HbpError):
    """Not now: too much is under way, or the service is stopping; `after` so many seconds, ask again."""


@dataclass(frozen=True)
class Limits:
    """Sizes are bytes, times seconds; `message` holds the vector of some 18,000 chains."""

    message: int = 2 * _MIB
    batch: int = LARGEST_BATCH
    batches: int = MOST_BATCHES  # in one round
    round: int = 256 * _MIB
    ahead: int = _MIB  # read on while earlier batches are being taken
    room: int = 4 * _MIB  # of batches given back in one answer
    part: int = _MIB  # the body of a request that is no round
    held: int = 256 * _MIB  # in memory for all requests together
    unproven: int = 64 * _MIB  # of that, for all who have not proved yet who they are
    stranger: int = 8 * 1024  # for each of them, however many there are: an office's ask, or an enrolment
    waiting: int = 4_096  # requests at once
    workers: int = 8
    silence: float = 60.0  # without a byte
    slowest: int = 64  # bytes a second, on average
    retry: int = 5
    drained: int = 256 * 1024  # of a refused body that are still heard, so that the refusal is
    draining: float = 2.0

    def __post_init__(self) -> None:
        if not 0 < self.message <= LONGEST_MESSAGE or not 0 < self.batch <= LARGEST_BATCH:
            raise ValueError("beyond what the format allows")


class Traffic:
    """What is under way; lives on the event loop's thread alone."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.under_way = 0
        self.held = 0
        self.unproven = 0
        self.stopping = False

    def enter(self) -> None:
        """Count a request in; raises Busy (server_stopping, server_busy)."""
        if self.stopping:
            raise Busy("server_stopping", after=self.limits.retry)
        if self.under_way >= self.limits.waiting or self.held > self.limits.held:
            raise Busy("server_busy", after=self.limits.retry)
        self.under_way += 1

    def leave(self) -> None:
        """Count it out."""
        self.under_way -= 1

    def hold(self, size: int) -> None:
        """Keep bytes in memory; raises Busy (server_busy) where that is too much for all together."""
        if self.held + size > self.limits.held:
            raise Busy("server_busy", after=self.limits.retry)
        self.held += size

    def hold_unproven(self, size: int, held: int) -> None:
        """Keep bytes for one who has not proved who it is and `held` so many; raises Busy (server_busy).

        Strangers fill no more than their part of the memory, and even then a short ask is heard.
        """
        if held + size > self.limits.stranger and self.unproven + size > self.limits.unproven:
            raise Busy("server_busy", after=self.limits.retry)
        self.hold(size)
        self.unproven += size

    def let_go(self, size: int) -> None:
        """Say that bytes are no longer kept."""
        self.held -= size


class Pace:
    """Tells how long to wait for the next bytes: a silence has an end, and so has one byte at a time.

    Only the waiting is counted, never the time in which the service itself was busy.
    """

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self._limits, self._clock = limits, clock
        self._waited, self._bytes, self._since = 0.0, 0, 0.0

    def wait(self) -> float:
        """Begin to wait; give for how many seconds at most, 0 or less where patience is at its end."""
        self._since = self._clock()
        allowed = self._limits.silence + self._bytes / self._limits.slowest
        return min(self._limits.silence, allowed - self._waited)

    def came(self, size: int) -> None:
        """Say that the wait is over, and how many bytes it brought."""
        self._waited += self._clock() - self._since
        self._bytes += size
