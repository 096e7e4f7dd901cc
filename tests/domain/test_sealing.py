"""What lies inside a sealed part, and how it folds."""

import pytest

from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.history import Fact, fold, name
from hbp_desktop.domain.sealing import BLOCK, LONGEST_SEALED, Unsealed, fold_sealed, pack, unpack


def fact(n: int, fields: dict[str, object], *parents: Fact) -> Fact:
    lamport = 1 + max((parent.lamport for parent in parents), default=0)
    return Fact(bytes([n]) * 32, f"{n:032x}", 1, tuple(map(name, parents)), lamport, "x", fields)


@pytest.mark.parametrize("length", [0, 1, 100, 200, 252, 253, 5_000])
def test_the_padding_hides_the_length_and_comes_off_again(length: int) -> None:
    fields = {"name": "x" * length}
    plain = pack("visit", "v", fields)
    assert len(plain) % BLOCK == 0
    assert unpack("visit", "v", plain) == fields


def test_two_short_texts_are_packed_to_the_same_length() -> None:
    assert len(pack("visit", "v", {"name": "Ali"})) == len(pack("visit", "v", {"name": "Salmah binti Osman"}))


def test_sealed_fields_moved_to_another_subject_are_not_believed() -> None:
    plain = pack("visit", "v", {"name": "x"})
    for kind, subject in (("visit", "w"), ("matter", "v")):
        with pytest.raises(Damaged, match="sealed_elsewhere"):
            unpack(kind, subject, plain)


@pytest.mark.parametrize(
    "plain", [b"", bytes(256), b"\0" * 3, pack("visit", "v", {})[:-1], pack("visit", "v", {})[:-1] + b"x"]
)
def test_other_padding_is_refused(plain: bytes) -> None:
    with pytest.raises(Damaged):
        unpack("visit", "v", plain)


def test_more_than_a_body_can_hold_is_refused() -> None:
    with pytest.raises(Refused, match="sealed_too_long"):
        pack("visit", "v", {"note": "x" * LONGEST_SEALED})


def test_inner_fields_fold_over_the_shared_ancestry() -> None:
    first, other = fact(1, {"session": "s"}), fact(2, {"session": "s"})
    last = fact(3, {}, first)
    items = [Unsealed(first, {"name": "a"}), Unsealed(last, {"name": "b"}), Unsealed(other, {"name": "c"})]
    folded = fold_sealed(items)
    assert folded.state == {"name": "b"}
    assert [conflict.field for conflict in folded.conflicts] == ["name"]
    assert fold([first, last, other]).state == {"session": "s"}


def test_what_this_reader_cannot_open_still_joins_past_and_future() -> None:
    first = fact(1, {})
    between = fact(2, {}, first)
    last = fact(3, {}, between)
    items = [Unsealed(first, {"name": "a"}), Unsealed(between, None), Unsealed(last, {"name": "b"})]
    assert fold_sealed(items).conflicts == ()


def test_a_disposal_covers_inner_fields_and_inner_fields_cannot_withdraw() -> None:
    first = fact(1, {"session": "s"})
    last = fact(2, {"disposed": True, "session": "s"}, first)
    folded = fold_sealed([Unsealed(first, {"name": "a", "withdrawn": True}), Unsealed(last, None)])
    assert folded.state == {}
    assert fold_sealed([Unsealed(first, {"name": "a", "withdrawn": True})]).state == {"name": "a"}
