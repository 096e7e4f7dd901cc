"""The PDF on paper: its pages drawn on a printer the person chose."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.report.pdf_pages import page_count, page_image

_DPI = 200.0  # sharp on a laser printer, and no more than a few megabytes a page


def ask_printer(window: QWidget) -> QPrinter | None:
    """Ask for a printer; None when the person left."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, window)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def print_pdf(pdf: bytes, printer: QPrinter) -> int:
    """Draw every page wanted on a printer; give how many were drawn, 0 when it took none."""
    pages = page_count(pdf)
    first, last = printer.fromPage() or 1, min(printer.toPage() or pages, pages)
    painter = QPainter()
    if not painter.begin(printer):
        return 0
    for number in range(first - 1, last):
        if number >= first:
            printer.newPage()
        _draw(painter, pdf, number)
    painter.end()
    return last - first + 1


def _draw(painter: QPainter, pdf: bytes, number: int) -> None:
    """Fit a page to the paper; a landscape page is turned."""
    image = page_image(pdf, number, 0, _DPI)
    sheet = QRectF(painter.viewport())
    painter.save()
    if (image.width() > image.height()) != (sheet.width() > sheet.height()):
        painter.translate(sheet.width(), 0)
        painter.rotate(90)
        sheet = QRectF(0, 0, sheet.height(), sheet.width())
    scale = min(sheet.width() / image.width(), sheet.height() / image.height())
    wide, high = image.width() * scale, image.height() * scale
    painter.drawImage(QRectF((sheet.width() - wide) / 2, (sheet.height() - high) / 2, wide, high), image)
    painter.restore()
