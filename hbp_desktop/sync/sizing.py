"""How large the next batch should be: small where the line is poor, so that a cut costs little."""

from hbp_desktop.sync.batch import POOR_LINE

LARGEST = 1024 * 1024  # bytes; larger saves nothing and costs both ends memory
_AT_RISK = 2.0  # seconds of sending that a cut may cost
_POOR = POOR_LINE / _AT_RISK  # bytes a second
_STEP = 4  # how much faster than believed a line may show itself at once
_SHORTEST = 0.001  # seconds; a clock tells no less


class Sizing:
    """Learns a line's speed from what was sent over it; `speed` is bytes a second upward, 0 unknown."""

    def __init__(self, speed: int = 0) -> None:
        self.speed = max(0, speed)

    def next_size(self) -> int:
        """Give how many bytes the next batch should have, packed."""
        return min(LARGEST, max(POOR_LINE, int(self.speed * _AT_RISK)))

    def sent(self, size: int, seconds: float) -> None:
        """Hear how long sending took, up to the other end's answer.

        A slower line is believed at once, a faster one step by step: a router's buffer takes the first
        bytes faster than the line will carry them. A few bytes tell only that a line is not poor.
        """
        found = size / max(seconds, _SHORTEST)
        if size >= POOR_LINE // 2:
            self.speed = max(1, int(min(found, max(self.speed, _POOR) * _STEP)))
        elif found > _POOR:
            self.speed = max(self.speed, int(min(found, _POOR * _STEP)))
