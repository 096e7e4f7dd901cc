"""`state-office …` as people run it: made, served, codes handed out, laptops confirmed, the state's say."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from hbp_desktop.domain import enrol_code
from hbp_desktop.domain.signing import public_key
from hbp_desktop.sync.enrolling import Enrol, write_enrol
from tests.cli.conftest import Said

Command = Callable[..., Said]
SECRET = bytes(range(32))
DEVICE = public_key(SECRET).hex()


@pytest.fixture
def state(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run `state-office` in a folder of its own, where nothing is yet."""
    (tmp_path / "negeri").mkdir()
    monkeypatch.chdir(tmp_path / "negeri")

    def call(*arguments: object, language: str = "en") -> Said:
        return command("--language", language, "state-office", *arguments)

    return call


@pytest.fixture
def made(state: Command) -> Command:
    """A state office that was made."""
    assert state("init").code == 0
    return state


def enrol(url: str, code: str, founding: str = "ab" * 32, secret: bytes = SECRET) -> int:
    """Enrol as a laptop does; gives the status."""
    device = public_key(secret).hex()
    asked = Enrol(code, device, f"Komputer {device[:4]}", "SGR06", founding, "11" * 16, 1_795_500_000)
    return httpx.post(f"{url}/v1/enrol", content=write_enrol(asked, secret)).status_code


