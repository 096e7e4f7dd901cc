"""`officer …` as people run it: lists, roles, acting, retiring, passwords, by a password or the code."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Said

Command = Callable[..., Said]
NEW = "pagar hijau di hujung kampung"


@pytest.fixture
def code_file(tmp_path: Path, command: Command, password_file: Path) -> Path:
    """The office of Rohani, and the file with its printed code."""
    code = tmp_path / "kod pemulihan.txt"
    done = command(
        "setup",
        "--office",
        "SGR06",
        "--officer",
        "Rohani",
        "--password-file",
        password_file,
        "--recovery-out",
        code,
    )
    assert done.code == 0
    return code


def listed(command: Command, password_file: Path) -> dict[str, dict[str, object]]:
    said = command("officer", "list", "--json", "--password-file", password_file, "--officer", "Rohani")
    assert said.code == 0
    return {one["name"]: one for one in json.loads(said.out)}


def test_the_list_says_who_may_what_and_opens_here(
    command: Command, code_file: Path, password_file: Path
) -> None:
    (rohani,) = listed(command, password_file).values()
    assert rohani["roles"] == ["administrator", "counter", "head", "leader"]
    assert rohani["has_slot_here"] is True
    assert rohani["retired"] is False
    (key,) = rohani["keys"]  # type: ignore[misc]
    assert key["administrator"] is True
    plain = command("officer", "list", "--code-file", code_file)
    assert "Rohani" in plain.out
    assert "buka di sini" in plain.out


def test_an_officer_is_added_given_roles_and_appointed_to_act(
    command: Command, code_file: Path, password_file: Path
) -> None:
    signing = ("--password-file", password_file)
    added = command(
        "officer", "add", "Pn. Devi", "--post", "PPK", "--role", "counter", "--role", "leader", *signing
    )
    assert (added.code, added.err) == (0, "")
    assert command("officer", "role", "Pn. Devi", "--remove", "counter", *signing).code == 0
    acting = command(
        "officer", "role", "pn. devi", "--act", "head", "--from", "1.1.2099", "--to", "31.1.2099",
        "--letter", "JKM.HL 600-1/2 (14)", *signing,
    )  # fmt: skip
    assert acting.code == 0
    assert "pemangku ketua pejabat hingga 31 Januari 2099" in acting.out
    devi = listed(command, password_file)["Pn. Devi"]
    assert devi["roles"] == ["leader"]
    (appointment,) = devi["acting"]  # type: ignore[misc]
    assert appointment["letter"] == "JKM.HL 600-1/2 (14)"
    ended = command("officer", "role", "Pn. Devi", "--end", appointment["id"][:8], *signing)
    assert ended.code == 0
    assert listed(command, password_file)["Pn. Devi"]["acting"] == []


def test_a_name_that_is_there_needs_a_word(command: Command, code_file: Path, password_file: Path) -> None:
    add = ("officer", "add", "Rohani", "--role", "counter", "--password-file", password_file)
    refused = command(*add)
    assert refused.code == 1
    assert "--also" in refused.err
    assert command(*add, "--also").code == 0
    several = command("officer", "role", "Rohani", "--add", "leader", "--code-file", code_file)
    assert several.code == 1
    assert "permulaan nombor" in several.err


def test_an_administrator_is_made_by_the_code_alone(
    command: Command, code_file: Path, password_file: Path
) -> None:
    command("officer", "add", "Encik Tan", "--role", "counter", "--password-file", password_file)
    refused = command(
        "officer", "role", "Encik Tan", "--add", "administrator", "--password-file", password_file
    )
    assert refused.code == 1
    assert "pemegang kod pemulihan" in refused.err
    made = command("officer", "role", "Encik Tan", "--add", "administrator", "--code-file", code_file)
    assert made.code == 0
    assert "belum dapat menandatangani" in made.out


def test_a_new_password_opens_and_retiring_shuts_again(
    command: Command, code_file: Path, password_file: Path, tmp_path: Path
) -> None:
    signing = ("--password-file", password_file, "--officer", "Rohani")
    new = tmp_path / "baharu.txt"
    new.write_text(NEW, encoding="utf-8")
    command("officer", "add", "Pn. Devi", "--role", "counter", *signing)
    reset = command("officer", "reset", "Pn. Devi", "--new-password-file", new, *signing)
    assert (reset.code, reset.err) == (0, "")
    hers = ("--password-file", new, "--officer", "Pn. Devi")
    assert command("session", "list", *hers).code == 0
    refused = command("officer", "add", "Encik Din", "--role", "counter", *hers)
    assert refused.code == 1
    assert "pentadbir" in refused.err
    retired = command("officer", "retire", "Pn. Devi", "--reason", "bersara", *signing)
    assert retired.code == 0
    assert "Salinan sandaran lama" in retired.out
    assert command("session", "list", *hers).code == 1
    assert listed(command, password_file)["Pn. Devi"]["has_slot_here"] is False
    assert command("officer", "retire", "Pn. Devi", "--reason", "kembali", "--undo", *signing).code == 0
    assert listed(command, password_file)["Pn. Devi"]["retired"] is False


def test_the_last_administrator_is_warned_of(command: Command, code_file: Path, password_file: Path) -> None:
    said = command("officer", "role", "Rohani", "--remove", "administrator", "--code-file", code_file)
    assert said.code == 0
    assert "tiada pentadbir lain" in said.err


def test_two_records_are_linked_and_parted(command: Command, code_file: Path, password_file: Path) -> None:
    signing = ("--password-file", password_file)
    command("officer", "add", "Rohani binti Salleh", "--role", "counter", *signing)
    linked = command("officer", "link", "Rohani binti Salleh", "--to", "Rohani", *signing)
    assert linked.code == 0
    assert set(listed(command, password_file)) == {"Rohani"}
    assert command("officer", "link", "Rohani binti Salleh", "--undo", *signing).code == 0
    assert set(listed(command, password_file)) == {"Rohani", "Rohani binti Salleh"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("role", "Rohani"),
        ("role", "Rohani", "--add", "head", "--remove", "head"),
        ("link", "Rohani"),
        ("retire", "Rohani"),
        ("reset", "Rohani"),
    ],
)
def test_wrong_usage_is_two(
    command: Command, code_file: Path, password_file: Path, arguments: tuple[str, ...]
) -> None:
    password = () if arguments == ("list",) else ("--password-file", password_file)
    assert command("officer", *arguments, *password).code == 2


def test_a_password_and_a_code_together_are_wrong_usage(
    command: Command, code_file: Path, password_file: Path
) -> None:
    both = ("--password-file", password_file, "--code-file", code_file)
    assert command("officer", "list", *both).code == 2
