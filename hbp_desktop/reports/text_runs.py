"""From people's text to shaped spans: the only way text reaches paper, so nothing in it can be markup."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from hbp_desktop.reports.bidi import runs_right_to_left, visual_runs
from hbp_desktop.reports.fonts import MONO, Glyph, face, face_for

_LATIN = {"regular", "medium", "semibold", "bold", "mono", "mono_bold"}
_JOINERS = "\u200c\u200d"
_WORDS = 8192  # kept shaped: the words of a language, not the numbers that come once
_SMALL = 0.68
_PADDING = 120
_MOST_MARKS = 4  # on one letter; a taller pile would cover the lines above

_CONTROL_NAMES = (
    "NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC "
    "FS GS RS US SP DEL"
).split()
_MARK_NAMES = {
    **{chr(0x2400 + index): name for index, name in enumerate(_CONTROL_NAMES)},
    **{chr(index): name for index, name in enumerate(_CONTROL_NAMES) if index < 32},
    "\u00ad": "SHY", "\u061c": "ALM", "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ", "\u200e": "LRM",
    "\u200f": "RLM", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2060": "WJ", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI", "\ufeff": "BOM",
    "\u2028": "LS", "\u2029": "PS", "\x7f": "DEL",
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Span:
    """A run of glyphs of one face at one height; lengths in thousandths of the em of the text around it.

    `body` is the inside of a PDF `[<…>]TJ`: hexadecimal glyph numbers with moves between them.
    A boxed span is the visible code of a character that cannot be drawn; a plain one can be joined with
    its neighbours of the same face, and a joined one has the glyphs of its members.
    """

    face: str
    body: str
    width: float
    glyphs: dict[int, str]
    rise: int = 0
    boxed: bool = False
    reads: str = ""
    plain: bool = True
    members: tuple["Span", ...] = ()

    @property
    def scale(self) -> float:
        """Give the size of this span against the text around it."""
        return _SMALL if self.boxed else 1.0


@lru_cache(maxsize=_WORDS)
def shaped(style: str, word: str) -> tuple[Span, ...]:
    """Shape one word that reads from the left."""
    if word.isascii() and word.isprintable():
        return (Span(style, *face(style).ascii_run(word)),)
    return tuple(_shape_from_left(style, word))


@lru_cache(maxsize=_WORDS)
def width(style: str, word: str) -> float:
    """Measure one word, in thousandths of an em."""
    return sum(span.width for span in line_spans(style, word))


@lru_cache(maxsize=4096)
def line_spans(style: str, text: str) -> tuple[Span, ...]:
    """Shape one line of text as it stands on the page, from the left."""
    if runs_right_to_left(text):
        return tuple(_joined(_shape_both_ways(style, text)))
    if " " not in text:
        return shaped(style, text)
    return tuple(_joined(_word_by_word(style, text)))


def _word_by_word(style: str, text: str) -> list[Span]:
    """Shape a line from its words, which come again and again; a space is a word too."""
    spans: list[Span] = []
    space = shaped(style, " ")
    for index, word in enumerate(text.split(" ")):
        if index:
            spans += space
        if word:
            spans += shaped(style, word)
    return spans


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Join neighbours of one face, so that a line is one run; each remembers whose glyphs it draws."""
    for (name, plain), group in groupby(spans, _kinship):
        if not plain:
            yield from group
            continue
        together = tuple(group)
        body, wide = "".join([span.body for span in together]), sum([span.width for span in together])
        yield Span(name, body, wide, {}, members=together)


def _kinship(span: Span) -> tuple[str, bool]:
    return span.face, span.plain


def _shape_both_ways(style: str, text: str) -> Iterator[Span]:
    for run, right_to_left in visual_runs(text):
        if right_to_left:
            yield from reversed(list(_shape_from_right(style, run)))
        else:
            yield from _word_by_word(style, run)


def _shape_from_left(style: str, text: str) -> Iterator[Span]:
    for name, run in _by_face(style, text):
        if name is None:
            yield from (_boxed(character) for character in run)
            continue
        yield from _spans(name, face(name).shape(run), run)


def _shape_from_right(style: str, text: str) -> Iterator[Span]:
    for name, run in _by_face(style, text):
        if name is None:
            yield from (_boxed(character) for character in run)
            continue
        if name in _LATIN:  # signs between words; brackets are mirrored already, so each keeps its own text
            yield from reversed(list(_spans(name, face(name).shape(run[::-1]), "")))
            continue
        yield from reversed(list(_spans(name, face(name).shape(run, right_to_left=True), run)))


def _by_face(style: str, text: str) -> Iterator[tuple[str | None, str]]:
    """Split text into runs of one face; None is the face of what must be shown by its code."""
    faces: list[str | None] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        before = faces[-1] if faces else None
        faces.append(_face_of(character, style, before) if marks <= _MOST_MARKS else None)
    for name, indexes in groupby(range(len(text)), faces.__getitem__):
        yield name, "".join(text[index] for index in indexes)


def _face_of(character: str, style: str, before: str | None) -> str | None:
    if character in _JOINERS:
        return before if before not in _LATIN else None
    if character in _MARK_NAMES:
        return None
    kind = unicodedata.category(character)
    if kind in ("Mn", "Mc", "Me") and before and ord(character) in face(before).characters:
        return before
    if kind == "Mn" and "\ufe00" <= character <= "\ufe0f":
        return before
    return face_for(character, style) if kind not in ("Cc", "Cf", "Cs", "Zl", "Zp") else None


def _spans(name: str, glyphs: tuple[Glyph, ...], run: str) -> Iterator[Span]:
    """Make spans of equal height; a complex script keeps its words beside its glyphs."""
    complex_script = run if any(glyph.text == "" for glyph in glyphs) else ""
    if complex_script and not any(glyph.up for glyph in glyphs):
        yield _span(name, glyphs, 0, complex_script)
        return
    for up, group in groupby(glyphs, lambda glyph: glyph.up):
        yield _span(name, tuple(group), up, "")


def _span(name: str, glyphs: tuple[Glyph, ...], up: int, reads: str) -> Span:
    return Span(
        name,
        "".join(_placed(glyph) for glyph in glyphs),
        sum(glyph.advance for glyph in glyphs),
        {glyph.number: glyph.text for glyph in glyphs},
        rise=up,
        reads=reads,
        plain=not (up or reads),
    )


def _placed(glyph: Glyph) -> str:
    """Write a glyph and the moves that put it where the shaper wants it."""
    left = f">{-glyph.right}<" if glyph.right else ""
    rest = glyph.right + glyph.natural - glyph.advance
    return f"{left}{glyph.number:04X}" + (f">{rest}<" if rest else "")


def mark_name(character: str) -> str:
    """Name a character that is shown by its code, such as `RLO` or `U+1F9FF`."""
    return _MARK_NAMES.get(character) or f"U+{ord(character):04X}"


@lru_cache(maxsize=4096)
def _boxed(character: str) -> Span:
    code = _span(MONO, face(MONO).shape(mark_name(character)), 0, "")
    return Span(MONO, code.body, code.width * _SMALL + 2 * _PADDING, code.glyphs, boxed=True, plain=False)


def box_padding() -> int:
    """Give the room left and right of a boxed code, in thousandths of an em."""
    return _PADDING
