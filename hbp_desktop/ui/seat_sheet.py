"""F4: change session, day and place, counter, or the client's usual way of coming."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.dates import short_date
from hbp_desktop.domain.session import Session
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import Combo, LineEdit
from hbp_desktop.ui.parts.sheet import Sheet
from hbp_desktop.ui.seat import Seat


class SeatSheet(Sheet):
    """Signal `chosen(Seat)`."""

    chosen = Signal(object)

    def __init__(self, sessions: Sequence[Session], seat: Seat | None, language: str) -> None:
        super().__init__("seat", QCoreApplication.translate("SeatSheet", "Where you sit"))
        self._sessions = {one.id: one for one in sessions if one.days}
        self._language = language
        self.session, self.day = Combo("seat.session"), Combo("seat.day")
        self.counter = LineEdit("seat.counter")
        for editor, label in (
            (self.session, self.tr("&Session")),
            (self.day, self.tr("&Day and place")),
            (self.counter, self.tr("&Counter")),
        ):
            field = Field(editor)
            field.set_words(label)
            self.body.addWidget(field)
        self.body.addStretch(1)
        self._fill(seat)
        self.session.currentIndexChanged.connect(lambda _n: self._fill_days(""))
        cancel = self.add_button(self.tr("Cancel"), key="Esc", name="seat.cancel")
        take = self.add_button(self.tr("Sit here"), "primary", "Ctrl+Enter", name="seat.take")
        cancel.clicked.connect(self.leave)
        take.clicked.connect(self.take)
        self.counter.returnPressed.connect(self.take)

    def first_field(self) -> QWidget | None:
        return self.session

    def take(self) -> None:
        """Sit down there."""
        session = self._sessions.get(self.session.value())
        if session is None:
            return
        day = next((one for one in session.days if one.id == self.day.value()), session.days[0])
        seat = Seat(session, day)
        self.close_sheet()
        self.chosen.emit(replace(seat, counter=self.counter.text().strip()))

    def _fill(self, seat: Seat | None) -> None:
        newest = sorted(self._sessions.values(), key=lambda one: str(one.first_day), reverse=True)
        self.session.set_choices([(one.id, self._named(one)) for one in newest])
        if seat:
            self.session.set_value(seat.session.id)
        self.counter.setText(seat.counter if seat else "1")
        self._fill_days(seat.day.id if seat else "")

    def _fill_days(self, day_id: str) -> None:
        session = self._sessions.get(self.session.value())
        days = session.days if session else ()
        self.day.set_choices([(day.id, self._day_words(day.date, day.place)) for day in days])
        if day_id:
            self.day.set_value(day_id)

    def _named(self, session: Session) -> str:
        number = f"HBP Bil. {session.n}/{session.year}" if session.n else ""
        first = short_date(session.first_day, self._language) if session.first_day else ""
        return " · ".join(part for part in (number, first, session.title) if part) or session.id[:8]

    def _day_words(self, day: object, place: str) -> str:
        written = short_date(day, self._language) if day else ""  # type: ignore[arg-type]
        return " · ".join(part for part in (written, place) if part) or "–"
