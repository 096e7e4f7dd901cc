"""The circular's suggestions: each with its clause, none of them blocking."""

import datetime as dt
from dataclasses import replace

import pytest

from hbp_desktop.domain.errors import errors_in
from hbp_desktop.domain.guideline import CLAUSES, Yardsticks, YearSoFar, hints, late_days, report_due
from hbp_desktop.domain.session import Day, DayDraft, Session, SessionDraft, Submitted
from hbp_desktop.domain.workdays import holiday

TODAY = dt.date(2026, 11, 22)
TUESDAY = dt.date(2026, 11, 24)
MORNING = Day("d", TUESDAY, "09:00", "12:00", "Dewan")
PLAN = Session("s", "SGR06", n=4, year=2026, days=(MORNING,))


def codes(plan, level=None, **more):
    return {hint.code for hint in hints(plan, TODAY, **more) if level in (None, hint.level)}


def values_of(code, plan, today=TODAY, **more):
    return next((hint.values for hint in hints(plan, today, **more) if hint.code == code), {})


def on(date, start="09:00", end="12:00", **session):
    return replace(PLAN, days=(Day("d", date, start, end, "Dewan"),), **session)


def test_an_ordinary_morning_has_no_warning():
    assert codes(PLAN, "warning") == set()


def test_every_hint_names_a_clause_of_the_circular_and_none_blocks():
    plans = (
        PLAN,
        on(dt.date(2026, 11, 28), "07:00", "15:00"),
        on(TUESDAY, "09:00", "11:30", method="online", style="bersama"),
        on(dt.date(2026, 12, 11), method="programme", n=1),
        on(dt.date(2026, 10, 24)),
    )
    found = [hint for plan in plans for hint in hints(plan, TODAY)]
    assert {hint.values["clause"] for hint in found} <= set(CLAUSES)
    assert not errors_in(tuple(found))


def test_hours_beyond_nine_to_twelve_are_told_once_a_day():
    assert "hours_beyond" in codes(on(TUESDAY, "08:00", "12:00"), "warning")
    assert "hours_beyond" in codes(on(TUESDAY, "09:00", "12:30"), "warning")
    assert "hours_beyond" not in codes(on(TUESDAY, "10:00", "11:00"))
    assert "hours_beyond" not in codes(on(TUESDAY, "", ""))


def test_an_online_session_of_two_hours_and_a_half_gets_a_warning_only():
    assert "online_too_long" in codes(on(TUESDAY, "20:00", "22:30", method="online"), "warning")
    assert "online_too_long" not in codes(on(TUESDAY, "20:00", "21:45", method="online"))


def test_a_weekend_warns_an_office_day_and_only_hints_at_a_programme():
    saturday = dt.date(2026, 11, 28)
    assert "day_weekend" in codes(on(saturday), "warning")
    assert "day_weekend" in codes(on(saturday, method="programme", programme="ppr"), "hint")
    assert "day_weekend" not in codes(on(TUESDAY))


def test_the_weekend_is_that_of_the_offices_state():
    sunday, friday = dt.date(2026, 11, 29), dt.date(2026, 11, 27)
    assert "day_weekend" not in codes(on(sunday, office="KTN02"))
    assert "day_weekend" in codes(on(friday, office="KTN02"))


def test_a_holiday_is_named_and_the_offices_calendar_comes_first():
    sultan = on(dt.date(2026, 12, 11))
    hint = next(hint for hint in hints(sultan, TODAY) if hint.code == "day_holiday")
    assert hint.values["name"] == "Hari Keputeraan Sultan Selangor"
    working = {dt.date(2026, 12, 11): (True, "")}
    assert "day_holiday" not in codes(sultan, overrides=working)


def test_an_estimated_holiday_says_so():
    year = (dt.date(2028, 1, 1) + dt.timedelta(n) for n in range(366))
    raya = next(day for day in year if "Hari Raya Puasa" in holiday("SGR", day))
    assert "holiday_estimated" in codes(on(raya, year=2028), "hint")
    assert "holiday_estimated" not in codes(on(dt.date(2026, 12, 25)))


def test_an_office_code_of_no_state_gets_the_other_hints():
    assert "report_due" in codes(on(dt.date(2026, 11, 28), office="汉字!"))


def test_the_year_is_counted_with_this_plan():
    hint = next(h for h in hints(PLAN, TODAY, {}, YearSoFar(state=3, office=1)) if h.code == "year_target")
    assert (hint.values["count"], hint.values["office"], hint.values["target"]) == (4, 2, 4)
    other = next(
        h for h in hints(PLAN, TODAY, yardsticks=Yardsticks(sessions_a_year=6)) if h.code == "year_target"
    )
    assert other.values["target"] == 6


def test_a_warning_kept_with_a_reason_is_not_told_again():
    kept = on(TUESDAY, "08:00", "12:00", acks={"hours_beyond": "Permintaan penghulu"})
    assert "hours_beyond" not in codes(kept)


def test_warnings_come_before_hints():
    levels = [hint.level for hint in hints(on(dt.date(2026, 11, 28), "08:00", "16:00"), TODAY)]
    assert levels == sorted(levels, reverse=True)


@pytest.mark.parametrize(
    ("last", "due"),
    [(TUESDAY, dt.date(2026, 12, 1)), (dt.date(2026, 11, 8), dt.date(2026, 11, 15))],
)
def test_a_report_is_due_seven_calendar_days_after_the_last_day(last, due):
    assert report_due(last) == due


def test_three_days_at_longhouses_are_due_from_the_last():
    days = tuple(Day(f"d{n}", dt.date(2026, 11, n), place=f"Rh. {n}") for n in (6, 7, 8))
    assert replace(PLAN, days=days[::-1]).due == dt.date(2026, 11, 15)


def test_a_late_report_counts_calendar_days():
    assert late_days(dt.date(2026, 11, 18), dt.date(2026, 11, 23)) == 5
    assert late_days(dt.date(2026, 11, 18), dt.date(2026, 11, 18)) == 0


def test_a_late_plan_says_how_late_but_neither_a_cancelled_nor_a_submitted_one():
    held = on(dt.date(2026, 11, 11), office="KDH08")
    monday = dt.date(2026, 11, 23)
    assert values_of("report_late", held, monday)["days"] == 5
    assert values_of("report_late", replace(held, status="cancelled"), monday) == {}
    sent = replace(held, submitted=Submitted(dt.date(2026, 11, 17)))
    assert not {"report_late", "report_due"} & codes(sent)


def test_a_draft_half_typed_gets_hints_as_well():
    draft = SessionDraft(
        office="SGR06", method="nonsense", days=(DayDraft(date="bila-bila", start="x"), DayDraft())
    )
    assert "year_target" in codes(draft)
    assert hints(SessionDraft(), TODAY)
