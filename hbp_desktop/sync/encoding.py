"""Parts entries into forms and columns: the writing half of `sync.coding`."""

from array import array
from collections.abc import Callable, Sequence

from hbp_desktop.domain.entry import Gone
from hbp_desktop.sync import forms
from hbp_desktop.sync.columns import Values, Writing
from hbp_desktop.sync.forms import FIRST, GONE, GROWING, IN_HEADER, ODD, Form
from hbp_desktop.sync.frames import framed

Pair = tuple[bytes, bytes | Gone]
Pairs = tuple[Pair, ...]
Append = Callable[[bytes], None]


class Packing:
    """Parts entries into forms and columns; `whole` leaves every one as it is."""

    def __init__(self, whole: bool = False) -> None:
        self._whole = whole
        self._heads: dict[Form, int] = {}
        self._bodies: dict[Form, tuple[int, list[Append]] | None] = {}
        self._places = array("H")
        self._columns: list[Values] = [[] for _ in range(IN_HEADER)]
        self._named: dict[str, int] = {}
        self._gone: list[bytes] = []
        self._odd: list[bytes] = []

    def pack(self, pairs: Sequence[Pair]) -> tuple[bytes, ...]:
        """Give the payload in parts: what tells how to read it, random bytes, digits, words."""
        appends = [column.append for column in self._columns]
        picked = array("H", [self._header(header, appends) for header, _ in pairs])
        picked.extend([self._body(body) for _, body in pairs])
        writing = Writing()
        for n, column in enumerate(self._columns):
            if n in GROWING:
                writing.add_counts(column)
            else:
                writing.add(column)
        random, digits, words = writing.parts()
        told = (
            forms.write_forms(self._heads),
            forms.write_forms(form for form, known in self._bodies.items() if known),
            forms.numbers_out(self._places),
            writing.kinds,
            forms.numbers_out(picked),
        )
        return (
            b"".join(map(framed, told)),
            framed(random + b"".join(self._gone)),
            framed(digits),
            framed(words) + b"".join(self._odd),
        )

    def _header(self, header: bytes, appends: Sequence[Append]) -> int:
        parted = None if self._whole else forms.part_header(header)
        if parted is None or (parted[0] not in self._heads and len(self._heads) >= forms.MOST_FORMS):
            return self._lay(header)
        for append, value in zip(appends, parted[1], strict=True):
            append(value)
        return self._heads.setdefault(parted[0], len(self._heads) + FIRST)

    def _body(self, body: bytes | Gone) -> int:
        if isinstance(body, Gone):
            self._gone.append(body.digest)
            return GONE
        parted = None if self._whole else forms.part_body(body)
        if parted is None:
            return self._lay(body)
        form, values = parted
        known = self._bodies[form] if form in self._bodies else self._learn(form)
        if known is None:
            return self._lay(body)
        number, appends = known
        for append, value in zip(appends, values, strict=True):
            append(value)
        return number

    def _lay(self, odd: bytes) -> int:
        self._odd.append(framed(odd))
        return ODD

    def _learn(self, form: Form) -> tuple[int, list[Append]] | None:
        """Take up a form of bodies, unless there are too many or it is too long."""
        full = len(self._bodies) >= forms.MOST_FORMS or len(self._places) + len(form) > forms.MOST_PLACES
        if full or sum(map(len, form)) > forms.LONGEST_FORM:
            return None
        appends: list[Append] = []
        for name in forms.names_of(form):
            place = self._named.setdefault(name, len(self._columns))
            if place == len(self._columns):
                self._columns.append([])
            self._places.append(place)
            appends.append(self._columns[place].append)
        known = self._bodies[form] = (len(self._bodies) + FIRST, appends)
        return known
