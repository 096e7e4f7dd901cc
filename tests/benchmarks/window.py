"""The first window and the opened office, each a process of its own, against bare windows."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from time import monotonic

from tests.benchmarks.harness import Measured, median
from tests.benchmarks.offices import Large

Figures = dict[str, list[float]]

ROUNDS = 7
_ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def measure(large: Large) -> Iterator[Measured]:
    """First paint in time and memory, and from the derived keys to today's list."""
    root = str(large.paths.root)
    mine, theirs = _in_turns(("unlock", root), ("bare",))
    yield Measured.of("first paint, unlock page", median(mine["ms"]), median(theirs["ms"]), 3.0)
    yield Measured.of("first paint, memory", median(mine["mb"]), median(theirs["mb"]), 2.0, unit="MB")
    mine, theirs = _in_turns(("open", root), ("bare-table", root))
    yield Measured.of("open to today's list, 100,000 matters", median(mine["ms"]), median(theirs["ms"]), 3.0)


def _in_turns(
    ours: tuple[str, ...], bare: tuple[str, ...]
) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    found: list[dict[str, list[float]]] = [{}, {}]
    for i in range(ROUNDS + 1):
        for which in (0, 1) if i % 2 else (1, 0):
            for name, figure in _run((ours, bare)[which]).items():
                if i:  # the first round only fills the file cache
                    found[which].setdefault(name, []).append(figure)
    return found[0], found[1]


def _run(what: tuple[str, ...]) -> dict[str, float]:
    """Start one window; it says when it was painted, how long that took from its own mark, and its memory."""
    started = monotonic()
    command = [sys.executable, "-m", "tests.benchmarks.windows", *what]
    done = subprocess.run(command, env=_ENVIRONMENT, capture_output=True, text=True, check=True)
    said = json.loads(done.stdout.splitlines()[-1])
    ms = said["ms"] if "ms" in said else (said["painted"] - started) * 1000
    return {"ms": ms, "mb": said["mb"]}
