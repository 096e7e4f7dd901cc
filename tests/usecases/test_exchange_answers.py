"""An answer is believed for what it proves: whose it is, to which ask, and what lies here as it says."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from hbp_desktop.domain.session import Session
from hbp_desktop.domain.signing import public_key
from hbp_desktop.store import peers
from hbp_desktop.sync.client import Patience
from hbp_desktop.sync.messages import Answer, Receipt, read_answer, split, write_answer, write_receipt
from hbp_desktop.usecases import counter, exchange
from hbp_desktop.usecases.office import Office
from tests.conftest import Clock
from tests.link import Drip, Stall
from tests.state_office.stands import KEYS
from tests.sync.state_house import StateHouse, go
from tests.usecases.conftest import Linked
from tests.usecases.drafts import visit

STRANGER = b"benih pelayan orang lain, 32 bait"[:32]

Lie = Callable[[Sequence[bytes]], list[bytes]]


def lying(house: StateHouse, lie: Lie) -> None:
    """Let the state office answer otherwise, once, whichever way a round is done."""
    receiver = house.stand.receiver
    real = receiver._told

    def once(conn, guest, held):  # type: ignore[no-untyped-def]
        del receiver.__dict__["_told"]
        return lie(real(conn, guest, held))

    receiver.__dict__["_told"] = once


def said_in(parts: Sequence[bytes]) -> Answer:
    message, signature, _ = split(parts[0])
    return read_answer(message, signature)


def signed_by_a_stranger(parts: Sequence[bytes]) -> list[bytes]:
    said = replace(said_in(parts), server=public_key(STRANGER).hex(), receipt=None, receipt_signature=b"")
    return [write_answer(said, STRANGER)]


def to_another_ask(parts: Sequence[bytes]) -> list[bytes]:
    said = said_in(parts)
    return [write_answer(replace(said, n=said.n - 1), KEYS.identity)]


def with_one_bit_flipped(parts: Sequence[bytes]) -> list[bytes]:
    return [parts[0][:60] + bytes([parts[0][60] ^ 1]) + parts[0][61:]]


def cut_short(parts: Sequence[bytes]) -> list[bytes]:
    return [parts[0][:-1]]


LIES: dict[str, tuple[Lie, str]] = {
    "a stranger's": (signed_by_a_stranger, "sync_other_server"),
    "to another ask": (to_another_ask, "sync_answer_strange"),
    "changed": (with_one_bit_flipped, "sync_answer_strange"),
    "too short": (cut_short, "sync_answer_strange"),
    "no message": (lambda _: [bytes(4)], "sync_answer_strange"),
}


@pytest.mark.parametrize("name", LIES)
def test_an_answer_that_proves_nothing_changes_nothing(
    office: Office, session: Session, house: StateHouse, name: str
) -> None:
    house.welcome(office)
    go(office)
    counter.record(office, visit(session))
    before = exchange.standing(office)
    lie, code = LIES[name]
    lying(house, lie)
    result = go(office)
    assert result.problem is not None
    assert result.problem.code == code
    after = exchange.standing(office)
    assert (after.acknowledged, after.waiting) == (before.acknowledged, before.waiting)
    assert after.last_contact == before.last_contact
    assert go(office).problem is None
    assert exchange.standing(office).waiting == 0


def test_a_receipt_counts_although_what_follows_it_is_damaged(
    office: Office, session: Session, house: StateHouse
) -> None:
    house.welcome(office)
    go(office)
    counter.record(office, visit(session))
    lying(house, lambda parts: [parts[0], b"no batch"])
    result = go(office)
    assert result.problem is not None
    assert result.problem.code == "sync_answer_strange"
    assert exchange.standing(office).waiting == 0


def test_a_receipt_for_what_does_not_lie_here_acknowledges_nothing(
    office: Office, session: Session, house: StateHouse
) -> None:
    house.welcome(office)
    go(office)
    counter.record(office, visit(session))
    waiting = exchange.standing(office).waiting

    def other_hash(parts: Sequence[bytes]) -> list[bytes]:
        said = said_in(parts)
        assert said.receipt is not None
        held = {chain: (seq, bytes(32)) for chain, (seq, _) in said.receipt.held.items()}
        receipt: Receipt = replace(said.receipt, held=held)
        signature = write_receipt(receipt, KEYS.identity)[1]
        return [write_answer(replace(said, receipt=receipt, receipt_signature=signature), KEYS.identity)]

    lying(house, other_hash)
    go(office)
    line = exchange.receipts(office)[0]
    assert not line.matched or exchange.standing(office).waiting == 0
    assert waiting > 0
    go(office)
    assert exchange.standing(office).waiting == 0


def test_a_round_that_is_no_longer_wanted_ends_between_two_requests(
    office: Office, session: Session, house: StateHouse
) -> None:
    house.welcome(office)
    result = exchange.round(office, office.vault, lambda *_: None, lambda: True)
    assert result.stopped
    assert not result.done
    assert exchange.standing(office).acknowledged == 0
    assert go(office).done


@pytest.mark.parametrize("way", ["up", "down"])
def test_a_line_that_falls_silent_is_given_up(
    office: Office, session: Session, linked: Linked, way: str
) -> None:
    linked.house.welcome(office)
    go(office)
    counter.record(office, visit(session))
    linked.link.order(Stall(after=40, way=way, seconds=20))  # type: ignore[arg-type]
    result = go(office, Patience(connect=1, silence=0.3))
    linked.link.release()
    assert result.problem is not None
    assert result.problem.code == "sync_timed_out"
    assert go(office).problem is None
    assert set(linked.house.held.values()) == {1}


def test_an_answer_that_drips_for_ever_is_given_up(office: Office, session: Session, linked: Linked) -> None:
    linked.house.welcome(office)
    go(office)
    linked.link.order(Drip(way="down", size=1, pause=0.02))
    result = go(office, Patience(connect=1, silence=0.3, slowest=1_000_000))
    assert result.problem is not None
    assert result.problem.code == "sync_timed_out"


def test_when_to_try_again_is_kept_across_a_restart(
    office: Office, session: Session, house: StateHouse, clock: Clock
) -> None:
    house.welcome(office)
    house.served.stop()
    waits = []
    for _ in range(4):
        assert go(office).problem is not None
        again = Office.of(office.opened, clock)
        waits.append(exchange.due(again) - again.now)
    assert waits[0] >= 7
    assert waits[3] > waits[0]
    with office.vault.read() as conn:
        peer = peers.state_office(conn)
    assert peer is not None
    assert peer.attempts == 4
