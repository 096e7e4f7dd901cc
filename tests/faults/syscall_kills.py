"""Kill a process before every system call of an act, and look at what a fresh start finds.

Run as `python -m tests.faults.syscall_kills FOLDER --act NAME [--kills N] [--control]`; prints one line of
JSON. Without --kills it kills at each call. Between two calls nothing on the disk changes but the memory
shared through `-shm`, which the next opener makes anew, so these are all the moments there are.
"""

import argparse
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.faults.acts import Act
from tests.faults.copying_acts import ACTS
from tests.faults.tracing import Call, Watcher, watched


@dataclass
class Report:
    """How many calls the act makes, how often it was killed, what had been promised, what was wrong."""

    act: str
    calls: int = 0
    kills: int = 0
    promised: int = 0
    wrong: list[str] = field(default_factory=list)


class KillAt(Watcher):
    """Kills before the nth call; 0 for never."""

    def __init__(self, last: int = 0) -> None:
        self.calls, self.last = 0, last

    def entered(self, _call: Call) -> int | None:
        self.calls += 1
        return self.KILL if self.calls == self.last else None


def one_life(
    live: Callable[[Path, Callable[[str], None]], None], folder: Path, watcher: Watcher
) -> list[str]:
    """Let a child do the act while it is watched; gives what it said."""
    reading, writing = os.pipe()

    def life() -> None:
        os.close(reading)
        live(folder, lambda said: os.write(writing, f"{said}\n".encode()) and None)

    watched(life, watcher)
    os.close(writing)
    said = b""
    while more := os.read(reading, 65_536):
        said += more
    os.close(reading)
    return [line for line in said.decode().split("\n") if line]


def kill(folder: Path, name: str, kills: int, control: bool) -> Report:
    """Kill at calls spread over the act (0: at each); stops at the first thing wrong."""
    act, report = ACTS[name], Report(name)
    before = folder / "before"
    before.mkdir(parents=True)
    act.prepare(before)
    report.calls = _count(act, before, folder / "counted", control)
    every = max(1, report.calls // kills) if kills else 1
    for at in range(1, report.calls + 1, every):
        life = folder / f"life {at}"
        shutil.copytree(before, life)
        said = one_life(act.control if control else act.live, life, KillAt(at))
        report.kills += 1
        report.promised += len(said)
        report.wrong += [f"{at}: {wrong}" for wrong in act.look(life, said)]
        shutil.rmtree(life)
        if report.wrong:
            break
    return report


def _count(act: Act, before: Path, folder: Path, control: bool) -> int:
    """Do the whole act once, unharmed: it must end well."""
    shutil.copytree(before, folder)
    counting = KillAt()
    said = one_life(act.control if control else act.live, folder, counting)
    if wrong := act.look(folder, said):
        raise RuntimeError(f"the act does not work: {wrong}")
    return counting.calls


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--act", choices=sorted(ACTS), required=True)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--control", action="store_true")
    given = parser.parse_args()
    print(json.dumps(asdict(kill(given.folder, given.act, given.kills, given.control))))


if __name__ == "__main__":
    main()
