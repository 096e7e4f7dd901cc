"""Tampering: without the device's key every change is found; with it, as far as a head is held elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hbp_desktop.domain.entry import Entry
from hbp_desktop.domain.proof import ChainCode
from hbp_desktop.store.elsewhere import Claim, learn, place, remembered, signed_heads
from hbp_desktop.store.verify import verify
from hbp_desktop.store.work import Mark
from tests.faults.tampering import tamper, written_anew
from tests.store.laptops import Laptop, exchange_fully, founded, reopened

RUNS = 100  # ten thousand of `make faults`
CHANGED = 40  # the seq from which the chain is written anew


def test_every_random_change_without_the_key_is_found() -> None:
    assert tamper(RUNS, seed=20261124) == []


def test_a_check_that_looks_away_misses_changes() -> None:
    assert len(tamper(20, seed=1, check=lambda vault: not vault.check())) > 10


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Laptop]:
    """One laptop with some ninety entries, and every key that its file holds."""
    laptop = founded(tmp_path / "alone.db")
    for n in range(30):
        laptop.create("visit", f"{n:032x}", {"session": "s", "name": f"Rohani {n}"})
        laptop.create("matter", f"{n + 90:032x}", {"visit": f"{n:032x}", "session": "s", "details": "RM 50"})
        laptop.change("matter", f"{n + 90:032x}", {"details": "RM 60"})
    yield laptop
    laptop.vault.close()


def own(laptop: Laptop) -> list[Entry]:
    return laptop.all_entries()


def mark(entry: Entry) -> Mark:
    return Mark(entry.header.chain, entry.header.seq, entry.hash)


def test_a_chain_written_anew_with_every_key_is_not_found_by_the_file_alone(alone: Laptop) -> None:
    """The negative control: what is found below is found by marks, not by a slip of the forger."""
    written_anew(alone, CHANGED)
    verdict = verify(alone.vault)
    assert verdict.ok
    assert verdict.anchored_until is None


@pytest.mark.parametrize("seq", [CHANGED, CHANGED + 1, 64, 91])
def test_it_is_found_by_any_head_held_elsewhere_from_there_on(alone: Laptop, seq: int) -> None:
    kept = mark(own(alone)[seq - 1])
    assert verify(alone.vault, [kept]).ok
    written_anew(alone, CHANGED)
    verdict = verify(alone.vault, [kept])
    assert [(one.code, one.place) for one in verdict.problems] == [
        ("head_contradicted", f"{kept.chain}:{seq}")
    ]
    assert verdict.anchored_until is None


@pytest.mark.parametrize("seq", [1, 20, CHANGED - 1])
def test_after_the_last_head_held_elsewhere_nothing_is_claimed(alone: Laptop, seq: int) -> None:
    entry = own(alone)[seq - 1]
    written_anew(alone, CHANGED)
    verdict = verify(alone.vault, [mark(entry)])
    assert verdict.ok
    assert verdict.anchored_until == entry.header.at


def test_of_several_heads_those_that_hold_and_the_one_that_does_not_are_told_apart(alone: Laptop) -> None:
    entries = own(alone)
    marks = [mark(entries[seq - 1]) for seq in (10, 30, 50, 70)]
    written_anew(alone, CHANGED)
    verdict = verify(alone.vault, marks)
    assert [one.standing for one in verdict.placed] == ["held", "held", "contradicted", "contradicted"]
    assert verdict.anchored_until == entries[29].header.at


def test_a_code_read_over_the_telephone_finds_it_as_well(alone: Laptop) -> None:
    last = own(alone)[-1]
    code = ChainCode.of(last.header.chain, last.header.seq, last.hash)
    assert verify(alone.vault, [Claim("code", code)]).anchored_until == last.header.at
    written_anew(alone, CHANGED)
    (problem,) = verify(alone.vault, [Claim("code", code)]).problems
    assert (problem.code, problem.values["seq"]) == ("head_contradicted", str(last.header.seq))


def test_an_end_cut_off_with_every_key_is_found_by_a_head_beyond_it(alone: Laptop, tmp_path: Path) -> None:
    alone.copy_to(tmp_path / "older.db")
    alone.create("visit", f"{77:032x}", {"session": "s", "name": "Hilang"})
    last = mark(own(alone)[-1])
    alone.put_back(tmp_path / "older.db")
    assert verify(alone.vault).ok
    (problem,) = verify(alone.vault, [Claim("report", last)]).problems
    assert problem.code == "head_missing"


def test_what_was_learned_is_used_again(alone: Laptop) -> None:
    last = own(alone)[-1]
    with alone.vault.write() as conn:
        learn(conn, [place(conn, Claim("report", mark(last)))], now=5)
    with alone.vault.read() as conn:
        known = remembered(conn)
    assert [(one.source, one.said) for one in known] == [("report", mark(last))]
    assert verify(alone.vault, known).anchored_until == last.header.at
    written_anew(alone, CHANGED)
    assert [one.code for one in verify(alone.vault, known).problems] == ["head_contradicted"]


def test_signed_heads_prove_themselves_and_reach_every_chain(three: list[Laptop], alone: Laptop) -> None:
    first = three[0]
    exchange_fully(three)
    with first.vault.read() as conn:
        heads = signed_heads(conn)
    assert len(heads) == 3
    assert all(one.proven for one in heads)
    claims = [Claim("file", Mark(one.head.chain, one.head.seq, one.head.hash)) for one in heads]
    assert {one.standing for one in verify(first.vault, claims).placed} == {"held"}
    assert {one.standing for one in verify(alone.vault, claims).placed} == {"unknown"}


def test_a_head_ahead_of_what_came_from_another_laptop_is_no_contradiction(
    three_files: list[Path], tmp_path: Path
) -> None:
    first, second, third = reopened(three_files, tmp_path)
    second.create("visit", "v" * 32, {"session": "s"})
    with second.vault.read() as conn:
        heads = signed_heads(conn)
    claims = [Claim("file", Mark(one.head.chain, one.head.seq, one.head.hash)) for one in heads]
    verdict = verify(first.vault, claims)
    assert verdict.ok
    assert [one.standing for one in verdict.placed].count("ahead") == 1
    for laptop in (first, second, third):
        laptop.vault.close()
