"""Every verb that writes: its entries and their rows, or nothing at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from unittest.mock import patch

import pytest
from sqlalchemy import Connection, event, select

from hbp_desktop.domain.errors import HbpError, NoRoom
from hbp_desktop.domain.history import fold
from hbp_desktop.domain.session import Session, SessionDraft
from hbp_desktop.domain.tally import TallyDraft
from hbp_desktop.domain.visit import VisitDraft
from hbp_desktop.pictures.preparing import Picture
from hbp_desktop.store import direct, journal, project
from hbp_desktop.store.tables import PROJECTED, entries
from hbp_desktop.usecases import attaching, counter, planning, records
from hbp_desktop.usecases.office import Office
from tests.usecases.drafts import matter, visit

PICTURE = Picture(b"\xff\xd8\xff" + bytes(2000), b"\xff\xd8\xff", 40, 30)


@dataclass(frozen=True)
class Verb:
    """A verb, what it stands on, and how many entries it writes."""

    name: str
    prepare: Callable[[Office, Session], object]
    act: Callable[[Office, Session, object], object]
    entries: int = 1


def _nothing(office: Office, session: Session) -> None:
    return None


def _recorded(office: Office, session: Session) -> records.Record:
    return records.open_record(office, counter.record(office, visit(session, matter())).id)


def _withdrawn(office: Office, session: Session) -> records.Record:
    record = _recorded(office, session)
    records.withdraw(office, "visit", record.visit.id, "silap")
    return record


def _attached(office: Office, session: Session) -> str:
    return attaching.attach(office, session.id, "Kaunter", PICTURE)


def _detached(office: Office, session: Session) -> str:
    subject = _attached(office, session)
    attaching.withdraw(office, subject, "gambar silap")
    return subject


def _other_phone(record: records.Record) -> VisitDraft:
    return replace(VisitDraft.of(record.visit), phone="019-000 0022")


def _later(opened: planning.OpenedSession) -> SessionDraft:
    draft = SessionDraft.of(opened.session)
    return replace(draft, days=(replace(draft.days[0], date="2026-11-25"),))


def _next(session: Session) -> SessionDraft:
    draft = SessionDraft.of(session)
    day, duty = replace(draft.days[0], id="d" * 32), replace(draft.duties[0], id="e" * 32)
    return replace(draft, id="5" * 32, number="5", days=(day,), duties=(duty,))


VERBS = (
    Verb("plan", _nothing, lambda o, s, _: planning.plan(o, _next(s)), 3),
    Verb(
        "amend",
        lambda o, s: planning.open_session(o, s.id),
        lambda o, _, opened: planning.amend(o, opened, _later(opened), "tarikh silap"),
    ),
    Verb("record", _nothing, lambda o, s, _: counter.record(o, visit(s, matter(), matter("cadangan"))), 3),
    Verb(
        "tally",
        _nothing,
        lambda o, s, _: counter.tally(o, TallyDraft(session=s.id, day=s.days[0].id, kind="pertanyaan")),
    ),
    Verb("issue_queue", _nothing, lambda o, s, _: counter.issue_queue(o, s.id, s.days[0].id)),
    Verb(
        "queue_left",
        lambda o, s: counter.issue_queue(o, s.id, s.days[0].id),
        lambda o, _, number: counter.queue_left(o, number.id),
    ),
    Verb("correct", _recorded, lambda o, _, r: records.correct(o, r, _other_phone(r), "salah taip")),
    Verb("withdraw", _recorded, lambda o, _, r: records.withdraw(o, "visit", r.visit.id, "silap")),
    Verb("restore", _withdrawn, lambda o, _, r: records.restore(o, "visit", r.visit.id, "bukan silap")),
    Verb("move", _recorded, lambda o, _, r: records.move(o, r.visit.matters[0].id, "in_progress")),
    Verb("stop_clock", _recorded, lambda o, _, r: records.stop_clock(o, r.visit.matters[0].id, "ack")),
    Verb("attach", _recorded, lambda o, _, r: attaching.attach(o, r.visit.id, "Surat", PICTURE)),
    Verb("attach_to_day", _nothing, lambda o, s, _: attaching.attach(o, s.id, "Kaunter", PICTURE)),
    Verb("detach", _attached, lambda o, _, subject: attaching.withdraw(o, str(subject), "gambar silap")),
    Verb("reattach", _detached, lambda o, _, subject: attaching.restore(o, str(subject), "bukan silap")),
    Verb("reveal", _recorded, lambda o, _, r: records.reveal(o, r.visit.id, "identity")),
)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_a_verb_writes_its_entries_and_their_rows(office: Office, session: Session, verb: Verb) -> None:
    standing = verb.prepare(office, session)
    before = _entries(office)
    verb.act(office, session, standing)
    assert _entries(office) - before == verb.entries
    assert _wrong_rows(office) == []


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_a_verb_that_fails_at_any_statement_leaves_nothing(
    office: Office, session: Session, verb: Verb
) -> None:
    standing = verb.prepare(office, session)
    before = _everything(office)
    statements = 0
    while not _done_despite(office, session, verb, standing, statements):
        assert _everything(office) == before, f"statement {statements} left something behind"
        statements += 1
    assert statements >= 3  # the entry, its row and the commit at least
    assert _everything(office) != before


def _done_despite(office: Office, session: Session, verb: Verb, standing: object, nth: int) -> bool:
    """Run a verb with a disk that is full at the nth writing statement; the commit is the last of them."""
    left = [nth]

    def full(*_: object) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise NoRoom("disk_full")

    def full_when_writing(_conn: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.lstrip().startswith(("INSERT", "UPDATE", "DELETE")):
            full()

    def full_when_running(conn: Connection, statement: str, rows: Sequence[object]) -> None:
        full_when_writing(conn, None, statement)
        direct.run_many(conn, statement, rows)

    engine = office.vault._writing
    event.listen(engine, "before_cursor_execute", full_when_writing)
    event.listen(engine, "commit", full)
    try:
        with (
            patch.object(journal, "run_many", full_when_running),
            patch.object(project, "run_many", full_when_running),
        ):
            verb.act(office, session, standing)
    except NoRoom:
        return False
    finally:
        event.remove(engine, "before_cursor_execute", full_when_writing)
        event.remove(engine, "commit", full)
    return True


def _entries(office: Office) -> int:
    with office.vault.read() as conn:
        return len(conn.execute(select(entries.c.n)).all())


def _everything(office: Office) -> list[object]:
    with office.vault.read() as conn:
        found: list[object] = conn.execute(select(entries.c.hash).order_by(entries.c.n)).all()
        for table in PROJECTED.values():
            found += conn.execute(select(table.c.id, table.c.state).order_by(table.c.n)).all()
        return found + conn.exec_driver_sql("SELECT rowid, text FROM words ORDER BY rowid").all()


def _wrong_rows(office: Office) -> list[tuple[str, str]]:
    """Name the subjects whose row is not what refolding all their entries gives."""
    with office.vault.read() as conn:
        pairs = conn.execute(select(entries.c.kind, entries.c.subject).distinct()).all()
        return [(kind, subject) for kind, subject in pairs if not _agrees(conn, kind, subject)]


def _agrees(conn: Connection, kind: str, subject: str) -> bool:
    if kind not in PROJECTED:
        return True
    table = PROJECTED[kind]
    row = conn.execute(select(table).where(table.c.id == subject)).one_or_none()
    folded = fold(item.fact() for item in journal.held(conn, subject))
    expected = project.line(kind, subject, folded)
    return row is not None and {name: getattr(row, name) for name in expected} == expected


def test_saving_the_same_draft_twice_is_one_record(office: Office, session: Session) -> None:
    draft = visit(session, matter())
    first = counter.record(office, draft)
    before = _entries(office)
    assert counter.record(office, draft) == first
    assert _entries(office) == before


def test_a_refused_draft_writes_nothing(office: Office, session: Session) -> None:
    before = _everything(office)
    with pytest.raises(HbpError):
        counter.record(office, visit(session, matter(details="")))
    assert _everything(office) == before
