"""Chain codes and signed heads: what is read back is what was said, and a slip is noticed."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbp_desktop.domain.chain import sign_head
from hbp_desktop.domain.entry import chain_of
from hbp_desktop.domain.errors import Damaged, Invalid
from hbp_desktop.domain.proof import (
    ChainCode,
    SignedHead,
    heads_as_json,
    heads_in,
    looks_like_code,
    read_code,
)
from hbp_desktop.domain.recovery import ALPHABET
from hbp_desktop.domain.signing import public_key
from hbp_desktop.resources import resource

SECRET, NONCE = b"s" * 32, b"n" * 16
CHAIN = chain_of(public_key(SECRET), NONCE)
HASH = bytes(range(32))
CODE = ChainCode.of(CHAIN, 1204, HASH)


def head(seq: int = 7) -> SignedHead:
    return SignedHead(sign_head(CHAIN, seq, HASH, SECRET), public_key(SECRET), NONCE)


@given(st.binary(min_size=16, max_size=16), st.integers(1, 32**5 - 1), st.binary(min_size=32, max_size=32))
def test_a_code_says_what_it_was_made_of(chain: bytes, seq: int, entry_hash: bytes) -> None:
    read = read_code(ChainCode.of(chain.hex(), seq, entry_hash).text())
    assert read.seq == seq
    assert read.is_of(chain.hex())
    assert read.names(entry_hash)
    assert not read.names(bytes([entry_hash[0] ^ 1]) + entry_hash[1:])


def test_a_code_is_seven_groups_of_four_and_read_in_any_spelling() -> None:
    assert [len(group) for group in CODE.text().split("-")] == [4] * 7
    assert read_code(CODE.text().lower().replace("-", " ").replace("0", "o").replace("1", "l")) == CODE
    assert looks_like_code(CODE.text())
    assert not looks_like_code("laporan.json")


def test_one_wrong_character_is_found_in_its_group() -> None:
    chance, text = random.Random(3), CODE.text().replace("-", "")
    for at in range(len(text)):
        slip = chance.choice([letter for letter in ALPHABET if letter != text[at]])
        with pytest.raises(Invalid) as invalid:
            read_code(text[:at] + slip + text[at + 1 :])
        assert [(one.code, one.values) for one in invalid.value.problems] == [
            ("code_group", {"group": at // 4 + 1})
        ]


@pytest.mark.parametrize(
    ("typed", "code"),
    [("", "code_length"), (CODE.text()[:-1], "code_length"), ("*" + CODE.text()[1:], "code_character")],
)
def test_what_is_no_code_is_told(typed: str, code: str) -> None:
    with pytest.raises(Invalid) as invalid:
        read_code(typed)
    assert invalid.value.problems[0].code == code


def test_signed_heads_are_read_back() -> None:
    assert heads_in(heads_as_json([head(9), head(7)])) == (head(7), head(9))


@pytest.mark.parametrize(
    ("name", "value"),
    [("seq", 8), ("hash", "00" * 32), ("device", "11" * 32), ("nonce", "22" * 16), ("chain", "33" * 16)],
)
def test_a_head_that_does_not_prove_itself_is_refused(name: str, value: object) -> None:
    (row,) = heads_as_json([head()])
    with pytest.raises(Damaged) as damaged:
        heads_in([{**row, name: value}])
    assert damaged.value.code == "heads_unsigned"


@pytest.mark.parametrize("found", [None, [], {}, [7], [{}], [{"seq": "x"}], [None] * 10_001])
def test_what_is_no_list_of_heads_is_refused(found: object) -> None:
    with pytest.raises(Damaged) as damaged:
        heads_in(found)
    assert damaged.value.code == "heads_damaged"


def test_the_page_of_the_format_says_how_a_code_is_spelled() -> None:
    """Read a code as another program would, from resources/format.md alone."""
    page = resource("format.md").read_text(encoding="utf-8")
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    assert f"`{letters}`" in page
    assert "`hbpk`" in page
    values = [letters.index(letter) for letter in CODE.text().replace("-", "")]
    bits = "".join(f"{value:05b}" for value in values)
    whole = "".join(f"{byte:08b}" for byte in bytes.fromhex(CHAIN))
    assert bits[:20] == whole[:20]
    assert int(bits[20:45], 2) == 1204
    assert bits[45:110] == "".join(f"{byte:08b}" for byte in HASH)[:65]
    spread = [ord(c) >> 5 for c in "hbpk"] + [0] + [ord(c) & 31 for c in "hbpk"]
    check, terms = 1, (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
    for value in spread + values:
        top, check = check >> 25, (check & 0x1FFFFFF) << 5 ^ value
        for bit, term in enumerate(terms):
            check ^= term if top >> bit & 1 else 0
    assert check == 1
