"""What a state office holds of what is pushed, and what it says, alike on both databases."""

import secrets
from dataclasses import replace

from hbp_desktop.domain.chain import Head, Range
from hbp_desktop.domain.entry import NOTHING
from hbp_desktop.state_office.statements import rows
from hbp_desktop.sync.messages import read_answer, split
from tests.state_office.stands import Stand, Writer


def branch(writer: Writer, at: int) -> Writer:
    """Give a copy of a device that went its own way after entry `at`."""
    other = Writer(writer.server, writer.office, writer.secret, writer.entries[:at], n=100)
    other.sent = at
    return other


def test_what_was_pushed_is_held_and_told_in_a_receipt(stand: Stand) -> None:
    laptop = stand.writer()
    new = laptop.write(5)
    answer = stand.push(laptop)
    assert stand.held() == {one.hash: 1 for one in new}
    assert answer.receipt is not None
    assert answer.receipt.n == 1
    assert len(answer.receipt.batches) == 1
    assert answer.receipt.held == {laptop.chain: (5, new[-1].hash)}
    assert answer.vector == laptop.have
    assert answer.refused == ()


def test_bytes_are_kept_just_as_they_came(stand: Stand) -> None:
    laptop = stand.writer()
    new = laptop.write(3)
    stand.push(laptop)
    with stand.database.read() as conn:
        found = rows(conn, "SELECT hash, prev, header, digest, body, kind, subject FROM entries ORDER BY seq")
    assert found == [
        (one.hash, one.prev, one.header_bytes, one.digest, one.body_bytes, "visit", one.header.subject)
        for one in new
    ]


def test_the_sums_of_a_chain_are_of_what_is_held(stand: Stand) -> None:
    laptop = stand.writer()
    for _ in range(3):
        laptop.write(4)
        answer = stand.push(laptop)
    total = 0
    for one in laptop.entries:
        total ^= int.from_bytes(one.hash, "big")
    assert answer.sums == {laptop.chain: (12, total.to_bytes(32, "big"))}


def test_the_same_batch_again_changes_nothing_and_gets_a_receipt(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(3)
    batch = laptop.batch()
    first, _ = stand.round(laptop, [batch])
    again, _ = stand.round(laptop, [batch])
    assert first.receipt is not None
    assert again.receipt is not None
    assert again.receipt.held == first.receipt.held
    assert again.receipt.n == 2
    assert set(stand.held().values()) == {1}
    assert again.sums == first.sums


def test_several_batches_of_one_round_are_held_together(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(9)
    ranges = [laptop.batch(laptop.range(first, first + 2)) for first in (1, 4, 7)]
    answer, _ = stand.round(laptop, ranges)
    assert len(stand.held()) == 9
    assert answer.receipt is not None
    assert len(answer.receipt.batches) == 3
    assert answer.receipt.held[laptop.chain][0] == 9


def test_batches_of_one_round_may_come_one_by_one_and_end_in_one_receipt(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(6)
    guest = stand.receiver.greet(*split(laptop.ask())[:2])
    stand.receiver.take(guest, [laptop.batch(laptop.range(1, 3))])
    stand.receiver.take(guest, [laptop.batch(laptop.range(4, 6))])
    answer = read_answer(*split(stand.receiver.answer(guest)[0])[:2])
    assert answer.receipt is not None
    assert (answer.receipt.n, len(answer.receipt.batches)) == (1, 2)


def test_a_broken_chain_stops_itself_alone(stand: Stand) -> None:
    laptop, sibling = stand.writer(), Writer(stand.receiver.key)
    laptop.write(4)
    sibling.write(4)
    whole = sibling.range()
    spoilt = replace(whole, entries=(*whole.entries[:2], (whole.entries[2][0], b"{}"), whole.entries[3]))
    answer, _ = stand.round(laptop, [laptop.batch(spoilt, laptop.range())])
    assert [one[0] for one in answer.refused] == [sibling.chain]
    assert answer.receipt is not None
    assert answer.receipt.held.keys() == {laptop.chain}
    assert answer.receipt.batches == ()
    assert stand.held().keys() == {one.hash for one in laptop.entries}


def test_a_header_that_cannot_be_read_breaks_its_chain_alone(stand: Stand) -> None:
    laptop, sibling = stand.writer(), Writer(stand.receiver.key)
    laptop.write(2)
    sibling.write(2)
    whole = sibling.range()
    spoilt = replace(whole, entries=(whole.entries[0], (b'{"no":"header"}', b"{}")))
    answer, _ = stand.round(laptop, [laptop.batch(spoilt, laptop.range())])
    assert [one[0] for one in answer.refused] == [sibling.chain]
    assert stand.held().keys() == {one.hash for one in laptop.entries}


def test_a_range_that_hangs_on_nothing_held_is_refused(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(6)
    answer, _ = stand.round(laptop, [laptop.batch(laptop.range(4))])
    assert answer.refused == ((laptop.chain, "link_lost", 6),)
    assert answer.receipt is None
    assert stand.held() == {}


def test_a_head_of_another_hand_is_refused(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(2)
    whole = laptop.range()
    head = Head(laptop.chain, 2, whole.head.hash, secrets.token_bytes(64))
    answer, _ = stand.round(laptop, [laptop.batch(replace(whole, head=head))])
    assert answer.refused == ((laptop.chain, "head_unsigned", 2),)
    assert stand.held() == {}


def test_a_chain_named_after_another_key_is_refused(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(2)
    laptop.chain = secrets.token_hex(16)
    whole = laptop.range()
    answer, _ = stand.round(laptop, [laptop.batch(Range(laptop.chain, NOTHING, whole.entries, whole.head))])
    assert [code for _, code, _ in answer.refused] == ["link_lost"]
    assert stand.held() == {}


def test_a_chain_that_moved_on_is_told_stale_and_nothing_of_it_is_taken(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(3)
    stand.push(laptop)
    twin = branch(laptop, 3)
    laptop.write(2)
    stand.push(laptop)
    twin.write(1)
    answer, _ = stand.round(twin, [twin.batch()], base={laptop.chain: [laptop.entries[2].hash]})
    assert [code for _, code, _ in answer.refused] == ["stale"]
    assert answer.receipt is None
    assert answer.vector == laptop.have
    assert len(stand.held()) == 5


def test_a_fork_keeps_both_branches_and_both_ends_are_told(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(3)
    stand.push(laptop)
    twin = branch(laptop, 3)
    laptop.write(2)
    stand.push(laptop)
    twin.write(1)
    twin.there = dict(laptop.there)
    forked, given = stand.round(twin, [twin.batch(twin.range(4))], room=100_000)
    assert forked.forked == (laptop.chain,)
    assert forked.vector[laptop.chain] == {laptop.entries[-1].hash: 5, twin.entries[-1].hash: 4}
    assert {pair for one in given for part in one.ranges for pair in part.entries} == set(
        laptop.range(4).entries
    )
    laptop.n = 500
    told, given = stand.round(laptop, room=100_000)
    assert told.forked == (laptop.chain,)
    assert [part.entries for one in given for part in one.ranges] == [twin.range(4).entries]
