"""The quick ways of an exchange say what reading every entry says; seeded bugs are seen to break that."""

from collections.abc import Iterable
from functools import reduce
from operator import xor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from sqlalchemy import Connection

from hbp_desktop.domain.chain import Range, branch_to
from hbp_desktop.domain.entry import NOTHING, received
from hbp_desktop.store import counting, ends, exchange
from tests.store.laptops import Laptop, exchange_fully
from tests.store.scripts import SCRIPTS
from tests.store.test_replicas import NORMAL, STEPS, play, visit_id


def plainly(conn: Connection) -> dict[str, tuple[dict[bytes, int], int, bytes]]:
    """Give each chain's heads, count and XOR from all its entries."""
    links: dict[str, list[tuple[bytes, bytes, int]]] = {}
    for chain, *link in conn.exec_driver_sql("SELECT chain, prev, hash, seq FROM entries"):
        links.setdefault(chain, []).append((link[0], link[1], link[2]))
    return {chain: _plain_end(found) for chain, found in links.items()}


def _plain_end(found: list[tuple[bytes, bytes, int]]) -> tuple[dict[bytes, int], int, bytes]:
    followed = {prev for prev, _, _ in found}
    total = reduce(xor, (int.from_bytes(top, "big") for _, top, _ in found))
    tops = {top: seq for _, top, seq in found if top not in followed}
    return tops, len(found), total.to_bytes(32, "big")


def compare(laptop: Laptop) -> None:
    """Hold what is remembered, and how each entry stands, against every entry held."""
    with laptop.vault.read() as conn:
        vector, sums, plain = exchange.vector(conn), exchange.sums(conn), plainly(conn)
        assert {chain: (vector[chain], *sums[chain]) for chain in plain} == plain
        assert vector.keys() == plain.keys()
        assert all(link.counted == counts for link, counts in counting.verdicts(conn))


def check(files: list[Path], steps: list[tuple[Any, ...]]) -> None:
    with play(files) as playing:
        for step in steps:
            playing.run([step])
            for laptop in playing.laptops:
                compare(laptop)
        exchange_fully(playing.laptops)
        for laptop in playing.laptops:
            compare(laptop)


def test_ends_sums_and_standings_are_those_of_reading_every_entry(three_files: list[Path]) -> None:
    NORMAL(given(STEPS)(lambda steps: check(three_files, steps)))()


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_that_catches_a_seeded_bug_passes_without_it(three_files: list[Path], script: str) -> None:
    check(three_files, SCRIPTS[script])


def forgetful(end: ends.End, prev: bytes, entry_hash: bytes, seq: int) -> None:
    """Follow, but forget a fork's other branch."""
    end.tips.clear()
    end.tips[entry_hash] = seq
    end.entries += 1
    end.xor ^= int.from_bytes(entry_hash, "big")


def uncounting(end: ends.End, prev: bytes, entry_hash: bytes, seq: int) -> None:
    """Follow, but add up only what goes on from an end."""
    if end.tips.pop(prev, None) is not None or prev == NOTHING:
        end.entries += 1
        end.xor ^= int.from_bytes(entry_hash, "big")
    end.tips[entry_hash] = seq


@pytest.mark.parametrize(
    ("script", "where", "what", "bug"),
    [
        ("forked", ends, "follow", forgetful),
        ("restored", ends, "follow", uncounting),
        ("revoked", counting, "_recount_roster", lambda *_: set()),
        ("revoked", counting, "_rejudge", lambda *_: set()),
    ],
)
def test_a_seeded_bug_is_caught_by_the_comparison(
    three_files: list[Path], monkeypatch: pytest.MonkeyPatch, script: str, where: Any, what: str, bug: Any
) -> None:
    monkeypatch.setattr(where, what, bug)
    with pytest.raises(AssertionError):
        check(three_files, SCRIPTS[script])


