"""Reference numbers: `<office>-<4 characters of the chain>-<counter><check>`, told over a telephone.

The alphabet leaves out 0 O 1 I L S B U, so that nothing in it is read as something else; whoever writes
S, B or U meant 5, 8 or V. Its 28 characters (29 is prime) suit the check character of ISO 7064, hybrid
system, which covers the office as well. A number carries no date and is never changed.
"""

import re
from collections.abc import Iterator

from stdnum.iso7064 import mod_37_36

from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.text import clean, shortened, without_invisible

ALPHABET = "23456789ACDEFGHJKMNPQRTVWXYZ"
LONGEST = 22
TAIL = 5
_BASE = len(ALPHABET)
_CHAIN, _COUNTER, _IMPORTED = 4, 4, 5
_OFFICE_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"
_OFFICE = re.compile(r"[A-Z]{3}(?:[0-9]{2}|-[A-Z]{2,4}[0-9]{1,2})")
_AS_DIGIT = str.maketrans("OQILZSB", "0011258")
_AS_LETTER = str.maketrans("01258", "OIZSB")
_AS_WRITTEN = str.maketrans("SBU", "58V")
_SEPARATORS = re.compile(r"[\s\-_./\u2010-\u2015\u2212]+")


def make_reference(office: str, chain_hex: str, seq: int) -> str:
    """Give the number of the `seq`-th entry of a chain; at most 22 characters."""
    return _joined(office, _written(int(chain_hex, 16), _CHAIN), _counter(seq))


def imported_reference(office: str, visit_id: str) -> str:
    """Give the number of an imported visit: from its content-derived id, so the same on every laptop."""
    characters = _written(int(visit_id, 16), _CHAIN + _IMPORTED)
    return _joined(office, characters[:_CHAIN], characters[_CHAIN:])


def read_reference(text: str) -> str:
    """Read a number as people type it: any case, spaces or no dashes, O for 0 in the office.

    Raises Refused: `reference_unreadable` for another shape, `reference_mistyped` when the check fails.
    """
    shaped = False
    for office_text, chain, rest in _readings(_groups(text)):
        for office in _offices(office_text):
            shaped = True
            if check_character(office, chain + rest[:-1]) == rest[-1]:
                return f"{office}-{chain}-{rest}"
    raise Refused("reference_mistyped" if shaped else "reference_unreadable", text=shortened(text))


def tail(text: str) -> str:
    """Give the last five characters as they are recorded, "" when there are no five."""
    typed = "".join(_groups(text))[-TAIL:].translate(_AS_WRITTEN)
    return typed if len(typed) == TAIL and set(typed) <= set(ALPHABET) else ""


def check_character(office: str, characters: str) -> str:
    """Give the check character over the office, the chain's characters and the counter.

    Office signs outside the alphabet cannot be weighed by ISO 7064, so each becomes two characters.
    """
    spelled = "".join(_two(_OFFICE_SIGNS.index(sign)) for sign in office)
    return str(mod_37_36.calc_check_digit(spelled + characters, alphabet=ALPHABET))


def _joined(office: str, chain: str, counter: str) -> str:
    if not _OFFICE.fullmatch(office):
        raise Refused("office_code_unreadable", text=shortened(office))
    return f"{office}-{chain}-{counter}{check_character(office, chain + counter)}"


def _counter(seq: int) -> str:
    digits = ""
    while seq or len(digits) < _COUNTER:
        seq, rest = divmod(seq, _BASE)
        digits = ALPHABET[rest] + digits
    return digits


def _written(number: int, length: int) -> str:
    """Write the low places of a number in the alphabet."""
    return _counter(number % _BASE**length).rjust(length, ALPHABET[0])


def _two(index: int) -> str:
    return ALPHABET[index // _BASE] + ALPHABET[index % _BASE]


def _groups(text: str) -> list[str]:
    typed = without_invisible(clean(text[:200])).upper()
    return [group for group in _SEPARATORS.split(typed) if group]


def _readings(groups: list[str]) -> Iterator[tuple[str, str, str]]:
    """Take the groups as typed when they fit; else cut the whole as if it had no dashes."""
    if len(groups) >= 3 and (parts := _sound("".join(groups[:-2]), groups[-2], groups[-1])):
        yield parts
    else:
        yield from _splits("".join(groups))


def _splits(joined: str) -> Iterator[tuple[str, str, str]]:
    """Cut a number without dashes: the counter of a recorded visit, then that of an imported one."""
    for length in (_COUNTER + 1, _IMPORTED + 1):
        cut = len(joined) - length
        if parts := _sound(joined[: max(cut - _CHAIN, 0)], joined[max(cut - _CHAIN, 0) : cut], joined[cut:]):
            yield parts


def _sound(office: str, chain: str, rest: str) -> tuple[str, str, str] | None:
    chain, rest = chain.translate(_AS_WRITTEN), rest.translate(_AS_WRITTEN)
    fits = len(chain) == _CHAIN and _COUNTER < len(rest) <= _IMPORTED + 1
    return (office, chain, rest) if fits and set(chain + rest) <= set(ALPHABET) else None


def _offices(typed: str) -> Iterator[str]:
    """Give the office codes that somebody may have meant, letters where letters stand, digits likewise."""
    alias = typed[:3].translate(_AS_LETTER)
    if len(typed) == 5:
        codes = [alias + typed[3:].translate(_AS_DIGIT)]
    else:
        kinds = ((typed[3:-cut].translate(_AS_LETTER), typed[-cut:].translate(_AS_DIGIT)) for cut in (1, 2))
        codes = [f"{alias}-{kind}{number}" for kind, number in kinds]
    yield from (code for code in codes if _OFFICE.fullmatch(code))
