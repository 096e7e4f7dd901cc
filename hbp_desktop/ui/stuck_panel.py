"""What to do while the disk takes nothing: numbered steps, the first for the officer alone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.text import Text, line


class StuckPanel(Card):
    """Stands in place of today's list. Signal `again` to save now."""

    again = Signal()

    def __init__(self, clients: int, code: str) -> None:
        super().__init__("stuck", flush=True)
        self.setProperty("state", "bad")
        self.set_title(self.tr("What to do now"))
        self.retry = Button(self.tr("Save now"), icon="refresh-cw", height="head_control", name="stuck.retry")
        self.retry.clicked.connect(self.again)
        room = self.tr("About 20 MB are enough: empty the bin, or move large files to a USB drive.")
        self._step("1", self.tr("Make some room"), room)
        tried = self.tr("The program tries by itself every 10 seconds; there is no need to start it again.")
        self._step("2", self.tr("Save again"), tried).addWidget(self.retry, 0, Qt.AlignmentFlag.AlignLeft)
        safe = self.tr("%n client(s) of today are saved and safe.", "", clients)
        stays = self.tr("What you typed stays on the screen.")
        self._step("3", self.tr("Meanwhile"), f"{safe} {stays}")
        self.body.addStretch(1)
        foot = row(gap="field", margins="card field")
        foot.addWidget(Text(self.tr("Help code"), "small", "ink2"))
        foot.addWidget(Text(code, "small", mono=True))
        foot.addStretch(1)
        self.body.addWidget(line())
        self.body.addLayout(foot)

    def _step(self, number: str, title: str, words: str) -> QVBoxLayout:
        self.body.addWidget(line())
        across, said = row(gap="cards", margins="card row"), column(gap="label")
        sign = Chip(number, "outline")
        across.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(Text(title, "body", stress="strong"))
        said.addWidget(Text(words, "small", "ink2", wrap=True))
        across.addLayout(said, 1)
        self.body.addLayout(across)
        sign.show()
        return said
