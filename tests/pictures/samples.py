"""Files as people and attackers bring them, made here."""

import io
import struct
import zlib
from typing import Any

from PIL import Image
from PIL.TiffImagePlugin import IFDRational
from pypdf import PdfWriter
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

SECRET = b"CanonPowerShotSalmah"


def photo(width: int = 400, height: int = 300, kind: str = "JPEG", **more: Any) -> bytes:
    """A plain picture, red on its left half."""
    image = Image.new("RGB", (width, height), "blue")
    image.paste("red", (0, 0, width // 2, height))
    return saved(image, kind, **more)


def noise(width: int, height: int, kind: str = "JPEG") -> bytes:
    """A picture that will not go small."""
    return saved(Image.effect_noise((width, height), 120).convert("RGB"), kind, quality=95)


def saved(image: Image.Image, kind: str, **more: Any) -> bytes:
    to = io.BytesIO()
    image.save(to, kind, **more)
    return to.getvalue()


def with_exif(orientation: int = 1, kind: str = "JPEG") -> bytes:
    """A photo that tells the camera, the place and a comment."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = SECRET.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (IFDRational(2), IFDRational(56), IFDRational(11))})
    more: dict[str, Any] = {"comment": SECRET} if kind == "JPEG" else {}
    if kind in ("JPEG", "WEBP"):
        more["xmp"] = b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"
    return photo(400, 300, kind, exif=exif, icc_profile=b"\0" * 128 + SECRET, **more)


def heic() -> bytes:
    return struct.pack(">I", 24) + b"ftypheic" + bytes(4) + b"mif1heic" + bytes(200)


def avif() -> bytes:
    return struct.pack(">I", 28) + b"ftypmif1" + bytes(4) + b"mif1avifmiaf" + bytes(200)


def png_of_size(width: int, height: int, rows: bytes = b"") -> bytes:
    """A PNG whose header says what it likes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", rows or zlib.compress(b"")) + chunk(b"IEND", b"")


def letter(pages: int = 1, width: float = 595, height: float = 842) -> bytes:
    """A PDF of blank pages with a black bar on each."""
    return to_bytes(writer(pages, width, height))


def writer(pages: int = 1, width: float = 595, height: float = 842) -> PdfWriter:
    made = PdfWriter()
    for _ in range(pages):
        page = made.add_blank_page(width, height)
        drawn = DecodedStreamObject()
        drawn.set_data(b"0 0 0 rg 100 100 200 50 re f")
        page[NameObject("/Contents")] = made._add_object(drawn)
    return made


def to_bytes(made: PdfWriter) -> bytes:
    to = io.BytesIO()
    made.write(to)
    return to.getvalue()


def letter_with_everything() -> bytes:
    """A PDF that runs a script, links out and carries a file."""
    made = writer(1)
    script = {
        NameObject("/S"): NameObject("/JavaScript"),
        NameObject("/JS"): TextStringObject("app.alert('" + SECRET.decode() + "');"),
    }
    made.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    made.add_attachment("hidden.txt", SECRET)
    made.add_metadata({"/Author": SECRET.decode()})
    return to_bytes(made)


def locked_letter(user: str, owner: str = "tuan") -> bytes:
    made = writer(1)
    made.encrypt(user, owner, algorithm="RC4-128")
    return to_bytes(made)


def bomb_letter(megabytes: int) -> bytes:
    """A page whose picture unpacks to so much from next to nothing."""
    made = writer(1)
    side = 20_000
    packed = zlib.compressobj(1)
    data = b"".join(packed.compress(bytes(1024 * 1024)) for _ in range(megabytes)) + packed.flush()
    image = StreamObject()
    image._data = data
    image.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Image"),
            NameObject("/Width"): NumberObject(side),
            NameObject("/Height"): NumberObject(side),
            NameObject("/ColorSpace"): NameObject("/DeviceRGB"),
            NameObject("/BitsPerComponent"): NumberObject(8),
            NameObject("/Filter"): NameObject("/FlateDecode"),
        }
    )
    page = made.pages[0]
    drawn = DecodedStreamObject()
    drawn.set_data(b"q 500 0 0 500 0 0 cm /X Do Q")
    page[NameObject("/Contents")] = made._add_object(drawn)
    inner = DictionaryObject({NameObject("/X"): made._add_object(image)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): inner})
    return to_bytes(made)


def endless_letter() -> bytes:
    """A page that draws itself again and again, ten times at each of nine depths."""
    made = writer(1)
    form = None
    for _ in range(9):
        drawn = DecodedStreamObject()
        inner = b"0 0 1 1 re f" if form is None else b"/F Do " * 10
        drawn.set_data(inner)
        drawn.update(
            {
                NameObject("/Type"): NameObject("/XObject"),
                NameObject("/Subtype"): NameObject("/Form"),
                NameObject("/BBox"): made.pages[0].mediabox,
            }
        )
        if form is not None:
            inside = DictionaryObject({NameObject("/F"): form})
            drawn[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): inside})
        form = made._add_object(drawn)
    page = made.pages[0]
    top = DecodedStreamObject()
    top.set_data(b"/F Do " * 10)
    page[NameObject("/Contents")] = made._add_object(top)
    inside = DictionaryObject({NameObject("/F"): form})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): inside})
    return to_bytes(made)
