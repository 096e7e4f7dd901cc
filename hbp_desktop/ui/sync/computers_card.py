"""The office's computers as this one knows them: who was heard, and how much of each lies here."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.amounts import amount
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.press_row import ToneMark
from hbp_desktop.ui.parts.text import Elided, Text, line, paper
from hbp_desktop.ui.sync import words
from hbp_desktop.usecases.devices import Laptop

MOST = 6
Stated = Mapping[str, int | str]


class ComputersCard(Card):
    """`show_computers(laptops)`; laptops beyond the first few are counted."""

    def __init__(self) -> None:
        super().__init__("sync.computers")
        self._told = Text("", "small", "ink2", wrap=True)
        self._holder = paper(QWidget(), "clear")
        self._rows = column(self._holder, gap="none")
        self._more = Text("", "small", "ink3")
        self.add(self._told, self._holder, self._more)
        self.body.addStretch(1)

    def show_computers(self, found: Sequence[Laptop]) -> None:
        """Show this one first, then the others heard of and the state office, which writes here too."""
        self.set_title(self.tr("Computers of this office"), sum(not one.of_state for one in found))
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for place, laptop in enumerate(found[:MOST]):
            if place:
                self._rows.addWidget(line())
            self._rows.addWidget(self._row(laptop))
        self._more.setText(self.tr("and %n more", "", max(0, len(found) - MOST)))
        self._more.setVisible(len(found) > MOST)

    def show_stated(self, stated: Stated, language: str, now: datetime) -> None:
        """Show what this computer says of itself at each exchange."""
        if not stated:
            self._told.setText("")
            return

        newest, backup = (words.when(int(stated[name]), language, now) for name in ("newest", "backup"))
        copied = self.tr("last backup %1").replace("%1", backup) if stated["backup"] else ""
        told = (
            self.tr("version %1").replace("%1", str(stated["version"])),
            self.tr("newest entry %1").replace("%1", newest),
            copied or self.tr("no backup yet"),
            self.tr("%n entries in all", "", int(stated["held"])),
            self.tr("%1 free").replace("%1", amount(int(stated["free"]))),
        )
        said = self.tr("At each exchange this computer says of itself: %1. Nothing about any client.")
        self._told.setText(said.replace("%1", ", ".join(told)))

    def _row(self, laptop: Laptop) -> QWidget:
        made = paper(QWidget(), "clear")
        across = row(made, gap="row", margins="none tight")
        across.addWidget(ToneMark("map-pin" if laptop.of_state else "laptop", "accent"))
        beside = column(gap="none")
        name = self.tr("State office") if laptop.of_state else laptop.name
        beside.addWidget(Elided(name, "body", stress="medium"))
        beside.addWidget(Text(self._records(laptop), "small", "ink3"))
        across.addLayout(beside, 1)
        chip = Chip(*self._standing(laptop))
        across.addWidget(chip)
        chip.show()
        return made

    def _records(self, laptop: Laptop) -> str:
        if not laptop.counted and not laptop.held:
            return self.tr("nothing of it here yet")
        said = self.tr("%n entries lie here", "", laptop.counted + laptop.held)
        if laptop.held:
            said += " · " + self.tr("%n do not count", "", laptop.held)
        return said

    def _standing(self, laptop: Laptop) -> tuple[str, str]:
        if laptop.here:
            return self.tr("This computer"), "accent"
        if laptop.of_state and laptop.state == "admitted":
            return self.tr("Replies from there"), "neutral"
        return {
            "admitted": (self.tr("Admitted"), "ok"),
            "revoked": (self.tr("Revoked"), "bad"),
            "asking": (self.tr("Not admitted"), "warn"),
        }[laptop.state]
