"""The checksum of BIP 173, against that document's own examples."""

import pytest

from hbp_desktop.domain import bech32


def is_valid(text: str) -> bool:
    prefix, _, data = text.lower().rpartition("1")
    values = [bech32.ALPHABET.index(letter) for letter in data]
    return bech32.polymod([*bech32.prefix_values(prefix), *values]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A12UEL5L",
        "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
        "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
    ],
)
def test_the_examples_of_the_standard_hold(text: str) -> None:
    assert is_valid(text)


def test_a_changed_letter_does_not_hold() -> None:
    assert not is_valid("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxq")


def test_bytes_are_spelled_with_a_checksum_that_holds() -> None:
    assert is_valid(bech32.encode("age-secret-key-", bytes(range(32))))
