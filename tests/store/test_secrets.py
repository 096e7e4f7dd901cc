"""The keyring's states, each told apart; a real one where this machine can run it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.null import Keyring as NullKeyring

from hbp_desktop.domain.errors import Unreachable
from hbp_desktop.store.secrets import Ring, Secrets
from tests.rings import ForgetfulRing, HangingRing, LockedRing, MemoryRing, PersistentRing, secrets_with


class PlaintextKeyring(MemoryRing):
    """Works, and keeps everything readable: not on the list."""


class BrokenRing(MemoryRing):
    def get_password(self, *_: str) -> str | None:
        raise RuntimeError("no bus")


@pytest.fixture
def hanging() -> Iterator[HangingRing]:
    ring = HangingRing()
    yield ring
    ring.let_go.set()


def test_what_was_kept_is_given_back() -> None:
    secrets = secrets_with(MemoryRing())
    secrets.put("a/laptop", b"\x00\xff")
    assert secrets.ring is Ring.USABLE
    assert secrets.get("a/laptop") == b"\x00\xff"
    assert secrets.get("b/laptop") is None


def test_items_share_no_service_name_because_windows_would_move_them() -> None:
    ring = MemoryRing()
    secrets = secrets_with(ring)
    secrets.put("a/laptop", b"1")
    secrets.put("a/anchor", b"2")
    services = [service for service, _ in ring.kept]
    assert len(set(services)) == 2


def test_a_secret_of_another_shape_counts_as_none() -> None:
    ring = MemoryRing()
    secrets = secrets_with(ring)
    ring.kept["hbp-desktop/a", "a"] = "not hex"
    assert secrets.get("a") is None


@pytest.mark.parametrize(
    ("ring", "state"),
    [
        (FailKeyring(), Ring.NONE),
        (NullKeyring(), Ring.REFUSED),
        (PlaintextKeyring(), Ring.REFUSED),
    ],
)
def test_only_listed_backends_are_trusted(ring: Any, state: Ring) -> None:
    secrets = Secrets(lambda: ring)
    assert secrets.ring is state
    with pytest.raises(Unreachable) as told:
        secrets.put("a", b"1")
    assert told.value.code == state.value


def test_a_keyring_that_drops_what_it_takes_is_refused() -> None:
    secrets = secrets_with(ForgetfulRing())
    with pytest.raises(Unreachable) as told:
        secrets.put("a", b"1")
    assert told.value.code == "keyring_refused"
    assert secrets.ring is Ring.REFUSED


def test_a_locked_keyring_is_told_and_asked_again_after_reset() -> None:
    rings = iter([LockedRing(), MemoryRing()])
    names = tuple(f"tests.rings.{name}" for name in ("LockedRing", "MemoryRing"))
    secrets = Secrets(lambda: next(rings), names)
    assert secrets.ring is Ring.LOCKED
    assert secrets.ring is Ring.LOCKED
    secrets.reset()
    assert secrets.ring is Ring.USABLE


def test_a_hanging_keyring_is_left_after_its_time_and_not_asked_again(hanging: HangingRing) -> None:
    secrets = secrets_with(hanging, time_limit_s=0.05)
    assert secrets.ring is Ring.HANGING
    for _ in range(2):
        with pytest.raises(Unreachable) as told:
            secrets.get("a")
        assert told.value.code == "keyring_hanging"


def test_a_broken_one_counts_as_none() -> None:
    assert Secrets(lambda: BrokenRing(), ("tests.store.test_secrets.BrokenRing",)).ring is Ring.NONE


def test_windows_is_told_to_keep_it_on_this_machine() -> None:
    ring = PersistentRing()
    assert secrets_with(ring).ring is Ring.USABLE
    assert ring.persist == "local machine"


def test_in_a_chain_the_real_one_is_taken_and_the_plain_one_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    real, plain = MemoryRing(), PlaintextKeyring()
    monkeypatch.setattr(ChainerBackend, "backends", [plain, real])
    chain = object.__new__(ChainerBackend)
    secrets = Secrets(lambda: chain, ("tests.rings.MemoryRing",))
    secrets.put("a", b"1")
    assert real.kept
    assert not plain.kept
    monkeypatch.setattr(ChainerBackend, "backends", [plain])
    assert Secrets(lambda: chain, ("tests.rings.MemoryRing",)).ring is Ring.REFUSED
    monkeypatch.setattr(ChainerBackend, "backends", [])
    assert Secrets(lambda: chain).ring is Ring.NONE


def test_no_secret_is_shown() -> None:
    secrets = secrets_with(MemoryRing())
    secrets.put("a", b"rahsia")
    assert "rahsia" not in repr(secrets)
    assert b"rahsia".hex() not in repr(secrets)


_REAL_RING = """
import sys
from datetime import datetime, timezone
from pathlib import Path
from hbp_desktop.config import Paths
from hbp_desktop.store.secrets import Ring, Secrets
from hbp_desktop.store.wrap import KdfCost
from hbp_desktop.usecases.setup import SetupDraft, found, unlock

def clock():
    return datetime(2026, 11, 24, tzinfo=timezone.utc)

first = Secrets(time_limit_s=5)
print(first.ring.name)
if first.ring is Ring.USABLE:
    first.put("percubaan/laptop", bytes(range(32)))
    assert Secrets().get("percubaan/laptop") == bytes(range(32))
    assert Secrets().get("percubaan/other") is None
    paths = Paths.at(Path(sys.argv[1]))
    draft = SetupDraft("SGR06", "Rohani binti Salleh", "", "payung biru di tepi sungai")
    founded = found(paths, draft, first, clock, cost=KdfCost(64, 1, 1))
    assert founded.opened.slot.wrapped.laptop
    founded.opened.close()
    opened = unlock(paths, draft.officer_name, draft.password, Secrets(), clock)
    assert len(opened.anchors.held()) == 2
    opened.close()
    print("kept and given back")
"""


@pytest.fixture
def desktop(tmp_path: Path) -> Callable[[str], str]:
    """Run the script above in a desktop session of its own, after a shell command."""
    if not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")):
        pytest.skip(
            "NOT TESTED: needs dbus-run-session and gnome-keyring-daemon (apt-get install gnome-keyring)"
        )

    def run(before: str) -> str:
        script = tmp_path / "ring.py"
        script.write_text(_REAL_RING, encoding="utf-8")
        command = ["dbus-run-session", "--", "sh", "-c", f'{before}; exec "$0" "$@"']
        done = subprocess.run(
            [*command, sys.executable, str(script), str(tmp_path / "root")],
            env=_own_home(tmp_path),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-2_000:]
        return done.stdout.strip()

    return run


def test_the_desktops_real_secret_service_keeps_what_opens_an_office(desktop: Callable[[str], str]) -> None:
    unlock = "echo '' | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
    assert desktop(unlock) == "USABLE\nkept and given back"


def test_a_real_one_that_nobody_unlocked_is_not_usable_and_does_not_hang(
    desktop: Callable[[str], str],
) -> None:
    assert desktop("gnome-keyring-daemon --start --components=secrets >/dev/null") in (
        "NONE",
        "LOCKED",
        "HANGING",
    )


def _own_home(tmp_path: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
