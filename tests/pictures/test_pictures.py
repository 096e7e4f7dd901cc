"""Pictures: upright, small, nothing hidden; hostile ones are refused in words and take nothing down."""

import io
import struct
import zlib

import pytest
from PIL import Image

from hbp_desktop.domain.attachment import LONGEST_SIDE, MOST_BYTES
from hbp_desktop.domain.errors import Refused
from hbp_desktop.pictures.kinds import kind_of
from hbp_desktop.pictures.preparing import MOST_FILE, Picture, prepare
from tests.pictures import samples


def one(data: bytes) -> Picture:
    (made,) = prepare(data)
    return made


def seen(picture: Picture) -> Image.Image:
    image = Image.open(io.BytesIO(picture.jpeg))
    image.load()
    return image


def test_a_photo_loses_camera_place_and_comment() -> None:
    brought = samples.with_exif()
    assert samples.SECRET in brought
    made = one(brought)
    for data in (made.jpeg, made.thumb):
        assert samples.SECRET not in data
        assert b"Exif" not in data
        assert b"ICC_PROFILE" not in data
        assert b"xmpmeta" not in data
        assert dict(Image.open(io.BytesIO(data)).getexif()) == {}


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_however_the_camera_was_held(orientation: int) -> None:
    image = Image.new("RGB", (400, 300), "blue")
    image.paste("red", (0, 0, 400, 100))
    exif = Image.Exif()
    exif[0x0112] = orientation
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = image.transpose(turns[orientation]) if orientation in turns else image
    made = seen(one(samples.saved(stored, "JPEG", exif=exif)))
    assert made.size == (400, 300)
    red, _, blue = made.getpixel((200, 20))  # type: ignore[misc]
    assert red > 200 > 50 > blue


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_other_formats_are_turned_and_stripped_alike(kind: str) -> None:
    brought = samples.with_exif(6, kind)
    made = one(brought)
    assert (made.width, made.height) == (300, 400)
    assert samples.SECRET not in made.jpeg


@pytest.mark.parametrize(("width", "height"), [(4000, 3000), (2001, 900), (900, 5000), (2000, 2000), (17, 1)])
def test_no_picture_is_longer_than_two_thousand_pixels_or_larger_than_600_kb(width: int, height: int) -> None:
    made = one(samples.noise(width, height))
    assert max(made.width, made.height) <= LONGEST_SIDE
    assert len(made.jpeg) <= MOST_BYTES
    assert seen(made).size == (made.width, made.height)
    assert abs(made.width / made.height - width / height) < 0.02 * width / height
    assert max(Image.open(io.BytesIO(made.thumb)).size) <= 320


def _grey16() -> bytes:
    return samples.saved(Image.frombytes("I;16", (64, 64), struct.pack("<H", 0x8000) * 4096), "PNG")


def _clear() -> bytes:
    return samples.saved(Image.new("RGBA", (64, 64), (255, 0, 0, 0)), "PNG")


def _palette() -> bytes:
    return samples.saved(Image.new("P", (64, 64), 0), "PNG", transparency=0)


def _moving() -> bytes:
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("white", "red", "blue")]
    return samples.saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], lossless=True)


def _many_pages() -> bytes:
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("white", "red", "blue")]
    return samples.saved(frames[0], "TIFF", save_all=True, append_images=frames[1:])


def _cmyk() -> bytes:
    return samples.saved(Image.new("CMYK", (64, 64), (0, 0, 0, 0)), "JPEG")


@pytest.mark.parametrize(
    ("made", "light"),
    [(_grey16, 128), (_clear, 255), (_palette, 255), (_moving, 255), (_many_pages, 255), (_cmyk, 255)],
)
def test_strange_pixels_become_plain_ones(made, light: int) -> None:  # type: ignore[no-untyped-def]
    image = seen(one(made()))
    assert image.mode == "RGB"
    assert all(abs(channel - light) <= 2 for channel in image.getpixel((32, 32)))  # type: ignore[union-attr]


def _truncated() -> bytes:
    data = samples.noise(800, 600)
    return data[: len(data) // 2]


def _wide_bomb() -> bytes:
    return samples.png_of_size(30_000, 30_000, zlib.compress(bytes(40_000_000), 9))


REFUSED = {
    "empty": (lambda: b"", "file_empty_or_long"),
    "too long a file": (lambda: b"\xff\xd8\xff" + bytes(MOST_FILE), "file_empty_or_long"),
    "heic": (samples.heic, "picture_heic"),
    "avif": (samples.avif, "picture_avif"),
    "text": (lambda: b"Surat rasmi", "picture_kind"),
    "program": (lambda: b"MZ" + bytes(200), "picture_kind"),
    "gif": (lambda: samples.photo(kind="GIF"), "picture_kind"),
    "svg": (
        lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><image href='http://x/'/></svg>",
        "picture_kind",
    ),
    "half a photo": (_truncated, "picture_damaged"),
    "only a beginning": (lambda: b"\xff\xd8\xff\xe0", "picture_damaged"),
    "noise after a beginning": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "picture_damaged"),
    "bomb": (_wide_bomb, "picture_dimensions"),
    "absurd": (lambda: samples.png_of_size(2_000_000_000, 1), "picture_dimensions"),
    "a thread": (lambda: samples.png_of_size(39_000, 2), "picture_dimensions"),
    "nothing in it": (lambda: samples.png_of_size(0, 0), "picture_d"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_picture_or_a_trap_is_refused_in_words(name: str) -> None:
    made, code = REFUSED[name]
    with pytest.raises(Refused) as refused:
        one(made())
    assert refused.value.code.startswith(code)


def test_of_two_files_in_one_the_pixels_alone_are_taken() -> None:
    polyglot = samples.photo() + b"PK\3\4" + samples.SECRET + samples.letter_with_everything()
    assert kind_of(polyglot) == "jpeg"
    made = one(polyglot)
    assert samples.SECRET not in made.jpeg
    assert b"%PDF" not in made.jpeg
    assert b"PK\3\4" not in made.jpeg


def test_the_name_of_a_kind_is_in_the_bytes() -> None:
    found = {kind: kind_of(samples.photo(kind=kind)) for kind in ("JPEG", "PNG", "WEBP", "BMP", "TIFF")}
    assert found == {"JPEG": "jpeg", "PNG": "png", "WEBP": "webp", "BMP": "bmp", "TIFF": "tiff"}
    assert kind_of(samples.letter()) == "pdf"


def test_a_child_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(Refused, match="picture_hostile"):
        list(prepare(samples.noise(3000, 3000), patience=0.0))


def test_a_stop_ends_it_without_a_picture() -> None:
    assert list(prepare(samples.noise(3000, 3000), stopped=lambda: True)) == []
