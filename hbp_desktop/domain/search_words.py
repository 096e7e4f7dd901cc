"""What full text holds of a visit, and how a typed question becomes a query of it.

Both sides fold the same way: case, accents, bin and binti, dashes. Chinese is one token a character, so that
any two neighbours are found as a phrase; a document is found whole or by its last four digits.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from hbp_desktop.domain.guarded import Guard
from hbp_desktop.domain.text import cjk_spaced, fold

SHORTEST_PREFIX = 3

_VISIT_TEXTS = ("name", "phone", "ref", "queue", "note", "officer")
_MATTER_TEXTS = ("details", "wanted", "action", "note")
_MATTER_PARTS = (("service", "code"), ("service", "text"), ("outcome", "agency"), ("follow", "unit"))
_BETWEEN_NAMES = frozenset({"bin", "binti", "al", "ap", "anak"})
_DIGITS = re.compile(r"\d+")
_NOT_PLAIN = re.compile(r"[^0-9a-z]")


def words_of(visit: Mapping[str, Any], matters: Iterable[Mapping[str, Any]]) -> str:
    """Give the folded words of a visit and its matters; of a guarded one none."""
    if Guard.of(visit):
        return ""
    texts = [visit.get(name) for name in _VISIT_TEXTS]
    texts += [_part(visit, "address", "text"), _part(visit, "proxy", "name"), _part(visit, "proxy", "phone")]
    for matter in (one for one in matters if not Guard.of(one)):
        texts += [matter.get(name) for name in _MATTER_TEXTS]
        texts += [_part(matter, name, part) for name, part in _MATTER_PARTS]
    folded = cjk_spaced(fold("\n".join(text for text in texts if isinstance(text, str))))
    return f"{folded} {_numbers(visit)}".strip()


def query_of(typed: str) -> str:
    """Give the FTS5 query for what was typed: all words, long ones also as beginnings; "" for nothing.

    bin, binti, a/l and their like say nothing about whom one looks for and are left out beside other words.
    """
    words = cjk_spaced(fold(_joined_digits(typed))).split()
    telling = [word for word in words if word not in _BETWEEN_NAMES]
    return " ".join(_term(phrase) for phrase in _phrases(telling or words))


def _term(phrase: list[str]) -> str:
    begins = len(phrase) == 1 and len(phrase[0]) >= SHORTEST_PREFIX
    return '"' + " ".join(phrase) + '"' + ("*" if begins else "")


def _phrases(words: list[str]) -> list[list[str]]:
    """Keep neighbouring single CJK characters together as a phrase."""
    phrases: list[list[str]] = []
    for word in words:
        if phrases and _is_cjk(word) and _is_cjk(phrases[-1][-1]):
            phrases[-1].append(word)
        else:
            phrases.append([word])
    return phrases


def _is_cjk(word: str) -> bool:
    return len(word) == 1 and cjk_spaced(f"{word}{word}") != f"{word}{word}"


def _joined_digits(typed: str) -> str:
    """Read `610415-10-0004` as one number."""
    return re.sub(r"(?<=\d)-(?=\d)", "", typed)


def _numbers(visit: Mapping[str, Any]) -> str:
    """Give documents and reference numbers as one word each, and by their ends."""
    number = _NOT_PLAIN.sub("", str(_part(visit, "identity", "number") or "").lower())
    ref = _NOT_PLAIN.sub("", str(visit.get("ref") or "").lower())
    digits = "".join(_DIGITS.findall(number))
    found = [number, digits[-4:] if len(digits) >= 4 else "", ref, ref[-5:]]
    return " ".join(dict.fromkeys(word for word in found if word))


def _part(state: Mapping[str, Any], name: str, part: str) -> Any:
    value = state.get(name)
    return value.get(part) if isinstance(value, Mapping) else None
