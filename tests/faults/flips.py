"""Flip one bit of a file after another: noticed when opened, found when checked, or harmless.

Run as `python -m tests.faults.flips FOLDER [--flips N] [--seed N] [--control]`; prints one line of JSON. A
flip is silent, and wrong, when everything opens and verifies and yet the office reads differently. The
control looks at the vault's bare content through SQLite alone, without cipher or journal to check it by.
"""

import argparse
import json
import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from pathlib import Path

from sqlalchemy import Connection

from hbp_desktop.config import Paths
from hbp_desktop.domain.errors import HbpError
from hbp_desktop.store.tables import PROJECTED
from hbp_desktop.store.verify import verify
from hbp_desktop.usecases import backups
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from hbp_desktop.usecases.restoring import Way, restore
from hbp_desktop.usecases.setup import unlock_with_code
from hbp_desktop.usecases.wording import all_texts
from tests.faults.acts import given, open_in, paths_in, prepare_office
from tests.faults.killing import clock, secrets

SHARES = {"vault": 70, "log": 5, "slots": 10, "anchor": 5, "backup": 10}  # of a hundred flips


@dataclass
class Report:
    """How many bits of which file were flipped, what came of it, what was wrong."""

    flips: int = 0
    came_of_it: dict[str, dict[str, int]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Unharmed:
    """The unharmed office in a folder, what it reads as, and the files to be spoilt."""

    folder: Path
    reads: str
    files: dict[str, Path]


Try = Callable[[Path, "Unharmed"], str]


def prepare(folder: Path) -> Unharmed:
    """An office with a backup, left as a kill leaves it: with its write-ahead log."""
    before = folder / "before"
    before.mkdir(parents=True)
    prepare_office(before)
    opened = open_in(before)
    office = Office.of(opened, clock)
    copy = backups.make_here(office).path
    reads = reading(opened)
    shutil.copytree(before, folder / "killed")  # the log is still beside the vault
    opened.close()
    killed = folder / "killed"
    root = paths_in(killed).root
    vault = next(path for path in root.iterdir() if path.name.endswith(".db"))
    files = {
        "vault": vault,
        "log": vault.with_name(f"{vault.name}-wal"),
        "slots": root / "keyslots.json",
        "anchor": root / "anchor",
        "backup": paths_in(killed).backups / copy.name,
    }
    return Unharmed(killed, reads, {name: path.relative_to(killed) for name, path in files.items()})


def reading(opened: Opened) -> str:
    """Digest every record people would see; that the office was opened is an act, so those are left out."""
    with opened.vault.read() as conn:
        return _digest(conn)


def _digest(conn: Connection) -> str:
    hashing = blake2b(digest_size=16)
    for name in [table.name for kind, table in PROJECTED.items() if kind != "act"]:
        rows = sorted(repr(tuple(row)) for row in conn.exec_driver_sql(f'SELECT * FROM "{name}"'))
        hashing.update(repr((name, rows)).encode("utf-8", "surrogatepass"))
    return hashing.hexdigest()


def by_password(life: Path, unharmed: Unharmed) -> str:
    """Open, read, verify; gives what came of it, "wrong: …" when it is bad."""
    try:
        opened = open_in(life)
    except HbpError as error:
        return _told(error)
    return _judge(opened, unharmed)


def by_code(life: Path, unharmed: Unharmed) -> str:
    """Open with the printed code."""
    try:
        opened = unlock_with_code(paths_in(life), given(life)["code"], secrets(), clock)
    except HbpError as error:
        return _told(error)
    return _judge(opened, unharmed)


def both_ways(life: Path, unharmed: Unharmed) -> str:
    """Slots serve two ways in: at least one of them opens, and neither opens anything else."""
    found = [by_password(life, unharmed), by_code(life, unharmed)]
    wrong = next((one for one in found if one.startswith("wrong")), "")
    return wrong or max(found, key=lambda one: one.startswith("told"))


def by_restoring(life: Path, unharmed: Unharmed) -> str:
    """Restore the spoilt backup into a new root."""
    fresh = Paths.at(life / "semula")
    try:
        way = Way(code=given(life)["code"])
        opened = restore(life / unharmed.files["backup"], fresh, way, secrets(), clock).opened
    except HbpError as error:
        return "wrong: something was left" if (fresh.root / "keyslots.json").exists() else _told(error)
    return _judge(opened, unharmed, anew=True)


def bare(life: Path, unharmed: Unharmed) -> str:
    """The control: SQLite alone judges its own plain file."""
    try:
        with closing(sqlite3.connect(life / unharmed.files["vault"])) as raw:
            if raw.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                return "found vault_damaged"
            rows = raw.execute("SELECT hex(header), hex(body) FROM entries ORDER BY n").fetchall()
    except sqlite3.Error:
        return "told vault_damaged"
    same = blake2b(repr(rows).encode(), digest_size=16).hexdigest() == unharmed.reads
    return "harmless" if same else "wrong: silent"


def make_bare(unharmed: Unharmed) -> Unharmed:
    """Replace the vault by its plain content."""
    opened = open_in(unharmed.folder)
    with opened.vault.read() as conn:
        rows = conn.exec_driver_sql("SELECT n, header, body FROM entries ORDER BY n").all()
    opened.close()
    path = unharmed.folder / unharmed.files["vault"]
    path.unlink()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("CREATE TABLE entries (n INTEGER PRIMARY KEY, header BLOB, body BLOB)")
        raw.executemany("INSERT INTO entries VALUES (?, ?, ?)", [tuple(row) for row in rows])
        told = raw.execute("SELECT hex(header), hex(body) FROM entries ORDER BY n").fetchall()
    reads = blake2b(repr(told).encode(), digest_size=16).hexdigest()
    return Unharmed(unharmed.folder, reads, {"vault": unharmed.files["vault"]})


TRIES: dict[str, Try] = {
    "vault": by_password,
    "log": by_password,
    "slots": both_ways,
    "anchor": by_password,
    "backup": by_restoring,
}


def flip(folder: Path, flips: int, seed: int, control: bool) -> Report:
    """Flip bits at random; stops at the first thing wrong."""
    report, chance, unharmed = Report(), random.Random(seed), prepare(folder)
    if control:
        unharmed = make_bare(unharmed)
    counts: dict[str, Counter[str]] = {}
    for name in unharmed.files:
        share = flips if control else max(1, flips * SHARES[name] // 100)
        for _ in range(share):
            came = _flip_one(folder, unharmed, name, bare if control else TRIES[name], chance)
            counts.setdefault(name, Counter())[came] += 1
            report.flips += 1
            if came.startswith("wrong"):
                report.wrong.append(f"{name}: {came}")
                break
    report.came_of_it = {name: dict(count.most_common()) for name, count in counts.items()}
    return report


def _flip_one(folder: Path, unharmed: Unharmed, name: str, attempt: Try, chance: random.Random) -> str:
    life = folder / "life"
    shutil.copytree(unharmed.folder, life)
    path = life / unharmed.files[name]
    data = bytearray(path.read_bytes())
    at = chance.randrange(len(data))
    data[at] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    try:
        came = attempt(life, unharmed)
        untouched = path.exists() and path.read_bytes() == bytes(data)
        if came.startswith("told") and not untouched and name not in ("log", "vault"):
            return "wrong: the file that was refused was changed"
        if not path.exists() and name == "vault":  # the log beside it may be emptied into it
            return "wrong: the file is gone"
        return came
    except Exception as bug:  # noqa: BLE001 - it is what this looks for
        return f"wrong: {type(bug).__name__} at byte {at}: {bug}"
    finally:
        shutil.rmtree(life)


def _judge(opened: Opened, unharmed: Unharmed, anew: bool = False) -> str:
    try:
        standing = "" if anew or opened.standing.value == "vault_agrees" else f" {opened.standing.value}"
        try:
            problems = verify(opened.vault).problems
            if problems:
                return f"found {problems[0].code}"
            same = anew or standing or reading(opened) == unharmed.reads
        except HbpError as error:
            return _told(error)
        if standing:
            return f"noticed{standing}"
        return "harmless" if same else "wrong: silent"
    finally:
        opened.close()


def _told(error: HbpError) -> str:
    row = all_texts().get(error.code, {})
    return f"told {error.code}" if {"ms", "en"} <= set(row) else f"wrong: no sentence for {error.code}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--flips", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--control", action="store_true")
    asked = parser.parse_args()
    print(json.dumps(asdict(flip(asked.folder, asked.flips, asked.seed, asked.control))))


if __name__ == "__main__":
    main()
