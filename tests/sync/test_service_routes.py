"""What is no round: signed requests, enrolment, errors told by code and status."""

import json

import httpx
import pytest

from hbp_desktop.domain.errors import Damaged, NoRoom, Refused
from hbp_desktop.domain.signing import public_key
from hbp_desktop.sync.enrolling import Enrol, read_enrolled
from hbp_desktop.sync.messages import Receipt, write_receipt
from hbp_desktop.sync.problems import STATUS, problem_of, status_of
from tests.sync.memory import (
    AT,
    CODE,
    DEVICE,
    MARK,
    OFFICE,
    SERVER,
    STRANGER,
    Memory,
    ask,
    batch,
    chain,
    code_in,
    enrolment,
    pushed,
    signed,
)

FILE = "/v1/attachments/" + "a" * 64


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/v1/round"),
        ("POST", "/v1/enrol"),
        ("POST", "/v1/links"),
        ("POST", "/v1/receipts"),
        ("GET", "/v1/heard?mark=" + MARK),
        ("GET", FILE),
        ("HEAD", FILE),
        ("PUT", FILE + "?offset=0&of=9"),
    ],
)
@pytest.mark.parametrize(
    "body", [b"", b"{}", b"\xff" * 4, b"\xff" * 4 + b'{"a', b"\0\0\0\0" + b"x" * 64, b"x" * 5_000]
)
def test_unsigned_requests_get_nowhere(
    memory: Memory, line: httpx.Client, method: str, path: str, body: bytes
) -> None:
    for headers in ({}, {"Hbp-Signed": ""}, {"Hbp-Signed": "x 1 y"}, signed(1, "PATCH", path, body)):
        said = line.request(method, path, content=body, headers=headers)
        assert said.status_code == 401
        assert said.headers["www-authenticate"] == "Hbp-Signed"
    assert memory.untouched


def test_a_strangers_signature_gets_nowhere(memory: Memory, line: httpx.Client) -> None:
    assert code_in(line.post("/v1/round", content=ask(1, STRANGER))) == (401, "device_unknown")
    assert code_in(line.get(FILE, headers=signed(1, "GET", FILE, secret=STRANGER))) == (401, "device_unknown")
    assert memory.untouched


def test_a_signature_holds_for_one_method_path_query_and_body(memory: Memory, line: httpx.Client) -> None:
    path = FILE + "?offset=0&of=5"
    header = signed(1, "PUT", path, b"hello")
    for other, body in (
        (FILE + "?offset=0&of=6", b"hello"),
        (FILE + "?of=5&offset=0", b"hello"),
        (path, b"hallo"),
    ):
        assert code_in(line.put(other, content=body, headers=header)) == (401, "request_unsigned")
    assert memory.untouched
    assert line.put(path, content=b"hello", headers=header).json() == {"held": 5}
    said = line.put(path, content=b"hello", headers=header)
    assert code_in(said) == (409, "ask_replayed")
    assert said.json()["n"] == 1


def test_an_attachment_goes_up_in_parts_and_comes_down_from_an_offset(
    memory: Memory, line: httpx.Client
) -> None:
    for n, (offset, part) in enumerate([(0, b"abc"), (3, b"defg")], 1):
        path = f"{FILE}?offset={offset}&of=7"
        assert line.put(path, content=part, headers=signed(n, "PUT", path, part)).status_code == 200
    said = line.put(path, content=part, headers=signed(3, "PUT", path, part))
    assert code_in(said) == (409, "attachment_offset")
    assert said.json()["held"] == 7
    assert line.head(FILE, headers=signed(4, "HEAD", FILE)).headers["hbp-held"] == "7"
    path = FILE + "?offset=2"
    assert line.get(path, headers=signed(5, "GET", path)).content == b"cdefg"
    other = FILE.replace("a", "b")
    assert code_in(line.get(other, headers=signed(6, "GET", other)))[0] in (404, 401)


@pytest.mark.parametrize("query", ["", "?offset=1", "?offset=-1&of=3", "?offset=0&of=1e9", "?offset=0&of=2"])
def test_a_part_that_does_not_fit_is_refused(memory: Memory, line: httpx.Client, query: str) -> None:
    path = FILE + query
    said = line.put(path, content=b"abc", headers=signed(1, "PUT", path, b"abc"))
    assert code_in(said) == (400, "request_damaged")
    assert not memory.attachments


def test_links_are_listed_and_a_receipt_is_heard(memory: Memory, line: httpx.Client) -> None:
    line.post("/v1/round", content=pushed(1, [batch(1)]))
    body = json.dumps({"after": 0, "chain": chain(1).chain, "most": 9}, separators=(",", ":")).encode()
    said = line.post("/v1/links", content=body, headers=signed(2, "POST", "/v1/links", body))
    assert said.json() == {"links": [[3, chain(1).head.hash.hex()]]}
    receipt = Receipt(public_key(SERVER).hex(), MARK, public_key(DEVICE).hex(), 1, AT, (), {}, "0" * 64)
    body = b"".join(write_receipt(receipt, SERVER))
    said = line.post("/v1/receipts", content=body, headers=signed(3, "POST", "/v1/receipts", body))
    assert said.json() == {"began_anew": True}
    assert memory.remembered == [receipt]
    said = line.post("/v1/receipts", content=b"", headers=signed(4, "POST", "/v1/receipts"))
    assert code_in(said) == (400, "receipt_damaged")


def test_enrolling_is_answered_and_refused_by_its_codes(memory: Memory, line: httpx.Client) -> None:
    said = line.post("/v1/enrol", content=enrolment())
    asked = Enrol(CODE, public_key(DEVICE).hex(), "Kaunter 2", OFFICE, "0" * 64, MARK, AT)
    assert read_enrolled(said.content, asked).server == memory.key
    assert code_in(line.post("/v1/enrol", content=enrolment(code="ABCD"))) == (403, "enrol_code_unknown")
    assert code_in(line.post("/v1/enrol", content=b"x" * 20_000)) == (413, "too_large")


def test_a_full_disk_is_for_later_and_nothing_else_is_said(memory: Memory) -> None:
    said = problem_of(NoRoom("disk_full", folder="/home/siti"))
    assert said.status_code == 503
    assert "retry-after" in said.headers
    assert b"siti" not in bytes(said.body)


def test_each_kind_of_error_has_its_status() -> None:
    assert status_of(Damaged("anything")) == 400
    assert status_of(Refused("anything")) == 403
    assert set(STATUS.values()) == {401, 403, 404, 405, 408, 409, 413, 415, 426, 500, 503}
