"""Folds what was pushed into what can be read: a push ends when bytes are durable, this comes after.

The queue is the entries that still wait to be judged; one leaves it only in the transaction that wrote the
fold of its subject, so nothing is lost by a kill and doing it twice changes nothing. An office is worked on
by one projector at a time, whatever the number of processes.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection

from hbp_desktop.domain.canonical import Value, dump
from hbp_desktop.domain.errors import HbpError, Locked
from hbp_desktop.domain.fields import flag_of, text_of
from hbp_desktop.domain.history import Fact, Folded, fold
from hbp_desktop.domain.roster import KIND
from hbp_desktop.state_office.arrays import numbers, texts
from hbp_desktop.state_office.engine import Database
from hbp_desktop.state_office.standing import QUEUED, Judge, entry_of, set_standing
from hbp_desktop.state_office.statements import among, is_postgres, rows, run, run_many

BATCH = 1000  # entries in one transaction: about a tenth of a second, so that no push waits long
REST_S = 2.0  # how soon what another process took in is noticed
QUIET_S = 0.2  # without a push, before it begins: pushes and projector share one processor
LONGEST_NAME = 120  # of a subject
PATIENCE_S = 5.0  # it begins at the latest so long after the first push
BETWEEN_S = 1.0  # so long it waits between two batches while pushes go on

Subject = tuple[str, str]  # kind, id
Clock = Callable[[], int]  # seconds since 1970, UTC

_log = logging.getLogger(__name__)

_WAITING = f"SELECT DISTINCT c.office FROM entries e JOIN chains c ON c.chain = e.chain WHERE {QUEUED}"
_COUNT = f"""
    SELECT count(*) FROM (
        SELECT DISTINCT c.office, e.kind, e.subject FROM entries e JOIN chains c ON c.chain = e.chain
        WHERE {QUEUED}
    ) AS waiting
"""
_NEXT = f"""
    SELECT e.kind, e.subject, e.chain, c.device FROM entries e JOIN chains c ON c.chain = e.chain
    WHERE {QUEUED} AND c.office = ? ORDER BY e.chain, e.seq LIMIT ?
"""
_HELD = (
    "SELECT prev, header, digest, body, hash, n, kind, subject, counted, chain FROM entries WHERE subject IN"
)
_CHAINS = "SELECT chain, device FROM chains WHERE office = ?"
_INTO = "INSERT INTO subjects (office, kind, subject, session, state, conflicts, withdrawn, since)"
_ANEW = """
    ON CONFLICT (office, kind, subject) DO UPDATE SET session = excluded.session, state = excluded.state,
    conflicts = excluded.conflicts, withdrawn = excluded.withdrawn
"""
_WRITE = f"{_INTO} VALUES (?, ?, ?, ?, ?, ?, ?, ?) {_ANEW}"
_WRITE_AT_ONCE = f"{_INTO} SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?) {_ANEW}"
_REMOVE = "DELETE FROM subjects WHERE office = ? AND kind = ? AND subject = ?"


@dataclass
class Projecting:
    """What one process's projector carries from batch to batch: rosters it need not read again."""

    database: Database
    now: Clock
    batch: int = BATCH
    judges: dict[str, Judge] = field(default_factory=dict)

    def all(self, stop: Callable[[], bool] = lambda: False) -> int:
        """Project until nothing waits that no other process works on; gives the number of entries judged."""
        done = 0
        failed: Exception | None = None
        for office in self._offices():
            try:
                while not stop() and (some := self.some(office)):
                    done += some
            except Exception as error:  # noqa: BLE001 - told when the other offices have had their turn
                failed = error
        if failed is not None:
            raise failed
        return done

    def some(self, office: str) -> int:
        """Project one batch of an office, in one transaction; 0 when none waits or another does it."""
        try:
            with self.database.write() as conn:
                return self._project(conn, office) if claim(conn, office) else 0
        except Locked:  # another projector's commit came between
            return 0

    def _offices(self) -> list[str]:
        with self.database.read() as conn:
            return sorted(office for (office,) in rows(conn, _WAITING))

    def _project(self, conn: Connection, office: str) -> int:
        queued = rows(conn, _NEXT, (office, self.batch))
        if not queued:
            return 0
        judge = self.judges[office] = Judge.of(conn, office, self.judges.get(office))
        if any(kind == KIND for kind, *_ in queued):
            judge.doubt_office(conn)
        else:
            cut = {(chain, device) for *_, chain, device in queued if judge.has_cut(device, chain)}
            judge.doubt(conn, cut)
        refold(conn, judge, {(kind, subject) for kind, subject, *_ in queued}, self.now())
        return len(queued)


