"""The checksum and spelling of BIP 173, as age uses it for its keys."""

from collections.abc import Iterable, Sequence

ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
CHECK_LENGTH = 6

_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def polymod(values: Iterable[int], start: int = 1) -> int:
    """Divide five-bit values by the generator of BIP 173; 1 means a good checksum."""
    check = start
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, term in enumerate(_GENERATOR):
            if top >> bit & 1:
                check ^= term
    return check


def prefix_values(prefix: str) -> list[int]:
    """Spread a human-readable prefix as BIP 173 wants it before the data."""
    return [ord(letter) >> 5 for letter in prefix] + [0] + [ord(letter) & 31 for letter in prefix]


def check_values(prefix: str, values: Sequence[int]) -> list[int]:
    """Give the six values that make the whole divide well."""
    rest = polymod([*prefix_values(prefix), *values, *[0] * CHECK_LENGTH]) ^ 1
    return [rest >> 5 * (CHECK_LENGTH - 1 - place) & 31 for place in range(CHECK_LENGTH)]


def to_fives(data: bytes) -> list[int]:
    """Cut bytes into five-bit values, the last filled up with zero bits."""
    padding = -len(data) * 8 % 5
    number = int.from_bytes(data, "big") << padding
    count = (len(data) * 8 + padding) // 5
    return [number >> 5 * (count - 1 - place) & 31 for place in range(count)]


def encode(prefix: str, data: bytes) -> str:
    """Spell bytes in lower case behind a lower-case prefix."""
    values = to_fives(data)
    return prefix + "1" + "".join(ALPHABET[value] for value in values + check_values(prefix, values))
