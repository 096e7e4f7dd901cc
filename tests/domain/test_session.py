"""Sessions and their drafts: days, numbers, methods, and what is kept with a reason."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hbp_desktop.domain.canonical import dump
from hbp_desktop.domain.errors import Invalid, errors_in
from hbp_desktop.domain.fields import MOST_BYTES, changes
from hbp_desktop.domain.officer import Officer, OfficerDraft
from hbp_desktop.domain.rules import Rules
from hbp_desktop.domain.session import Day, DayDraft, Duty, DutyDraft, Session, SessionDraft

TUESDAY = DayDraft(id="d" * 32, date="24/11/2026", place="Dewan Serbaguna", postcode="43650")
ROHANI = DutyDraft(
    id="e" * 32, officer="Pn. Rohani", post="Penolong Pegawai Kebajikan", counter="1", lead=True
)
PLAN = SessionDraft(
    id="s" * 32,
    office="SGR06",
    number="4",
    counters="3",
    days=(TUESDAY,),
    duties=(ROHANI,),
    agencies=("JPN",),
)


def codes(draft, level=None, rules=None):
    return {problem.code for problem in draft.problems(rules) if level in (None, problem.level)}


def places(draft):
    return {problem.place for problem in draft.problems()}


def recorded(draft):
    """Read a draft back from its own journal fields."""
    (_, key, fields), *parts = draft.subjects()
    days = [Day.of(part, state) for kind, part, state in parts if kind == "day"]
    duties = [Duty.of(part, state) for kind, part, state in parts if kind == "duty"]
    return Session.of(key, fields, days[::-1], duties[::-1])


def test_a_plan_writes_the_session_its_days_and_its_duties():
    (_, _, session), (_, _, day), (_, _, duty) = PLAN.subjects()
    assert session == {
        "office": "SGR06",
        "style": "bertemu",
        "method": {"kind": "existing"},
        "title": "Hari Bertemu Pelanggan Bil. 4/2026",
        "number": {"n": 4, "year": 2026},
        "agency.JPN": True,
        "status": "planned",
        "counters": 3,
        "leader": "Pn. Rohani",
    }
    assert day == {
        "session": "s" * 32,
        "date": "2026-11-24",
        "hours": {"from": "09:00", "to": "12:00"},
        "place": {"name": "Dewan Serbaguna", "postcode": "43650"},
        "order": 1,
    }
    assert duty["officer"] == {"name": "Pn. Rohani", "post": "Penolong Pegawai Kebajikan"}


def test_a_session_needs_an_office_a_day_and_a_place():
    assert codes(SessionDraft(), "error") == {"office_missing", "day_missing"}
    assert codes(replace(PLAN, days=(DayDraft(),)), "error") == {"date_missing", "place_missing"}
    with pytest.raises(Invalid):
        SessionDraft().subjects()


def test_an_online_session_needs_platform_and_link_but_no_place():
    online = replace(PLAN, method="online", days=(replace(TUESDAY, place=""),))
    assert codes(online, "error") == {"platform_missing", "link_missing"}
    joined = replace(online, platform="Google Meet", link="https://meet.invalid/abc")
    assert joined.problems() == ()
    assert recorded(joined).platform == "Google Meet"


def test_the_platform_is_left_out_when_the_session_is_not_online():
    assert "platform" not in replace(PLAN, platform="Zoom", link="x").fields()


def test_a_programme_is_named():
    assert codes(replace(PLAN, method="programme"), "error") == {"programme_missing"}
    other = replace(PLAN, method="programme", programme="other")
    assert codes(other, "error") == {"programme_name_missing"}
    named = replace(other, programme_name="Kembara KASIH")
    assert named.fields()["method"] == {"kind": "programme", "programme": "other", "other": "Kembara KASIH"}


def test_the_end_comes_after_the_start_and_neither_stands_alone():
    day = replace(TUESDAY, start="12.00 tengah hari", end="9.00 pagi")
    assert [(p.code, p.place) for p in replace(PLAN, days=(day,)).problems()] == [
        ("end_before_start", "days.0.end")
    ]
    assert codes(replace(PLAN, days=(replace(TUESDAY, end=""),)), "error") == {"hours_half"}
    assert codes(replace(PLAN, days=(replace(TUESDAY, start="", end=""),))) == set()


def test_impossible_dates_and_times_are_named_at_their_place():
    days = (TUESDAY, replace(TUESDAY, date="31/11/2026", start="26:00"))
    assert places(replace(PLAN, days=days)) == {"days.1.date", "days.1.start"}


def test_a_number_used_twice_is_a_warning_that_can_be_kept():
    rules = Rules(taken=frozenset({(4, 2026)}))
    assert codes(PLAN, "warning", rules) == {"number_taken"}
    assert codes(replace(PLAN, acks={"number_taken": "Ulangan"}), rules=rules) == set()
    assert codes(replace(PLAN, year="2027"), rules=rules) == set()


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"number": "empat"}, "number"),
        ({"number": "0"}, "number"),
        ({"number": "9" * 50}, "number"),
        ({"year": "26"}, "year"),
        ({"counters": "-1"}, "counters"),
        ({"counters": "1000"}, "counters"),
        ({"style": "x"}, "style"),
        ({"method": "x"}, "method"),
        ({"mark": "RAHSIA"}, "mark"),
        ({"status": "x"}, "status"),
        ({"title": "x" * 301}, "title"),
        ({"duties": (DutyDraft(),)}, "duties.0.officer"),
        ({"agencies": ("x" * 301,)}, "agencies.0"),
        ({"days": (TUESDAY,) * 61}, "days"),
    ],
)
def test_what_cannot_be_recorded_is_an_error_at_its_place(change, place):
    assert place in {problem.place for problem in errors_in(replace(PLAN, **change).problems())}


def test_the_same_day_and_place_twice_and_two_leaders_are_warnings():
    twice = replace(PLAN, days=(TUESDAY, replace(TUESDAY, id="f" * 32)))
    assert codes(twice) == {"day_twice"}
    assert codes(replace(PLAN, duties=(ROHANI, replace(ROHANI, officer="En. Tan")))) == {"leads_several"}
    assert codes(replace(PLAN, duties=())) == {"duty_missing"}


def test_a_cancelled_session_needs_its_reason():
    cancelled = replace(PLAN, status="cancelled")
    assert codes(cancelled, "error") == {"cancel_reason_missing"}
    flooded = recorded(replace(cancelled, cancel_reason="Banjir"))
    assert flooded.cancelled
    assert flooded.cancel_reason == "Banjir"


def test_days_and_duties_come_back_in_the_plans_order():
    days = tuple(
        replace(TUESDAY, id=sign * 32, date=f"{n}/11/2026", place=f"Rh. {n}")
        for sign, n in zip("zab", (6, 7, 8), strict=True)
    )
    trip = recorded(replace(PLAN, days=days))
    assert [day.place for day in trip.days] == ["Rh. 6", "Rh. 7", "Rh. 8"]
    assert (trip.first_day, trip.last_day, trip.due) == (
        dt.date(2026, 11, 6),
        dt.date(2026, 11, 8),
        dt.date(2026, 11, 15),
    )


def test_opening_a_session_and_saving_it_changes_nothing():
    draft = replace(PLAN, groups=frozenset({"oku"}), acks={"day_weekend": "PPR"}, mark="TERHAD")
    opened = SessionDraft.of(recorded(draft))
    assert opened.subjects() == draft.subjects()
    assert changes(draft.fields(), opened.fields(), SessionDraft.known) == {}


def test_an_amendment_leaves_what_other_verbs_wrote_alone():
    before = PLAN.fields() | {"submitted": {"date": "2026-11-30"}, "future": 1}
    after = replace(PLAN, number="5", agencies=()).fields()
    assert changes(before, after, SessionDraft.known) == {
        "title": "Hari Bertemu Pelanggan Bil. 5/2026",
        "number": {"n": 5, "year": 2026},
        "agency.JPN": None,
    }


def test_a_submitted_report_keeps_its_date_proof_and_reason():
    state = PLAN.fields() | {"submitted": {"date": "2026-11-23", "proof": "G-1", "late_reason": "Banjir"}}
    sent = Session.of("s", state, (), ()).submitted
    assert sent is not None
    assert (sent.date, sent.proof, sent.late_reason) == (dt.date(2026, 11, 23), "G-1", "Banjir")
    assert Session.of("s", {"submitted": {"proof": "x"}}, (), ()).submitted is None


def test_an_officer_needs_a_name():
    assert OfficerDraft(" Pn.  Rohani ", "PPK").value() == Officer("Pn. Rohani", "PPK")
    assert [problem.code for problem in OfficerDraft(" ").problems()] == ["officer_missing"]


TEXT = st.text(max_size=40) | st.sampled_from(["4", "2026", "24/11/2026", "09:00", "\ud800", "\x00"])
DAYS = st.builds(DayDraft, date=TEXT, start=TEXT, end=TEXT, place=TEXT, address=TEXT, postcode=TEXT)
DUTIES = st.builds(DutyDraft, officer=TEXT, post=TEXT, counter=TEXT, lead=st.booleans())
CHOICES = {
    "style": ("bertemu", "bersama"),
    "method": ("existing", "online", "programme"),
    "mark": ("", "SULIT"),
}
DRAFTS = st.builds(
    SessionDraft,
    **{name: st.sampled_from(allowed) for name, allowed in CHOICES.items()},
    office=TEXT,
    programme=st.just("kpn") | TEXT,
    title=TEXT,
    number=st.just("") | TEXT,
    year=st.just("") | TEXT,
    platform=TEXT,
    link=TEXT,
    agencies=st.lists(TEXT, max_size=2).map(tuple),
    groups=st.frozensets(TEXT, max_size=2),
    counters=st.just("") | TEXT,
    leader=TEXT,
    cancel_reason=TEXT,
    days=st.lists(st.just(TUESDAY) | DAYS, min_size=1, max_size=2, unique_by=lambda day: day.id).map(tuple),
    duties=st.lists(DUTIES, max_size=2).map(tuple),
    acks=st.dictionaries(TEXT, TEXT, max_size=2),
)


@settings(max_examples=100, deadline=None)
@given(DRAFTS)
def test_a_plan_of_any_text_is_judged_and_refused_or_read_back(draft):
    draft.value()
    if errors_in(draft.problems()):
        return
    written = draft.subjects()
    assert all(len(dump(fields)) <= MOST_BYTES for _, _, fields in written)
    assert SessionDraft.of(recorded(draft)).subjects() == written
