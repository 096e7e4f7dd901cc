"""Corrects a recorded visit with the counter's own forms; why it is corrected is asked at the end."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.matter import MatterDraft
from hbp_desktop.domain.visit import VisitDraft
from hbp_desktop.ui.client_form import ClientForm
from hbp_desktop.ui.column_scroll import ColumnScroll
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.matter_column import MatterColumn
from hbp_desktop.ui.matter_form import Find
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import LineEdit
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.records.ask_panel import AskPanel
from hbp_desktop.ui.theme import theme
from hbp_desktop.usecases.catalogues import Catalogues

Say = Callable[[Problem], str]
_PLAIN = ("queue", "counter", "time", "note")
_PLACES = {"id_number": "identity", "nationality": "id_country", "sex": "born"}


class CorrectForm(QWidget):
    """Signals: `save_wanted` once it is to be judged, `given(reason)` once the reason is there, `left`."""

    save_wanted = Signal()
    given = Signal(str)
    left = Signal()
    revealed = Signal()

    def __init__(self, catalogues: Catalogues, find: Find, today: date, language: str) -> None:
        super().__init__()
        self.setObjectName("correct")
        self._catalogues, self._today, self._language = catalogues, today, language
        self._original, self._shown = VisitDraft(), VisitDraft()
        self._matters_shown: Mapping[str, MatterDraft] = {}
        self._heading = Text("", "heading")
        self.client, self.matters = (
            ClientForm(today, language),
            MatterColumn(catalogues.services, find, language),
        )
        self.lines = {name: LineEdit(f"correct.{name}") for name in _PLAIN}
        self._fields = {name: Field(editor) for name, editor in self.lines.items()}
        self.ask = AskPanel("correct.ask")
        self._leave = Button("", key="Esc", name="correct.leave")
        self.save = Button("", "primary", "check", "Ctrl+Enter", name="correct.save")
        self._lay_out()
        self._connect()

    def show_draft(self, draft: VisitDraft, ref: str) -> None:
        """Show a recorded visit; what is not touched here stays exactly as it was recorded."""
        self._original = draft
        self._heading.setText(self.tr("Correct %1").replace("%1", ref))
        self.client.show_draft(draft)
        for name, editor in self.lines.items():
            editor.setText(getattr(draft, name))
        self._matters_shown = self._as_shown(draft.matters)
        self.matters.show_drafts(draft.matters)
        self._shown = self._typed()
        self.say((), str)
        self.close_question()

    def read(self) -> VisitDraft:
        """Give the visit as corrected: only what a person changed differs from what was recorded."""
        typed = self._typed()
        kept = {matter.id: matter for matter in self._original.matters}
        matters = tuple(
            _merged(kept[matter.id], self._matters_shown[matter.id], matter) if matter.id in kept else matter
            for matter in self.matters.read()
        )
        merged: VisitDraft = _merged(self._original, self._shown, typed)
        return replace(merged, matters=matters)

    def changed(self) -> bool:
        """Tell whether anything differs from what was recorded."""
        return self.read() != self._original

    def say(self, problems: Sequence[Problem], say: Say) -> None:
        """Show troubles where they belong."""
        self.client.say(problems, say, self._original.kept)
        self.matters.say(problems, say)
        for name, field in self._fields.items():
            own = [problem for problem in problems if problem.place == name]
            worst = min(own, key=lambda one: one.level != "error", default=None)
            level = "" if worst is None else "warn" if worst.level == "warning" else "bad"
            field.say(level, say(worst) if worst else "")

    def focus_first(self, problems: Sequence[Problem]) -> None:
        """Put the focus on the first faulty field."""
        for problem in problems:
            if problem.place.startswith("matters"):
                self.matters.focus_place(problem.place)
                return
            if problem.place in self.lines:
                self.lines[problem.place].setFocus(Qt.FocusReason.OtherFocusReason)
                return
            if self.client.focus_place(_PLACES.get(problem.place, problem.place)):
                return

    def ask_reason(self) -> None:
        """Ask why, at the end; its button takes the place of this form's."""
        self._foot.hide()
        self.ask.ask(self.tr("Why is this record corrected?"), self.tr("Save correction"))

    def close_question(self) -> None:
        """Take the question for the reason away."""
        self.ask.hide()
        self._foot.show()

    def take_focus(self) -> None:
        """Start at the client's name, which is corrected most."""
        self.client.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def reflow(self, stacked: bool) -> None:
        """Put client and matters below each other in narrow windows."""
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._across.setDirection(direction)
        self.matters.setMinimumHeight(theme().px(460) if stacked else 0)

    def retranslate(self, language: str) -> None:
        """Set every word."""
        self._language = language
        groups = [(code, group.label(language)) for code, group in self._catalogues.groups.items()]
        self.client.set_lists(groups, self._today, language)
        self.client.retranslate()
        self.matters.set_language(language)
        self.matters.retranslate()
        words = (self.tr("Queue number"), self.tr("Counter"), self.tr("Time"), self.tr("Note"))
        for name, word in zip(_PLAIN, words, strict=True):
            self._fields[name].set_words(word, optional=name == "note")
        self._leave.setText(self.tr("Cancel"))
        self.save.setText(self.tr("Save correction…"))

    def _on_ask_left(self) -> None:
        self.close_question()
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> VisitDraft:
        own = {name: editor.text() for name, editor in self.lines.items()}
        return replace(self.client.read(self._original), **own)  # type: ignore[arg-type]

    def _as_shown(self, matters: Sequence[MatterDraft]) -> Mapping[str, MatterDraft]:
        """Tell how the form gives each matter back untouched, to know later what was touched."""
        shown = {}
        for number, draft in enumerate(matters, 1):
            self.matters.form.show_draft(draft, number, self._language)
            shown[draft.id] = self.matters.form.read()
        return shown

    def _keep(self, code: str, reason: str) -> None:
        kept = {name: why for name, why in self._original.kept.items() if name != code}
        self._original = replace(self._original, kept=kept | ({code: reason} if reason else {}))

    def _lay_out(self) -> None:
        client, matters = (
            Card("correct.client", headless=True),
            Card("correct.matters", flush=True, headless=True),
        )
        more = row(gap="field")
        for name, share in (("queue", 2), ("counter", 2), ("time", 2)):
            more.addWidget(self._fields[name], share)
        client.add(self._heading, self.client)
        client.body.addLayout(more)
        client.add(self._fields["note"])
        client.body.addStretch(1)
        matters.add(self.matters)
        self.matters.form.fields["status"].hide()  # states change by their own allowed steps
        inside = QWidget()
        self._across = row(inside, gap="cards")
        self._across.addWidget(client, 1)
        self._across.addWidget(matters, 1)
        whole = column(self, gap="field")
        whole.addWidget(ColumnScroll(inside, "correct.area"), 1)
        whole.addWidget(self.ask)
        self._foot = QWidget()
        foot = row(self._foot, gap="field")
        foot.addStretch(1)
        foot.addWidget(self._leave)
        foot.addWidget(self.save)
        whole.addWidget(self._foot)

    def _connect(self) -> None:
        self.client.kept.connect(self._keep)
        self.client.revealed.connect(self.revealed)
        self.save.clicked.connect(lambda: self.save_wanted.emit())
        self._leave.clicked.connect(lambda: self.left.emit())
        self.ask.given.connect(lambda reason, _agency: self.given.emit(reason))
        self.ask.left.connect(self._on_ask_left)


def _merged(original: Any, shown: Any, typed: Any) -> Any:
    """Take from `typed` what differs from what was `shown`; everything else stays `original`."""
    touched = {
        field.name: getattr(typed, field.name)
        for field in fields(typed)
        if getattr(typed, field.name) != getattr(shown, field.name)
    }
    return replace(original, **touched)
