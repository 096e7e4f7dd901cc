"""The days an office keeps otherwise than its state: listed, added with a reason, taken back."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.dates import plain_date
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import LineEdit
from hbp_desktop.ui.parts.segments import Choice, Segments
from hbp_desktop.ui.parts.text import Elided, Text, paper
from hbp_desktop.ui.sessions.spoken_edit import DateField
from hbp_desktop.usecases.office_settings import OwnDay


class OfficeDays(Card):
    """Signals `kept(OwnDay)` and `dropped(date)`."""

    kept = Signal(object)
    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__("office.days")
        self.day, self.note = DateField("office.days.date"), LineEdit("office.days.note")
        self.working = Segments("office.days.working")
        self.keep = Button("", icon="plus", name="office.days.keep")
        self._explained = Text("", "small", "ink2", wrap=True)
        self._fields = {"day": Field(self.day), "working": Field(self.working), "note": Field(self.note)}
        self._list = paper(QWidget(), "clear")
        self._rows = column(self._list, gap="tight")
        self._allowed = True
        self._lay_out()
        self.keep.clicked.connect(self._keep)
        self.note.returnPressed.connect(self._keep)
        self.retranslate()

    def show_days(self, days: Sequence[OwnDay], language: str) -> None:
        """List the days."""
        self.day.set_language(language)
        while (item := self._rows.takeAt(0)) is not None:
            if old := item.widget():
                old.deleteLater()
        for day in days:
            self._rows.addWidget(self._row(day, language))
        self.set_title(self.tr("Days this office keeps otherwise"), len(days) or None)

    def say(self, sentence: str) -> None:
        """Show what is wrong with the day being added."""
        self._fields["note"].say("bad" if sentence else "", sentence)

    def empty(self) -> None:
        """Make room for the next day."""
        self.day.set_value("")
        self.note.setText("")
        for field in self._fields.values():
            field.say("")
        self.day.setFocus()

    def allow(self, allowed: bool) -> None:
        """Let days be added and taken back, or only read."""
        self._allowed = allowed
        for field in self._fields.values():
            field.setVisible(allowed)
        self.keep.setVisible(allowed)

    def retranslate(self) -> None:
        """Set every word."""
        tr = self.tr
        self.set_title(tr("Days this office keeps otherwise"))
        self._explained.setText(
            tr("Weekends and holidays of the state are known. Add what was announced later.")
        )
        self._fields["day"].set_words(tr("Date"))
        self._fields["working"].set_words(tr("On this day the office is"))
        self._fields["note"].set_words(tr("Why"))
        self.working.set_choices((Choice("closed", tr("Closed")), Choice("open", tr("Working"))))
        self.keep.setText(tr("Add the day"))

    def _lay_out(self) -> None:
        across = row(gap="field")
        across.addWidget(self._fields["day"], 2)
        across.addWidget(self._fields["working"], 2)
        across.addWidget(self._fields["note"], 4)
        below = row(gap="field")
        below.addWidget(self.keep)
        below.addStretch(1)
        self.add(self._explained, self._list)
        self.body.addLayout(across)
        self.body.addLayout(below)
        self.working.set_value("closed")

    def _row(self, day: OwnDay, language: str) -> QWidget:
        line = paper(QWidget(), "clear")
        across = row(line, gap="row")
        across.addWidget(Text(plain_date(day.date, language), "body"))
        chip = Chip()
        chip.set(self.tr("Working") if day.working else self.tr("Closed"))
        across.addWidget(chip)
        across.addWidget(Elided(day.note, "body", "ink2"), 1)
        drop = Button(self.tr("Take back"), "quiet", height="small_control", name="office.days.drop")
        drop.setAccessibleDescription(plain_date(day.date, language))
        drop.setVisible(self._allowed)
        drop.clicked.connect(lambda: self.dropped.emit(day.date))
        across.addWidget(drop)
        return line

    def _keep(self) -> None:
        try:
            day = date.fromisoformat(self.day.value())
        except ValueError:
            self._fields["day"].say("bad", self.tr("Write a date, for example 24/11/2026."))
            self.day.setFocus()
            return
        self._fields["day"].say("")
        self.kept.emit(OwnDay(day, self.working.value() == "open", self.note.text()))
