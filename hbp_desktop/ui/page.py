"""A page of the window: what it is called, how it fits, when it looks again."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hbp_desktop.domain.policy import Subject
from hbp_desktop.ui import errors
from hbp_desktop.ui.desk import Desk, Shape
from hbp_desktop.ui.layouts import column
from hbp_desktop.ui.parts.banner import Banners

Hint = tuple[str, str]


class Page(QWidget):
    """Make parts in `__init__`, lay them out in `body`, connect them, and end with `self.retranslate()`.

    Signal `head_changed` when title, subtitle or tools in the page head are other than before.
    """

    key: ClassVar[str] = ""
    head_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.about: Subject | None = None  # what the policy is to know of what is shown
        self.shape = Shape()
        self.banners = Banners()
        self.setObjectName(f"page.{self.key}")
        whole = column(self, gap="cards", margins="page none page cards")
        whole.addWidget(self.banners)
        self.body: QVBoxLayout = column(gap="cards")
        whole.addLayout(self.body, 1)

    def title(self) -> str:
        """Give the page's title."""
        return ""

    def subtitle(self) -> str:
        """Give the words beside the title."""
        return ""

    def head_tools(self) -> QWidget | None:
        """Give a widget for the head, between subtitle and search (a chip, say); made once."""
        return None

    def searches(self) -> bool:
        """Tell whether the head shows the search; Rekod has its own."""
        return True

    def hints(self) -> Sequence[Hint]:
        """Give (key, word) pairs for the status bar, most used first."""
        return ()

    def help(self) -> Sequence[tuple[str, str]]:
        """Give (heading, text) paragraphs for Bantuan."""
        return ()

    def opened(self, target: object = None) -> None:
        """Look again: called whenever the page comes to the front; `target` says what was asked for."""

    def refreshed(self) -> None:
        """Look again while shown: something was recorded, or the minute changed."""

    def take_find(self) -> bool:
        """Take F3; False leaves it to the search in the head."""
        return False

    def reflow(self, shape: Shape) -> None:
        """Fit into the room there is; called before the first show and when the room changes."""
        self.shape = shape

    def retranslate(self) -> None:
        """Set every word; called once by the page itself and again when the language changes."""

    def pose(self) -> None:
        """Show something worth a picture (half-filled form, a record chosen); for the screenshots only."""

    def put_away(self) -> None:
        """Keep what is being typed: the window is locking or closing."""

    def is_kept(self) -> bool:
        """Tell whether nothing typed here is lost when the window closes now."""
        return True

    def queue_number(self) -> str:
        """Give the queue number in work: all that stays to be seen when client data is covered."""
        return ""

    def shortcut(self, keys: str, act: Callable[[], object]) -> QShortcut:
        """Bind keys while this page is in front."""
        made = QShortcut(QKeySequence(keys), self)
        made.activated.connect(act)
        return made

    def elsewhere_words(self) -> str:
        """Say what may be done with another office's session."""
        return QCoreApplication.translate("Page", "It is read here, and changed only there.")

    def say_error(self, key: str, error: BaseException) -> None:
        """Show an error as a banner on top of this page."""
        errors.show(self.banners, key, error, self.desk.language)

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.head_changed.emit()
