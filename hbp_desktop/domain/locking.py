"""When the window locks, and how deep: which cause closes what, and when an unused office is due.

Times are seconds of the caller's clocks: `running` stands still while the machine sleeps, `boot` does not.
"""

from dataclasses import dataclass
from enum import Enum

ROUND_S = 30 * 60  # a running exchange is given this long after a screen lock
WARN_S = 30  # the bar counts down before an unused office locks
GAP_S = 3.0  # the clocks drift apart by less than this while the machine is awake


class Depth(Enum):
    """SCREEN closes what the window holds; FULL closes the exchange beside it as well."""

    SCREEN = "screen"
    FULL = "full"


SCREEN_CAUSES = frozenset({"idle", "system", "asked"})
FULL_CAUSES = frozenset({"sleep", "lid", "gap", "full", "end"})


def depth_of(cause: str) -> Depth:
    """Say how deep a cause locks; ValueError for one that is not known.

    Screen: `idle` (nobody used it), `system` (the system locked its screen), `asked` (switch officer).
    Full: `sleep`, `lid`, `gap` (the machine slept and nobody told us), `full` (on demand), `end` (log-out).
    """
    if cause in SCREEN_CAUSES:
        return Depth.SCREEN
    if cause in FULL_CAUSES:
        return Depth.FULL
    raise ValueError(cause)


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at the clocks found: the `cause` to lock for ("" is none), and whole seconds until then.

    `left` is None while there is nothing to count down.
    """

    cause: str = ""
    left: int | None = None


class Watch:
    """Tells when an unused office is due. Pure: whoever looks brings the clocks.

    `used` is called on every key and click, `look` every second.
    """

    def __init__(self, idle_s: float, running: float, boot: float) -> None:
        self._idle_s = idle_s
        self._used = running
        self._apart = boot - running

    def set_idle(self, idle_s: float) -> None:
        """Wait this long from now on."""
        self._idle_s = idle_s

    def used(self, running: float) -> None:
        """Note that somebody is there."""
        self._used = running

    def look(self, running: float, boot: float) -> Look:
        """Say whether to lock; a machine that slept locks fully, however short its sleep was."""
        apart, self._apart = self._apart, boot - running
        if boot - running - apart > GAP_S:
            return Look("gap")
        left = self._used + self._idle_s - running
        if left <= 0:
            return Look("idle")
        return Look(left=-int(-left // 1)) if left <= min(WARN_S, self._idle_s / 2) else Look()
