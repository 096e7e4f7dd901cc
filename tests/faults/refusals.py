"""Have the disk refuse each call of a save in turn: told in words, nothing lost, on again without a restart.

Run as `python -m tests.faults.refusals FOLDER [--calls N] [--control]`; prints one line of JSON. Each call
that writes fails with ENOSPC and with EIO, once by itself and once with all that follow until the person is
told. The control keeps the refusal to itself and says that it saved.
"""

import argparse
import contextlib
import errno
import json
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from hbp_desktop.domain.errors import HbpError
from hbp_desktop.usecases.counter import record
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.wording import all_texts
from tests.faults.acts import Say, given, look_at_office, open_in, prepare_office
from tests.faults.killing import clock, visit_on
from tests.faults.syscall_kills import one_life
from tests.faults.tracing import Call, Watcher, begin

WRITING = ("write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "fallocate")
ERRORS = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO}
TRIES = 4


@dataclass
class Report:
    """How many calls were refused, what people were told how often, what was wrong."""

    calls: int = 0
    refused: int = 0
    told: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


class Refusing(Watcher):
    """Refuses the nth writing call below a folder; with `stuck` all after it, until something is said."""

    def __init__(self, folder: Path, last: int = 0, error: int = 0, stuck: bool = False) -> None:
        self.folder, self.last, self.error, self.stuck = f"{folder.resolve()}/", last, error, stuck
        self.calls = 0
        self.refused: list[str] = []
        self._saved = self._told = False

    @property
    def kept_silent(self) -> bool:
        """Tell whether the log was not synced before something was said to be saved, and nobody was told."""
        return any(call == "fsync -wal" for call in self.refused) and not self._told

    def entered(self, call: Call) -> int | None:
        if call.name not in WRITING:
            return None
        path = call.path(0) if call.name == "rename" else call.file()
        if path.startswith("pipe:"):
            self._hear(call)
        if not path.startswith(self.folder):
            return None
        self.calls += 1
        due = self.calls == self.last or (self.stuck and self.calls > self.last > 0)
        if not due or (self.stuck and self._told):
            return None
        if not self._saved:
            self.refused.append(f"{call.name.replace('fdata', 'f')} {path[-4:]}")
        return self.error

    def _hear(self, call: Call) -> None:
        said = call.bytes_at(call.arguments[1], call.arguments[2])
        self._told = self._told or said.startswith(b"told")
        self._saved = self._saved or said.startswith(b"saved")


def save(folder: Path, say: Say) -> None:
    """Save as the counter does: what is refused is told, and tried again with the same draft."""
    told, opened = given(folder), open_in(folder)
    office, draft = Office.of(opened, clock), visit_on(told["session"], told["day"])
    begin()
    for _ in range(TRIES):
        try:
            record(office, draft)
        except HbpError as error:
            say(f"told {error.code}")
        except Exception as bug:  # noqa: BLE001 - it is what this looks for
            say(f"bug {type(bug).__name__}")
        else:
            say(f"saved {draft.id}")
            break
    opened.close()
    say("closed")


def save_silently(folder: Path, say: Say) -> None:
    """The control."""
    told, opened = given(folder), open_in(folder)
    draft = visit_on(told["session"], told["day"])
    begin()
    with contextlib.suppress(HbpError):
        record(Office.of(opened, clock), draft)
    say(f"saved {draft.id}")
    opened.close()
    say("closed")


def refuse(folder: Path, calls: int, control: bool) -> Report:
    """Refuse calls spread over the save (0: each); stops at the first thing wrong."""
    report, act = Report(), save_silently if control else save
    before = folder / "before"
    before.mkdir(parents=True)
    prepare_office(before)
    counting = Refusing(folder)
    _one(folder, before, act, counting)
    report.calls = counting.calls
    told: Counter[str] = Counter()
    every = max(1, report.calls // calls) if calls else 1
    for at in range(1, report.calls + 1, every):
        for name, error in ERRORS.items():
            for stuck in (False, True):
                watcher = Refusing(folder, at, error, stuck)
                said, wrong = _one(folder, before, act, watcher)
                report.refused += bool(watcher.calls >= at)
                told.update(line.removeprefix("told ") for line in said if line.startswith("told "))
                report.wrong += [f"{name} at {at}{' on' if stuck else ''}: {one}" for one in wrong]
        if report.wrong:
            break
    report.told = dict(told)
    return report


def _one(
    folder: Path, before: Path, act: Callable[[Path, Say], None], watcher: Refusing
) -> tuple[list[str], list[str]]:
    life = folder / "life"
    shutil.copytree(before, life)
    try:
        said = one_life(act, life, watcher)
        return said, [*_wrong_in(said, watcher), *look_at_office(life, _saved(said))]
    finally:
        shutil.rmtree(life)


def _saved(said: list[str]) -> list[str]:
    return [line.removeprefix("saved ") for line in said if line.startswith("saved ")]


def _wrong_in(said: list[str], watcher: Refusing) -> list[str]:
    wrong = [line for line in said if line.startswith("bug")]
    if not _saved(said):
        wrong.append("it never went on")
    if "closed" not in said:
        wrong.append("it could not be closed")
    if watcher.kept_silent:
        wrong.append("nobody was told")
    for line in said:
        row = all_texts().get(line.removeprefix("told "), {}) if line.startswith("told ") else {"ms", "en"}
        wrong += [f"no sentence in {language}: {line}" for language in ("ms", "en") if language not in row]
    return wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--calls", type=int, default=0)
    parser.add_argument("--control", action="store_true")
    asked = parser.parse_args()
    print(json.dumps(asdict(refuse(asked.folder, asked.calls, asked.control))))


if __name__ == "__main__":
    main()
