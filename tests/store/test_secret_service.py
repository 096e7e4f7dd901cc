"""A real Secret Service: found, closed and opened in separate processes; then locked; then wiped."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="NOT TESTED: needs dbus-run-session and gnome-keyring-daemon (apt-get install gnome-keyring)",
)

OPENED_BY = "printf {} | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
LOCKED = "gnome-keyring-daemon --start --components=secrets >/dev/null"

_STEPS = """
import json, sys
from datetime import datetime, timezone
from pathlib import Path
from hbp_desktop.config import Paths
from hbp_desktop.domain.errors import HbpError
from hbp_desktop.store import keyslots
from hbp_desktop.store.secrets import Secrets
from hbp_desktop.store.wrap import KdfCost
from hbp_desktop.usecases.recovering import recover
from hbp_desktop.usecases.setup import SetupDraft, found, new_recovery_code, unlock

step, root, code, password = sys.argv[1:]
paths, secrets, cost = Paths.at(Path(root)), Secrets(time_limit_s=4), KdfCost(64, 1, 1)
name = "Rohani binti Salleh"

def clock():
    return datetime(2026, 11, 24, tzinfo=timezone.utc)

try:
    if step == "found":
        code = new_recovery_code()
        opened = found(paths, SetupDraft("SGR06", name, "", password), secrets, clock,
                       recovery_code=code, cost=cost).opened
    elif step == "recover":
        opened = recover(paths, code, "", password, secrets, clock, cost)
    else:
        opened = unlock(paths, name, password, secrets, clock)
    anchors = len(opened.anchors.held())
    opened.close()
    bound = [bool(slot.wrapped.laptop) for slot in keyslots.read(paths.keyslots).named(name)]
    print(json.dumps({"code": code, "bound": bound, "anchors": anchors}))
except HbpError as error:
    print(json.dumps({"error": error.code}))
"""

Run = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def session(tmp_path: Path) -> Run:
    """Run steps, each in a process of its own, in one desktop session begun by a shell command."""
    script = tmp_path / "steps.py"
    script.write_text(_STEPS, encoding="utf-8")
    home = {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(Path(__file__).parents[2]), **home}

    def run(before: str, *steps: tuple[str, str, str]) -> list[dict[str, Any]]:
        program = [sys.executable, str(script)]
        lines = [before] + [_quoted(*program, step, str(tmp_path / "root"), *more) for step, *more in steps]
        done = subprocess.run(
            ["dbus-run-session", "--", "bash", "-c", "\n".join(lines)],
            env=environment,
            capture_output=True,
            text=True,
            timeout=90,
            check=False,
        )
        assert len(done.stdout.splitlines()) == len(steps), done.stderr[-2_000:]
        return [json.loads(line) for line in done.stdout.splitlines()]

    return run


def _quoted(*words: str) -> str:
    return " ".join(f"'{word}'" for word in words)


def test_an_office_bound_to_a_real_keyring_opens_is_refused_while_locked_and_survives_its_loss(
    session: Run, tmp_path: Path
) -> None:
    old, new = "payung biru di tepi sungai", "bunga raya di tangga"
    founded, again = session(OPENED_BY.format("satu"), ("found", "-", old), ("unlock", "-", old))
    assert founded["bound"] == again["bound"] == [True]
    assert again["anchors"] == 2  # beside the file and in the keyring
    slots, code = (tmp_path / "root" / "keyslots.json").read_bytes(), founded["code"]

    (locked,) = session(LOCKED, ("unlock", "-", old))
    assert locked["error"] in ("keyring_locked", "keyring_hanging", "keyring_none")
    assert (tmp_path / "root" / "keyslots.json").read_bytes() == slots

    shutil.rmtree(tmp_path / "data" / "keyrings")  # the system was installed again
    lost, recovered, opened = session(
        OPENED_BY.format("dua"), ("unlock", "-", old), ("recover", code, new), ("unlock", "-", new)
    )
    assert lost == {"error": "laptop_secret_missing"}
    assert (
        recovered["bound"] == opened["bound"] == [True, True]
    )  # the old account's is kept, and opens nothing
