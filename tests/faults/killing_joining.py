"""Kill a laptop that asks to join, takes in its admission, or moves to another's roster, at any step.

Run as `python -m tests.faults.killing_joining FOLDER [--act ask|finish|take] [--kills N] [--control]`; prints
one line of JSON. A step is as in `killing_setup`. The control names the office in keyslots.json before the
vault has it, and must be found out.
"""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from hbp_desktop.config import Paths
from hbp_desktop.domain.errors import HbpError, Refused
from hbp_desktop.store import keyslots
from hbp_desktop.store.verify import verify
from hbp_desktop.store.wrap import KdfCost
from hbp_desktop.usecases import admitting, joining
from hbp_desktop.usecases.joining import Way
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from hbp_desktop.usecases.setup import (
    SetupDraft,
    found,
    is_set_up,
    is_waiting,
    new_recovery_code,
    unlock,
)
from tests.faults.killing import PASSWORD, clock, secrets
from tests.faults.killing_setup import Report, Steps

NEWCOMER, FOUNDER = "Hafiz Ismail", "Rohani binti Salleh"
CHEAP = KdfCost(64, 1, 1)
CODE = new_recovery_code()
WAY = Way(NEWCOMER, PASSWORD)

Act = Callable[[Paths, bytes], None]


def founded(folder: Path, officer: str) -> Opened:
    draft = SetupDraft("SGR06", officer, "", PASSWORD)
    return found(Paths.at(folder), draft, secrets(), clock, recovery_code=CODE, cost=CHEAP).opened


def ask(paths: Paths, _file: bytes = b"") -> None:
    joining.ask(paths, SetupDraft("", NEWCOMER, "", PASSWORD), secrets(), clock, CODE, CHEAP)


def finish(paths: Paths, file: bytes) -> None:
    joining.finish(paths, WAY, file, secrets(), clock).close()


def take(paths: Paths, file: bytes) -> None:
    opened = unlock(paths, NEWCOMER, PASSWORD, secrets(), clock)
    joining.take(Office.of(opened, clock), file)
    opened.close()


def finish_backwards(paths: Paths, file: bytes) -> None:
    """The control: the office is named first."""
    inner = joining._take

    def name_then_take(*given: Any) -> Any:
        keyslots.write(paths.keyslots, replace(keyslots.read(paths.keyslots), office="SGR06"))
        return inner(*given)

    joining._take = name_then_take
    finish(paths, file)


def prepared(folder: Path, act: str) -> tuple[Path, bytes]:
    """Make the folder the act begins with (not there for `ask`), and the admission it takes in."""
    first, start = founded(folder / "first", FOUNDER), folder / "start"
    office = Office.of(first, clock)
    if act == "take":
        opened = founded(start, NEWCOMER)
        asked = joining.ask_from(Office.of(opened, clock))
        opened.close()
    else:
        ask(Paths.at(start))
        asked = joining.ask_again(Paths.at(start), WAY, secrets(), clock)
    file = admitting.admit(office, asked.data).file
    first.close()
    return start, file


def begin(start: Path, folder: Path, act: str) -> Paths:
    if act != "ask":
        shutil.copytree(start, folder)
    return Paths.at(folder)


def one_death(paths: Paths, file: bytes, last: int, act: Act) -> None:
    pid = os.fork()
    if pid == 0:
        sys.setprofile(Steps(last))
        act(paths, file)
        os._exit(0)
    os.waitpid(pid, 0)


def look(paths: Paths, file: bytes, act: str, report: Report) -> None:
    """Look as a fresh start does: what was to happen has happened, or can be done again."""
    done = {"ask": is_set_up, "finish": lambda at: not is_waiting(at), "take": has_moved}[act](paths)
    if not done:
        {"ask": ask, "finish": finish, "take": take}[act](paths, file)
    if act == "ask":
        for way in (WAY, Way(code=CODE)):
            if not joining.ask_again(paths, way, secrets(), clock).data:
                report.wrong.append("no request")
    else:
        opened = unlock(paths, NEWCOMER, PASSWORD, secrets(), clock)
        report.wrong += [problem.code for problem in verify(opened.vault).problems]
        names = {one.name for one in Office.of(opened, clock).staff().current()}
        report.wrong += [] if names == {NEWCOMER, FOUNDER} else [f"officers: {sorted(names)}"]
        opened.close()
    report.whole += done
    report.nothing += not done


def has_moved(paths: Paths) -> bool:
    """Tell whether the other's roster is pinned; the password opens either way."""
    opened = unlock(paths, NEWCOMER, PASSWORD, secrets(), clock)
    try:
        return len(Office.of(opened, clock).staff().current()) == 2
    finally:
        opened.close()


def kill(folder: Path, act: str, kills: int, control: bool) -> Report:
    """Kill at steps spread over the whole act; stops at the first thing wrong."""
    acting: Act = finish_backwards if control else {"ask": ask, "finish": finish, "take": take}[act]
    start, file = prepared(folder, act)
    steps = Steps()
    sys.setprofile(steps)
    acting(begin(start, folder / "counted", act), file)
    sys.setprofile(None)
    report = Report(steps.count)
    for number in range(kills):
        paths = begin(start, folder / str(number), act)
        one_death(paths, file, 1 + number * steps.count // kills, acting)
        try:
            look(paths, file, act, report)
        except (HbpError, Refused) as error:
            report.wrong.append(error.code)
        if report.wrong:
            break
        shutil.rmtree(paths.root)
    return report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--act", choices=("ask", "finish", "take"), default="finish")
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--control", action="store_true")
    given = parser.parse_args()
    print(json.dumps(asdict(kill(given.folder, given.act, given.kills, given.control))))


if __name__ == "__main__":
    main()
