"""The commands as a person runs them, in a folder of their own and without this machine's keyring."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from hbp_desktop.cli import run
from hbp_desktop.store import slots
from tests.conftest import CHEAP

PASSWORD = "payung biru di tepi sungai"


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.setattr(slots, "HEAVY", CHEAP)  # two seconds each time the office opens


@pytest.fixture
def password_file(tmp_path: Path) -> Path:
    """The officer's password on the first line of a file."""
    path = tmp_path / "kata laluan.txt"
    path.write_text(f"{PASSWORD}\nbaris kedua tidak dibaca\n", encoding="utf-8")
    return path


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Run one command line below its own root."""

    def call(*arguments: object) -> Said:
        capsys.readouterr()
        code = run(["--root", str(tmp_path / "pejabat"), *map(str, arguments)])
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return call
