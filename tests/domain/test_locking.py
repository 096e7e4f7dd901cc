"""When an unused office locks, and how deep each cause locks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbp_desktop.domain.locking import FULL_CAUSES, SCREEN_CAUSES, WARN_S, Depth, Look, Watch, depth_of

FIVE = 300.0


def test_screen_causes_leave_a_running_exchange_its_round() -> None:
    assert {depth_of(cause) for cause in ("idle", "system", "asked")} == {Depth.SCREEN}


def test_sleep_lid_gap_demand_and_log_out_close_everything() -> None:
    assert {depth_of(cause) for cause in ("sleep", "lid", "gap", "full", "end")} == {Depth.FULL}


def test_no_cause_is_both_and_an_unknown_one_is_refused() -> None:
    assert not SCREEN_CAUSES & FULL_CAUSES
    with pytest.raises(ValueError, match="tea break"):
        depth_of("tea break")


def test_an_office_in_use_never_locks() -> None:
    watch = Watch(FIVE, 0, 50)
    for second in range(1, 2000):
        watch.used(second)
        assert watch.look(second, second + 50) == Look()


def test_the_last_thirty_seconds_are_counted_down_and_then_it_locks() -> None:
    watch = Watch(FIVE, 0, 0)
    assert watch.look(269.9, 269.9) == Look()
    assert watch.look(270, 270) == Look(left=30)
    assert watch.look(272.4, 272.4) == Look(left=28)
    assert watch.look(299.5, 299.5) == Look(left=1)
    assert watch.look(300, 300) == Look("idle")


def test_any_use_ends_the_countdown() -> None:
    watch = Watch(FIVE, 0, 0)
    assert watch.look(290, 290).left == 10
    watch.used(290.5)
    assert watch.look(291, 291) == Look()
    assert watch.look(590.5, 590.5) == Look("idle")


def test_a_machine_that_slept_locks_fully_however_short_the_sleep() -> None:
    watch = Watch(FIVE, 100, 100)
    assert watch.look(101, 101) == Look()
    assert watch.look(102, 102 + 3600) == Look("gap")
    assert watch.look(103, 103 + 3600) == Look(), "once told, the gap is the past"


def test_a_program_that_was_stopped_is_idle_and_not_asleep() -> None:
    watch = Watch(FIVE, 0, 0)
    assert watch.look(4000, 4000) == Look("idle")


def test_a_clock_that_is_read_a_little_late_is_no_sleep() -> None:
    watch = Watch(FIVE, 0, 0)
    assert watch.look(1, 3.5) == Look()


def test_a_shorter_time_counts_from_now_on() -> None:
    watch = Watch(FIVE, 0, 0)
    watch.set_idle(120)
    assert watch.look(121, 121) == Look("idle")


@given(idle=st.floats(2, 3600), steps=st.lists(st.floats(0.01, 5), max_size=60))
def test_what_is_counted_is_never_more_than_thirty_and_never_under_one(
    idle: float, steps: list[float]
) -> None:
    watch, now = Watch(idle, 0, 7), 0.0
    for step in steps:
        now += step
        look = watch.look(now, now + 7)
        assert look.left is None or 1 <= look.left <= WARN_S
        assert (look.cause == "idle") == (now >= idle)
