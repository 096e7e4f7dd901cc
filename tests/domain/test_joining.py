"""The bytes of requests and admissions: what is written is read back, and nothing else is."""

import re
from base64 import b64encode
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hbp_desktop.domain.admission import (
    LONGEST_ADMISSION,
    LONGEST_MANIFEST,
    Admission,
    read_admission,
    unwrap_admission,
    wrap_admission,
    write_admission,
)
from hbp_desktop.domain.canonical import dump, load
from hbp_desktop.domain.chain import Range, sign_head
from hbp_desktop.domain.entry import Gone
from hbp_desktop.domain.errors import Damaged, HbpError, Refused
from hbp_desktop.domain.joining import (
    LONGEST_REQUEST,
    Applicant,
    Request,
    read_request,
    write_request,
)
from hbp_desktop.domain.signing import is_signed, public_key, sign
from hbp_desktop.domain.six_words import SIZE
from hbp_desktop.resources import resource

DEVICE, ADMIN = b"d" * 32, b"a" * 32
AGE = "age1" + "q" * 58
REQUEST = Request(
    device=public_key(DEVICE).hex(),
    device_name="LAPTOP-07",
    age=AGE,
    office="SGR06",
    founding="",
    officers=(Applicant("o1", "Hafiz Ismail", "PPK", public_key(b"h" * 32).hex(), AGE, ("counter",)),),
    nonce="0" * 32,
    at=1795000000,
)
HEAD = sign_head("c" * 32, 2, b"h" * 32, DEVICE)
ADMISSION = Admission(
    office="SGR06",
    founding=b"f" * 32,
    device=REQUEST.device,
    request=REQUEST.digest,
    officers={"o1": "o2"},
    by=public_key(ADMIN).hex(),
    at=1795000001,
    ranges=(Range("c" * 32, bytes(32), ((b"{}", b'{"a":1}'), (b"{}", Gone(b"g" * 32))), HEAD),),
)
ASKED, ANSWER = write_request(REQUEST, DEVICE), write_admission(ADMISSION, ADMIN)


def changed(data: bytes) -> st.SearchStrategy[bytes]:
    """Change, cut, lengthen or repeat some of these bytes."""
    at = st.integers(0, len(data) - 1)
    return st.one_of(
        st.builds(lambda n, x: data[:n] + bytes([data[n] ^ x]) + data[n + 1 :], at, st.integers(1, 255)),
        st.builds(lambda n: data[:n], at),
        st.builds(lambda n, more: data[:n] + more + data[n:], at, st.binary(min_size=1, max_size=20)),
        st.builds(lambda n, m: data[:n] + data[n + m + 1 :], at, st.integers(0, 40)),
        st.binary(max_size=300),
    )


def test_what_is_written_is_read_back() -> None:
    assert read_request(ASKED) == REQUEST
    assert read_request(ASKED.replace(b"\n", b"\r\n")) == REQUEST
    assert read_admission(ANSWER) == ADMISSION
    assert unwrap_admission(wrap_admission(b"age" * 20)) == b"age" * 20
    assert unwrap_admission(wrap_admission(b"")) == b""


@settings(max_examples=300, deadline=None)
@given(changed(ASKED))
def test_a_request_changed_anywhere_is_refused_whole(data: bytes) -> None:
    if data.rstrip(b"\r\n") == ASKED.rstrip(b"\n"):
        return
    with pytest.raises(HbpError) as refused:
        read_request(data)
    assert refused.value.code in ("request_damaged", "request_not_one", "request_newer")


@settings(max_examples=300, deadline=None)
@given(changed(ANSWER))
def test_an_admission_changed_anywhere_is_refused_whole(data: bytes) -> None:
    if data == ANSWER:
        return
    with pytest.raises(HbpError) as refused:
        read_admission(data)
    assert refused.value.code in ("admission_damaged", "admission_newer")


