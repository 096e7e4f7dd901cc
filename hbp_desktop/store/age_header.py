"""A look at an age file's header before the library reads it: parsing is quadratic, work can be ordered."""

import re

from hbp_desktop.domain.errors import Damaged

LONGEST = 16 * 1024  # bytes
MOST_STANZAS = 32
MOST_SCRYPT_LOG_N = 20

_INTRO = b"age-encryption.org/v1\n"
_END = re.compile(rb"^--- [A-Za-z0-9+/]{43}\n", re.MULTILINE)
_SCRYPT = re.compile(rb"-> scrypt [A-Za-z0-9+/]{1,64} ([1-9][0-9]?)")


def check(data: bytes) -> None:
    """Raise Damaged (age_header) for a header that no honest program writes; decrypts nothing."""
    head = data[:LONGEST]
    end = _END.search(head)
    if not head.startswith(_INTRO) or end is None:
        raise Damaged("age_header")
    stanzas = [line for line in head[: end.start()].split(b"\n") if line.startswith(b"-> ")]
    scrypt = [line for line in stanzas if line.startswith(b"-> scrypt")]
    if not 0 < len(stanzas) <= MOST_STANZAS or len(scrypt) > 1 or not all(map(_is_bearable, scrypt)):
        raise Damaged("age_header")


def _is_bearable(stanza: bytes) -> bool:
    found = _SCRYPT.fullmatch(stanza)
    return found is not None and int(found[1]) <= MOST_SCRYPT_LOG_N
