"""The package appears whole or not at all, and is the same bytes for the same records."""

import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from hbp_desktop.domain.errors import NoRoom, Refused
from hbp_desktop.reports import package
from hbp_desktop.reports.package import write_package
from hbp_desktop.reports.words import Words
from tests.reports import samples

WORDS = Words()
FILES = {
    "laporan.pdf",
    "isian-borang.pdf",
    "isian-borang.csv",
    "daftar.xlsx",
    "daftar.csv",
    "laporan.json",
    "manifest.json",
}


def test_the_package_holds_its_files_and_their_digests(tmp_path: Path) -> None:
    made = write_package(samples.data(), tmp_path, WORDS)
    manifest = json.loads((made.folder / "manifest.json").read_bytes())
    assert {path.name for path in made.folder.iterdir()} == FILES
    for file in manifest["files"]:
        held = (made.folder / file["name"]).read_bytes()
        assert (len(held), hashlib.sha256(held).hexdigest()) == (file["bytes"], file["sha256"])
    with zipfile.ZipFile(made.zip) as packed:
        assert {Path(name).name for name in packed.namelist()} == FILES
        assert packed.testzip() is None
    assert made.zip.name == "pakej-laporan-SGR06-2026-4-v2.zip"


def test_the_same_records_give_the_same_zip(tmp_path: Path) -> None:
    first = write_package(samples.data(), tmp_path / "a", WORDS)
    second = write_package(samples.data(), tmp_path / "b", WORDS)
    assert first.zip.read_bytes() == second.zip.read_bytes()


def test_making_it_again_in_the_same_folder_changes_nothing(tmp_path: Path) -> None:
    first = write_package(samples.data(), tmp_path, WORDS)
    again = write_package(samples.data(), tmp_path, WORDS)
    assert again == first
    assert len(list(tmp_path.iterdir())) == 2


def test_another_package_of_that_name_is_never_overwritten(tmp_path: Path) -> None:
    first = write_package(samples.data(), tmp_path, WORDS)
    held = first.zip.read_bytes()
    other = write_package(samples.data(samples.tidy_visits()[1:]), tmp_path, WORDS)
    assert other.zip.name == "pakej-laporan-SGR06-2026-4-v2-2.zip"
    assert first.zip.read_bytes() == held


def test_a_package_with_names_says_so_and_names_no_one(tmp_path: Path) -> None:
    made = write_package(samples.data(names=True, mark=""), tmp_path, WORDS)
    assert made.folder.name == "pakej-laporan-SGR06-2026-4-v2-bernama-TERHAD"


def test_progress_only_rises_and_ends(tmp_path: Path) -> None:
    steps: list[tuple[int, int, str]] = []
    write_package(samples.data(), tmp_path, WORDS, lambda *step: steps.append(step))
    done = [step[0] for step in steps]
    assert done == sorted(done)
    assert steps[-1] == (100, 100, "Siap")


@pytest.mark.parametrize("after", [0, 1, 5, 9, 11, 13])
def test_a_cancelled_package_leaves_nothing(after: int, tmp_path: Path) -> None:
    seen: list[int] = []

    def cancelled() -> bool:
        seen.append(1)
        return len(seen) > after

    with pytest.raises(Refused) as refused:
        write_package(samples.data(), tmp_path, WORDS, None, cancelled)
    assert refused.value.code == "package_cancelled"
    assert list(tmp_path.iterdir()) == []


def test_what_fails_while_placing_leaves_nothing(tmp_path: Path) -> None:
    def placing() -> None:
        raise Refused("device_not_admitted")

    with pytest.raises(Refused):
        write_package(samples.data(), tmp_path, WORDS, placing=placing)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said_in_words_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(package, "_write", full)
    with pytest.raises(NoRoom):
        write_package(samples.data(), tmp_path, WORDS)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(Refused) as refused:
        write_package(samples.data(), tmp_path / "out", WORDS)
    assert refused.value.code == "package_folder_is_file"


def test_a_session_without_number_and_hostile_office_still_has_a_name(tmp_path: Path) -> None:
    office = samples.OFFICE.__class__(name="x", short="x", code="../..")
    made = write_package(samples.data(session=samples.session(n=0), office=office), tmp_path, WORDS)
    assert made.folder.parent == tmp_path
    assert made.folder.name == "pakej-laporan-------ssssssss-v2"
