"""What is told of an attachment, and the pages people choose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbp_desktop.domain.attachment import (
    LONGEST_CHOICE,
    MOST_FILE,
    Attachment,
    named_file,
    problems,
    read_pages,
    subject_of,
)
from hbp_desktop.domain.errors import Refused

NAME = "ab" * 32
WHOLE = Attachment(
    id=subject_of(NAME),
    session="s",
    about="v",
    name=NAME,
    size=1234,
    key=bytes(32),
    width=40,
    height=30,
    page=2,
    of=3,
    title="Surat bank",
    taken_by="Pn. Rohani",
)


def test_what_is_written_is_what_is_read() -> None:
    assert Attachment.of_state(WHOLE.id, WHOLE.fields()) == WHOLE
    assert "pages" not in Attachment(WHOLE.id, name=NAME, key=bytes(32), size=1).fields()


@pytest.mark.parametrize(
    "more",
    [
        {"name": NAME[:-1]},
        {"name": NAME.upper()},
        {"name": f"../{NAME}"},
        {"name": 7},
        {"key": "AA=="},
        {"key": "no"},
        {"size": 0},
        {"size": MOST_FILE + 1},
        {"size": True},
        {"size": "1234"},
    ],
)
def test_a_file_that_cannot_be_one_is_none(more: dict[str, object]) -> None:
    read = Attachment.of_state(WHOLE.id, WHOLE.fields() | more)
    assert not read.has_file
    assert read.title == "Surat bank"


def test_a_subject_is_its_files() -> None:
    assert not Attachment.of_state("f" * 32, WHOLE.fields()).has_file


@given(
    st.dictionaries(
        st.sampled_from(["name", "key", "size", "pixels", "pages", "title"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        ),
    )
)
def test_reading_never_raises(state: dict[str, object]) -> None:
    Attachment.of_state(WHOLE.id, state)
    named_file(state)


@pytest.mark.parametrize(
    ("typed", "pages"), [("", ()), (" ", ()), ("3", (3,)), ("1-3,5", (1, 2, 3, 5)), (" 4 - 5 , 1", (4, 5, 1))]
)
def test_pages_as_people_write_them(typed: str, pages: tuple[int, ...]) -> None:
    assert read_pages(typed) == pages


@pytest.mark.parametrize("typed", ["0", "3-1", "a", "1,,2", "1-", "-1", "1-2-3", "1-99999", "٣", "1.5"])
def test_what_are_no_pages_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="pages_unreadable"):
        read_pages(typed)


def test_a_choice_has_an_end() -> None:
    assert len(read_pages(",".join(["1-400"] * 50))) <= LONGEST_CHOICE + 1


def test_a_title_has_a_limit() -> None:
    assert problems("Surat") == ()
    assert [one.code for one in problems("x" * 301)] == ["text_too_long"]
