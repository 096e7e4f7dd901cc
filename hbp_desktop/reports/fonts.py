"""The embedded type: which face has which character, and shaped glyphs in thousandths of an em."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, NamedTuple

import uharfbuzz

from hbp_desktop.resources import resource

REGULAR, MEDIUM, SEMIBOLD, BOLD = "regular", "medium", "semibold", "bold"
MONO, MONO_BOLD = "mono", "mono_bold"

_FILES = {
    REGULAR: "NotoSans_400Regular.ttf",
    MEDIUM: "NotoSans_500Medium.ttf",
    SEMIBOLD: "NotoSans_600SemiBold.ttf",
    BOLD: "NotoSans_700Bold.ttf",
    MONO: "NotoSansMono_500Medium.ttf",
    MONO_BOLD: "NotoSansMono_600SemiBold.ttf",
    "tamil": "NotoSansTamil_400Regular.ttf",
    "jawi": "NotoNaskhArabic_400Regular.ttf",
    "han": "NotoSansSC_400Regular.ttf",
    "emoji": "NotoEmoji_400Regular.ttf",
}
_OTHER_SCRIPTS = ("tamil", "jawi", "han", "emoji")
_LIGATURES_APART = {"liga": False, "dlig": False, "clig": False}
_EVEN_FACES = frozenset({MONO, MONO_BOLD})
_LATIN_FACES = {REGULAR, MEDIUM, SEMIBOLD, BOLD, *_EVEN_FACES}
_LETTER = re.compile("[A-Za-z]")  # figures and signs alone are not kerned

_LEFT_OUT_OF_SUBSET = (
    "GSUB GPOS GDEF BASE JSTF MATH STAT name post cmap OS/2 DSIG gasp vhea vmtx VORG meta kern hdmx VDMX LTSH"
).split()


class Glyph(NamedTuple):
    """One placed glyph; lengths in thousandths of an em."""

    number: int
    text: str
    advance: int
    natural: int
    right: int
    up: int


@dataclass(frozen=True)
class Face:
    """One font file, opened when first needed."""

    name: str
    path: str = field(repr=False)

    @cached_property
    def opened(self) -> Any:
        """Give the shaping engine's font, scaled to 1000 units an em."""
        font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(self.path)))
        font.scale = (1000, 1000)
        return font

    @cached_property
    def characters(self) -> frozenset[int]:
        """Give the code points the face can draw."""
        return frozenset(self.opened.face.unicodes)

    def shape(self, text: str, right_to_left: bool = False) -> tuple[Glyph, ...]:
        """Shape one run of one script, glyphs in the order they stand on the page."""
        buffer = uharfbuzz.Buffer()
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_GRAPHEMES
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right_to_left else "ltr"
        uharfbuzz.shape(self.opened, buffer, _LIGATURES_APART if self.name in _LATIN_FACES else {})
        return self._placed(text, buffer.glyph_infos, buffer.glyph_positions)

    @cached_property
    def ascii(self) -> Mapping[str, tuple[str, int, int]]:
        """Give hexadecimal number, number and advance of each printable ASCII character's glyph."""
        numbers = {chr(code): self.opened.get_nominal_glyph(code) for code in range(0x20, 0x7F)}
        return {sign: (f"{n:04X}", n, self.opened.get_glyph_h_advance(n)) for sign, n in numbers.items() if n}

    def ascii_run(self, text: str) -> tuple[str, int, dict[int, str]]:
        """Shape printable ASCII of a Latin face at once: kerned hexadecimal glyphs, width, glyphs.

        The same as `shape` gives, for a register has hundreds of thousands of such words.
        """
        found = [self.ascii[sign] for sign in text]
        glyphs = {number: sign for (_, number, _), sign in zip(found, text, strict=True)}
        if self.name in _EVEN_FACES or not _LETTER.search(text):
            return "".join([one[0] for one in found]), sum([one[2] for one in found]), glyphs
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self.opened, buffer, _LIGATURES_APART)
        advances = [place.x_advance for place in buffer.glyph_positions]
        body = "".join(
            [
                code if advance == natural else f"{code}>{natural - advance}<"
                for (code, _, natural), advance in zip(found, advances, strict=True)
            ]
        )
        return body, sum(advances), glyphs

    def _placed(self, text: str, infos: Any, positions: Any) -> tuple[Glyph, ...]:
        words = _cluster_words(text, [info.cluster for info in infos])
        return tuple(
            Glyph(
                info.codepoint,
                word,
                place.x_advance,
                self.opened.get_glyph_h_advance(info.codepoint),
                place.x_offset,
                place.y_offset,
            )
            for info, place, word in zip(infos, positions, words, strict=True)
        )

    def subset(self, glyphs: Mapping[int, str]) -> bytes:
        """Cut the font down to these glyphs, keeping their numbers."""
        wanted = uharfbuzz.SubsetInput()
        wanted.glyph_set.update({0, *glyphs})
        wanted.flags = uharfbuzz.SubsetFlags.RETAIN_GIDS | uharfbuzz.SubsetFlags.NO_HINTING
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _LEFT_OUT_OF_SUBSET)
        return bytes(uharfbuzz.subset(self.opened.face, wanted).blob.data)


def _cluster_words(text: str, clusters: list[int]) -> list[str]:
    """Give the characters each glyph stands for: the first glyph of a cluster has them all."""
    ends = dict(zip(sorted(set(clusters)), [*sorted(set(clusters))[1:], len(text)], strict=True))
    seen: set[int] = set()
    words = []
    for start in clusters:
        words.append("" if start in seen else text[start : ends[start]])
        seen.add(start)
    return words


@cache
def face(name: str) -> Face:
    """Give a face by its name; the file is read when its first glyph is."""
    return Face(name, str(resource("fonts", _FILES[name])))


@cache
def face_for(character: str, wanted: str) -> str | None:
    """Choose the face that draws a character: the wanted one, its plain sister, then other scripts."""
    for name in (wanted, REGULAR, *_OTHER_SCRIPTS):
        if ord(character) in face(name).characters:
            return name
    return None
