"""The words registers use for columns and answers: an editable catalogue, folded once."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hbp_desktop.domain.text import fold, is_blank

IGNORED = "ignored"
_NEAR = 0.82  # of difflib's ratio: one or two letters of a word wrong or left out
_YES_SIGNS, _NO_SIGNS = frozenset("/√✓✔☑"), frozenset("xX✗✘☒")
_DASHES = re.compile(r"[-–—.*_/\s]*")


@dataclass(frozen=True)
class Vocabulary:
    """Folded words. columns: heading to field; words: table to word to code; urgent: code to patterns."""

    columns: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]
    urgent: Mapping[str, Mapping[str, Sequence[Any]]]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Vocabulary":
        """Fold the catalogue `register_headers.json` as it was parsed."""
        tables = {table: _flat(codes) for table, codes in data["words"].items()}
        return cls(_flat(data["columns"]), tables, data["urgent"])

    def exact(self, table: str, text: str) -> str:
        """Give the code of a word in a table, "" when it is not there."""
        return self.words[table].get(fold(text), "")

    def near(self, table: str, text: str) -> str:
        """Give the code of a word or of a near miss: abbreviations with a dot, a letter wrong, more words."""
        word = fold(text)
        exact = self.words[table].get(word)
        if exact or not word:
            return exact or ""
        return self._among_words(table, word) or self._misspelt(table, word)

    def yes_no(self, text: str) -> bool | None:
        """Read a yes or no, None when it is neither."""
        sign = text.strip()
        if sign in _YES_SIGNS or sign in _NO_SIGNS:
            return sign in _YES_SIGNS
        return {"yes": True, "no": False}.get(self.exact("yes_no", text))

    def silent(self, text: str) -> bool:
        """Tell whether a cell says nothing: blank, a dash, n/a."""
        return is_blank(text) or _DASHES.fullmatch(text) is not None or bool(self.exact("silent", text))

    def _among_words(self, table: str, word: str) -> str:
        """Find the one code among the first word and all words; two different codes are no answer."""
        parts = word.split()
        codes = {code for part in parts if len(part) > 2 and (code := self.words[table].get(part))}
        first = self.words[table].get(parts[0]) if len(parts[0]) > 2 else None
        return first if first and codes == {first} else ""

    def _misspelt(self, table: str, word: str) -> str:
        if len(word) < 4:
            return ""
        close = difflib.get_close_matches(word, self.words[table], n=3, cutoff=_NEAR)
        codes = {self.words[table][match] for match in close}
        return codes.pop() if len(codes) == 1 else ""


def _flat(codes: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Map folded words to codes; a sign that folds to nothing is no word."""
    pairs = ((fold(word), code) for code, words in codes.items() for word in (code, *words))
    return {word: code for word, code in pairs if word}
