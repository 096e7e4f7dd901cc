"""Sealed fields in a real journal: carried by all, opened by few."""

from base64 import b64decode

import pytest

from hbp_desktop.domain.entry import NOTHING, Entry, Header, Opening, make
from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.sealing import RECIPIENTS
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.store.sealing import seal, unseal

SUBJECT = "5" * 32
INNER = {"name": "Salmah binti Osman"}


def entry_with(**more: str) -> Entry:
    opens = Opening("0" * 64, "0" * 32, "SGR06", None)
    header = Header("c" * 32, 1, "visit", SUBJECT, (), 1, "recorded", "o", 0, opens=opens)
    return make(NOTHING, header, {"anonymous": True}, bytes(12), **more)


def test_readers_open_it_and_others_do_not() -> None:
    one, two, other = PersonKeys.new(), PersonKeys.new(), PersonKeys.new()
    entry = entry_with(sealed=seal("visit", SUBJECT, INNER, [one.age, two.age]))
    assert unseal(entry, one) == unseal(entry, two) == INNER
    assert unseal(entry, other) is None
    assert entry.body()["fields"] == {"anonymous": True}


@pytest.mark.parametrize("readers", [1, 2, RECIPIENTS])
def test_the_file_never_tells_how_many_may_read(readers: int) -> None:
    keys = [PersonKeys.new() for _ in range(readers)]
    sealed = b64decode(seal("visit", SUBJECT, INNER, [key.age for key in keys]))
    assert sealed.count(b"-> X25519 ") == RECIPIENTS


def test_too_many_or_no_readers_are_refused() -> None:
    keys = [PersonKeys.new().age for _ in range(RECIPIENTS + 1)]
    for readers in ([], keys):
        with pytest.raises(Refused, match="sealed_readers"):
            seal("visit", SUBJECT, INNER, readers)


def test_what_is_no_ciphertext_or_of_another_subject_opens_as_nothing() -> None:
    keys = PersonKeys.new()
    elsewhere = seal("visit", "6" * 32, INNER, [keys.age])
    for more in ({}, {"sealed": "!"}, {"sealed": "YWdl"}, {"sealed": elsewhere}):
        assert unseal(entry_with(**more), keys) is None
