"""A draft that was not saved when the program ended: what is in it, and go on or discard."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame

from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.spans import Span, Spans
from hbp_desktop.ui.parts.text import Text


class DraftOffer(QFrame):
    """Signals `resumed`, `discarded`."""

    resumed = Signal()
    discarded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("draft.offer")
        self.setProperty("frame", "banner")
        self.setProperty("state", "warn")
        self._sign, self._words, self._preview = Text(), Spans("body"), ""
        self.resume = Button("", height="small_control", name="draft.resume")
        self.discard = Button("", "quiet", height="small_control", name="draft.discard")
        across = row(self, gap="row", margins="card field")
        across.addWidget(self._sign)
        across.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self.resume)
        across.addWidget(self.discard)
        self.resume.clicked.connect(self.resumed)
        self.discard.clicked.connect(self.discarded)
        self.hide()
        self.retranslate()

    def offer(self, preview: str) -> None:
        """Show what the draft holds."""
        self._preview = preview
        self.retranslate()
        self.show()

    def text(self) -> str:
        """Give its words."""
        return self._words.text()

    def retranslate(self) -> None:
        """Set every word."""
        first = self.tr("A draft was not saved.")
        self._words.set_spans((Span(f"{first} ", 600), Span(self._preview)))
        self.setAccessibleName(self._words.text())
        self.resume.setText(self.tr("Go on"))
        self.discard.setText(self.tr("Discard"))
        self._sign.setPixmap(pixmap("file-pen", "warn"))

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
