"""Ours and the yardstick, alternating in one run; figures as medians, promises as ratios."""

import gc
import json
import statistics
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter

Job = Callable[[], object]


@dataclass(frozen=True)
class Measured:
    """One promise: our figure and the yardstick's in one unit, their ratio, and the most it may be."""

    name: str
    figure: float
    unit: str
    yardstick: float
    ratio: float
    goal: float
    met: bool

    @classmethod
    def of(cls, name: str, figure: float, yardstick: float, goal: float, unit: str = "ms") -> "Measured":
        """Compare two figures; the goal is the most the ratio may be."""
        ratio = figure / yardstick
        return cls(name, round(figure, 3), unit, round(yardstick, 3), round(ratio, 3), goal, ratio <= goal)


def alternate(ours: Job, yardstick: Job, rounds: int, warm: int = 3) -> tuple[list[float], list[float]]:
    """Time both in turns (A B, then B A); gives sorted times in milliseconds."""
    for _ in range(warm):
        ours()
        yardstick()
    times: tuple[list[float], list[float]] = ([], [])
    gc.collect()
    gc.freeze()
    for i in range(rounds):
        for which in (0, 1) if i % 2 else (1, 0):
            times[which].append(_timed((ours, yardstick)[which]))
    gc.unfreeze()
    return sorted(times[0]), sorted(times[1])


def median(times: list[float]) -> float:
    """Give the middle time."""
    return statistics.median(times)


def percentile(times: list[float], share: float) -> float:
    """Give the time below which this share of sorted times lies."""
    return times[min(len(times) - 1, round(len(times) * share))]


def compare(name: str, ours: Job, yardstick: Job, goal: float, rounds: int) -> Measured:
    """Compare the medians of two jobs."""
    mine, theirs = alternate(ours, yardstick, rounds)
    return Measured.of(name, median(mine), median(theirs), goal)


def write(measured: Iterable[Measured], out: Path) -> None:
    """Write every promise as JSON."""
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps([asdict(one) for one in measured], indent=2) + "\n", encoding="utf-8")


def shown(one: Measured) -> str:
    """Write one promise on a line."""
    verdict = "met" if one.met else "MISSED"
    figures = f"{one.figure:10.2f} {one.unit:3} against {one.yardstick:10.2f} {one.unit:3}"
    return f"{one.name:44} {figures}  ratio {one.ratio:6.2f}  goal {one.goal:5.2f}  {verdict}"


def _timed(job: Job) -> float:
    start = perf_counter()
    job()
    return (perf_counter() - start) * 1000
