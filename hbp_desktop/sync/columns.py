"""Columns: the values that stand at one place in many entries, written the shortest way that fits them all.

A column is text, unless every value of it is 32 hex digits (ids: 16 bytes as each is first told, later how
far apart in that order), 16 signs of base64 (12 bytes), or a count (told by its step). Random bytes stand
apart from the rest, and digits from words, so that each is compressed among its like.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from itertools import accumulate, pairwise, repeat

Values = list[bytes]

END = b"\0"
ID, TOKEN = 16, 12  # bytes
_HEX = re.compile(rb"[0-9a-f]{32}").fullmatch
_COUNT = re.compile(rb"0|[1-9][0-9]{0,15}").fullmatch
_STEP = re.compile(rb"-?[0-9]{1,17}").fullmatch
_SCARCE = re.compile(rb"[0-9:./ \0-]*").fullmatch  # dates, times, telephone and document numbers
_ONE, _DIGITS, _WORDS = b"1", b"d", b"w"


class Writing:
    """Takes columns one after another; `kinds` has two signs for each: what it holds, and where it lies."""

    def __init__(self) -> None:
        self.kinds = b""
        self._random: list[bytes] = []
        self._digits: list[bytes] = []
        self._words: list[bytes] = []
        self._told: dict[bytes, int] = {}

    def add(self, values: Values) -> None:
        """Write a column of values without zero bytes."""
        if all(map(_HEX, values)):
            self._text(b"i", self._distances(values))
        elif token := _token_bytes(values):
            self.kinds += b"b" + _ONE
            self._random.append(token)
        else:
            self._text(b"t", values)

    def add_counts(self, values: Values) -> None:
        """Write a column of numbers that mostly grow."""
        if all(map(_COUNT, values)):
            numbers = list(map(int, values))
            self._text(b"c", [b"%d" % (new - old) for old, new in pairwise([0, *numbers])])
        else:
            self._text(b"t", values)

    def parts(self) -> tuple[bytes, bytes, bytes]:
        """Give what is random, what is mostly digits, and the rest."""
        return b"".join(self._random), b"".join(self._digits), b"".join(self._words)

    def _text(self, kind: bytes, values: Values) -> None:
        if len(set(values)) == 1:
            self.kinds += kind + _ONE
            self._words.append(values[0] + END)
            return
        text = b"".join([value + END for value in values])
        scarce = _SCARCE(text) is not None
        self.kinds += kind + (_DIGITS if scarce else _WORDS)
        (self._digits if scarce else self._words).append(text)

    def _distances(self, values: Values) -> Values:
        """Tell each id as new (nothing), or by how far its place is from that of the one before."""
        found, last, told, new = [], 0, self._told, []
        for value in values:
            at = told.get(value)
            if at is None:
                at = told[value] = len(told)
                new.append(value)
                found.append(b"")
            else:
                found.append(b"%d" % (at - last))
            last = at
        self._random.append(bytes.fromhex(b"".join(new).decode("ascii")))
        return found


class Reading:
    """Gives columns back in the order they were written; raises ValueError for what no writing gives."""

    def __init__(self, random: bytes, digits: bytes, words: bytes, most: int) -> None:
        if digits.count(END) + words.count(END) > most:
            raise ValueError("values")
        self._random, self._at = random, 0
        self._text = {_DIGITS: iter(_split(digits)), _WORDS: iter(_split(words))}
        self._told: Values = []

    def column(self, kind: bytes, count: int) -> Iterator[bytes]:
        """Give the next column's values; `kind` is its two signs."""
        what, where = kind[:1], kind[1:]
        if what == b"b" and where == _ONE:
            text = b64encode(self.random(count * TOKEN))
            return iter([text[at : at + 16] for at in range(0, len(text), 16)])
        read = _READ[what]
        if where == _ONE and what == b"t":
            return repeat(next(self._text[_WORDS]))
        if where == _ONE:
            return iter(read(self, [next(self._text[_WORDS])] * count))
        source = self._text[where]
        return iter(read(self, [next(source) for _ in range(count)]))

    def random(self, size: int) -> bytes:
        """Give the next random bytes."""
        found = self._random[self._at : self._at + size]
        self._at += size
        if len(found) != size:
            raise ValueError("random")
        return found

    def finish(self) -> None:
        """Raise ValueError unless everything was read."""
        left = [*self._text[_DIGITS], *self._text[_WORDS]]
        if left or self._at != len(self._random):
            raise ValueError("left over")

    def _ids(self, values: Values) -> Values:
        told, last, found = self._told, 0, []
        new = self.random(ID * values.count(b"")).hex().encode("ascii")
        at = 0
        for value in values:
            if value:
                last += _step(value)
                if last < 0:
                    raise ValueError("distance")
            else:
                last = len(told)
                told.append(new[at : at + 32])
                at += 32
            found.append(told[last])
        return found

    def _counts(self, values: Values) -> Values:
        return [b"%d" % number for number in accumulate(map(_step, values))]

    def _plain(self, values: Values) -> Values:
        return values


_READ: dict[bytes, Callable[[Reading, Values], Values]] = {
    b"c": Reading._counts,
    b"i": Reading._ids,
    b"t": Reading._plain,
}


def _token_bytes(values: Values) -> bytes:
    """Give what these values are base64 of, b"" where they are not all 12 bytes spelled that way."""
    text = b"".join(values)
    if set(map(len, values)) != {16}:
        return b""
    try:
        found = b64decode(text, validate=True)
    except ValueError:
        return b""
    return found if b64encode(found) == text else b""


def _split(text: bytes) -> Values:
    values = text.split(END)
    if values.pop() != b"":
        raise ValueError("end")
    return values


def _step(text: bytes) -> int:
    if _STEP(text) is None:
        raise ValueError("step")
    return int(text)