@contextmanager
def served(folder: Path, *more: str) -> Iterator[str]:
    """Run the real program until the block is left; gives the URL it printed."""
    argv = [sys.executable, "-m", "hbp_desktop", "state-office", "serve", "--port", "0", *more]
    environment = os.environ | {"HBP_LANGUAGE": "en"}
    with subprocess.Popen(
        argv, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        found = re.search(r"http\S+", process.stdout.readline())
        try:
            assert found, process.communicate()
            yield found[0]
        finally:
            process.send_signal(signal.SIGTERM)
            out, _ = process.communicate(timeout=60)
    assert (process.returncode, out.strip()) == (0, "Stopped.")


def test_init_makes_database_and_key_and_says_where_the_key_is(state: Command) -> None:
    first, again = state("init"), state("init")
    assert (first.code, again.code) == (0, 0)
    assert "A new key was made: state.db.key" in first.out
    assert "Key: state.db.key" in again.out
    assert "made" not in again.out
    assert Path("state.db.key").stat().st_mode & 0o777 == 0o600
    assert Path("state.db").stat().st_mode & 0o777 == 0o600


def test_init_takes_the_key_file_that_is_named(state: Command) -> None:
    place = ("--database", "sqlite:///lain.db", "--key-file", "kunci")
    said = state("init", *place, "--name", "JKM  Negeri", "--json")
    told = json.loads(said.out)
    assert (told["name"], told["key_file"], told["key_made"]) == ("JKM Negeri", "kunci", True)
    assert sorted(path.name for path in Path().iterdir()) == ["kunci", "lain.db", "lain.db.lock"]
    assert state("status", *place).code == 0


def test_a_database_whose_key_is_lost_gets_no_new_one(made: Command) -> None:
    Path("state.db.key").rename("di tempat lain")
    for argument in ("init", "status"):
        said = made(argument)
        assert (said.code, said.out) == (1, "")
        assert "key" in said.err
    assert not Path("state.db.key").exists()
    assert made("status", "--key-file", "di tempat lain").code == 0


def test_without_init_every_command_says_what_to_do(state: Command) -> None:
    for arguments in (
        ["serve", "--port", "0"],
        ["enrol-code", "--office", "SGR06"],
        ["devices"],
        ["confirm", "--all"],
        ["status"],
    ):
        said = state(*arguments)
        assert (said.code, said.out) == (1, "")
        assert "state-office init" in said.err
    assert list(Path().iterdir()) == []


def test_a_code_stands_alone_on_the_last_line(made: Command) -> None:
    said = made("enrol-code", "--office", "sgr06")
    code = said.out.splitlines()[-1]
    assert enrol_code.read(code) == code
    assert made("enrol-code", "--office", "SGR06").out.splitlines()[-1] != code
    unknown = made("enrol-code", "--office", "XYZ99")
    assert (unknown.code, unknown.out) == (1, "")


def test_an_address_for_others_needs_a_certificate(made: Command) -> None:
    said = made("serve", "--host", "0.0.0.0", "--port", "0")
    assert (said.code, said.out) == (1, "")
    assert "--tls-cert" in said.err
    assert made("serve", "--tls-cert", "sijil.pem").code == 2


@pytest.mark.parametrize("url", ["apa-apa", "mysql://u@h/d", "sqlite://", "postgresql://u:rahsia@h/d"])
def test_a_url_that_is_none_or_carries_a_password_is_refused_without_repeating_it(
    state: Command, url: str
) -> None:
    for command in ("init", "status"):
        said = state(command, "--database", url)
        assert (said.code, said.out) == (1, "")
        assert "rahsia" not in said.err
    assert list(Path().iterdir()) == []


def test_a_laptop_enrols_with_the_program_as_it_is_served_and_is_confirmed(made: Command) -> None:
    code = made("enrol-code", "--office", "SGR06").out.splitlines()[-1]
    with served(Path()) as url:
        assert httpx.get(f"{url}/ready").status_code == 200
        assert enrol(url, code) == 200
        assert enrol(url, code, secret=bytes(32)) == 403
    assert "waits to be confirmed" in made("devices").out
    (one,) = json.loads(made("devices", "--json").out)
    assert (one["key"], one["office"], one["state"]) == (DEVICE, "SGR06", "waiting")
    wrong = made("confirm", DEVICE[:8], "--words", "satu dua tiga empat lima enam")
    assert (wrong.code, wrong.out) == (1, "")
    done = made("confirm", DEVICE[:8], "--words", one["six_words"].upper())
    assert (done.code, one["six_words"] in done.out) == (0, True)
    assert made("grant", one["name"], "state", "--names-until", "31/12/2199").code == 0
    (one,) = json.loads(made("devices", "--json").out)
    assert (one["grant"], one["names_until"]) == ("state", "2199-12-31")
    assert made("grant", one["name"], "own").code == 0
    assert made("revoke", one["name"]).code == 0
    (one,) = json.loads(made("devices", "--json").out)
    assert (one["state"], one["grant"], one["names_until"]) == ("revoked", "none", None)


def test_confirming_all_confirms_whom_it_may_and_tells_of_the_others(made: Command) -> None:
    codes = [made("enrol-code", "--office", "SGR06").out.splitlines()[-1] for _ in range(3)]
    secrets = [bytes([number]) * 32 for number in range(3)]
    with served(Path()) as url:
        for code, secret, founding in zip(codes, secrets, ("ab", "ab", "cd"), strict=True):
            assert enrol(url, code, founding * 32, secret) == 200
    said = made("confirm", "--all")
    assert (said.code, said.out.count("Confirmed")) == (1, 2)
    assert "another founding" in said.err
    other = public_key(secrets[2]).hex()[:10]
    assert made("confirm", other).code == 1
    assert made("confirm", other, "--accept-founding").code == 0
    assert "No laptop waits" in made("confirm", "--all").out


def test_wrong_usage_is_told_as_such(made: Command) -> None:
    for arguments in (
        ["confirm"],
        ["confirm", "sesuatu", "--all"],
        ["grant", "sesuatu"],
        ["calendar", "2026-12-11", "--note", "x", "--all"],
        ["calendar", "2026-12-11", "--free", "--note", "x"],
        ["reply", "SGR06"],
    ):
        assert made(*arguments).code == 2
    for arguments in (
        ["grant", "sesuatu", "own"],
        ["revoke", "sesuatu"],
        ["confirm", "sesuatu"],
        ["calendar", "2026-12-11", "--free", "--note", "Cuti", "--office", "SGR06"],
        ["reply", "SGR06", "SGR06-XXXX-22222", "--status", "settled"],
    ):
        said = made(*arguments)
        assert (said.code, bool(said.err), said.out) == (1, True, "")


def test_status_is_told_in_both_languages_and_as_json(made: Command) -> None:
    assert made("status", language="ms").out != ""
    told = json.loads(made("status", "--json").out)
    assert (told["offices"], told["late"], told["waiting_to_be_projected"]) == ([], [], 0)
    assert told["storage"]["kind"] == "sqlcipher"
