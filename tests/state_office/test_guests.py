"""Who may exchange with a state office, and what is remembered of each."""

from dataclasses import replace

import pytest

from hbp_desktop.domain.chain import Range
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.state_office.statements import rows, run
from hbp_desktop.sync.messages import sign_request, split, write_receipt
from tests.state_office.stands import Stand, Writer


def refused(stand: Stand, writer: Writer, batches: list[bytes], **more: object) -> str:
    """Push batches that are refused outright; gives the code."""
    with pytest.raises((Refused, Damaged)) as found:
        stand.round(writer, batches, **more)
    return str(found.value)


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
