"""Malaysian telephone numbers: digits with the leading zero in, `012-000 1234` out.

Own patterns, because complete libraries call numbers impossible that offices still use. What cannot be
a number is kept as typed, with a warning.
"""

import re

from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.text import clean, is_blank, shortened, without_invisible

_MALAYSIAN = re.compile(
    r"01(?:1|5)\d{8}|01[02-9]\d{7}|03\d{8}|0[4-79]\d{7}|08\d{7}"  # mobile, Klang Valley, states, Borneo
)
_TOLL = re.compile(r"1[378]00\d{6}")
_FOREIGN = re.compile(r"\+[1-9]\d{6,14}")
_SIGNS = re.compile(r"[\s\-()./\u2010-\u2015]")
_SEVERAL = re.compile(r"\s*(?:[;,/&]|\batau\b|\bdan\b|\bor\b)\s*", re.IGNORECASE)
_SILENT = frozenset({"-", "--", "–", "—", "tiada", "none", "n/a", "na", "nil", "tiada telefon", "x"})
_GROUPS = (
    (re.compile(r"(011|015)(\d{4})(\d{4})"), r"\1-\2 \3"),
    (re.compile(r"(01\d)(\d{3})(\d{4})"), r"\1-\2 \3"),
    (re.compile(r"(03)(\d{4})(\d{4})"), r"\1-\2 \3"),
    (re.compile(r"(08\d)(\d{3})(\d{3})"), r"\1-\2 \3"),
    (re.compile(r"(0[4-79])(\d{3})(\d{4})"), r"\1-\2 \3"),
    (re.compile(r"1([378]00)(\d{2})(\d{4})"), r"1-\1-\2-\3"),
)


def read_phone(text: str) -> tuple[str, tuple[Problem, ...]]:
    """Give the canonical number, "" when there is none; `phone_impossible` keeps the text as typed.

    `+6012-000 1234`, `60120001234`, `120001234` and `012-000 1234` are all `0120001234`. Several numbers in
    one cell are joined by ` / `; a foreign number keeps its plus.
    """
    typed = " ".join(without_invisible(clean(text)).split())
    if is_blank(typed) or typed.casefold() in _SILENT:
        return "", ()
    whole = _canonical(typed)
    numbers = [whole] if whole else [_canonical(part) for part in _SEVERAL.split(typed)]
    if all(numbers) and len(numbers) <= 3:
        return " / ".join(number for number in numbers if number), ()
    return typed, (Problem("phone_impossible", "phone", "warning", {"text": shortened(text)}),)


def display_phone(number: str) -> str:
    """Write a canonical number in groups: `012-000 1234`; anything else comes back as it is."""
    return " / ".join(_grouped(part) for part in number.split(" / "))


def _grouped(number: str) -> str:
    for pattern, groups in _GROUPS:
        if pattern.fullmatch(number):
            return pattern.sub(groups, number)
    return number


def _canonical(typed: str) -> str:
    """Give the digits with the leading zero, or "" when they are no number."""
    joined = _SIGNS.sub("", re.sub(r"\.0$", "", typed))
    joined = re.sub(r"^00(?=[1-9])", "+", joined)
    if not re.fullmatch(r"\+?[0-9]+", joined):
        return ""
    if joined.startswith("+") and not joined.startswith("+60"):
        return joined if _FOREIGN.fullmatch(joined) else ""
    if _TOLL.fullmatch(joined):
        return joined
    national = _national(joined.removeprefix("+"), joined.startswith("+"))
    return national if _MALAYSIAN.fullmatch(national) else ""


def _national(digits: str, country_given: bool) -> str:
    """Put the zero back that a worksheet ate or the country code replaced."""
    if digits.startswith("60") and (country_given or len(digits) >= 10):
        digits = digits[2:]
    return digits if digits.startswith("0") else "0" + digits
