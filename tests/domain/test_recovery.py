"""The printed code survives handwriting, and says where the pen slipped."""

import random
from base64 import b32hexencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbp_desktop.domain import recovery
from hbp_desktop.domain.errors import Invalid

BITS = bytes(range(20))
CODE = recovery.write(BITS)


def changed(code: str, *places: int) -> str:
    letters = list(recovery.tidy(code))
    for place in places:
        at = recovery.ALPHABET.index(letters[place])
        letters[place] = recovery.ALPHABET[(at + 7) % 32]
    return "".join(letters)


def groups_named(typed: str) -> list[object]:
    with pytest.raises(Invalid) as told:
        recovery.read(typed)
    return [problem.values.get("group") for problem in told.value.problems]


def test_the_code_never_changes_its_spelling() -> None:
    assert CODE.startswith("000G-40R4-0M30-E209-185G-R38E-1W81-24GK-")
    assert CODE.endswith("9Y0PNV")
    assert recovery.groups(CODE) == tuple(CODE.split("-"))
    assert [len(group) for group in recovery.groups(CODE)] == [4] * 8 + [6]


@given(st.binary(min_size=20, max_size=20))
def test_the_bits_are_spelled_as_rfc_4648_does_in_another_alphabet(bits: bytes) -> None:
    theirs = str.maketrans("0123456789ABCDEFGHIJKLMNOPQRSTUV", recovery.ALPHABET)
    assert recovery.tidy(recovery.write(bits))[:32] == b32hexencode(bits).decode().translate(theirs)


@given(st.binary(min_size=20, max_size=20))
def test_every_code_reads_back(bits: bytes) -> None:
    assert recovery.read(recovery.write(bits)) == bits


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        CODE.replace("-", " "),
        CODE.replace("-", ""),
        f"  {CODE.replace('-', ' – ')}\n",
        CODE.replace("0", "O").replace("1", "l"),
        CODE.replace("0", "o").replace("1", "I"),
    ],
)
def test_what_looks_alike_is_read_alike(typed: str) -> None:
    assert recovery.read(typed) == BITS


@pytest.mark.parametrize("place", range(recovery.LENGTH))
def test_one_wrong_character_is_told_with_its_group(place: int) -> None:
    assert groups_named(changed(CODE, place)) == [min(place // 4, 8) + 1]


def test_two_wrong_characters_are_told_with_their_groups() -> None:
    assert groups_named(changed(CODE, 5, 33)) == [2, 9]
    assert groups_named(changed(CODE, 9, 10)) == [3]


def test_up_to_four_wrong_characters_are_always_noticed() -> None:
    chance = random.Random(3)
    for wrong in (3, 4):
        for _ in range(300):
            places = chance.sample(range(recovery.LENGTH), wrong)
            assert groups_named(changed(CODE, *places))


def test_swapped_neighbours_are_told() -> None:
    letters = list(recovery.tidy(CODE))
    letters[12], letters[13] = letters[13], letters[12]
    assert groups_named("".join(letters)) == [4]


def test_a_character_no_code_has_is_told_with_its_group() -> None:
    assert groups_named("*" + recovery.tidy(CODE)[1:]) == [1]


@pytest.mark.parametrize("typed", ["", "K4WD", CODE + "0", CODE[:-1], "0" * 100_000])
def test_a_code_of_another_length_is_told(typed: str) -> None:
    with pytest.raises(Invalid) as told:
        recovery.read(typed)
    assert told.value.problems[0].code == "recovery_length"


@given(st.text())
def test_no_text_is_too_strange_to_be_refused(text: str) -> None:
    with pytest.raises(Invalid):
        recovery.read(text)


def test_only_twenty_bytes_make_a_code() -> None:
    with pytest.raises(ValueError, match="160"):
        recovery.write(bytes(19))
