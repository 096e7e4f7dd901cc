"""Every way the vault can refuse has its own sentence in both languages."""

import re
from pathlib import Path

import pytest

from hbp_desktop import resources
from hbp_desktop.store.anchor import Standing
from hbp_desktop.store.secrets import Ring
from hbp_desktop.usecases.wording import all_texts

_FILES = (
    "domain/passwords.py domain/recovery.py store/engine.py store/vault.py store/mishaps.py "
    "store/keyslots.py store/slots.py store/wrap.py store/upgrade.py store/durable.py "
    "store/unlockers.py store/rotation.py store/following.py store/age_header.py "
    "usecases/setup.py usecases/opening.py usecases/founding.py usecases/slot_changes.py usecases/keys.py "
    "usecases/vault_keys.py usecases/recovering.py"
).split()
_RAISED = re.compile(
    r'(?:Refused|Damaged|Locked|NoRoom|Unreachable|_?[Pp]roblem|Strength)\(\s*(?:\w+, )?"([a-z_]+)"'
    r'|, (?:NoRoom|Unreachable|Locked|Damaged), "([a-z_]+)"|"(password_[a-z]+)"'
)


def codes_raised() -> list[str]:
    package = Path(resources.__file__).parent
    source = "".join((package / file).read_text(encoding="utf-8") for file in _FILES)
    found = {code for match in _RAISED.findall(source) for code in match if code}
    return sorted(found | {ring.value for ring in Ring} | {standing.value for standing in Standing})


def test_the_search_finds_the_codes() -> None:
    assert len(codes_raised()) > 55
    assert {"vault_empty", "wrong_password", "recovery_group", "disk_full"} <= set(codes_raised())


@pytest.mark.parametrize("code", codes_raised())
def test_a_code_has_a_whole_sentence_in_each_language(code: str) -> None:
    row = all_texts()[code]
    for language in ("ms", "en"):
        assert row[language].endswith(".")
        assert len(row[language]) > 30
    assert set(re.findall(r"{\w+}", row["ms"])) == set(re.findall(r"{\w+}", row["en"]))


def test_no_two_mishaps_of_the_vault_say_the_same() -> None:
    codes = [code for code in codes_raised() if not code.startswith("password_")]
    for language in ("ms", "en"):
        sentences = [all_texts()[code][language] for code in codes]
        assert len(set(sentences)) == len(sentences)
