"""The system's keyring behind one door: only real ones, read back after writing, never waited for long."""

import threading
from collections.abc import Callable
from enum import Enum
from typing import Any, TypeVar

from hbp_desktop.domain.errors import Unreachable

T = TypeVar("T")

SERVICE = "hbp-desktop"
TIME_LIMIT_S = 10.0
REAL = (
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
    "keyring.backends.kwallet.DBusKeyringKWallet4",
    "keyring.backends.Windows.WinVaultKeyring",
    "keyring.backends.macOS.Keyring",
)
_CHAIN = "keyring.backends.chainer.ChainerBackend"
_NOTHING = "keyring.backends.fail.Keyring"


class Ring(Enum):
    """What the keyring of this account is good for; the value is the code of its sentence."""

    USABLE = "keyring_usable"
    NONE = "keyring_none"
    LOCKED = "keyring_locked"
    HANGING = "keyring_hanging"
    REFUSED = "keyring_refused"  # it would keep secrets in plain text, or drop them


class Secrets:
    """Small secrets of this account on this machine, by name.

    `find` gives the keyring's backend (the `keyring` library's choice when not given), `real` the class
    names trusted to encrypt. What hangs once is not asked again until `reset`.
    """

    def __init__(
        self,
        find: Callable[[], Any] | None = None,
        real: tuple[str, ...] = REAL,
        time_limit_s: float = TIME_LIMIT_S,
    ) -> None:
        self._find = find or _chosen_backend
        self._real = real
        self._limit = time_limit_s
        self._backend: Any = None
        self._ring: Ring | None = None

    def __repr__(self) -> str:
        return f"Secrets({self._ring})"

    @property
    def ring(self) -> Ring:
        """Tell what the keyring is good for; looks once, within the time limit."""
        if self._ring is None:
            try:
                self._ring = self._in_time(self._look)
            except Unreachable as error:
                self._ring = Ring(error.code)
        return self._ring

    def reset(self) -> None:
        """Look again at the next question: the person has unlocked or repaired the keyring."""
        self._ring = None

    def get(self, name: str) -> bytes | None:
        """Give a secret, None when it was never kept; raises Unreachable with the ring's code."""
        self._must_be_usable()
        text = self._asked(lambda: self._backend.get_password(_service(name), name))
        try:
            return None if text is None else bytes.fromhex(text)
        except ValueError:
            return None

    def put(self, name: str, secret: bytes) -> None:
        """Keep a secret and read it back; raises Unreachable with the ring's code."""
        self._must_be_usable()
        self._asked(lambda: self._backend.set_password(_service(name), name, secret.hex()))
        if self.get(name) != secret:
            self._ring = Ring.REFUSED
            raise Unreachable(Ring.REFUSED.value)

    def _must_be_usable(self) -> None:
        if self.ring is not Ring.USABLE:
            raise Unreachable(self.ring.value)

    def _look(self) -> Ring:
        backend = _first_real(self._find(), self._real)
        if backend is None:
            return Ring.NONE
        if _class_name(backend) not in self._real:
            return Ring.REFUSED
        if hasattr(type(backend), "persist"):
            backend.persist = "local machine"  # Windows would carry it to other machines of the domain
        self._backend = backend
        backend.get_password(_service("probe"), "probe")  # a locked ring shows itself here
        return Ring.USABLE

    def _asked(self, question: Callable[[], T]) -> T:
        try:
            return self._in_time(question)
        except Unreachable as error:
            self._ring = Ring(error.code)
            raise

    def _in_time(self, question: Callable[[], T]) -> T:
        # A keyring may wait for a dialog nobody sees; its thread is left behind, a daemon.
        answers: list[T] = []
        faults: list[BaseException] = []

        def ask() -> None:
            try:
                answers.append(question())
            except Exception as fault:  # noqa: BLE001 - whatever a backend raises is the world's fault
                faults.append(fault)

        thread = threading.Thread(target=ask, name="keyring", daemon=True)
        thread.start()
        thread.join(self._limit)
        if faults:
            raise Unreachable(_ring_for(faults[0]).value) from None
        if not answers:
            raise Unreachable(Ring.HANGING.value)
        return answers[0]


def _chosen_backend() -> Any:
    import keyring  # slow to load, asks the session bus

    return keyring.get_keyring()


def _first_real(backend: Any, real: tuple[str, ...]) -> Any:
    """Look into a chain of backends for a real one; None where there is no keyring at all."""
    if _class_name(backend) == _CHAIN:
        members = list(backend.backends)
        return next((one for one in members if _class_name(one) in real), members[0] if members else None)
    return None if _class_name(backend) == _NOTHING else backend


def _ring_for(fault: BaseException) -> Ring:
    from keyring.errors import InitError, KeyringLocked, NoKeyringError

    if isinstance(fault, KeyringLocked):
        return Ring.LOCKED
    if isinstance(fault, NoKeyringError | InitError | ImportError | RuntimeError):
        return Ring.NONE
    # SecretStorage says it in its own words when a prompt was dismissed.
    return Ring.LOCKED if "lock" in f"{type(fault).__name__} {fault}".lower() else Ring.NONE


def _class_name(backend: Any) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _service(name: str) -> str:
    return f"{SERVICE}/{name}"  # one service an item: Windows moves items that share a service
