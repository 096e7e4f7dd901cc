"""Pictures of a PDF's pages, rendered outside the window's thread."""

from threading import Lock
from typing import Final

import pypdfium2
from PySide6.QtGui import QImage

_POINTS_AN_INCH: Final = 72
_one_at_a_time: Final = Lock()  # PDFium may be in one call at a time


def page_count(pdf: bytes) -> int:
    """Count the pages."""
    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def page_image(pdf: bytes, number: int, width: int, dpi: float = 0) -> QImage:
    """Render page `number` (from 0), `width` pixels wide, or at `dpi` where that is given."""
    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            page = document[number]
            scale = dpi / _POINTS_AN_INCH if dpi else width / page.get_width()
            bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
            return _image_of(bitmap)
        finally:
            document.close()


def _image_of(bitmap: "pypdfium2.PdfBitmap") -> QImage:
    layout = QImage.Format.Format_RGBX8888 if bitmap.n_channels == 4 else QImage.Format.Format_RGB888
    data = bytes(bitmap.buffer)
    return QImage(data, bitmap.width, bitmap.height, bitmap.stride, layout).copy()
