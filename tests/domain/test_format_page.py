"""The page that describes the format, held to the code and to the golden journal."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from hbp_desktop.domain import canonical, chain, entry, link, sealing
from hbp_desktop.domain.chain import Head, check_link, is_head_signed
from hbp_desktop.domain.entry import received
from hbp_desktop.resources import resource
from hbp_desktop.store import journal
from tests.data import make_journal_v1 as maker
from tests.domain import format_reader

PAGE = resource("format.md").read_text(encoding="utf-8")
DATA = Path(__file__).parents[1] / "data"
LINES = [json.loads(text) for text in (DATA / "journal-v1.jsonl").read_text("utf-8").splitlines()]
ENTRIES = [line for line in LINES if "header" in line]
FOLDED = json.loads((DATA / "journal-v1.folded.json").read_text("utf-8"))


def body_of(line: dict[str, Any]) -> bytes:
    return bytes.fromhex(line["body_hex"]) if "body_hex" in line else line["body"].encode()


def is_signed(key: bytes, data: bytes, signature: bytes) -> bool:
    try:
        VerifyKey(key).verify(data, signature)
    except BadSignatureError:
        return False
    return True


@pytest.fixture(scope="module")
def read() -> list[format_reader.Read]:
    return [
        format_reader.Read(bytes.fromhex(line["prev"]), line["header"].encode(), body_of(line))
        for line in ENTRIES
    ]


@pytest.fixture(scope="module")
def ours() -> list[entry.Entry]:
    return [received(bytes.fromhex(line["prev"]), line["header"].encode(), body_of(line)) for line in ENTRIES]


def test_a_reader_written_from_the_page_gets_the_golden_hashes(read: list[format_reader.Read]) -> None:
    assert [item.hash.hex() for item in read] == [line["hash"] for line in ENTRIES]


def test_a_reader_written_from_the_page_finds_the_same_entries_counted(
    read: list[format_reader.Read],
) -> None:
    counted = format_reader.counting(read, bytes.fromhex(FOLDED["pinned"]), is_signed)
    assert sorted(item.hash.hex() for item in read if item.hash not in counted) == FOLDED["uncounted"]


def test_a_reader_written_from_the_page_finds_the_same_devices(read: list[format_reader.Read]) -> None:
    _, devices = format_reader.roster(read, bytes.fromhex(FOLDED["pinned"]), is_signed)
    found = {
        key: cuts and {name: sorted(hashes) for name, hashes in cuts.items()} for key, cuts in devices.items()
    }
    assert found == FOLDED["devices"]


def test_a_reader_written_from_the_page_folds_every_subject_the_same(read: list[format_reader.Read]) -> None:
    uncounted = set(FOLDED["uncounted"])
    for (kind, subject), of in _by_subject(read).items():
        folded = format_reader.fold(of, lambda item: item.hash.hex() not in uncounted)
        assert folded == FOLDED["subjects"][f"{kind} {subject}"], (kind, subject)
    assert len(_by_subject(read)) == len(FOLDED["subjects"])


def test_the_golden_journal_folds_to_the_golden_result(ours: list[entry.Entry]) -> None:
    assert [item.hash.hex() for item in ours] == [line["hash"] for line in ENTRIES]
    assert json.loads(json.dumps(maker.result(maker.Journal(ours)))) == FOLDED


def test_the_golden_journal_folds_the_same_backwards(ours: list[entry.Entry]) -> None:
    pinned, *rest = ours
    assert json.loads(json.dumps(maker.result(maker.Journal([pinned, *rest[::-1], *rest])))) == FOLDED


def test_the_generator_still_writes_the_golden_journal() -> None:
    assert [json.loads(text) for text in maker.lines(maker.build())] == LINES


def test_every_golden_entry_continues_its_chain_up_to_signed_heads(ours: list[entry.Entry]) -> None:
    by_hash = {item.hash: item for item in ours}
    for item in ours:
        check_link(item, by_hash.get(item.prev))
    opened = {item.header.chain: item.header.opens.device for item in ours if item.header.opens}
    for line in LINES:
        if "signature" in line:
            head = Head(
                line["chain"], line["seq"], bytes.fromhex(line["hash"]), bytes.fromhex(line["signature"])
            )
            assert by_hash[head.hash].header.seq == head.seq
            assert is_head_signed(head, bytes.fromhex(opened[head.chain]))


def test_the_golden_journal_holds_what_it_is_meant_to_hold() -> None:
    found = FOLDED["subjects"].values()
    conflicts = [conflict for one in found for conflict in one["conflicts"]]
    assert {conflict["kind"] for conflict in conflicts} == {"field", "withdrawn"}
    assert {conflict["offered"] for conflict in conflicts} == {True, False}
    assert any(cuts for cuts in FOLDED["devices"].values())
    assert len(FOLDED["uncounted"]) > 10
    assert any(one["state"].get("disposed") is True for one in found)


@pytest.mark.parametrize(
    "constant",
    [
        entry.LONGEST_HEADER,
        entry.LONGEST_BODY,
        canonical.DEEPEST,
        chain.SIGN_EVERY,
        journal.MOST_PARENTS,
        sealing.RECIPIENTS,
        sealing.BLOCK,
        *link.TYPES,
        *link.STATES,
        entry._PERSON.decode(),
        link._PERSON.decode(),
        entry._WORD.pattern.removesuffix(r"\Z"),
        entry._SUBJECT.pattern.removesuffix(r"\Z"),
    ],
)
def test_the_page_names_what_the_code_uses(constant: int | str) -> None:
    assert f"`{constant}`" in PAGE


def test_the_page_names_every_part_of_header_and_body(ours: list[entry.Entry]) -> None:
    named = set(re.findall(r"[`\"]([a-z]+)[`\"]", PAGE))
    parts = {name for line in ENTRIES for name in json.loads(line["header"])}
    assert parts <= named
    assert {"fields", "nonce", "reason", "sealed", "signed", "before", "device", "office"} <= named


def _by_subject(read: list[format_reader.Read]) -> dict[tuple[str, str], list[format_reader.Read]]:
    found: dict[tuple[str, str], list[format_reader.Read]] = {}
    for item in read:
        found.setdefault(item.subject, []).append(item)
    return found
