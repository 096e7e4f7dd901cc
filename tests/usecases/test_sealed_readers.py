"""Who can open what is sealed: heads and leaders, never whom it is about, a new head after a reseal."""

from dataclasses import replace
from pathlib import Path

import pytest

from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.officer import Officer
from hbp_desktop.domain.policy import Subject
from hbp_desktop.domain.session import Session
from hbp_desktop.domain.visit import Visit
from hbp_desktop.store import exchange, journal
from hbp_desktop.store.count import figures
from hbp_desktop.store.founding import join_office
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.store.shelf import session as session_of
from hbp_desktop.store.vault import Vault
from hbp_desktop.usecases import counter, guarding, records, reporting, sealed
from hbp_desktop.usecases.office import Office
from tests.raw_pages import found_in
from tests.usecases.drafts import matter, visit
from tests.usecases.sealing_office import (
    OPEN_TEXT,
    SECRET_NAME,
    SECRET_WORDS,
    SECRETS,
    State,
    complain,
    data_key,
    secret_matter,
)
from tests.usecases.test_sealed_report import everything_in

KEY = b"r" * 32
AGAINST_DIN = {"against": {"name": "Din bin Wzqkdin", "officers": {"din": True}}}


@pytest.fixture
def state(office: Office) -> State:
    """The state, its key installed here, and child-safety matters sealed."""
    found = State()
    found.install(office, children=True)
    return found


def seated(office: Office, officer: str, name: str, *roles: str) -> Office:
    """Put an officer on the roster and let them sit here with keys of their own."""
    keys = PersonKeys.new()
    fields: dict[str, object] = {
        f"officer.{officer}": {"name": name, "post": ""},
        f"officer.{officer}.key.{keys.signing_public}": {"on": True, "age": keys.age},
    }
    fields |= {f"officer.{officer}.role.{role}": True for role in roles}
    with office.writing() as w:
        w.enact(fields, office.opened.keys.signing, action="officer_added")
    sitting = replace(office.opened, keys=keys, officer_id=officer, officer=Officer(name))
    return Office.of(sitting, office.clock)


def child_matter(office: Office, session: Session, **more: str) -> Visit:
    return complain(office, session, secret_matter("child", **more))


def test_a_head_who_came_later_reads_it_after_a_reseal(
    office: Office, session: Session, state: State
) -> None:
    done = child_matter(office, session)
    head = seated(office, "h2", "Tuan Haji Zulkifli Hassan", "head")
    with pytest.raises(Refused, match="sealed_not_yours"):
        sealed.open_record(head, done.id)
    with pytest.raises(Refused, match="sealed_not_yours"):
        sealed.reseal(head, done.id)
    before = sealed.open_record(office, done.id).visit
    told = sealed.reseal(office, done.id)
    assert {one.name for one in told} >= {"Tuan Haji Zulkifli Hassan", "Unit Integriti JKM Selangor"}
    after = sealed.open_record(head, done.id).visit
    assert replace(after, matters=()) == replace(before, matters=())
    assert after.matters == before.matters
    assert found_in(office.vault.path, data_key(office), SECRETS) == set()


def test_integrity_is_not_resealed_here(office: Office, session: Session, state: State) -> None:
    done = complain(office, session)
    with pytest.raises(Refused, match="sealed_by_state_only"):
        sealed.reseal(office, done.id)


def test_it_is_never_sealed_to_whom_it_is_about(office: Office, session: Session, state: State) -> None:
    about = seated(office, "din", "Din bin Wzqkdin", "head", "leader")
    done = child_matter(office, session)
    with pytest.raises(Refused, match="sealed_not_yours"):
        sealed.open_record(about, done.id)
    sealed.reseal(office, done.id)
    with pytest.raises(Refused, match="sealed_not_yours"):
        sealed.open_record(about, done.id)
    assert sealed.open_record(office, done.id).visit.name == SECRET_NAME
    assert "din" not in {one.officer for one in sealed.readers(office, done.id)}


def test_a_link_made_later_lets_nobody_read_what_is_about_them(
    office: Office, session: Session, state: State
) -> None:
    seated(office, "din", "Din bin Wzqkdin", "head")
    done = child_matter(office, session)
    other = seated(office, "other", "Ketua", "head")
    assert "other" in {one.officer for one in sealed.readers(office, done.id)}
    with office.writing() as w:
        w.enact({"officer.din.same": "other"}, office.opened.keys.signing, action="officer_linked")
    assert "other" not in {one.officer for one in sealed.readers(office, done.id)}
    assert not other.may("sealed.see", Subject("child", frozenset({"din"})))


