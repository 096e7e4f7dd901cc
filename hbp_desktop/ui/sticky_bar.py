"""What stays from client to client, as chips, and the drafts that were parked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.chip import ChipButton
from hbp_desktop.ui.parts.keycap import KeyCap
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.theme import theme


@dataclass(frozen=True)
class Parked:
    """A parked draft: its slot and queue number, never a name."""

    slot: str
    queue: str

    def words(self) -> str:
        """Write `1 · A-017`."""
        return f"{self.slot} · {self.queue}" if self.queue else self.slot


class StickyBar(QWidget):
    """Signals `change_wanted` (F4); `taken_back(slot)`."""

    change_wanted = Signal()
    taken_back = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sticky")
        self.session = ChipButton("", "accent", "calendar-check", "sticky.session")
        self.place = ChipButton("", "neutral", "map-pin", "sticky.place")
        self.counter = ChipButton("", "neutral", "monitor", "sticky.counter")
        self._stays, self._parked_word = Text("", "small", "ink2"), Text("", "small", "ink2")
        self._parked_key = KeyCap("F6")
        self._change = Button("", "quiet", key="F4", height="small_control", name="sticky.change")
        self._chips: list[ChipButton] = []
        self._parked = row(gap="tight")
        self._lay_out()
        for chip in (self.session, self.place, self.counter):
            chip.clicked.connect(self.change_wanted)
        self._change.clicked.connect(self.change_wanted)

    def show_seat(self, session: str, place: str, counter: str) -> None:
        """Show session, place and counter."""
        self.session.set(session)
        self.place.set(_cut(place))
        self.place.setToolTip(place)
        self.place.setVisible(bool(place))
        self.counter.set(counter)

    def show_parked(self, parked: Sequence[Parked]) -> None:
        """Show the parked drafts."""
        for chip in self._chips:
            self._parked.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._made(one) for one in parked]
        for widget in (self._parked_word, self._parked_key):
            widget.setVisible(bool(parked))

    def set_narrow(self, narrow: bool) -> None:
        """Leave out the explanation where there is little width."""
        self._stays.setVisible(not narrow)

    def retranslate(self) -> None:
        """Set every word."""
        self._stays.setText(self.tr("stay until changed"))
        self._parked_word.setText(self.tr("Parked"))
        self._change.setAccessibleName(self.tr("Change session, place, counter (F4)"))
        self._change.setToolTip(self.tr("Change session, place, counter (F4)"))

    def _lay_out(self) -> None:
        across = row(self, gap="field")
        for widget in (self.session, self.place, self.counter, self._stays, self._change):
            across.addWidget(widget)
        across.addStretch(1)
        across.addWidget(self._parked_word)
        across.addLayout(self._parked)
        across.addWidget(self._parked_key)
        self.show_parked(())

    def _made(self, parked: Parked) -> ChipButton:
        chip = ChipButton(parked.words(), "warn", "pause", f"parked.{parked.slot}")
        words = self.tr("Take back parked draft %1 (Ctrl+F6, then %2)")
        chip.setToolTip(words.replace("%1", parked.words()).replace("%2", parked.slot))
        chip.clicked.connect(lambda _=False: self.taken_back.emit(parked.slot))
        self._parked.addWidget(chip)
        return chip


def _cut(place: str) -> str:
    most = 34 if theme().scale == 100 else 22
    return place if len(place) <= most else place[: most - 1] + "…"
