"""One way of a connection through a link: bytes counted, and late where the line is slow."""

import asyncio
import socket
import struct
from contextlib import suppress
from typing import Protocol

from tests.link_line import Line
from tests.link_orders import Way


class Counting(Protocol):
    """The link a pipe belongs to."""

    up: int
    down: int
    line: Line | None
    loop: asyncio.AbstractEventLoop


class Pipe:
    """One way of a connection."""

    def __init__(self, link: Counting, way: Way, writer: asyncio.StreamWriter) -> None:
        self.link, self.way, self.writer, self.passed = link, way, writer, 0
        self._waiting: asyncio.Queue[tuple[float, bytes | None]] = asyncio.Queue()
        self._last = 0.0
        shaken = 2 * link.line.latency if link.line is not None and way == "up" else 0.0
        self._ready = link.loop.time() + shaken  # when the line's handshake is over

    async def send(self, data: bytes) -> None:
        if not data:
            return
        self.passed += len(data)
        setattr(self.link, self.way, getattr(self.link, self.way) + len(data))
        line = self.link.line
        if line is None:
            self.writer.write(data)
            await self.writer.drain()
            return
        now = max(self.link.loop.time(), self._ready)
        left, arrives = line.carry(self.way, len(data), now)
        self._last = max(self._last, arrives)
        self._waiting.put_nowait((self._last, data))
        await asyncio.sleep(left - self.link.loop.time())

    async def finish(self) -> None:
        """Pass on that this way has ended."""
        await self.drain()
        with suppress(OSError):
            self.writer.write_eof()

    async def drain(self) -> None:
        await self._waiting.join()
        with suppress(OSError):
            await self.writer.drain()

    async def deliver(self) -> None:
        while True:
            at, data = await self._waiting.get()
            await asyncio.sleep(at - self.link.loop.time())
            self.writer.write(data)
            self._waiting.task_done()


def end(writer: asyncio.StreamWriter, reset: bool) -> None:
    """Close a connection at once; `reset` tells the other end by RST."""
    if reset:
        taken: socket.socket = writer.get_extra_info("socket")
        with suppress(OSError):
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()
    else:
        writer.close()
