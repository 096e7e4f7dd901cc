"""A service on loopback before a receiver that keeps everything in memory."""

from collections.abc import Iterator

import httpx
import pytest

from hbp_desktop.sync.limits import Limits
from tests.sync.memory import Memory
from tests.sync.served import Served, served

QUICK = Limits(draining=0.2)


@pytest.fixture
def memory() -> Memory:
    """A receiver that holds nothing yet."""
    return Memory()


@pytest.fixture
def service(memory: Memory) -> Iterator[Served]:
    """The receiver, served."""
    with served(memory, QUICK) as found:
        yield found


@pytest.fixture
def line(service: Served) -> Iterator[httpx.Client]:
    """A connection to it."""
    with httpx.Client(base_url=service.url, timeout=20) as client:
        yield client
