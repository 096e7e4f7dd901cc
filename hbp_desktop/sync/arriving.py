"""A request's body as it arrives: in pieces, within limits, cut into the parts it is made of."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.sync.frames import LENGTH, SIGNATURE
from hbp_desktop.sync.limits import Limits, Pace, Traffic

_ASK = b'{"at":'  # how every ask begins

Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]


class Cut(Exception):
    """The other end went away before its request was whole; nobody is left to answer."""


class TooMuch(Damaged):
    """More than is taken in, found before it was kept."""


class Body:
    """The pieces of one request; what it holds of the service's memory is given back by `close`."""

    def __init__(self, receive: Receive, traffic: Traffic, most: int) -> None:
        self._receive, self._traffic, self._most = receive, traffic, most
        self._pace = Pace(traffic.limits)
        self._held = 0
        self._unproven = 0
        self._is_proven = False
        self.size = 0
        self._ended = False

    def more(self) -> bool:
        """Tell whether more is to come."""
        return not self._ended

    async def piece(self) -> bytes:
        """Give what comes next, b"" at the end; raises Cut, Refused (too_slow), TooMuch, Busy."""
        while not self._ended:
            said = await self._next()
            if said["type"] == "http.disconnect":
                raise Cut
            found: bytes = said.get("body", b"")
            self._ended = not said.get("more_body", False)
            self._keep(len(found))
            if found:
                return found
        return b""

    async def whole(self) -> bytes:
        """Give all of a short body."""
        pieces = [await self.piece()]
        while not self._ended:
            pieces.append(await self.piece())
        return b"".join(pieces)

    def proven(self) -> None:
        """Say that who sends it is known by now."""
        self._is_proven = True
        self._traffic.unproven -= self._unproven
        self._unproven = 0

    def done_with(self, size: int) -> None:
        """Say that so many bytes are no longer kept."""
        self._held -= size
        self._traffic.let_go(size)

    def close(self) -> None:
        """Give back everything."""
        self.proven()
        self.done_with(self._held)

    async def _next(self) -> MutableMapping[str, Any]:
        patience = self._pace.wait()
        try:
            async with asyncio.timeout(max(patience, 0)):
                said = await self._receive()
        except TimeoutError:
            raise Refused("too_slow") from None
        self._pace.came(len(said.get("body", b"")))
        return said

    def _keep(self, size: int) -> None:
        self.size += size
        if self.size > self._most:
            raise TooMuch("too_large", most=self._most)
        if self._is_proven:
            self._traffic.hold(size)
        else:
            self._traffic.hold_unproven(size, self._unproven)
            self._unproven += size
        self._held += size


class Frames:
    """Cuts a round's bytes into its message and its batches; a length that is too long is refused unread."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._bytes = bytearray()
        self._batches = 0

    def feed(self, piece: bytes) -> None:
        """Add what arrived."""
        self._bytes += piece

    def forget(self) -> None:
        """Drop what was not given."""
        self._bytes.clear()

    @property
    def waiting(self) -> int:
        """Count the bytes that were fed and not given."""
        return len(self._bytes)

    def message(self) -> tuple[bytes, bytes] | None:
        """Give message and signature once they are there; raises TooMuch, Refused (ask_unsigned)."""
        if not _ASK.startswith(self._bytes[LENGTH : LENGTH + len(_ASK)]):
            raise Refused("ask_unsigned")  # before it is waited for
        if len(self._bytes) < LENGTH + len(_ASK):
            return None
        length = self._length(self._limits.message)
        if length is None or len(self._bytes) < LENGTH + length + SIGNATURE:
            return None
        message = self._cut(length)
        signature = bytes(self._bytes[:SIGNATURE])
        del self._bytes[:SIGNATURE]
        return message, signature

    def batches(self) -> list[bytes]:
        """Give the batches that are whole by now; raises TooMuch where the next is no batch to wait for.

        It is raised only when there is none before it, so what came whole is given first.
        """
        found: list[bytes] = []
        try:
            while (length := self._length(self._limits.batch)) is not None:
                if len(self._bytes) < LENGTH + length:
                    break
                self._count()
                found.append(self._cut(length))
        except TooMuch:
            if not found:
                raise
        return found

    def whole(self, most: int) -> list[bytes] | None:
        """Give the batches, and keep them, where nothing else waits and they are few bytes; else None."""
        if not 0 < len(self._bytes) <= most:
            return None
        found, at = [], 0
        while at < len(self._bytes):
            end = at + LENGTH + int.from_bytes(self._bytes[at : at + LENGTH], "big")
            found.append(bytes(self._bytes[at + LENGTH : end]))
            at = end
        return found if at == len(self._bytes) else None

    def _count(self) -> None:
        if self._batches >= self._limits.batches:
            raise TooMuch("too_large", most=self._limits.batches)
        self._batches += 1

    def _length(self, most: int) -> int | None:
        if len(self._bytes) < LENGTH:
            return None
        length = int.from_bytes(self._bytes[:LENGTH], "big")
        if length > most:
            raise TooMuch("too_large", most=most)
        return length

    def _cut(self, length: int) -> bytes:
        part = bytes(self._bytes[LENGTH : LENGTH + length])
        del self._bytes[: LENGTH + length]
        return part
