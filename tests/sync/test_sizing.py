"""Batches are small on a poor line and grow with what a line has shown."""

from hypothesis import given
from hypothesis import strategies as st

from hbp_desktop.sync.batch import LARGEST_BATCH, POOR_LINE
from hbp_desktop.sync.sizing import LARGEST, Sizing


def test_a_line_nobody_knows_gets_small_batches() -> None:
    assert Sizing().next_size() == POOR_LINE == 16 * 1024


def test_a_line_of_64_kbit_stays_with_small_batches() -> None:
    sizing = Sizing(speed=50_000)
    for _ in range(5):
        size = sizing.next_size()
        sizing.sent(size, size / 8_000 + 0.6)
    assert sizing.next_size() == POOR_LINE
    assert 5_000 < sizing.speed < 8_000


def test_a_fast_line_reaches_the_largest_batches_within_a_few() -> None:
    sizing = Sizing()
    for _ in range(4):
        sizing.sent(sizing.next_size(), 0.005)
    assert sizing.next_size() == LARGEST < LARGEST_BATCH


def test_the_last_known_speed_is_where_it_starts() -> None:
    assert Sizing(speed=100_000).next_size() == 200_000


def test_a_few_bytes_tell_only_that_a_line_is_not_poor() -> None:
    sizing = Sizing(speed=100_000)
    sizing.sent(300, 2.0)
    assert sizing.speed == 100_000
    near, far = Sizing(), Sizing()
    near.sent(500, 0.005)
    far.sent(500, 0.7)
    assert near.next_size() == 4 * POOR_LINE
    assert (far.speed, far.next_size()) == (0, POOR_LINE)


def test_a_line_that_turned_slow_is_believed_at_once() -> None:
    sizing = Sizing(speed=10_000_000)
    sizing.sent(LARGEST, 100.0)
    assert sizing.next_size() <= 2 * POOR_LINE


@given(st.integers(-5, 10**12), st.lists(st.tuples(st.integers(0, 10**9), st.floats(0, 10**6))))
def test_a_batch_never_leaves_its_bounds(speed: int, sends: list[tuple[int, float]]) -> None:
    sizing = Sizing(speed)
    for size, seconds in sends:
        sizing.sent(size, seconds)
        assert POOR_LINE <= sizing.next_size() <= LARGEST
