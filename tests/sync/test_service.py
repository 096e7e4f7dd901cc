"""The service over a real connection, before a receiver that keeps everything in memory."""

import json
import socket
from collections.abc import Iterator
from dataclasses import replace
from threading import Event, Thread

import httpx
import pytest

from hbp_desktop.domain.errors import Damaged, NoRoom, Refused
from hbp_desktop.domain.signing import public_key
from hbp_desktop.sync.batch import LARGEST_BATCH
from hbp_desktop.sync.enrolling import Enrol, read_enrolled
from hbp_desktop.sync.frames import framed
from hbp_desktop.sync.limits import Limits, Pace
from hbp_desktop.sync.messages import Answer, Receipt, read_answer, split, write_receipt
from hbp_desktop.sync.problems import STATUS, problem_of, status_of
from hbp_desktop.sync.receiver import Guest
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
    enrolment,
    pushed,
    signed,
)
from tests.sync.served import Served, served

QUICK = Limits(draining=0.2)
FILE = "/v1/attachments/" + "a" * 64


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def service(memory: Memory) -> Iterator[Served]:
    with served(memory, QUICK) as found:
        yield found


@pytest.fixture
def line(service: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=service.url, timeout=20) as client:
        yield client


def answer_in(said: httpx.Response) -> Answer:
    assert said.status_code == 200, said.text
    return read_answer(*split(said.content)[:2])


def code_in(said: httpx.Response) -> tuple[int, str]:
    return said.status_code, said.json()["code"]


def test_a_round_takes_its_batches_and_names_them_in_a_receipt(memory: Memory, line: httpx.Client) -> None:
    said = answer_in(line.post("/v1/round", content=pushed(1, [batch(1), batch(2)])))
    assert said.receipt is not None
    assert list(said.receipt.batches) == [one.hash for one in memory.taken]
    assert [one.ranges[0].chain for one in memory.taken] == [chain(1).chain, chain(2).chain]


def test_nothing_to_send_is_one_request_with_few_headers(memory: Memory, line: httpx.Client) -> None:
    said = line.post("/v1/round", content=ask(1))
    assert answer_in(said).receipt is None
    assert set(said.headers) == {"date", "content-length", "content-type"}
    assert said.headers["content-type"] == "application/octet-stream"


def test_batches_for_the_device_follow_the_answer(memory: Memory, line: httpx.Client) -> None:
    memory.to_give = [batch(7), batch(8)]
    rest = split(line.post("/v1/round", content=ask(1)).content)[2]
    assert rest == framed(batch(7)) + framed(batch(8))


def test_a_batch_is_taken_while_the_next_is_still_on_its_way(memory: Memory, line: httpx.Client) -> None:
    def arriving() -> Iterator[bytes]:
        yield ask(1)
        yield framed(batch(1))
        assert memory.taking.wait(20)
        yield framed(batch(2))

    assert answer_in(line.post("/v1/round", content=arriving())).receipt
    assert memory.groups == [1, 1]


def test_what_arrives_while_a_batch_is_being_taken_is_taken_together(
    memory: Memory, line: httpx.Client
) -> None:
    memory.gate.clear()

    def arriving() -> Iterator[bytes]:
        yield ask(1)
        yield framed(batch(1))
        assert memory.taking.wait(20)
        yield framed(batch(2)) + framed(batch(3))
        yield framed(batch(4))[:30]
        memory.gate.set()
        yield framed(batch(4))[30:]

    assert answer_in(line.post("/v1/round", content=arriving())).receipt
    assert [one.ranges[0].chain for one in memory.taken] == [chain(n).chain for n in (1, 2, 3, 4)]
    assert memory.groups[0] == 1
    assert len(memory.groups) < 4


@pytest.mark.parametrize("left", [1, 40, 4000])
def test_what_arrived_whole_stays_when_the_line_is_cut(memory: Memory, left: int) -> None:
    whole = pushed(1, [batch(1), batch(2)])
    third = framed(batch(3, 60))
    with served(memory, QUICK) as service:
        with socket.create_connection(("127.0.0.1", service.port)) as raw:
            raw.sendall(_head("POST", len(whole) + len(third)) + whole + third[: min(left, len(third) - 1)])
        memory.until_taken(2)
    assert [one.ranges[0].chain for one in memory.taken] == [chain(1).chain, chain(2).chain]
    assert memory.answered == 0
    assert service.traffic.held == 0


