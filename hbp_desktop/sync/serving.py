"""Serving in this process: a port, TLS, a log of JSON lines, and an end that lets rounds finish."""

import json
import logging
import math
import signal
import socket
import sys
import threading
import time
from asyncio import TimerHandle
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, TextIO, cast

import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.h11_impl import H11Protocol

from hbp_desktop.domain.errors import Refused
from hbp_desktop.sync.address import is_loopback
from hbp_desktop.sync.gate import REST
from hbp_desktop.sync.limits import Traffic

KEPT_OPEN = 20  # seconds a connection may lie idle
FIRST_REQUEST = 30.0  # seconds until a connection has said what it wants
UNREAD = 600.0  # seconds in which some of an answer has to go; a system's own buffers hide minutes of it
ENDING = 60.0  # seconds for rounds under way to end
BACKLOG = 2_048


@dataclass(frozen=True)
class Address:
    """Where to listen; port 0 takes one that is free. Without a certificate only this machine can ask."""

    host: str = "127.0.0.1"
    port: int = 0
    certificate: Path | None = None
    key: Path | None = None


class Serving:
    """A service being served; `url` is where, with the port it took."""

    def __init__(self, app: FastAPI, address: Address) -> None:
        """Take the port; raises Refused (serve_plain, serve_port, serve_tls)."""
        self._traffic: Traffic = app.state.traffic
        if address.certificate is None and not is_loopback(address.host):
            raise Refused("serve_plain")
        config = _config(app, address)
        self._socket = _listening(address)
        host, port = self._socket.getsockname()[:2]
        scheme = "https" if address.certificate else "http"
        self.url = f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}"
        self._server = _Server(config, self._traffic)
        self._thread: threading.Thread | None = None

    def run(self) -> None:
        """Serve until SIGTERM or SIGINT; a second signal does not wait for what is under way."""
        self._traffic.stopping = False
        self._server.run(sockets=[self._socket])

    def start(self) -> None:
        """Serve in a thread, from when this returns."""
        self._thread = threading.Thread(target=self.run, name="hbp-serving", daemon=True)
        self._thread.start()
        while not self._server.started and self._thread.is_alive():
            time.sleep(0.002)

    def wind_down(self) -> None:
        """Begin to end: rounds under way go on, new ones are refused."""
        self._server.wind_down()

    def stop(self) -> None:
        """Wind down, and return when all is over."""
        self.wind_down()
        if self._thread is not None:
            self._thread.join()

    def __enter__(self) -> "Serving":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class _Server(uvicorn.Server):
    """Uvicorn's, which would close its port first and so break what asks meanwhile: ours answers 503."""

    def __init__(self, config: uvicorn.Config, traffic: Traffic) -> None:
        super().__init__(config)
        self._traffic = traffic
        self._until = math.inf

    def wind_down(self) -> None:
        self._until = time.monotonic() + ENDING
        self._traffic.stopping = True

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002 - uvicorn's
        if self._traffic.stopping:
            self.should_exit = self.force_exit = True
        logging.getLogger("hbp_desktop.sync.service").info(
            "stopping", extra={"said": {"signal": signal.Signals(sig).name}}
        )
        self.wind_down()

    async def on_tick(self, counter: int) -> bool:
        over = self._traffic.under_way == 0 or time.monotonic() > self._until
        if self._traffic.stopping and over:
            self.should_exit = True
        return await super().on_tick(counter)


class _Patient(H11Protocol):
    """Uvicorn's connection, which would wait for ever for a first line or for its answer to be read.

    It also drops what came last before a cut; a batch that was whole in there would have to be sent again.
    """

    _due: TimerHandle | None = None
    _unread = 0

    def connection_made(self, transport: object) -> None:
        super().connection_made(transport)  # type: ignore[arg-type]
        self._look_again()

    def connection_lost(self, exc: Exception | None) -> None:
        if self._due is not None:
            self._due.cancel()
        if self.cycle is not None:
            scope = cast(MutableMapping[str, Any], self.scope)
            scope[REST] = bytes(self.cycle.body)
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._look_again()

    def _look_again(self) -> None:
        if self._due is not None:
            self._due.cancel()
        self._unread = self.transport.get_write_buffer_size()
        self._due = self.loop.call_later(UNREAD if self._unread else FIRST_REQUEST, self._look)

    def _look(self) -> None:
        unread = self.transport.get_write_buffer_size()
        if self.cycle is not None and not self.cycle.response_complete:
            return  # the service itself says how long a body may take
        if unread and unread < self._unread:
            self._look_again()
        else:
            self.transport.abort()


class JsonLines(logging.Formatter):
    """A record as one line of JSON: when, how grave, its name, and what it says; never its traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """Write the line."""
        line = {
            "at": time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created)) + f".{record.msecs:03.0f}Z",
            "level": record.levelname.lower(),
            "from": record.name,
            "event": str(record.msg)[:120].strip(),
        }
        line |= getattr(record, "said", {})
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
        return json.dumps(line, ensure_ascii=False, separators=(",", ":"))


def log_lines(stream: TextIO | None = None, level: int = logging.INFO) -> Callable[[], None]:
    """Write the program's and uvicorn's log as JSON lines to a stream (stderr); give what ends it."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    logs = [logging.getLogger(name) for name in ("hbp_desktop", "uvicorn")]
    before = [(log.level, log.propagate) for log in logs]
    for log, least in zip(logs, (level, logging.WARNING), strict=True):
        log.setLevel(least)
        log.propagate = False
        log.addHandler(handler)

    def end() -> None:
        for log, (old, propagate) in zip(logs, before, strict=True):
            log.removeHandler(handler)
            log.setLevel(old)
            log.propagate = propagate

    return end


def _config(app: FastAPI, address: Address) -> uvicorn.Config:
    config = uvicorn.Config(
        app,
        loop="asyncio",
        http=_Patient,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=KEPT_OPEN,
        timeout_graceful_shutdown=15,
        backlog=BACKLOG,
        ssl_certfile=address.certificate,
        ssl_keyfile=address.key,
    )
    try:
        config.load()
    except OSError:
        raise Refused("serve_tls") from None
    return config


def _listening(address: Address) -> socket.socket:
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(
            address.host, address.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        taken = socket.socket(family, kind, protocol)
    except OSError:
        raise Refused("serve_port", port=address.port) from None
    try:
        if sys.platform != "win32":  # where it would let another program take the same port
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(where)
        taken.listen(BACKLOG)
    except OSError:
        taken.close()
        raise Refused("serve_port", port=address.port) from None
    return taken
