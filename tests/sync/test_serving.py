"""A port, TLS, the log, and the end of serving."""
# ruff: noqa: ARG002 - the parameters are a receiver's

import io
import json
import os
import signal
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.signing import public_key
from hbp_desktop.sync import serving
from hbp_desktop.sync.receiver import Guest
from hbp_desktop.sync.service import create_app
from hbp_desktop.sync.serving import Address, Serving, log_lines
from tests.sync.memory import CODE, DEVICE, Memory, batch, code_in, enrolment, pushed
from tests.sync.served import Served, certificates, served, trusting

NAME = "Siti binti Ahmad"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    written = io.StringIO()
    end = log_lines(written)
    yield written
    end()


def lines_of(log: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def test_a_round_leaves_one_line_that_names_nobody(log: io.StringIO, service: Served) -> None:
    body = pushed(1, [batch(1, text=NAME)])
    with httpx.Client(base_url=service.url) as line:
        answer = line.post("/v1/round?nama=" + NAME, content=body)
        line.post("/v1/enrol", content=enrolment(name=NAME))
        line.get("/v1/" + NAME)
        line.request(NAME.replace(" ", "").upper(), "/v1/round")
    service.stop()
    found = [line for line in lines_of(log) if line["event"] == "request"]
    first = dict(found[0])
    assert isinstance(first.pop("ms"), int)
    assert str(first.pop("at")).endswith("Z")
    assert first == {
        "level": "info",
        "from": "hbp_desktop.sync.service",
        "event": "request",
        "method": "POST",
        "route": "/v1/round",
        "status": 200,
        "in": len(body),
        "out": len(answer.content),
        "new": 3,
        "device": public_key(DEVICE).hex()[:8],
    }
    assert [(one["method"], one["route"], one["status"]) for one in found[1:]] == [
        ("POST", "/v1/enrol", 200),
        ("GET", "other", 404),
        ("other", "other", 405),
    ]
    for secret in ("Siti", "SITI", CODE, public_key(DEVICE).hex()):
        assert secret not in log.getvalue()


def test_a_bug_is_told_by_kind_and_place_alone(log: io.StringIO) -> None:
    class Broken(Memory):
        def take(self, guest: Guest, batches: Sequence[bytes]) -> None:
            raise RuntimeError(NAME)

    with served(Broken()) as service:
        said = httpx.post(service.url + "/v1/round", content=pushed(1, [batch(1)]))
    assert code_in(said) == (500, "server_failed")
    bug, request = lines_of(log)
    assert (bug["event"], bug["error"], bug["level"]) == ("server_failed", "RuntimeError", "error")
    assert str(bug["where"]).startswith("test_serving.py:")
    assert request["code"] == "server_failed"
    assert "Siti" not in log.getvalue() + said.text


def test_what_is_no_http_is_answered_and_not_repeated_in_the_log(log: io.StringIO, service: Served) -> None:
    with socket.create_connection(("127.0.0.1", service.port), timeout=20) as raw:
        raw.sendall(NAME.encode() + b"\r\n\r\n")
        assert raw.makefile("rb").read().startswith(b"HTTP/1.1 400")
    service.stop()
    assert lines_of(log)
    assert "Siti" not in log.getvalue()


def test_over_tls_only_who_trusts_the_authority_gets_through(memory: Memory, tmp_path: Path) -> None:
    with served(memory, tls=tmp_path) as service:
        assert service.url.startswith("https://127.0.0.1:")
        assert service.ca is not None
        with httpx.Client(verify=trusting(service.ca)) as line:
            said = line.post(service.url + "/v1/round", content=pushed(1, [batch(1)]))
            assert said.status_code == 200
        with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
            httpx.post(service.url + "/v1/round", content=pushed(2), verify=ssl.create_default_context())
    assert len(memory.taken) == 1


def refusal(address: Address) -> str:
    with pytest.raises(Refused) as told:
        Serving(create_app(Memory()), address)
    return told.value.code


def test_without_tls_only_this_machine_can_ask() -> None:
    assert refusal(Address("0.0.0.0")) == "serve_plain"
    assert refusal(Address("::")) == "serve_plain"
    assert refusal(Address("192.168.1.5")) == "serve_plain"
    assert refusal(Address("pejabat.example")) == "serve_plain"


def test_a_port_that_is_taken_is_said(service: Served) -> None:
    assert refusal(Address(port=service.port)) == "serve_port"


def test_a_certificate_that_is_none_is_said(tmp_path: Path) -> None:
    _, good = certificates(tmp_path)
    nothing, noise = tmp_path / "nothing.pem", tmp_path / "noise.pem"
    noise.write_bytes(b"noise")
    for certificate, key in (
        (nothing, good.key),
        (noise, good.key),
        (good.certificate, noise),
        (good.certificate, None),
    ):
        assert refusal(Address(certificate=certificate, key=key)) == "serve_tls"


def test_a_connection_that_asks_nothing_is_let_go(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "FIRST_REQUEST", 0.1)
    with served(memory) as service, socket.create_connection(("127.0.0.1", service.port), timeout=20) as raw:
        raw.sendall(b"POST /v1/round HTTP/1.1\r\nHost:")
        with suppress(ConnectionResetError):
            assert raw.recv(1) == b""


def test_the_same_service_can_be_served_again(memory: Memory) -> None:
    app = create_app(memory)
    for n in (1, 2):
        with Serving(app, Address()) as again:
            assert httpx.post(again.url + "/v1/round", content=pushed(n)).status_code == 200


_SERVE = """
import sys
from hbp_desktop.sync.service import create_app
from hbp_desktop.sync.serving import Address, Serving, log_lines
from tests.sync.memory import Memory

class Slow(Memory):
    def take(self, guest, batches):
        print("taking", flush=True)
        sys.stdin.readline()
        super().take(guest, batches)

log_lines()
serving = Serving(create_app(Slow()), Address())
print(serving.url, flush=True)
serving.run()
print("ended", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send")
@pytest.mark.parametrize("which", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_lets_the_round_under_way_end(which: signal.Signals) -> None:
    command = [sys.executable, "-W", "error", "-c", _SERVE]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, text=True, env=dict(os.environ), **pipes) as process:  # type: ignore[call-overload]
        url = process.stdout.readline().strip()
        body = pushed(1, [batch(1)])
        with socket.create_connection(("127.0.0.1", int(url.rpartition(":")[2])), timeout=20) as raw:
            head = b"POST /v1/round HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            raw.sendall(head + b"Content-Length: %d\r\n\r\n" % len(body) + body)
            assert process.stdout.readline() == "taking\n"
            process.send_signal(which)
            while "stopping" not in process.stderr.readline():
                pass
            assert code_in(httpx.get(url + "/ready")) == (503, "server_stopping")
            process.stdin.write("\n")
            process.stdin.flush()
            assert raw.makefile("rb").read().startswith(b"HTTP/1.1 200")
        out, _ = process.communicate(timeout=20)
    assert out == "ended\n"
    assert process.returncode == 0
