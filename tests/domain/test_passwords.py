"""The hint beside the password field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbp_desktop.domain.passwords import problems, strength

KNOWN = ("Rohani binti Salleh", "Penolong Pegawai Kebajikan", "SGR06")


def test_four_plain_words_are_strong() -> None:
    found = strength("payung biru di tepi sungai", *KNOWN)
    assert (found.score, found.code) == (4, "password_strong")


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("pendek", "password_short"),
        ("katalaluan", "password_common"),
        ("password1", "password_common"),
        ("rohani1985", "password_personal"),
        ("sgr06sgr06", "password_personal"),
        ("aaaaaaaaaaaaaaa", "password_pattern"),
        ("uvwxyzzyxwvu", "password_pattern"),
    ],
)
def test_what_is_guessed_first_is_called_weak_with_its_reason(password: str, why: str) -> None:
    found = strength(password, *KNOWN)
    assert found.score < 2
    assert found.code == why


def test_more_words_never_look_weaker() -> None:
    words = ["kerusi", "mangga", "telaga", "burung", "cermin"]
    scores = [strength(" ".join(words[:n])).score for n in range(1, 6)]
    assert scores == sorted(scores)
    assert scores[-1] == 4


@given(st.text(max_size=200))
def test_any_text_gets_a_hint(text: str) -> None:
    assert 0 <= strength(text, *KNOWN).score <= 4


@pytest.mark.parametrize(
    ("password", "codes"),
    [
        ("", ["password_missing"]),
        ("tujuh77", ["password_short"]),
        ("x" * 1_001, ["password_long"]),
        ("weak but long enough", []),
    ],
)
def test_only_length_stops_a_password(password: str, codes: list[str]) -> None:
    assert [problem.code for problem in problems(password)] == codes


def test_a_password_is_measured_as_it_will_be_used() -> None:
    decomposed = "e\u0301" * 7
    assert [problem.code for problem in problems(decomposed)] == ["password_short"]
