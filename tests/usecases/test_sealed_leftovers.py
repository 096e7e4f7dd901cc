"""What lies beside the journal: drafts of other officers, the log, and copies of the file."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hbp_desktop.domain.listing import Filter
from hbp_desktop.domain.session import Session
from hbp_desktop.store import parcel
from hbp_desktop.store.overview import day_counts
from hbp_desktop.usecases import backups, counter, records
from hbp_desktop.usecases.office import Office
from tests.raw_pages import found_in
from tests.usecases.drafts import matter, visit
from tests.usecases.sealing_office import (
    OPEN_TEXT,
    SECRET_WORDS,
    SECRETS,
    State,
    complain,
    data_key,
    secret_matter,
    secret_visit,
)
from tests.usecases.test_sealed_readers import seated

WANTED = {*SECRETS, *SECRET_WORDS, OPEN_TEXT}


def test_a_backup_made_while_it_is_typed_and_after_holds_nothing_readable(
    office: Office, session: Session, tmp_path: Path, free_name: Callable[[], Path]
) -> None:
    State().install(office)
    counter.keep_draft(office, secret_visit(session, secret_matter("")))
    counter.keep_draft(office, secret_visit(session))
    counter.record(office, visit(session, matter("pertanyaan", details=OPEN_TEXT), id_number=""), slot="1")
    for act in (lambda: None, lambda: complain(office, session)):
        act()
        made = backups.make_to(office, tmp_path)
        copy = free_name()
        parcel.unpack(parcel.look(made.path), copy, lambda _bytes: None)
        assert found_in(copy, data_key(office), WANTED) == {OPEN_TEXT}
        made.path.unlink()


def test_a_draft_sealed_to_another_officer_is_neither_shown_nor_written_over(
    office: Office, session: Session
) -> None:
    State().install(office)
    nurul = seated(office, "n1", "Cik Nurul", "counter")
    own, hers = secret_visit(session), visit(session)
    counter.keep_draft(office, own)
    assert counter.kept_drafts(nurul) == []
    counter.keep_draft(nurul, hers)
    assert [draft for _, draft, _ in counter.kept_drafts(nurul)] == [hers]
    assert {draft.id for _, draft, _ in counter.kept_drafts(office)} == {own.id, hers.id}


def test_a_page_that_reads_puts_the_sweeping_off_and_does_not_hold_it_up(
    office: Office, session: Session
) -> None:
    State().install(office)
    with office.vault.read() as conn:
        conn.exec_driver_sql("SELECT count(*) FROM entries").scalar_one()
        counter.keep_draft(office, secret_visit(session, secret_matter("")))
        assert not office.vault.scour()
    counter.keep_draft(office, secret_visit(session))
    assert office.vault.scour()
    assert found_in(office.vault.path, data_key(office), WANTED) == set()


def test_of_a_record_kept_from_view_by_role_the_time_is_not_told_either(
    office: Office, session: Session
) -> None:
    done = counter.record(office, replace(secret_visit(session), time="09:17", queue="A-001"))
    plain = counter.record(office, replace(visit(session), time="09:31"))
    with office.vault.read() as conn:
        told = day_counts(conn, session.id, "")
    assert dict(told.times) == {"": 1, "09:31": 1}
    shown = records.page(office, Filter(session=session.id, since="09:00", until="10:00")).visits
    assert [one.id for one in shown] == [plain.id]
    assert (done.time, done.queue, done.counter, done.person) == ("", "", "", "")