@given(st.binary(max_size=60))
def test_what_is_no_admission_is_said_to_be_none(data: bytes) -> None:
    with suppress(HbpError):
        assert wrap_admission(unwrap_admission(data)) == data


def signed_again(change: dict[str, Any]) -> bytes:
    """Give a request with other content and a signature that holds: a program that lies."""
    asks = load(ASKED[:-1], LONGEST_REQUEST)["asks"] | change
    signature = b64encode(sign("request", DEVICE, dump(asks))).decode()
    return dump({"asks": asks, "sig": signature, "v": 1, "what": "hbp-request"})


@pytest.mark.parametrize(
    "change",
    [
        {"office": "sgr06"},
        {"office": 0},
        {"founding": []},
        {"age": "age1" + "Q" * 58},
        {"officers": []},
        {"officers": [{}]},
        {"name": "x" * 1000},
        {"name": "two\nlines"},
        {"at": -1},
        {"at": True},
        {"more": 1},
        {"nonce": "f" * 31},
    ],
)
def test_a_signature_does_not_make_content_right(change: dict[str, Any]) -> None:
    with pytest.raises(Damaged):
        read_request(signed_again(change))
    assert read_request(signed_again({})) == REQUEST  # the harness itself signs well


@pytest.mark.parametrize(
    "officer",
    [
        {"roles": ["boss"]},
        {"roles": ["head", "head"]},
        {"sign": ""},
        {"retired": 1},
        {"name": "  "},
        {"id": "a.b"},
        {"sign": "Z" * 64},
    ],
)
def test_an_officer_that_is_none_is_refused(officer: dict[str, Any]) -> None:
    (first,) = load(ASKED[:-1], LONGEST_REQUEST)["asks"]["officers"]
    with pytest.raises(Damaged):
        read_request(signed_again({"officers": [first | officer]}))
    with pytest.raises(Damaged):
        read_request(signed_again({"officers": [first, first]}))


def test_a_signature_for_one_purpose_serves_no_other() -> None:
    asks = load(ASKED[:-1], LONGEST_REQUEST)["asks"]
    signature = sign("admission", DEVICE, dump(asks))
    data = dump({"asks": asks, "sig": b64encode(signature).decode(), "v": 1, "what": "hbp-request"})
    with pytest.raises(Damaged):
        read_request(data)
    assert is_signed("admission", public_key(DEVICE), dump(asks), signature)


def test_newer_and_longer_files_are_told_apart() -> None:
    newer = load(ASKED[:-1], LONGEST_REQUEST) | {"v": 2}
    with pytest.raises(Refused) as refused:
        read_request(dump(newer))
    assert refused.value.code == "request_newer"
    with pytest.raises(Damaged) as damaged:
        read_request(ASKED + b"\n" * LONGEST_REQUEST)
    assert damaged.value.code == "request_not_one"
    with pytest.raises(Refused) as refused:
        unwrap_admission(b"hbp-admission/2\nage")
    assert refused.value.code == "admission_newer"
    assert LONGEST_ADMISSION > LONGEST_REQUEST


def test_nobody_signs_for_another() -> None:
    with pytest.raises(ValueError):
        write_request(REQUEST, ADMIN)
    with pytest.raises(ValueError):
        write_admission(ADMISSION, DEVICE)


def test_the_page_names_every_part_of_both_files() -> None:
    page = resource("format.md").read_text(encoding="utf-8")
    joining = page[page.index("## Joining") : page.index("## Links")]
    asks = load(ASKED[:-1], LONGEST_REQUEST)["asks"]
    length = int.from_bytes(ANSWER[:4], "big")
    manifest = load(ANSWER[4 : 4 + length], LONGEST_MANIFEST)
    names = {*asks, *asks["officers"][0], *manifest}
    assert [name for name in sorted(names) if not re.search(f'[`"]{name}[`"]', joining)] == []
    for number in (LONGEST_REQUEST, LONGEST_ADMISSION, LONGEST_MANIFEST, SIZE):
        assert f"`{number}`" in joining
