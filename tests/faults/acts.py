"""What is killed at every system call: how each act is prepared, done, and looked at afterwards.

`prepare` makes the files in a folder; `live` is the child's whole life, which calls `begin()` where the act
starts and says a line for each thing it has been promised; `look` opens what is left and names what is wrong.
"""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine
from sqlcipher3 import dbapi2

from hbp_desktop.config import Paths
from hbp_desktop.domain import recovery
from hbp_desktop.domain.errors import HbpError
from hbp_desktop.domain.session import DayDraft, SessionDraft
from hbp_desktop.resources import migrations
from hbp_desktop.store import keyslots, schema, slots
from hbp_desktop.store.engine import connect
from hbp_desktop.store.mishaps import StoreBugError
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.store.tables import metadata
from hbp_desktop.store.vault import Vault
from hbp_desktop.store.verify import verify
from hbp_desktop.store.wrap import KdfCost
from hbp_desktop.usecases.counter import record
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from hbp_desktop.usecases.planning import plan
from hbp_desktop.usecases.setup import SetupDraft, found, new_recovery_code, unlock
from tests.faults.killing import OFFICER, PASSWORD, clock, secrets, visit_on
from tests.faults.killing import Report as Kills
from tests.faults.killing import look as look_at_visits
from tests.faults.tracing import begin

Say = Callable[[str], None]
CHEAP = KdfCost(64, 1, 1)
SAVES = 2  # in one life: the second begins from what the first left in memory


@dataclass(frozen=True)
class Act:
    """One act to be interrupted; `control` does it wrongly on purpose."""

    prepare: Callable[[Path], None]
    live: Callable[[Path, Say], None]
    look: Callable[[Path, list[str]], list[str]]
    control: Callable[[Path, Say], None]


def paths_in(folder: Path) -> Paths:
    """Name the office's folder in a prepared one."""
    return Paths.at(folder / "pejabat é")


def open_in(folder: Path) -> Opened:
    """Open the prepared office with the password."""
    return unlock(paths_in(folder), OFFICER, PASSWORD, secrets(), clock)


def given(folder: Path) -> dict[str, str]:
    """Read what `prepare` left for the life: session, day, code."""
    read: dict[str, str] = json.loads((folder / "given.json").read_text("utf-8"))
    return read


def prepare_office(folder: Path) -> None:
    """Found an office with one session and three visits."""
    code = new_recovery_code()
    draft = SetupDraft("SGR06", OFFICER, "Penolong Pegawai Kebajikan", PASSWORD)
    opened = found(paths_in(folder), draft, secrets(), clock, recovery_code=code, cost=CHEAP).opened
    office = Office.of(opened, clock)
    day = DayDraft(date="2026-11-24", place="Dewan Serbaguna")
    session = plan(office, SessionDraft(title="Sesi ujian", number="4", year="2026", days=(day,)))
    kept = [record(office, visit_on(session.id, day.id)).id for _ in range(3)]
    opened.close()
    told = {"session": session.id, "day": day.id, "code": code, "kept": " ".join(kept)}
    (folder / "given.json").write_text(json.dumps(told), "utf-8")


def data_key(folder: Path) -> bytes:
    """Give the raw key of the prepared vault, by way of the recovery code."""
    held = keyslots.read(paths_in(folder).keyslots)
    return slots.unseal(held, PersonKeys.from_recovery(recovery.read(given(folder)["code"])))


def look_at_office(folder: Path, said: list[str]) -> list[str]:
    """Open what is left: everything said and everything that was there before is there whole."""
    try:
        opened = open_in(folder)
    except (HbpError, StoreBugError) as error:
        return [f"not opened: {error}"]
    return look_at_opened(opened, given(folder)["kept"].split() + said)


def look_at_opened(opened: Opened, expected: list[str], anew: bool = False) -> list[str]:
    """Name what is wrong in an open office and close it; `anew`: it was just restored, so has no anchor."""
    try:
        found = Kills()
        look_at_visits(opened, expected, found)
        problems = [problem.code for problem in verify(opened.vault).problems]
        standing = opened.standing.value if anew else ""
        found.wrong = [wrong for wrong in found.wrong if wrong != standing]
        return problems + [f"lost {one}" for one in found.lost] + found.half + found.wrong
    finally:
        opened.close()


def _save(folder: Path, say: Say) -> None:
    told, opened = given(folder), open_in(folder)
    office = Office.of(opened, clock)
    begin()
    for _ in range(SAVES):
        say(record(office, visit_on(told["session"], told["day"])).id)
    opened.close()


def _say_then_save(folder: Path, say: Say) -> None:
    told, opened = given(folder), open_in(folder)
    office = Office.of(opened, clock)
    begin()
    draft = visit_on(told["session"], told["day"])
    say(draft.id)
    record(office, draft)


_MADE_HERE = """SELECT type, name FROM sqlite_master WHERE type IN ('table', 'index')
    AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'words%'"""


def _prepare_older(folder: Path) -> None:
    """Take an office back to the first schema."""
    prepare_office(folder)
    first = folder / "first"
    shutil.copytree(migrations(), first, ignore=_later_revisions)
    known = _tables_of(first)
    raw = connect(paths_in(folder).vault(_vault_name(folder)), data_key(folder), "rw")
    later = [(row[0], row[1]) for row in raw.execute(_MADE_HERE) if row[1] not in known]
    for kind, name in sorted(later):  # indexes before tables
        raw.execute(f'DROP {kind} "{name}"')
    raw.execute("UPDATE alembic_version SET version_num = '0001'")
    raw.execute("PRAGMA user_version = 1")
    raw.close()


def _later_revisions(_folder: str, names: list[str]) -> list[str]:
    return [name for name in names if name[:4].isdigit() and name[:4] > "0001"]


def _tables_of(scripts: Path) -> set[str]:
    engine = create_engine("sqlite+pysqlite://", module=dbapi2)
    with engine.begin() as conn:
        schema.lay(conn, scripts)
        names = set(conn.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
    engine.dispose()
    return names


def _vault_name(folder: Path) -> str:
    return keyslots.read(paths_in(folder).keyslots).vault


def _migrate(folder: Path, say: Say) -> None:
    begin()
    open_in(folder).close()
    say("migrated")


def _migrate_in_two(folder: Path, say: Say) -> None:
    """The control: the file calls itself new before it is."""
    key = data_key(folder)
    raw = connect(paths_in(folder).vault(_vault_name(folder)), key, "rw")
    begin()
    raw.execute(f"PRAGMA user_version = {schema.CURRENT}")
    raw.close()
    vault = Vault.open(paths_in(folder).vault(_vault_name(folder)), key)
    with vault.write() as conn:
        schema.lay(conn)
    vault.close()


def _look_at_tables(folder: Path, _said: list[str]) -> list[str]:
    """Today's tables, all of them, and the office as it was."""
    wrong = look_at_office(folder, [])
    if wrong:
        return wrong
    opened = open_in(folder)
    try:
        with opened.vault.read() as conn:
            there = set(conn.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
            version = conn.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
        missing = sorted(set(metadata.tables) - there)
        return [f"table {name} is missing" for name in missing] + [
            f"at {v}" for v in version if v != f"{schema.CURRENT:04}"
        ]
    finally:
        opened.close()


SAVE = Act(prepare_office, _save, look_at_office, _say_then_save)
MIGRATE = Act(_prepare_older, _migrate, _look_at_tables, _migrate_in_two)
