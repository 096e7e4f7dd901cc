"""The state's integrity key: a small text file with one age recipient, as `age-keygen -y` prints it.

Lines that begin with `#` are remarks; `# name: …` says whose key it is. Nothing else is accepted.
"""

from dataclasses import dataclass

from hbp_desktop.domain.bech32 import ALPHABET, CHECK_LENGTH, polymod, prefix_values
from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.fields import line

LONGEST_FILE = 2_000  # characters
LONGEST_NAME = 80
_PREFIX, _KEY_BYTES = "age", 32
_DATA = (_KEY_BYTES * 8 + 4) // 5


@dataclass(frozen=True, slots=True)
class IntegrityKey:
    """An age recipient, and whose it is as the file says."""

    age: str
    name: str = ""

    @property
    def short(self) -> str:
        """Give the end of the key, to compare by telephone."""
        return " ".join(self.age[-12:][at : at + 4] for at in (0, 4, 8))


def read_key(text: str) -> IntegrityKey:
    """Read a key file; raises Refused (seal_key_secret, seal_key_unreadable)."""
    if "AGE-SECRET-KEY-" in text.upper():
        raise Refused("seal_key_secret")
    lines = [one.strip() for one in text[: LONGEST_FILE + 1].splitlines() if one.strip()]
    keys = [one for one in lines if not one.startswith("#")]
    if len(text) > LONGEST_FILE or len(keys) != 1 or not is_recipient(keys[0]):
        raise Refused("seal_key_unreadable")
    remarks = [one.removeprefix("#").strip() for one in lines if one.startswith("#")]
    names = [one.partition(":")[2] for one in remarks if one.casefold().startswith("name:")]
    return IntegrityKey(keys[0], line(names[0])[:LONGEST_NAME] if names else "")


def is_recipient(text: str) -> bool:
    """Tell whether a text is an X25519 recipient of age with a good checksum and nothing left over."""
    prefix, joined, data = text.partition("1")
    values = [ALPHABET.find(sign) for sign in data]
    whole = prefix == _PREFIX and bool(joined) and -1 not in values
    if not whole or len(values) != _DATA + CHECK_LENGTH or polymod([*prefix_values(prefix), *values]) != 1:
        return False
    return values[_DATA - 1] & 0b1111 == 0  # 260 bits hold 256; the rest is zero
