"""The year: target with its clause, sessions by quarter with their state, two months of calendar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hbp_desktop.domain.dates import short_date
from hbp_desktop.ui.column_scroll import ColumnScroll
from hbp_desktop.ui.layouts import add, column, row
from hbp_desktop.ui.parts.button import Button, IconButton
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.segments import Choice, Segments
from hbp_desktop.ui.parts.text import Text, line, paper
from hbp_desktop.ui.sessions.month_calendar import DayMark, MonthCalendar
from hbp_desktop.ui.sessions.session_row import SessionRow
from hbp_desktop.ui.sessions.target_bar import TargetBar

_MONTHS_SHOWN = 2


@dataclass(frozen=True)
class PlanLine:
    """A session or a kept draft as the list says it; `look` and `state` are a chip's."""

    id: str
    first_day: date | None
    title: str
    where: str
    state: str
    look: str


class YearPlan(Card):
    """Signals: `year_picked(year)`, `new_wanted`, `copy_wanted`, `chosen(id)`, `day_picked(date)`."""

    year_picked = Signal(int)
    new_wanted = Signal()
    copy_wanted = Signal()
    chosen = Signal(str)
    day_picked = Signal(object)
    months_turned = Signal()

    def __init__(self) -> None:
        super().__init__("sessions.year", flush=True)
        self._lines: Sequence[PlanLine] = ()
        self._current, self._language, self._year = "", "ms", 2026
        self._years = Segments("sessions.years", "head_control")
        self._new = Button(icon="plus", key="F2", height="head_control", name="sessions.new")
        self._target, self._so_far, self._bar = Text("", "small", "ink2"), Text("", "small"), TargetBar()
        self._inside = QWidget()
        self._list: QVBoxLayout = column(self._inside, gap="none")
        self._scroll = ColumnScroll(self._inside, "sessions.list")
        self._rows: dict[str, SessionRow] = {}
        self._back = IconButton("chevron-left", "sessions.months_back")
        self._on = IconButton("chevron-right", "sessions.months_on")
        self.months = [MonthCalendar(f"sessions.month.{n}") for n in range(_MONTHS_SHOWN)]
        self._first = (2026, 1)
        self._marks: Mapping[date, DayMark] = {}
        self._lay_out()
        self._connect()

    def show_year(self, year: int, years: Sequence[int], count: int, target: int) -> None:
        """Show the year chosen, those to choose from, and how far the target is."""
        self._year = year
        self._years.set_choices([Choice(str(one), str(one)) for one in years])
        self._years.set_value(str(year))
        self._bar.set(count, target)
        self._target.setText(self.tr("Target: %1 sessions a year · F.3").replace("%1", str(target)))
        said = self.tr("planned %1 of %2")
        self._so_far.setText(said.replace("%1", str(count)).replace("%2", str(target)))

    def show_lines(self, lines: Sequence[PlanLine], current: str, language: str) -> None:
        """List the sessions of the year, by quarter."""
        self._lines, self._current, self._language = lines, current, language
        focused = next((key for key, made in self._rows.items() if made.hasFocus()), "")
        self._clear()
        for quarter in range(1, 5):
            self._add_quarter(quarter, [one for one in lines if _quarter(one) == quarter])
        self._add_quarter(0, [one for one in lines if not _quarter(one)])
        self._add_nothing_yet()
        self._list.addStretch(1)
        if focused in self._rows:
            self._rows[focused].setFocus()

    def show_months(self, first: tuple[int, int], marks: Mapping[date, DayMark], language: str) -> None:
        """Show two months from `first` (year, month)."""
        self._first, self._marks, self._language = first, marks, language
        for number, made in enumerate(self.months):
            year, month = _months_later(first, number)
            made.show_month(year, month, marks, language)

    def first_month(self) -> tuple[int, int]:
        """Give the first month shown."""
        return self._first

    def row_of(self, session_id: str) -> SessionRow | None:
        """Give the row of a session or draft."""
        return self._rows.get(session_id)

    def take_focus(self) -> None:
        """Put the focus on the session in work, else on the first."""
        wanted = self._rows.get(self._current) or next(iter(self._rows.values()), None)
        (wanted or self._new).setFocus()

    def fold(self, calendars: bool) -> None:
        """Leave the calendars out where height is short."""
        self._foot.setVisible(not calendars)

    def set_words(self) -> None:
        """Set the words that never change but with the language."""
        self.set_title(self.tr("Plan"))
        self._new.setText(self.tr("Session"))
        self._new.setAccessibleName(self.tr("New session"))
        self._years.setAccessibleName(self.tr("Year"))
        self._back.set_label(self.tr("Months before"))
        self._on.set_label(self.tr("Months after"))

    def _clear(self) -> None:
        self._rows = {}
        while item := self._list.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _add_quarter(self, quarter: int, lines: Sequence[PlanLine]) -> None:
        if not lines:
            return
        self._list.addWidget(self._strip(self._quarter_words(quarter)))
        for one in lines:
            made = SessionRow(f"sessions.row.{one.id}")
            made.show_line(*_date_words(one, self._language), one.title, one.where, one.state, one.look)
            made.set_current(one.id == self._current)
            made.pressed.connect(lambda chosen=one.id: self.chosen.emit(chosen))
            self._rows[one.id] = made
            self._list.addWidget(made)

    def _add_nothing_yet(self) -> None:
        held = {_quarter(one) for one in self._lines}
        empty = [quarter for quarter in range(1, 5) if quarter not in held]
        if not empty:
            return
        words = ", ".join(self._quarter_words(quarter) for quarter in empty)
        self._list.addWidget(self._strip(words))
        across = row(margins="card row")
        said = Text(self.tr("No session yet. Copy an earlier one with its team."), "small", "ink2", wrap=True)
        copy = Button(self.tr("Copy"), icon="copy", height="head_control", name="sessions.copy")
        copy.clicked.connect(lambda: self.copy_wanted.emit())
        across.addWidget(said, 1)
        across.addWidget(copy)
        holder = QWidget()
        holder.setLayout(across)
        self._list.addWidget(holder)

    def _strip(self, words: str) -> QWidget:
        strip = paper(QWidget(), "sunken")
        strip.setObjectName("sessions.strip")
        across = row(strip, margins="card tight")
        across.addWidget(Text(words, "small", "ink2", wrap=True), 1)
        return strip

    def _quarter_words(self, quarter: int) -> str:
        words = (
            self.tr("Without a date"),
            self.tr("First quarter"),
            self.tr("Second quarter"),
            self.tr("Third quarter"),
            self.tr("Fourth quarter"),
        )
        return words[quarter]

    def _turn(self, step: int) -> None:
        self._first = _months_later(self._first, step)
        self.months_turned.emit()

    def _lay_out(self) -> None:
        add(self.head, self._years, self._new)
        target = row(margins="card none")
        target.addWidget(self._target, 1)
        target.addWidget(self._so_far)
        bar = row(margins="card none card field")
        bar.addWidget(self._bar)
        self.body.setSpacing(0)
        add(self.body, target, bar, line())
        self.body.addWidget(self._scroll, 1)
        self._foot = QWidget()
        below = column(self._foot, gap="none", margins="card tight")
        turn = row(gap="grid")
        add(turn, None, self._back, self._on)
        months = row(gap="cards")
        for made in self.months:
            months.addWidget(made, 1)
        add(below, turn, months)
        add(self.body, line(), self._foot)

    def _connect(self) -> None:
        self._years.picked.connect(lambda value: self.year_picked.emit(int(value)))
        self._new.clicked.connect(lambda: self.new_wanted.emit())
        self._back.clicked.connect(lambda: self._turn(-_MONTHS_SHOWN))
        self._on.clicked.connect(lambda: self._turn(_MONTHS_SHOWN))
        for made in self.months:
            made.picked.connect(self.day_picked.emit)


def _quarter(one: PlanLine) -> int:
    return (one.first_day.month + 2) // 3 if one.first_day else 0


def _date_words(one: PlanLine, language: str) -> tuple[str, str]:
    if one.first_day is None:
        return "–", ""
    return str(one.first_day.day), short_date(one.first_day, language).split(" ", 1)[1]


def _months_later(first: tuple[int, int], step: int) -> tuple[int, int]:
    months = first[0] * 12 + first[1] - 1 + step
    return months // 12, months % 12 + 1
