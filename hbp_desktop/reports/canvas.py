"""Pages: a pen that draws in points from the top left, and the binding of pages into a file."""

import gc
import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from hbp_desktop.reports.embed import Typecase, flate
from hbp_desktop.reports.fonts import REGULAR
from hbp_desktop.reports.text_runs import Span, box_padding, line_spans
from hbp_desktop.reports.wrap import Line, measure

MM = 72 / 25.4
INK, INK2, GREY, PALE = 0x11, 0x33, 0x9A, 0xF1  # levels of grey, 0 to 255
HAIR, RULE, HEAVY = 0.4, 0.75, 1.5  # points


@dataclass(frozen=True)
class Sheet:
    """A size of paper and its margins, in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def room(self) -> float:
        """Give the width between the margins."""
        return self.width - self.left - self.right

    @property
    def end(self) -> float:
        """Give the right edge of the text."""
        return self.width - self.right


A4 = Sheet(210 * MM, 297 * MM, 25 * MM, 20 * MM, 16 * MM, 20 * MM)
A4_LANDSCAPE = Sheet(297 * MM, 210 * MM, 15 * MM, 15 * MM, 16 * MM, 18 * MM)


class Pen:
    """Draws on one page. `x` grows to the right, `y` downwards from the top edge; sizes are points."""

    def __init__(self, page: Any, typecase: Typecase, sheet: Sheet) -> None:
        self._page, self._type, self.sheet = page, typecase, sheet
        self._code: list[str] = []

    def text(
        self, x: float, y: float, text: str, style: str = REGULAR, size: float = 9.5, grey: int = INK
    ) -> float:
        """Write one line with its baseline at `y`; give the x where it ends."""
        return self._write(x, y, line_spans(style, text), size, grey)

    def right(
        self, x: float, y: float, text: str, style: str = REGULAR, size: float = 9.5, grey: int = INK
    ) -> None:
        """Write one line that ends at `x`."""
        self.text(x - measure(text, style, size), y, text, style, size, grey)

    def centre(
        self, x: float, y: float, text: str, style: str = REGULAR, size: float = 9.5, grey: int = INK
    ) -> None:
        """Write one line with its middle at `x`."""
        self.text(x - measure(text, style, size) / 2, y, text, style, size, grey)

    def spaced(
        self, x: float, y: float, text: str, style: str, size: float, gap: float, grey: int = INK
    ) -> None:
        """Write one line with its middle at `x` and `gap` points more between letters."""
        wide = measure(text, style, size) + gap * (len(text) - 1)
        self._code.append(f"{gap} Tc")
        self.text(x - wide / 2, y, text, style, size, grey)
        self._code.append("0 Tc")

    def lines(
        self, x: float, y: float, lines: Sequence[Line], size: float, leading: float, grey: int = INK
    ) -> float:
        """Write wrapped lines, the first with its baseline at `y`; give the baseline after the last."""
        for line in lines:
            at = x
            for style, text in line.parts:
                at = self.text(at, y, text, style, size, grey)
            y += leading
        return y

    def rule(self, x1: float, y: float, x2: float, weight: float = RULE, grey: int = INK) -> None:
        """Draw a level line."""
        self.stroke(x1, y, x2, y, weight, grey)

    def stroke(
        self, x1: float, y1: float, x2: float, y2: float, weight: float = RULE, grey: int = INK
    ) -> None:
        """Draw a straight line."""
        high = self.sheet.height
        self._code.append(
            f"{grey / 255:.3f} G {weight} w {x1:.2f} {high - y1:.2f} m {x2:.2f} {high - y2:.2f} l S"
        )

    def box(
        self,
        x: float,
        y: float,
        wide: float,
        high: float,
        weight: float = RULE,
        grey: int = INK,
        fill: int | None = None,
        dashed: bool = False,
    ) -> None:
        """Draw a rectangle whose top left corner is at `x`, `y`; no border when `weight` is 0."""
        paint = "B" if fill is not None and weight else ("f" if fill is not None else "S")
        dash = ("[2.2 1.6] 0 d ", " [] 0 d") if dashed else ("", "")
        colour = f"{fill / 255:.3f} g " if fill is not None else ""
        self._code.append(
            f"{dash[0]}{colour}{grey / 255:.3f} G {weight} w "
            f"{x:.2f} {self.sheet.height - y - high:.2f} {wide:.2f} {high:.2f} re {paint}{dash[1]}"
        )

    def hatch(self, x: float, y: float, wide: float, high: float, gap: float = 2.6) -> None:
        """Fill a rectangle with slanted lines."""
        bottom = self.sheet.height - y - high
        strokes = [
            f"{x + at:.2f} {bottom + high:.2f} m {x + at + high:.2f} {bottom:.2f} l"
            for at in _steps(-high, wide, gap)
        ]
        self._code.append(
            f"q {x:.2f} {bottom:.2f} {wide:.2f} {high:.2f} re W n 0.067 G 0.5 w {' '.join(strokes)} S Q"
        )

    def squares(self, rectangles: Sequence[tuple[float, float, float, float]], grey: int = 0) -> None:
        """Fill many rectangles (x, y, wide, high) at once."""
        high = self.sheet.height
        parts = [f"{x:.3f} {high - y - tall:.3f} {wide:.3f} {tall:.3f} re" for x, y, wide, tall in rectangles]
        self._code.append(f"{grey / 255:.3f} g {' '.join(parts)} f")

    def picture(self, x: float, y: float, wide: float, high: float, image: bytes) -> None:
        """Place a picture inside a rectangle, keeping its shape."""
        self._page.drawImage(
            ImageReader(BytesIO(image)), x, self.sheet.height - y - high, wide, high,
            preserveAspectRatio=True, mask="auto",
        )  # fmt: skip

    def _write(self, x: float, y: float, spans: tuple[Span, ...], size: float, grey: int) -> float:
        base = self.sheet.height - y
        colour = f"{grey / 255:.3f} g"
        for span in spans:
            self._type.take(span)
            wide = span.width * size / 1000
            if span.boxed:
                self._box_code(x, y, wide, size, grey)
            inset = box_padding() * size / 1000 if span.boxed else 0.0
            self._code.append(
                f"{colour} BT /{span.face} {size * span.scale:.4g} Tf {x + inset:.2f} "
                f"{base + span.rise * size / 1000 + inset * 0.6:.2f} Td {_shown(span)} ET"
            )
            x += wide
        return x

    def _box_code(self, x: float, y: float, wide: float, size: float, grey: int) -> None:
        self.box(x + 0.04 * size, y - 0.68 * size, wide - 0.08 * size, 0.78 * size, 0.35, grey)

    def drawn(self) -> str:
        """Give the page's drawing operators."""
        return "\n".join(self._code)


