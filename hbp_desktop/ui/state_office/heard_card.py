"""One office's laptops as the state office last heard them: each told as of then, never as fact about now."""

from collections.abc import Iterator, Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.fields import count_of, text_of
from hbp_desktop.ui.amounts import amount
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.press_row import ToneMark
from hbp_desktop.ui.parts.text import Elided, Text, line, paper
from hbp_desktop.ui.sync.words import joined, span
from hbp_desktop.ui.time_words import moment
from hbp_desktop.usecases.state_view import HeardList, LaptopHeard, OfficeLine

MOST = 6  # laptops shown
_KEY = 8  # characters of a key that tell two laptops of one name apart
_SAME = 60  # seconds: a clock that is off by less is right


class HeardCard(Card):
    """`show_heard(list, office, language, today)`; laptops beyond the first few are counted."""

    def __init__(self) -> None:
        super().__init__("state.heard")
        self._language, self._today = "ms", date.min
        self._told = Text("", "small", "ink2", wrap=True)
        self._holder = paper(QWidget(), "clear")
        self._rows = column(self._holder, gap="none")
        self._more = Text("", "small", "ink3")
        self.add(self._told, self._holder, self._more)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that keys alone scroll it into sight

    def show_heard(
        self, told: HeardList | None, office: OfficeLine | None, language: str, today: date
    ) -> None:
        """Show one office's laptops, the last heard first."""
        self._language, self._today = language, today
        found = told.of(office.code) if told and office else ()
        self.set_title(self.tr("Laptops, as last heard"), len(found) if told else None)
        self._told.setText(self._as_of(told))
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for place, laptop in enumerate(found[:MOST]):
            if place:
                self._rows.addWidget(line())
            self._rows.addWidget(self._row(laptop))
        self._holder.setVisible(bool(found))
        said = [f"{laptop.name}: {self.words(laptop)}" for laptop in found[:MOST]]
        self.setAccessibleDescription("\n".join([self._told.text(), *said]))
        self._more.setText(self.tr("and %n more", "", max(0, len(found) - MOST)))
        self._more.setVisible(len(found) > MOST)

    def words(self, laptop: LaptopHeard) -> str:
        """Say when a laptop was last heard, and what it said of itself then."""
        when = self._moment(laptop.heard)
        if not when:
            return self.tr("Not heard yet.")
        said = ", ".join(self._said(laptop))
        if not said:
            return self.tr("Last heard %1.").replace("%1", when)
        return self.tr("Last heard %1: %2.").replace("%1", when).replace("%2", said)

    def _as_of(self, told: HeardList | None) -> str:
        """Say of when the list is, and what it lacks."""
        if told is None:
            return self.tr("The state office was not asked yet. It is asked at an exchange, once an hour.")
        said = self.tr("As the state office told on %1. Laptops may have done more since.")
        lacking = self.tr("%n heard longest ago are not in the list.", "", min(told.left, 9_999))
        whole = said.replace("%1", self._moment(told.at))
        return f"{whole} {lacking}" if told.left else whole

    def _said(self, laptop: LaptopHeard) -> Iterator[str]:
        """Give what a laptop said of itself, as far as it said anything."""
        said = laptop.stated
        if version := text_of(said, "version"):
            yield self.tr("version %1").replace("%1", version)
        if newest := self._moment(count_of(said, "newest")):
            yield self.tr("newest entry %1").replace("%1", newest)
        if (held := _count(said, "held")) is not None:
            yield self.tr("%1 entries held").replace("%1", str(held))
        if (waiting := _count(said, "waiting")) is not None:
            yield self.tr("%1 waiting").replace("%1", str(waiting))
        if (backup := _count(said, "backup")) is not None:
            if when := self._moment(backup):
                yield self.tr("last backup %1").replace("%1", when)
            elif not backup:
                yield self.tr("no backup yet")
        yield self._clock(laptop.clock_off)
        if (free := _count(said, "free")) is not None:
            yield self.tr("%1 free").replace("%1", amount(free))

    def _clock(self, off: int) -> str:
        if abs(off) < _SAME:
            return self.tr("clock right")
        words = self.tr("clock %1 ahead") if off > 0 else self.tr("clock %1 behind")
        return words.replace("%1", span(abs(off)))

    def _moment(self, at: int) -> str:
        """Write a time, "" for none and for one that no calendar has: laptops say what they like."""
        try:
            return moment(at, self._language, self._today) if at > 0 else ""
        except (OverflowError, ValueError, OSError):
            return ""

    def _row(self, laptop: LaptopHeard) -> QWidget:
        made = paper(QWidget(), "clear")
        across = row(made, gap="row", margins="none tight")
        across.addWidget(ToneMark("laptop", "accent"))
        beside = column(gap="none")
        beside.addWidget(Elided(joined(laptop.name, laptop.device[:_KEY]), "body", stress="medium"))
        beside.addWidget(Text(self.words(laptop), "small", "ink2", wrap=True))
        across.addLayout(beside, 1)
        if standing := self._standing(laptop):
            chip = Chip(*standing)
            across.addWidget(chip)
            chip.show()
        return made

    def _standing(self, laptop: LaptopHeard) -> tuple[str, str] | None:
        """Name what is not as usual."""
        if laptop.revoked:
            return self.tr("Revoked"), "bad"
        return None if laptop.confirmed else (self.tr("Not confirmed"), "warn")


def _count(said: Mapping[str, int | str], name: str) -> int | None:
    """Read a count, None where nothing was said, or nothing that counts."""
    count = count_of(said, name) if name in said else -1
    return count if count >= 0 and isinstance(said[name], int) else None
