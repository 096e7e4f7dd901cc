"""The first page: what is on, counted by hand, what is due and what needs a look."""

from dataclasses import replace
from datetime import date
from typing import Any

from hbp_desktop.domain.listing import Filter
from hbp_desktop.domain.session import DayDraft, Session, SessionDraft
from hbp_desktop.domain.visit import VisitDraft
from hbp_desktop.usecases import counter, planning, records, today
from hbp_desktop.usecases.office import Office
from tests.conftest import Clock
from tests.usecases.drafts import matter, visit


def needs(office: Office) -> list[str]:
    return [need.code for need in today.overview_of(office).needs]


def record(office: Office, session: Session, *matters: Any, **more: Any) -> str:
    return counter.record(office, visit(session, *matters, **more)).id


def test_a_day_is_counted_by_clients_matters_counters_and_half_hours(
    office: Office, session: Session, clock: Clock
) -> None:
    record(office, session, matter(), matter("pertanyaan"), time="09:10")
    record(office, session, matter("cadangan"), time="09:29", counter="2")
    record(office, session, time="10:05", name="Lim Ah Hock", id_number="490118-08-0001", sex="L")
    record(office, session, time="10:06", anonymous=True, name="", id_kind="", id_number="")
    clock.now = clock.now.replace(hour=10, minute=12)
    seen = today.overview_of(office)
    assert seen.counts is not None
    assert (seen.counts.clients, seen.counts.anonymous, seen.counts.visits) == (2, 1, 4)
    assert seen.counts.kinds == {"aduan": 3, "pertanyaan": 1, "cadangan": 1}
    assert [(one.counter, one.visits, one.matters, one.last) for one in seen.counters] == [
        ("1", 3, 4, "10:06"),
        ("2", 1, 1, "09:29"),
    ]
    assert [(one.since, one.count, one.running) for one in seen.arrivals] == [
        ("09:00", 2, False),
        ("09:30", 0, False),
        ("10:00", 2, True),
        ("10:30", 0, False),
        ("11:00", 0, False),
        ("11:30", 0, False),
    ]


def test_every_number_asks_for_exactly_the_records_behind_it(office: Office, session: Session) -> None:
    record(office, session, matter(), time="09:10")
    record(office, session, matter("cadangan"), time="09:40", counter="2", name="A", id_kind="")
    gone = record(office, session, matter(), time="09:41", name="B", id_kind="")
    records.withdraw(office, "visit", gone, "tersilap kaunter")
    seen = today.overview_of(office)
    for one in (*seen.counters, *seen.arrivals):
        count = one.visits if isinstance(one, today.CounterLine) else one.count
        assert records.amounts(office, one.asked)[0] == count
    for due in seen.deadlines:
        if due.asked:
            assert records.amounts(office, due.asked)[0] == due.count == 1


def test_how_far_the_session_is_follows_the_clock(office: Office, session: Session, clock: Clock) -> None:
    found = {}
    for hour in (8, 10, 12):
        clock.now = clock.now.replace(hour=hour, minute=30 if hour != 12 else 0)
        now = today.overview_of(office).now
        assert now is not None
        found[hour] = (now.on, now.part, now.minutes_left, round(now.share, 2))
    assert found == {8: (True, "before", 30, 0.0), 10: (True, "during", 90, 0.5), 12: (True, "after", 0, 1.0)}


def test_without_a_session_today_the_next_one_is_shown(
    office: Office, session: Session, clock: Clock
) -> None:
    clock.move(days=-3)
    seen = today.overview_of(office)
    assert seen.now is not None
    assert (seen.now.on, seen.now.session.id, seen.counts) == (False, session.id, None)


def test_with_none_planned_there_is_nothing_to_show_but_the_target(office: Office) -> None:
    seen = today.overview_of(office)
    assert (seen.now, seen.held, seen.target, seen.needs) == (None, 0, 4, ())


