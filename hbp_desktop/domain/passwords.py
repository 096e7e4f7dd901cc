"""How good a password looks: a hint for the person, never a gate beyond its length."""

import math
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import normalize

from hbp_desktop.domain.errors import Problem

SHORTEST = 8
LONGEST = 1_000

_COMMON = (
    "password", "katalaluan", "kata laluan", "12345678", "123456789", "1234567890", "qwertyui", "qwerty",
    "malaysia", "kebajikan", "selangor", "jkm", "admin", "rahsia", "abc123", "iloveyou", "welcome",
    "pelanggan", "bertemu", "pejabat",
)  # fmt: skip
_LADDERS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_STEPS = (28, 40, 52, 66)  # bits that reach score 1 to 4


@dataclass(frozen=True)
class Strength:
    """`score` 0 to 4 fills the bar; `code` names the sentence beside it."""

    score: int
    code: str


def strength(password: str, *known: str) -> Strength:
    """Judge a password; `known` is what a colleague would try first: names, the office, the post."""
    text = normalize("NFC", password)
    if len(text) < SHORTEST:
        return Strength(0, "password_short")
    rest, why = _without_the_obvious(text.casefold(), known)
    score = sum(_bits(rest) >= step for step in _STEPS)
    if score < 2:
        return Strength(score, why or "password_weak")
    return Strength(score, ("password_fair", "password_good", "password_strong")[score - 2])


def problems(password: str, place: str = "password") -> tuple[Problem, ...]:
    """Say what stops a password from being used: empty, too short, absurdly long."""
    if not password:
        return (Problem("password_missing", place),)
    if len(normalize("NFC", password)) < SHORTEST:
        return (Problem("password_short", place, values={"least": SHORTEST}),)
    if len(password) > LONGEST:
        return (Problem("password_long", place, values={"most": LONGEST}),)
    return ()


def _without_the_obvious(text: str, known: tuple[str, ...]) -> tuple[str, str]:
    """Replace what is guessed first by one character; tell the worst thing found."""
    why = ""
    parts = [part for phrase in known for part in phrase.casefold().split() if len(part) > 2]
    for part in sorted(parts, key=len, reverse=True):
        if part in text:
            text, why = text.replace(part, "*"), "password_personal"
    for word in sorted(_COMMON, key=len, reverse=True):
        if word in text:
            text, why = text.replace(word, "*"), why or "password_common"
    shorter = _without_runs(text)
    return shorter, why or ("password_pattern" if len(shorter) < len(text) * 0.7 else "")


def _without_runs(text: str) -> str:
    """Keep one of each run of equal or neighbouring characters (aaa, 3456, qwer, dcba)."""
    kept = text[:1]
    for before, letter in pairwise(text):
        if before != letter and not any(
            pair in ladder for ladder in _LADDERS for pair in _ways(before, letter)
        ):
            kept += letter
    return kept


def _ways(one: str, other: str) -> tuple[str, str]:
    return one + other, other + one


def _bits(text: str) -> float:
    """Estimate the guessing work: what each character could have been, less for repeating a few."""
    if not text:
        return 0.0
    kinds = (str.islower, str.isupper, str.isdigit, str.isspace)
    pool = sum(
        size
        for kind, size in zip(kinds, (20, 20, 10, 4), strict=True)
        if any(kind(letter) for letter in text)
    )
    pool += 20 if any(not letter.isalnum() and not letter.isspace() for letter in text) else 0
    variety = min(1.0, len(set(text)) / (len(text) * 0.45))
    # Words are worth less a character than dice; this is a hint, not a measurement.
    return len(text) * math.log2(max(pool, 2)) * variety * 0.72
