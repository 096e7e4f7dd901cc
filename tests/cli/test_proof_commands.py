"""verify --against, audit export and report sign, as a person runs them."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hbp_desktop.resources import resource
from tests.cli.conftest import Said

Command = Callable[..., Said]
OFFICER = "Pn. Rohani binti Salleh"


@pytest.fixture
def founded(command: Command, password_file: Path, tmp_path: Path) -> Command:
    """An office with the sample day imported."""
    said = command(
        *("setup", "--office", "SGR06", "--officer", OFFICER, "--password-file", password_file),
        *("--recovery-out", tmp_path / "kod.txt"),
    )
    assert said.code == 0, said.err

    def opened(*arguments: object) -> Said:
        return command(*arguments, "--password-file", password_file)

    assert opened("session", "plan", resource("samples", "session.json")).code == 0
    register = resource("samples", "register-hulu-langat-2026-11-24.csv")
    assert opened("record", "import", "4/2026", register).code == 0
    return opened


def test_a_file_alone_claims_nothing_about_elsewhere(founded: Command) -> None:
    said = json.loads(founded("verify", "--json").out)
    assert (said["ok"], said["problems"], said["anchored_until"]) == (True, [], None)
    assert said["entries"] > 70
    assert "hanya fail ini" in founded("verify").out


def test_a_report_package_and_the_code_printed_on_it_vouch_for_the_chain(
    founded: Command, tmp_path: Path
) -> None:
    assert founded("report", "4/2026", "--out", tmp_path / "laporan").code == 0
    (file,) = (tmp_path / "laporan").glob("*/laporan.json")
    code = json.loads(file.read_text(encoding="utf-8"))["chain_code"]
    for against in (file, code):
        said = json.loads(founded("verify", "--against", against, "--json").out)
        assert said["ok"]
        assert said["anchored_until"]
        assert [one["standing"] for one in said["compared"]] == ["held"]
    assert json.loads(founded("verify", "--json").out)["anchored_until"] == said["anchored_until"]


def test_a_code_of_other_content_is_a_problem_with_chain_and_seq(founded: Command, tmp_path: Path) -> None:
    from hbp_desktop.domain.proof import ChainCode, read_code

    founded("report", "4/2026", "--out", tmp_path)
    (file,) = tmp_path.glob("*/laporan.json")
    said = json.loads(file.read_text(encoding="utf-8"))
    chain, seq = said["heads"][0]["chain"], read_code(said["chain_code"]).seq
    other = ChainCode.of(chain, seq, bytes(32)).text()
    found = founded("verify", "--against", other, "--json")
    assert found.code == 1
    told = json.loads(found.out)
    assert not told["ok"]
    assert f"{chain}:{seq}" in told["problems"][0]


def test_a_wrong_against_is_refused_in_words(founded: Command, tmp_path: Path) -> None:
    for against in (tmp_path / "tiada.json", "BUKAN-KOD", "hbp-head," + "a" * 400):
        refused = founded("verify", "--against", against)
        assert refused.code == 1
        assert "Traceback" not in refused.err
        assert refused.err.strip()


def test_the_audit_trail_is_taken_out_as_csv_and_json(founded: Command, tmp_path: Path) -> None:
    days = ("--from", "2000-01-01", "--to", "2099-12-31")
    for name in ("jejak.csv", "jejak.json"):
        done = founded("audit", "export", *days, "--out", tmp_path / name)
        assert done.code == 0, done.err
        assert founded("verify", "--against", tmp_path / name).code == 0
    said = json.loads((tmp_path / "jejak.json").read_text(encoding="utf-8"))
    whats = [line["what"] for line in said["lines"]]
    assert "unlock.password" in whats
    assert whats[-1] == "export.audit"
    assert {line["officer"] for line in said["lines"]} == {OFFICER}
    assert said["heads"]
    rows = list(csv.reader((tmp_path / "jejak.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0][:3] == ["time", "clock_in_doubt", "officer"]
    assert rows[-1][0] == "hbp-head"
    both = (tmp_path / "jejak.csv").read_text("utf-8") + (tmp_path / "jejak.json").read_text("utf-8")
    for personal in ("Rokiah", "870321", "Cempaka", "014-000 1700"):
        assert personal not in both
    again = founded("audit", "export", *days, "--out", tmp_path / "jejak.csv")
    assert again.code == 1


@pytest.mark.parametrize(
    "more",
    [("--from", "2026-11-25", "--to", "2026-11-24"), ("--from", "semalam", "--to", "2026-11-24")],
)
def test_days_that_make_no_sense_are_refused(founded: Command, more: tuple[str, ...]) -> None:
    refused = founded("audit", "export", *more)
    assert refused.code == 1
    assert refused.err.strip()


def test_the_report_is_signed_in_order(founded: Command, tmp_path: Path) -> None:
    early = founded("report", "sign", "4/2026", "--step", "check", "--officer", OFFICER)
    assert early.code == 1
    assert "belum ditandatangani" in early.err
    for step, word in (("prepare", "Disediakan"), ("check", "Disemak"), ("approve", "Diluluskan")):
        signed = founded("report", "sign", "4/2026", "--step", step, "--officer", OFFICER)
        assert signed.code == 0, signed.err
        assert word in signed.out
    assert founded("report", "4/2026", "--out", tmp_path / "pakej").code == 0
    (file,) = (tmp_path / "pakej").glob("*/laporan.json")
    assert [one["step"] for one in json.loads(file.read_text("utf-8"))["signatures"]] == [
        "prepare", "check", "approve",
    ]  # fmt: skip