def test_deadlines_come_soonest_first_each_in_its_own_days(
    office: Office, session: Session, clock: Clock
) -> None:
    record(office, session)
    clock.now = clock.now.replace(hour=9)
    found = [
        (one.what, one.due.date, one.due.unit, one.due.left) for one in today.overview_of(office).deadlines
    ]
    assert found == [
        ("ack", date(2026, 11, 25), "working", 1),
        ("reply", date(2026, 11, 27), "working", 3),
        ("report", date(2026, 12, 1), "calendar", 7),
        ("investigate", date(2026, 12, 16), "working", 15),
    ]


def test_a_stopped_clock_leaves_the_deadlines(office: Office, session: Session) -> None:
    visit_id = record(office, session)
    complaint = counter.visit(office, visit_id).matters[0].id
    records.stop_clock(office, complaint, "ack")
    assert [one.what for one in today.overview_of(office).deadlines] == ["reply", "report", "investigate"]
    records.move(office, complaint, "settled")
    assert [one.what for one in today.overview_of(office).deadlines] == ["report"]


def test_a_report_is_late_until_it_is_entered_as_sent(office: Office, session: Session, clock: Clock) -> None:
    clock.move(days=12)
    late = today.overview_of(office).deadlines[0]
    assert (late.what, late.due.late) == ("report", 5)
    assert needs(office) == ["report_late"]
    with office.writing() as w:
        sent = {"date": "2026-12-06", "proof": "resit 12", "late_reason": "banjir"}
        w.change("session", session.id, w.seen(session.id), {"submitted": sent}, action="submitted")
    seen = today.overview_of(office)
    assert (seen.deadlines, seen.needs, seen.held) == ((), (), 1)


def test_a_cancelled_session_is_neither_due_nor_held(office: Office, session: Session, clock: Clock) -> None:
    opened = planning.open_session(office, session.id)
    draft = SessionDraft.of(opened.session)
    draft = replace(draft, status="cancelled", cancel_reason="banjir")
    planning.amend(office, opened, draft, "banjir")
    clock.move(days=20)
    seen = today.overview_of(office)
    assert (seen.deadlines, seen.needs, seen.held) == ((), (), 0)


def test_an_urgent_matter_without_action_needs_a_look_until_it_has_one(
    office: Office, session: Session
) -> None:
    visit_id = record(office, session, matter(urgent="child"), queue="A-015")
    (need,) = today.overview_of(office).needs
    assert (need.code, need.level, need.names, need.visit) == (
        "urgent_unattended",
        "bad",
        ("A-015", "child"),
        visit_id,
    )
    opened = records.open_record(office, visit_id)
    draft = VisitDraft.of(opened.visit)
    acted = replace(draft.matters[0], action="Pelindung dimaklumkan 9.20 pagi")
    records.correct(office, opened, replace(draft, matters=(acted,)), "tindakan dicatat")
    assert needs(office) == []


def test_parked_drafts_are_named_by_their_queue_numbers_only(office: Office, session: Session) -> None:
    counter.park(office, visit(session, queue="A-017"))
    counter.park(office, visit(session, queue="A-019"))
    (need,) = today.overview_of(office).needs
    assert (need.code, need.names, need.page) == ("drafts_parked", ("A-017", "A-019"), "counter")


def test_a_clock_that_went_back_needs_a_look(office: Office, session: Session, clock: Clock) -> None:
    clock.now = clock.now.replace(year=2020)
    assert "clock_doubt" in needs(office)


def test_each_day_of_a_trip_has_its_own_totals(office: Office, clock: Clock) -> None:
    days = (
        DayDraft(date="2026-11-24", place="Rh. Nyawai"),
        DayDraft(date="2026-11-25", place="Rh. Majang"),
    )
    trip = planning.plan(office, SessionDraft(number="5", year="2026", days=days))
    record(office, trip, time="09:10")
    clock.move(days=1)
    second = trip.days[1].id
    for time in ("09:00", "09:05"):
        counter.record(office, replace(visit(trip), day=second, time=time))
    seen = today.overview_of(office)
    assert seen.counts is not None
    assert (seen.asked, seen.counts.visits) == (Filter(session=trip.id, day=second), 2)
