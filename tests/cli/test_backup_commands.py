"""`backup` and `restore` as a person runs them: keyring-less, as on a server or a plain desktop."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hbp_desktop.store import machine
from tests.cli.conftest import Said

Command = Callable[..., Said]


@pytest.fixture
def code_file(tmp_path: Path) -> Path:
    return tmp_path / "kod.txt"


@pytest.fixture
def founded(command: Command, password_file: Path, code_file: Path, tmp_path: Path) -> Path:
    """An office, and a USB drive."""
    done = command(
        *("setup", "--office", "SGR06", "--officer", "Rohani binti Salleh"),
        *("--password-file", password_file, "--recovery-out", code_file),
    )
    assert done.code == 0, done.err
    usb = tmp_path / "usb"
    usb.mkdir()
    return usb


@pytest.fixture
def made(command: Command, founded: Path, password_file: Path) -> Path:
    done = command("backup", "--to", founded, "--password-file", password_file)
    assert done.code == 0, done.err
    return Path(done.out.strip())


def test_backup_prints_the_file_it_made(made: Path, founded: Path) -> None:
    assert made.parent == founded
    assert made.is_file()


def test_restore_makes_the_office_elsewhere_with_the_code(
    command: Command, made: Path, code_file: Path, password_file: Path, tmp_path: Path
) -> None:
    place = tmp_path / "baharu"
    done = command("restore", made, "--root", place, "--code-file", code_file)
    assert done.code == 0, done.err
    assert "Pejabat SGR06 dipulihkan" in done.out
    assert "tiada nombor rujukan berulang" in done.out
    assert "mungkin hilang" in done.out
    verified = command("--root", place, "verify", "--password-file", password_file)
    assert (verified.code, verified.err) == (0, "")


def test_restore_elsewhere_tells_of_its_own_key(
    command: Command, made: Path, code_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "_system_id", lambda: "another machine")
    place = tmp_path / "baharu"
    done = command("--language", "en", "restore", made, "--root", place, "--code-file", code_file)
    assert done.code == 0, done.err
    assert "writes under a key of its own" in done.out


def test_restore_takes_the_global_root_and_a_password_too(
    command: Command, made: Path, password_file: Path, tmp_path: Path
) -> None:
    done = command("--root", tmp_path / "lain", "restore", made, "--password-file", password_file)
    assert done.code == 0, done.err
    typed = ("--officer", "rohani BINTI salleh", "--password-file", password_file)
    assert command("restore", made, "--root", tmp_path / "satu lagi", *typed).code == 0
    assert (tmp_path / "lain" / "keyslots.json").is_file()


def test_refusals_are_said_in_words_and_write_nothing(
    command: Command, made: Path, code_file: Path, password_file: Path, tmp_path: Path
) -> None:
    place, foreign = tmp_path / "baharu", tmp_path / "surat.hbpbackup"
    foreign.write_text("Kepada Tuan,")
    cut = tmp_path / "potong.hbpbackup"
    cut.write_bytes(made.read_bytes()[:5000])
    wrong = tmp_path / "salah.txt"
    wrong.write_text("kata laluan lain sama sekali\n")
    trials = [
        ((made,), "beri --code-file"),
        ((foreign, "--code-file", code_file), "bukan sandaran program ini"),
        ((cut, "--code-file", code_file), "rosak"),
        ((tmp_path / "tiada.hbpbackup", "--code-file", code_file), "tiada di situ"),
        ((made, "--password-file", wrong), "Kata laluan"),
    ]
    for given, words in trials:
        done = command("restore", *given, "--root", place)
        assert (done.code, done.out) == (1, "")
        assert words in done.err
        assert not place.exists()


def test_a_place_with_an_office_is_left_alone(command: Command, made: Path, code_file: Path) -> None:
    done = command("restore", made, "--code-file", code_file)  # the root of the office itself
    assert done.code == 1
    assert "Sudah ada pejabat" in done.err


def test_a_new_folder_is_made_where_its_parent_is_there(
    command: Command, founded: Path, password_file: Path, tmp_path: Path
) -> None:
    done = command("backup", "--to", tmp_path / "sandaran", "--password-file", password_file)
    assert done.code == 0, done.err
    assert len(list((tmp_path / "sandaran").iterdir())) == 1


def test_a_drive_that_was_pulled_out_is_told(
    command: Command, founded: Path, password_file: Path, tmp_path: Path
) -> None:
    done = command("backup", "--to", tmp_path / "dicabut" / "hbp", "--password-file", password_file)
    assert (done.code, done.out) == (1, "")
    assert "mungkin pemacu USB sudah dicabut" in done.err
    assert not (tmp_path / "dicabut").exists()
