"""Joining by the commands alone: three laptops, each in a folder of its own."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hbp_desktop.cli import run
from hbp_desktop.resources import resource
from hbp_desktop.usecases.fingerprints import six_words
from tests.cli.conftest import Said

At = Callable[..., Said]
REGISTER = resource("samples", "register-hulu-langat-2026-11-24.csv")
PLAN = resource("samples", "session.json")


@pytest.fixture
def at(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> At:
    """Run a command on the laptop of a name."""

    def call(laptop: str, *arguments: object) -> Said:
        capsys.readouterr()
        code = run(["--root", str(tmp_path / laptop), *map(str, arguments)])
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return call


@pytest.fixture
def office(at: At, password_file: Path, tmp_path: Path) -> At:
    """Found the office on the laptop `satu`; every command then opens with the password."""

    def opened(laptop: str, *arguments: object) -> Said:
        return at(laptop, *arguments, "--password-file", password_file)

    founded = ("setup", "--office", "SGR06", "--officer", "Rohani binti Salleh")
    assert opened("satu", *founded, "--recovery-out", tmp_path / "kod-satu.txt").code == 0
    return opened


def ask(office: At, laptop: str, officer: str, folder: Path) -> Said:
    return office(
        laptop,
        *("setup", "--join", folder / f"{laptop}.minta", "--officer", officer),
        *("--recovery-out", folder / f"kod-{laptop}.txt"),
    )


def words_in(said: Said, of: str = "") -> str:
    lines = [line for line in said.out.splitlines() if ": " in line and "nam perkataan" in line]
    line = next(line for line in lines if of in line)
    return line.rpartition(": ")[2]


def test_a_laptop_joins_by_three_commands_and_the_words_agree(office: At, tmp_path: Path) -> None:
    asked = ask(office, "dua", "Hafiz Ismail", tmp_path)
    assert asked.code == 0, asked.err
    assert "menunggu" in asked.out
    admitted = office("satu", "device", "admit", tmp_path / "dua.minta", "--out", tmp_path / "dua.benar")
    assert admitted.code == 0, admitted.err
    assert words_in(admitted) == words_in(asked)
    assert six_words().read(words_in(asked))
    waiting = office("dua", "session", "list")
    assert waiting.code == 1
    assert "menunggu kebenaran" in waiting.err
    done = office("dua", "setup", "--admission", tmp_path / "dua.benar")
    assert done.code == 0, done.err
    assert words_in(done, "pejabat") == words_in(admitted, "pejabat") != words_in(asked)
    assert office("dua", "verify").code == 0
    officers = json.loads(office("dua", "officer", "list", "--json").out)
    assert {one["name"] for one in officers} == {"Rohani binti Salleh", "Hafiz Ismail"}
    listed = json.loads(office("dua", "device", "list", "--json").out)
    assert [(one["state"], one["this"]) for one in listed] == [("admitted", True), ("admitted", False)]
    assert listed[0]["six_words"] == words_in(asked)


def test_two_founded_laptops_and_a_newcomer_become_one_office(office: At, tmp_path: Path) -> None:
    alone = ("setup", "--office", "SGR06", "--officer", "Hafiz Ismail")
    assert office("dua", *alone, "--recovery-out", tmp_path / "kod-dua.txt").code == 0
    assert office("dua", "session", "plan", PLAN).code == 0
    assert office("dua", "record", "import", "4/2026", REGISTER).code == 0
    asked = office("dua", "setup", "--join", tmp_path / "dua.minta")
    assert asked.code == 0, asked.err
    refs = [one["ref"] for one in json.loads(office("dua", "search", "rokiah", "--json").out)]
    wrong = office("satu", "device", "admit", tmp_path / "dua.minta", "--out", tmp_path / "x", "--words", "a")
    assert wrong.code == 1
    assert not (tmp_path / "x").exists()
    admitted = office(
        *("satu", "device", "admit", tmp_path / "dua.minta", "--out", tmp_path / "dua.benar"),
        *("--words", words_in(asked)),
    )
    assert admitted.code == 0, admitted.err
    assert office("dua", "setup", "--admission", tmp_path / "dua.benar").code == 0
    assert office("dua", "verify").code == 0
    assert [one["ref"] for one in json.loads(office("dua", "search", "rokiah", "--json").out)] == refs
    ask(office, "tiga", "Aisyah Mohd Nor", tmp_path)
    refused = office("dua", "device", "admit", tmp_path / "tiga.minta", "--out", tmp_path / "t")
    assert refused.code == 1  # who founded alone administers no longer
    assert office("satu", "device", "admit", tmp_path / "tiga.minta", "--out", tmp_path / "t").code == 0
    wrong_laptop = office("dua", "setup", "--admission", tmp_path / "t")
    assert wrong_laptop.code == 1
    assert "komputer lain" in wrong_laptop.err
    assert office("tiga", "setup", "--admission", tmp_path / "t").code == 0
    again = office("tiga", "setup", "--admission", tmp_path / "t")
    assert again.code == 1
    assert "sudah menjadi sebahagian" in again.err
    assert len(json.loads(office("tiga", "device", "list", "--json").out)) == 3


def test_a_waiting_laptop_writes_the_same_request_again(office: At, tmp_path: Path) -> None:
    asked = ask(office, "dua", "Hafiz Ismail", tmp_path)
    again = office("dua", "setup", "--join", tmp_path / "lagi.minta")
    assert again.code == 0, again.err
    assert words_in(again) == words_in(asked)
    assert (tmp_path / "lagi.minta").read_bytes() == (tmp_path / "dua.minta").read_bytes()
    assert not (tmp_path / "kod-lagi.txt").exists()


def test_a_laptop_is_revoked_by_name_and_the_list_says_so(office: At, tmp_path: Path) -> None:
    ask(office, "dua", "Hafiz Ismail", tmp_path)
    said = office("satu", "device", "admit", tmp_path / "dua.minta", "--out", tmp_path / "b", "--json")
    key = json.loads(said.out)["key"]
    assert office("satu", "device", "revoke", key[:8]).code == 1  # a reason is needed
    revoked = office("satu", "device", "revoke", key[:8], "--reason", "hilang di teksi")
    assert revoked.code == 0, revoked.err
    listed = json.loads(office("satu", "device", "list", "--json").out)
    assert next(one for one in listed if one["key"] == key)["state"] == "revoked"
    late = office("satu", "device", "admit", tmp_path / "dua.minta", "--out", tmp_path / "c")
    assert late.code == 1
    assert "digugurkan" in late.err


def test_what_is_missing_is_said_as_wrong_usage(at: At, password_file: Path, tmp_path: Path) -> None:
    said = at("baharu", "setup", "--password-file", password_file, "--join", tmp_path / "r")
    assert said.code == 2
    assert "--officer" in said.err
    assert "--recovery-out" in said.err
    assert at("baharu", "setup", "--join", "r", "--admission", "a").code == 2
    nothing = at("baharu", "setup", "--admission", tmp_path / "r", "--password-file", password_file)
    assert nothing.code == 1


@pytest.mark.parametrize("content", [b"", b"x" * 300_000, b"hbp-request", b"\x00\xff", b"{}"])
def test_a_file_that_is_no_request_is_refused_in_words(office: At, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "f").write_bytes(content)
    for command in (("device", "admit", tmp_path / "f", "--out", tmp_path / "o"),):
        said = office("satu", *command)
        assert said.code == 1
        assert said.err.strip()
        assert "Traceback" not in said.err
    said = office("satu", "setup", "--admission", tmp_path / "f")
    assert said.code == 1
    assert not (tmp_path / "o").exists()
