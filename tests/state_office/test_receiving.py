"""What a state office holds of what is pushed, and what it says, alike on both databases."""

from tests.state_office.stands import Stand


def test_what_was_pushed_is_held_and_told_in_a_receipt(stand: Stand) -> None:
    laptop = stand.writer()
    new = laptop.write(5)
    answer = stand.push(laptop)
    assert stand.held() == {one.hash: 1 for one in new}
    assert answer.receipt is not None
    assert answer.receipt.n == 1
    assert answer.receipt.held == {laptop.chain: (5, new[-1].hash)}
    assert answer.vector == laptop.have
    assert answer.refused == ()
