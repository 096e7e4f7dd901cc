"""A PDF's pages as pixels, which no script, link or embedded file survives; runs in the child alone."""

from collections.abc import Iterator, Sequence

import pypdfium2
import pypdfium2.raw
from PIL import Image

from hbp_desktop.domain.attachment import LONGEST_SIDE, MOST_PAGES
from hbp_desktop.domain.errors import Refused
from hbp_desktop.pictures.upright import FLATTEST

MOST_IN_FILE = 500
LONGEST_PAGE = 14_400  # points, the most that the format allows


def rendered(data: bytes, chosen: Sequence[int]) -> Iterator[tuple[int, int, Image.Image]]:
    """Give (page from 1, pages in the file, picture) of the chosen pages, all where none is chosen.

    Raises Refused: pdf_encrypted, pdf_damaged, pdf_too_long, pdf_pages_many, pdf_page_unknown, pdf_page_size.
    """
    document = _opened(data)
    count = len(document)
    if not 0 < count <= MOST_IN_FILE:
        raise Refused("pdf_too_long" if count else "pdf_damaged", count=count, most=MOST_IN_FILE)
    wanted = list(dict.fromkeys(chosen)) or list(range(1, count + 1))
    if len(wanted) > MOST_PAGES:
        raise Refused("pdf_pages_many", count=count, most=MOST_PAGES)
    if not all(1 <= number <= count for number in wanted):
        raise Refused("pdf_page_unknown", count=count)
    for number in wanted:
        yield number, count, _picture(document, number)


def _opened(data: bytes) -> "pypdfium2.PdfDocument":
    try:
        document = pypdfium2.PdfDocument(data)
        revision = pypdfium2.raw.FPDF_GetSecurityHandlerRevision(document)
    except pypdfium2.PdfiumError as error:
        raise Refused("pdf_encrypted" if "assword" in str(error) else "pdf_damaged") from None
    if revision >= 0:
        raise Refused("pdf_encrypted")
    return document


def _picture(document: "pypdfium2.PdfDocument", number: int) -> Image.Image:
    try:
        page = document[number - 1]
        width, height = page.get_size()
        longest, shortest = max(width, height), min(width, height)
        if not 0 < shortest <= longest <= LONGEST_PAGE or longest > FLATTEST * shortest:
            raise Refused("pdf_page_size", page=number)
        bitmap = page.render(scale=LONGEST_SIDE / longest, rev_byteorder=True, may_draw_forms=False)
        return Image.Image.convert(bitmap.to_pil(), "RGB")
    except pypdfium2.PdfiumError:
        raise Refused("pdf_damaged") from None
