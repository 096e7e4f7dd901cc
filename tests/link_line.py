"""A line between two ends: so many bits a second, so long on the way, so many packets lost."""

import random
from dataclasses import dataclass, field

PACKET = 1_460  # bytes of content in one TCP segment


@dataclass
class Line:
    """What every connection through a link shares.

    up, down: bits per second, 0 for no limit. latency: seconds one way; opening a connection costs two of
    them more. loss: share of packets of 1,460 bytes lost, in either direction. A lost packet is sent again
    after a round trip (twice that when lost again, and so on), and what was sent behind it waits at the other
    end, as TCP does; its second sending takes bandwidth too. `seed` makes the losses the same in every run.
    Not modelled: headers of packets, slow start, losses of acknowledgements.
    """

    up: float = 0.0
    down: float = 0.0
    latency: float = 0.0
    loss: float = 0.0
    seed: int = 1
    lost: int = 0
    _free: dict[str, float] = field(default_factory=dict)
    _luck: dict[str, random.Random] = field(default_factory=dict)

    def carry(self, way: str, size: int, now: float) -> tuple[float, float]:
        """Give when a packet has left, and when it arrives unless another before it is late."""
        rate = self.up if way == "up" else self.down
        luck = self._luck.setdefault(way, random.Random(f"{self.seed} {way}"))
        takes = size * 8 / rate if rate else 0.0
        left = max(now, self._free.get(way, 0.0)) + takes
        late, pause = 0.0, 2 * self.latency
        while luck.random() < self.loss:
            self.lost += 1
            late, pause, left = late + pause, 2 * pause, left + takes
        self._free[way] = left
        return left, left + late + self.latency
