"""A session in the year's list: its first day, title, where, and its state in a chip."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.layouts import column
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.press_row import PressRow
from hbp_desktop.ui.parts.text import Elided, Text
from hbp_desktop.ui.theme import theme


class SessionRow(PressRow):
    """Signal `pressed`; the one in work stands on the selection with a bar at its left."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "two_lines")
        self._current = False
        self._day, self._month = Text("", "input", stress="strong"), Text("", "caption", "ink3")
        self._title, self._where = Elided("", "body", "ink", "medium"), Elided("", "small", "ink2")
        self._chip = Chip("", "neutral")
        self._lay_out()

    def show_line(self, day: str, month: str, title: str, where: str, state: str, look: str) -> None:
        """Set everything it says."""
        self._day.setText(day)
        self._month.setText(month)
        self._title.set_whole(title)
        self._where.set_whole(where)
        self._chip.set(state, look)
        parts = (f"{day} {month}".strip(), title, where, state)
        self.setAccessibleName(", ".join(part for part in parts if part))

    def set_current(self, current: bool) -> None:
        """Mark it as the one in work."""
        self._current = current
        self.update()

    def state(self) -> str:
        """Give the words of its chip."""
        return self._chip.text()

    def title(self) -> str:
        """Give its title."""
        return self._title.whole()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self._current:
            now, painter = theme(), QPainter(self)
            painter.fillRect(self.rect(), now.colour("sel"))
            painter.fillRect(QRectF(0, 0, now.size("label"), self.height()), now.colour("accent"))
            painter.end()
        super().paintEvent(event)

    def _lay_out(self) -> None:
        self.across.setProperty("margins", "card tight card tight")
        now = theme()
        self.across.setContentsMargins(*(now.size(side) for side in ("card", "tight", "card", "tight")))
        when, what = QWidget(), column(gap="none")
        when.setFixedWidth(now.size("control"))
        days = column(when, gap="none")
        for label in (self._day, self._month):
            days.addWidget(label)
        what.addWidget(self._title)
        what.addWidget(self._where)
        self.across.addWidget(when)
        self.across.addLayout(what, 1)
        self.across.addWidget(self._chip)
        self._chip.show()
