"""Every way an attachment can be refused has its own sentence in both languages."""

import re
from pathlib import Path

import pytest

from hbp_desktop import resources
from hbp_desktop.usecases.wording import all_texts

_FILES = (
    "domain/attachment.py pictures/upright.py pictures/pages.py pictures/preparing.py pictures/child.py "
    "store/blob_files.py usecases/attaching.py usecases/fetching.py"
).split()
_RAISED = re.compile(
    r'(?:Refused|Damaged|Locked|NoRoom|Unreachable|Problem)\(\s*"([a-z_]+)"|"((?:pdf|picture)_[a-z_]+)"'
)


def codes() -> list[str]:
    package = Path(resources.__file__).parent
    source = "".join((package / file).read_text(encoding="utf-8") for file in _FILES)
    found = {code for match in _RAISED.findall(source) for code in match if code}
    return sorted((found - {"picture_", "pdf_"}) | {"picture_heic", "picture_avif"})


def test_the_search_finds_the_codes() -> None:
    assert {"picture_hostile", "pdf_encrypted", "attachment_guarded", "pages_unreadable"} <= set(codes())
    assert len(codes()) > 20


@pytest.mark.parametrize("code", codes())
def test_a_code_has_a_whole_sentence_in_each_language(code: str) -> None:
    row = all_texts()[code]
    for language in ("ms", "en"):
        assert row[language].endswith(".")
        assert len(row[language]) > 20
    assert set(re.findall(r"{\w+}", row["ms"])) == set(re.findall(r"{\w+}", row["en"]))


def test_no_two_say_the_same() -> None:
    for language in ("ms", "en"):
        sentences = [all_texts()[code][language] for code in codes()]
        assert len(set(sentences)) == len(sentences)
