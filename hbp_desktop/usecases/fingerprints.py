"""The six words of a key, from the one list that came with the program."""

from functools import cache

from hbp_desktop.domain.errors import Damaged
from hbp_desktop.domain.six_words import SIZE, SixWords
from hbp_desktop.resources import resource
from hbp_desktop.usecases.opening import Opened


@cache
def six_words() -> SixWords:
    """Read the list; raises Damaged when it is not whole."""
    try:
        words = tuple(resource("words", "six_words.txt").read_text(encoding="ascii").split())
    except (OSError, UnicodeDecodeError):
        words = ()
    if len(words) != SIZE:
        raise Damaged("catalogue_unreadable", file="six_words.txt")
    return SixWords(words)


def words_of(key: str) -> str:
    """Give the words of a device key (hex), as they are read aloud."""
    return " ".join(six_words().of(bytes.fromhex(key)))


def words_of_office(opened: Opened) -> str:
    """Give the words of the founding this laptop has pinned: the same on every laptop of the office.

    Read aloud after joining, they tell the newcomer that it was the right office that answered.
    """
    return words_of(opened.founding.hex())