@pytest.mark.parametrize("kind", ["visit", "matter"])
def test_whom_it_is_about_does_not_withdraw_it(office: Office, session: Session, kind: str) -> None:
    done = complain(office, session)  # no key of the state's yet: kept by role
    subject = done.id if kind == "visit" else done.matters[0].id
    about = seated(office, "din", "Din bin Wzqkdin", "head")
    other = seated(office, "h2", "Tuan Haji Zulkifli Hassan", "head")
    with office.writing() as w:
        w.change("matter", done.matters[0].id, w.seen(done.matters[0].id), AGAINST_DIN)
    with pytest.raises(Refused, match="not_allowed"):
        records.withdraw(about, kind, subject, "silap")
    records.withdraw(other, kind, subject, "dua kali ditulis")
    with pytest.raises(Refused, match="not_allowed"):
        records.restore(about, kind, subject, "silap")


def test_no_more_than_four_can_read_and_one_of_them_is_the_state(office: Office, state: State) -> None:
    for number in range(5):
        seated(office, f"h{number}", f"Ketua {number}", "head")
    told = guarding.readers(office, "child")
    assert [one.officer == guarding.STATE for one in told] == [True, False, False, False]
    assert len({one.age for one in told}) == 4


def test_a_counter_officer_sees_a_row_that_is_counted(office: Office, session: Session, state: State) -> None:
    done = child_matter(office, session)
    nurul = seated(office, "n1", "Cik Nurul", "counter")
    assert records.open_record(nurul, done.id).closed
    with pytest.raises(Refused, match="not_allowed"):
        sealed.open_record(nurul, done.id)


def test_the_officer_complained_about_finds_a_count_and_no_more(
    office: Office, session: Session, state: State, tmp_path: Path
) -> None:
    """S12: opens, exports, searches and prints."""
    din = seated(office, "din", "Din bin Wzqkdin", "counter", "leader")
    done = complain(office, session)
    counter.record(office, visit(session, matter("pertanyaan", details=OPEN_TEXT)))
    with pytest.raises(Refused, match="sealed_by_state_only"):
        sealed.open_record(din, done.id)
    seen = str(records.open_record(din, done.id)) + str(list(counter.today(din, session.id).rows))
    seen += str([list(records.find(din, word).visits) for word in SECRET_WORDS])
    seen += str(list(records.page(din, records.Filter()).visits))
    made = reporting.make_package(din, session.id, tmp_path / "out", names=True, reason="semakan")
    seen += everything_in(made.folder)
    assert OPEN_TEXT in seen
    assert not [word for word in SECRET_WORDS if word in seen]
    assert counter.today(din, session.id).figures["sealed"].total == 1


def test_a_laptop_that_carries_it_holds_nothing_readable(
    office: Office, session: Session, state: State, tmp_path: Path
) -> None:
    complain(office, session)
    child_matter(office, session)
    counter.record(office, visit(session, matter("pertanyaan", details=OPEN_TEXT), secret_matter()))
    path = tmp_path / "relay.db"
    relay = Vault.create(path, KEY)
    with office.vault.read() as conn:
        pinned = journal.own_device(conn).founding
    with relay.write() as conn:
        join_office(conn, office.code, pinned, "relay", office.now)
    with office.vault.write() as conn:
        offered = exchange.ranges(conn, {})
    with relay.write() as conn:
        taken = exchange.take_in(conn, offered)
    assert taken.new
    with relay.read() as conn:
        kept = session_of(conn, session.id)
        assert kept is not None
        assert figures(conn, kept)["sealed"].total == 3
    wanted = {*SECRETS, *SECRET_WORDS, OPEN_TEXT}
    assert found_in(path, KEY, wanted) == {OPEN_TEXT}
    relay.close()


def test_only_its_writer_and_those_who_lead_take_it_out_of_sight(
    office: Office, session: Session, state: State
) -> None:
    done = complain(office, session)
    nurul = seated(office, "n1", "Cik Nurul", "counter")
    with pytest.raises(Refused, match="not_allowed"):
        records.withdraw(nurul, "visit", done.id, "silap")
    own = complain(nurul, session)
    records.withdraw(nurul, "visit", own.id, "silap")
    records.withdraw(office, "visit", done.id, "silap")
    records.restore(office, "visit", done.id, "silap lagi")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Encik Wzqkdin", True),
        ("wzqkdin di kaunter 2", True),
        ("Din bin Wzqkdin", True),
        ("Pn. Devi", False),
        ("", False),
    ],
)
def test_a_name_as_it_is_told_means_the_officer(office: Office, typed: str, meant: bool) -> None:
    seated(office, "din", "Din bin Wzqkdin", "leader")
    assert ("din" in guarding.named_against(office.staff(), typed)) is meant
