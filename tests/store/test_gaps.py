"""What may be missing is known by numbers, and grows shorter as the entries arrive."""

from hbp_desktop.domain.ids import new_id
from hbp_desktop.store import gaps, journal
from hbp_desktop.store.anchor import Anchor
from hbp_desktop.store.exchange import vector
from hbp_desktop.store.gaps import Gap
from tests.store.laptops import Laptop, exchange_fully

NAME = {"name": {"given": "Encik Jabu"}}


def chain_of(laptop: Laptop) -> tuple[str, int, bytes]:
    with laptop.vault.read() as conn:
        own = journal.own_device(conn)
        last = journal.tip(conn, own.chain)
    assert last is not None
    return own.chain, last.header.seq, last.hash


def anchor_at(laptop: Laptop) -> Anchor:
    chain, seq, entry_hash = chain_of(laptop)
    return Anchor.of("SGR06", b"", chain, seq, entry_hash, "")


def noted(laptop: Laptop, *anchors: Anchor) -> None:
    with laptop.vault.write() as conn:
        gaps.note_anchors(conn, anchors, laptop.now)


def found(laptop: Laptop) -> tuple[Gap, ...]:
    with laptop.vault.read() as conn:
        return gaps.gaps(conn)


def write(laptop: Laptop, times: int) -> None:
    for _ in range(times):
        laptop.create("visit", new_id(), NAME)


def test_nothing_is_missing_where_nothing_was_lost(three: list[Laptop]) -> None:
    exchange_fully(three)
    assert all(found(laptop) == () for laptop in three)
    noted(three[0], anchor_at(three[0]))
    assert found(three[0]) == ()


def test_what_an_anchor_remembers_is_missing_until_it_arrives(three: list[Laptop]) -> None:
    first, second, _ = three
    chain, held, _ = chain_of(second)
    write(second, 2)
    half = second.offers(first.vector())
    write(second, 2)
    noted(first, anchor_at(second))
    (gap,) = found(first)
    assert (gap.chain, gap.first, gap.last) == (chain, held + 1, held + 4)
    assert gap.device == second.device
    first.take_in(half)
    (gap,) = found(first)
    assert (gap.first, gap.last) == (held + 3, held + 4)
    first.receive_from(second)
    assert found(first) == ()


def test_another_entry_in_that_place_does_not_fill_it(three: list[Laptop]) -> None:
    first, _, _ = three
    chain, seq, _ = chain_of(first)
    noted(first, Anchor.of("SGR06", b"", chain, seq, b"another entry" * 2, ""))
    (gap,) = found(first)
    assert (gap.first, gap.last) == (seq, seq)


def test_after_a_restore_the_end_is_unknown_until_others_told(three: list[Laptop]) -> None:
    first, second, _ = three
    chain, reached, entry_hash = chain_of(first)
    with first.vault.write() as conn:
        gaps.note_end(conn, chain, reached, first.now)
    (gap,) = found(first)
    assert (gap.first, gap.last) == (reached + 1, gaps.UNKNOWN)
    with first.vault.write() as conn:
        conn.exec_driver_sql(
            "INSERT INTO elsewhere (chain, hash, source, seq, at) VALUES (?, ?, 'peer', ?, ?)",
            (chain, entry_hash, reached, first.now + 1),
        )
    assert found(first) == ()
    assert second


def test_a_number_somebody_knows_is_said_instead_of_none(three: list[Laptop]) -> None:
    first, second, _ = three
    chain, reached, _ = chain_of(second)
    write(second, 3)
    with first.vault.write() as conn:
        gaps.note_end(conn, chain, reached, first.now)
    noted(first, anchor_at(second))
    (gap,) = found(first)
    assert (gap.first, gap.last) == (reached + 1, reached + 3)


def test_what_others_hold_and_this_file_does_not_is_missing(three: list[Laptop]) -> None:
    first, second, _ = three
    _, held, _ = chain_of(second)
    write(second, 2)
    chain, seq, entry_hash = chain_of(second)
    with first.vault.write() as conn:
        conn.exec_driver_sql(
            "INSERT INTO elsewhere (chain, hash, source, seq, at) VALUES (?, ?, 'peer', ?, 1)",
            (chain, entry_hash, seq),
        )
    (gap,) = found(first)
    assert (gap.first, gap.last) == (held + 1, held + 2)
    first.receive_from(second)
    assert found(first) == ()


def test_a_chain_that_another_names_as_the_one_before_is_missed(three: list[Laptop]) -> None:
    first, second, _ = three
    lost = "ab" * 16
    with first.vault.write() as conn:
        conn.exec_driver_sql("UPDATE chains SET before = ? WHERE device = ?", (lost, second.device))
    (gap,) = found(first)
    assert (gap.chain, gap.device, gap.first, gap.last) == (lost, second.device, 1, gaps.UNKNOWN)


def test_the_harness_speaks_of_chains_that_are_held(three: list[Laptop]) -> None:
    with three[0].vault.read() as conn:
        assert chain_of(three[0])[0] in vector(conn)
