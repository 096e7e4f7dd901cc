"""The real PDF, page by page: fit to the width or larger, by mouse and by keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from hbp_desktop.ui.layouts import add
from hbp_desktop.ui.loader import Loader
from hbp_desktop.ui.parts.button import Button, IconButton
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.text import Text, paper
from hbp_desktop.ui.report.pdf_pages import page_count, page_image
from hbp_desktop.ui.theme import theme

ZOOMS = (0, 75, 100, 150)  # per cent; 0 fits the width
_A4_INCHES = 8.27
_DPI = 96


class PdfPreview(Card):
    """Shows one page at a time; the old picture stays until the next one is rendered in the lane."""

    def __init__(self) -> None:
        super().__init__("report.preview", flush=True)
        self._pdf, self._pages, self._page, self._zoom = b"", 0, 0, 0
        self._stage = Chip("", "warn")
        self._back, self._on = (
            IconButton("chevron-left", "report.back"),
            IconButton("chevron-right", "report.on"),
        )
        self._place = Text("", "body", "ink2")
        self._larger = Button("", icon="search", height="head_control", name="report.zoom")
        self._picture = Text()
        self._area = _Area(self._picture)
        self._loader = Loader(self, self._show, self._failed)
        self._lay_out()
        self._connect()

    def show_pdf(self, pdf: bytes) -> None:
        """Show a document from its first page, or the page in view where there still is one."""
        self._pdf, self._pages = pdf, page_count(pdf) if pdf else 0
        self._page = min(self._page, max(0, self._pages - 1))
        self._render()

    def show_stage(self, words: str, look: str) -> None:
        """Say what is shown: draft, final or amended, and its version."""
        self._stage.set(words, look)
        self._stage.show()

    def page(self) -> tuple[int, int]:
        """Give the page in view, from 1, and how many there are."""
        return (self._page + 1 if self._pages else 0), self._pages

    def image(self) -> QImage:
        """Give the picture in view."""
        return self._picture.pixmap().toImage()

    def turn(self, step: int) -> None:
        """Go to another page."""
        wanted = min(max(self._page + step, 0), max(0, self._pages - 1))
        if wanted != self._page:
            self._page = wanted
            self._area.verticalScrollBar().setValue(0)
            self._render()

    def zoom(self, step: int) -> None:
        """Make it larger or smaller."""
        place = min(max(ZOOMS.index(self._zoom) + step, 0), len(ZOOMS) - 1)
        if ZOOMS[place] != self._zoom:
            self._zoom = ZOOMS[place]
            self._render()

    def pages_area(self) -> QScrollArea:
        """Give the area that takes the keys."""
        return self._area

    def set_words(self) -> None:
        """Set the words that never change but with the language."""
        self.set_title(self.tr("Preview"))
        self._back.set_label(self.tr("Page before (Page Up)"))
        self._on.set_label(self.tr("Next page (Page Down)"))
        self._area.setAccessibleName(self.tr("Pages of the report"))
        self._larger.setAccessibleName(self.tr("Zoom"))
        self._larger.setToolTip(self.tr("Zoom (+ and − in the preview)"))
        self._name_place()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if self._zoom == 0:
            self._render()

    def _render(self) -> None:
        self._name_place()
        if not self._pages:
            self._picture.setPixmap(QPixmap())
            return
        pdf, page, dense = self._pdf, self._page, self.devicePixelRatioF()
        width = max(200, int(self._wanted_width() * dense))
        self._loader.later(lambda: page_image(pdf, page, width))

    def _show(self, image: QImage) -> None:
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._picture.setPixmap(QPixmap.fromImage(image))
        self._picture.setAccessibleName(self._place.text())

    def _failed(self, _error: Exception) -> None:
        self._picture.setText(self.tr("This page cannot be drawn here. The PDF itself is sound: open it."))

    def _wanted_width(self) -> int:
        bar = self._area.verticalScrollBar().sizeHint().width()
        room = self._area.width() - bar - 2 * theme().size("card") - theme().size("grid")
        return room if not self._zoom else theme().px(_A4_INCHES * _DPI * self._zoom / 100)

    def _next_zoom(self) -> None:
        self.zoom(1 if self._zoom != ZOOMS[-1] else -len(ZOOMS))

    def _name_place(self) -> None:
        self._place.setText(f"{self.page()[0]} / {self._pages}")
        self._back.setEnabled(self._page > 0)
        self._on.setEnabled(self._page + 1 < self._pages)
        self._larger.setText(f"{self._zoom}%" if self._zoom else self.tr("Fit"))

    def _lay_out(self) -> None:
        self.head.insertWidget(0, self._stage)
        add(self.head, self._back, self._place, self._on, self._larger)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._area, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.turn(-1))
        self._on.clicked.connect(lambda: self.turn(1))
        self._larger.clicked.connect(self._next_zoom)
        self._area.turned = self.turn
        self._area.zoomed = self.zoom


class _Area(QScrollArea):
    """Takes the keys of the preview: pages and zoom."""

    def __init__(self, picture: Text) -> None:
        super().__init__()
        self.setObjectName("report.pages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setProperty("ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        picture.setMargin(theme().size("card"))
        self.setWidget(paper(picture, "rail"))
        self.turned: Callable[[int], None] = _nothing
        self.zoomed: Callable[[int], None] = _nothing

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        turn = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()), 0)
        zoom = {"+": 1, "=": 1, "-": -1, "−": -1}.get(event.text(), 0)
        if turn:
            self.turned(turn)
        elif zoom:
            self.zoomed(zoom)
        else:
            super().keyPressEvent(event)


def _nothing(_step: int) -> None:
    """Do nothing yet."""
