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
_LONGEST_SILENCE = 24  # characters; a longer cell says something
_NUMBER_WORDS = frozenset({"no", "bil", "nombor", "number", "num", "nos"})
_DITTO_MARKS = frozenset({'"', "''", "”", "“", "〃", ",,", '""', '-"-', "-do-"})
_DIGIT = re.compile(r"\d")
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
        columns = _flat(data["columns"])
        bare = {without_number_words(title): name for title, name in columns.items()}
        return cls(
            {word: name for word, name in (bare | columns).items() if word}, tables, _urgent(data["urgent"])
        )

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
        if not text or is_blank(text):
            return True
        if len(text) > _LONGEST_SILENCE or _DIGIT.search(text):
            return False
        return _DASHES.fullmatch(text) is not None or bool(self.exact("silent", text))

    def ditto(self, text: str) -> bool:
        """Tell whether a cell says "as above" by a mark or in words."""
        short = text.strip()
        return short in _DITTO_MARKS or (
            0 < len(short) <= _LONGEST_SILENCE and bool(self.exact("ditto", short))
        )

    def anonymous(self, name: str) -> bool:
        """Tell whether a name says that none was given, with or without why in brackets."""
        return bool(self.exact("anonymous", name) or self.exact("anonymous", name.partition("(")[0]))

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


def without_number_words(folded: str) -> str:
    """Drop `No.` and `Bil.` from a folded heading."""
    return " ".join(word for word in folded.split() if word not in _NUMBER_WORDS)


def _urgent(codes: Mapping[str, Mapping[str, Sequence[Any]]]) -> dict[str, dict[str, list[Any]]]:
    """Fold the signs of urgent matters: subjects, and groups of words that must meet in a sentence."""
    return {
        code: {
            "service": [fold(word) for word in signs["service"]],
            "details": [
                [[fold(w) for w in group.split("|")] for group in groups] for groups in signs["details"]
            ],
        }
        for code, signs in codes.items()
    }


def _flat(codes: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Map folded words to codes; a sign that folds to nothing is no word."""
    pairs = ((fold(word), code) for code, words in codes.items() for word in (code, *words))
    return {word: code for word, code in pairs if word}
