"""The versions of a report: what would be made now, and those that were; figures of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.text import Elided, Text, line
from hbp_desktop.ui.theme import theme


@dataclass(frozen=True)
class VersionLine:
    """A version: its name, stage and the look of its chip, when, figures, check code."""

    name: str
    stage: str
    look: str
    when: str
    figures: str
    code: str = ""
    current: bool = False


class VersionsPanel(Card):
    """A list to read; what is frozen cannot be changed."""

    def __init__(self) -> None:
        super().__init__("report.versions", flush=True)
        self._inside = QWidget()
        self._list: QVBoxLayout = column(self._inside, gap="none")
        self.body.addWidget(self._inside, 1)
        self._lines: Sequence[VersionLine] = ()

    def show_versions(self, lines: Sequence[VersionLine]) -> None:
        """List them, the current one first."""
        self._lines = lines
        self.set_title(self.tr("Versions"))
        while item := self._list.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for one in lines:
            self._list.addWidget(_row(one))
            self._list.addWidget(line())
        self._list.addStretch(1)

    def lines(self) -> list[VersionLine]:
        """Give what is listed."""
        return list(self._lines)


class _Current(QWidget):
    """The selection under what would be made now, with the bar at its left."""

    def paintEvent(self, event: QPaintEvent, /) -> None:
        now, painter = theme(), QPainter(self)
        painter.fillRect(self.rect(), now.colour("sel"))
        painter.fillRect(QRectF(0, 0, now.size("label"), self.height()), now.colour("accent"))


def _row(one: VersionLine) -> QWidget:
    holder = _Current() if one.current else QWidget()
    whole = column(holder, gap="two", margins="card field")
    top = row(gap="field")
    chip = Chip(one.stage, one.look)
    chip.setParent(holder)
    chip.show()
    top.addWidget(Text(one.name, "body", stress="strong"))
    top.addWidget(chip)
    top.addStretch(1)
    whole.addLayout(top)
    for words, tone in ((one.when, "ink2"), (one.figures, "ink"), (one.code, "ink3")):
        if words:
            whole.addWidget(Elided(words, "small", tone))
    holder.setAccessibleName(", ".join(part for part in (one.name, one.stage, one.when, one.figures) if part))
    return holder
