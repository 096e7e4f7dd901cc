"""F8: the client's slip as it will look; print it or save it as PDF."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from hbp_desktop.ui.parts.sheet import Sheet
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.theme import theme
from hbp_desktop.usecases.slips import Picture

SCREEN_DPI, PAPER_DPI = 96, 300


class SlipSheet(Sheet):
    """Shows a slip; `screen` and `paper` are its pictures for the glass and for the printer.

    Signal `taken(act)` once it was printed (print.slip) or saved (save.slip).
    """

    taken = Signal(str)

    def __init__(self, ref: str, pdf: bytes, screen: Picture, paper: Picture) -> None:
        title = QCoreApplication.translate("SlipSheet", "Slip %1").replace("%1", ref)
        super().__init__("slip", title)
        self._ref, self._pdf, self._paper = ref, pdf, _image(paper)
        self._shown, self._said = Text(), Text("", "small", "ink2", wrap=True)
        self._shown.setPixmap(QPixmap.fromImage(_image(screen)))
        self._shown.setAccessibleName(title)
        self.body.addWidget(self._shown, 1, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._said)
        self.keep = self.add_button(self.tr("Save as PDF…"), name="slip.keep")
        self.print = self.add_button(self.tr("Print…"), "primary", "Ctrl+P", name="slip.print")
        self.keep.clicked.connect(self._ask_where)
        self.print.clicked.connect(self.take)

    def first_field(self) -> QWidget | None:
        return self.print

    def take(self) -> None:
        """Ask for a printer and print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._ref)
        if QPrintDialog(printer, self).exec():
            self.print_on(printer)
            self.taken.emit("print.slip")
            self.close_sheet()

    def print_on(self, printer: QPrinter) -> None:
        """Draw the slip at its own size, at the top left of the page."""
        painter = QPainter(printer)
        scale = printer.resolution() / PAPER_DPI
        painter.scale(scale, scale)
        painter.drawImage(0, 0, self._paper)
        painter.end()

    def save_to(self, path: Path) -> bool:
        """Write the PDF where a person asked for it; say so, or why not."""
        try:
            path.write_bytes(self._pdf)
        except OSError:
            self._said.setText(self.tr("It could not be written there. Choose another folder."))
            return False
        self._said.setText(self.tr("Saved as %1").replace("%1", path.name))
        self.taken.emit("save.slip")
        return True

    def wanted_width(self) -> int:
        return theme().size("officers") + theme().size("search_narrow")

    def _ask_where(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF…"), f"{self._ref}.pdf", "PDF (*.pdf)"
        )
        if name:
            self.save_to(Path(name))


def _image(picture: Picture) -> QImage:
    wide, high, pixels = picture
    return QImage(pixels, wide, high, 3 * wide, QImage.Format.Format_RGB888).copy()
