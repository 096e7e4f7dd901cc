"""Dates, times and money: read as typed, written as on paper."""

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbp_desktop.domain.dates import (
    clock,
    long_date,
    month_name,
    plain_date,
    read_date,
    read_time,
    ringgit,
    short_date,
)
from hbp_desktop.domain.errors import Refused

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-24",
        "24/11/2026",
        "24.11.2026",
        "24-11-2026",
        " 24 / 11 / 2026 ",
        "24 November 2026",
        "24 nov 2026",
        "24 Nov. 2026",
        "Selasa, 24 November 2026",
        "2026-11-24T09:00:00",
    ],
)
def test_a_date_is_read_day_first_or_as_iso(text):
    assert read_date(text) == DAY


def test_malay_months_are_read():
    months = [month_name(number) for number in range(1, 13)]
    assert [read_date(f"3 {name} 2026").month for name in months] == list(range(1, 13))
    assert read_date("1 Ogos 2026") == read_date("1 Ogo 2026") == date(2026, 8, 1)


@pytest.mark.parametrize("text", ["", "semalam", "24/11/26", "24 Brumaire 2026", "٢٤/١١/٢٠٢٦", "11/2026"])
def test_words_and_short_years_are_unreadable(text):
    with pytest.raises(Refused, match="date_unreadable"):
        read_date(text)


@pytest.mark.parametrize("text", ["31/02/2026", "2026-13-01", "0/1/2026", "1/1/1026"])
def test_dates_that_no_calendar_has_are_impossible(text):
    with pytest.raises(Refused, match="date_impossible"):
        read_date(text)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("9:05", "09:05"),
        ("09.05", "09:05"),
        ("0905", "09:05"),
        ("14:30", "14:30"),
        ("9.05 pagi", "09:05"),
        ("9:05 AM", "09:05"),
        ("9.05 a.m.", "09:05"),
        ("3.30 petang", "15:30"),
        ("8 malam", "20:00"),
        ("12.10 tengah hari", "12:10"),
        ("1.15 tengah hari", "13:15"),
        ("12:00 am", "00:00"),
        ("12.00 malam", "00:00"),
        ("12:30 PM", "12:30"),
        ("jam 9.00 pagi", "09:00"),
        ("09:05:20", "09:05"),
    ],
)
def test_a_time_is_read_in_either_language(text, time):
    assert read_time(text) == time


@pytest.mark.parametrize(
    "text", ["", "pagi", "25:00", "9:60", "13.00 pagi", "9.00 esok", "8 tengah hari", "99"]
)
def test_what_is_no_time_is_refused(text):
    with pytest.raises(Refused, match="time_impossible"):
        read_time(text)


def test_dates_are_written_as_malay_and_english_papers_do():
    assert long_date(DAY) == "Selasa, 24 November 2026"
    assert long_date(DAY, "en") == "Tuesday, 24 November 2026"
    assert plain_date(date(2026, 12, 1)) == "1 Disember 2026"
    assert (short_date(DAY), short_date(date(2026, 3, 1)), short_date(date(2026, 8, 1), "en")) == (
        "24 Nov.",
        "1 Mac",
        "1 Aug.",
    )


def test_times_are_written_with_their_part_of_the_day():
    written = [clock(time) for time in ("09:00", "12:00", "12:10", "15:30", "19:00", "20:00", "00:05")]
    assert written == [
        "9.00 pagi",
        "12.00 tengah hari",
        "12.10 tengah hari",
        "3.30 petang",
        "7.00 malam",
        "8.00 malam",
        "12.05 pagi",
    ]
    assert [clock(time, "en") for time in ("09:00", "12:00", "15:30")] == ["9.00 am", "12.00 noon", "3.30 pm"]
    assert clock("") == ""
    assert clock("esok") == "esok"


def test_money_has_a_comma_and_two_places():
    assert ringgit(Decimal("1200.5")) == "RM1,200.50"
    assert ringgit(0) == "RM0.00"
    assert ringgit(-5) == "-RM5.00"


@given(st.text())
def test_any_text_is_a_date_and_a_time_or_refused(text):
    with suppress(Refused):
        assert read_date(text).year >= 1900
    with suppress(Refused):
        assert len(read_time(text)) == 5
    assert isinstance(clock(text), str)


@given(st.times())
def test_a_time_written_is_read_back(time):
    typed = time.strftime("%H:%M")
    assert read_time(clock(typed)) == typed or time.hour == 0


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(["ms", "en"]))
def test_a_date_written_is_read_back(day, language):
    assert read_date(long_date(day, language)) == read_date(plain_date(day, language)) == day
    assert read_date(day.isoformat()) == day
