"""Rounds that are there whole while others are being done: several are done together, as one would be."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from hbp_desktop.sync.receiver import Done, Receiver, Whole

AT_ONCE = 16  # rounds in one group
GROUPS = 2  # while one waits for the database, another reads what came


class Gathering:
    """Hands whole rounds to a receiver, as many as came meanwhile; lives on the event loop's thread alone."""

    def __init__(self, receiver: Receiver, pool: ThreadPoolExecutor) -> None:
        self._receiver, self._pool = receiver, pool
        self._waiting: list[tuple[Whole, asyncio.Future[Done | None]]] = []
        self._groups = 0
        self._working: set[asyncio.Future[None]] = set()

    async def do(self, whole: Whole) -> Done | None:
        """Give what came of a round; None where it must be done by itself, and nothing has been done."""
        done: asyncio.Future[Done | None] = asyncio.get_running_loop().create_future()
        self._waiting.append((whole, done))
        if self._groups < GROUPS:
            self._groups += 1
            self._working.add(task := asyncio.ensure_future(self._work()))
            task.add_done_callback(self._working.discard)
        return await done

    async def _work(self) -> None:
        """Do groups until nobody waits."""
        while self._waiting:
            group, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
            found = await asyncio.get_running_loop().run_in_executor(
                self._pool, self._together, [whole for whole, _ in group]
            )
            for (_, done), came in zip(group, found, strict=True):
                if not done.done():  # who asked may have gone away
                    done.set_result(came)
        self._groups -= 1

    def _together(self, group: Sequence[Whole]) -> Sequence[Done | None]:
        try:
            return self._receiver.together(group)
        except Exception:  # noqa: BLE001 - each by itself then: it says what is wrong, to whom it concerns
            return [None] * len(group)
