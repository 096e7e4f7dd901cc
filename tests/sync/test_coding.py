"""What is packed comes back byte for byte, whatever it is; what was not packed here is refused."""

from collections.abc import Sequence
from contextlib import suppress
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hbp_desktop.domain.canonical import dump
from hbp_desktop.domain.chain import Head, Range
from hbp_desktop.domain.entry import NOTHING, Gone, Header, Opening, Parent, make
from hbp_desktop.domain.errors import Damaged
from hbp_desktop.sync import coding, decoding, forms
from hbp_desktop.sync.encoding import Packing, Pair
from hbp_desktop.sync.frames import framed

CHAIN = "5e" * 16


def range_of(pairs: Sequence[Pair], chain: str = CHAIN) -> Range:
    return Range(chain, NOTHING, tuple(pairs), Head(chain, len(pairs), NOTHING, bytes(64)))


def back(*ranges: Range) -> list[tuple[Pair, ...]]:
    return coding.decode(b"".join(coding.encode(ranges)), [len(one.entries) for one in ranges])


def visit(seq: int, **fields: object) -> Pair:
    luck = Random(seq)
    header = Header(
        CHAIN, seq, "visit", luck.randbytes(16).hex(), (), 1, "recorded", "ab" * 16, 1_795_000_000
    )
    entry = make(NOTHING, header, {"name": f"Pelanggan {seq}", **fields}, luck.randbytes(12))
    return entry.header_bytes, entry.body_bytes or b""


_MARKS = st.binary(min_size=16, max_size=16).map(bytes.hex)
_WORDS = st.from_regex(r"[a-z][a-z0-9_.-]{0,31}", fullmatch=True)
_SUBJECTS = _MARKS | st.from_regex(r"[a-zA-Z0-9:._-]{1,120}", fullmatch=True)
_NUMBERS = st.integers(1, 2**53 - 1) | st.integers(1, 9)
_TEXTS = (
    st.text(st.characters(codec="utf-8"))
    | _MARKS
    | st.sampled_from(['":"', "a:", '\\":"', "09:30", "%s", ""])
)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | _TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3),
    max_leaves=6,
)
_PARENTS = st.lists(st.builds(Parent, st.binary(min_size=8, max_size=8), _MARKS, _NUMBERS), max_size=3).map(
    tuple
)


@st.composite
def entries(draw: st.DrawFn) -> Pair:
    opening = draw(st.booleans())
    header = Header(
        chain=draw(st.just(CHAIN) | _MARKS),
        seq=1 if opening else draw(st.integers(2, 2**53 - 1)),
        kind=draw(st.sampled_from(["visit", "matter"]) | _WORDS),
        subject=draw(_SUBJECTS),
        parents=draw(_PARENTS),
        lamport=draw(_NUMBERS),
        action=draw(st.just("recorded") | _WORDS),
        actor=draw(_SUBJECTS),
        at=draw(st.integers(0, 2**53 - 1)),
        doubt=draw(st.booleans()),
        opens=Opening("ab" * 32, "cd" * 16, "SGR06", None) if opening else None,
        v=draw(st.integers(1, 3)),
    )
    nonce = draw(st.binary(min_size=12, max_size=12))
    names = st.sampled_from(["visit", "session", "name", "order", "details"]) | _TEXTS
    entry = make(NOTHING, header, draw(st.dictionaries(names, _VALUES, max_size=5)), nonce)
    gone = draw(st.integers(0, 9)) == 0
    return entry.header_bytes, Gone(entry.digest) if gone else entry.body_bytes or b""


_ODD = st.binary(max_size=40)
_ODDITIES = st.tuples(_ODD | st.just(visit(3)[0]), _ODD | st.just(visit(3)[1]) | st.just(b'{"a":"\x00\x01"}'))


@given(st.lists(st.lists(entries() | _ODDITIES, max_size=6), max_size=4))
@settings(max_examples=100, deadline=None)
def test_any_entries_come_back_byte_for_byte(ranges: list[list[Pair]]) -> None:
    assert back(*map(range_of, ranges)) == [tuple(one) for one in ranges]