def test_a_body_that_ends_inside_a_batch_is_damaged_and_what_was_whole_stays(
    memory: Memory, line: httpx.Client
) -> None:
    said = line.post("/v1/round", content=pushed(1, [batch(1)]) + framed(batch(2))[:-1])
    assert code_in(said) == (400, "batch_damaged")
    assert len(memory.taken) == 1
    assert memory.answered == 0


def test_a_batch_too_long_to_wait_for_is_refused_and_what_was_whole_stays(
    memory: Memory, line: httpx.Client
) -> None:
    def arriving() -> Iterator[bytes]:
        yield pushed(1, [batch(1)])
        yield (LARGEST_BATCH + 1).to_bytes(4, "big")

    for body in (arriving(), pushed(2, [batch(2)]) + b"\xff\xff\xff\xff"):
        said = line.post("/v1/round", content=body)
        assert code_in(said) == (413, "too_large")
        assert said.json()["most"] == LARGEST_BATCH
    assert len(memory.taken) == 2
    assert memory.answered == 0


@pytest.mark.parametrize(
    ("limits", "body"),
    [
        (replace(QUICK, message=100), pushed(1)),
        (replace(QUICK, batches=2), pushed(1, [batch(1), batch(2), batch(3)])),
        (replace(QUICK, round=900), pushed(1, [batch(1), batch(2), batch(3)])),
    ],
)
def test_more_than_is_taken_in_is_refused(memory: Memory, limits: Limits, body: bytes) -> None:
    with served(memory, limits) as service:
        for whole in (body, iter([body[:200], body[200:]])):
            assert code_in(httpx.post(service.url + "/v1/round", content=whole))[0] in (413, 409)
    assert memory.answered == 0
    assert service.traffic.held == 0


def test_a_line_that_falls_silent_is_let_go(memory: Memory) -> None:
    with (
        served(memory, replace(QUICK, silence=0.1)) as service,
        socket.create_connection(("127.0.0.1", service.port), timeout=20) as raw,
    ):
        raw.sendall(_head("POST", 10_000) + pushed(1, [batch(1)]) + b"\0\0")
        said = raw.makefile("rb").read()
    assert said.startswith(b"HTTP/1.1 408")
    assert b'"too_slow"' in said
    assert len(memory.taken) == 1
    assert memory.answered == 0


def test_one_byte_at_a_time_wears_patience_out() -> None:
    now = [0.0]
    pace = Pace(Limits(silence=60, slowest=64), lambda: now[0])

    def drip(size: int, seconds: float) -> bool:
        patience = pace.wait()
        now[0] += seconds
        pace.came(size)
        return patience > seconds

    assert all(drip(64 * 30, 25) for _ in range(1_000)), "a poor line is waited for"
    assert not drip(1, 61)
    slow = Pace(Limits(silence=60, slowest=64), lambda: now[0])
    pace = slow
    assert sum(drip(1, 10) for _ in range(100)) == 6


def test_too_many_at_once_are_told_when_to_come_again(memory: Memory) -> None:
    memory.gate.clear()
    with served(memory, replace(QUICK, waiting=1)) as service, httpx.Client(base_url=service.url) as line:
        under_way = _post_beside(service.url, pushed(1, [batch(1)]))
        assert memory.taking.wait(20)
        said = line.post("/v1/round", content=pushed(2))
        assert code_in(said) == (503, "server_busy")
        assert int(said.headers["retry-after"]) > 0
        assert line.get("/health").json()["alive"] is True
        memory.gate.set()
        assert under_way().status_code == 200
        assert line.post("/v1/round", content=pushed(2)).status_code == 200


