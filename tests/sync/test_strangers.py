"""What strangers may hold of a service's memory while they are slow: little, and never what others need."""

import socket
from contextlib import ExitStack
from dataclasses import replace

import httpx

from hbp_desktop.sync.frames import LENGTH
from tests.sync.conftest import QUICK
from tests.sync.memory import Memory, ask, batch, pushed
from tests.sync.served import Served, served

FEW = replace(QUICK, held=4 * 1024 * 1024, unproven=256 * 1024, message=1024 * 1024)


def beginning(service: Served, size: int) -> socket.socket:
    """Begin an ask that looks like one, send so many bytes of it, and fall silent."""
    line = socket.create_connection(("127.0.0.1", service.port), timeout=10)
    head = (1024 * 1024).to_bytes(LENGTH, "big") + b'{"at":'
    line.sendall(
        b"POST /v1/round HTTP/1.1\r\nHost: x\r\nContent-Length: 1100000\r\n\r\n" + head + b"1" * size
    )
    return line


def answered(line: socket.socket) -> bytes:
    line.settimeout(10)
    return line.recv(200)


def test_strangers_fill_no_more_than_their_part(memory: Memory) -> None:
    with served(memory, FEW) as service, ExitStack() as open_lines:
        lines = [open_lines.enter_context(beginning(service, 100_000)) for _ in range(12)]
        assert b" 503 " in answered(lines[-1])
        assert service.traffic.unproven <= FEW.unproven + 12 * FEW.stranger


def test_while_strangers_fill_their_part_a_device_is_heard(memory: Memory) -> None:
    with served(memory, FEW) as service, ExitStack() as open_lines:
        lines = [open_lines.enter_context(beginning(service, 100_000)) for _ in range(12)]
        assert b" 503 " in answered(lines[-1])
        said = httpx.post(service.url + "/v1/round", content=pushed(1, [batch(1, 60), batch(2, 60)]))
        assert said.status_code == 200, said.text
        assert len(memory.taken) == 2


def test_what_a_request_held_unproven_is_given_back(memory: Memory) -> None:
    with served(memory, FEW) as service:
        for n in range(1, 4):
            assert httpx.post(service.url + "/v1/round", content=ask(n)).status_code == 200
        assert httpx.post(service.url + "/v1/round", content=b"x" * 9_000).status_code == 401
        assert (service.traffic.unproven, service.traffic.held) == (0, 0)