def test_what_is_remembered_can_be_forgotten_and_is_followed_anew(three: list[Laptop]) -> None:
    first, second, _ = three
    first.create("visit", visit_id(0), {"name": "Salmah"})
    second.receive_from(first)
    with second.vault.write() as conn:
        conn.exec_driver_sql("UPDATE sums SET entries = 99")
        ends.forget(conn)
    compare(second)


def test_a_hole_that_was_filled_later_is_no_fork(three: list[Laptop]) -> None:
    first, second, _ = three
    for n in range(5):
        first.create("visit", visit_id(n), {"name": "Salmah"})
    second.receive_from(first)
    with second.vault.write() as conn:
        lost = conn.exec_driver_sql("SELECT * FROM entries WHERE subject = ?", (visit_id(2),)).one()
        conn.exec_driver_sql("DELETE FROM entries WHERE subject = ?", (visit_id(2),))
        marks = ", ".join("?" * len(lost[1:]))
        conn.exec_driver_sql(f"INSERT INTO entries VALUES (NULL, {marks})", tuple(lost[1:]))
        ends.forget(conn)
        ends.keep(conn)
    compare(second)


def test_pieces_end_at_signed_heads_hang_on_one_another_and_join_to_the_ranges(three: list[Laptop]) -> None:
    first, second, _ = three
    for n in range(100):
        first.create("visit", visit_id(n), {"name": "Salmah"})
    have = second.vector()
    with first.vault.write() as conn:
        exchange.sign_own_heads(conn)
        pieces = list(exchange.pieces(conn, have))
        assert exchange.joined(pieces) == exchange.ranges(conn, have)
        own = pieces[0].chain
        assert list(exchange.pieces(conn, have, [own])) == [one for one in pieces if one.chain == own]
        assert list(exchange.pieces(conn, have, ["0" * 32])) == []
    assert sum(len(one.entries) for one in pieces) == 100
    assert all(len(one.entries) <= 32 for one in pieces)
    for one in pieces:
        assert second.take_in([one]).refused == ()
    assert second.vector() == first.vector()


def test_no_entry_is_given_twice_even_of_a_forked_chain(three_files: list[Path]) -> None:
    with play(three_files) as playing:
        playing.run(SCRIPTS["forked"][:-1])
        last = playing.laptops[2]
        given_to_nobody = last.offers({})
        hashes = [entry for one in given_to_nobody for entry in _hashes(one)]
        assert len(hashes) == len(set(hashes))
        assert set(hashes) == last.entries()


def test_a_holder_of_one_branch_is_given_the_other_alone(three_files: list[Path]) -> None:
    with play(three_files) as playing:
        playing.run(SCRIPTS["forked"][:-1])
        one, other, both = playing.laptops[1], playing.laptops[3], playing.laptops[2]
        for holder in (one, other):
            offered = both.offers(holder.vector())
            assert {h for found in offered for h in _hashes(found)} == both.entries() - holder.entries()
            assert holder.take_in(offered).refused == ()
            assert holder.entries() == both.entries()


def test_a_peer_that_names_what_is_not_held_or_lies_about_places_is_given_whole_chains(
    three: list[Laptop],
) -> None:
    first = three[0]
    chain, tops = next(iter(first.vector().items()))
    (top,) = tops
    whole = first.offers({})
    others = {other: found for other, found in first.vector().items() if other != chain}
    assert _of(first.offers({**others, chain: {b"\1" * 32: 7}}), chain) == _of(whole, chain)
    assert first.offers({**others, chain: {top: 1}}) == []
    stranger = next(iter(others.values()))
    assert _of(first.offers({**others, chain: dict(stranger)}), chain) == _of(whole, chain)


def _of(found: Iterable[Range], chain: str) -> list[Range]:
    return [one for one in found if one.chain == chain]


def _hashes(one: Range) -> list[bytes]:
    found, prev = [], one.prev
    for header, body in one.entries:
        prev = received(prev, header, body).hash
        found.append(prev)
    assert found[-1] == one.head.hash
    assert list(branch_to(found[-1], dict(zip(found, [one.prev, *found], strict=False)))) == found
    return found
