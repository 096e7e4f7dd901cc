"""A PDF's pages: pictures of them and nothing else; locked, endless and exploding ones refused in words."""

from contextlib import suppress

import pytest

from hbp_desktop.domain.attachment import LONGEST_SIDE, MOST_BYTES, MOST_PAGES
from hbp_desktop.domain.errors import Refused
from hbp_desktop.pictures.preparing import prepare
from tests.pictures import samples
from tests.pictures.test_pictures import seen


def test_every_page_becomes_a_picture_within_the_limits() -> None:
    made = list(prepare(samples.letter(3)))
    assert [(one.page, one.of) for one in made] == [(1, 3), (2, 3), (3, 3)]
    for one in made:
        assert max(one.width, one.height) <= LONGEST_SIDE
        assert len(one.jpeg) <= MOST_BYTES
    image = seen(made[0])
    scale = made[0].height / 842
    assert image.getpixel((int(200 * scale), int((842 - 125) * scale))) == (0, 0, 0)
    assert image.getpixel((5, 5)) == (255, 255, 255)


def test_chosen_pages_come_in_the_order_chosen() -> None:
    assert [one.page for one in prepare(samples.letter(40), [7, 2, 7])] == [7, 2]


def test_nothing_but_pixels_survives() -> None:
    brought = samples.letter_with_everything()
    (made,) = prepare(brought)
    for trace in (samples.SECRET, b"app.alert", b"%PDF", b"hidden.txt"):
        assert trace not in made.jpeg
    assert samples.SECRET in brought


REFUSED = {
    "password": (lambda: samples.locked_letter("rahsia"), "pdf_encrypted"),
    "owner's password": (lambda: samples.locked_letter(""), "pdf_encrypted"),
    "too many pages at once": (lambda: samples.letter(MOST_PAGES + 1), "pdf_pages_many"),
    "too many pages": (lambda: samples.letter(501), "pdf_too_long"),
    "no pages": (lambda: samples.letter(0), "pdf_damaged"),
    "cut": (lambda: samples.letter()[:200], "pdf_damaged"),
    "not one": (lambda: b"%PDF-1.7\n" + bytes(range(256)), "pdf_damaged"),
    "huge page": (lambda: samples.letter(1, 20_000, 20_000), "pdf_page_size"),
    "thread": (lambda: samples.letter(1, 10_000, 3), "pdf_page_size"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_pdf_that_is_a_trap_is_refused_in_words(name: str) -> None:
    made, code = REFUSED[name]
    with pytest.raises(Refused, match=code):
        list(prepare(made()))


def test_a_page_that_is_not_there_is_told() -> None:
    with pytest.raises(Refused, match="pdf_page_unknown"):
        list(prepare(samples.letter(2), [3]))


def test_a_page_that_draws_itself_without_end_is_given_up() -> None:
    with pytest.raises(Refused, match="picture_hostile"):
        list(prepare(samples.endless_letter(), patience=1.0))


def test_a_picture_that_unpacks_to_gigabytes_takes_only_the_child() -> None:
    """Whether it is left out of the page or the child dies of it: the next file is served."""
    with suppress(Refused):
        assert len(list(prepare(samples.bomb_letter(1200), patience=20.0))) == 1
    assert len(list(prepare(samples.letter()))) == 1
