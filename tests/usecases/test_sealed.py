"""What is sealed: written so, opened by few, counted by all."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from hbp_desktop.domain.errors import Invalid, Refused
from hbp_desktop.domain.guarded import BY_ROLE, SEALED
from hbp_desktop.domain.session import Session
from hbp_desktop.domain.visit import VisitDraft
from hbp_desktop.store import journal, shelf
from hbp_desktop.store.count import figures
from hbp_desktop.usecases import counter, guarding, integrity, records, sealed
from hbp_desktop.usecases.office import Office
from tests.raw_pages import found_in
from tests.usecases.drafts import matter, visit
from tests.usecases.sealing_office import (
    OPEN_TEXT,
    SECRET_ACTION,
    SECRET_NAME,
    SECRET_OFFICER,
    SECRET_TEXT,
    SECRET_WORDS,
    SECRETS,
    State,
    complain,
    data_key,
    secret_matter,
    secret_visit,
)


@pytest.fixture
def state(office: Office) -> State:
    """The state, its key installed here."""
    found = State()
    found.install(office, children=True)
    return found


def refusal(act: Callable[[], object]) -> list[str]:
    """Give the codes with which something is refused."""
    with pytest.raises(Invalid) as refused:
        act()
    return [problem.code for problem in refused.value.problems]


def test_of_a_complaint_about_an_officer_only_a_countable_row_stays_in_the_open(
    office: Office, session: Session, state: State
) -> None:
    done = complain(office, session)
    with office.vault.read() as conn:
        kept, said = shelf.state(conn, "visit", done.id), shelf.state(conn, "matter", done.matters[0].id)
    assert kept == {
        "session": session.id,
        "day": session.days[0].id,
        "channel": "counter",
        "ref": done.ref,
        "anonymous": True,
        "guarded": {"why": "integrity", "how": SEALED},
    }
    assert said is not None
    assert said.keys() == {"session", "visit", "order", "kind", "urgent", "outcome", "acted", "guarded"}
    assert state.reads(office, done.id)["name"] == SECRET_NAME
    assert state.reads(office, done.matters[0].id)["details"] == SECRET_TEXT


def test_even_the_writer_cannot_open_it_again(office: Office, session: Session, state: State) -> None:
    done = complain(office, session)
    assert records.open_record(office, done.id).closed
    with pytest.raises(Refused, match="sealed_by_state_only"):
        sealed.open_record(office, done.id)


def test_with_the_data_key_alone_nothing_of_it_is_found_anywhere(
    office: Office, session: Session, state: State
) -> None:
    plain = secret_visit(session, secret_matter(""))
    counter.keep_draft(office, plain)  # kept every second before the urgent mark was chosen
    counter.keep_draft(office, secret_visit(session))
    counter.record(office, secret_visit(session))
    counter.record(office, visit(session, matter("pertanyaan", details=OPEN_TEXT), id_number=""))
    wanted = {*SECRETS, *SECRET_WORDS, OPEN_TEXT}
    assert found_in(office.vault.path, data_key(office), wanted) == {OPEN_TEXT}


def test_while_it_is_typed_the_draft_is_sealed_to_its_writer(
    office: Office, session: Session, state: State
) -> None:
    counter.keep_draft(office, secret_visit(session, secret_matter("")))
    assert SECRET_TEXT in found_in(office.vault.path, data_key(office), SECRETS)
    draft = secret_visit(session)
    counter.keep_draft(office, draft)
    assert found_in(office.vault.path, data_key(office), {*SECRETS, *SECRET_WORDS}) == set()
    assert counter.kept_drafts(office)[0][1] == draft
    slot = counter.park(office, draft)
    assert found_in(office.vault.path, data_key(office), {*SECRETS, *SECRET_WORDS}) == set()
    assert [one[0] for one in counter.kept_drafts(office)] == [slot]


def test_ordinary_matters_of_the_same_client_stay_ordinary(
    office: Office, session: Session, state: State
) -> None:
    ordinary = matter("pertanyaan", details=OPEN_TEXT)
    done = complain(office, session, ordinary, secret_matter())
    assert done.name == SECRET_NAME
    assert [one.details for one in done.matters] == [OPEN_TEXT]
    rows = counter.today(office, session.id).rows
    apart = next(row for row in rows if row.id != done.id)
    assert apart.ref in done.beside
    assert apart.guarded.why == "integrity"
    assert apart.anonymous
    with office.vault.read() as conn:
        said = str(shelf.state(conn, "visit", apart.id)) + str(shelf.state(conn, "visit", done.id))
    assert said.count(done.id) + said.count(apart.id) == 0
    assert SECRET_TEXT not in found_in(office.vault.path, data_key(office), SECRETS)


def test_saving_twice_is_one_record(office: Office, session: Session, state: State) -> None:
    draft = secret_visit(session, matter("pertanyaan"), secret_matter())
    counter.record(office, draft)
    counter.record(office, draft)
    assert len(counter.today(office, session.id).rows) == 2


def test_it_is_counted_like_any_other(office: Office, session: Session, state: State) -> None:
    complain(office, session)
    complain(office, session, secret_matter("child"))
    complain(office, session, matter("aduan"))
    with office.vault.read() as conn:
        kept = shelf.session(conn, session.id)
        assert kept is not None
        counted = figures(conn, kept)
        naive = [one for _, one in shelf.states_of(conn, "matter", session.id) if "guarded" in one]
    assert (counted.headline("matters"), counted.headline("visits"), counted.headline("clients")) == (3, 3, 1)
    assert counted["sealed"].total == len(naive) == 2
    assert {row.keys[0]: row.count for row in counted["sealed"].rows} == {"integrity": 1, "child": 1}


def test_no_search_finds_it(office: Office, session: Session, state: State) -> None:
    done = complain(office, session)
    for text in (SECRET_NAME, SECRET_TEXT, SECRET_OFFICER, "0137754499", done.ref[-5:], done.ref):
        assert list(records.find(office, text).visits) == []
    assert counter.earlier(office, secret_visit(session, matter())) == []


def test_it_is_not_closed_before_the_immediate_action_is_entered(
    office: Office, session: Session, state: State
) -> None:
    done = complain(office, session, secret_matter(action=""))
    complaint = done.matters[0].id
    records.move(office, complaint, "in_progress")
    assert refusal(lambda: records.move(office, complaint, "settled")) == ["urgent_action_missing"]
    assert refusal(lambda: sealed.note_action(office, complaint, "  ")) == ["urgent_action_missing"]
    sealed.note_action(office, complaint, SECRET_ACTION)
    assert records.move(office, complaint, "settled", reason=SECRET_TEXT).status == "settled"
    assert state.reads(office, complaint)["action"] == SECRET_ACTION
    assert found_in(office.vault.path, data_key(office), SECRETS) == set()


def test_a_child_safety_matter_opens_for_those_who_lead_and_that_is_written_down(
    office: Office, session: Session, state: State
) -> None:
    done = complain(office, session, secret_matter("child"))
    assert records.open_record(office, done.id).closed
    opened = sealed.open_record(office, done.id)
    assert (opened.visit.name, opened.visit.matters[0].details) == (SECRET_NAME, SECRET_TEXT)
    assert opened.visit.matters[0].action == SECRET_ACTION
    assert not opened.visit.anonymous
    assert opened.visit.date == session.days[0].date
    with office.vault.read() as conn:
        acts = [act for _, act in shelf.every(conn, "act") if act["what"] == "seal.opened"]
    assert acts == [{"what": "seal.opened", "about": done.id}]
    assert found_in(office.vault.path, data_key(office), SECRETS) == set()


def test_what_was_guarded_cannot_be_corrected_and_what_was_open_cannot_be_sealed_later(
    office: Office, session: Session, state: State
) -> None:
    closed = complain(office, session)
    with pytest.raises(Refused, match="sealed_not_corrected"):
        records.correct(office, records.open_record(office, closed.id), secret_visit(session), "silap")
    written = records.open_record(office, counter.record(office, visit(session)).id)
    draft = VisitDraft.of(written.visit)
    marked = replace(draft, matters=(replace(draft.matters[0], urgent="integrity", action="x"),))
    assert refusal(lambda: records.correct(office, written, marked, "silap")) == ["guard_at_counter"]


def test_a_reason_of_withdrawing_is_sealed_too(office: Office, session: Session, state: State) -> None:
    done = complain(office, session)
    records.withdraw(office, "visit", done.id, SECRET_TEXT)
    assert state.reads(office, done.id)["reason"] == SECRET_TEXT
    assert found_in(office.vault.path, data_key(office), SECRETS) == set()


def test_before_the_key_it_is_kept_from_view_by_role_and_lies_in_the_file(
    office: Office, session: Session
) -> None:
    done = complain(office, session)
    assert done.guarded.how == BY_ROLE
    assert (done.name, done.matters[0].details) == ("", "")
    assert SECRET_TEXT in found_in(office.vault.path, data_key(office), SECRETS)
    assert list(records.find(office, SECRET_NAME).visits) == []
    assert records.open_record(office, done.id).closed
    assert sealed.open_record(office, done.id).visit.matters[0].details == SECRET_TEXT


def test_before_the_key_the_officer_complained_about_does_not_see_it(
    office: Office, session: Session
) -> None:
    done = complain(office, session, secret_matter(against="Pn. Rohani"))
    with pytest.raises(Refused, match="not_allowed"):
        sealed.open_record(office, done.id)
    with pytest.raises(Refused, match="not_allowed"):
        records.move(office, done.matters[0].id, "in_progress")


def test_a_sealed_part_moved_to_another_subject_is_not_believed(
    office: Office, session: Session, state: State
) -> None:
    one, other = (complain(office, session, secret_matter("child")) for _ in range(2))
    with office.vault.read() as conn:
        taken = journal.held(conn, one.id)[0].entry.body()["sealed"]
    with office.writing() as w:
        w.change("visit", other.id, w.seen(other.id), {}, sealed=taken, action="resealed")
    assert one.id != other.id
    assert sealed.open_record(office, other.id).visit.id == other.id
    with office.vault.read() as conn:
        assert len(guarding.inner_of(office, conn, other.id).writes["name"]) == 1


def test_the_key_is_taken_away_and_put_back_by_entries(office: Office, state: State) -> None:
    held = integrity.installed(office)
    assert held is not None
    assert (held.age, held.name) == (state.keys.age, "Unit Integriti JKM Selangor")
    with pytest.raises(Refused, match="seal_key_same"):
        integrity.install(office, state.file())
    integrity.remove(office)
    assert integrity.installed(office) is None
    with pytest.raises(Refused, match="seal_key_none"):
        integrity.remove(office)
    integrity.install(office, state.file())
    assert integrity.installed(office) == held
