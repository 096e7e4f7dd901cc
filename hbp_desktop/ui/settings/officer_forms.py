"""What an act on an officer asks, inline below: fields, one button that does it, one that leaves."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.errors import Problem
from hbp_desktop.ui import errors
from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Panel
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import Combo, LineEdit, PasswordEdit
from hbp_desktop.ui.parts.segments import Choice, Segments
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.sessions.spoken_edit import DateField

Editor = LineEdit | Combo | Segments


class OfficerForm(Panel):
    """Signals `given(values)`, a dict by field, and `left`. Ctrl+Enter gives, Esc leaves."""

    given = Signal(object)
    left = Signal()

    def __init__(self, name: str, editors: dict[str, Editor], look: str = "primary") -> None:
        super().__init__(f"officers.{name}", "open")
        self._heading = Text("", "body", stress="strong", wrap=True)
        self._told = Text("", "small", "ink2", wrap=True)
        self.editors = editors
        self.fields = {key: Field(editor) for key, editor in editors.items()}
        self._leave = Button("", "quiet", key="Esc", name=f"officers.{name}.leave")
        self.do = Button("", look, key="Ctrl+Enter", name=f"officers.{name}.do")  # type: ignore[arg-type]
        self._lay_out()
        self._connect()
        self.hide()

    def ask(self, heading: str, told: str, action: str) -> None:
        """Show what is asked, empty, and take the focus."""
        self._heading.setText(heading)
        self._told.setText(told)
        self._told.setVisible(bool(told))
        self.do.setText(action)
        self._leave.setText(self.tr("Cancel"))
        self.empty()
        self.show()
        first = next(iter(self.editors.values()), None)
        (first or self.do).setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> dict[str, str]:
        """Give what was typed."""
        return {key: _value(editor) for key, editor in self.editors.items()}

    def empty(self) -> None:
        """Forget what was typed."""
        for key, editor in self.editors.items():
            self.fields[key].say("")
            if isinstance(editor, LineEdit):
                editor.clear()
            if isinstance(editor, DateField):
                editor.set_value("")

    def say(self, problems: Sequence[Problem], language: str) -> None:
        """Show each problem at its field, what has none below the first."""
        for field in self.fields.values():
            field.say("")
        for problem in reversed(problems):
            place = problem.place if problem.place in self.fields else next(iter(self.fields))
            self.fields[place].say("bad", errors.sentence(problem, language))
            self.fields[place].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Take it away without doing, and forget what was typed."""
        self.empty()
        self.hide()
        self.left.emit()

    def give(self) -> None:
        """Do it."""
        if self.isVisible() and self.do.isEnabled():
            self.given.emit(self.values())

    def _above_buttons(self) -> Sequence[QWidget]:
        return tuple(self.fields.values())

    def _lay_out(self) -> None:
        self.add(self._heading, self._told, *self._above_buttons())
        buttons = row(gap="field")
        buttons.addStretch(1)
        buttons.addWidget(self._leave)
        buttons.addWidget(self.do)
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        self._leave.clicked.connect(self.leave)
        self.do.clicked.connect(self.give)
        for keys, act in (("Ctrl+Return", self.give), ("Ctrl+Enter", self.give), ("Esc", self.leave)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        editors = list(self.editors.values())
        for editor, following in zip(editors, [*editors[1:], None], strict=True):
            if isinstance(editor, LineEdit):
                editor.returnPressed.connect(lambda then=following: self._next(then))

    def _next(self, following: QWidget | None) -> None:
        if following is None:
            self.give()
        else:
            following.setFocus(Qt.FocusReason.TabFocusReason)


class ActingForm(OfficerForm):
    """Asks for role, days and letter of an acting appointment."""

    def __init__(self) -> None:
        self.role = Segments("officers.acting.role")
        self.start, self.end = DateField("officers.acting.from"), DateField("officers.acting.to")
        self.letter = LineEdit("officers.acting.letter")
        editors: dict[str, Editor] = {
            "role": self.role,
            "acting_from": self.start,
            "acting_to": self.end,
            "letter": self.letter,
        }
        super().__init__("acting", editors)

    def reword(self, roles: Sequence[tuple[str, str]], language: str) -> None:
        """Set every word; roles are (key, word)."""
        self.role.set_choices([Choice(*one) for one in roles])
        self.role.set_value(self.role.value() or roles[0][0])
        for edit in (self.start, self.end):
            edit.set_language(language)
        self.fields["role"].set_words(self.tr("&Acts as"))
        self.fields["acting_from"].set_words(self.tr("&From"))
        self.fields["acting_to"].set_words(self.tr("&To"), self.tr("that day too"))
        self.fields["letter"].set_words(self.tr("Reference of the &letter"))

    def _above_buttons(self) -> Sequence[QWidget]:
        days = QWidget()
        across = row(days, gap="cards")
        across.addWidget(self.fields["acting_from"], 1)
        across.addWidget(self.fields["acting_to"], 1)
        return self.fields["role"], days, self.fields["letter"]


class ReasonForm(OfficerForm):
    """Asks why."""

    def __init__(self, name: str, look: str = "primary") -> None:
        self.reason = LineEdit(f"officers.{name}.reason")
        super().__init__(name, {"reason": self.reason}, look)

    def reword(self) -> None:
        """Set every word."""
        self.fields["reason"].set_words(self.tr("&Reason"), self.tr("kept in the journal"))


class PasswordForm(OfficerForm):
    """Asks for a new password twice; the officer types it."""

    def __init__(self) -> None:
        self.password = PasswordEdit("officers.password.new", "control")
        self.again = PasswordEdit("officers.password.again", "control")
        super().__init__("password", {"password": self.password, "again": self.again})

    def reword(self) -> None:
        """Set every word."""
        self.fields["password"].set_words(self.tr("New &password"))
        self.fields["again"].set_words(self.tr("Password &again"))
        for edit in (self.password, self.again):
            edit.set_eye_label(self.tr("Show what is typed"))

    def give(self) -> None:
        if self.password.text() != self.again.text():
            self.fields["again"].say("bad", self.tr("The two passwords differ. Type the second one again."))
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().give()


class LinkForm(OfficerForm):
    """Asks which other record is of the same person."""

    def __init__(self) -> None:
        self.other = Combo("officers.link.other")
        super().__init__("link", {"other": self.other})

    def offer(self, others: list[tuple[str, str]]) -> None:
        """Offer these records, (id, name)."""
        self.other.set_choices(others)
        self.do.setEnabled(bool(others))

    def reword(self) -> None:
        """Set every word."""
        self.fields["other"].set_words(self.tr("The &record that stands for both"))


class CodeForm(OfficerForm):
    """Asks for the printed recovery code."""

    def __init__(self) -> None:
        self.code = LineEdit("officers.code.typed", mono=True)
        super().__init__("code", {"code": self.code})

    def reword(self) -> None:
        """Set every word."""
        self.fields["code"].set_words(self.tr("&Recovery code"), self.tr("from the paper"))


def _value(editor: Any) -> str:
    if isinstance(editor, DateField | Combo | Segments):
        return str(editor.value())
    return str(editor.text())
