"""Matters and tallies: kinds, steps, and what must be done before one may be closed."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hbp_desktop.domain.errors import Invalid, errors_in
from hbp_desktop.domain.matter import (
    KINDS,
    STATUSES,
    Matter,
    MatterDraft,
    allowed_steps,
    step_problems,
)
from hbp_desktop.domain.rules import Rules
from hbp_desktop.domain.session import Day
from hbp_desktop.domain.tally import COUNTABLE, Tally, TallyDraft

ADUAN = MatterDraft(kind="aduan", details="TASKA tidak berdaftar")
NEW = Matter("m", kind="aduan", details="x")
COUNT = TallyDraft(id="t" * 32, session="s", day="d", counter="2", kind="pertanyaan", service="BWE", n="12")


def codes(problems, level=None):
    return {problem.code for problem in problems if level in (None, problem.level)}


def test_a_matter_goes_from_new_to_closed_and_may_be_reopened():
    assert "settled" in allowed_steps("new")
    assert allowed_steps("in_progress") == {"waiting", "referred", "settled"}
    assert "settled" in allowed_steps("waiting") & allowed_steps("referred")
    assert allowed_steps("settled") == {"closed", "in_progress"}
    assert allowed_steps("closed") == {"in_progress"}


@pytest.mark.parametrize("status", STATUSES)
def test_every_step_leads_to_a_status_and_none_back_to_new(status):
    assert allowed_steps(status) <= set(STATUSES) - {"new", status}


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_can_be_reached_from_new(status):
    reached, todo = {"new"}, ["new"]
    while todo:
        todo += (fresh := allowed_steps(todo.pop()) - reached)
        reached |= fresh
    assert status in reached


def test_a_status_of_a_newer_program_can_be_taken_up_again():
    assert allowed_steps("on_the_moon") == {"in_progress"}


def test_a_step_that_is_not_next_is_refused_with_both_names():
    (problem,) = step_problems(NEW, "closed")
    assert (problem.code, problem.values) == ("step_not_allowed", {"from": "new", "to": "closed"})
    assert step_problems(NEW, "settled") == ()


def test_referring_needs_the_agency():
    assert codes(step_problems(NEW, "referred")) == {"agency_missing"}
    assert step_problems(NEW, "referred", "PDRM") == ()
    assert codes(replace(ADUAN, status="referred").problems()) == {"agency_missing"}


def test_an_urgent_matter_may_be_recorded_but_not_settled_without_immediate_action():
    urgent = replace(ADUAN, urgent="child")
    assert codes(urgent.problems(), "warning") == {"urgent_action_missing"}
    assert codes(replace(urgent, status="settled").problems(), "error") == {"urgent_action_missing"}
    assert replace(urgent, status="settled", action="Pelindung dimaklumkan 9.20 pagi").problems() == []
    assert codes(step_problems(replace(NEW, urgent="violence"), "settled")) == {"urgent_action_missing"}
    assert step_problems(replace(NEW, urgent="violence"), "in_progress") == ()


def test_kinds_statuses_and_urgency_are_those_of_the_form():
    odd = replace(ADUAN, kind="rungutan", status="siap", urgent="gempa")
    assert codes(odd.problems()) == {
        "kind_unknown",
        "status_unknown",
        "urgent_unknown",
        "urgent_action_missing",
    }


def test_outcome_and_follow_up_are_one_decision_each():
    draft = replace(
        ADUAN,
        status="referred",
        agency=" PDRM ",
        status_date="24/11/2026",
        follow_unit="Unit Kanak-Kanak",
        follow_date="27 November 2026",
        service_code="611",
        service="Akta 611",
    )
    fields = draft.fields("s", "v", 1)
    assert fields["outcome"] == {"status": "referred", "agency": "PDRM", "date": "2026-11-24"}
    assert fields["follow"] == {"unit": "Unit Kanak-Kanak", "date": "2026-11-27"}
    assert fields["service"] == {"code": "611", "text": "Akta 611"}
    matter = Matter.of(draft.id, fields)
    assert (matter.status_date, matter.follow_date) == (dt.date(2026, 11, 24), dt.date(2026, 11, 27))
    assert MatterDraft.of(matter).fields("s", "v", 1) == fields


def test_an_unreadable_date_is_named_at_its_place():
    problems = replace(ADUAN, follow_date="minggu depan", reply_done="30/02/2026").problems()
    assert {(p.code, p.place) for p in problems} == {
        ("date_unreadable", "follow_date"),
        ("date_impossible", "reply_done"),
    }


def test_a_matter_is_open_until_it_is_settled():
    assert [status for status in STATUSES if not replace(NEW, status=status).is_open] == ["settled", "closed"]


def test_a_tally_counts_without_names():
    assert COUNT.problems() == ()
    ((kind, key, fields),) = COUNT.subjects()
    assert (kind, fields["n"], fields["service"]) == ("tally", 12, {"text": "BWE"})
    assert TallyDraft.of(Tally.of(key, fields)) == COUNT


@pytest.mark.parametrize("kind", ["aduan", "cadangan"])
def test_complaints_and_suggestions_cannot_be_tallied(kind):
    assert kind not in COUNTABLE
    assert codes(replace(COUNT, kind=kind).problems(), "error") == {"kind_not_tallied"}
    with pytest.raises(Invalid):
        replace(COUNT, kind=kind).subjects()


@pytest.mark.parametrize("n", ["", "0", "-3", "1.5", "sepuluh", "10000", "１２", "9" * 5000])
def test_a_count_is_a_whole_number_from_one(n):
    assert codes(replace(COUNT, n=n).problems(), "error") == {"count_impossible"}


def test_a_tally_belongs_to_a_day_of_the_session():
    rules = Rules(days=(Day("e", dt.date(2026, 11, 24)),))
    assert codes(COUNT.problems(rules)) == {"day_unknown"}
    assert codes(replace(COUNT, kind="").problems()) == {"kind_missing"}


@settings(max_examples=80, deadline=None)
@given(
    st.builds(
        TallyDraft, kind=st.sampled_from(KINDS) | st.text(), n=st.text() | st.just("3"), service=st.text()
    )
)
def test_a_tally_of_any_text_is_refused_or_written(draft):
    assert errors_in(draft.problems()) or draft.subjects()
    assert TallyDraft.from_json(draft.as_json()) == draft
