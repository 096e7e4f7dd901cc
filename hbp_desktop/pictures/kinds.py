"""What a file is by its first bytes; its name says nothing."""

READABLE = frozenset({"jpeg", "png", "webp", "bmp", "tiff", "pdf"})

_HEIC = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_AVIF = frozenset({b"avif", b"avis"})
_PDF_WITHIN = 1024  # bytes before `%PDF-` that readers put up with (ISO 32000, annex H)
_BEGINNINGS = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"II+\0", "tiff"),
    (b"MM\0+", "tiff"),
)


def kind_of(data: bytes) -> str:
    """Give jpeg, png, webp, bmp, tiff, pdf, heic, avif, or other; of two in one file, the first."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp":
        return _by_brand(data)
    found = next((kind for begins, kind in _BEGINNINGS if data.startswith(begins)), "")
    return found or ("pdf" if b"%PDF-" in data[: _PDF_WITHIN + 5] else "other")


def _by_brand(data: bytes) -> str:
    """Read the brands of an ISO media file: the major one, then those it goes with."""
    end = min(int.from_bytes(data[:4], "big"), 256)
    brands = [data[8:12], *(data[at : at + 4] for at in range(16, end, 4))]
    if any(brand in _AVIF for brand in brands):
        return "avif"
    return "heic" if any(brand in _HEIC for brand in brands) else "other"
