"""The printed recovery code: 160 bits as 32 characters, six more to find a slip of the pen.

Nine groups, eight of four and one of six check characters (BIP 173's polymod), in Crockford's alphabet,
which has no I, L, O and U. Up to two wrong characters are located by group; four are always noticed.
"""

from collections.abc import Sequence
from functools import cache

from hbp_desktop.domain.bech32 import CHECK_LENGTH, check_values, polymod, prefix_values, to_fives
from hbp_desktop.domain.errors import Invalid, Problem

BITS = 160
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = BITS // 5 + CHECK_LENGTH
PLACE = "recovery_code"

_PREFIX = "hbp"
_GROUP = 4
_GROUPS = BITS // 5 // _GROUP + 1
_LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
_IGNORED = frozenset(" -\u2010\u2011\u2012\u2013\u2014\u2212.\t\r\n\u00a0\ufeff")


def write(bits: bytes) -> str:
    """Spell 20 random bytes for the paper: groups joined by dashes."""
    if len(bits) * 8 != BITS:
        raise ValueError("a recovery code has 160 bits")
    values = to_fives(bits)
    values += check_values(_PREFIX, values)
    return "-".join(groups("".join(ALPHABET[value] for value in values)))


def groups(code: str) -> tuple[str, ...]:
    """Cut a code, as printed or typed, into its nine groups (fewer when it is shorter)."""
    text = tidy(code)
    cuts = [text[start : start + _GROUP] for start in range(0, (_GROUPS - 1) * _GROUP, _GROUP)]
    return tuple(part for part in (*cuts, text[(_GROUPS - 1) * _GROUP :]) if part)


def tidy(typed: str) -> str:
    """Give what was typed as it is printed: upper case, look-alikes righted, spaces and dashes gone."""
    return "".join(letter for letter in typed if letter not in _IGNORED).upper().translate(_LOOK_ALIKES)


def read(typed: str) -> bytes:
    """Give the 20 bytes of a typed code; raises Invalid, naming the groups to look at where it can."""
    text = tidy(typed)
    if strange := sorted({_group_of(place) for place, letter in enumerate(text) if letter not in ALPHABET}):
        raise Invalid(tuple(_problem("recovery_character", group=group) for group in strange))
    if len(text) != LENGTH:
        raise Invalid((_problem("recovery_length", typed=len(text), wanted=LENGTH),))
    values = [ALPHABET.index(letter) for letter in text]
    if wrong := _syndrome(values):
        raise Invalid(_misread(wrong))
    number = 0
    for value in values[:-CHECK_LENGTH]:
        number = number << 5 | value
    return number.to_bytes(BITS // 8, "big")


def _syndrome(values: Sequence[int]) -> int:
    return polymod([*prefix_values(_PREFIX), *values]) ^ 1


def _misread(syndrome: int) -> tuple[Problem, ...]:
    places = _places(syndrome)
    if not places:
        return (_problem("recovery_misread"),)
    return tuple(_problem("recovery_group", group=group) for group in sorted(set(map(_group_of, places))))


def _places(syndrome: int) -> tuple[int, ...]:
    """Give the one or two places whose change explains the syndrome, none when it takes more."""
    single = _single_slips()
    if syndrome in single:
        return (single[syndrome],)
    for slip, place in single.items():
        other = single.get(syndrome ^ slip)
        if other is not None and other != place:
            return (place, other)
    return ()


@cache
def _single_slips() -> dict[int, int]:
    # The polymod is linear: a wrong value changes it by what depends on its place and difference alone.
    return {
        polymod([difference] + [0] * (LENGTH - 1 - place), start=0): place
        for place in range(LENGTH)
        for difference in range(1, 32)
    }


def _group_of(place: int) -> int:
    return min(place // _GROUP, _GROUPS - 1) + 1


def _problem(code: str, **values: int) -> Problem:
    return Problem(code, PLACE, values=values)