def test_more_bytes_than_memory_is_meant_for_are_told_to_come_again(memory: Memory) -> None:
    with served(memory, replace(QUICK, held=1_000)) as service:
        said = httpx.post(service.url + "/v1/round", content=pushed(1, [batch(1, 90)]))
        assert code_in(said) == (503, "server_busy")
        assert httpx.post(service.url + "/v1/round", content=ask(2)).status_code == 200
        assert service.traffic.held == 0


def test_stopping_lets_a_round_end_and_refuses_new_ones(memory: Memory, service: Served) -> None:
    memory.gate.clear()
    under_way = _post_beside(service.url, pushed(1, [batch(1)]))
    assert memory.taking.wait(20)
    service.traffic.stopping = True
    with httpx.Client(base_url=service.url) as line:
        said = line.post("/v1/round", content=pushed(2))
        assert code_in(said) == (503, "server_stopping")
        assert "retry-after" in said.headers
        assert code_in(line.get("/ready")) == (503, "server_stopping")
    memory.gate.set()
    service.stop()
    assert under_way().status_code == 200
    assert len(memory.taken) == 1
    with pytest.raises(httpx.ConnectError):
        httpx.get(service.url + "/health")


def test_readiness_is_the_receivers(memory: Memory, line: httpx.Client) -> None:
    assert line.get("/ready").json() == {"ready": True}
    memory.is_ready = False
    assert code_in(line.get("/ready")) == (503, "server_busy")
    assert line.get("/health").status_code == 200


@pytest.mark.parametrize("encoding", ["gzip", "zstd", "br", "GZip, identity"])
def test_a_packed_body_is_refused_unread(memory: Memory, line: httpx.Client, encoding: str) -> None:
    said = line.post("/v1/round", content=pushed(1), headers={"Content-Encoding": encoding})
    assert code_in(said) == (415, "encoding_refused")
    assert memory.untouched


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/v1/round"),
        ("POST", "/v1/enrol"),
        ("POST", "/v1/links"),
        ("POST", "/v1/receipts"),
        ("GET", FILE),
        ("HEAD", FILE),
        ("PUT", FILE + "?offset=0&of=9"),
    ],
)
@pytest.mark.parametrize("body", [b"", b"{}", b"\0\0\0\0" + b"x" * 64, b"x" * 5_000])
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


def test_no_more_is_given_back_than_one_answer_may_hold(memory: Memory) -> None:
    heard: list[int] = []

    class Giving(Memory):
        def answer(self, guest: Guest) -> list[bytes]:
            heard.append(guest.ask.room)
            return super().answer(guest)

    with served(Giving(), replace(QUICK, room=5_000)) as service:
        for n, room in enumerate((2**53 - 1, 70), 1):
            assert httpx.post(service.url + "/v1/round", content=ask(n, room=room)).status_code == 200
    assert heard == [5_000, 70]


def test_a_full_disk_is_for_later_and_nothing_else_is_said(memory: Memory) -> None:
    said = problem_of(NoRoom("disk_full", folder="/home/siti"))
    assert said.status_code == 503
    assert "retry-after" in said.headers
    assert b"siti" not in bytes(said.body)


def test_each_kind_of_error_has_its_status() -> None:
    assert status_of(Damaged("anything")) == 400
    assert status_of(Refused("anything")) == 403
    assert set(STATUS.values()) == {401, 403, 404, 405, 408, 409, 413, 415, 426, 500, 503}


def _head(method: str, length: int) -> bytes:
    return f"{method} /v1/round HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n\r\n".encode("ascii")


def _post_beside(url: str, body: bytes) -> "_Waiting":
    return _Waiting(url, body)


class _Waiting:
    """A request on a thread of its own; calling it gives the answer."""

    def __init__(self, url: str, body: bytes) -> None:
        self._said: list[httpx.Response] = []
        self._done = Event()
        Thread(target=self._ask, args=(url, body), daemon=True).start()

    def _ask(self, url: str, body: bytes) -> None:
        self._said.append(httpx.post(url + "/v1/round", content=body, timeout=20))
        self._done.set()

    def __call__(self) -> httpx.Response:
        assert self._done.wait(20)
        return self._said[0]
