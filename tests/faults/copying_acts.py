"""Backup, restore and rotation, and all other acts, to be killed at every system call."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

from hbp_desktop.config import Paths
from hbp_desktop.domain.errors import HbpError
from hbp_desktop.store import keyslots, parcel
from hbp_desktop.usecases import backups
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.restoring import Way, restore
from hbp_desktop.usecases.setup import is_set_up, unlock_with_code
from tests.faults import killing_rotation as rotation
from tests.faults.acts import (
    MIGRATE,
    SAVE,
    Act,
    Say,
    given,
    look_at_office,
    look_at_opened,
    open_in,
    paths_in,
    prepare_office,
)
from tests.faults.attaching_acts import ATTACHING
from tests.faults.killing import clock, secrets
from tests.faults.tracing import begin


def _back_up(folder: Path, say: Say) -> None:
    opened = open_in(folder)
    begin()
    say(backups.make_here(Office.of(opened, clock)).path.name)
    opened.close()


def _back_up_in_place(folder: Path, say: Say) -> None:
    """The control: the copy bears its name before it is whole."""
    opened = open_in(folder)
    made = backups.make_here(Office.of(opened, clock)).path
    data = made.read_bytes()
    made.unlink()
    begin()
    with made.open("wb", buffering=0) as file:
        for start in range(0, len(data), 4096):
            file.write(data[start : start + 4096])
    say(made.name)
    opened.close()


def _look_at_copies(folder: Path, said: list[str]) -> list[str]:
    """The office is whole, what is named a copy is one, and what was promised can be restored."""
    if wrong := look_at_office(folder, []):
        return wrong
    opened = open_in(folder)
    try:
        found = backups.copies(Office.of(opened, clock))
        backups.make_here(Office.of(opened, clock))  # sweeps what the kill left
    finally:
        opened.close()
    names = [kept.path.name for kept in found.kept]
    wrong = [f"unreadable: {name}" for name in found.unreadable]
    wrong += [f"lost {name}" for name in said if name not in names]
    left = [path.name for path in paths_in(folder).backups.iterdir() if path.name.startswith(".")]
    return wrong + [f"left behind: {name}" for name in left] + _look_at_restored(folder, said)


def _look_at_restored(folder: Path, names: list[str]) -> list[str]:
    wrong: list[str] = []
    for name in names:
        fresh = Paths.at(folder / "semula")
        way = Way(code=given(folder)["code"])
        opened = restore(paths_in(folder).backups / name, fresh, way, secrets(), clock).opened
        wrong += look_at_opened(opened, given(folder)["kept"].split(), anew=True)
        shutil.rmtree(fresh.root)
    return wrong


def _prepare_copy(folder: Path) -> None:
    prepare_office(folder)
    opened = open_in(folder)
    (folder / "usb").mkdir()
    backups.make_to(Office.of(opened, clock), folder / "usb")
    opened.close()


def _the_copy(folder: Path) -> Path:
    return next((folder / "usb").iterdir())


def _new_root(folder: Path) -> Paths:
    return Paths.at(folder / "baharu é")


def _restore(folder: Path, say: Say) -> None:
    way = Way(code=given(folder)["code"])
    begin()
    restore(_the_copy(folder), _new_root(folder), way, secrets(), clock).opened.close()
    say("restored")


def _restore_backwards(folder: Path, say: Say) -> None:
    """The control: the vault is named before it is there."""
    paths, found = _new_root(folder), parcel.look(_the_copy(folder))
    paths.root.mkdir()
    begin()
    held = replace(found.slots, vault="vault-0000000000000000.db")
    keyslots.write(paths.keyslots, held)
    parcel.unpack(found, paths.vault(held.vault), lambda _: None)
    say("restored")


def _look_at_new_root(folder: Path, said: list[str]) -> list[str]:
    """All of it, or nothing that stands in the way of doing it again."""
    paths, way = _new_root(folder), Way(code=given(folder)["code"])
    try:
        if is_set_up(paths):
            opened = unlock_with_code(paths, way.code, secrets(), clock)
        elif said:
            return ["lost the whole office"]
        else:
            opened = restore(_the_copy(folder), paths, way, secrets(), clock).opened
    except HbpError as error:
        return [f"not opened: {error.code}"]
    wrong = look_at_opened(opened, given(folder)["kept"].split(), anew=True)
    vaults = [path.name for path in paths.root.iterdir() if path.name.startswith("vault-")]
    return wrong + ([f"left behind: {vaults}"] if vaults != [keyslots.read(paths.keyslots).vault] else [])


def _prepare_slots(folder: Path) -> None:
    code = rotation.prepare(paths_in(folder))
    (folder / "given.json").write_text(json.dumps({"code": code}), "utf-8")


def _rotate(folder: Path, say: Say) -> None:
    begin()
    rotation.act(paths_in(folder), given(folder)["code"])
    say("rotated")


def _rotate_backwards(folder: Path, say: Say) -> None:
    begin()
    rotation.act_backwards(paths_in(folder), given(folder)["code"])
    say("rotated")


def _look_at_slots(folder: Path, said: list[str]) -> list[str]:
    report = rotation.Report()
    try:
        rotation.look(paths_in(folder), given(folder)["code"], report)
    except HbpError as error:
        return [f"not opened: {error.code}"]
    return report.wrong + (["the head's way in is lost"] if said and not report.after else [])


ACTS: dict[str, Act] = {
    "save": SAVE,
    "migrate": MIGRATE,
    "backup": Act(prepare_office, _back_up, _look_at_copies, _back_up_in_place),
    "restore": Act(_prepare_copy, _restore, _look_at_new_root, _restore_backwards),
    "rotate": Act(_prepare_slots, _rotate, _look_at_slots, _rotate_backwards),
    **ATTACHING,
}
