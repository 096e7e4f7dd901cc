"""Files that are not what was written: each refused in words, nothing replaced, never a traceback."""

import json
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from hbp_desktop.cli import run
from hbp_desktop.config import Paths
from hbp_desktop.domain.canonical import dump
from hbp_desktop.domain.errors import HbpError
from hbp_desktop.store.engine import connect
from hbp_desktop.usecases.wording import all_texts
from tests.conftest import PASSWORD, Office
from tests.faults.disks import make_read_only, small_disk
from tests.faults.test_kills import report_of


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 3 // 5])


def _truncate_in_a_page(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1000])


def _replace_by_another(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 400)


def _replace_by_plain(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE visits (id TEXT)")


def _replace_by_another_of_ours(path: Path) -> None:
    path.unlink()
    connect(path, b"k" * 32, "rwc").close()


def _newer(path: Path) -> None:
    path.write_bytes(dump(json.loads(path.read_text("utf-8")) | {"v": 99}) + b"\n")


def _not_json(path: Path) -> None:
    path.write_text('{"v": 1, "vault": ', "utf-8")


def _gone(path: Path) -> None:
    path.unlink()


VAULTS: dict[str, tuple[Callable[[Path], None], set[str]]] = {
    "empty": (_empty, {"vault_empty"}),
    "truncated": (_truncate, {"vault_damaged"}),
    "truncated in a page": (_truncate_in_a_page, {"vault_damaged"}),
    "another file": (_replace_by_another, {"vault_wrong_key"}),
    "plain": (_replace_by_plain, {"vault_plain"}),
    "another vault": (_replace_by_another_of_ours, {"vault_wrong_key", "vault_empty"}),
    "gone": (_gone, {"vault_missing"}),
}
SLOTS: dict[str, tuple[Callable[[Path], None], set[str]]] = {
    "empty": (_empty, {"slots_damaged"}),
    "truncated": (_truncate, {"slots_damaged"}),
    "another file": (_replace_by_another, {"slots_damaged"}),
    "not whole": (_not_json, {"slots_damaged"}),
    "newer": (_newer, {"slots_newer"}),
    "gone": (_gone, {"vault_without_slots"}),
}


def vault_of(paths: Paths) -> Path:
    return next(path for path in paths.root.iterdir() if path.name.endswith(".db"))


def files_of(paths: Paths) -> dict[str, bytes]:
    noted = ("attempts.json", "-wal", "-shm", ".lock")
    found = [path for path in paths.root.iterdir() if path.is_file() and not path.name.endswith(noted)]
    return {path.name: path.read_bytes() for path in found}


def open_and_check(office: Office) -> None:
    opened = office.unlock()
    try:
        opened.vault.check()
    finally:
        opened.close()


def told(act: Callable[[], object]) -> str:
    """Give the code an act was refused with; both languages have its sentence."""
    with pytest.raises(HbpError) as refused:
        act()
    row = all_texts()[refused.value.code]
    assert row["ms"] != row["en"]
    return refused.value.code


@pytest.mark.parametrize("kind", VAULTS)
def test_a_spoilt_vault_is_refused_in_words_and_left_as_it_is(kind: str, founded: Office) -> None:
    spoil, codes = VAULTS[kind]
    spoil(vault_of(founded.paths))
    before = files_of(founded.paths)
    assert told(lambda: open_and_check(founded)) in codes
    if kind != "truncated in a page":  # its pages are whole enough to be opened and written to
        assert files_of(founded.paths) == before


@pytest.mark.parametrize("kind", SLOTS)
def test_spoilt_slots_are_refused_in_words_and_left_as_they_are(kind: str, founded: Office) -> None:
    spoil, codes = SLOTS[kind]
    spoil(founded.paths.keyslots)
    before = files_of(founded.paths)
    assert told(founded.unlock) in codes
    assert files_of(founded.paths) == before


@pytest.mark.parametrize(
    ("file", "kind"), [("vault", kind) for kind in VAULTS] + [("slots", kind) for kind in SLOTS]
)
def test_the_command_line_says_so_without_a_traceback(
    file: str,
    kind: str,
    founded: Office,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    spoil = (VAULTS if file == "vault" else SLOTS)[kind][0]
    spoil(vault_of(founded.paths) if file == "vault" else founded.paths.keyslots)
    (tmp_path / "kata").write_text(PASSWORD, "utf-8")
    code = run(["--root", str(founded.paths.root), "verify", "--password-file", str(tmp_path / "kata")])
    out, err = capsys.readouterr()
    assert code == 1
    assert (out + err).strip()
    assert "Traceback" not in out + err


@pytest.mark.skipif(sys.platform != "linux", reason="NOT SEEN HERE: a read-only disk")
def test_a_read_only_disk_is_told_and_everything_is_still_there(founded: Office, tmp_path: Path) -> None:
    with small_disk(tmp_path / "cakera", 8_000_000) as disk:
        root = shutil.copytree(founded.paths.root, disk / "pejabat é 県")
        office = replace(founded, paths=Paths.at(root))
        before = files_of(office.paths)
        make_read_only(disk)
        assert told(office.unlock) in ("vault_not_writable", "folder_not_writable")
        assert files_of(office.paths) == before
        assert "Traceback" not in all_texts()["vault_not_writable"]["en"]


@pytest.mark.parametrize("name", ["é ü ñ", "県庁 日本", "pejabat 'satu' %20 #?&", "emoji 🗂", "a" * 200])
def test_a_folder_of_any_name_will_do(name: str, founded: Office, tmp_path: Path) -> None:
    root = shutil.copytree(founded.paths.root, tmp_path / name)
    open_and_check(replace(founded, paths=Paths.at(root)))


def test_of_flipped_bits_none_is_silent(tmp_path: Path) -> None:
    report = report_of("flips", tmp_path, "--flips", "60")
    assert report["wrong"] == []
    assert sum(report["came_of_it"]["vault"].values()) >= 40
    assert any(came.startswith("found") for came in report["came_of_it"]["vault"])


def test_a_file_without_cipher_and_journal_lets_flips_pass(tmp_path: Path) -> None:
    assert report_of("flips", tmp_path, "--flips", "60", "--control")["wrong"]
