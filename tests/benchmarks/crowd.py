"""A thousand devices at once: requests prepared beforehand, a few dozen of them under way at any time."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter
from urllib.parse import urlsplit

AT_ONCE = 32


@dataclass(frozen=True)
class Crowd:
    """What came of it: seconds in all, sorted seconds of each request, and how many were not answered 200."""

    seconds: float
    each: list[float]
    errors: int
    answers: list[bytes]


def send_all(url: str, path: str, kind: str, bodies: Sequence[bytes], at_once: int = AT_ONCE) -> Crowd:
    """Send each body over a connection of its own."""
    return asyncio.run(_send_all(url, path, kind, bodies, at_once))


async def _send_all(url: str, path: str, kind: str, bodies: Sequence[bytes], at_once: int) -> Crowd:
    place, waiting = urlsplit(url), iter(bodies)
    each: list[float] = []
    answers: list[bytes] = []
    errors = 0

    async def device() -> None:
        nonlocal errors
        for body in waiting:
            start = perf_counter()
            head = f"POST {path} HTTP/1.1\r\nHost: {place.netloc}\r\nContent-Type: {kind}\r\n"
            head += f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
            reader, writer = await asyncio.open_connection(place.hostname, place.port)
            writer.write(head.encode("ascii") + body)
            answer = await reader.read(-1)
            writer.close()
            each.append(perf_counter() - start)
            errors += not answer.startswith(b"HTTP/1.1 200")
            answers.append(answer.partition(b"\r\n\r\n")[2])

    start = perf_counter()
    await asyncio.gather(*(device() for _ in range(at_once)))
    return Crowd(perf_counter() - start, sorted(each), errors, answers)
