"""A card: white, a hairline, a head with a title, a count and at most two small buttons."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.text import Elided, Text


class Card(QFrame):
    """`head` is a row for small buttons at the right of the title, `body` the column below.

    With `flush` the body runs to the border (tables); otherwise it keeps the card's padding.
    """

    def __init__(self, name: str = "", flush: bool = False, headless: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("frame", "card")
        self._title = Text("", "heading")
        self._count = Chip()
        self._note = Elided("", "small", "ink3")
        self.head: QHBoxLayout = row(gap="field")
        self.body: QVBoxLayout = column(gap="field", margins="hair hair hair field" if flush else "card")
        whole = column(self, gap="none")
        if not headless:
            self._lay_out_head(whole, flush)
        whole.addLayout(self.body, 1)

    def set_title(self, title: str, count: int | None = None, note: str = "") -> None:
        """Set the title, a count beside it, and a small note."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self._count.setVisible(count is not None)
        self._count.set("" if count is None else str(count))
        self._note.set_whole(note)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets to the body, in order."""
        for widget in widgets:
            self.body.addWidget(widget)

    def _lay_out_head(self, whole: QVBoxLayout, flush: bool) -> None:
        top = row(gap="field", margins="card row card field" if flush else "card row card none")
        for widget in (self._title, self._count):
            top.addWidget(widget)
        top.addWidget(self._note, 1)
        top.addLayout(self.head)
        whole.addLayout(top)
        self._count.hide()


class Panel(QFrame):
    """An inner panel inside a card: sunken, 8-pixel corners. `kind`: panel, open (being edited), dashed."""

    def __init__(self, name: str = "", kind: str = "panel") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("frame", kind)
        self.body: QVBoxLayout = column(self, gap="field", margins="row")

    def add(self, *widgets: QWidget) -> None:
        """Add widgets, in order."""
        for widget in widgets:
            self.body.addWidget(widget)
