"""The link itself: what it passes, counts, breaks and slows, so that tests may believe it."""

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import httpx
import pytest

from tests.link import Cut, Drip, Duplicate, Line, Link, LoseAnswer, Pass, Replace, Stall
from tests.link_answers import EVERY, PORTAL, bomb
from tests.link_line import PACKET


class Office(ThreadingHTTPServer):
    """A server that counts what reached it whole and answers with the count."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Desk)
        self.heard: list[bytes] = []
        self.broken = 0
        self.lock = threading.Lock()

    def handle_error(self, *_: object) -> None:
        """Connections are broken on purpose."""


class _Desk(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        try:
            found = self.rfile.read(length)
        except OSError:
            found = b""
        with self.server.lock:
            if len(found) < length:
                self.server.broken += 1
                self.close_connection = True
                return
            self.server.heard.append(found)
            told = b"%d" % len(self.server.heard)
        self.send_response(200)
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def office() -> Iterator[Office]:
    with Office() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    with httpx.Client(timeout=5, trust_env=False) as client:
        yield client


def port_of(office: Office) -> int:
    return int(office.server_address[1])


def test_without_orders_everything_passes_and_is_counted(office: Office, client: httpx.Client) -> None:
    with Link(port_of(office)) as link:
        assert [client.post(link.url, content=b"x" * 5_000).text for _ in range(3)] == ["1", "2", "3"]
        assert (link.requests, link.connections) == (3, 1)
        assert 15_000 < link.up < 16_500
        assert 3 < link.down < 900


@pytest.mark.parametrize("reset", [False, True])
@pytest.mark.parametrize("after", [0, 1, 50, 4_000])
def test_a_cut_upward_leaves_the_server_with_less_than_a_request(
    office: Office, client: httpx.Client, after: int, reset: bool
) -> None:
    cut = Cut(after, "up", reset)
    with Link(port_of(office), cut) as link:
        with pytest.raises(httpx.TransportError):
            client.post(link.url, content=b"x" * 5_000)
        assert (link.up, link.down, link.struck) == (after, 0, [cut])
        assert client.post(link.url, content=b"whole").text == "1"
    assert office.heard == [b"whole"]


@pytest.mark.parametrize("reset", [False, True])
@pytest.mark.parametrize("after", [0, 1, 60])
def test_a_cut_downward_comes_when_the_server_has_done_its_work(
    office: Office, client: httpx.Client, after: int, reset: bool
) -> None:
    with Link(port_of(office), Cut(after, "down", reset)) as link:
        with pytest.raises(httpx.TransportError):
            client.post(link.url, content=b"all of it")
        assert link.down == after
    assert office.heard == [b"all of it"]


def test_bytes_are_counted_from_each_request_on(office: Office, client: httpx.Client) -> None:
    with Link(port_of(office), Pass(), Cut(300, "up")) as link:
        client.post(link.url, content=b"x" * 5_000)
        with pytest.raises(httpx.TransportError):
            client.post(link.url, content=b"x" * 5_000)
        assert link.up > 5_000


def test_a_cut_beyond_the_end_does_nothing(office: Office, client: httpx.Client) -> None:
    with Link(port_of(office), Cut(100_000, "up")) as link:
        assert client.post(link.url, content=b"x").text == "1"
        assert link.struck == []


def test_a_stalled_answer_comes_when_released(office: Office, client: httpx.Client) -> None:
    with Link(port_of(office), Stall(10, "down")) as link:
        with pytest.raises(httpx.ReadTimeout):
            client.post(link.url, content=b"x", timeout=0.2)
        link.order(Stall(10, "down"))
        link.release()
        assert client.post(link.url, content=b"x").text == "2"


def test_a_stalled_request_never_reaches_the_server(office: Office, client: httpx.Client) -> None:
    with Link(port_of(office), Stall(100, "up")) as link, pytest.raises(httpx.ReadTimeout):
        client.post(link.url, content=b"x" * 1_000, timeout=0.2)
    assert office.heard == []


@pytest.mark.parametrize("way", ["up", "down"])
def test_dripping_bytes_arrive_whole(office: Office, client: httpx.Client, way: str) -> None:
    with Link(port_of(office), Drip(way, size=3)) as link:
        assert client.post(link.url, content=b"drop by drop").text == "1"
        assert len(link.struck) == 1
    assert office.heard == [b"drop by drop"]


@pytest.mark.parametrize("together", [False, True])
@pytest.mark.parametrize("give", [0, 1])
def test_a_duplicate_reaches_the_server_twice_and_is_answered_once(
    office: Office, client: httpx.Client, give: int, together: bool
) -> None:
    with Link(port_of(office), Duplicate(give, together)) as link:
        told = client.post(link.url, content=b"same").text
        assert client.post(link.url, content=b"next").text == "3"
    assert together or told == str(give + 1)
    assert office.heard == [b"same", b"same", b"next"]


def test_a_lost_answer_was_given(office: Office, client: httpx.Client) -> None:
    with Link(port_of(office), LoseAnswer(), LoseAnswer(reset=True)) as link:
        for _ in range(2):
            with pytest.raises(httpx.TransportError):
                client.post(link.url, content=b"held")
        assert link.down == 0
    assert office.heard == [b"held", b"held"]


def test_a_replaced_answer_is_not_the_servers(office: Office, client: httpx.Client) -> None:
    with Link(port_of(office), Replace(PORTAL), Replace(PORTAL, heard=True)) as link:
        for heard in (0, 1):
            found = client.post(link.url, content=b"x" * 9_000)
            assert (found.status_code, found.headers["content-type"]) == (200, "text/html")
            assert len(office.heard) == heard


def test_every_foreign_answer_arrives_as_written(office: Office) -> None:
    with Link(port_of(office)) as link:
        for foreign in [*EVERY.values(), bomb("gzip", 10**6), bomb("zstd", 10**6)]:
            link.order(Replace(foreign))
            with socket.create_connection(("127.0.0.1", link.port)) as raw:
                raw.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nx")
                assert b"".join(iter(lambda: raw.recv(65_536), b"")) == foreign


def test_what_is_no_http_is_passed_on_and_cut_like_the_rest() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as listening,
        Link(listening.getsockname()[1], Pass(), Cut(5, "up")) as link,
    ):
        for arrives in (b"\x16\x03\x01 hello", b"\x16\x03\x01 h"):
            with socket.create_connection(("127.0.0.1", link.port)) as raw:
                raw.sendall(b"\x16\x03\x01 hello")
                there, _ = listening.accept()
                with there:
                    found = b""
                    while len(found) < len(arrives):
                        found += there.recv(100)
                    assert found == arrives
        assert (link.requests, link.connections) == (2, 2)


def test_a_line_is_as_slow_as_it_says(office: Office, client: httpx.Client) -> None:
    """The least is arithmetic, not a measure of this machine: bits through the bottleneck, and the way."""
    line = Line(up=1_000_000, down=1_000_000, latency=0.05)
    with Link(port_of(office), line=line) as link:
        start = time.perf_counter()
        client.post(link.url, content=b"x" * 20_000)
        assert time.perf_counter() - start >= 20_000 * 8 / 1_000_000 + 4 * 0.05
    assert office.heard == [b"x" * 20_000]


def test_a_cut_on_a_line_still_counts_bytes(office: Office, client: httpx.Client) -> None:
    with Link(port_of(office), Cut(3_000, "up"), line=Line(up=8_000_000, latency=0.001)) as link:
        with pytest.raises(httpx.TransportError):
            client.post(link.url, content=b"x" * 9_000)
        assert link.up == 3_000


def test_losses_are_a_share_of_packets_and_the_same_in_every_run() -> None:
    def arrivals(loss: float) -> list[float]:
        line = Line(up=64_000, latency=0.3, loss=loss)
        return [line.carry("up", PACKET, 0.0)[1] for _ in range(2_000)]

    assert arrivals(0.05) == arrivals(0.05)
    clean, lossy = arrivals(0.0), arrivals(0.05)
    assert clean[-1] == pytest.approx(2_000 * PACKET * 8 / 64_000 + 0.3)
    assert lossy[-1] / clean[-1] == pytest.approx(1.05, abs=0.02)
    late = sum(1 for a, b in pairwise(lossy) if a > b)
    assert 60 < late < 140
