"""Everything the journal, its checks and the use cases over it may say has a sentence in both languages."""

import json
import re
from pathlib import Path

import pytest

from hbp_desktop import resources
from hbp_desktop.usecases.wording import all_texts

_FILES = (
    "domain/canonical.py domain/entry.py domain/chain.py domain/history.py domain/roster.py domain/link.py "
    "domain/sealing.py store/journal.py store/exchange.py store/project.py store/work.py store/founding.py "
    "store/admission.py store/verify.py store/sealing.py usecases/office.py usecases/counter.py "
    "usecases/planning.py usecases/records.py"
).split()
_RAISED = re.compile(
    r'(?:Refused|Damaged|Problem|_at|_of)\(\s*"([a-z_]+)"|(?:return|yield|else) "([a-z]+_[a-z_]+)"'
)


def codes_raised() -> list[str]:
    package = Path(resources.__file__).parent
    source = "".join((package / file).read_text(encoding="utf-8") for file in _FILES)
    return sorted({code for match in _RAISED.findall(source) for code in match if code})


def test_the_search_finds_the_codes() -> None:
    assert {"body_changed", "entry_misfiled", "link_lost", "subject_exists", "head_missing"} <= set(
        codes_raised()
    )


@pytest.mark.parametrize("code", codes_raised())
def test_a_code_has_a_whole_sentence_in_each_language(code: str) -> None:
    row = all_texts()[code]
    for language in ("ms", "en"):
        assert row[language].endswith(".")
        assert len(row[language]) > 30
    assert set(re.findall(r"{\w+}", row["ms"])) == set(re.findall(r"{\w+}", row["en"]))


def test_no_code_of_the_core_has_a_sentence_in_another_room_as_well() -> None:
    texts = resources.resource("texts")
    core = json.loads((texts / "core.json").read_text(encoding="utf-8"))
    for path in texts.glob("*.json"):
        if path.name != "core.json":
            assert not core.keys() & json.loads(path.read_text(encoding="utf-8")).keys(), path.name
