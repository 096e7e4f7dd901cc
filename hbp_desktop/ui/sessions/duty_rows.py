"""Officers of a plan: name, post, counter, who leads; one row each."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.officer import DutyDraft, Officer
from hbp_desktop.domain.text import fold
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.button import Button, IconButton
from hbp_desktop.ui.parts.chip import ToggleChip
from hbp_desktop.ui.parts.inputs import LineEdit, set_state
from hbp_desktop.ui.parts.typeahead import Suggestion, TypeAhead
from hbp_desktop.ui.sessions.row_trouble import RowTrouble
from hbp_desktop.ui.theme import theme

Find = Callable[[str], Sequence[Suggestion]]


class DutyRow(QWidget):
    """Signals `edited`; `remove_wanted`; `led` when this officer was made the leader."""

    edited = Signal()
    remove_wanted = Signal()
    led = Signal()

    def __init__(self, number: int, find: Find) -> None:
        super().__init__()
        self._draft = DutyDraft()
        name = f"plan.duties.{number}"
        self.officer = TypeAhead(f"{name}.officer", find)
        self.post, self.counter = LineEdit(f"{name}.post"), LineEdit(f"{name}.counter")
        self.lead = ToggleChip("", f"{name}.lead")
        self._remove = IconButton("x", f"{name}.remove", height="control")
        self.trouble = RowTrouble(f"{name}.trouble")
        self._lay_out()
        self._connect()

    def show_duty(self, draft: DutyDraft) -> None:
        """Show an officer's place."""
        self._draft = draft
        for editor, text in (
            (self.officer, draft.officer),
            (self.post, draft.post),
            (self.counter, draft.counter),
        ):
            editor.setText(text)
            editor.setCursorPosition(0)
        self.lead.setChecked(draft.lead)

    def draft(self) -> DutyDraft:
        """Give the officer's place as typed."""
        return replace(
            self._draft,
            officer=self.officer.text(),
            post=self.post.text(),
            counter=self.counter.text(),
            lead=self.lead.isChecked(),
        )

    def say(self, level: str, place: str, sentence: str) -> None:
        """Show trouble at one of its fields."""
        if place in ("officer", "post", "counter"):
            set_state(getattr(self, place), level)
        self.trouble.say(level, sentence)

    def clear(self) -> None:
        """Take the trouble away."""
        for editor in (self.officer, self.post, self.counter):
            set_state(editor, "")
        self.trouble.clear()

    def fit(self, with_post: bool) -> None:
        """Give fields their widths at the scale of now; posts give way where it is narrow."""
        self.counter.setFixedWidth(theme().size("plan_counter"))
        self.post.setVisible(with_post)

    def set_words(self, number: int) -> None:
        """Name its fields; `number` counts from 1."""
        for editor, words, hint in (
            (self.officer, self.tr("Name of officer %1"), self.tr("name of the officer")),
            (self.post, self.tr("Post of officer %1"), self.tr("post or grade")),
            (self.counter, self.tr("Counter of officer %1"), self.tr("counter")),
        ):
            editor.setAccessibleName(words.replace("%1", str(number)))
            editor.setPlaceholderText(hint)
        self.lead.setText(self.tr("Leads"))
        self.lead.setAccessibleName(self.tr("Officer %1 leads the team").replace("%1", str(number)))
        self._remove.set_label(self.tr("Remove officer %1").replace("%1", str(number)))

    def _lay_out(self) -> None:
        across = row(gap="tight")
        across.addWidget(self.officer, 3)
        across.addWidget(self.post, 3)
        for part in (self.counter, self.lead, self._remove):
            across.addWidget(part)
        whole = column(self, gap="label")
        whole.addLayout(across)
        whole.addWidget(self.trouble)

    def _connect(self) -> None:
        for editor in (self.officer, self.post, self.counter):
            editor.textEdited.connect(lambda _text: self.edited.emit())
        self.officer.picked.connect(self._take)
        self.officer.kept_as_typed.connect(lambda _text: self.edited.emit())
        self.lead.clicked.connect(self._on_lead)
        self._remove.clicked.connect(lambda: self.remove_wanted.emit())

    def _take(self, found: Suggestion) -> None:
        self.officer.setText(found.name)
        self.post.setText(found.reason)
        self.edited.emit()

    def _on_lead(self) -> None:
        if self.lead.isChecked():
            self.led.emit()
        self.edited.emit()


class DutyRows(QWidget):
    """Signal `edited`. Officers known from the roster and earlier sessions are offered while typing."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plan.duties")
        self.rows: list[DutyRow] = []
        self._known: tuple[Officer, ...] = ()
        self._with_post = True
        self._add = Button("", "quiet", "plus", "Alt+G", "small_control", "plan.duties.add")
        self._column = column(self, gap="tight")
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._add.clicked.connect(self.add)

    def show_duties(self, duties: Sequence[DutyDraft], known: Sequence[Officer]) -> None:
        """Show the officers of a plan, and who may be offered."""
        self._known = tuple(known)
        while self.rows and len(self.rows) > len(duties):
            self._drop(self.rows[-1])
        while len(self.rows) < len(duties):
            self._made()
        for made, duty in zip(self.rows, duties, strict=True):
            made.show_duty(duty)
            made.clear()
        self._settle()

    def drafts(self) -> tuple[DutyDraft, ...]:
        """Give the officers as typed; rows left blank are none."""
        return tuple(one for one in (made.draft() for made in self.rows) if one.officer or one.post)

    def clear(self) -> None:
        """Take all trouble away."""
        for made in self.rows:
            made.clear()

    def add(self) -> None:
        """Add an officer at the next counter and go there."""
        made = self._made()
        made.show_duty(DutyDraft(counter=str(len(self.rows)), lead=len(self.rows) == 1))
        self._settle()
        made.officer.setFocus(Qt.FocusReason.TabFocusReason)
        self.edited.emit()

    def set_words(self) -> None:
        """Set the words that never change but with the language."""
        self._add.setText(self.tr("Add an officer"))
        self._settle()

    def fit(self, with_post: bool) -> None:
        """Fit the fields to the room there is."""
        self._with_post = with_post
        self._settle()

    def _find(self, text: str) -> list[Suggestion]:
        typed = fold(text)
        taken = {made.officer.text() for made in self.rows}
        return [
            Suggestion(one.name, "", one.name, one.post)
            for one in self._known
            if typed and typed in fold(one.name) and one.name not in taken
        ]

    def _made(self) -> DutyRow:
        made = DutyRow(len(self.rows), self._find)
        made.edited.connect(self.edited.emit)
        made.led.connect(lambda: self._only_lead(made))
        made.remove_wanted.connect(lambda: self._remove(made))
        self.rows.append(made)
        self._column.insertWidget(len(self.rows) - 1, made)
        return made

    def _only_lead(self, leader: DutyRow) -> None:
        for made in self.rows:
            made.lead.setChecked(made is leader)

    def _remove(self, made: DutyRow) -> None:
        place = self.rows.index(made)
        self._drop(made)
        self._settle()
        near = self.rows[min(place, len(self.rows) - 1)].officer if self.rows else self._add
        near.setFocus(Qt.FocusReason.TabFocusReason)
        self.edited.emit()

    def _drop(self, made: DutyRow) -> None:
        self.rows.remove(made)
        self._column.removeWidget(made)
        made.hide()
        made.deleteLater()

    def _settle(self) -> None:
        for number, made in enumerate(self.rows, 1):
            made.set_words(number)
            made.fit(self._with_post)
