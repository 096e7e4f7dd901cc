"""Kill a process that saves, again and again, and look at what it had promised.

Run as `python -m tests.faults.killing FOLDER [--rounds N] [--seed N] [--control early|torn]`; prints one line
of JSON. It forks from one warmed-up process, so it stays single-threaded and needs POSIX.

The two controls break the promise on purpose: *early* says "saved" before saving, *torn* saves a visit and
its matters in two transactions. Both must be found out.
"""

import argparse
import json
import os
import random
import select
import signal
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

from sqlalchemy import text

from hbp_desktop.config import Paths
from hbp_desktop.domain.matter import MatterDraft
from hbp_desktop.domain.session import DayDraft, SessionDraft
from hbp_desktop.domain.visit import VisitDraft
from hbp_desktop.store.anchor import Standing
from hbp_desktop.store.secrets import Secrets
from hbp_desktop.store.verify import verify
from hbp_desktop.store.wrap import KdfCost
from hbp_desktop.usecases.counter import record
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from hbp_desktop.usecases.planning import plan
from hbp_desktop.usecases.setup import SetupDraft, found, unlock

OFFICER, PASSWORD = "Rohani binti Salleh", "payung biru di tepi sungai"
MALAYSIA = timezone(timedelta(hours=8))
VERIFY_EVERY = 40
ID_LENGTH = 32
LONGEST_LIFE_S = 0.06

Saving = Callable[[Office, VisitDraft, Callable[[str], None]], None]


@dataclass
class Report:
    """What the kills brought to light."""

    kills: int = 0
    acknowledged: int = 0
    kept: int = 0
    lost: list[str] = field(default_factory=list)
    half: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def clock() -> datetime:
    return datetime(2026, 11, 24, 9, 30, tzinfo=MALAYSIA)


def secrets() -> Secrets:
    return Secrets(lambda: None)


def honest(office: Office, draft: VisitDraft, say_saved: Callable[[str], None]) -> None:
    record(office, draft)
    say_saved(draft.id)


def early(office: Office, draft: VisitDraft, say_saved: Callable[[str], None]) -> None:
    say_saved(draft.id)
    record(office, draft)


def torn(office: Office, draft: VisitDraft, say_saved: Callable[[str], None]) -> None:
    with office.writing() as w:
        w.create("visit", draft.id, {"session": draft.session, "day": draft.day})
    with office.writing() as w:
        for matter in draft.matters:
            w.create("matter", matter.id, {"session": draft.session, "visit": draft.id})
    say_saved(draft.id)


SAVINGS: dict[str, Saving] = {"none": honest, "early": early, "torn": torn}


def visit_on(session: str, day: str) -> VisitDraft:
    matters = (
        MatterDraft(kind="pertanyaan", service="bantuan", details="bertanya tarikh bayaran"),
        MatterDraft(kind="cadangan", details="tambah kerusi di ruang menunggu"),
    )
    return VisitDraft(
        session=session, day=day, counter="1", officer=OFFICER, name="Pelanggan", matters=matters
    )


def prepare(paths: Paths) -> tuple[str, str]:
    """Found an office and plan one session; gives the session and its day."""
    draft = SetupDraft("SGR06", OFFICER, "Penolong Pegawai Kebajikan", PASSWORD)
    opened = found(paths, draft, secrets(), clock, cost=KdfCost(64, 1, 1)).opened
    day = DayDraft(date="2026-11-24", place="Dewan Serbaguna")
    session = plan(
        Office.of(opened, clock),
        SessionDraft(office="SGR06", title="Sesi ujian", number="4", year="2026", days=(day,)),
    )
    opened.close()
    return session.id, day.id


def child(paths: Paths, session: str, day: str, saving: Saving, pipe: int) -> None:
    """Save visits until killed, saying each id once it is saved."""
    office = Office.of(unlock(paths, OFFICER, PASSWORD, secrets(), clock), clock)

    def say_saved(visit_id: str) -> None:
        os.write(pipe, visit_id.encode("ascii"))

    while True:
        saving(office, visit_on(session, day), say_saved)


def one_life(paths: Paths, session: str, day: str, saving: Saving, chance: random.Random) -> list[str]:
    """Let a child live for a random while, kill it, and give what it said it had saved."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        try:
            child(paths, session, day, saving, writing)
        finally:
            os._exit(9)
    os.close(writing)
    said = b""
    if chance.random() < 0.9:  # the others are killed while they open
        said += os.read(reading, ID_LENGTH)
    select.select([], [], [], chance.random() * LONGEST_LIFE_S)
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    while more := os.read(reading, 65_536):
        said += more
    os.close(reading)
    if os.WIFEXITED(status):
        raise RuntimeError("the child ended by itself")
    return [said[at : at + ID_LENGTH].decode() for at in range(0, len(said) - ID_LENGTH + 1, ID_LENGTH)]


def look(opened: Opened, said: list[str], report: Report) -> None:
    """Check that everything said is there whole, and that nothing is there by halves."""
    with opened.vault.read() as conn:
        held = set(conn.execute(text("SELECT id FROM visits")).scalars())
        whole = conn.execute(
            text(
                "SELECT v.id FROM visits v WHERE (SELECT count(*) FROM matters m WHERE m.visit = v.id) = 2"
                " AND EXISTS (SELECT 1 FROM entries e WHERE e.subject = v.id)"
                " AND EXISTS (SELECT 1 FROM words w WHERE w.rowid = v.n)"
            )
        ).scalars()
        complete = set(whole)
        strays = conn.execute(text("SELECT id FROM matters WHERE visit NOT IN (SELECT id FROM visits)"))
        gaps = conn.execute(text("SELECT chain FROM entries GROUP BY chain HAVING count(*) <> max(seq)"))
        report.half += sorted(held - complete) + list(strays.scalars())
        report.wrong += [f"gap in {chain}" for chain in gaps.scalars()]
    report.acknowledged += len(said)
    report.kept = len(held)
    report.lost += [visit_id for visit_id in said if visit_id not in complete]
    if opened.standing is not Standing.AGREES:
        report.wrong.append(opened.standing.value)


def kill(folder: Path, rounds: int, seed: int, control: str) -> Report:
    """Do the rounds; stops at the first broken promise."""
    paths, chance, report = Paths.at(folder / "root"), random.Random(seed), Report()
    session, day = prepare(paths)
    for number in range(1, rounds + 1):
        said = one_life(paths, session, day, SAVINGS[control], chance)
        opened = unlock(paths, OFFICER, PASSWORD, secrets(), clock)
        report.kills += 1
        look(opened, said, report)
        if number % VERIFY_EVERY == 0 or number == rounds:
            report.wrong += [problem.code for problem in verify(opened.vault).problems]
        opened.close()
        if report.lost or report.half or report.wrong:
            break
    return report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--control", choices=sorted(SAVINGS), default="none")
    given = parser.parse_args()
    print(json.dumps(asdict(kill(given.folder, given.rounds, given.seed, given.control))))


if __name__ == "__main__":
    main()
