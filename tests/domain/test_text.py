"""The cleaner, the folding and the marks."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbp_desktop.domain.text import cjk_spaced, clean, fold, is_blank, shortened, visible_bidi

ANY = st.text(st.characters(codec=None, categories=None))


@given(ANY)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY)
def test_a_clean_text_holds_no_controls_and_encodes(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert all(unicodedata.category(char) not in {"Cc", "Cs"} or char in "\n\t" for char in cleaned)


@pytest.mark.parametrize(
    ("typed", "recorded"),
    [
        ("Hassan\x00 bin \x08Omar\x1f", "Hassan␀ bin ␈Omar␟"),
        ("a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne"),
        ("nel\x85 del\x7f\ttab", "nel[U+0085] del␡\ttab"),
        ("lone \ud83d surrogate", "lone [U+D83D] surrogate"),
        ("Jose\u0301", "Jos\u00e9"),
        ("Ahmad \u202egnatab\u202c bin Daud", "Ahmad \u202egnatab\u202c bin Daud"),
        ("👨\u200d👩\u200d👧 ﬁ", "👨\u200d👩\u200d👧 ﬁ"),
    ],
)
def test_controls_become_visible_and_all_else_stays(typed: str, recorded: str) -> None:
    assert clean(typed) == recorded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Latifah bt. Daud", "LATIFAH  BINTI DAUD"),
        ("Rosli b. Rashid", "Rosli bin Rashid"),
        ("Rosli b Rashid", "Rosli bin Rashid"),
        ("Kiroh ak Philip", "Kiroh anak Philip"),
        ("Muthu A/L Krishnan", "muthu a / l krishnan"),
        ("Kavitha d/o Raju", "Kavitha a/p Raju"),
        ("Mohd. Azman", "Muhammad Azman"),
        ("Sa'adiah", "Sa\u2019adiah"),
        ("Jose\u0301 ﬁrdaus", "José firdaus"),
        ("Sal\u200bmah\u2060 binti\u00a0\ufeffOmar", "Salmah bte Omar"),
        ("Kanak-Kanak", "kanak – kanak"),
        ("610415-03-0004", "610415030004"),
    ],
)
def test_two_spellings_of_one_thing_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Salmah binti Omar", "Salma binti Omar"), ("கவிதா", "கவத"), ("Ali bin Abu", "Ali binti Abu")],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_block_letter_is_not_bin() -> None:
    assert fold("Blok B-272, Jalan 5") == "blok b 272 jalan 5"


@given(ANY)
def test_folding_twice_changes_little_and_never_fails(text: str) -> None:
    assert fold(fold(text)) is not None


def test_any_two_chinese_characters_stand_as_a_phrase() -> None:
    assert cjk_spaced("陈美玲(Tan)") == "陈 美 玲 (Tan)"
    assert cjk_spaced("tiada") == "tiada"


@pytest.mark.parametrize("text", ["", " \t \u200b\u00a0 ", "\n\n", "\x00\x00", "␀", "\u3164\ufeff"])
def test_what_cannot_be_seen_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["-", ".", "٠", "👵", " a "])
def test_what_can_be_seen_is_not_blank(text: str) -> None:
    assert not is_blank(text)


def test_bidi_controls_show_as_marks_on_the_glass() -> None:
    assert visible_bidi("Ahmad \u202egnatab\u202c") == "Ahmad [RLO]gnatab[PDF]"


def test_a_long_text_is_shortened_to_one_line() -> None:
    assert shortened("a\nb") == "a b"
    assert len(shortened("x" * 20_000)) == 40