def refold(conn: Connection, judge: Judge, subjects: Iterable[Subject], now: int) -> None:
    """Judge every entry of these subjects of an office, fold them, write the rows and the standings."""
    facts: dict[Subject, list[Fact]] = {subject: [] for subject in subjects}
    moved: dict[int, list[int]] = {}
    named = sorted({subject for _, subject in facts})
    # Without a join: PostgreSQL, not having looked at a table that grows, would read whole chains for it.
    devices = dict(rows(conn, _CHAINS, (judge.office,)))
    for *parts, n, kind, subject, counted, chain in rows(conn, f"{_HELD} ({among(len(named))})", named):
        if (kind, subject) in facts and chain in devices:
            standing, fact = judge.fact(conn, entry_of(parts), devices[chain])
            facts[kind, subject].append(fact)
            if standing != counted:
                moved.setdefault(standing, []).append(n)
    _write(conn, judge.office, {subject: fold(found) for subject, found in facts.items()}.items(), now)
    for standing, named_by in moved.items():
        set_standing(conn, standing, named_by)


def claim(conn: Connection, office: str) -> bool:
    """Take an office for this transaction, unless another projector has it; a file has one writer anyhow.

    From here on one state is seen: the roster that judges must not be older than an entry it judges. Where
    another projector's commit came between, PostgreSQL refuses this one, which then begins again.
    """
    if not is_postgres(conn):
        return True
    run(conn, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
    name = blake2b(f"project:{office}".encode(), digest_size=8).digest()
    number = int.from_bytes(name, "big", signed=True)
    return bool(rows(conn, "SELECT pg_try_advisory_xact_lock(?)", (number,))[0][0])


def waiting(conn: Connection) -> int:
    """Count the subjects that wait to be projected."""
    return int(rows(conn, _COUNT)[0][0])


def _write(conn: Connection, office: str, folded: Iterable[tuple[Subject, Folded]], now: int) -> None:
    lines: list[Sequence[Any]] = []
    gone: list[Sequence[object]] = []
    for (kind, subject), found in sorted(folded, key=lambda item: item[0]):
        if not found.heads:
            gone.append((office, kind, subject))
            continue
        state = dict(found.state)
        session = subject if kind == "session" else _session_in(state)
        text, withdrawn = dump(state).decode("utf-8"), int(flag_of(state, "withdrawn"))
        lines.append((office, kind, subject, session, text, len(found.conflicts), withdrawn, now))
    if lines and is_postgres(conn):
        columns = list(zip(*lines, strict=True))
        run(conn, _WRITE_AT_ONCE, (*map(texts, columns[:5]), *map(numbers, columns[5:])))
    else:
        run_many(conn, _WRITE, lines)
    run_many(conn, _REMOVE, gone)


def _session_in(state: Mapping[str, Value]) -> str:
    """Give the session that a record names; none, where no session can be called so."""
    named = text_of(state, "session")
    return named if len(named) <= LONGEST_NAME and "\0" not in named else ""


class Projector:
    """The thread that projects beside the service: nudged as something arrives, and looking by itself."""

    def __init__(self, database: Database, now: Clock) -> None:
        self._projecting = Projecting(database, now)
        self._nudged = threading.Event()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="projector", daemon=True)

    def start(self) -> None:
        """Begin; what waited from an earlier run is taken up at once."""
        self._thread.start()

    def nudge(self) -> None:
        """Say that something arrived."""
        self._nudged.set()

    def stop(self) -> None:
        """End after the batch at hand; what still waits is taken up at the next start."""
        self._stopping.set()
        self._nudged.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                while self._projecting.all(self._ends):
                    pass
            except Exception as error:  # noqa: BLE001 - a thread that died would project nothing more
                code = error.code if isinstance(error, HbpError) else type(error).__name__
                _log.warning("projecting", extra={"said": {"code": code}})
            if self._nudged.wait(REST_S):
                self._let_pushes_pass(PATIENCE_S)

    def _ends(self) -> bool:
        """Tell, between two batches, whether to end; what arrived meanwhile goes before the next."""
        if self._nudged.is_set():
            self._let_pushes_pass(BETWEEN_S)
        return self._stopping.is_set()

    def _let_pushes_pass(self, patience: float) -> None:
        """Wait until nothing has arrived for a moment, but not for long."""
        until = time.monotonic() + patience
        while not self._stopping.is_set() and time.monotonic() < until:
            self._nudged.clear()
            if not self._nudged.wait(QUIET_S):
                return
