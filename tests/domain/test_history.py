"""Fold: what a subject's entries add up to, by example and against the second reader."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hbp_desktop.domain import history
from hbp_desktop.domain.entry import PREFIX, Entry, Parent
from hbp_desktop.domain.history import Fact, Folded, fold
from tests.domain import format_reader
from tests.domain.facts import SUBJECTS, facts, reads

Subject = list[tuple[Entry, bool]]

ENOUGH = settings(max_examples=150, deadline=None)
CONTROL = settings(
    max_examples=600,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


def as_json(folded: Folded) -> dict[str, Any]:
    conflicts = [
        {"field": c.field, "kind": c.kind, "offered": c.offered, "writes": [h.hex() for h in c.writes]}
        for c in folded.conflicts
    ]
    heads = [h.hex() for h in folded.heads]
    return {"state": dict(folded.state), "conflicts": conflicts, "heads": heads}


def check_against_second_reader(of: Subject) -> None:
    uncounted = {entry.hash for entry, counts in of if not counts}
    expected = format_reader.fold(reads(of), lambda item: item.hash not in uncounted)
    assert as_json(fold(facts(of))) == expected


@ENOUGH
@given(SUBJECTS)
def test_fold_agrees_with_the_reader_written_from_the_page(of: Subject) -> None:
    check_against_second_reader(of)


@ENOUGH
@given(SUBJECTS, st.randoms(use_true_random=False))
def test_fold_depends_on_neither_order_nor_repetition(of: Subject, chance: Any) -> None:
    given_facts = facts(of)
    shuffled = given_facts + chance.sample(given_facts, len(given_facts) // 2)
    chance.shuffle(shuffled)
    assert fold(shuffled) == fold(given_facts)


@ENOUGH
@given(SUBJECTS)
def test_folding_one_entry_fast_is_folding_it_slowly(of: Subject) -> None:
    for fact in facts(of):
        assert history._fold_single(fact) == history._Folding([fact]).result()


@ENOUGH
@given(SUBJECTS)
def test_writing_on_all_heads_settles_every_conflict_without_holes(of: Subject) -> None:
    before = facts(of)
    folded = fold(before)
    names = tuple(history.name(fact) for fact in before if fact.hash in folded.heads)
    settling = Fact(b"\xff" * 32, "f" * 32, 1, names, 99, "settled", {**folded.state, "withdrawn": False})
    after = fold([*before, settling])
    assert [conflict for conflict in after.conflicts if conflict.field in settling.fields] == []
    assert after.state["withdrawn"] is False
    assert not names or after.heads == (settling.hash,)


def tie_by_chain(fact: Fact) -> tuple[int, str]:
    return fact.lamport, fact.chain


def name_without_hash(fact: Fact) -> Parent:
    return Parent(bytes(PREFIX), fact.chain, fact.seq)


def without_root(self: Any, link: Callable[[Any], None] = history._Folding._link) -> None:
    link(_no_longer_imported(self))


def _no_longer_imported(folding: Any) -> Any:
    folding.facts = [replace(fact, action="recorded") for fact in folding.facts]
    return folding


def holes_forgotten(self: Any, link: Callable[[Any], None] = history._Folding._link) -> None:
    link(self)
    self.torn = 0


@pytest.mark.parametrize(
    ("where", "what", "bug"),
    [
        (history, "tie", tie_by_chain),
        (history, "name", name_without_hash),
        (history._Folding, "_link", without_root),
        (history._Folding, "_link", holes_forgotten),
        (history._Folding, "_covered", lambda _: 0),
        (history._Folding, "_concurrent", lambda *_: []),
        (history._Folding, "_maximal", lambda _, writers: sorted(writers)),
    ],
)
def test_a_seeded_bug_is_caught_by_the_second_reader(
    monkeypatch: pytest.MonkeyPatch, where: Any, what: str, bug: Any
) -> None:
    monkeypatch.setattr(where, what, bug)
    if bug is name_without_hash:  # children must look for the same wrong name
        original = history._Folding._link
        monkeypatch.setattr(history._Folding, "_link", lambda self: original(_parents_without_hash(self)))
    broken = CONTROL(given(SUBJECTS)(check_against_second_reader))
    with pytest.raises(AssertionError):
        broken()


def _parents_without_hash(folding: Any) -> Any:
    folding.facts = [
        replace(fact, parents=tuple(Parent(bytes(PREFIX), p.chain, p.seq) for p in fact.parents))
        for fact in folding.facts
    ]
    return folding


def fact(
    n: int, fields: dict[str, Any], *parents: Fact, action: str = "recorded", counted: bool = True
) -> Fact:
    lamport = 1 + max((parent.lamport for parent in parents), default=0)
    names = tuple(history.name(parent) for parent in parents)
    return Fact(bytes([n]) * 32, f"{n:032x}", 1, names, lamport, action, fields, counted)


def test_different_fields_merge_and_the_same_field_twice_is_a_conflict() -> None:
    first = fact(1, {"name": "a", "phone": "1"})
    one, two = fact(2, {"name": "b"}, first), fact(3, {"name": "c"}, first)
    other = fact(4, {"phone": "2"}, first)
    folded = fold([first, one, two, other])
    assert folded.state == {"name": "c", "phone": "2"}
    assert [(c.field, c.writes) for c in folded.conflicts] == [("name", (one.hash, two.hash))]


def test_an_uncounted_entry_gives_no_value_but_still_joins_past_and_future() -> None:
    first = fact(1, {"name": "a"})
    between = fact(2, {"name": "b"}, first, counted=False)
    last = fact(3, {"name": "c"}, between)
    assert fold([first, between, last]).conflicts == ()
    assert fold([first, between]).state == {"name": "a"}


def test_a_subject_with_nothing_counted_has_no_state_and_no_heads() -> None:
    assert fold([fact(1, {"name": "a"}, counted=False)]) == Folded()
    assert fold([]) == Folded()


def test_one_edit_on_one_copy_of_an_imported_line_replaces_all_copies() -> None:
    copies = [fact(n, {"name": "a", "queue": "7"}, action="imported") for n in (1, 2, 3)]
    edit = fact(4, {"name": "b"}, copies[1])
    folded = fold([*copies, edit])
    assert folded.state["name"] == "b"
    assert folded.conflicts == ()


def test_withdrawing_a_line_imported_twice_is_not_an_edit_meanwhile() -> None:
    copies = [fact(n, {"withdrawn": True}, action="imported") for n in (1, 2)]
    assert fold(copies).conflicts == ()


def test_a_forged_circle_of_parents_neither_hangs_nor_raises() -> None:
    one = Fact(b"1" * 32, "a" * 32, 1, (Parent(b"2" * 8, "b" * 32, 1),), 1, "x", {"n": 1})
    two = Fact(b"2" * 32, "b" * 32, 1, (Parent(b"1" * 8, "a" * 32, 1),), 1, "x", {"n": 2})
    assert fold([one, two]) == fold([two, one])
