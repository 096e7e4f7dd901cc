"""Six words for a public key: short enough to read aloud, long enough (66 bits) not to be met by chance."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from hashlib import blake2b

from hbp_desktop.domain.errors import Invalid, Problem
from hbp_desktop.domain.text import shortened

COUNT = 6
BITS = 11
SIZE = 1 << BITS
TELLING = 4  # no two words of the list share their first so many letters
PLACE = "six_words"

_DIGEST = 16
_PERSON = b"hbp-words-1"
_IGNORED = ",.;:-–—·/|\"'"


@dataclass(frozen=True)
class SixWords:
    """The list, sorted; the same one in every language, for it is compared between laptops."""

    words: tuple[str, ...]

    def of(self, key: bytes) -> tuple[str, ...]:
        """Give the words of a 32-byte public key."""
        digest = int.from_bytes(blake2b(key, digest_size=_DIGEST, person=_PERSON).digest(), "big")
        top = digest >> (_DIGEST * 8 - COUNT * BITS)
        return tuple(self.words[top >> BITS * place & SIZE - 1] for place in reversed(range(COUNT)))

    def read(self, typed: str) -> tuple[str, ...]:
        """Read six words as typed: any case, beginnings suffice; raises Invalid, naming the strange ones."""
        parts = typed.casefold().translate(dict.fromkeys(map(ord, _IGNORED), " ")).split()
        problems = [self._problem(part) for part in parts[: COUNT * 2] if not self._meant(part)]
        if not problems and len(parts) != COUNT:
            problems = [Problem("six_words_count", PLACE, values={"typed": len(parts), "wanted": COUNT})]
        if problems:
            raise Invalid(tuple(problems))
        return tuple(self._meant(part) for part in parts)

    def _meant(self, part: str) -> str:
        """Give the word that is this or the only one that begins so, "" when there is none."""
        if part in self._known:
            return part
        found = self._beginning(part)
        return found[0] if len(found) == 1 else ""

    def _beginning(self, part: str) -> Sequence[str]:
        first = bisect_left(self.words, part)
        return self.words[first : bisect_left(self.words, part + "\x7f")]

    def _problem(self, part: str) -> Problem:
        near = self._beginning(part)[:3] or get_close_matches(part[:20], self.words, 3, 0.5)
        values = {"word": shortened(part), "near": ", ".join(near) or "–"}
        return Problem("six_words_unknown", PLACE, values=values)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.words)
