"""An age header is looked at before the library reads it: what would cost minutes or memory is refused."""

import pyrage
import pytest

from hbp_desktop.domain.errors import Damaged
from hbp_desktop.store import age_header
from hbp_desktop.store.keyslots import MOST_SLOTS
from hbp_desktop.store.persons import PersonKeys

INTRO, MAC = b"age-encryption.org/v1\n", b"--- " + b"A" * 43 + b"\n"
STANZA = b"-> X25519 " + b"A" * 43 + b"\n" + b"B" * 43 + b"\n"


def scrypt(log_n: str) -> bytes:
    return b"-> scrypt " + b"A" * 22 + b" " + log_n.encode() + b"\n" + b"B" * 43 + b"\n"


@pytest.mark.parametrize("recipients", [1, 4, MOST_SLOTS])
def test_what_age_writes_for_as_many_as_may_open_passes(recipients: int) -> None:
    to = [pyrage.x25519.Identity.generate().to_public() for _ in range(recipients)]
    for _ in range(20):  # each time with another stray stanza of its own
        age_header.check(pyrage.encrypt(b"kunci", to))


def test_what_age_writes_for_a_passphrase_passes() -> None:
    age_header.check(INTRO + scrypt("18") + MAC + b"x")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"age-encryption.org/v2\n" + STANZA + MAC,
        INTRO + MAC,
        INTRO + STANZA,
        INTRO + STANZA * 33 + MAC,
        INTRO + b"-> X25519 " + b"A" * 20_000 + b"\n" + MAC,
        INTRO + scrypt("21") + MAC,
        INTRO + scrypt("63") + MAC,
        INTRO + scrypt("018") + MAC,
        INTRO + scrypt("1" * 400) + MAC,
        INTRO + scrypt("18") * 2 + MAC,
        INTRO + b"-> scrypt\n" + MAC,
    ],
)
def test_what_no_honest_program_writes_is_refused_without_being_read(data: bytes) -> None:
    with pytest.raises(Damaged) as told:
        age_header.check(data)
    assert told.value.code == "age_header"
    with pytest.raises(Damaged):
        PersonKeys.new().unseal(data)
