"""Writes the office of today's schema that every later program must open (`… .make_schema_fixture FOLDER`).

Run once, with the program that is released, into `tests/data/schemas/<schema>`; what lies there is never
made anew. Beside the root with its files: `facts.json`, with the password, the code, what the keyring held,
and a digest of every folded row. Schema 1 was written by this script run with the last program of schema 1.
"""

import json
import sys
from datetime import datetime, timedelta, timezone
from hashlib import blake2b
from pathlib import Path
from typing import Any

from hbp_desktop.config import Paths
from hbp_desktop.domain.matter import MatterDraft
from hbp_desktop.domain.officer import DutyDraft
from hbp_desktop.domain.session import DayDraft, SessionDraft
from hbp_desktop.domain.tally import TallyDraft
from hbp_desktop.domain.visit import VisitDraft
from hbp_desktop.store import machine, schema
from hbp_desktop.store.tables import PROJECTED
from hbp_desktop.store.vault import Vault
from hbp_desktop.store.wrap import KdfCost
from hbp_desktop.usecases import counter, plan_drafts, planning, records
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.setup import SetupDraft, found
from tests.rings import MemoryRing, secrets_with

OFFICER, PASSWORD = "Rohani binti Salleh", "payung biru di tepi sungai"
MACHINE = "the machine of the fixture"
NOW = datetime(2026, 11, 24, 8, 30, tzinfo=timezone(timedelta(hours=8)))


def clock() -> datetime:
    return NOW


def matter(kind: str = "aduan", details: str = "Bayaran Oktober belum masuk ke akaun.") -> MatterDraft:
    return MatterDraft(kind=kind, details=details)


def write_office(office: Office) -> None:
    """A day with clients, a correction, a withdrawal, a conflict, a tally, and drafts left open."""
    day = DayDraft(date="2026-11-24", place="Dewan Serbaguna Bandar Baru Bangi")
    duty = DutyDraft(officer=OFFICER, counter="1", lead=True)
    session = planning.plan(office, SessionDraft(number="4", year="2026", days=(day,), duties=(duty,)))
    of_day: dict[str, Any] = {"session": session.id, "day": session.days[0].id, "counter": "1"}
    salmah = counter.record(
        office,
        VisitDraft(
            **of_day,
            name="Salmah binti Osman",
            id_kind="mykad",
            id_number="610415-10-0004",
            nationality="MYS",
            sex="P",
            matters=(matter(), matter("pertanyaan", "Bila borang boleh diambil?")),
        ),
    )
    withdrawn = counter.record(
        office, VisitDraft(**of_day, name="Encik Tan", matters=(matter("cadangan", "Tambah kerusi."),))
    )
    torn = counter.record(
        office, VisitDraft(**of_day, name="Encik Jabu", matters=(matter("penghargaan", "Terima kasih."),))
    )
    records.move(office, salmah.matters[1].id, "settled")
    records.withdraw(office, "visit", withdrawn.id, "dua kali dicatat")
    write_twice_unseen(office, torn.id)
    counter.tally(office, TallyDraft(**of_day, kind="pertanyaan", n="12"))
    counter.issue_queue(office, session.id, session.days[0].id)
    counter.keep_draft(office, VisitDraft(**of_day, name="Pn. Devi"), counter.CURRENT_SLOT)
    counter.keep_draft(office, VisitDraft(**of_day, name="Encik Din"), "1")
    plan_drafts.keep(office, SessionDraft(number="5", year="2026", title="Sesi Disember"))


def write_twice_unseen(office: Office, visit: str) -> None:
    with office.writing() as doing:
        seen = doing.seen(visit)
    for queue in ("A-014", "A-041"):
        with office.writing() as doing:
            doing.change("visit", visit, seen, {"queue": queue})


def rows_of(vault: Vault) -> dict[str, dict[str, str]]:
    """Give a digest of each folded row, by kind and id; tables and columns may come later."""
    with vault.read() as conn:
        there = set(conn.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
        return {
            kind: {
                row[0]: blake2b(repr(tuple(row)).encode(), digest_size=16).hexdigest()
                for row in conn.exec_driver_sql(
                    f'SELECT id, state, withdrawn, conflicts, newer FROM "{table.name}" ORDER BY id'
                )
            }
            for kind, table in PROJECTED.items()
            if table.name in there
        }


def main(folder: Path) -> None:
    machine._system_id = lambda: MACHINE
    ring, root = MemoryRing(), Paths.at(folder / "root")
    draft = SetupDraft("SGR06", OFFICER, "Penolong Pegawai Kebajikan", PASSWORD)
    made = found(root, draft, secrets_with(ring), clock, cost=KdfCost(64, 1, 1))
    office = Office.of(made.opened, clock)
    write_office(office)
    rows = rows_of(office.vault)
    made.opened.close()
    facts = {
        "schema": schema.CURRENT,
        "officer": OFFICER,
        "password": PASSWORD,
        "code": made.recovery_code,
        "ring": [[*place, secret] for place, secret in ring.kept.items()],
        "rows": rows,
    }
    (folder / "facts.json").write_text(json.dumps(facts, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
