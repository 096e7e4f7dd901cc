"""Trying again comes later after each failure, never all at once, and never sooner than was asked for."""

import pytest

from hbp_desktop.sync.backing_off import CALM, FIRST, LONGEST, SOON, after_failure, after_success, due

NOW = 1_795_500_000


def least() -> float:
    return 0.0


def most() -> float:
    return 0.999


def test_each_failure_waits_longer_up_to_a_limit() -> None:
    waits = [after_failure(n, NOW, 0, least) - NOW for n in range(1, 40)]
    assert waits == sorted(waits)
    assert waits[0] == FIRST // 2
    assert waits[-1] == LONGEST // 2
    assert after_failure(1_000_000, NOW, 0, most) - NOW < LONGEST * 2


def test_laptops_that_failed_together_do_not_come_back_together() -> None:
    assert after_failure(5, NOW, 0, least) < after_failure(5, NOW, 0, most)
    assert after_failure(1, NOW, 600, least) < after_failure(1, NOW, 600, most)
    assert after_success(NOW, least) < NOW + CALM < after_success(NOW, most)


@pytest.mark.parametrize("chance", [least, most])
@pytest.mark.parametrize("wait", [1, 60, 3_600])
def test_what_was_asked_for_is_waited(wait: int, chance) -> None:  # type: ignore[no-untyped-def]
    assert after_failure(1, NOW, wait, chance) >= NOW + wait


def test_something_recorded_is_sent_soon_but_not_at_once_again() -> None:
    assert due(NOW + CALM, NOW, NOW, waiting=True) == NOW + SOON
    assert due(NOW + CALM, NOW, NOW, waiting=False) == NOW + CALM
    assert due(NOW + 3, NOW, NOW, waiting=True) == NOW + 3


def test_a_clock_that_was_set_back_years_does_not_stop_the_exchange() -> None:
    assert due(NOW, NOW, NOW - 5 * 365 * 86_400, waiting=False) == NOW - 5 * 365 * 86_400
