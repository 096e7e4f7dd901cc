"""S1 through the commands, and what they refuse."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hbp_desktop.cli import is_for_window, root_in, run
from hbp_desktop.resources import resource
from tests.cli.conftest import Said

Command = Callable[..., Said]
PLAN = resource("samples", "session.json")
REGISTER = resource("samples", "register-hulu-langat-2026-11-24.csv")
KUCHING = Path(__file__).parent.parent / "data" / "registers"


@pytest.fixture
def founded(command: Command, password_file: Path, tmp_path: Path) -> Command:
    """Found PKMD Hulu Langat and plan the sample session; every command then opens with the password."""
    said = command(
        *("setup", "--office", "sgr06", "--officer", "Pn. Rohani binti Salleh"),
        *("--password-file", password_file, "--recovery-out", tmp_path / "kod.txt"),
    )
    assert said.code == 0, said.err

    def opened(*arguments: object) -> Said:
        return command(*arguments, "--password-file", password_file)

    assert opened("session", "plan", PLAN).code == 0
    return opened


def test_an_ordinary_morning_from_setup_to_report(founded: Command, tmp_path: Path) -> None:
    imported = founded("record", "import", "4/2026", REGISTER)
    assert imported.code == 0
    assert "31 kunjungan dan 40 urusan" in imported.out
    assert founded("report", "4/2026", "--out", tmp_path / "laporan").code == 0
    report = json.loads(next((tmp_path / "laporan").glob("*/laporan.json")).read_text(encoding="utf-8"))
    headline = {row["keys"][0]: row["count"] for row in report["figures"]["headline"]["rows"]}
    assert (headline["clients"], headline["matters"]) == (31, 40)
    assert report["due"] == "2026-12-01"
    kinds = {row["keys"][0]: row["count"] for row in report["figures"]["kind"]["rows"]}
    assert kinds == {"aduan": 9, "cadangan": 4, "pertanyaan": 12, "perkhidmatan": 15}
    assert founded("verify").code == 0
    found = json.loads(founded("search", "rokiah hamid", "--json").out)
    assert [one["identity"] for one in found] == ["870321-41-****"]


def test_importing_twice_brings_nothing_new(founded: Command) -> None:
    founded("record", "import", "4/2026", REGISTER)
    again = founded("record", "import", "4/2026", REGISTER)
    assert again.code == 0
    assert "Tiada yang baharu" in again.out


def test_a_wild_register_imports_nothing_until_its_bad_lines_are_left_out(founded: Command) -> None:
    wild = KUCHING / "register-wild.csv"
    refused = founded("record", "import", "4/2026", wild)
    assert refused.code == 1
    assert "--skip-bad" in refused.err
    assert json.loads(founded("search", "a", "--json").out) == []
    chosen = founded("record", "import", "4/2026", wild, "--skip-bad")
    assert chosen.code == 0
    assert "63 urusan" in chosen.out


def test_a_dry_run_writes_nothing(founded: Command) -> None:
    said = founded("record", "import", "4/2026", REGISTER, "--dry-run", "--json")
    assert json.loads(said.out)["totals"]["matters"] == 40
    assert json.loads(founded("search", "rokiah", "--json").out) == []


def test_sessions_are_listed_and_shown(founded: Command) -> None:
    listed = json.loads(founded("session", "list", "--json").out)
    assert [one["ref"] for one in listed] == ["4/2026"]
    shown = founded("session", "show", listed[0]["id"][:8])
    assert "Selasa, 24 November 2026" in shown.out
    assert founded("session", "show", "9/2026").code == 1


def test_the_recovery_code_is_for_this_account_alone(founded: Command, tmp_path: Path) -> None:
    assert (tmp_path / "kod.txt").stat().st_mode & 0o077 == 0
    assert len((tmp_path / "kod.txt").read_text(encoding="utf-8").strip().split("-")) == 9


def test_a_number_used_twice_is_told_and_each_session_keeps_a_reference(founded: Command) -> None:
    again = founded("session", "plan", PLAN)
    assert again.code == 0
    assert "Bil. 4/2026 sudah digunakan" in again.err
    several = founded("session", "show", "4/2026")
    assert several.code == 1
    references = [one["ref"] for one in json.loads(founded("session", "list", "--json").out)]
    assert len(set(references)) == 2
    for reference in references:
        assert reference in several.err
        assert founded("session", "show", reference).code == 0


def test_a_folder_that_cannot_be_made_is_refused_in_words(founded: Command, tmp_path: Path) -> None:
    for name in ("n" * 300, "fail/dalam"):
        (tmp_path / "fail").touch()
        refused = founded("report", "4/2026", "--out", tmp_path / name)
        assert refused.code == 1
        assert "Pilih folder" in refused.err


@pytest.mark.parametrize("name", ["n" * 300, "fail", "fail/dalam"])
def test_the_demonstration_refuses_a_folder_it_cannot_make(
    command: Command, tmp_path: Path, name: str
) -> None:
    (tmp_path / "fail").write_text("tetap", encoding="utf-8")
    refused = command("demo", "--headless", "--out", tmp_path / name)
    assert refused.code == 1
    assert "--out" in refused.err
    assert (tmp_path / "fail").read_text(encoding="utf-8") == "tetap"


def test_setup_never_replaces_an_office(
    founded: Command, command: Command, password_file: Path, tmp_path: Path
) -> None:
    again = command(
        *("setup", "--office", "SGR06", "--officer", "Lain", "--password-file", password_file),
        *("--recovery-out", tmp_path / "lain.txt"),
    )
    assert again.code == 1
    assert not (tmp_path / "lain.txt").exists()


def test_a_wrong_password_is_refused_in_words(founded: Command, command: Command, tmp_path: Path) -> None:
    wrong = tmp_path / "salah.txt"
    wrong.write_text("bukan ini\n", encoding="utf-8")
    said = command("--language", "en", "verify", "--password-file", wrong)
    assert said.code == 1
    assert "password" in said.err


def test_an_officer_is_named_as_people_type_names(founded: Command, tmp_path: Path) -> None:
    assert founded("session", "list", "--officer", "pn. rohani  BINTI salleh").code == 0
    said = founded("session", "list", "--officer", "Encik Tan")
    assert (said.code, "Encik Tan" in said.err) == (1, True)


def test_lost_slots_are_told_from_no_office(founded: Command, tmp_path: Path) -> None:
    (tmp_path / "pejabat" / "keyslots.json").unlink()
    for named in ((), ("--officer", "Pn. Rohani binti Salleh")):
        said = founded("session", "list", *named)
        assert (said.code, "keyslots.json" in said.err) == (1, True)


@pytest.mark.parametrize("arguments", [("restore", "a" * 300), ("--root", "a" * 300, "session", "list")])
def test_a_path_the_system_refuses_is_told_in_words(
    command: Command, password_file: Path, arguments: tuple[str, ...]
) -> None:
    said = command(*arguments, "--password-file", password_file)
    assert (said.code, said.out) == (1, "")
    assert "aaa" in said.err
    assert "Semak nama" in said.err


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("{", "1"),
        ("[]", ""),
        ('{"days": 7}', "hari"),
        ('{"method": {"kind": "existing"}, "days": [{"date": "2026-02-31"}]}', "hari 1, tarikh"),
        ('{"warna": "biru"}', "warna"),
    ],
)
def test_a_bad_plan_is_refused_with_its_place(
    founded: Command, tmp_path: Path, content: str, place: str
) -> None:
    plan = tmp_path / "plan.json"
    plan.write_text(content, encoding="utf-8")
    said = founded("session", "plan", plan)
    assert said.code == 1
    assert place in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    "arguments",
    [["merapu"], ["session", "plan"], ["search"], ["report", "4/2026"], ["--language", "fr", "verify"]],
)
def test_wrong_usage_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert capsys.readouterr().err


def test_without_a_command_the_window_opens() -> None:
    assert is_for_window([])
    assert is_for_window(["--root", "x", "--language=en"])
    assert root_in(["--language", "en", "--root=x"]) == "x"
    assert not is_for_window(["--root", "x", "verify"])
    assert not is_for_window(["--root"])


@pytest.mark.parametrize("language", ["ms", "en"])
def test_help_speaks_both_languages(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--language", language, "--help"]) == 0
    words = {"ms": "hari pelanggan", "en": "client days"}[language]
    assert words in capsys.readouterr().out
