"""Documents, birth dates, telephones, masks and who is the same person."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbp_desktop.domain.countries import alpha2, country_codes, country_name, read_country
from hbp_desktop.domain.person import (
    IDENTITY_KINDS,
    Identity,
    birth_of,
    identity_doubts,
    initials,
    is_sound,
    masked_number,
    person_key,
    read_identity,
    read_kind,
    sex_of,
)
from hbp_desktop.domain.phone import display_phone, read_phone

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("kind", "typed", "read"),
    [
        ("MyKad", "770610-03-0008", Identity("mykad", "770610-03-0008")),
        ("KP", "480614130008", Identity("mykad", "480614-13-0008")),
        ("Mykad ", "50312130004", Identity("mykad", "050312-13-0004")),
        ("MYKAD", "312130004", Identity("mykad", "000312-13-0004")),
        ("MyKad", "8608\u200b23-43-0007\u200e", Identity("mykad", "860823-43-0007")),
        ("MyPR", "490718070002", Identity("mypr", "490718-07-0002")),
        ("Pasport", "c0000610", Identity("passport", "C0000610")),
        ("Pasport", "X0000500 ", Identity("passport", "X0000500")),
        ("IC Lama", "a0000704", Identity("ic_old", "A0000704")),
        ("UNHCR", "000-26c00047", Identity("unhcr", "000-26C00047")),
        ("Tiada dokumen", "", Identity("none")),
        ("", "770610-03-0008", Identity("mykad", "770610-03-0008")),
        ("", "A0000704", Identity("ic_old", "A0000704")),
        ("", "", None),
    ],
)
def test_documents_are_read_as_people_write_them(kind: str, typed: str, read: Identity | None) -> None:
    assert read_identity(kind, typed) == (read, ())


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("610415-00-0004", "id_impossible"),
        ("610415-97-0004", "id_impossible"),
        ("6I04I5-1O-0003", "id_impossible"),
        ("991332-10-0001", "id_impossible"),
        ("610231-10-0003", "id_impossible"),
        ("250229-10-0003", "id_impossible"),
        ("000000000000", "id_impossible"),
        ("6104-15", "id_impossible"),
        ("6.10415E+11", "id_lost_digits"),
        ("6,10415e+11", "id_lost_digits"),
    ],
)
def test_a_doubtful_number_is_kept_and_pointed_at(typed: str, code: str) -> None:
    identity, doubts = read_identity("MyKad", typed)
    assert [doubt.code for doubt in doubts] == [code]
    assert [doubt.level for doubt in doubts] == ["warning"]
    assert identity is not None
    assert identity.number.replace("-", "") == typed.upper().replace("-", "")
    assert not is_sound(identity)


def test_a_document_of_another_kind_is_kept_as_written() -> None:
    identity, doubts = read_identity("Kad Tentera", "T123456", "MYS")
    assert identity == Identity("none", "T123456", "MYS")
    assert [doubt.code for doubt in doubts] == ["id_type_unknown"]
    assert person_key(identity, "L", "visit 7") == "visit 7"


def test_a_word_before_the_number_is_not_part_of_it() -> None:
    assert read_identity("MyKad", "IC: 610415-03-0004") == (Identity("mykad", "610415-03-0004"), ())


def test_an_unknown_kind_and_a_missing_number_are_pointed_at() -> None:
    assert [doubt.code for doubt in read_identity("Kad ahli", "610415-03-0004")[1]] == ["id_type_unknown"]
    assert [doubt.code for doubt in read_identity("MyKad", " ")[1]] == ["id_missing"]


def test_a_passport_is_not_judged_as_a_card() -> None:
    identity, doubts = read_identity("Pasport", "C1234567", "IDN")
    assert (identity, doubts) == (Identity("passport", "C1234567", "IDN"), ())
    assert birth_of(identity, TODAY) is None
    assert sex_of(identity) == ""


def test_the_birth_date_is_the_latest_not_after_today() -> None:
    card = Identity("mykad", "610415-03-0004")
    birth = birth_of(card, TODAY)
    assert birth is not None
    assert (birth.born, birth.other) == (date(1961, 4, 15), None)
    young = birth_of(Identity("mykad", "080823-07-0004"), TODAY)
    assert young is not None
    assert (young.born, young.other) == (date(2008, 8, 23), None)


def test_a_year_of_someone_over_a_hundred_stays_open() -> None:
    card = Identity("mykad", "251003-15-0004")
    codes = [doubt.code for doubt in identity_doubts(card, "P", TODAY)]
    assert codes == ["birth_year_ambiguous"]
    elderly = birth_of(card, TODAY, elderly=True)
    assert elderly is not None
    assert (elderly.born, elderly.other) == (date(1925, 10, 3), date(2025, 10, 3))
    assert identity_doubts(card, "P", TODAY, frozenset({"kanak_kanak"})) == ()


def test_a_leap_day_exists_only_in_leap_years() -> None:
    birth = birth_of(Identity("mykad", "000229-10-0001"), TODAY)
    assert birth is not None
    assert birth.born == date(2000, 2, 29)


def test_the_last_digit_speaks_against_the_sex_given() -> None:
    card = Identity("mykad", "430225-43-0003")
    assert sex_of(card) == "L"
    assert [doubt.code for doubt in identity_doubts(card, "P", TODAY)] == ["id_sex_mismatch"]
    assert identity_doubts(card, "L", TODAY) == ()


def test_the_same_sound_document_is_the_same_person() -> None:
    card, kept = Identity("mykad", "610415-03-0004"), Identity("mypr", "610415-03-0004")
    assert person_key(card, "P", "visit 1") == person_key(kept, "", "visit 2")
    assert person_key(Identity("passport", "C1234567", "IDN"), "P", "v") != person_key(
        Identity("passport", "C1234567", "MMR"), "P", "v"
    )


@pytest.mark.parametrize(
    "identity",
    [None, Identity("none"), Identity("mykad", "610415-00-0004"), Identity("mykad", "610415-03-0005")],
)
def test_a_doubtful_document_speaks_for_its_visit_alone(identity: Identity | None) -> None:
    assert person_key(identity, "P", "visit 7") == "visit 7"


@pytest.mark.parametrize(
    ("identity", "shown"),
    [
        (Identity("mykad", "610415-03-0004"), "610415-03-****"),
        (Identity("mykad", "6104-15"), "****-15"),
        (Identity("passport", "C1234567", "IDN"), "ID ****567"),
        (Identity("passport", "C1234567"), "****567"),
        (Identity("unhcr", "000-26C00047"), "****047"),
        (Identity("passport", "C12"), "****"),
        (Identity("none"), ""),
        (None, ""),
    ],
)
def test_numbers_are_masked(identity: Identity | None, shown: str) -> None:
    assert masked_number(identity) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Maimunah binti Tahir", "M. bt. T."),
        ("CHANDRAN A/L VELU", "C. a/l V."),
        ("Gurmit Singh Lal", "G. S. L."),
        ("Hjh. Maznah bt. Rashid", "M. bt. R."),
        ("Sendi ak Lagu", "S. ak L."),
        ("陈美玲 (Tan Mei Ling)", "陈. T. M. L."),
        ("<b>", "B."),
        ("", ""),
    ],
)
def test_masked_names_are_initials_with_their_links(name: str, shown: str) -> None:
    assert initials(name) == shown


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0120001234", "0120001234"),
        ("120001234", "0120001234"),
        ("+6012-000 1234", "0120001234"),
        ("60120001234", "0120001234"),
        ("1100002513", "01100002513"),
        ("601100005411", "01100005411"),
        ("6089000562", "089000562"),
        ("83000741", "083000741"),
        ("300009359", "0300009359"),
        ("03-0000 3161", "0300003161"),
        ("088-123456", "088123456"),
        ("120001234.0", "0120001234"),
        ("+62 812-0000-1234", "+6281200001234"),
        ("1-300-88-0000", "1300880000"),
        ("012-000 1234 / 013-000 1234", "0120001234 / 0130001234"),
        ("-", ""),
        ("Tiada", ""),
        ("", ""),
    ],
)
def test_telephones_become_digits_with_the_leading_zero(typed: str, number: str) -> None:
    assert read_phone(typed) == (number, ())


@pytest.mark.parametrize(
    "typed", ["tiada / ask jiran", "0123456789012345678901", "15999", "٠١٢٠٠٠١٢٣٤", "012"]
)
def test_what_is_no_telephone_number_is_kept_with_a_warning(typed: str) -> None:
    number, doubts = read_phone(typed)
    assert number == typed
    assert [(doubt.code, doubt.level) for doubt in doubts] == [("phone_impossible", "warning")]


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("0120001234", "012-000 1234"),
        ("01100009812", "011-0000 9812"),
        ("0300003161", "03-0000 3161"),
        ("088000285", "088-000 285"),
        ("040001234", "04-000 1234"),
        ("tiada / ask jiran", "tiada / ask jiran"),
    ],
)
def test_telephones_are_shown_in_groups(number: str, shown: str) -> None:
    assert display_phone(number) == shown


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("MALAYSIA", "MYS"),
        ("M'sia", "MYS"),
        ("Tiada kerakyatan", "XXX"),
        ("Burma", "MMR"),
        ("idn", "IDN"),
        ("?", ""),
    ],
)
def test_countries_are_read_in_words(typed: str, code: str) -> None:
    assert read_country(typed) == code


def test_every_country_has_two_names_and_its_own_code() -> None:
    assert country_codes()[0] == "MYS"
    assert len({alpha2(code) for code in country_codes()}) == len(country_codes())
    assert all(read_country(country_name(code, "en")) == code for code in country_codes())
    assert all(read_country(country_name(code)) == code for code in country_codes())


@given(st.text(), st.text())
def test_no_text_breaks_the_reading_of_a_document(kind: str, number: str) -> None:
    identity, _ = read_identity(kind, number)
    assert identity is None or identity.kind in IDENTITY_KINDS
    identity_doubts(identity, "P", TODAY)
    masked_number(identity)
    read_phone(number)
    read_kind(kind)
    assert person_key(identity, "L", "v")


@given(st.from_regex(r"\A[0-9]{12}\Z"))
def test_a_sound_card_reads_back_as_itself(digits: str) -> None:
    identity, doubts = read_identity("mykad", digits)
    assert identity is not None
    assert read_identity("mykad", identity.number) == (identity, doubts) or doubts
