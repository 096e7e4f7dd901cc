"""Ranges that are damaged, incomplete, forged or relayed."""

from dataclasses import replace

import pytest

from hbp_desktop.domain.chain import Range, sign_head
from hbp_desktop.domain.entry import NOTHING, Gone, received
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.signing import public_key
from hbp_desktop.store import admission, exchange, journal
from hbp_desktop.store.founding import join_office
from hbp_desktop.store.verify import verify
from tests.store.laptops import ADMIN, OFFICE, ROOT, START, Laptop, exchange_fully, founded

VISIT = {"name": "Salmah binti Osman"}


def offer(giver: Laptop, taker: Laptop) -> Range:
    """Write twice and give the one range that follows."""
    visit = new_id()
    giver.create("visit", visit, VISIT)
    giver.change("visit", visit, {"name": "Salma"})
    (one,) = giver.offers(taker.vector())
    return one


def test_what_both_hold_is_not_sent_again(three: list[Laptop]) -> None:
    exchange_fully(three)
    assert all(one.offers(other.vector()) == [] for one in three for other in three)


def test_a_holder_of_nothing_gets_whole_chains_and_takes_them_in_any_order(three: list[Laptop]) -> None:
    first, second, _ = three
    offered = first.offers({})
    assert {one.prev for one in offered} == {NOTHING}
    assert second.take_in(offered[::-1]).new == ()


def test_a_range_taken_twice_is_held_once(three: list[Laptop]) -> None:
    first, second, _ = three
    one = offer(first, second)
    assert len(second.take_in([one, one]).new) == 2
    assert second.take_in([one]).new == ()
    assert verify(second.vault).ok


def broken(one: Range) -> list[tuple[str, Range]]:
    (first, body), (second, other) = one.entries
    forged = sign_head(one.chain, one.head.seq, one.head.hash, b"z" * 32)
    return [
        ("head_elsewhere", replace(one, entries=((first, b'{"fields":{"name":"Ali"}}'), (second, other)))),
        ("head_elsewhere", replace(one, entries=((first, body),))),
        ("link_order", replace(one, entries=((second, other), (first, body)))),
        ("link_order", replace(one, entries=((first, body), (first, body)))),
        ("link_lost", replace(one, prev=bytes(31) + b"\1")),
        ("link_lost", replace(one, prev=NOTHING)),
        ("head_unsigned", replace(one, head=forged)),
        ("head_unsigned", replace(one, head=replace(one.head, signature=b"short"))),
        ("head_unsigned", replace(one, head=replace(one.head, chain="0" * 32))),
        ("head_elsewhere", replace(one, head=replace(one.head, seq=one.head.seq + 1))),
        ("header_unreadable", replace(one, entries=((b"{}", body), (second, other)))),
        ("json_unreadable", replace(one, entries=((b"\xff", body), (second, other)))),
        ("link_lost", replace(one, chain="0" * 32)),
    ]


def test_every_broken_range_is_refused_alone_and_leaves_nothing(three: list[Laptop]) -> None:
    first, second, third = three
    one, sound = offer(first, second), offer(third, second)
    for code, wrong in broken(one):
        before = second.entries()
        taken = second.take_in([wrong])
        assert [error.code for error in taken.refused] == [code]
        assert (taken.new, second.entries()) == ((), before)
    assert len(second.take_in([broken(one)[0][1], sound]).new) == 2
    assert verify(second.vault).ok


def test_a_head_of_one_chain_is_not_taken_for_another(three: list[Laptop]) -> None:
    first, second, _ = three
    theirs = second.all_entries()[-1]
    with first.vault.read() as conn:
        own = journal.own_device(conn)
    assert theirs.header.chain != own.chain
    head = sign_head(own.chain, theirs.header.seq, theirs.hash, own.secret)
    with second.vault.write() as conn, pytest.raises(Damaged):
        exchange.take(conn, Range(own.chain, theirs.hash, (), head))


