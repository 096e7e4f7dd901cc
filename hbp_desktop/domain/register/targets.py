"""Target groups, several of which may stand in one cell."""

import re

from hbp_desktop.domain.register.vocabulary import Vocabulary
from hbp_desktop.domain.text import is_blank

_BETWEEN = re.compile(r"[,;&+\n|]|\s/\s|/|\bdan\b|\band\b", re.IGNORECASE)


def read_groups(text: str, vocabulary: Vocabulary) -> tuple[frozenset[str], bool]:
    """Give the groups' codes and whether a word was no group."""
    whole = vocabulary.exact("group", text)
    if whole or is_blank(text):
        return frozenset({whole} - {""}), False
    codes = [vocabulary.near("group", part) for part in _BETWEEN.split(text) if not is_blank(part)]
    return frozenset(codes) - {""}, not all(codes)
