"""Working days against the states' own calendars."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hbp_desktop.domain import workdays

STATES = [f"{number:02d}" for number in range(1, 17)]
TUESDAY, SUNDAY = date(2026, 11, 24), date(2026, 11, 8)


def days(text):
    return tuple(date.fromisoformat(f"2026-{part}") for part in text.split())


@pytest.mark.parametrize(
    ("received", "state", "expected"),
    [
        (TUESDAY, "JHR", days("11-25 11-27 12-15")),
        (TUESDAY, "KTN", days("11-25 11-29 12-15")),
        (TUESDAY, "SGR", days("11-25 11-27 12-16")),
        (TUESDAY, "SWK", days("11-25 11-27 12-15")),
        (SUNDAY, "JHR", days("11-10 11-12 11-30")),
        (SUNDAY, "KTN", days("11-09 11-11 11-29")),
        (SUNDAY, "SGR", days("11-10 11-12 11-30")),
        (SUNDAY, "SWK", days("11-09 11-11 11-27")),
    ],
)
def test_clocks_follow_the_states_calendar(received, state, expected):
    assert workdays.clocks(received, state) == expected


def test_a_state_may_be_named_by_code_or_alias():
    assert workdays.clocks(TUESDAY, "10") == workdays.clocks(TUESDAY, "SGR")


def test_johor_rested_on_friday_until_2024_and_on_sunday_from_2025():
    assert workdays.is_weekend("JHR", date(2024, 11, 29))
    assert not workdays.is_weekend("JHR", date(2024, 12, 1))
    assert workdays.is_weekend("JHR", date(2025, 11, 30))
    assert not workdays.is_weekend("JHR", date(2025, 11, 28))


def test_deepavali_is_no_holiday_in_sarawak():
    assert workdays.holiday("SGR", SUNDAY) == "Hari Deepavali"
    assert workdays.holiday("SWK", SUNDAY) == ""


def test_what_was_left_out_is_listed_with_its_reason():
    left_out = workdays.days_left_out("SGR", TUESDAY, date(2026, 12, 16))
    sultan = next(day for day in left_out if day.why == "holiday")
    assert (sultan.date, sultan.name) == (date(2026, 12, 11), "Hari Keputeraan Sultan Selangor")
    assert [day.date.isoweekday() for day in left_out if day.why == "weekend"] == [6, 7] * 3
    assert len(left_out) == 7


def test_the_offices_own_table_comes_before_the_calendar():
    flood = {date(2026, 11, 25): (False, "Banjir"), date(2026, 11, 28): (True, "Ganti")}
    assert workdays.add_working_days("SGR", TUESDAY, 1, flood) == date(2026, 11, 26)
    assert workdays.add_working_days("SGR", TUESDAY, 3, flood) == date(2026, 11, 28)
    assert workdays.why_free("SGR", date(2026, 11, 25), flood) == workdays.LeftOut(
        date(2026, 11, 25), "override", "Banjir"
    )


def test_estimated_holidays_carry_a_mark_in_both_languages():
    raya = next(
        day
        for day in (date(2028, 1, 1) + timedelta(n) for n in range(366))
        if "Hari Raya Puasa" in workdays.holiday("SGR", day)
    )
    for language in ("ms", "en"):
        left_out = workdays.why_free("SGR", raya, language=language)
        assert left_out is not None
        assert left_out.estimated


def test_announced_holidays_carry_none():
    left_out = workdays.why_free("SGR", date(2026, 12, 25))
    assert left_out is not None
    assert not left_out.estimated


@pytest.mark.parametrize("state", STATES)
def test_years_beyond_the_data_still_have_weekends(state):
    last = workdays.add_working_days(state, date(2150, 1, 1), 10)
    assert date(2150, 1, 11) < last < date(2150, 1, 20)


def test_no_days_is_the_day_itself():
    assert workdays.add_working_days("SGR", SUNDAY, 0) == SUNDAY


@settings(max_examples=60, deadline=None)
@given(
    state=st.sampled_from(STATES),
    start=st.dates(date(2015, 1, 1), date(2035, 12, 31)),
    n=st.integers(1, 20),
)
def test_the_days_counted_and_the_days_left_out_add_up(state, start, n):
    end = workdays.add_working_days(state, start, n)
    assert workdays.is_working_day(state, end)
    assert n + len(workdays.days_left_out(state, start, end)) == (end - start).days
