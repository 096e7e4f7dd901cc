"""Record what saving writes, cut the power at any point of it, and look at what the next start finds.

Run as `python -m tests.faults.power_cuts FOLDER [--cuts N] [--saves N] [--seed N] [--control]`; prints one
line of JSON. The control saves with `synchronous=NORMAL` and must lose what it had acknowledged.
"""

import argparse
import bisect
import json
import os
import random
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from hbp_desktop.store import engine
from hbp_desktop.usecases.counter import record
from hbp_desktop.usecases.office import Office
from tests.faults.acts import Say, given, look_at_office, open_in, prepare_office
from tests.faults.disk_model import Disk, Event, files_below, write_files
from tests.faults.killing import clock, visit_on
from tests.faults.syscall_kills import one_life
from tests.faults.tracing import Call, Watcher, begin

REOPENED_EVERY = 25  # saves; closing empties the log into the vault, as at the end of each day
_NOT_MODELLED = ("writev", "pwritev", "sendfile", "fallocate", "copy_file_range", "link", "linkat")
_CREATE, _TRUNCATE = os.O_CREAT, os.O_TRUNC


@dataclass
class Report:
    """What was recorded, how often it was cut, and what was wrong afterwards."""

    saves: int = 0
    events: int = 0
    fsyncs: int = 0
    cuts: int = 0
    wrong: list[str] = field(default_factory=list)


class Recorder(Watcher):
    """Keeps every change to the files below a folder, and what was said meanwhile, in order."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.events = f"{folder.resolve()}/", []  # type: ignore[var-annotated]
        self._before: Event | None = None
        self._at: dict[str, int] = {}

    def entered(self, call: Call) -> None:
        self._before = None
        look = self._LOOKS.get(call.name)
        if look is not None:
            self._before = look(self, call)
        elif call.name in _NOT_MODELLED and call.file().startswith(self.folder):
            raise RuntimeError(f"{call.name} is not recorded")

    def left(self, _call: Call, result: int) -> None:
        if self._before is None or result < 0:
            return
        self.events.append(self._before)
        if self._before.kind == "create" and self._before.offset:
            self.events.append(Event("truncate", self._before.path))

    def _pwrite(self, call: Call) -> Event | None:
        _, address, length, offset = call.arguments[:4]
        return self._mine(call.file(), "write", offset, call.bytes_at(address, length))

    def _write(self, call: Call) -> Event | None:
        name, data = call.file(), call.bytes_at(call.arguments[1], call.arguments[2])
        if name.startswith("pipe:"):
            return Event("said", data.decode().strip())
        return self._mine(name, "write", _position(call), data)

    def _fsync(self, call: Call) -> Event | None:
        return self._mine(call.file(), "fsync")

    def _ftruncate(self, call: Call) -> Event | None:
        return self._mine(call.file(), "truncate", call.arguments[1])

    def _open(self, call: Call) -> Event | None:
        flags, path = call.arguments[2], call.path(1)
        if not flags & _CREATE and not flags & _TRUNCATE:
            return None
        return self._mine(path, "create", int(bool(flags & _TRUNCATE)))

    def _rename(self, call: Call) -> Event | None:
        found = self._mine(call.path(0), "rename")
        return Event("rename", found.path, other=call.path(1)) if found else None

    def _unlink(self, call: Call) -> Event | None:
        return self._mine(call.path(0), "unlink")

    def _mine(self, path: str, kind: str, offset: int = 0, data: bytes = b"") -> Event | None:
        if not f"{path}/".startswith(self.folder) or path.endswith("-shm"):
            return None
        return Event(kind, path, offset, data)  # type: ignore[arg-type]

    _LOOKS: "dict[str, Callable[[Recorder, Call], Event | None]]" = {  # noqa: RUF012
        "pwrite64": _pwrite,
        "write": _write,
        "fsync": _fsync,
        "fdatasync": _fsync,
        "ftruncate": _ftruncate,
        "openat": _open,
        "rename": _rename,
        "unlink": _unlink,
    }


def save_many(folder: Path, say: Say, saves: int, safe: bool) -> None:
    """Save again and again, closing the office now and then, as over some days."""
    if not safe:
        engine._PRAGMAS = tuple(
            ("synchronous", "normal", 1) if row[0] == "synchronous" else row for row in engine._PRAGMAS
        )
    told = given(folder)
    begin()
    opened = open_in(folder)
    for number in range(1, saves + 1):
        say(record(Office.of(opened, clock), visit_on(told["session"], told["day"])).id)
        if number % REOPENED_EVERY == 0:
            opened.close()
            opened = open_in(folder)


def cut(folder: Path, cuts: int, saves: int, seed: int, control: bool) -> Report:
    """Record once, then cut; stops at the first thing wrong, the control at the first that is lost."""
    recorded, report, chance = folder / "recorded", Report(saves), random.Random(seed)
    recorded.mkdir(parents=True)
    prepare_office(recorded)
    disk, recorder = Disk(files_below(recorded.resolve())), Recorder(recorded)
    one_life(lambda where, say: save_many(where, say, saves, not control), recorded, recorder)
    report.events = len(recorder.events)
    report.fsyncs = sum(event.kind == "fsync" for event in recorder.events)
    moments = sorted(chance.randint(0, report.events) for _ in range(cuts))
    said: list[str] = []
    for number, event in enumerate([*recorder.events, Event("said", "")]):
        for _ in range(bisect.bisect_left(moments, number), bisect.bisect_right(moments, number)):
            report.cuts += 1
            found = _look(disk, recorded, folder, said, chance)
            report.wrong += [f"{number}: {wrong}" for wrong in found if "lost" in wrong or not control]
            if report.wrong:
                return report
        if event.kind == "said" and event.path:
            said.append(event.path)
        disk.take(event)
    return report


def _look(disk: Disk, recorded: Path, folder: Path, said: list[str], chance: random.Random) -> list[str]:
    fresh = folder / "fresh"
    write_files(disk.cut(chance), recorded.resolve(), fresh)
    try:
        return look_at_office(fresh, said)
    finally:
        shutil.rmtree(fresh)


def _position(call: Call) -> int:
    handle = call.arguments[0]
    with open(f"/proc/{call.process}/fdinfo/{handle}", encoding="ascii") as info:
        lines = dict(line.split(":", 1) for line in info if ":" in line)
    return int(lines["pos"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cuts", type=int, default=40)
    parser.add_argument("--saves", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--control", action="store_true")
    asked = parser.parse_args()
    print(json.dumps(asdict(cut(asked.folder, asked.cuts, asked.saves, asked.seed, asked.control))))


if __name__ == "__main__":
    main()
