"""What can be held outside a file to check it by: signed heads, and a short code read over the telephone.

A **chain code** is 28 characters in groups of four, in the recovery code's alphabet: 20 bits of the chain's
name, 25 of seq, 65 of the entry's hash, six check characters (BIP 173's polymod, prefix `hbpk`). A **heads
file** is JSON with a list `heads`; each carries the key and nonce that prove its chain's name.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hbp_desktop.domain.bech32 import CHECK_LENGTH, check_values, polymod, prefix_values
from hbp_desktop.domain.chain import Head, is_head_signed
from hbp_desktop.domain.entry import chain_of
from hbp_desktop.domain.errors import Damaged, Invalid, Problem
from hbp_desktop.domain.recovery import ALPHABET, tidy

PLACE = "chain_code"
MOST_HEADS = 10_000

_PREFIX = "hbpk"
_CHAIN, _SEQ, _HASH = 4, 5, 13  # characters of five bits
_LENGTH = _CHAIN + _SEQ + _HASH + CHECK_LENGTH
_GROUP = 4


@dataclass(frozen=True, slots=True)
class ChainCode:
    """A head as a person reads it aloud: enough of its chain's name and of its hash, and its seq."""

    chain: int
    seq: int
    hash: int

    @classmethod
    def of(cls, chain: str, seq: int, entry_hash: bytes) -> "ChainCode":
        """Shorten a head; ValueError past seq 33,554,431."""
        if not 0 < seq < 32**_SEQ:
            raise ValueError("seq does not fit the code")
        return cls(_first(bytes.fromhex(chain), _CHAIN), seq, _first(entry_hash, _HASH))

    def is_of(self, chain: str) -> bool:
        """Tell whether it may speak of this chain."""
        return _first(bytes.fromhex(chain), _CHAIN) == self.chain

    def names(self, entry_hash: bytes) -> bool:
        """Tell whether it names this entry's hash."""
        return _first(entry_hash, _HASH) == self.hash

    def text(self) -> str:
        """Spell it in seven groups of four."""
        values = [*_fives(self.chain, _CHAIN), *_fives(self.seq, _SEQ), *_fives(self.hash, _HASH)]
        letters = "".join(ALPHABET[value] for value in values + check_values(_PREFIX, values))
        return "-".join(letters[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))


@dataclass(frozen=True, slots=True)
class SignedHead:
    """A head with what proves it to anybody: the device key and nonce its chain's name is made of."""

    head: Head
    device: bytes
    nonce: bytes

    @property
    def proven(self) -> bool:
        """Tell whether the chain is this device's and the device signed this head."""
        return chain_of(self.device, self.nonce) == self.head.chain and is_head_signed(self.head, self.device)


def looks_like_code(text: str) -> bool:
    """Tell whether a text may be a chain code rather than a file's name."""
    tidied = tidy(text)
    return len(tidied) == _LENGTH and all(letter in ALPHABET for letter in tidied)


def read_code(typed: str) -> ChainCode:
    """Read a code as typed; raises Invalid, naming the group to look at where it can."""
    text = tidy(typed)
    strange = sorted({at // _GROUP + 1 for at, letter in enumerate(text) if letter not in ALPHABET})
    if strange:
        raise Invalid(tuple(_problem("code_character", group=group) for group in strange))
    if len(text) != _LENGTH:
        raise Invalid((_problem("code_length", typed=len(text), wanted=_LENGTH),))
    values = [ALPHABET.index(letter) for letter in text]
    if wrong := _syndrome(values):
        raise Invalid((_misread(wrong),))
    seq_at, hash_at = _CHAIN, _CHAIN + _SEQ
    return ChainCode(
        _number(values[:seq_at]), _number(values[seq_at:hash_at]), _number(values[hash_at:-CHECK_LENGTH])
    )


def heads_as_json(heads: Iterable[SignedHead]) -> list[dict[str, Any]]:
    """Write signed heads as the list `heads` of a file, by chain and seq."""
    rows = [
        {
            "chain": one.head.chain,
            "device": one.device.hex(),
            "hash": one.head.hash.hex(),
            "nonce": one.nonce.hex(),
            "seq": one.head.seq,
            "sig": b64encode(one.head.signature).decode("ascii"),
        }
        for one in heads
    ]
    return sorted(rows, key=lambda row: (str(row["chain"]), int(str(row["seq"]))))


def heads_in(found: object) -> tuple[SignedHead, ...]:
    """Read the list `heads`; raises Damaged (heads_damaged, heads_unsigned). Only what is proven is given."""
    if not isinstance(found, list) or not 0 < len(found) <= MOST_HEADS:
        raise Damaged("heads_damaged")
    heads = tuple(_head_in(row) for row in found)
    if not all(one.proven for one in heads):
        raise Damaged("heads_unsigned")
    return heads


def _head_in(row: object) -> SignedHead:
    if not isinstance(row, Mapping):
        raise Damaged("heads_damaged")
    try:
        seq = int(row["seq"])
        chain = bytes.fromhex(row["chain"]).hex()
        signature = b64decode(row["sig"], validate=True)
        head = Head(chain, seq, bytes.fromhex(row["hash"]), signature)
        found = SignedHead(head, bytes.fromhex(row["device"]), bytes.fromhex(row["nonce"]))
    except (KeyError, TypeError, ValueError):
        raise Damaged("heads_damaged") from None
    lengths = len(chain), len(head.hash), len(signature), len(found.device), len(found.nonce)
    if lengths != (32, 32, 64, 32, 16) or not 0 < seq < 2**53:
        raise Damaged("heads_damaged")
    return found


def _syndrome(values: list[int]) -> int:
    return polymod([*prefix_values(_PREFIX), *values]) ^ 1


def _misread(syndrome: int) -> Problem:
    """Name the group of the one wrong character that explains the syndrome, if one does."""
    for at in range(_LENGTH):
        rest = [0] * (_LENGTH - 1 - at)
        if any(polymod([slip, *rest], start=0) == syndrome for slip in range(1, 32)):
            return _problem("code_group", group=at // _GROUP + 1)
    return _problem("code_misread")


def _first(data: bytes, count: int) -> int:
    """Give the first bits of bytes, five for each character."""
    return int.from_bytes(data, "big") >> len(data) * 8 - 5 * count


def _fives(number: int, count: int) -> list[int]:
    return [number >> 5 * (count - 1 - at) & 31 for at in range(count)]


def _number(values: list[int]) -> int:
    number = 0
    for value in values:
        number = number << 5 | value
    return number


def _problem(code: str, **values: int) -> Problem:
    return Problem(code, PLACE, values=values)