@given(st.lists(entries(), min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_what_machines_write_never_needs_the_way_out(pairs: list[Pair]) -> None:
    assert coding.encode([range_of(pairs)]) == Packing().pack(pairs)


def test_two_branches_of_a_fork_travel_in_one_payload() -> None:
    trunk, one, other = [visit(2), visit(3)], [visit(4)], [visit(4, note="lain")]
    assert back(range_of(trunk), range_of(one), range_of(other)) == [tuple(trunk), tuple(one), tuple(other)]


def test_ids_told_before_are_not_told_again() -> None:
    pairs = [visit(seq) for seq in range(2, 102)]
    matters = [visit(seq + 200, visit="5e" * 16, session="6f" * 16) for seq in range(2, 102)]
    size = len(b"".join(coding.encode([range_of(pairs + matters)])))
    assert size < 200 * (16 + 12) + 200 * len("Pelanggan 000") + 4_000


def test_more_forms_than_are_kept_travel_whole() -> None:
    pairs = [visit(seq, **{f"k{seq}": "x", "long": ["y" * 3] * 400}) for seq in range(2, 50)]
    pairs += [visit(seq, **{f"n{seq}": "x"}) for seq in range(50, forms.MOST_FORMS + 200)]
    assert back(range_of(pairs)) == [tuple(pairs)]


def test_values_beyond_the_cap_travel_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MOST_VALUES", 20)
    pairs = [visit(seq) for seq in range(2, 12)]
    assert back(range_of(pairs)) == [tuple(pairs)]


def test_nothing_packs_to_little() -> None:
    assert back(range_of([])) == [()]
    assert len(b"".join(coding.encode([]))) < 100


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_a_changed_payload_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    pairs = [visit(seq, day="6f" * 16) for seq in range(2, 9)]
    payload = bytearray(b"".join(coding.encode([range_of(pairs)])))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(payload) - 1))
        how = data.draw(st.sampled_from(["set", "cut", "add"]))
        if how == "set":
            payload[at] = data.draw(st.integers(0, 255))
        elif how == "cut":
            del payload[at : at + data.draw(st.integers(1, 9))]
        else:
            payload[at:at] = data.draw(st.binary(max_size=9))
    with suppress(Damaged):
        (found,) = coding.decode(bytes(payload), [7])
        assert len(found) == 7


@given(st.binary(max_size=300), st.lists(st.integers(0, 5), max_size=3))
@settings(max_examples=60, deadline=None)
def test_noise_is_refused_as_damaged(noise: bytes, counts: list[int]) -> None:
    with pytest.raises(Damaged):
        coding.decode(noise + b"\xff" * 4, counts)


def bomb(**sections: bytes) -> bytes:
    names = ("heads", "bodies", "places", "kinds", "picked", "random", "digits", "words")
    return b"".join(framed(sections.get(name, b"")) for name in names)


def test_a_short_payload_cannot_ask_for_much() -> None:
    """Unfolded, these would take gigabytes: a long constant in every body, endless forms or columns."""
    count = 50_000
    constant = b"x" * 60_000 + b"\0"
    head = dump({"action": "a"}) + b"\1" * 7 + b"\0"
    picked = b"\0\2" * count
    columns = b"t1" * 8
    with pytest.raises(Damaged):
        coding.decode(
            bomb(
                heads=head,
                bodies=b"a\1b\0",
                places=b"\0\7",
                kinds=columns,
                picked=picked * 2,
                words=b"\0" * 7 + constant,
            ),
            [count],
        )
    with pytest.raises(Damaged):
        coding.decode(bomb(heads=b"\0" * 8_000_000), [0])
    with pytest.raises(Damaged):
        coding.decode(bomb(kinds=b"t1" * 4_000_000), [0])
    with pytest.raises(Damaged):
        coding.decode(bomb(kinds=b"tw" * 7, words=b"ab\0" * 2_700_000), [0])
