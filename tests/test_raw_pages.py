"""The reader of raw pages finds what it looks for, however it is spelled."""

from base64 import b64encode

import pytest

from tests.raw_pages import found_among

CANARY = "Zqxwvina Jkvuzan"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("before", [b"", b"a", b"ab", b"abc"])
def test_every_spelling_is_found(encoding: str, before: bytes) -> None:
    raw = before + CANARY.encode(encoding) + before
    shapes = [raw, b64encode(raw), raw.hex().encode(), CANARY.upper().encode(encoding)]
    assert all(found_among([b"...", shape], [CANARY, "other"]) == {CANARY} for shape in shapes)
    assert found_among([raw[:-4]], ["Zqxwvina Jkvuzal"]) == set()
