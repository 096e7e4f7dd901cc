"""Keyrings to order: the edge of the program that tests replace."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from keyring.errors import KeyringLocked

from hbp_desktop.store.secrets import Secrets

T = TypeVar("T")


class MemoryRing:
    """Keeps what it is given, like a real one."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        self.kept[service, name] = secret


class ForgetfulRing(MemoryRing):
    """Takes everything and keeps nothing, like the null backend."""

    def set_password(self, service: str, name: str, secret: str) -> None:
        pass


class LockedRing(MemoryRing):
    """Somebody dismissed its prompt."""

    def get_password(self, *_: str) -> str | None:
        raise KeyringLocked("dismissed")


class HangingRing(MemoryRing):
    """Waits for a dialog nobody sees, until the test lets go."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go = threading.Event()

    def get_password(self, *_: str) -> str | None:
        self.let_go.wait(60)
        return None


class PersistentRing(MemoryRing):
    """Has the setting of the Windows one."""

    persist: Any = "enterprise"


class _Prompt(Secrets):
    """Asks a ring that answers at once, without a thread beside; every opening asks seven times."""

    def _in_time(self, question: Callable[[], T]) -> T:
        return question()


def secrets_with(ring: Any, time_limit_s: float = 5.0) -> Secrets:
    """Give secrets that trust this ring as they trust the system's."""
    kind = type(ring)
    asking = _Prompt if kind is MemoryRing else Secrets
    return asking(lambda: ring, (f"{kind.__module__}.{kind.__qualname__}",), time_limit_s)
