"""A link between a client and a server on loopback: it models a line, counts, and breaks to order.

    with Link(server_port, Cut(after=100, way="up"), LoseAnswer()) as link:
        client.get(link.url)        # the first request is cut, the second loses its answer, later ones pass

An order is used up by one request. `Link.always` is for every request without one. What stands in front of
TLS cannot see requests: there a connection counts as one, and only Cut, Stall and Drip can be ordered. Bytes
are counted from the request's first one (upward) and from its answer's first one (downward).
"""

import asyncio
import threading
from collections import deque
from collections.abc import Awaitable
from contextlib import suppress

from tests.link_http import Answering, Requests
from tests.link_line import PACKET, Line
from tests.link_orders import Cut, Drip, Duplicate, LoseAnswer, Order, Pass, Replace, Stall, Way
from tests.link_pipe import Pipe, end

__all__ = ["Cut", "Drip", "Duplicate", "Line", "Link", "LoseAnswer", "Pass", "Replace", "Stall"]

_PATIENCE = 30.0  # seconds for a server's answer when a whole one is awaited


class Link:
    """A proxy in a thread of its own, from a free port (or `port`) to a server's.

    Attributes: up, down (bytes passed on), requests, connections, struck (orders that did what they say),
    orders (not used up yet), line.
    """

    def __init__(
        self,
        server: int,
        *orders: Order,
        always: Order | None = None,
        line: Line | None = None,
        port: int = 0,
    ) -> None:
        self.server, self.line, self.always = server, line, always or Pass()
        self.orders: deque[Order] = deque(orders)
        self.struck: list[Order] = []
        self.up = self.down = self.requests = self.connections = 0
        self._open: set[asyncio.Task[None]] = set()
        self._released = asyncio.Event()
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self._thread.start()
        self._listening = self._run(asyncio.start_server(self._accept, "127.0.0.1", port, limit=PACKET * 8))
        self.port: int = self._listening.sockets[0].getsockname()[1]

    def __enter__(self) -> "Link":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def url(self) -> str:
        """Give where a client of plain http asks."""
        return f"http://127.0.0.1:{self.port}"

    def order(self, *orders: Order) -> None:
        """Add orders for the requests to come."""
        self.orders.extend(orders)

    def forget(self) -> None:
        """Count from nothing again."""
        self.up = self.down = self.requests = self.connections = 0
        self.struck.clear()

    def release(self) -> None:
        """Let what is stalled go on."""
        self.loop.call_soon_threadsafe(self._released.set)

    def close(self) -> None:
        """End every connection and stop."""
        if not self.loop.is_closed():
            self._run(self._end())
            self.loop.call_soon_threadsafe(self.loop.stop)
            self._thread.join()
            self.loop.close()

    def _run(self, work: Awaitable[object]) -> object:
        async def whole() -> object:
            return await work

        return asyncio.run_coroutine_threadsafe(whole(), self.loop).result()

    async def _end(self) -> None:
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
        self.pipes: dict[Way, Pipe] = {}
        self.order: Order = Pass()

    async def run(self) -> None:
        up = asyncio.ensure_future(self._up())
        self.tasks.append(up)
        await up

    def end(self, reset: bool = False) -> None:
        for task in self.tasks:
            task.cancel()
        for writer in self.writers:
            end(writer, reset)

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
            end(writer, order.reset)
        raise _Ended

    async def _connect(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.link.server)
        self.writers.append(writer)
        self.pipes = {"up": Pipe(self.link, "up", writer), "down": Pipe(self.link, "down", self.client)}
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
        end(self.client, isinstance(order, LoseAnswer) and order.reset)
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
