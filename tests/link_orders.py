"""What a link can be told to do with a request."""

from dataclasses import dataclass
from typing import Literal

Way = Literal["up", "down"]


@dataclass(frozen=True)
class Cut:
    """Let just `after` bytes through one way, then end the connection both ways: closed, or reset (RST)."""

    after: int
    way: Way = "up"
    reset: bool = False


@dataclass(frozen=True)
class Stall:
    """Let `after` bytes through one way, then nothing: for `seconds`, or until released."""

    after: int
    way: Way = "up"
    seconds: float | None = None


@dataclass(frozen=True)
class Drip:
    """Let bytes through a few at a time."""

    way: Way = "up"
    size: int = 1
    pause: float = 0.0  # seconds


@dataclass(frozen=True)
class Duplicate:
    """Send the request twice, over two connections, and hand back the first answer (0) or the second (1)."""

    give: int = 0
    together: bool = False  # at once; else the second when the first was answered


@dataclass(frozen=True)
class LoseAnswer:
    """Let the server answer the whole request, and end the connection without a byte of it."""

    reset: bool = False


@dataclass(frozen=True)
class Replace:
    """Answer with these bytes; the server hears nothing, or all of it (`heard`)."""

    answer: bytes
    heard: bool = False


@dataclass(frozen=True)
class Pass:
    """Let a request through."""


Order = Cut | Stall | Drip | Duplicate | LoseAnswer | Replace | Pass
