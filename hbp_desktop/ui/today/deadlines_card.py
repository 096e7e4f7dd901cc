"""What is due, soonest first; amber when near, red with LEWAT when late."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.dates import plain_date
from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import add, column
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.press_row import PressRow
from hbp_desktop.ui.parts.text import Elided, Text
from hbp_desktop.ui.theme import theme
from hbp_desktop.ui.time_words import day_words, left_out_words
from hbp_desktop.usecases.today import REPORT, Deadline

SHOWN = 5
LEAST = 2


class DeadlinesCard(Card):
    """Signals `opened(Filter)` for complaints; `report_wanted(session id)` for a report."""

    opened = Signal(object)
    report_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("today.deadlines")
        self._rows: list[DeadlineRow] = []
        self._found: tuple[Deadline, ...] = ()
        self._language, self._today = "ms", date.min
        self._whole, self._most = False, SHOWN
        self._all = Button("", "quiet", height="small_control", name="today.deadlines.all")
        self._none = Text("", "body", "ink2", wrap=True)
        self._list = column(gap="none")
        self.head.addWidget(self._all)
        self.body.addLayout(self._list)
        self.add(self._none)
        self._all.clicked.connect(self._unfold)

    def show_deadlines(self, found: tuple[Deadline, ...], language: str, today: date) -> None:
        """Show what is due."""
        self._found, self._language, self._today = found, language, today
        self.set_title(self.tr("Deadlines"))
        self._none.setText(self.tr("Nothing is due."))
        self._none.setVisible(not found)
        self._settle()

    def fit(self, room: int) -> None:
        """Show as many as fit into `room` pixels, at least LEAST: lists give way first."""
        row = theme().size("action_bar")
        frame = self.sizeHint().height() - row * sum(not shown.isHidden() for shown in self._rows)
        most = max(LEAST, min(SHOWN, (room - frame) // row))
        if most != self._most and not self._whole:
            self._most = most
            self._settle()

    def _settle(self) -> None:
        shown = self._found if self._whole else self._found[: self._most]
        while len(self._rows) < len(shown):
            made = DeadlineRow(f"today.deadline.{len(self._rows)}")
            made.taken.connect(self._open)
            self._rows.append(made)
            self._list.addWidget(made)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(shown))
            if number < len(shown):
                row.show_deadline(shown[number], self._language, self._today)
                row.set_lined(number < len(shown) - 1)
        more = len(self._found) > self._most
        all_of_them = self.tr("All (%1)").replace("%1", str(len(self._found)))
        self._all.setText(self.tr("Fewer") if self._whole else all_of_them)
        self._all.setVisible(more)

    def _unfold(self) -> None:
        self._whole = not self._whole
        self._settle()

    def _open(self, deadline: Deadline) -> None:
        if deadline.what == REPORT:
            self.report_wanted.emit(deadline.session.id)
        else:
            self.opened.emit(deadline.asked)


class DeadlineRow(PressRow):
    """One deadline: how far, what, when. Signal `taken(Deadline)`."""

    taken = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(name, "action_bar")
        self._deadline: Deadline | None = None
        self._number, self._unit = Text("", "page"), Text("", "caption")
        self._what, self._when = Elided("", "body", stress="medium"), Elided("", "small", "ink2")
        self._sign = Text()
        self._lay_out()
        self.pressed.connect(lambda: self.taken.emit(self._deadline))

    def show_deadline(self, deadline: Deadline, language: str, today: date) -> None:
        """Show a deadline."""
        self._deadline = deadline
        due = deadline.due
        tone = "bad" if due.late else "warn" if due.near else "ink"
        for text in (self._number, self._unit):
            text.set_tone(tone)
        self._number.setText(str(due.late or due.left))
        self._unit.setText(self._unit_word(deadline))
        self._what.set_whole(self._what_word(deadline))
        self._when.set_whole(self._when_word(deadline, language, today))
        self._when.set_tone("bad" if due.late else "ink2")
        self._sign.setPixmap(pixmap("chevron-right", "ink2"))
        self.setToolTip(self._tip(deadline, language))
        said = (self._what.whole(), self._number.text(), self._unit.text(), self._when.whole())
        self.setAccessibleName(", ".join(said))

    def _unit_word(self, deadline: Deadline) -> str:
        if deadline.due.late:
            return self.tr("days late")
        return self.tr("w. days") if deadline.due.unit == "working" else self.tr("days")

    def _what_word(self, deadline: Deadline) -> str:
        session = deadline.session
        number = f"{session.n}/{session.year}" if session.n else session.title
        words = {
            REPORT: self.tr("Report of HBP No. %1").replace("%1", number),
            "ack": self.tr("Acknowledgement, %n complaints", "", deadline.count),
            "reply": self.tr("Reply, %n complaints", "", deadline.count),
            "investigate": self.tr("Investigation, %n complaints", "", deadline.count),
        }
        return words[deadline.what]

    def _when_word(self, deadline: Deadline, language: str, today: date) -> str:
        due = deadline.due
        day = day_words(due.date, language, today)
        late, on = self.tr("LATE %n days", "", due.late), self.tr("due %1")
        calendar = self.tr("%n calendar days", "", due.left)
        working = self.tr("%n working days", "", due.left)
        if due.late:
            return f"{late} · {on.replace('%1', plain_date(due.date, language))}"
        if due.unit == "calendar":
            return f"{day} · {calendar} · F.4.2"
        holidays = ", ".join(free.name or free.why for free in due.left_out if free.why != "weekend")
        more = self.tr("without %1").replace("%1", holidays)
        return " · ".join((day, working, more) if holidays else (day, working))

    def _tip(self, deadline: Deadline, language: str) -> str:
        skipped = left_out_words(deadline.due.left_out, language)
        if deadline.due.unit == "calendar":
            return self.tr("Counted in calendar days; every day counts.")
        heading = self.tr("Counted in working days of this state. Not counted:")
        return f"{heading}\n{skipped}" if skipped else self.tr("Counted in working days of this state.")

    def _lay_out(self) -> None:
        number, words = QWidget(), column(gap="none")
        upright = column(number, gap="none")
        number.setMinimumWidth(theme().size("title_field") * 2 // 3)
        for text in (self._number, self._unit):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            upright.addWidget(text)
        add(words, None, self._what, self._when, None)
        self.across.addWidget(number, 0, Qt.AlignmentFlag.AlignVCenter)
        self.across.addLayout(words, 1)
        self.across.addWidget(self._sign)
