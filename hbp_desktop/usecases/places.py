"""Where the office's folder lies and how much room it has: refused, asked about, or told."""

from dataclasses import dataclass
from pathlib import Path

from hbp_desktop.config import Paths
from hbp_desktop.domain.errors import Problem, Refused
from hbp_desktop.domain.fields import line
from hbp_desktop.domain.place import Concern, judge
from hbp_desktop.store.place import surroundings
from hbp_desktop.store.reserve import Reserve

SHORTEST_REASON = 5  # characters; "ok" says nothing to whoever reads it later


@dataclass(frozen=True)
class Room:
    """Bytes free beside the vault (None: the system does not say), and whether the reserve is held.

    `low`: people are told; `spent`: the reserve is gone and there is no room to make it again.
    """

    free: int | None
    held: bool
    low: bool
    spent: bool = False

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Say what people should know: little room, or none but what was kept back."""
        if not self.low or self.free is None:
            return ()
        code = "disk_spent" if self.spent else "disk_low"
        return (Problem(code, level="warning", values={"free": self.free // 1_000_000}),)


def concern_of(root: Path) -> Concern | None:
    """Say what is the matter with a folder, there yet or not; None for this computer's own disk."""
    return judge(surroundings(root))


def permit(root: Path, reason: str = "") -> Concern | None:
    """Let an office be made or restored in a folder; gives what is to be journaled with the reason.

    Raises Refused: place_network always; place_cloud, place_removable without a reason.
    """
    concern = concern_of(root)
    if concern is None:
        return None
    if concern.kind == "network" or len(line(reason)) < SHORTEST_REASON:
        raise refusal(concern)
    return concern


def refusal(concern: Concern) -> Refused:
    """Give the error that says what would go wrong there and names a good place."""
    return Refused(f"place_{concern.kind}", name=concern.name, better=str(Paths.default().root))


def refuse_share(root: Path) -> None:
    """Raise Refused (place_now_network) before anything is opened on a network share."""
    concern = concern_of(root)
    if concern is not None and concern.kind == "network":
        raise Refused("place_now_network", name=concern.name, better=str(Paths.default().root))


def room(paths: Paths) -> Room:
    """Look how much room there is; quick."""
    reserve = Reserve(paths.root)
    free = reserve.free
    if free is None:
        return Room(None, reserve.held, False)
    held, measures = reserve.held, reserve.measures
    spent = not held and free < measures.size + measures.spare
    return Room(free, held, free < measures.low, spent)


def hold_reserve(paths: Paths) -> bool:
    """Make the reserve where there is room for it; takes its time, call it in the lane."""
    return paths.keyslots.exists() and Reserve(paths.root).make()
