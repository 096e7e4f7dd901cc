"""Seven daily, four weekly, twelve monthly; the newest never goes."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hbp_desktop.domain.retention import DAYS, MONTHS, WEEKS, Made, superfluous

NOW = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)

moments = st.datetimes(datetime(2024, 1, 1), datetime(2027, 2, 1)).map(lambda at: at.replace(tzinfo=UTC))
histories = st.lists(moments, max_size=60).map(
    lambda times: [Made(f"b{number}", at) for number, at in enumerate(times)]
)


def stay(made: list[Made], just_made: str = "") -> list[Made]:
    gone = superfluous(made, NOW, just_made)
    return [one for one in made if one.name not in gone]


def test_a_year_of_closing_each_afternoon_leaves_the_promised_ones() -> None:
    made: list[Made] = []
    for number in range(400):
        at = NOW - timedelta(days=400 - number)
        made = [*made, Made(str(number), at)]
        gone = superfluous(made, at, str(number))
        made = [one for one in made if one.name not in gone]
    days = [(NOW - one.at).days for one in made]
    assert [day for day in days if day <= DAYS] == [7, 6, 5, 4, 3, 2, 1]
    assert len([day for day in days if 7 < day <= 31]) in (3, 4)
    assert len({(one.at.year, one.at.month) for one in made}) == MONTHS
    assert len(made) <= DAYS + WEEKS + MONTHS


def test_several_of_one_day_leave_the_last() -> None:
    made = [Made(str(hour), NOW.replace(hour=hour)) for hour in range(8, 17)]
    assert [one.name for one in stay(made)] == ["16"]


def test_years_in_a_cupboard_take_nothing_away() -> None:
    made = [Made(str(number), NOW - timedelta(days=900 + number)) for number in range(DAYS)]
    assert stay(made) == made


def test_a_wrong_clocks_backups_do_not_push_out_the_right_ones() -> None:
    wrong = [Made(f"w{number}", datetime(2099, 1, 1 + number, tzinfo=UTC)) for number in range(20)]
    right = [Made(f"r{number}", NOW - timedelta(days=number)) for number in range(1, DAYS)]
    assert set(right) <= set(stay([*wrong, *right, Made("now", NOW)], "now"))
    assert "now" in {one.name for one in stay([*wrong, *right, Made("now", NOW)], "now")}


@given(histories)
def test_the_newest_always_stays(made: list[Made]) -> None:
    if made:
        newest = max(made, key=lambda one: (one.at, one.name))
        assert newest in stay(made)


@given(histories)
def test_there_are_never_more_than_promised(made: list[Made]) -> None:
    assert len(stay(made)) <= DAYS + WEEKS + MONTHS + 1


@given(histories)
def test_each_of_the_last_days_weeks_and_months_with_a_backup_still_has_one(made: list[Made]) -> None:
    kept = stay(made)
    for period, most in (
        (lambda at: at.date().toordinal(), DAYS),
        (lambda at: at.isocalendar()[0] * 100 + at.isocalendar()[1], WEEKS),
        (lambda at: at.year * 12 + at.month, MONTHS),
    ):
        had = sorted({period(min(one.at, NOW)) for one in made}, reverse=True)[:most]
        have = {period(min(one.at, NOW)) for one in kept}
        assert set(had) <= have


@given(histories)
def test_clearing_twice_clears_nothing_more(made: list[Made]) -> None:
    kept = stay(made)
    assert stay(kept) == kept


@given(histories, st.integers(0, 59))
def test_the_one_just_made_stays_whatever_its_date(made: list[Made], number: int) -> None:
    if made:
        name = made[number % len(made)].name
        assert name in {one.name for one in stay(made, name)}
