"""Kill the first set-up at one step after another, and look at what a fresh start finds.

Run as `python -m tests.faults.killing_setup FOLDER [--kills N] [--control]`; prints one line of JSON. A step
is any call, return or call into C made by the store's or the use cases' own code. The control names the
vault in keyslots.json before making it, and must be found out.
"""

import argparse
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from hbp_desktop.config import Paths
from hbp_desktop.domain.errors import HbpError
from hbp_desktop.store import keyslots
from hbp_desktop.store.durable import TEMPORARY
from hbp_desktop.store.verify import verify
from hbp_desktop.store.wrap import KdfCost
from hbp_desktop.usecases import founding
from hbp_desktop.usecases.opening import Opened
from hbp_desktop.usecases.setup import (
    SetupDraft,
    found,
    is_set_up,
    new_recovery_code,
    unlock,
    unlock_with_code,
)
from tests.faults.killing import OFFICER, PASSWORD, clock, secrets

DRAFT = SetupDraft("SGR06", OFFICER, "Penolong Pegawai Kebajikan", PASSWORD)
OURS = (f"{os.sep}store{os.sep}", f"{os.sep}usecases{os.sep}")


@dataclass
class Report:
    """How often a kill left nothing, how often all of it, and what was left otherwise."""

    steps: int = 0
    nothing: int = 0
    whole: int = 0
    wrong: list[str] = field(default_factory=list)


def set_up(paths: Paths, code: str) -> None:
    found(paths, DRAFT, secrets(), clock, recovery_code=code, cost=KdfCost(64, 1, 1)).opened.close()


def set_up_backwards(paths: Paths, code: str) -> None:
    """The control: the commit point comes first."""
    make = founding._make_vault

    def name_then_make(paths: Paths, draft: SetupDraft, held: Any, *rest: Any) -> Any:
        keyslots.write(paths.keyslots, held)
        return make(paths, draft, held, *rest)

    founding._make_vault = name_then_make
    set_up(paths, code)


class Steps:
    """Counts our own steps and dies at the chosen one."""

    def __init__(self, last: int = 0) -> None:
        self.count = 0
        self.last = last

    def __call__(self, frame: FrameType, _event: str, _argument: object) -> None:
        if (
            any(room in frame.f_code.co_filename for room in OURS)
            and "hbp_desktop" in frame.f_code.co_filename
        ):
            self.count += 1
            if self.count == self.last:
                os.kill(os.getpid(), signal.SIGKILL)


def count_steps(paths: Paths) -> int:
    steps = Steps()
    sys.setprofile(steps)
    set_up(paths, new_recovery_code())
    sys.setprofile(None)
    return steps.count


def one_death(paths: Paths, code: str, last: int, act: Callable[[Paths, str], None]) -> None:
    pid = os.fork()
    if pid == 0:
        sys.setprofile(Steps(last))
        act(paths, code)
        os._exit(0)
    os.waitpid(pid, 0)


def look(paths: Paths, code: str, report: Report) -> None:
    """A fresh start after nothing, or both ways in after all of it; and no leftovers either way."""
    whole = is_set_up(paths)
    if not whole:
        code = new_recovery_code()
        set_up(paths, code)
    _is_sound(unlock(paths, OFFICER, PASSWORD, secrets(), clock), report)
    _is_sound(unlock_with_code(paths, code, secrets(), clock), report)
    names = [path.name for path in paths.root.iterdir()]
    vaults = [name for name in names if name.startswith("vault-")]
    if vaults != [keyslots.read(paths.keyslots).vault] or any(name.startswith(TEMPORARY) for name in names):
        report.wrong.append(f"left behind: {sorted(names)}")
    report.whole += whole
    report.nothing += not whole


def _is_sound(opened: Opened, report: Report) -> None:
    report.wrong += [problem.code for problem in verify(opened.vault).problems]
    opened.close()


def kill(folder: Path, kills: int, control: bool) -> Report:
    """Kill at steps spread over the whole set-up; stops at the first thing wrong."""
    report = Report(count_steps(Paths.at(folder / "counted")))
    act = set_up_backwards if control else set_up
    for number in range(kills):
        paths, code = Paths.at(folder / str(number)), new_recovery_code()
        one_death(paths, code, 1 + number * report.steps // kills, act)
        try:
            look(paths, code, report)
        except HbpError as error:
            report.wrong.append(error.code)
        if report.wrong:
            break
        shutil.rmtree(paths.root)
    return report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--control", action="store_true")
    given = parser.parse_args()
    print(json.dumps(asdict(kill(given.folder, given.kills, given.control))))


if __name__ == "__main__":
    main()
