"""`setup` in a doubtful place, and what every command says of disk and place on stderr."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hbp_desktop.domain.place import Mount, Surroundings
from hbp_desktop.store import reserve
from hbp_desktop.usecases import places
from tests.cli.conftest import Said

Command = Callable[..., Said]


@pytest.fixture
def set_up(command: Command, password_file: Path, tmp_path: Path) -> Command:
    """Set up with more options; the recovery code goes to a file."""
    return lambda *more: command(
        *("setup", "--office", "sgr06", "--officer", "Pn. Rohani binti Salleh"),
        *("--password-file", password_file, "--recovery-out", tmp_path / "kod.txt"),
        *more,
    )


@pytest.fixture
def _in_dropbox(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        places, "surroundings", lambda root: Surroundings(str(root), synced={str(root.parent): "Dropbox"})
    )


@pytest.mark.usefixtures("_in_dropbox")
def test_a_cloud_is_refused_without_a_reason_and_nothing_is_written(set_up: Command, tmp_path: Path) -> None:
    said = set_up()
    assert said.code == 1
    assert "Dropbox" in said.err
    assert "--place-reason" in said.err
    assert not (tmp_path / "kod.txt").exists()
    assert set_up("--place-reason", "Cakera D dienkripsi, satu komputer sahaja.").code == 0


def test_a_share_is_refused_whatever_the_reason(
    set_up: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        places, "surroundings", lambda root: Surroundings(str(root), (Mount(str(root.parent), "smb3"),))
    )
    said = set_up("--place-reason", "Ketua menyuruh, pelayan pejabat.")
    assert said.code == 1
    assert "smb3" in said.err
    assert not (tmp_path / "kod.txt").exists()


def test_a_nearly_full_disk_is_told_on_stderr_and_the_command_goes_on(
    set_up: Command, command: Command, password_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up()
    assert (tmp_path / "pejabat" / reserve.NAME).exists()
    assert command("verify", "--password-file", password_file).err == ""
    monkeypatch.setattr(reserve.Reserve, "free", property(lambda _: 600_000_000))
    said = command("verify", "--password-file", password_file)
    assert said.code == 0
    assert "600 MB" in said.err


def test_an_office_that_came_into_a_cloud_is_told_of_on_stderr(
    set_up: Command, command: Command, password_file: Path, request: pytest.FixtureRequest
) -> None:
    set_up()
    request.getfixturevalue("_in_dropbox")
    said = command("session", "list", "--password-file", password_file)
    assert said.code == 0
    assert "Dropbox" in said.err


def test_an_old_vault_copied_back_by_hand_is_told_of_once(
    set_up: Command, command: Command, password_file: Path, tmp_path: Path
) -> None:
    set_up()
    root, kept = tmp_path / "pejabat", tmp_path / "lama"
    kept.mkdir()
    for path in (root / "keyslots.json", *root.glob("vault-*.db")):
        shutil.copy2(path, kept)
    assert command("verify", "--password-file", password_file).err == ""
    shutil.copytree(kept, root, dirs_exist_ok=True)
    said = command("verify", "--password-file", password_file)
    assert said.code == 0
    assert "salinan lama" in said.err
    assert command("verify", "--password-file", password_file).err == ""
