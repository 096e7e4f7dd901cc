"""The session of today, how far it is and who sits where; or the next one, or none planned."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.dates import clock
from hbp_desktop.domain.listing import Filter
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.empty import EmptyState
from hbp_desktop.ui.parts.press_row import Badge, PressRow
from hbp_desktop.ui.parts.spans import Span, Spans
from hbp_desktop.ui.parts.text import Elided, Text, line
from hbp_desktop.ui.time_words import day_words, span
from hbp_desktop.ui.today.hours_bar import HoursBar
from hbp_desktop.usecases.today import CounterLine, Now, Overview

_CLAUSES = {"existing": "F.1.1", "programme": "F.1.2", "online": "F.1.3"}


class SessionCard(Card):
    """Signals `opened(Filter)` for a counter's records; `counter_wanted`; `plan_wanted`."""

    opened = Signal(object)
    counter_wanted = Signal()
    plan_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("today.session", headless=True)
        self._state, self._method = Chip(name="today.state"), Chip(name="today.method")
        self._hours_left = Elided("", "body", "ink2")
        self._name, self._place = Elided("", "title"), Elided("", "body", "ink2")
        self._open = Button("", "primary", "monitor", "Ctrl+2", name="today.counter")
        self._plan = Button("", "normal", "calendar-days", name="today.plan")
        self._bar = HoursBar()
        self._rows: list[CounterRow] = []
        self._empty = EmptyState("calendar-days", "today.none", primary=True)
        self._shown = QWidget()
        self._lay_out()
        self._open.clicked.connect(lambda: self.counter_wanted.emit())
        self._plan.clicked.connect(lambda: self.plan_wanted.emit())
        self._empty.pressed.connect(self.plan_wanted)

    def show_overview(self, seen: Overview, language: str) -> None:
        """Show the session of now."""
        now = seen.now
        self._empty.setVisible(now is None)
        self._shown.setVisible(now is not None)
        if now is None:
            self._say_none(seen)
            return
        self._say_state(now, language)
        self._say_place(now, language)
        self._open.setText(self.tr("Open counter"))
        self._plan.setText(self.tr("Plan a session"))
        self._open.setVisible(now.on)
        self._plan.setVisible(not now.on)
        self._show_counters(seen.counters if now.on else (), language)

    def take_focus(self) -> None:
        """Put the focus on what a person most likely wants: the counter, or planning."""
        for button in (self._open, self._plan, self._empty.button()):
            if button.isVisibleTo(self):
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _say_none(self, seen: Overview) -> None:
        sentence = self.tr(
            "No session is planned. The circular suggests %1 a year for each state (F.3); %2 held this year."
        )
        sentence = sentence.replace("%1", str(seen.target)).replace("%2", str(seen.held))
        self._empty.set_words(sentence, self.tr("Plan a session"))

    def _say_state(self, now: Now, language: str) -> None:
        words = {
            "during": (self.tr("Under way"), "accent", "clock"),
            "before": (self.tr("Starts today") if now.on else self.tr("Next session"), "neutral", "clock"),
            "after": (self.tr("Hours are over"), "neutral", "clock"),
        }
        self._state.set(*words[now.part])
        methods = {
            "existing": self.tr("Existing platform"),
            "programme": self.tr("Department programme"),
            "online": self.tr("Online"),
        }
        method = now.session.method
        clause = _CLAUSES.get(method, "")
        self._method.set(" · ".join(filter(None, (methods.get(method, method), clause))))
        for chip in (self._state, self._method):
            chip.show()
        hours = (
            f"{clock(now.day.start, language)} – {clock(now.day.end, language)}" if now.day.minutes else ""
        )
        left = {
            "during": self.tr("%1 left").replace("%1", span(now.minutes_left)),
            "before": self.tr("in %1").replace("%1", span(now.minutes_left)) if now.on else "",
            "after": "",
        }[now.part]
        self._hours_left.set_whole(" · ".join(filter(None, (hours, left if hours else ""))))

    def _say_place(self, now: Now, language: str) -> None:
        session, day = now.session, now.day
        number = self.tr("HBP No. %1").replace("%1", f"{session.n}/{session.year}") if session.n else ""
        self._name.set_whole(session.title or number)
        date = day_words(day.date, language, day.date) if day.date else ""
        several = self.tr("day %1 of %2").replace("%2", str(len(session.days)))
        place = day.place or session.platform
        several = several.replace("%1", str(session.days.index(day) + 1)) if len(session.days) > 1 else ""
        self._place.set_whole(" · ".join(filter(None, (place, date, several))))
        name = self.tr("Hours of the session: %1 per cent are over").replace(
            "%1", str(round(now.share * 100))
        )
        self._bar.set(day.start, day.end, now.share, language, name)
        self._bar.setVisible(bool(day.minutes) and now.on)

    def _show_counters(self, lines: tuple[CounterLine, ...], language: str) -> None:
        while len(self._rows) < len(lines):
            made = CounterRow(f"today.counter.{len(self._rows)}")
            made.opened.connect(self.opened)
            self._rows.append(made)
            self._list.addWidget(made)
        for number, shown in enumerate(self._rows):
            shown.setVisible(number < len(lines))
            if number < len(lines):
                shown.show_line(lines[number], language)
                shown.set_lined(number < len(lines) - 1)
        self._rule.setVisible(bool(lines))

    def _lay_out(self) -> None:
        top, middle, titles = row(gap="field"), row(gap="field"), column(gap="none")
        for chip in (self._state, self._method):
            top.addWidget(chip)
        self._hours_left.setAlignment(self._hours_left.alignment().AlignRight)
        top.addWidget(self._hours_left, 1)
        titles.addWidget(self._name)
        titles.addWidget(self._place)
        middle.addLayout(titles, 1)
        middle.addWidget(self._plan)
        middle.addWidget(self._open)
        whole = column(self._shown, gap="row")
        whole.addLayout(top)
        whole.addLayout(middle)
        whole.addWidget(self._bar)
        self._list = column(gap="none")
        self._rule = line()
        self._list.addWidget(self._rule)
        whole.addLayout(self._list)
        self.add(self._shown, self._empty)


class CounterRow(PressRow):
    """One counter: number, officer, visits, matters, time of the last. Signal `opened(Filter)`."""

    opened = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._asked = Filter()
        self._badge, self._officer = Badge(), Elided("", "body", stress="medium")
        self._visits, self._matters = Spans(), Spans()
        self._last = Text("", "body", "ink2")
        for part, stretch in ((self._badge, 0), (self._officer, 1)):
            self.across.addWidget(part, stretch)
        for words in (self._visits, self._matters, self._last):
            self.across.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
        self.across.setSpacing(self.across.spacing() * 2)
        self.pressed.connect(lambda: self.opened.emit(self._asked))

    def show_line(self, line: CounterLine, language: str) -> None:
        """Show a counter."""
        self._asked = line.asked
        self._badge.set(line.counter)
        self._officer.set_whole(line.officer or self.tr("no officer named"))
        self._visits.set_spans(_counted(self.tr("%n visits", "", line.visits)))
        self._matters.set_spans(_counted(self.tr("%n matters", "", line.matters)))
        self._last.setText(clock(line.last, language) if line.last else "–")
        said = (line.officer, self._visits.text(), self._matters.text(), self._last.text())
        self.setAccessibleName(self.tr("Counter %1").replace("%1", line.counter) + ": " + ", ".join(said))


def _counted(words: str) -> tuple[Span, ...]:
    """Stress the number that a counted phrase begins with."""
    number, _, rest = words.partition(" ")
    return (Span(number, 600), Span(f" {rest}"))
