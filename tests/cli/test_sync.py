"""`sync enrol | now | status`, against a state office on loopback."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Said
from tests.sync.state_house import StateHouse, state_house

Command = Callable[..., Said]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[StateHouse]:
    """A state office on loopback."""
    with state_house(tmp_path / "negeri") as found:
        yield found


@pytest.fixture
def code_file(tmp_path: Path, house: StateHouse) -> Path:
    """A one-time code on the first line of a file, as somebody typed it."""
    path = tmp_path / "kod.txt"
    path.write_text(house.code().lower().replace("-", " ") + "\n", encoding="utf-8")
    return path


@pytest.fixture
def recovery_file(tmp_path: Path) -> Path:
    return tmp_path / "kod pemulihan.txt"


@pytest.fixture
def founded(command: Command, password_file: Path, recovery_file: Path) -> Command:
    """The command line of a founded office."""
    about = ("--officer", "Rohani binti Salleh", "--password-file", password_file)
    made = command("setup", "--office", "SGR06", *about, "--recovery-out", recovery_file)
    assert made.code == 0, made.err
    return command


def status(command: Command, password_file: Path) -> dict[str, object]:
    said = command("sync", "status", "--json", "--password-file", password_file)
    assert said.code == 0, said.err
    found: dict[str, object] = json.loads(said.out)
    return found


def test_a_laptop_enrols_waits_is_confirmed_and_sends(
    founded: Command, password_file: Path, code_file: Path, house: StateHouse
) -> None:
    before = status(founded, password_file)
    assert (before["acknowledged"], before["last_contact"], before["peer"]) == (0, None, None)
    enrolled = founded("sync", "enrol", house.url, "--code-file", code_file, "--password-file", password_file)
    assert enrolled.code == 0, enrolled.err
    waiting = founded("sync", "now", "--password-file", password_file)
    assert waiting.code == 1
    assert "belum mengesahkan" in waiting.err
    told = status(founded, password_file)
    assert str(told["six_words"]) in enrolled.out
    assert told["last_error"] == {"code": "sync_waiting", "values": {}}
    house.confirm()
    done = founded("sync", "now", "--password-file", password_file)
    assert done.code == 0, done.err
    assert "0/0 urusan" in done.out
    assert "Resit R-" in done.out
    after = status(founded, password_file)
    assert (after["waiting"], after["not_counted"], after["last_error"]) == (0, 0, None)
    assert after["acknowledged"] == len(house.held)
    assert after["six_words"] is None


def test_enrolling_again_with_the_same_code_gives_the_same_answer(
    founded: Command, password_file: Path, code_file: Path, house: StateHouse
) -> None:
    said = [
        founded(
            "sync", "enrol", house.url, "--code-file", code_file, "--password-file", password_file, "--json"
        )
        for _ in range(2)
    ]
    assert [one.code for one in said] == [0, 0]
    assert json.loads(said[0].out) == json.loads(said[1].out)


def test_the_recovery_code_enrols_as_well(
    founded: Command, recovery_file: Path, code_file: Path, house: StateHouse
) -> None:
    code = ("--code-file", code_file, "--recovery-file", recovery_file)
    assert founded("sync", "enrol", house.url, *code).code == 0


@pytest.mark.parametrize(
    ("url", "sentence"),
    [("http://pejabat.example", "tidak disulitkan"), ("pejabat", "tidak lengkap")],
)
def test_an_address_that_will_not_do_is_refused_in_words(
    founded: Command, password_file: Path, code_file: Path, url: str, sentence: str
) -> None:
    said = founded("sync", "enrol", url, "--code-file", code_file, "--password-file", password_file)
    assert said.code == 1
    assert sentence in said.err


def test_a_mistyped_code_and_a_file_that_is_no_certificate_are_refused_in_words(
    founded: Command, password_file: Path, code_file: Path, house: StateHouse
) -> None:
    wrong = code_file.with_name("silap.txt")
    wrong.write_text("ABCD-EFGH\n", encoding="utf-8")
    said = founded("sync", "enrol", house.url, "--code-file", wrong, "--password-file", password_file)
    assert (said.code, "kod" in said.err.lower()) == (1, True)
    ca = ("--ca", wrong, "--code-file", code_file, "--password-file", password_file)
    said = founded("sync", "enrol", house.url, *ca)
    assert (said.code, "PEM" in said.err) == (1, True)


def test_a_laptop_that_is_not_enrolled_says_what_to_do(founded: Command, password_file: Path) -> None:
    said = founded("sync", "now", "--password-file", password_file)
    assert said.code == 1
    assert "kod sekali guna" in said.err
    assert "kod sekali guna" in founded("sync", "status", "--password-file", password_file).out


def test_a_state_office_that_is_off_is_told_and_tried_later(
    founded: Command, password_file: Path, code_file: Path, house: StateHouse
) -> None:
    founded("sync", "enrol", house.url, "--code-file", code_file, "--password-file", password_file)
    house.confirm()
    house.served.stop()
    said = founded("sync", "now", "--password-file", password_file)
    assert said.code == 1
    assert "tidak menjawab" in said.err
    told = status(founded, password_file)
    assert told["phase"] == "offline"
    assert isinstance(told["next_try"], int)
