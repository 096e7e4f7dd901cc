"""Puts entries together again from forms and columns: the reading half of `sync.coding`.

Whoever sent the payload may be hostile: every count is checked before anything is made of it.
"""

from array import array
from collections import Counter
from collections.abc import Callable

from hbp_desktop.domain.entry import LONGEST_BODY, LONGEST_HEADER, Gone
from hbp_desktop.sync import forms
from hbp_desktop.sync.columns import Reading
from hbp_desktop.sync.encoding import Pair
from hbp_desktop.sync.forms import FIRST, GONE, IN_HEADER, ODD, Form
from hbp_desktop.sync.frames import Reading as Frames

LARGEST_CONTENT = 32 * 1024 * 1024  # bytes of entries in one payload
MOST_VALUES = 1_000_000

_DIGEST = 32
_SECTIONS = 8

Fill = tuple[bytes, list[Callable[[], bytes]]]  # a form's pattern, and where its values come from


class Unpacking:
    """Reads a payload of so many entries; raises ValueError or Damaged for what no packing gives."""

    def __init__(self, payload: bytes, entries: int) -> None:
        self._odd = Frames(payload, "batch_damaged")
        self._size = 0
        heads, bodies, places, kinds, picked, random, digits, words = (
            self._odd.part(len(payload)) for _ in range(_SECTIONS)
        )
        numbers = forms.numbers_in(picked)
        if len(numbers) != 2 * entries:
            raise ValueError("entries")
        self._of_headers, self._of_bodies = numbers[:entries], numbers[entries:]
        reading = Reading(random, digits, words, MOST_VALUES)
        self._fill(reading, kinds, forms.read_forms(heads), _placed(forms.read_forms(bodies), places))
        gone = reading.random(_DIGEST * self._of_bodies.count(GONE))
        self._gone = iter([Gone(gone[at : at + _DIGEST]) for at in range(0, len(gone), _DIGEST)])
        reading.finish()

    def pairs(self) -> list[Pair]:
        """Give the entries in their order."""
        found = list(zip(self._headers(), self._bodies(), strict=True))
        if not self._odd.at_end:
            raise ValueError("left over")
        return found

    def _fill(
        self, reading: Reading, kinds: bytes, heads: list[Form], bodies: list[tuple[Form, "array[int]"]]
    ) -> None:
        """Read every column, and join each form to those its values come from."""
        columns = len(kinds) // 2
        if not IN_HEADER <= columns <= IN_HEADER + forms.MOST_PLACES:
            raise ValueError("columns")
        counts = [0] * columns
        counts[:IN_HEADER] = [len(self._of_headers) - self._of_headers.count(ODD)] * IN_HEADER
        for number, times in Counter(self._of_bodies).items():
            for place in bodies[number - FIRST][1] if number >= FIRST else ():
                counts[place] += times
        if sum(counts) > MOST_VALUES:
            raise ValueError("values")
        values = [reading.column(kinds[2 * n : 2 * n + 2], count).__next__ for n, count in enumerate(counts)]
        in_header = values[:IN_HEADER]
        self._heads: list[Fill] = [(forms.header_pattern(form), in_header) for form in heads]
        self._forms: list[Fill] = [
            (forms.body_pattern(form), [values[place] for place in places]) for form, places in bodies
        ]

    def _headers(self) -> list[bytes]:
        found = []
        for number in self._of_headers:
            if number == ODD:
                header = self._odd.part(LONGEST_HEADER)
            else:
                header = _filled(self._heads[_from_first(number)], LONGEST_HEADER)
            self._size += len(header)
            if self._size > LARGEST_CONTENT:
                raise ValueError("content")
            found.append(header)
        return found

    def _bodies(self) -> list[bytes | Gone]:
        found: list[bytes | Gone] = []
        for number in self._of_bodies:
            if number == GONE:
                found.append(next(self._gone))
                continue
            if number == ODD:
                body = self._odd.part(LONGEST_BODY)
            else:
                body = _filled(self._forms[number - FIRST], LONGEST_BODY)
            self._size += len(body)
            if self._size > LARGEST_CONTENT:
                raise ValueError("content")
            found.append(body)
        return found


def _filled(fill: Fill, most: int) -> bytes:
    """Put values into a pattern; their lengths are summed first, for one long text may be told many times."""
    pattern, values = fill
    told = tuple([value() for value in values])
    if sum(map(len, told)) > most:
        raise ValueError("long")
    found = pattern % told
    if len(found) > most:
        raise ValueError("long")
    return found


def _placed(bodies: list[Form], places: bytes) -> list[tuple[Form, "array[int]"]]:
    """Give each form of bodies the numbers of the columns its values come from."""
    numbers, at, found = forms.numbers_in(places), 0, []
    for form in bodies:
        slots = numbers[at : at + len(form) - 1]
        at += len(form) - 1
        found.append((form, slots))
    if at != len(numbers):
        raise ValueError("places")
    return found


def _from_first(number: int) -> int:
    if number < FIRST:
        raise ValueError("form")
    return number - FIRST
