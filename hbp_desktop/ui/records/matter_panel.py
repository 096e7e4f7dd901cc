"""One matter of a record: what it is, what was done, its three clocks, and the steps it may take."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from hbp_desktop.domain.dates import short_date
from hbp_desktop.domain.deadlines import MatterClock
from hbp_desktop.domain.matter import STATUSES, Matter, allowed_steps
from hbp_desktop.domain.policy import INTEGRITY
from hbp_desktop.ui import matter_words
from hbp_desktop.ui.layouts import Flow, column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.press_row import Badge
from hbp_desktop.ui.parts.text import Elided, Text
from hbp_desktop.ui.theme import theme
from hbp_desktop.ui.time_words import left_out_words

_DONE = ("settled", "closed")


class MatterPanel(QWidget):
    """Signals `move_wanted(matter, status)`, `clock_wanted(matter, clock)`."""

    move_wanted = Signal(object, str)
    clock_wanted = Signal(object, str)

    def __init__(
        self, matter: Matter, clocks: Sequence[MatterClock], language: str, today: date, fixed: bool
    ) -> None:
        super().__init__()
        self._matter = matter
        self.setObjectName(f"record.matter.{matter.order}")
        whole = column(self, gap="tight")
        whole.addLayout(self._head(fixed))
        for text, tone in self._texts(language):
            whole.addWidget(Text(text, "body", tone, wrap=True))
        if clocks:
            whole.addWidget(self._clock_row(clocks, language, today))
            self._add_clock_button(whole, clocks, fixed)

    def _head(self, fixed: bool) -> QHBoxLayout:
        matter = self._matter
        head = row(gap="field")
        head.addWidget(Badge(matter_words.letter(matter.kind), on=True))
        head.addWidget(Text(matter_words.word(matter.kind), "body", stress="strong"))
        head.addWidget(
            Elided(" · ".join(filter(None, (matter.service_code, matter.service))), "small", "ink2"), 1
        )
        if matter.withdrawn:
            head.addWidget(Chip(self.tr("Withdrawn"), "neutral"))
        elif fixed:
            head.addWidget(_chip(matter))
        else:
            head.addWidget(self._steps())
        return head

    def _steps(self) -> Button:
        """Give the status as a button that opens the steps the matter may take."""
        word = matter_words.word(self._matter.status)
        button = Button(word, height="small_control", name=f"record.status.{self._matter.order}")
        button.set_icon_name("chevron-down", after=True)
        button.setAccessibleName(self.tr("Status: %1. Change").replace("%1", word))
        self._menu = QMenu(self)
        reopened = self.tr("Reopen")
        for status in sorted(allowed_steps(self._matter.status), key=STATUSES.index):
            words = reopened if self._matter.status in _DONE and status not in _DONE else ""
            action = self._menu.addAction(words or matter_words.word(status))
            action.setData(status)
            action.triggered.connect(lambda _=False, to=status: self.move_wanted.emit(self._matter, to))
        button.clicked.connect(lambda: self._menu.popup(button.mapToGlobal(QPoint(0, button.height()))))
        return button

    def steps(self) -> list[str]:
        """Give the statuses that are offered."""
        return [str(action.data()) for action in self._menu.actions()]

    def take_step(self, status: str) -> None:
        """Choose a step as a person does in the menu."""
        for action in self._menu.actions():
            if action.data() == status:
                action.trigger()

    def _texts(self, language: str) -> list[tuple[str, str]]:
        matter = self._matter
        follow = " · ".join(
            filter(
                None,
                (matter.follow_unit, short_date(matter.follow_date, language) if matter.follow_date else ""),
            )
        )
        labelled = (
            (self.tr("Wants: %1"), matter.wanted),
            (self.tr("Done: %1"), matter.action),
            (self.tr("Referred to %1"), matter.agency),
            (self.tr("Follow-up: %1"), follow),
        )
        texts = [(matter.details, "ink")] if matter.details else []
        if matter.urgent:
            urgent = self.tr("Immediate route: %1 · Talian Kasih 15999")
            if matter.urgent == INTEGRITY:
                urgent = self.tr("Its own route: %1 · Integrity Unit or SPRM")
            texts.append((urgent.replace("%1", matter_words.word(matter.urgent)), "bad"))
        if matter.acted and not matter.action:
            texts.append((self.tr("The immediate action is entered; it is sealed."), "ink2"))
        if matter.against:
            texts.append((self.tr("About: %1").replace("%1", matter.against), "ink2"))
        return texts + [(words.replace("%1", value), "ink2") for words, value in labelled if value]

    def _clock_row(self, clocks: Sequence[MatterClock], language: str, today: date) -> QWidget:
        holder = QWidget()
        flow = Flow(holder, gap="field")
        for clock in clocks:
            flow.addWidget(ClockPanel(clock, language, today))
        return holder

    def _add_clock_button(self, whole: QVBoxLayout, clocks: Sequence[MatterClock], fixed: bool) -> None:
        running = next((clock for clock in clocks if clock.next), None)
        if fixed or running is None or running.name == "investigate":
            return
        words = self.tr("Acknowledged today") if running.name == "ack" else self.tr("Replied today")
        button = Button(
            words, "quiet", "check", height="small_control", name=f"record.clock.{self._matter.order}"
        )
        button.clicked.connect(lambda: self.clock_wanted.emit(self._matter, running.name))
        line = row(gap="none")
        line.addWidget(button)
        line.addStretch(1)
        whole.addLayout(line)


class ClockPanel(QWidget):
    """A clock: its name, its date, and in words whether it is done, runs next, comes later or is late."""

    def __init__(self, clock: MatterClock, language: str, today: date) -> None:
        super().__init__()
        due = clock.due
        late = due.late and not clock.done
        self._tone = "ok" if clock.done else "bad" if late else "warn" if clock.next else "dim"
        when = short_date(due.date, language)
        left = self.tr("%n w. days", "", due.left)
        behind = self.tr("LATE %n days", "", due.late)
        state = (
            self.tr("done") if clock.done else behind if late else left if clock.next else self.tr("later")
        )
        words = when if not (clock.done or clock.next or late) else f"{when} · {state}"
        self._name = Text(matter_words.word(clock.name), "small", "ink2")
        self._when = Text(words, "small", "bad" if late else "ink", stress="strong")
        self.setAccessibleName(f"{self._name.text()}: {when}, {state}")
        skipped = left_out_words(due.left_out, language)
        self.setToolTip(
            self.tr("Working days of this state. Not counted:") + f"\n{skipped}" if skipped else ""
        )
        inner = column(self, gap="none", margins="row none none none")
        inner.addWidget(self._name)
        inner.addWidget(self._when)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        bar = QRectF(0, 0, theme().size("label"), self.height())
        QPainter(self).fillRect(bar, theme().colour(self._tone))


def _chip(matter: Matter) -> Chip:
    return Chip(matter_words.word(matter.status), matter_words.look(matter.status))
