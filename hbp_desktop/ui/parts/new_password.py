"""A new password typed twice, with a hint how good it looks."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain import passwords
from hbp_desktop.domain.errors import Problem
from hbp_desktop.ui import errors
from hbp_desktop.ui.layouts import column
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import PasswordEdit
from hbp_desktop.ui.parts.strength import StrengthBar


class NewPassword(QWidget):
    """`known` is what a colleague would try first. Signals `edited`; `finished` with Enter in the second."""

    edited = Signal()
    finished = Signal()

    def __init__(self, name: str, language: str, height: str = "") -> None:
        super().__init__()
        self.language = language
        self.known: Sequence[str] = ()
        self.first, self.again = PasswordEdit(f"{name}.new", height), PasswordEdit(f"{name}.again", height)
        self._fields = (Field(self.first), Field(self.again))
        self._strength = StrengthBar(f"{name}.strength")
        whole = column(self, gap="field")
        for part in (self._fields[0], self._strength, self._fields[1]):
            whole.addWidget(part)
        self._connect()
        self.retranslate()

    def text(self) -> str:
        """Give the password."""
        return self.first.text()

    def ready(self) -> bool:
        """Tell whether both were typed."""
        return bool(self.first.text() and self.again.text())

    def complain(self) -> bool:
        """Say what is wrong below the fields; true when nothing is."""
        found = passwords.problems(self.first.text())
        self._fields[0].say("bad" if found else "", self._said(found[0]) if found else "")
        alike = self.first.text() == self.again.text()
        words = "" if alike else self.tr("The two passwords differ. Type the second one again.")
        self._fields[1].say("" if alike else "bad", words)
        return alike and not found

    def forget(self) -> None:
        """Drop what was typed."""
        for edit in (self.first, self.again):
            edit.clear()
            edit.hide_again()
        self._on_edited()

    def take_focus(self) -> None:
        """Put the cursor into the first."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every word."""
        self._fields[0].set_words(self.tr("&New password"))
        self._fields[1].set_words(self.tr("New password &again"))
        for edit in (self.first, self.again):
            edit.set_eye_label(self.tr("Show what is typed"))
        self._judge()

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _connect(self) -> None:
        for edit in (self.first, self.again):
            edit.textEdited.connect(self._on_edited)
        self.first.returnPressed.connect(lambda: self.again.setFocus(Qt.FocusReason.TabFocusReason))
        self.again.returnPressed.connect(self.finished.emit)
        self.first.caps_changed.connect(self._on_caps)

    def _on_edited(self) -> None:
        for field in self._fields:
            field.say("")
        self._judge()
        self.edited.emit()

    def _on_caps(self, on: bool) -> None:
        self._fields[0].note(self.tr("*Caps Lock is on*") if on else "")

    def _judge(self) -> None:
        if not self.first.text():
            self._strength.show_score(0, "")
            return
        found = passwords.strength(self.first.text(), *self.known)
        self._strength.show_score(found.score, self._said(Problem(found.code, level="hint")))

    def _said(self, problem: Problem) -> str:
        return errors.sentence(problem, self.language)
