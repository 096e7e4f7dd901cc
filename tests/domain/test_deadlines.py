"""Complaints' clocks: three dates, what stops each, what runs next."""

from dataclasses import replace
from datetime import date

import pytest

from hbp_desktop.domain.deadlines import Almanac, clocks_of, next_due
from hbp_desktop.domain.matter import Matter

RECEIVED = date(2026, 11, 24)
SELANGOR = Almanac("SGR", RECEIVED)
COMPLAINT = Matter("m", kind="aduan", status="in_progress")


def test_a_complaint_has_the_three_dates_of_the_story() -> None:
    clocks = clocks_of(COMPLAINT, RECEIVED, anonymous=False, almanac=SELANGOR)
    assert [clock.due.date for clock in clocks] == [
        date(2026, 11, 25),
        date(2026, 11, 27),
        date(2026, 12, 16),
    ]
    assert [clock.due.left for clock in clocks] == [1, 3, 15]
    assert [clock.next for clock in clocks] == [True, False, False]
    assert "Sultan" in "".join(day.name for day in clocks[2].due.left_out)


def test_an_anonymous_complaint_is_not_acknowledged_to_anybody() -> None:
    clocks = clocks_of(COMPLAINT, RECEIVED, anonymous=True, almanac=SELANGOR)
    assert [clock.name for clock in clocks] == ["reply", "investigate"]
    assert clocks[0].next


def test_in_kelantan_the_weekend_is_friday_and_saturday() -> None:
    clocks = clocks_of(COMPLAINT, RECEIVED, anonymous=True, almanac=Almanac("KTN", RECEIVED))
    assert clocks[0].due.date == date(2026, 11, 29)


@pytest.mark.parametrize(
    ("matter", "running"),
    [
        (COMPLAINT, ["ack", "reply", "investigate"]),
        (replace(COMPLAINT, ack_done=RECEIVED), ["reply", "investigate"]),
        (replace(COMPLAINT, reply_done=RECEIVED), ["investigate"]),
        (replace(COMPLAINT, status="settled"), []),
        (replace(COMPLAINT, status="closed"), []),
    ],
)
def test_what_was_done_stops_its_clock_and_the_ones_before(matter: Matter, running: list[str]) -> None:
    clocks = clocks_of(matter, RECEIVED, anonymous=False, almanac=SELANGOR)
    assert [clock.name for clock in clocks if not clock.done] == running


def test_only_a_standing_complaint_with_a_date_has_clocks() -> None:
    for matter, received in (
        (replace(COMPLAINT, kind="pertanyaan"), RECEIVED),
        (replace(COMPLAINT, withdrawn=True), RECEIVED),
        (COMPLAINT, None),
    ):
        assert clocks_of(matter, received, anonymous=False, almanac=SELANGOR) == ()


def test_the_next_deadline_of_a_visit_is_the_nearest_that_runs() -> None:
    acknowledged = replace(COMPLAINT, ack_done=RECEIVED)
    due = next_due((replace(COMPLAINT, kind="cadangan"), acknowledged), RECEIVED, False, SELANGOR)
    assert due is not None
    assert due.date == date(2026, 11, 27)


def test_a_deadline_that_passed_says_how_many_days_it_is_late() -> None:
    later = Almanac("SGR", date(2026, 12, 5))
    assert later.calendar(date(2026, 12, 1)).late == 4
    assert later.working(date(2026, 12, 1)).late == 4
    assert not later.calendar(date(2026, 12, 1)).near
    assert later.calendar(date(2026, 12, 6)).near
