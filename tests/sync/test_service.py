"""Rounds over a real connection: taken as they arrive, within limits, whatever the line does."""

import socket
from collections.abc import Iterator
from dataclasses import replace
from threading import Event, Thread

import httpx
import pytest

from hbp_desktop.sync.batch import LARGEST_BATCH
from hbp_desktop.sync.frames import framed
from hbp_desktop.sync.limits import Limits, Pace
from hbp_desktop.sync.messages import Answer, read_answer, split
from hbp_desktop.sync.receiver import Guest
from tests.sync.conftest import QUICK
from tests.sync.memory import Memory, ask, batch, chain, code_in, pushed
from tests.sync.served import Served, served


def answer_in(said: httpx.Response) -> Answer:
    assert said.status_code == 200, said.text
    return read_answer(*split(said.content)[:2])


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
    service.serving.wind_down()
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
