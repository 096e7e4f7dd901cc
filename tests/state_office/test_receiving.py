"""What a state office holds of what is pushed, and what it says, alike on both databases."""

import secrets
from dataclasses import replace

import pytest

from hbp_desktop.domain.chain import Head, Range
from hbp_desktop.domain.entry import NOTHING
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.state_office.mending import mend
from hbp_desktop.state_office.statements import rows, run
from hbp_desktop.sync.messages import read_answer, sign_request, split, write_receipt
from tests.state_office.stands import Stand, Writer


def refused(stand: Stand, writer: Writer, batches: list[bytes], **more: object) -> str:
    """Push batches that are refused outright; gives the code."""
    with pytest.raises((Refused, Damaged)) as found:
        stand.round(writer, batches, **more)
    return str(found.value)


def branch(writer: Writer, at: int) -> Writer:
    """Give a copy of a device that went its own way after entry `at`."""
    other = Writer(writer.server, writer.office, writer.secret, writer.entries[:at], n=100)
    other.sent = at
    return other


# --- holding -------------------------------------------------------------------------------------------


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


# --- take before send ----------------------------------------------------------------------------------


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


# --- who may -------------------------------------------------------------------------------------------


def test_unknown_waiting_and_revoked_devices_are_turned_away(stand: Stand) -> None:
    stranger = Writer(stand.receiver.key)
    stranger.write(1)
    assert refused(stand, stranger, [stranger.batch()]) == "device_unknown"
    stand.admit(stranger.device, confirmed=0)
    assert refused(stand, stranger, [stranger.batch(stranger.range())]) == "device_waiting"
    with stand.database.write() as conn:
        run(conn, "UPDATE devices SET confirmed = 1, revoked = 2")
    assert refused(stand, stranger, [stranger.batch(stranger.range())]) == "device_revoked"
    assert stand.held() == {}


def test_an_ask_for_another_server_or_of_another_hand_is_turned_away(stand: Stand) -> None:
    laptop = stand.writer()
    assert refused(stand, laptop, [], server="0" * 64) == "server_other"
    message, signature, _ = split(laptop.ask())
    with pytest.raises(Refused, match="ask_unsigned"):
        stand.receiver.greet(message, signature[::-1])


