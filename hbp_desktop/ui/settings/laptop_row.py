"""One laptop in the list: its name and standing, its six words, what of it counts and what is held."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.flowing import Flowing
from hbp_desktop.ui.parts.press_row import ToneMark
from hbp_desktop.ui.parts.text import Text, line, paper
from hbp_desktop.usecases.devices import Laptop

TONES = {"admitted": "ok", "revoked": "bad", "asking": "warn"}


class LaptopRow(QWidget):
    """Signals `admit_wanted(key)` and `revoke_wanted(key)`."""

    admit_wanted = Signal(str)
    revoke_wanted = Signal(str)

    def __init__(self, shown: Laptop, may_admit: bool, may_revoke: bool) -> None:
        super().__init__()
        self.laptop = shown
        name = f"laptops.{shown.key[:8]}"
        self.setObjectName(name)
        paper(self, "clear")
        self.admit = Button("", "normal", "check", height="head_control", name=f"{name}.admit")
        self.revoke = Button("", "quiet", height="small_control", name=f"{name}.revoke")
        self.admit.setVisible(may_admit and shown.held > 0)
        self.revoke.setVisible(may_revoke and shown.state == "admitted" and not shown.here)
        self._lay_out()
        self.admit.clicked.connect(lambda: self.admit_wanted.emit(shown.key))
        self.revoke.clicked.connect(lambda: self.revoke_wanted.emit(shown.key))

    def _lay_out(self) -> None:
        shown = self.laptop
        chips = self._chips()
        top = Flowing(Text(shown.name, "body", stress="medium"), *chips)
        for chip in chips:
            chip.show()
        words = column(gap="label")
        words.addWidget(top)
        words.addWidget(Text(shown.words, "small", "ink2", wrap=True))
        words.addWidget(Text(self._records(), "small", "ink3", wrap=True))
        across = row(gap="row", margins="card field")
        across.addWidget(ToneMark("map-pin" if shown.of_state else "laptop", "accent"))
        across.addLayout(words, 1)
        for button in (self.admit, self.revoke):
            across.addWidget(button)
        whole = column(self, gap="none")
        whole.addLayout(across)
        whole.addWidget(line())
        self._reword()

    def _reword(self) -> None:
        self.revoke.setText(self.tr("Revoke…"))
        self.admit.setText(self.tr("Count them"))
        self.admit.setAccessibleName(self.tr("Count the records held of %1").replace("%1", self.laptop.name))
        self.revoke.setAccessibleName(self.tr("Revoke %1").replace("%1", self.laptop.name))

    def _chips(self) -> list[Chip]:
        said = {
            "admitted": self.tr("Admitted"),
            "revoked": self.tr("Revoked"),
            "asking": self.tr("Not admitted"),
        }
        chips = [Chip(said[self.laptop.state], TONES[self.laptop.state])]
        if self.laptop.here:
            chips.insert(0, Chip(self.tr("This computer"), "accent"))
        return chips

    def _records(self) -> str:
        counted, held = self.laptop.counted, self.laptop.held
        words = self.tr("%n records count", "", counted)
        if held:
            words += " · " + self.tr("%n held, not counted", "", held)
        return words
