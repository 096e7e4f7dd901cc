"""Kill a change of the slots at one step after another, and look at who can open what afterwards.

Run as `python -m tests.faults.killing_rotation FOLDER [--kills N] [--control]`; prints one line of JSON. A
step is as in `killing_setup`. Each life opens an office whose counter officer was retired elsewhere, so that
the opening rotates, then gives the head a way in: two rotations. `act(paths, code)` is that life alone, for a
harness that kills at every call into the system. The control removes the old file as soon as it was
copied, and must be found out.
"""

import argparse
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from hbp_desktop.config import Paths
from hbp_desktop.domain.errors import HbpError
from hbp_desktop.store import keyslots, rotation
from hbp_desktop.store.durable import TEMPORARY, remove_database
from hbp_desktop.store.verify import verify
from hbp_desktop.store.wrap import KdfCost
from hbp_desktop.usecases import keys
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from hbp_desktop.usecases.setup import found, new_recovery_code, unlock, unlock_with_code
from tests.faults.killing import OFFICER, PASSWORD, clock, secrets
from tests.faults.killing_setup import DRAFT, Steps, one_death

CHEAP = KdfCost(64, 1, 1)
HEAD, HEAD_ID = "Tuan Haji Zulkifli Hassan", "1" * 32
COUNTER, COUNTER_ID = "Hafiz Ismail", "2" * 32


@dataclass
class Report:
    """How often a kill left the slots as they were, half changed (one rotation of two) or all changed."""

    steps: int = 0
    before: int = 0
    between: int = 0
    after: int = 0
    wrong: list[str] = field(default_factory=list)


def prepare(paths: Paths) -> str:
    """Found an office of three; one may open here and was retired by another laptop. Gives the code."""
    code = new_recovery_code()
    opened = found(paths, DRAFT, secrets(), clock, recovery_code=code, cost=CHEAP).opened
    office = Office.of(opened, clock)
    fields: dict[str, object] = {}
    for officer, name, role in ((HEAD_ID, HEAD, "head"), (COUNTER_ID, COUNTER, "counter")):
        fields |= {f"officer.{officer}": {"name": name, "post": ""}, f"officer.{officer}.role.{role}": True}
    _enact(office, fields)
    keys.colleague_slot(office, COUNTER_ID, PASSWORD, CHEAP)
    _enact(office, {f"officer.{COUNTER_ID}.retired": {"on": True}})
    opened.close()
    return code


def act(paths: Paths, _code: str) -> None:
    """Open, which takes the retired officer's slot away, and make the head's."""
    opened = unlock(paths, OFFICER, PASSWORD, secrets(), clock)
    keys.colleague_slot(Office.of(opened, clock), HEAD_ID, PASSWORD, CHEAP)
    opened.close()


def act_backwards(paths: Paths, code: str) -> None:
    """The control: the old file goes as soon as it was copied."""
    settle = rotation._settle

    def remove_then_settle(path: Path, key: bytes, held: keyslots.Keyslots, change: Any) -> Any:
        remove_database(paths.vault(held.vault))
        return settle(path, key, held, change)

    rotation._settle = remove_then_settle
    act(paths, code)


def look(paths: Paths, code: str, report: Report) -> None:
    """Both lasting ways in open a sound office; nobody is told of who cannot; nothing lies about."""
    named = {slot.name for slot in keyslots.read(paths.keyslots).of_kind("officer")}
    report.before += COUNTER in named
    report.between += COUNTER not in named and HEAD not in named
    report.after += HEAD in named
    _is_sound(unlock(paths, OFFICER, PASSWORD, secrets(), clock), report)
    _is_sound(unlock_with_code(paths, code, secrets(), clock), report)
    left = {slot.name for slot in keyslots.read(paths.keyslots).of_kind("officer")}
    if left != (named | {OFFICER}) - {COUNTER}:
        report.wrong.append(f"slots {len(left)}")
    if HEAD in left:
        _is_sound(unlock(paths, HEAD, PASSWORD, secrets(), clock), report)
    names = [path.name for path in paths.root.iterdir()]
    vaults = [name for name in names if name.startswith("vault-")]
    if vaults != [keyslots.read(paths.keyslots).vault] or any(name.startswith(TEMPORARY) for name in names):
        report.wrong.append(f"left behind: {sorted(names)}")


def kill(folder: Path, kills: int, control: bool) -> Report:
    """Kill at steps spread over the whole life; stops at the first thing wrong."""
    original = Paths.at(folder / "original")
    code = prepare(original)
    report = Report(_count_steps(_copy(original, folder / "counted"), code))
    life: Callable[[Paths, str], None] = act_backwards if control else act
    for number in range(kills):
        paths = _copy(original, folder / str(number))
        one_death(paths, code, 1 + number * report.steps // kills, life)
        try:
            look(paths, code, report)
        except HbpError as error:
            report.wrong.append(error.code)
        if report.wrong:
            break
        shutil.rmtree(paths.root)
    return report


def _count_steps(paths: Paths, code: str) -> int:
    steps = Steps()
    sys.setprofile(steps)
    act(paths, code)
    sys.setprofile(None)
    return steps.count


def _copy(original: Paths, root: Path) -> Paths:
    shutil.copytree(original.root, root)
    return Paths.at(root)


def _enact(office: Office, fields: dict[str, object]) -> None:
    with office.writing() as doing:
        doing.enact(fields, office.opened.keys.signing, action="officer_changed")


def _is_sound(opened: Opened, report: Report) -> None:
    report.wrong += [problem.code for problem in verify(opened.vault).problems]
    opened.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--control", action="store_true")
    given = parser.parse_args()
    print(json.dumps(asdict(kill(given.folder, given.kills, given.control))))


if __name__ == "__main__":
    main()
