"""The one-time code that lets a device enrol: 90 bits, in groups to read aloud, with a check against slips.

Six groups of four of the recovery code's alphabet; the last six characters are BIP 173's polymod over the
prefix `hbpe`, so that a slip of the pen is told before anything is sent.
"""

from hashlib import blake2b

from hbp_desktop.domain.bech32 import CHECK_LENGTH, check_values, polymod, prefix_values
from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.recovery import ALPHABET, tidy

BITS = 90
LENGTH = BITS // 5 + CHECK_LENGTH

_PREFIX = "hbpe"
_GROUP = 4


def write(number: int) -> str:
    """Spell 90 random bits."""
    if not 0 <= number < 1 << BITS:
        raise ValueError("a code has 90 bits")
    values = [number >> 5 * place & 31 for place in reversed(range(BITS // 5))]
    return _grouped("".join(ALPHABET[value] for value in values + check_values(_PREFIX, values)))


def read(typed: str) -> str:
    """Give a code as printed, however it was typed; raises Refused (enrol_code_mistyped)."""
    text = tidy(typed)
    if len(text) != LENGTH or set(text) - set(ALPHABET):
        raise Refused("enrol_code_mistyped")
    if polymod([*prefix_values(_PREFIX), *map(ALPHABET.index, text)]) != 1:
        raise Refused("enrol_code_mistyped")
    return _grouped(text)


def kept_as(code: str) -> str:
    """Give what the receiver keeps of a code: its hash, for the code itself lets a device in."""
    return blake2b(code.encode("ascii"), digest_size=32, person=b"hbp-code-1").hexdigest()


def _grouped(text: str) -> str:
    return "-".join(text[at : at + _GROUP] for at in range(0, len(text), _GROUP))
