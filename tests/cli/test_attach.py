"""`attach` as a person runs it: pictures and letters put to a visit or a day, listed, carried by a backup."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Said
from tests.pictures import samples

Command = Callable[..., Said]


@pytest.fixture
def planned(command: Command, password_file: Path, tmp_path: Path) -> str:
    """A founded office with one session; gives its reference."""
    code = tmp_path / "kod.txt"
    office = ("--office", "SGR06", "--officer", "Rohani binti Salleh", "--post", "PPK")
    assert command("setup", *office, "--password-file", password_file, "--recovery-out", code).code == 0
    plan = tmp_path / "plan.json"
    day = {"date": "2026-11-24", "place": {"name": "Dewan"}, "hours": {"from": "09:00", "to": "12:00"}}
    plan.write_text(
        json.dumps({"method": {"kind": "existing"}, "number": {"n": 4, "year": 2026}, "days": [day]}), "utf-8"
    )
    assert command("session", "plan", plan, "--password-file", password_file).code == 0
    return "4/2026"


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_pictures_are_attached_and_listed(
    command: Command, planned: str, password_file: Path, tmp_path: Path
) -> None:
    photo = written(tmp_path, "Kaunter pagi.jpg", samples.with_exif())
    letter = written(tmp_path, "surat.pdf", samples.letter(4))
    done = command("attach", planned, photo, letter, "--pages", "2-3", "--password-file", password_file)
    assert (done.code, done.err) == (0, "")
    assert "4/2026: 3." in done.out
    listed = command("attach", "list", planned, "--json", "--password-file", password_file)
    shown = json.loads(listed.out)
    assert [(one["title"], one["page"], one["where"]) for one in shown] == [
        ("Kaunter pagi", 0, "here"),
        ("surat", 2, "here"),
        ("surat", 3, "here"),
    ]
    assert "di sini" in command("attach", "list", planned, "--password-file", password_file).out


def test_what_is_refused_is_said_in_words_and_the_rest_is_attached(
    command: Command, planned: str, password_file: Path, tmp_path: Path
) -> None:
    heic = written(tmp_path, "IMG_1.heic", samples.heic())
    photo = written(tmp_path, "b.jpg", samples.photo())
    done = command("--language", "en", "attach", planned, heic, photo, "--password-file", password_file)
    assert done.code == 1
    assert "IMG_1: This picture is in the phone format HEIC" in done.err
    assert "4/2026: 1." in done.out


def test_a_wrong_use_is_told(command: Command, planned: str, password_file: Path, tmp_path: Path) -> None:
    assert command("attach", planned, "--password-file", password_file).code == 2
    photo = written(tmp_path, "b.jpg", samples.photo())
    assert command("attach", "9/2031", photo, "--password-file", password_file).code == 1
    pages = command("attach", planned, photo, "--pages", "x", "--password-file", password_file)
    assert (pages.code, "1-3,5" in pages.err) == (1, True)
    gone = command("attach", planned, tmp_path / "tiada.jpg", "--password-file", password_file)
    assert (gone.code, "tiada.jpg" in gone.err) == (1, True)
    nothing = command("attach", "list", planned, "--password-file", password_file)
    assert nothing.out.strip() == "Tiada lampiran."


def test_a_restore_says_which_attachments_were_not_beside_the_copy(
    command: Command, planned: str, password_file: Path, tmp_path: Path
) -> None:
    photo = written(tmp_path, "b.jpg", samples.photo())
    assert command("attach", planned, photo, "--password-file", password_file).code == 0
    made = Path(command("backup", "--to", tmp_path / "usb", "--password-file", password_file).out.strip())
    (lying,) = (made.parent / "attachments").iterdir()
    way = ("--code-file", tmp_path / "kod.txt")
    whole = command("restore", made, "--root", tmp_path / "satu", *way)
    assert (whole.code, "Lampiran" in whole.out) == (0, False)
    assert [path.name for path in (tmp_path / "satu" / "attachments").iterdir()] == [lying.name]
    lying.unlink()
    lacking = command("restore", made, "--root", tmp_path / "dua", *way)
    assert (lacking.code, "sandaran: 1." in lacking.out) == (0, True)


def test_fetching_what_is_here_asks_nobody(
    command: Command, planned: str, password_file: Path, tmp_path: Path
) -> None:
    photo = written(tmp_path, "b.jpg", samples.photo())
    assert command("attach", planned, photo, "--password-file", password_file).code == 0
    done = command("attach", "fetch", planned, "--password-file", password_file)
    assert (done.code, "0 daripada 0" in done.out) == (0, True)
    root = tmp_path / "pejabat"
    next((root / "attachments").iterdir()).unlink()
    refused = command("attach", "fetch", planned, "--password-file", password_file)
    assert refused.code == 1
    assert refused.err
