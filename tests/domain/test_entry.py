"""Entries: canonical bytes, strict reading, and what is refused."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbp_desktop.domain.canonical import DEEPEST, GREATEST_INTEGER, dump, load
from hbp_desktop.domain.entry import (
    LONGEST_HEADER,
    NOTHING,
    Entry,
    Gone,
    Header,
    Opening,
    Parent,
    make,
    read_body,
    read_header,
    received,
)
from hbp_desktop.domain.errors import Damaged

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-GREATEST_INTEGER, GREATEST_INTEGER) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
ODD = st.recursive(
    VALUES | st.floats() | st.binary() | st.integers() | st.just("\ud800") | st.just({1: 2}),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=12,
)
OPENS = Opening("0" * 64, "0" * 32, "SGR06", None)


def header(**changed: Any) -> Header:
    plain: dict[str, Any] = {
        "chain": "c" * 32,
        "seq": 2,
        "kind": "visit",
        "subject": "5" * 32,
        "parents": (Parent(b"12345678", "c" * 32, 1),),
        "lamport": 2,
        "action": "recorded",
        "actor": "o",
        "at": 1795000000,
    }
    return Header(**plain | changed)


def raw_header(**changed: Any) -> bytes:
    raw = json.loads(make(NOTHING, header(), {}, bytes(12)).header_bytes)
    return dump({name: value for name, value in (raw | changed).items() if value != "absent"})


@given(VALUES)
def test_canonical_bytes_read_back_to_the_same_value(value: Any) -> None:
    assert load(dump(value), 10**6) == value


@given(st.dictionaries(st.text(max_size=4), ODD, max_size=3))
def test_an_entry_is_what_reading_its_bytes_gives_or_is_not_made(fields: dict[str, Any]) -> None:
    try:
        entry = make(NOTHING, header(), fields, bytes(12), reason="sebab")
    except Damaged:
        return
    again = received(entry.prev, entry.header_bytes, entry.body_bytes or b"")
    assert (again.header, again.body(), again.hash) == (entry.header, entry.body(), entry.hash)


def test_a_value_changed_after_an_entry_was_made_does_not_change_the_entry() -> None:
    outcome = {"status": "new"}
    entry = make(NOTHING, header(), {"outcome": outcome}, bytes(12))
    outcome["status"] = "closed"
    assert entry.body()["fields"] == {"outcome": {"status": "new"}}


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b'{"a":1.0}',
        b'{"a":1e3}',
        b'{"a":NaN}',
        b'{"a":-0}',
        b'{"a":9007199254740992}',
        b'{"a":' + b"9" * 5000 + b"}",
        b'{"a":1,"a":2}',
        b'{"b":1,"a":2}',
        b'{"a": 1}',
        b'{"a":"\\u0041"}',
        b'{"a":"\\ud800"}',
        b'{"a":"\xff"}',
        b'\xef\xbb\xbf{"a":1}',
        b'{"a":1}\n',
        b"[" * 9 + b"]" * 9,
        b"[" * 100_000,
    ],
)
def test_every_other_spelling_is_refused(text: bytes) -> None:
    with pytest.raises(Damaged):
        load(text, 10**6)


def test_brackets_inside_text_are_not_nesting() -> None:
    text = dump({"a": "[{" * 50 + '"' + "[" * 20})
    assert load(text, 10**6)["a"].startswith("[{")
    assert load(b"[" * DEEPEST + b"]" * DEEPEST, 100)


def test_what_is_too_long_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(Damaged, match="json_too_long"):
        read_header(b"x" * (LONGEST_HEADER + 1))
    with pytest.raises(Damaged, match="json_too_long"):
        make(NOTHING, header(), {"a": "x" * 70_000}, bytes(12))


@pytest.mark.parametrize(
    "changed",
    [
        {"chain": "C" * 32},
        {"chain": "c" * 31},
        {"seq": 0},
        {"seq": True},
        {"seq": "2"},
        {"kind": "Visit"},
        {"id": ""},
        {"id": "a b"},
        {"id": "5" * 32 + "\n"},
        {"parents": {}},
        {"parents": ""},
        {"parents": [["12" * 8, "c" * 32]]},
        {"parents": ["abc"]},
        {"lamport": 0},
        {"at": -1},
        {"v": 0},
        {"doubt": 1},
        {"action": "absent"},
        {"opens": None},
        {"opens": {"before": None, "device": "0" * 64, "nonce": "0" * 32, "office": "SGR06"}},
        {"seq": 1},
    ],
)
def test_a_header_of_another_shape_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(Damaged):
        read_header(raw_header(**changed))


def test_unknown_keys_and_a_newer_version_are_read() -> None:
    assert read_header(raw_header(v=2, colour="blue", more={"x": [1]})).v == 2


@pytest.mark.parametrize("body", [b"[]", b"{}", b'{"fields":[]}', b'{"fields":null}', b"7"])
def test_a_body_of_another_shape_is_refused(body: bytes) -> None:
    with pytest.raises(Damaged):
        read_body(body)


def test_any_changed_byte_changes_the_hash() -> None:
    entry = make(NOTHING, header(), {"a": 1}, bytes(12))
    hashes = {entry.hash, Entry(bytes(31) + b"\1", entry.header_bytes, entry.digest, None).hash}
    hashes.add(received(NOTHING, entry.header_bytes, b'{"fields":{"a":2}}').hash)
    hashes.add(received(NOTHING, raw_header(at=1), entry.body_bytes or b"").hash)
    assert len(hashes) == 4


def test_an_entry_whose_body_is_gone_keeps_its_hash_and_says_so() -> None:
    entry = make(NOTHING, header(seq=1, parents=(), opens=OPENS), {"a": 1}, bytes(12))
    kept = received(NOTHING, entry.header_bytes, Gone(entry.digest))
    assert kept.hash == entry.hash
    with pytest.raises(Damaged, match="body_missing"):
        kept.body()


@given(st.binary(max_size=3), st.integers(0, 300), st.integers(0, 300))
def test_whatever_a_header_is_changed_into_is_refused_or_read_as_it_stands(
    new: bytes, at: int, end: int
) -> None:
    """Mostly a header is read by its looks alone; what was read that way writes the same bytes again."""
    good = make(NOTHING, header(seq=12, parents=(), lamport=1), {}, b"0" * 12).header_bytes
    changed = good[:at] + new + good[max(at, end) :]
    with suppress(Damaged):
        assert make(NOTHING, read_header(changed), {}, b"0" * 12).header_bytes == changed
    assert make(NOTHING, read_header(good), {}, b"0" * 12).header_bytes == good
