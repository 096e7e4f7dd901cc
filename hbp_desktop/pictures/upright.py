"""A picture decoded, turned upright, made small and written anew; runs in the child alone.

What is written has pixels and nothing else: a new image is made of them, so that no EXIF, XMP, colour
profile or comment of the old file can travel on.
"""

import io
import struct
from contextlib import suppress

from PIL import Image, UnidentifiedImageError

from hbp_desktop.domain.attachment import LONGEST_SIDE, MOST_BYTES, THUMB_SIDE
from hbp_desktop.domain.errors import Refused

MOST_PIXELS = 120_000_000
MOST_PIXELS_JPEG = 260_000_000  # these are decoded at a fraction of their size
LONGEST_SIDE_READ = 40_000
FLATTEST = 200  # times as long as wide

_FORMATS = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "bmp": "BMP", "tiff": "TIFF"}
_QUALITIES = (85, 75, 65, 55, 45)
_SMALLER = 0.8
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_TROUBLE = (OSError, ValueError, TypeError, SyntaxError, EOFError, IndexError, KeyError, OverflowError)
_DAMAGED = (*_TROUBLE, UnidentifiedImageError, struct.error, ZeroDivisionError, RuntimeError)


def decoded(data: bytes, kind: str) -> Image.Image:
    """Read the first picture of a file as upright RGB of at most LONGEST_SIDE; raises Refused (picture_…)."""
    Image.MAX_IMAGE_PIXELS = None  # asked below, with words
    try:
        with Image.open(io.BytesIO(data), formats=(_FORMATS[kind],)) as image:
            _ask_size(image, kind)
            image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            image.load()
            turn = _orientation(image)
            flat = _flat(image)
    except _DAMAGED:
        raise Refused("picture_damaged") from None
    return flat.transpose(_TURNS[turn]) if turn in _TURNS else flat


def written(image: Image.Image) -> tuple[bytes, int, int]:
    """Give a JPEG of at most MOST_BYTES with its size in pixels: quality goes first, then pixels."""
    small = _fitted(image, LONGEST_SIDE)
    while True:
        for quality in _QUALITIES:
            data = _jpeg(small, quality)
            if len(data) <= MOST_BYTES:
                return data, small.width, small.height
        small = _fitted(small, int(max(small.size) * _SMALLER))


def thumbnail(image: Image.Image) -> bytes:
    """Give a small JPEG to know it by."""
    return _jpeg(_fitted(image, THUMB_SIDE), 70)


def _ask_size(image: Image.Image, kind: str) -> None:
    width, height = image.size
    most = MOST_PIXELS_JPEG if kind == "jpeg" else MOST_PIXELS
    wrong = width < 1 or height < 1 or max(width, height) > LONGEST_SIDE_READ or width * height > most
    if wrong or max(width, height) > FLATTEST * min(width, height):
        raise Refused("picture_dimensions", width=width, height=height)


def _orientation(image: Image.Image) -> int:
    with suppress(*_DAMAGED):
        return int(image.getexif().get(_ORIENTATION, 1))
    return 1


def _flat(image: Image.Image) -> Image.Image:
    """Make it RGB on white paper, small before anything is copied about."""
    if image.mode.startswith(("I", "F")):
        image = _eight_bits(image)
    if image.mode in ("P", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    if image.mode in ("LA", "La", "RGBa"):
        image = image.convert("RGBA")
    paper = Image.new("RGB", image.size, "white")
    if image.mode == "RGBA":
        paper.paste(image, mask=image.getchannel("A"))
    else:
        paper.paste(image.convert("RGB"))
    return paper


def _eight_bits(image: Image.Image) -> Image.Image:
    """Bring sixteen bits and floats to eight: by what they hold, where they hold more."""
    grey = image.convert("F")
    low, high = (float(end) for end in grey.getextrema())  # type: ignore[arg-type]
    top = 255.0 if high <= 255 else 65_535.0 if high <= 65_535 else high
    if not (low > -1e30 and high < 1e30):
        raise ValueError("no such light")
    return grey.point(lambda light: light * (255.0 / top) + 0).convert("L")


def _fitted(image: Image.Image, side: int) -> Image.Image:
    if max(image.size) <= side:
        return image
    scale = side / max(image.size)
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    to = io.BytesIO()
    image.save(to, "JPEG", quality=quality, optimize=True)
    return to.getvalue()
