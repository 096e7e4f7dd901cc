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





def end(self) -> None:
        self._listening.close()
        for task in list(self._open):
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)
        await self._listening.wait_closed()
        await asyncio.sleep(0)  # transports close in the next turn

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        self._open.add(task)
        self.connections += 1
        passing = _Passing(self, reader, writer)
        try:
            with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError, TimeoutError):
                await passing.run()
        finally:
            passing.end()
            self._open.discard(task)

    def _next(self) -> Order:
        self.requests += 1
        return self.orders.popleft() if self.orders else self.always


class _Ended(OSError):
    """An order ended this connection."""


class _Passing:
    """One client's connection."""

    def __init__(self, link: Link, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.link, self.reader, self.client = link, reader, writer
        self.writers, self.tasks = [writer], []
        self.requests = Requests()
        self.pipes: dict[Way, _Pipe] = {}
        self.order: Order = Pass()

    async def run(self) -> None:
        up = asyncio.ensure_future(self._up())
        self.tasks.append(up)
        await up

    def end(self, reset: bool = False) -> None:
        for task in self.tasks:
            task.cancel()
        for writer in self.writers:
            _end(writer, reset)

    async def _up(self) -> None:
        while data := await self.reader.read(PACKET):
            if self.requests.begins(data):
                self.order = self.link._next()
                for pipe in self.pipes.values():
                    pipe.passed = 0
                if isinstance(self.order, Drip):
                    self.link.struck.append(self.order)
            if isinstance(self.order, Duplicate | LoseAnswer | Replace):
                await self._whole(data)
            else:
                await self._send("up", data)
        if "up" in self.pipes:
            await self.pipes["up"].finish()
            await asyncio.gather(*self.tasks[1:])

    async def _send(self, way: Way, data: bytes) -> None:
        if not self.pipes:
            await self._connect()
        pipe, order = self.pipes[way], self.order
        if isinstance(order, Drip) and order.way == way:
            for at in range(0, len(data), order.size):
                await pipe.send(data[at : at + order.size])
                await asyncio.sleep(order.pause)
            return
        if isinstance(order, Cut | Stall) and order.way == way and pipe.passed + len(data) > order.after:
            left = max(0, order.after - pipe.passed)
            await pipe.send(data[:left])
            await self._break()
            data = data[left:]
        await pipe.send(data)

    async def _break(self) -> None:
        order, self.order = self.order, Pass()
        self.link.struck.append(order)
        if isinstance(order, Stall):
            with suppress(TimeoutError):
                await asyncio.wait_for(self.link._released.wait(), order.seconds)
            return
        for pipe in self.pipes.values():
            await pipe.drain()
        for writer in self.writers:
            _end(writer, order.reset)
        raise _Ended

    async def _connect(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.link.server)
        self.writers.append(writer)
        self.pipes = {"up": _Pipe(self.link, "up", writer), "down": _Pipe(self.link, "down", self.client)}
        self.tasks += [
            asyncio.ensure_future(pipe.deliver()) for pipe in self.pipes.values() if self.link.line
        ]
        self.tasks.append(asyncio.ensure_future(self._down(reader)))

    async def _down(self, reader: asyncio.StreamReader) -> None:
        try:
            while data := await reader.read(PACKET):
                await self._send("down", data)
            await self.pipes["down"].finish()
        except OSError:
            pass
        self.end()

    async def _whole(self, data: bytes) -> None:
        """Do what needs a whole request."""
        parts = [data]
        while not self.requests.whole:
            if not (data := await self.reader.read(PACKET)):
                return
            self.requests.begins(data)
            parts.append(data)
        order, self.order, request = self.order, Pass(), b"".join(parts)
        self.link.struck.append(order)
        if isinstance(order, Duplicate):
            answers = await self._twice(request, order.together)
            await self._answer(answers[order.give])
            return
        if isinstance(order, LoseAnswer) or order.heard:
            await self._asked(request)
        if isinstance(order, Replace):
            await self._answer(order.answer)
        _end(self.client, isinstance(order, LoseAnswer) and order.reset)
        raise _Ended

    async def _answer(self, data: bytes) -> None:
        self.link.down += len(data)
        self.client.write(data)
        await self.client.drain()

    async def _twice(self, request: bytes, together: bool) -> list[bytes]:
        if together:
            return list(await asyncio.gather(self._asked(request), self._asked(request)))
        return [await self._asked(request), await self._asked(request)]

    async def _asked(self, request: bytes) -> bytes:
        """Give the server's whole answer to a request."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.link.server)
        self.writers.append(writer)
        self.link.up += len(request)
        writer.write(request)
        found, reading = b"", Answering(self.requests.method)
        while not reading.whole and (data := await asyncio.wait_for(reader.read(PACKET), _PATIENCE)):
            found += data
            reading.add(data)
        return found


class _Pipe:
    """One way of a connection."""

    def __init__(self, link: Link, way: Way, writer: asyncio.StreamWriter) -> None:
        self.link, self.way, self.writer, self.passed = link, way, writer, 0
        self._waiting: asyncio.Queue[tuple[float, bytes | None]] = asyncio.Queue()
        self._last = 0.0
        shaken = 2 * link.line.latency if link.line is not None and way == "up" else 0.0
        self._ready = link._loop.time() + shaken  # when the line's handshake is over

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
        now = max(self.link._loop.time(), self._ready)
        left, arrives = line.carry(self.way, len(data), now)
        self._last = max(self._last, arrives)
        self._waiting.put_nowait((self._last, data))
        await asyncio.sleep(left - self.link._loop.time())

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
            await asyncio.sleep(at - self.link._loop.time())
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