def _shown(span: Span) -> str:
    show = f"[<{span.body}>]TJ" if ">" in span.body else f"<{span.body}>Tj"
    if not span.reads:
        return show
    return f"/Span<</ActualText<FEFF{span.reads.encode('utf-16-be').hex()}>>>BDC {show} EMC"


def _steps(start: float, end: float, gap: float) -> list[float]:
    return [start + gap * index for index in range(int((end - start) / gap) + 1)]


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the cycle collector rest: a large register makes millions of objects and no cycles."""
    resting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if resting:
            gc.enable()


@dataclass(frozen=True)
class Leaf:
    """One page to come: its paper, and what draws it once the number of pages is known."""

    sheet: Sheet
    draw: Callable[[Pen], None]


Progress = Callable[[int], None]  # pages drawn so far
Frame = Callable[[Pen, int, int], None]  # what stands on every page: pen, page, pages


@uncollected()
def bind(
    leaves: Sequence[Leaf],
    frame: Frame,
    title: str,
    made: datetime,
    progress: Progress | None = None,
) -> bytes:
    """Draw the pages and give the PDF's bytes: the same pages give the same bytes."""
    out = BytesIO()
    book = canvas.Canvas(out, pageCompression=0, invariant=1, pdfVersion=(1, 7), lang="ms")
    _describe(book, title, made)
    typecase = Typecase()
    book._doc.delayedFonts.append(typecase)
    signature = hashlib.sha256(title.encode())
    for number, leaf in enumerate(leaves, 1):
        signature.update(_draw_leaf(book, typecase, leaf, lambda pen, at=number: frame(pen, at, len(leaves))))  # type: ignore[misc]
        if progress:
            progress(number)
    name = signature.hexdigest()[:32].encode()
    book._doc._ID = b"\n[<" + name + b"><" + name + b">]\n"
    book.save()
    return out.getvalue()


def _draw_leaf(book: Any, typecase: Typecase, leaf: Leaf, frame: Callable[[Pen], None]) -> bytes:
    """Draw one page and compress it at once, so that thousands fit in memory."""
    book.setPageSize((leaf.sheet.width, leaf.sheet.height))
    book._preamble = ""  # names a font of reportlab's own that we do not use
    pen = Pen(book, typecase, leaf.sheet)
    leaf.draw(pen)
    frame(pen)
    book.addLiteral(pen.drawn(), escaped=1)
    number = book.getPageNumber()
    book.showPage()
    page = book._doc.idToObject[f"Page{number}"]
    content: bytes = page.stream.encode("latin-1")
    page.Contents, page.stream = flate(content), None
    return content


def _describe(book: Any, title: str, made: datetime) -> None:
    """Set what the file says of itself; its time is the records', never the clock's."""
    book.setTitle(title)
    book.setAuthor("")
    book.setCreator("Hari Bertemu Pelanggan")
    book.setSubject("")
    book._doc.info.producer = "Hari Bertemu Pelanggan"
    stamp = book._doc._timeStamp
    stamp.YMDhms = made.timetuple()[:6]
    offset = made.utcoffset()
    stamp.dhh, stamp.dmm = divmod(int(offset.total_seconds() // 60) if offset else 0, 60)
