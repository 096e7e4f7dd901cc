"""A coordinator's copy of the whole state: what it tells, what it masks, and that it is looked at only."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.listing import Filter
from hbp_desktop.domain.person import masked_number
from hbp_desktop.domain.policy import NAMED
from hbp_desktop.domain.session import Session
from hbp_desktop.pictures.preparing import Picture
from hbp_desktop.store.verify import verify
from hbp_desktop.usecases import (
    attaching,
    attention,
    audit,
    counter,
    devices,
    due,
    exchange,
    planning,
    record_list,
    records,
    reporting,
    state_view,
    today,
)
from hbp_desktop.usecases.office import Office
from tests.conftest import Clock
from tests.usecases.drafts import matter, visit
from tests.usecases.office_staff import DEVI, add, seated
from tests.usecases.test_asking import _as
from tests.usecases.whole_state import AISYAH, OTHER, Elsewhere, elsewhere, grant


@pytest.fixture
def there(tmp_path: Path, clock: Clock) -> Iterator[Elsewhere]:
    """The office of Gombak, with a day like ours."""
    found = elsewhere(tmp_path, clock)
    yield found
    found.office.opened.close()


@pytest.fixture
def theirs(office: Office, session: Session, there: Elsewhere) -> Session:
    """Their session, with one open and one urgent visit, in our copy; one visit of our own."""
    held = there.plan("2026-11-24")
    counter.record(there.office, visit(held, name="Devi a/p Raman", id_number="750101-10-0006"))
    counter.record(there.office, visit(held, matter(urgent="violence"), name="Lim Mei Ling", id_number=""))
    counter.record(office, visit(session))
    there.send_to(office)
    grant(office)
    return held


def coordinating(office: Office) -> Office:
    """Seat a coordinator, added once."""
    known = [one for one in office.staff().current() if one.name == DEVI]
    return seated(office, known[0] if known else add(office, DEVI, "coordinator"))


def names(office: Office) -> list[str]:
    return [one.name for one in records.page(office, Filter()).visits]


def test_a_coordinator_sees_other_offices_masked_and_those_of_the_immediate_route_counted(
    office: Office, theirs: Session
) -> None:
    looking = coordinating(office)
    assert names(looking) == ["D. a/p R.", "S. bt. O."]
    assert records.amounts(looking, Filter()) == (3, 3)
    assert records.hidden(looking, Filter()) == 1
    (row,) = record_list.list_page(looking, Filter(session=theirs.id)).rows
    record = records.open_record(looking, row.visit.id)
    assert record.office == OTHER
    assert masked_number(record.visit.identity) == "750101-10-****"
    assert "Devi" not in repr(record)
    assert AISYAH in {change.officer for change in record.history}
    assert exchange.marks(looking, [row.visit.id]) == {row.visit.id: "there"}
    assert verify(office.vault).ok


def test_roles_at_home_give_nothing_of_other_offices(office: Office, theirs: Session) -> None:
    assert names(office) == ["Salmah binti Osman"]
    assert records.amounts(office, Filter()) == (1, 1)
    assert records.amounts(office, Filter(text="Devi")) == (0, 0)
    assert planning.sessions_seen(office) == planning.sessions(office)
    with office.vault.read() as conn:
        (their_visit,) = conn.exec_driver_sql(
            "SELECT id FROM visits WHERE session = ? AND tail <> '' ORDER BY n LIMIT 1", (theirs.id,)
        ).scalars()
    acts: list[Callable[[], object]] = [
        lambda: records.open_record(office, their_visit),
        lambda: records.reveal(office, their_visit, "identity"),
        lambda: records.uncover(office, their_visit),
        lambda: counter.visit(office, their_visit),
        lambda: planning.session(office, theirs.id),
        lambda: planning.open_session(office, theirs.id),
        lambda: reporting.data(office, theirs.id),
    ]
    for act in acts:
        with pytest.raises(Refused, match="not_allowed"):
            act()


def test_what_the_office_itself_does_is_as_if_there_were_no_copy(
    office: Office, session: Session, theirs: Session
) -> None:
    assert [one.id for one in planning.sessions(office)] == [session.id]
    assert planning.session(office, "1/2026").id != theirs.id if session.n == 1 else True
    assert [one.session.id for one in due.deadlines_of(office, planning.sessions(office))][:1] == [session.id]
    assert [one.code for one in attention.needs_of(office, ())] == []
    assert today.overview_of(office).planned == 1
    assert devices.offered(office) == ()
    assert [one.here for one in devices.laptops(office)] == [True]
    assert counter.earlier(office, visit(session, name="Devi a/p Raman", id_number="750101-10-0006")) == []
    lines = audit.read(office, date(2026, 11, 1), date(2026, 11, 30)).lines
    assert {line.officer for line in lines} == {office.officer.name}


def test_nothing_of_another_office_can_be_written_even_by_a_leader_who_coordinates(
    office: Office, theirs: Session
) -> None:
    with pytest.raises(Refused, match="subject_other_office"):
        counter.record(office, visit(theirs))
    with office.vault.read() as conn:
        (matter_id,) = conn.exec_driver_sql(
            "SELECT id FROM matters WHERE session = ? AND urgent = '' LIMIT 1", (theirs.id,)
        ).scalars()
    with pytest.raises(Refused, match="subject_other_office"):
        records.move(office, matter_id, "settled")


def test_pictures_of_other_offices_are_not_opened_for_they_cannot_be_masked(
    office: Office, there: Elsewhere
) -> None:
    held = there.plan("2026-11-24")
    picture = Picture(b"\xff\xd8 a letter", b"", 4, 3)
    subject = attaching.attach(there.office, held.id, "Surat", picture)
    there.send_to(office)
    grant(office)
    assert [one.id for one in attaching.attached(there.office, [held.id])] == [subject]
    assert attaching.attached(office, [held.id]) == ()
    assert not attaching.may_attach(office, held.id)
    with pytest.raises(Refused, match="attachment_other_office"):
        attaching.open_picture(office, subject)


def test_names_come_with_the_second_grant_each_uncovering_is_noted_and_they_end_by_date(
    office: Office, theirs: Session, clock: Clock
) -> None:
    looking = coordinating(office)
    (row,) = record_list.list_page(looking, Filter(session=theirs.id)).rows
    with pytest.raises(Refused, match="not_allowed"):
        records.uncover(looking, row.visit.id)
    grant(office, "state", "2026-11-24")
    clock.move(minutes=1)
    assert names(looking)[0] == "D. a/p R."  # masked until asked for
    assert "Devi" not in repr(records.open_record(looking, row.visit.id))
    whole = records.uncover(looking, row.visit.id)
    assert (whole.visit.name, whole.states, whole.office) == ("Devi a/p Raman", {}, OTHER)
    noted = audit.read(_as(office, "auditor"), office.today, office.today).lines
    assert [line.told.what for line in noted].count("reveal.record") == 1
    assert not _as(office, "auditor").may("record.reveal")
    clock.move(days=1)
    assert NAMED not in looking.asking().roles
    with pytest.raises(Refused, match="not_allowed"):
        records.uncover(looking, row.visit.id)


@pytest.mark.parametrize(("what", "until"), [("own", "2026-12-31"), ("none", "2026-12-31"), ("state", "")])
def test_names_need_the_whole_state_and_a_day(
    office: Office, theirs: Session, clock: Clock, what: str, until: str
) -> None:
    grant(office, what, until)
    clock.move(minutes=1)
    assert NAMED not in coordinating(office).asking().roles


def test_the_view_tells_sessions_reports_lateness_quarters_and_who_is_missing(
    office: Office, session: Session, there: Elsewhere, clock: Clock
) -> None:
    held = there.plan("2026-11-02", "1")
    later = there.plan("2026-12-01", "2")
    counter.record(there.office, visit(held, date="2026-11-02"))
    there.send_to(office)
    grant(office)
    looking = coordinating(office)
    shown = state_view.view(looking, 2026)
    assert shown.state == "Selangor"
    assert [one.code for one in shown.held] == [OTHER, office.code]
    theirs, ours = shown.held
    assert theirs.quarters == (0, 0, 0, 2)
    assert [(one.session.id, one.report, one.late > 0) for one in theirs.sessions] == [
        (held.id, "late", True),
        (later.id, "coming", False),
    ]
    assert (theirs.sessions[0].visits, theirs.sessions[0].matters, theirs.overdue) == (1, 1, 1)
    assert (theirs.late, theirs.reports, ours.late) == (1, 0, 0)
    assert theirs.newest == there.office.now
    assert "SGR02" in {one.code for one in shown.missing}
    assert all(one.sessions == () for one in shown.missing)
    assert shown.taken == office.now - 3600
    reporting.submit(there.office, held.id, date(2026, 11, 20), "e-mel", "lewat kerana banjir")
    there.send_to(office)
    theirs = state_view.view(looking, 2026).held[0]
    assert (theirs.reports, theirs.late, theirs.sessions[0].report) == (1, 1, "sent")
    assert state_view.view(looking, 2025).held[0].sessions == ()


def test_a_days_own_calendar_and_clocks_are_those_of_the_office_they_are_told_of(
    office: Office, theirs: Session, there: Elsewhere
) -> None:
    from hbp_desktop.usecases import office_settings
    from hbp_desktop.usecases.office_settings import OwnDay

    looking = coordinating(office)
    (before,) = record_list.list_page(looking, Filter(session=theirs.id)).rows
    office_settings.keep_day(there.office, OwnDay(date(2026, 11, 25), False, "Cuti peristiwa"))
    there.send_to(office)
    (after,) = record_list.list_page(looking, Filter(session=theirs.id)).rows
    assert before.due is not None
    assert after.due is not None
    assert after.due.date > before.due.date
    assert planning.calendar(office) == {}


def test_their_report_is_read_masked_under_their_own_letterhead(office: Office, theirs: Session) -> None:
    looking = coordinating(office)
    report = reporting.data(looking, theirs.id)
    assert report.office.code == OTHER
    assert report.figures.headline("visits") == 2
    with pytest.raises(Refused, match="not_allowed"):
        reporting.data(office, theirs.id, names=True)


def test_who_is_no_coordinator_or_auditor_does_not_see_the_state(office: Office, theirs: Session) -> None:
    assert state_view.is_offered(coordinating(office))
    assert state_view.is_offered(_as(office, "auditor"))
    for role in ("counter", "leader", "head", "administrator"):
        assert not state_view.is_offered(_as(office, role))
        with pytest.raises(Refused, match="not_allowed"):
            state_view.view(_as(office, role), 2026)


def test_without_the_grant_there_is_no_state_to_look_at(office: Office) -> None:
    assert not state_view.is_offered(coordinating(office))
    grant(office, "own")
    assert not state_view.is_offered(coordinating(office))
