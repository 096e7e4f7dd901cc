"""`recover` as a person runs it after the password was forgotten."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Said

NEW = "bunga raya di tangga"


@pytest.fixture
def code_file(command: Callable[..., Said], password_file: Path, tmp_path: Path) -> Path:
    """An office whose code stands in a file."""
    out = tmp_path / "kod.txt"
    officer = ("--officer", "Rohani binti Salleh", "--password-file", password_file)
    said = command("setup", "--office", "SGR06", *officer, "--recovery-out", out)
    assert said.code == 0, said.err
    return out


def written(path: Path, text: str) -> Path:
    path.write_text(f"{text}\n", encoding="utf-8")
    return path


def test_a_forgotten_password_is_replaced(
    command: Callable[..., Said], code_file: Path, password_file: Path, tmp_path: Path
) -> None:
    new = written(tmp_path / "baharu.txt", NEW)
    said = command("--language", "en", "recover", "--code-file", code_file, "--new-password-file", new)
    assert said.code == 0, said.err
    assert "Rohani binti Salleh now opens the office" in said.out
    assert "choose a long one" in said.out  # no keyring in these tests
    assert NEW not in said.out
    assert command("verify", "--password-file", new).code == 0
    refused = command("verify", "--password-file", password_file)
    assert refused.code == 1
    assert "Kata laluan salah" in refused.err


@pytest.mark.parametrize(
    ("code", "password", "officer", "words"),
    [
        ("bukan kod", NEW, "", "kod pemulihan"),
        ("", "pendek", "", "terlalu pendek"),
        ("", NEW, "Encik Tan", "tiada dalam daftar"),
    ],
)
def test_what_is_wrong_is_said_and_changes_nothing(
    command: Callable[..., Said],
    code_file: Path,
    password_file: Path,
    tmp_path: Path,
    code: str,
    password: str,
    officer: str,
    words: str,
) -> None:
    code_in = written(tmp_path / "taip.txt", code) if code else code_file
    new = written(tmp_path / "baharu.txt", password)
    more = ("--officer", officer) if officer else ()
    said = command("recover", "--code-file", code_in, "--new-password-file", new, *more)
    assert said.code == 1
    assert words in said.err
    assert command("verify", "--password-file", password_file).code == 0
