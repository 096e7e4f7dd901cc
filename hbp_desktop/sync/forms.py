"""Forms: what stands between the values of an entry, told once for all entries of one sort."""

import json
import re
import sys
from array import array
from collections.abc import Iterable, Iterator

from hbp_desktop.sync.columns import END

Form = tuple[bytes, ...]

MOST_FORMS = 4_096
MOST_PLACES = 32_768  # values in all forms of bodies together
LONGEST_FORM = 1_024  # bytes; what is longer is hardly shared
ODD, GONE, FIRST = 0, 1, 2  # numbers: what fits no form lies whole; a body that is gone; the first form's
IN_HEADER = 7  # a header's values: actor, at, chain, id, lamport, parents, seq
GROWING = (1, 6)  # of them, those that count up

_SEAM = b"\1"
_VALUE = re.compile(rb':"([^"\\]*(?:\\.[^"\\]*)*)"')
_HEADER = re.compile(
    rb'(\{"action":"[a-z0-9_.-]{1,32}","actor":")([a-zA-Z0-9:._-]{1,120})(","at":)([0-9]{1,16})'
    rb'(,"chain":")([0-9a-f]{32})(",(?:"doubt":true,)?"id":")([a-zA-Z0-9:._-]{1,120})'
    rb'(","kind":"[a-z0-9_.-]{1,32}","lamport":)([0-9]{1,16})(,"parents":\[)([0-9a-f",\[\]]{0,4000})'
    rb'(\],"seq":)([0-9]{1,16})(,"v":[0-9]{1,16}\})'
).fullmatch


def part_header(header: bytes) -> tuple[Form, Form] | None:
    """Part a header into form and values; None where it has others than most."""
    fit = _HEADER(header)
    if fit is None:
        return None
    parts = fit.groups()
    return parts[::2], parts[1::2]


def part_body(body: bytes) -> tuple[Form, list[bytes]] | None:
    """Part a body at the texts in it; None where it cannot be told apart from what tells forms apart."""
    if END in body or _SEAM in body:
        return None
    parts = _VALUE.split(body)
    return tuple(parts[::2]), parts[1::2]


def names_of(form: Form) -> list[str]:
    """Name the place of each value of a body, alike in all forms; only bytes are saved by naming well."""
    try:
        shape = json.loads(b"".join(b'%b:"%d"' % (part, n) for n, part in enumerate(form[:-1])) + form[-1])
    except (ValueError, RecursionError):
        return ["odd"] * (len(form) - 1)
    names = dict(_walk("", shape))
    return [names.get(str(n), "odd") for n in range(len(form) - 1)]


def write_forms(forms: Iterable[Form]) -> bytes:
    """Write forms one after another."""
    return b"".join(_SEAM.join(form) + END for form in forms)


def read_forms(data: bytes) -> list[Form]:
    """Read forms back; raises ValueError."""
    if data.count(END) > MOST_FORMS or data.count(_SEAM) > MOST_PLACES:
        raise ValueError("forms")
    found = [tuple(form.split(_SEAM)) for form in data.split(END)]
    if found.pop() != (b"",):
        raise ValueError("form")
    return found


def header_pattern(form: Form) -> bytes:
    """Give a pattern that puts a header's values into its form by `%`; raises ValueError."""
    if len(form) != IN_HEADER + 1:
        raise ValueError("header")
    return b"%b".join(map(_escaped, form))


def body_pattern(form: Form) -> bytes:
    """Give a pattern that puts a body's texts into its form by `%`."""
    return b':"%b"'.join(map(_escaped, form))


def _escaped(part: bytes) -> bytes:
    return part.replace(b"%", b"%%")


def numbers_out(numbers: "array[int]") -> bytes:
    """Write numbers of two bytes each, the greater byte first."""
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers.tobytes()


def numbers_in(data: bytes) -> "array[int]":
    """Read such numbers; raises ValueError."""
    found = array("H")
    found.frombytes(data)
    if sys.byteorder == "little":
        found.byteswap()
    return found


def _walk(name: str, value: object) -> Iterator[tuple[object, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _walk(f"{name}.{key}", inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(f"{name}.", inner)
    else:
        yield value, name
