"""Type in a PDF: one composite font a face, cut down to the glyphs the document used."""

import hashlib
import zlib
from typing import Any

from reportlab.pdfbase import pdfdoc

from hbp_desktop.reports.fonts import Face, face
from hbp_desktop.reports.text_runs import Span

_MAPPINGS_A_BLOCK = 100


class Typecase:
    """The faces and glyphs one document uses; writes them into it when it is saved."""

    def __init__(self) -> None:
        self._used: dict[str, dict[int, str]] = {}

    def take(self, span: Span) -> None:
        """Note that the document draws a span; the first text of a glyph in the document is its text."""
        for one in span.members or (span,):
            known = self._used.setdefault(one.face, {})
            if not one.glyphs.keys() <= known.keys():
                for number, text in one.glyphs.items():
                    known.setdefault(number, text)

    def addObjects(self, document: Any) -> None:
        """Write every font; reportlab calls this under this name just before it writes the file."""
        fonts = document.idToObject["BasicFonts"].dict
        fonts.clear()  # reportlab's standard fonts: nothing on our pages uses them
        for name, glyphs in self._used.items():
            fonts[name] = document.Reference(_composite(document, face(name), glyphs), f"font:{name}")


def _composite(document: Any, source: Face, glyphs: dict[int, str]) -> Any:
    base = pdfdoc.PDFName(f"{_tag(source.name, glyphs)}+Noto{source.name.title().replace('_', '')}")
    descendant = document.Reference(_descendant(document, source, glyphs, base))
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type0"),
            "BaseFont": base,
            "Encoding": pdfdoc.PDFName("Identity-H"),
            "DescendantFonts": pdfdoc.PDFArray([descendant]),
            "ToUnicode": document.Reference(flate(_to_unicode(glyphs))),
        }
    )


def _descendant(document: Any, source: Face, glyphs: dict[int, str], base: Any) -> Any:
    widths: list[Any] = []
    for number in sorted(glyphs):
        widths += [number, pdfdoc.PDFArray([source.opened.get_glyph_h_advance(number)])]
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("CIDFontType2"),
            "BaseFont": base,
            "CIDSystemInfo": pdfdoc.PDFDictionary(
                {
                    "Registry": pdfdoc.PDFString("Adobe"),
                    "Ordering": pdfdoc.PDFString("Identity"),
                    "Supplement": 0,
                }
            ),
            "FontDescriptor": document.Reference(_descriptor(document, source, glyphs, base)),
            "CIDToGIDMap": pdfdoc.PDFName("Identity"),
            "DW": 1000,
            "W": pdfdoc.PDFArray(widths),
        }
    )


def _descriptor(document: Any, source: Face, glyphs: dict[int, str], base: Any) -> Any:
    extents = source.opened.get_font_extents("ltr")
    program = source.subset(glyphs)
    stream = flate(program)
    stream.dictionary["Length1"] = len(program)
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": base,
            "Flags": 4,
            "FontBBox": pdfdoc.PDFArray([-1000, extents.descender, 2000, extents.ascender]),
            "ItalicAngle": 0,
            "Ascent": extents.ascender,
            "Descent": extents.descender,
            "CapHeight": 714,
            "StemV": 80,
            "FontFile2": document.Reference(stream),
        }
    )


def flate(content: bytes) -> Any:
    """Make a compressed stream object."""
    stream = pdfdoc.PDFStream(content=zlib.compress(content, 6))
    stream.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
    return stream


def _to_unicode(glyphs: dict[int, str]) -> bytes:
    """Write the map that lets a reader search and copy the text (Adobe technical note 5411)."""
    lines = [
        f"<{number:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for number, text in sorted(glyphs.items())
        if text
    ]
    blocks = [
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar"
        for block in (lines[at : at + _MAPPINGS_A_BLOCK] for at in range(0, len(lines), _MAPPINGS_A_BLOCK))
    ]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
            *blocks,
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    ).encode("ascii")


def _tag(name: str, glyphs: dict[int, str]) -> str:
    """Make the six letters that mark a subset (ISO 32000, 9.6.4), from what is in it."""
    digest = hashlib.sha256(f"{name}:{sorted(glyphs)}".encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