def test_an_ask_is_taken_once_and_the_last_number_is_told(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(1)
    ask = split(laptop.ask(n=7))[:2]
    guest, twice = stand.receiver.greet(*ask), stand.receiver.greet(*ask)
    stand.receiver.answer(guest)
    with pytest.raises(Refused, match="ask_replayed") as late:
        stand.receiver.answer(twice)
    assert late.value.values == {"n": 7}
    with pytest.raises(Refused, match="ask_replayed") as again:
        stand.receiver.greet(*ask)
    assert again.value.values == {"n": 7}


def test_of_two_rounds_at_once_the_earlier_ask_holds_nothing(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(2)
    batch = laptop.batch()
    early = stand.receiver.greet(*split(laptop.ask())[:2])
    stand.round(laptop)
    with pytest.raises(Refused, match="ask_replayed"):
        stand.receiver.take(early, [batch])
    assert stand.held() == {}


def test_another_offices_chain_is_refused_whatever_the_grant(stand: Stand) -> None:
    elsewhere = stand.writer("KDH01")
    elsewhere.write(2)
    stand.push(elsewhere)
    for grant in ("own", "state"):
        laptop = stand.writer(grant=grant)
        laptop.write(1)
        elsewhere.write(1)
        assert refused(stand, laptop, [laptop.batch(elsewhere.range(3))]) == "office_other"
        assert (
            refused(stand, laptop, [laptop.batch(laptop.range(), new_chain_of(laptop.server, "JHR01"))])
            == "office_other"
        )
    assert stand.held().keys() == {one.hash for one in elsewhere.entries[:2]}


def new_chain_of(server: str, office: str) -> Range:
    """Give a chain of an office that nobody sent before."""
    new = Writer(server, office)
    new.write(1)
    return new.range()


def test_batches_before_one_that_is_damaged_are_held(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(4)
    good, bad = laptop.batch(laptop.range(1, 2)), laptop.batch(laptop.range(3, 4))
    assert refused(stand, laptop, [good, bad[:-1]]) == "batch_damaged"
    assert stand.held().keys() == {one.hash for one in laptop.entries[:2]}


def test_a_batch_packed_by_another_device_is_refused(stand: Stand) -> None:
    laptop, sibling = stand.writer(), stand.writer()
    sibling.write(1)
    assert refused(stand, laptop, [sibling.batch()]) == "batch_unsigned"


def test_a_relay_inside_the_office_is_welcome(stand: Stand) -> None:
    laptop, sibling = stand.writer(), Writer(stand.receiver.key)
    sibling.write(3)
    answer, _ = stand.round(laptop, [laptop.batch(sibling.range())])
    assert answer.receipt is not None
    assert answer.receipt.held == {sibling.chain: (3, sibling.entries[-1].hash)}


def test_a_signed_request_moves_the_number_on_and_is_taken_once(stand: Stand) -> None:
    laptop = stand.writer()
    header = sign_request(laptop.secret, stand.receiver.key, 3, "POST", "/v1/links", b"{}")
    assert stand.receiver.known(header, "POST", "/v1/links", b"{}") == laptop.device
    with pytest.raises(Refused, match="ask_replayed"):
        stand.receiver.known(header, "POST", "/v1/links", b"{}")
    with pytest.raises(Refused, match="request_unsigned"):
        stand.receiver.known(header, "POST", "/v1/links", b"{ }")


# --- what a device lacks -------------------------------------------------------------------------------


def test_a_device_gets_what_its_office_wrote_and_nothing_of_others(stand: Stand) -> None:
    laptop, sibling, elsewhere = stand.writer(), stand.writer(), stand.writer("KDH01")
    for one in (sibling, elsewhere):
        one.write(40)
        stand.push(one)
    answer, given = stand.round(laptop, room=1_000_000)
    assert answer.vector.keys() == {sibling.chain}
    assert [part.entries for one in given for part in one.ranges] == [sibling.range().entries]
    assert not answer.more


def test_the_whole_states_grant_gets_every_office_with_its_founding(stand: Stand) -> None:
    offices = [stand.writer(code) for code in ("KDH01", "JHR01", "SGR06")]
    for one in offices:
        one.write(3)
        stand.push(one)
        with stand.database.write() as conn:
            run(
                conn,
                "INSERT INTO offices (office, founding, since) VALUES (?, ?, 1)",
                (one.office, bytes(32)),
            )
    looker = stand.writer(grant="state")
    answer, given = stand.round(looker, room=1_000_000)
    assert answer.pins == {one.office: bytes(32) for one in offices}
    assert {part.chain for one in given for part in one.ranges} == {one.chain for one in offices}


def test_a_device_that_may_pull_nothing_is_given_nothing(stand: Stand) -> None:
    sibling, laptop = stand.writer(), stand.writer(grant="none")
    sibling.write(2)
    stand.push(sibling)
    answer, given = stand.round(laptop, room=1_000_000)
    assert given == ()
    assert not answer.more


def test_little_room_is_filled_round_by_round_until_nothing_is_lacked(stand: Stand) -> None:
    sibling, laptop = stand.writer(), stand.writer()
    for _ in range(12):
        sibling.write(20, name="Klien " * 40, note=secrets.token_hex(600))
        stand.push(sibling)
    have: dict[str, dict[bytes, int]] = {}
    got: list[object] = []
    for _ in range(50):
        answer, given = stand.round(laptop, have=have, room=40_000)
        assert sum(len(part.entries) for one in given for part in one.ranges) > 0
        for one in given:
            for part in one.ranges:
                assert part.prev == (NOTHING if not got else sibling.entries[len(got) - 1].hash)
                got += part.entries
                have[part.chain] = {part.head.hash: part.head.seq}
        if not answer.more:
            break
    assert tuple(got) == sibling.range().entries


def test_what_a_device_brings_is_not_given_back(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(5)
    answer, given = stand.round(laptop, [laptop.batch()], room=1_000_000)
    assert given == ()
    assert not answer.more
    laptop.write(5)
    answer, given = stand.round(laptop, base={}, room=1_000_000)
    assert given == ()


def test_links_are_listed_for_the_office_and_refused_to_others(stand: Stand) -> None:
    laptop, elsewhere = stand.writer(), stand.writer("KDH01")
    laptop.write(5)
    stand.push(laptop)
    found = stand.receiver.links(laptop.device, laptop.chain, 2, 2)
    assert found == [(3, laptop.entries[2].hash), (4, laptop.entries[3].hash)]
    assert stand.receiver.links(laptop.device, "0" * 32, 0, 10) == []
    with pytest.raises(Refused, match="office_other"):
        stand.receiver.links(elsewhere.device, laptop.chain, 0, 10)


# --- what is remembered of a device --------------------------------------------------------------------


def test_each_round_notes_when_it_was_the_clock_and_what_the_device_said(stand: Stand) -> None:
    laptop = stand.writer()
    stand.round(laptop, at=stand.clock.now + 90, stated={"version": "1.4", "waiting": 3})
    with stand.database.read() as conn:
        found = rows(
            conn, "SELECT n, heard, clock_off, stated FROM devices WHERE device = ?", (laptop.device,)
        )
    assert found == [(1, stand.clock.now, 90, '{"version":"1.4","waiting":3}')]


def test_a_round_that_brings_nothing_gets_no_receipt(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(2)
    stand.push(laptop)
    answer, _ = stand.round(laptop)
    assert answer.receipt is None


def test_a_device_whose_answer_was_lost_gets_a_receipt_for_what_is_held(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(3)
    guest = stand.receiver.greet(*split(laptop.ask())[:2])
    stand.receiver.take(guest, [laptop.batch()])
    stand.receiver.answer(guest)
    answer, _ = stand.round(laptop)
    assert answer.receipt is not None
    assert answer.receipt.held == {laptop.chain: (3, laptop.entries[-1].hash)}
    assert stand.round(laptop)[0].receipt is None


def test_a_receipt_newer_than_anything_remembered_begins_a_new_incarnation_once(stand: Stand) -> None:
    laptop, sibling = stand.writer(), stand.writer()
    for one in (laptop, sibling):
        one.write(2)
    answer = stand.push(laptop)
    assert answer.receipt is not None
    proof = write_receipt(replace(answer.receipt, n=9), stand.keys.identity)
    assert not stand.receiver.remember(laptop.device, *write_receipt(answer.receipt, stand.keys.identity))
    assert stand.receiver.remember(laptop.device, *proof)
    assert not stand.receiver.remember(laptop.device, *proof)
    again = stand.push(sibling)
    assert again.receipt is not None
    assert again.incarnation != answer.incarnation
    assert again.receipt.n == 1


def test_a_receipt_of_another_hand_or_device_is_not_heard(stand: Stand) -> None:
    laptop, sibling = stand.writer(), stand.writer()
    laptop.write(1)
    answer = stand.push(laptop)
    assert answer.receipt is not None
    proof = write_receipt(replace(answer.receipt, n=9), stand.keys.identity)
    with pytest.raises(Refused, match="receipt_unsigned"):
        stand.receiver.remember(sibling.device, *proof)
    with pytest.raises(Refused, match="receipt_unsigned"):
        stand.receiver.remember(laptop.device, proof[0], proof[1][::-1])


# --- after a loss --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("first", "last"), [(1, 3), (4, 6), (8, 10)], ids=["beginning", "middle", "end"])
def test_lost_rows_show_in_the_comparison_and_are_taken_again(stand: Stand, first: int, last: int) -> None:
    laptop = stand.writer()
    laptop.write(10)
    whole = stand.push(laptop)
    with stand.database.write() as conn:
        run(conn, "DELETE FROM entries WHERE seq BETWEEN ? AND ?", (first, last))
    assert mend(stand.database) == (laptop.chain,)
    answer, _ = stand.round(laptop)
    assert answer.sums[laptop.chain][0] == 7
    assert answer.sums != whole.sums
    assert answer.forked == ()
    answer, _ = stand.round(laptop, [laptop.batch(laptop.range(first, last))])
    assert answer.refused == ()
    assert answer.sums == whole.sums
    assert answer.vector == laptop.have
    assert mend(stand.database) == ()


def test_a_chain_lost_whole_is_taken_again(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(4)
    stand.push(laptop)
    with stand.database.write() as conn:
        run(conn, "DELETE FROM entries")
    assert mend(stand.database) == (laptop.chain,)
    answer, _ = stand.round(laptop, [laptop.batch(laptop.range())], base={})
    assert answer.vector == laptop.have


def test_lost_rows_about_chains_are_made_again_from_the_entries(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(4)
    before = stand.push(laptop)
    for table in ("chains", "tips"):
        with stand.database.write() as conn:
            run(conn, f"DELETE FROM {table}")
        assert mend(stand.database) == (laptop.chain,)
        answer, _ = stand.round(laptop)
        assert (answer.vector, answer.sums) == (before.vector, before.sums)


def test_nothing_is_mended_where_nothing_was_lost(stand: Stand) -> None:
    laptop = stand.writer()
    laptop.write(3)
    stand.push(laptop)
    assert mend(stand.database) == ()
