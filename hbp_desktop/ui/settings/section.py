"""A section of Tetapan: its words, its cards, its banners."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hbp_desktop.ui import errors
from hbp_desktop.ui.desk import Desk, Shape
from hbp_desktop.ui.layouts import column
from hbp_desktop.ui.parts.banner import Banners
from hbp_desktop.ui.parts.text import paper


class Section(QWidget):
    """Make parts in `__init__`, lay them out in `body`, connect them, and end with `self.retranslate()`.

    Signal `head_changed` when `subtitle` is other than before.
    """

    head_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.shape = Shape()
        self.banners = Banners()
        paper(self, "clear")
        whole = column(self, gap="cards")
        whole.addWidget(self.banners)
        self.body: QVBoxLayout = column(gap="cards")
        whole.addLayout(self.body)
        whole.addStretch(1)

    def subtitle(self) -> str:
        """Give the words beside the page's title while this section is in front."""
        return ""

    def opened(self) -> None:
        """Look again: called whenever the section comes to the front."""

    def refreshed(self) -> None:
        """Look again while shown: something was recorded, or the minute changed."""

    def reflow(self, shape: Shape) -> None:
        """Fit into the room there is; called before the first show and when the room changes."""
        self.shape = shape

    def retranslate(self) -> None:
        """Set every word; called once by the section itself and again when the language changes."""

    def put_away(self) -> None:
        """Drop secrets and keep what is being typed: the window is locking or closing."""

    def say_error(self, key: str, error: BaseException) -> None:
        """Show an error as a banner on top of this section."""
        errors.show(self.banners, key, error, self.desk.language)

    def clear(self, key: str) -> None:
        """Take a banner away: its reason is gone."""
        self.banners.clear(key)

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.head_changed.emit()
