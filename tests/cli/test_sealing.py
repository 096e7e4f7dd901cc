"""`seal`: the state's key from its file, by an administrator."""

import json
from collections.abc import Callable
from pathlib import Path

from hbp_desktop.store.persons import PersonKeys
from tests.cli.conftest import Said
from tests.conftest import OFFICE, OFFICER


def test_the_key_is_shown_installed_and_taken_away(
    command: Callable[..., Said], password_file: Path, tmp_path: Path
) -> None:
    code = tmp_path / "kod.txt"
    sign = ("--password-file", password_file)
    assert command("setup", "--office", OFFICE, "--officer", OFFICER, *sign, "--recovery-out", code).code == 0
    before = command("seal", "show", *sign)
    assert "belum dipasang" in before.out
    keys, file = PersonKeys.new(), tmp_path / "integriti.pub"
    file.write_text(f"# name: Unit Integriti JKM Selangor\n{keys.age}\n", encoding="utf-8")
    assert "Unit Integriti JKM Selangor" in command("seal", "key", file, *sign).out
    told = json.loads(command("seal", "children", "--on", "--json", "--code-file", code).out)
    assert told == {"key": {"age": keys.age, "name": "Unit Integriti JKM Selangor"}, "children": True}
    file.write_text("age1xyz", encoding="utf-8")
    refused = command("seal", "key", file, *sign)
    assert (refused.code, "bukan fail kunci integriti" in refused.err) == (1, True)
    assert command("seal", "key", *sign).code == 2
    assert "belum dipasang" in command("seal", "key", "--remove", *sign).out
