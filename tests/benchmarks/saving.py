"""Saving a visit with two matters, against the same rows through the bare driver in one commit."""

from collections.abc import Iterator
from hashlib import blake2b
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Table, select

from hbp_desktop.domain.session import Session
from hbp_desktop.store.engine import connect
from hbp_desktop.store.tables import entries, matters, visits
from hbp_desktop.store.vault import Vault
from hbp_desktop.usecases import counter
from hbp_desktop.usecases.office import Office
from tests.benchmarks.harness import Measured, alternate, median, percentile
from tests.benchmarks.offices import KEY, small_office, visit_draft

ROUNDS = 600


def measure() -> Iterator[Measured]:
    """Median and 99th percentile of a save."""
    with small_office() as (office, session), TemporaryDirectory() as folder:
        drafts = (visit_draft(session, seed) for seed in count())
        bare = BareSave(Path(folder), office, session)
        mine, theirs = alternate(lambda: counter.record(office, next(drafts)), bare, ROUNDS, warm=40)
        bare.raw.close()
    yield Measured.of("save a visit with two matters", median(mine), median(theirs), 1.5)
    yield Measured.of("save, 99th percentile", percentile(mine, 0.99), percentile(theirs, 0.99), 2.0)


class BareSave:
    """The yardstick: 3 entry rows, 3 table rows with 3 indexes each, 1 full-text row; constants bound before.

    The rows are those a save of ours wrote; only what must differ between saves is replaced beforehand.
    """

    def __init__(self, folder: Path, office: Office, session: Session) -> None:
        Vault.create(folder / "bare.db", KEY).close()
        self.raw: Any = connect(folder / "bare.db", KEY, "rw")
        saved = counter.record(office, visit_draft(session, 1))
        written = [*_written(office, saved.id)]
        turns = ROUNDS + 60
        self.saves = iter([[(sql, _distinct(row, turn)) for sql, row in written] for turn in range(turns)])

    def __call__(self) -> None:
        execute = self.raw.execute
        execute("BEGIN IMMEDIATE")
        for statement, row in next(self.saves):
            execute(statement, row)
        execute("COMMIT")


def _written(office: Office, visit_id: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give what one save wrote as insert statements and their rows."""
    with office.vault.read() as conn:
        of_visit = select(matters.c.id).where(matters.c.visit == visit_id)
        yield from _inserts(conn, entries, (entries.c.subject == visit_id) | entries.c.subject.in_(of_visit))
        yield from _inserts(conn, visits, visits.c.id == visit_id)
        yield from _inserts(conn, matters, matters.c.visit == visit_id)
        words = conn.exec_driver_sql("SELECT text FROM words ORDER BY rowid DESC LIMIT 1").scalar_one()
        yield "INSERT INTO words(text) VALUES(:text)", {"text": words}


def _inserts(conn: Connection, table: Table, which: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for found in conn.execute(select(table).where(which)).mappings():
        row = {name: value for name, value in found.items() if name != "n"}
        names = ", ".join(f'"{name}"' for name in row)
        yield f"INSERT INTO {table.name}({names}) VALUES({', '.join(':' + name for name in row)})", row


def _distinct(row: dict[str, Any], turn: int) -> dict[str, Any]:
    """Change a row's key, which looks random as a real one does."""
    key = blake2b(turn.to_bytes(8, "big"), key=repr(sorted(row)).encode()[:64], digest_size=32)
    key.update(repr(row).encode())
    changed = dict(row)
    if "hash" in row:
        changed["hash"], changed["subject"] = key.digest(), key.hexdigest()[:32]
    if "id" in row:
        changed["id"] = key.hexdigest()[:32]
    return changed
