"""One round at the receiving end: greet, take batches while the rest is still arriving, answer."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TypeVar, TypeVarTuple

from hbp_desktop.domain.errors import Damaged, HbpError, Refused
from hbp_desktop.sync.arriving import Body, Cut, Frames
from hbp_desktop.sync.frames import LENGTH, framed
from hbp_desktop.sync.gathering import Gathering
from hbp_desktop.sync.limits import Limits
from hbp_desktop.sync.receiver import Guest, Receiver, Whole

_SMALL = 64 * 1024  # bytes of batches in a round that is done together with others

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class ServedRound:
    """One request of `POST /v1/round`; `guest` is who it is from, once that is known."""

    def __init__(
        self,
        receiver: Receiver,
        gathering: Gathering,
        pool: ThreadPoolExecutor,
        limits: Limits,
        body: Body,
    ) -> None:
        self.guest: Guest | None = None
        self._receiver, self._gathering = receiver, gathering
        self._pool, self._limits, self._body = pool, limits, body
        self._frames = Frames(limits)
        self._taking: asyncio.Future[None] | None = None

    async def run(self) -> bytes:
        """Give the answer's bytes. Whatever goes wrong, batches that arrived whole have been taken."""
        message, signature = await self._message()
        if not self._body.more():
            found = await self._together(message, signature)
            return found or await self._call(self._at_once, message, signature)
        guest = await self._call(self._greet, message, signature)
        self._body.proven()
        try:
            await self._take_as_it_comes(guest)
        except (HbpError, Cut):
            await self._settle(guest)
            raise
        return await self._call(self._finish, guest)

    async def _together(self, message: bytes, signature: bytes) -> bytes:
        """Do a small round together with others that are there; b"" where it must be done by itself."""
        batches = self._frames.whole(_SMALL)
        if batches is None or max(map(len, batches)) > self._limits.batch:
            return b""
        done = await self._gathering.do(Whole(message, signature, batches, self._limits.room))
        if done is None:
            return b""
        self.guest = done.guest
        return _joined(done.answer)

    async def _message(self) -> tuple[bytes, bytes]:
        while (found := self._frames.message()) is None:
            if not self._body.more():
                raise Refused("ask_unsigned")
            self._frames.feed(await self._body.piece())
        return found

    async def _take_as_it_comes(self, guest: Guest) -> None:
        self._taking = asyncio.ensure_future(self._take(guest))
        while self._body.more():
            self._frames.feed(await self._body.piece())
            if not self._body.more():
                break
            if self._taking is None or self._taking.done() or self._frames.waiting > self._limits.ahead:
                await self._taken()
                self._taking = asyncio.ensure_future(self._take(guest))
        await self._taken()

    async def _settle(self, guest: Guest) -> None:
        """Take what is still there of a round that goes no further."""
        try:
            await self._taken()
            await self._call(self._take_rest, guest)
        except HbpError:
            return

    async def _taken(self) -> None:
        under_way, self._taking = self._taking, None
        if under_way is not None:
            await under_way

    async def _take(self, guest: Guest) -> None:
        """Take batches until none is whole; what arrives meanwhile is taken together."""
        while batches := self._frames.batches():
            try:
                await self._call(self._receiver.take, guest, batches)
            except HbpError:
                self._frames.forget()
                raise
            finally:
                self._body.done_with(sum(len(one) + LENGTH for one in batches))

    def _at_once(self, message: bytes, signature: bytes) -> bytes:
        """Do all of a round that is there whole, in one turn of one thread."""
        return self._finish(self._greet(message, signature))

    def _greet(self, message: bytes, signature: bytes) -> Guest:
        guest = self._receiver.greet(message, signature)
        guest.ask = replace(guest.ask, room=min(guest.ask.room, self._limits.room))
        self.guest = guest
        return guest

    def _take_rest(self, guest: Guest) -> None:
        while batches := self._frames.batches():
            self._receiver.take(guest, batches)

    def _finish(self, guest: Guest) -> bytes:
        self._take_rest(guest)
        if self._frames.waiting:
            raise Damaged("batch_damaged")
        return _joined(self._receiver.answer(guest))

    async def _call(self, do: Callable[[*Ts], T], *args: *Ts) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._pool, do, *args)


def _joined(parts: Sequence[bytes]) -> bytes:
    answer, *batches = parts
    return b"".join([answer, *(framed(batch) for batch in batches)])
