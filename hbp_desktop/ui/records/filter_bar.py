"""The filters of Rekod: search, the usual ones as buttons, the others behind "More"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from hbp_desktop.domain.dates import clock, plain_date, short_date
from hbp_desktop.domain.deadlines import CLOCKS
from hbp_desktop.domain.exchange import MARKS
from hbp_desktop.domain.listing import Filter
from hbp_desktop.domain.matter import KINDS, STATUSES
from hbp_desktop.domain.session import Session
from hbp_desktop.ui import matter_words
from hbp_desktop.ui.layouts import Flow, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.keyed_search import KeyedSearch
from hbp_desktop.ui.parts.spans import Span, Spans
from hbp_desktop.ui.records import mark_words
from hbp_desktop.ui.records.filter_chip import FilterChip
from hbp_desktop.ui.theme import theme

ON = "on"
_CHANNELS = ("counter", "telephone", "online", "written")
_MENUS = ("session", "kind", "status", "counter")
_TEXTS = ("day", "channel", "clock", "mark", "date", "service", "since")
_FLAGS = ("urgent", "anonymous", "withdrawn")
_ICONS = {
    "session": "calendar-check",
    "urgent": "shield-alert",
    "since": "clock",
    "clock": "clock",
    "mark": "cloud",
}


class FilterBar(QWidget):
    """Signals `changed(Filter)` when a person chose; `search_left` on ↓ or Enter in the search."""

    changed = Signal(object)
    search_left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("records.filters")
        self._asked, self._language = Filter(), "ms"
        self._sessions: tuple[Session, ...] = ()
        self.elsewhere: Mapping[str, str] = {}  # of sessions of other offices, their office
        self.search = KeyedSearch("records.search", "F3")
        self.chips = {
            name: FilterChip(name, _ICONS.get(name, ""), menu=name in _MENUS)
            for name in (*_MENUS, *_TEXTS, *_FLAGS)
        }
        self.more = Button("", icon="filter", name="filter.more")
        self._menu = QMenu(self)
        self._counts = Spans("body", "ink2")
        self._lay_out()
        self._connect()

    def set_sessions(self, sessions: Sequence[Session], language: str) -> None:
        """Know the office's sessions, newest first."""
        self._sessions, self._language = tuple(sessions), language
        self.retranslate()

    def filter(self) -> Filter:
        """Give what is asked for now."""
        return self._asked

    def set_filter(self, asked: Filter) -> None:
        """Show a filter without a signal."""
        self._asked = asked
        if self.search.text() != asked.text:
            self.search.setText(asked.text)
        self.retranslate()

    def show_counts(self, visits: int | None, matters: int) -> None:
        """Say how many visits and matters fit; None while they are counted."""
        if visits is None:
            self._counts.set_spans((Span(self.tr("counting…")),))
            return
        parts = (self.tr("%n visits", "", visits), self.tr("%n matters", "", matters))
        first, second = (words.partition(" ") for words in parts)
        self._counts.set_spans(
            (Span(first[0], 600), Span(f" {first[2]} · "), Span(second[0], 600), Span(f" {second[2]}"))
        )

    def fit(self, narrow: bool) -> None:
        """Give the search the width there is for it."""
        self.search.setFixedWidth(theme().size("search_narrow" if narrow else "search"))

    def counts(self) -> str:
        """Give the counts as shown."""
        return self._counts.text()

    def retranslate(self) -> None:
        """Set every word and show what is asked for."""
        self.search.setPlaceholderText(self.tr("Search in names, details, telephone"))
        self.search.setAccessibleName(self.tr("Search in names, details, telephone"))
        self.more.setText(self.tr("More"))
        every = self.tr("All")
        labels = self._labels()
        for name, chip in self.chips.items():
            chip.set_words(labels[name], every, self._choices(name))
            chip.set_value(self._value(name))

    def _labels(self) -> dict[str, str]:
        return {
            "session": self.tr("Session"),
            "kind": self.tr("Kind"),
            "status": self.tr("Status"),
            "counter": self.tr("Counter"),
            "day": self.tr("Day"),
            "channel": self.tr("Channel"),
            "clock": self.tr("Clock that runs"),
            "mark": self.tr("Where it lies"),
            "date": self.tr("Received"),
            "service": self.tr("Service"),
            "since": self.tr("Time"),
            "urgent": self.tr("Immediate route"),
            "anonymous": self.tr("Anonymous"),
            "withdrawn": self.tr("Withdrawn"),
        }

    def _choices(self, name: str) -> list[tuple[str, str]]:
        """Give a filter's choices with their words."""
        words = matter_words.word
        known = {"kind": KINDS, "status": STATUSES, "channel": _CHANNELS, "clock": CLOCKS}
        if name in known:
            return [(value, words(value)) for value in known[name]]
        if name == "mark":
            return [(mark, mark_words.word(mark)) for mark in MARKS]
        if name == "session":
            return [(one.id, self._session_word(one)) for one in self._sessions]
        if name == "counter":
            counter = self.tr("Counter %1")
            return [(value, counter.replace("%1", value)) for value in self._counters()]
        if name == "day":
            return [(day.id, self._day_word(one, day.id)) for one in self._sessions for day in one.days]
        if name in _FLAGS:
            return [(ON, self._labels()[name])]
        return [(value, self._typed_word(name)) for value in filter(None, [self._value(name)])]

    def _typed_word(self, name: str) -> str:
        if name == "date":
            return plain_date_of(self._asked.date, self._language)
        if name == "since":
            ends = (self._asked.since, self._asked.until)
            return " – ".join(clock(time, self._language) for time in ends if time)
        return str(getattr(self._asked, name))

    def _session_word(self, one: Session) -> str:
        number = self.tr("No. %1").replace("%1", f"{one.n}/{one.year}") if one.n else one.title
        words = number or (one.first_day.isoformat() if one.first_day else one.id[:8])
        return " · ".join(filter(None, (self.elsewhere.get(one.id, ""), words)))

    def _day_word(self, one: Session, day_id: str) -> str:
        day = one.day(day_id)
        if day is None or day.date is None:
            return day_id[:8]
        return " · ".join(filter(None, (short_date(day.date, self._language), day.place)))

    def _counters(self) -> list[str]:
        of = [one for one in self._sessions if self._asked.session in ("", one.id)][:6]
        names = {duty.counter for one in of for duty in one.duties if duty.counter}
        names |= {str(number) for one in of for number in range(1, one.counters + 1)}
        names |= {self._asked.counter} - {""}
        return sorted(names, key=lambda name: (len(name), name))

    def _value(self, name: str) -> str:
        found = getattr(self._asked, name)
        if name in _FLAGS:
            return ON if found else ""
        return str(found)

    def _pick(self, name: str, value: str) -> None:
        given: object = bool(value) if name in _FLAGS else value
        asked = replace(self._asked, **{name: given})  # type: ignore[arg-type]
        if name == "session":
            asked = replace(asked, day="", counter="")
        if name == "since":
            asked = replace(asked, until="")
        self.set_filter(asked)
        self.changed.emit(asked)

    def _open_more(self) -> None:
        self._menu.clear()
        for name in ("day", "channel", "clock", "mark"):
            choices = self._choices(name)
            if name == "day":
                choices = [pair for pair in choices if self._asked.session] if self._several_days() else []
            if choices:
                self._add_sub(name, choices)
        for name in _FLAGS:
            action = self._menu.addAction(self._labels()[name])
            action.setCheckable(True)
            action.setChecked(bool(self._value(name)))
            action.triggered.connect(lambda on, flag=name: self._pick(flag, ON if on else ""))
        self._menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _add_sub(self, name: str, choices: list[tuple[str, str]]) -> None:
        sub = self._menu.addMenu(self._labels()[name])
        for value, word in (("", self.tr("All")), *choices):
            action = sub.addAction(word.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == self._value(name))
            action.triggered.connect(lambda _=False, chosen=value: self._pick(name, chosen))

    def _several_days(self) -> bool:
        return any(one.id == self._asked.session and len(one.days) > 1 for one in self._sessions)

    def _lay_out(self) -> None:
        flowing = QWidget()
        flowing.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        flow = Flow(flowing, gap="field")
        flow.addWidget(self.search)
        for chip in self.chips.values():
            flow.addWidget(chip)
        flow.addWidget(self.more)
        across = row(self, gap="cards")
        across.addWidget(flowing, 1)
        across.addWidget(self._counts, 0, Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        for name, chip in self.chips.items():
            chip.picked.connect(lambda value, of=name: self._pick(of, value))
        self.more.clicked.connect(self._open_more)
        self.search.textEdited.connect(lambda text: self._pick("text", text))
        self.search.returnPressed.connect(self.search_left)


def plain_date_of(iso: str, language: str) -> str:
    """Write an ISO date as people do."""
    try:
        return plain_date(date.fromisoformat(iso), language)
    except ValueError:
        return iso
