"""Days, places and hours of a plan: one row each, with its own trouble and hint below it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.day import DayDraft
from hbp_desktop.ui import layout_order
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.button import Button, IconButton
from hbp_desktop.ui.parts.inputs import LineEdit, set_state
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.sessions.row_trouble import RowTrouble
from hbp_desktop.ui.sessions.spoken_edit import DateField, TimeField
from hbp_desktop.ui.theme import theme

_EDITORS = {"date": "date", "start": "start", "end": "end", "place": "place"}


class DayRow(QWidget):
    """Signals `edited`; `remove_wanted`; `reason_wanted(code)` from its hint."""

    edited = Signal()
    remove_wanted = Signal()
    reason_wanted = Signal(str)

    def __init__(self, number: int) -> None:
        super().__init__()
        self._draft = DayDraft()
        name = f"plan.days.{number}"
        self.date, self.place = DateField(f"{name}.date"), LineEdit(f"{name}.place")
        self.start, self.end = TimeField(f"{name}.start"), TimeField(f"{name}.end")
        self._to = Text("–", "body", "ink3")
        self._remove = IconButton("x", f"{name}.remove", height="control")
        self.trouble = RowTrouble(f"{name}.trouble")
        self._lay_out()
        self._connect()

    def show_day(self, draft: DayDraft, language: str) -> None:
        """Show a day."""
        self._draft = draft
        for editor in (self.date, self.start, self.end):
            editor.set_language(language)
        for editor, value in ((self.date, draft.date), (self.start, draft.start), (self.end, draft.end)):
            editor.set_value(value)
        self.place.setText(draft.place)
        self.place.setCursorPosition(0)

    def draft(self) -> DayDraft:
        """Give the day as typed."""
        typed = {name: getattr(self, name).value() for name in ("date", "start", "end")}
        return replace(self._draft, place=self.place.text(), **typed)

    def say(self, level: str, place: str, sentence: str, action: str = "", code: str = "") -> None:
        """Show trouble at one of its fields; only the first of them is put in words."""
        if place in _EDITORS:
            set_state(getattr(self, _EDITORS[place]), level)
        self.trouble.say(level, sentence, action, code)

    def clear(self) -> None:
        """Take the trouble away."""
        for editor in (self.date, self.start, self.end, self.place):
            set_state(editor, "")
        self.trouble.clear()

    def fit(self, online: bool, alone: bool) -> None:
        """Give fields their widths at the scale of now; the last row cannot be removed."""
        now = theme()
        self.date.setFixedWidth(now.size("plan_date"))
        for editor in (self.start, self.end):
            editor.setFixedWidth(now.size("plan_time"))
        self._remove.setEnabled(not alone)
        self.place.setPlaceholderText(self.tr("place, optional") if online else self.tr("place"))

    def set_words(self, number: int) -> None:
        """Name its fields for a screen reader; `number` counts from 1."""
        for editor, words in (
            (self.date, self.tr("Date of day %1")),
            (self.place, self.tr("Place of day %1")),
            (self.start, self.tr("Day %1 begins at")),
            (self.end, self.tr("Day %1 ends at")),
        ):
            editor.setAccessibleName(words.replace("%1", str(number)))
        self.date.setPlaceholderText(self.tr("24/11/2026"))
        self._remove.set_label(self.tr("Remove day %1").replace("%1", str(number)))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        now = theme()
        beside = now.size("plan_date") + 2 * now.size("plan_time") + now.size("plan_place")
        self._stack(self.width() < beside)

    def _stack(self, stacked: bool) -> None:
        """Give the place a line of its own where the row is too narrow to read it in."""
        if stacked == (self._across.indexOf(self.place) < 0):
            return
        if stacked:
            self._whole.insertWidget(1, self.place)
            self._across.insertStretch(4, 1)
        else:
            self._across.takeAt(4)
            self._across.insertWidget(1, self.place, 1)
        layout_order.order(self)

    def _lay_out(self) -> None:
        self._across = row(gap="tight")
        self._across.addWidget(self.date)
        self._across.addWidget(self.place, 1)
        for part in (self.start, self._to, self.end, self._remove):
            self._across.addWidget(part)
        self._whole = column(self, gap="label")
        self._whole.addLayout(self._across)
        self._whole.addWidget(self.trouble)

    def _connect(self) -> None:
        for editor in (self.date, self.start, self.end):
            editor.edited.connect(self.edited.emit)
        self.place.textEdited.connect(lambda _text: self.edited.emit())
        self._remove.clicked.connect(lambda: self.remove_wanted.emit())
        self.trouble.pressed.connect(self.reason_wanted.emit)


class DayRows(QWidget):
    """Signals `edited`; `reason_wanted(code)`."""

    edited = Signal()
    reason_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plan.days")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a label goes to nothing else
        self.rows: list[DayRow] = []
        self._language, self._online = "ms", False
        self._add = Button("", "quiet", "plus", height="small_control", name="plan.days.add")
        self._column = column(self, gap="tight")
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._add.clicked.connect(self._add_after_last)

    def show_days(self, days: Sequence[DayDraft], language: str, online: bool) -> None:
        """Show the days of a plan."""
        self._language, self._online = language, online
        while len(self.rows) > max(1, len(days)):
            self._drop(self.rows[-1])
        while len(self.rows) < max(1, len(days)):
            self._made()
        for made, day in zip(self.rows, days or (DayDraft(),), strict=True):
            made.show_day(day, language)
            made.clear()
        self._settle()

    def drafts(self) -> tuple[DayDraft, ...]:
        """Give the days as typed."""
        return tuple(made.draft() for made in self.rows)

    def set_online(self, online: bool) -> None:
        """Say whether a place is needed."""
        self._online = online
        self._settle()

    def put_date(self, text: str) -> None:
        """Put a date into the row in use, else into the first without one, else into the last."""
        in_use = [made for made in self.rows if made.isAncestorOf(self.focusWidget() or self)]
        open_ones = [made for made in self.rows if not made.date.value()]
        made = (in_use or open_ones or self.rows[-1:])[0]
        made.date.set_value(text)
        self.edited.emit()

    def clear(self) -> None:
        """Take all trouble away."""
        for made in self.rows:
            made.clear()

    def set_words(self) -> None:
        """Set the words that never change but with the language."""
        self._add.setText(self.tr("Another day or place"))
        self._settle()

    def fit(self) -> None:
        """Fit the fields to the scale of now."""
        self._settle()

    def _add_after_last(self) -> None:
        last = self.rows[-1].draft()
        self._made().show_day(DayDraft(start=last.start, end=last.end), self._language)
        self._settle()
        self.rows[-1].date.setFocus(Qt.FocusReason.TabFocusReason)
        self.edited.emit()

    def _made(self) -> DayRow:
        made = DayRow(len(self.rows))
        made.edited.connect(self.edited.emit)
        made.reason_wanted.connect(self.reason_wanted.emit)
        made.remove_wanted.connect(lambda: self._remove(made))
        self.rows.append(made)
        self._column.insertWidget(len(self.rows) - 1, made)
        return made

    def _remove(self, made: DayRow) -> None:
        place = self.rows.index(made)
        self._drop(made)
        self._settle()
        self.rows[min(place, len(self.rows) - 1)].date.setFocus(Qt.FocusReason.TabFocusReason)
        self.edited.emit()

    def _drop(self, made: DayRow) -> None:
        self.rows.remove(made)
        self._column.removeWidget(made)
        made.hide()
        made.deleteLater()

    def _settle(self) -> None:
        for number, made in enumerate(self.rows, 1):
            made.set_words(number)
            made.fit(self._online, len(self.rows) == 1)
        if self.rows:
            self.setFocusProxy(self.rows[0].date)  # where the label's key leads
