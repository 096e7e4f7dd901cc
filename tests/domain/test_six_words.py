"""Six words: the list itself, and what people type when they read them to one another."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbp_desktop.domain.errors import Invalid
from hbp_desktop.domain.six_words import BITS, COUNT, SIZE, TELLING
from hbp_desktop.usecases.fingerprints import six_words

LIST = six_words().words
KEYS = st.binary(min_size=32, max_size=32)
GOLDEN = "hikayat lempeng erti nira teliti ulin"


def test_the_list_has_2048_plain_words_in_order() -> None:
    assert len(LIST) == len(set(LIST)) == SIZE == 2**BITS
    assert list(LIST) == sorted(LIST)
    assert all(re.fullmatch("[a-z]{4,9}", word) for word in LIST)


def test_the_first_four_letters_tell_every_word() -> None:
    """Three would not do: Malay has too few such beginnings for 2,048 words."""
    assert len({word[:TELLING] for word in LIST}) == SIZE
    assert len({word[:3] for word in LIST}) > 1000


def test_most_words_are_told_apart_by_more_than_one_letter() -> None:
    by_gap: dict[str, set[str]] = {}
    for word in LIST:
        for place in range(len(word)):
            by_gap.setdefault(f"{word[:place]}_{word[place + 1 :]}", set()).add(word)
    near = set().union(*(words for words in by_gap.values() if len(words) > 1))
    assert len(near) < SIZE // 5


def test_the_words_of_a_key_never_change() -> None:
    assert len(six_words().of(bytes(32))) == COUNT
    assert " ".join(six_words().of(bytes(32))) == GOLDEN
    assert six_words().of(bytes(31) + b"\1") != six_words().of(bytes(32))


@given(KEYS)
def test_what_is_read_aloud_is_read_back(key: bytes) -> None:
    words = six_words().of(key)
    assert six_words().read(" ".join(words)) == words
    assert six_words().read("  ".join(word.upper() for word in words) + "\n") == words
    assert six_words().read(" - ".join(word[:TELLING] for word in words)) == words


@given(st.text(max_size=200))
def test_any_text_gives_six_words_or_is_refused(text: str) -> None:
    with suppress(Invalid):
        assert len(six_words().read(text)) == COUNT


def test_a_strange_word_is_named_with_near_ones() -> None:
    words = list(six_words().of(bytes(32)))
    wrong = words[2][:-1] + "qz"
    with pytest.raises(Invalid) as refused:
        six_words().read(" ".join([*words[:2], wrong, *words[3:]]))
    (problem,) = refused.value.problems
    assert (problem.code, problem.values["word"]) == ("six_words_unknown", wrong)
    assert words[2] in str(problem.values["near"])


def test_a_beginning_of_several_words_names_them() -> None:
    with pytest.raises(Invalid) as refused:
        six_words().read("ba be bi bo bu by")
    assert {problem.code for problem in refused.value.problems} == {"six_words_unknown"}


@pytest.mark.parametrize("count", [0, 1, 5, 7, 12])
def test_five_or_seven_words_are_not_six(count: int) -> None:
    with pytest.raises(Invalid) as refused:
        six_words().read(" ".join([LIST[7]] * count))
    assert refused.value.problems[0].code == "six_words_count"