def test_a_chain_is_relayed_by_a_third_up_to_its_signed_head(three: list[Laptop]) -> None:
    first, second, third = three
    offer(first, second)
    third.receive_from(first)
    second.receive_from(third)
    assert second.rows()["visit"] == first.rows()["visit"]


def test_bodies_that_were_disposed_of_travel_as_their_digests(three: list[Laptop]) -> None:
    first, second, _ = three
    visit = new_id()
    first.create("visit", visit, VISIT)
    first.change("visit", visit, {"disposed": True})
    with first.vault.write() as conn:
        conn.exec_driver_sql(
            "UPDATE entries SET body = NULL WHERE subject = ? AND body NOT LIKE '%disposed%'", (visit,)
        )
    (one,) = first.offers(second.vector())
    assert [type(body) for _, body in one.entries] == [Gone, bytes]
    second.take_in([one])
    assert second.rows()["visit"] == first.rows()["visit"]
    assert verify(second.vault).ok


def test_a_body_that_cannot_be_read_is_held_and_not_counted(three: list[Laptop]) -> None:
    first, second, _ = three
    with first.vault.read() as conn:
        own = journal.own_device(conn)
    one = offer(first, second)
    body = b'{"fields":{"n":1.5}}'
    entry = received(one.prev, one.entries[0][0], body)
    head = sign_head(one.chain, entry.header.seq, entry.hash, own.secret)
    taken = second.take_in([Range(one.chain, one.prev, ((one.entries[0][0], body),), head)])
    assert [item.hash for item in taken.new] == [entry.hash]
    assert second.rows()["visit"] == []
    assert verify(second.vault).ok


def test_strangers_entries_are_held_and_counted_nowhere(three: list[Laptop]) -> None:
    first, _, _ = three
    stranger = founded(first.path.parent / "stranger.db")
    stranger.create("visit", new_id(), VISIT)
    before = first.rows()
    new = first.receive_from(stranger).new
    assert len(new) == 2
    assert first.rows() == before
    assert {entry.hash for entry in new} <= first.uncounted()
    assert verify(first.vault).ok
    stranger.vault.close()


def test_a_newcomer_may_not_write_before_it_is_admitted(three: list[Laptop]) -> None:
    first = three[0]
    with first.vault.read() as conn:
        pinned = journal.own_device(conn).founding
    newcomer = Laptop(first.path.parent / "new.db", "o7")
    with newcomer.vault.write() as conn:
        join_office(conn, OFFICE, pinned, "o7", START)
    with pytest.raises(Refused, match="device_not_admitted"):
        newcomer.create("visit", new_id(), VISIT)
    newcomer.receive_from(first)
    assert not newcomer.try_writing()
    first.admit(newcomer.device)
    newcomer.receive_from(first)
    assert newcomer.try_writing()
    newcomer.vault.close()


def test_only_administrators_and_roots_admit(laptop: Laptop) -> None:
    device = public_key(b"d" * 32).hex()
    entries = laptop.entries()
    with pytest.raises(Refused, match="not_administrator"), laptop.writing() as doing:
        admission.admit(doing, device, "x", b"s" * 32)
    assert laptop.entries() == entries
    with laptop.writing() as doing:
        admission.admit(doing, device, "x", ROOT)
        admission.admit(doing, public_key(b"e" * 32).hex(), "y", ADMIN)
    with laptop.vault.read() as conn:
        devices = journal.read_own_roster(conn).devices
    assert sum(one.admitted for one in devices.values()) == 5
    assert verify(laptop.vault).ok


def test_a_restored_laptop_opens_a_chain_that_names_the_one_before(laptop: Laptop) -> None:
    with laptop.vault.read() as conn:
        old = journal.own_device(conn).chain
    laptop.open_chain()
    laptop.create("visit", new_id(), VISIT)
    last = laptop.all_entries()[-2:]
    assert last[0].header.opens is not None
    assert last[0].header.opens.before == old
    assert last[1].header.chain != old
    assert verify(laptop.vault).ok
