"""The forms of the section of keys: one's own password, and the printed code replaced."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal

from hbp_desktop.domain import recovery
from hbp_desktop.ui.first_run.code_step import CodeStep
from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card, Panel
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.flowing import Flowing
from hbp_desktop.ui.parts.inputs import LineEdit, PasswordEdit
from hbp_desktop.ui.parts.new_password import NewPassword
from hbp_desktop.ui.parts.text import Text


class PasswordCard(Card):
    """Signals `submitted(old, new)`; `bind_wanted(old)`: have the keyring protect it as well."""

    submitted = Signal(str, str)
    bind_wanted = Signal(str)

    def __init__(self, language: str) -> None:
        super().__init__("keys.mine")
        self._told = Text("", "small", "ink2", wrap=True)
        self.old = PasswordEdit("keys.old", "")
        self._old_field = Field(self.old)
        self.new = NewPassword("keys", language)
        self.change = Button("", "primary", "key-round", name="keys.change")
        self.bind = Button("", icon="shield", name="keys.bind")
        self._parts = (self._old_field, self.new, self.change)
        self._lay_out()
        self._connect()

    def show_slot(self, present: bool, bound: bool) -> None:
        """Show the form where a password opened the window; offer to bind one that stands alone."""
        for part in self._parts:
            part.setVisible(present)
        self.bind.setVisible(present and not bound)
        self._word(present, bound)

    def retranslate(self, language: str) -> None:
        """Set every word but those of the slot."""
        self.set_title(self.tr("My password"))
        self._old_field.set_words(self.tr("Password &now"))
        self.old.set_eye_label(self.tr("Show what is typed"))
        self.change.setText(self.tr("Change the password"))
        self.bind.setText(self.tr("Have this computer protect it"))
        self.new.language = language
        self.new.retranslate()

    def say_old(self, sentence: str) -> None:
        """Show a sentence below the present password, or none."""
        self._old_field.say("bad" if sentence else "", sentence)
        if sentence:
            self.old.selectAll()
            self.old.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Drop what was typed."""
        self.old.clear()
        self.old.hide_again()
        self.new.forget()
        self.say_old("")

    def set_busy(self, busy: bool) -> None:
        """Take no typing meanwhile."""
        for part in (*self._parts, self.bind):
            part.setEnabled(not busy)

    def _word(self, present: bool, bound: bool) -> None:
        if not present:
            words = self.tr("The recovery code opened the office. Open as an officer to change a password.")
        elif bound:
            words = self.tr(
                "It opens the office on this computer only, together with the computer's keyring."
            )
        else:
            words = self.tr("No keyring stands beside it: who copies the folder can try passwords elsewhere.")
        self._told.setText(words)

    def _lay_out(self) -> None:
        self.add(self._told, self._old_field, self.new, Flowing(self.change, self.bind))

    def _connect(self) -> None:
        self.old.textEdited.connect(lambda: self.say_old(""))
        self.old.returnPressed.connect(self.new.take_focus)
        self.new.finished.connect(self._submit)
        self.change.clicked.connect(self._submit)
        self.bind.clicked.connect(lambda: self._with_old(lambda: self.bind_wanted.emit(self.old.text())))

    def _submit(self) -> None:
        if self.new.complain():
            self._with_old(lambda: self.submitted.emit(self.old.text(), self.new.text()))

    def _with_old(self, act: Callable[[], object]) -> None:
        if self.old.text():
            act()
        else:
            self.say_old(self.tr("Type the password you use now."))


class CodeCard(Card):
    """The printed code: replaced only with the old one. Signals `wanted`, `submitted(old, new)`."""

    wanted = Signal()
    submitted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("keys.code")
        self._told = Text("", "small", "ink2", wrap=True)
        self.begin = Button("", icon="refresh-cw", name="keys.new_code")
        self._panel = Panel("keys.new_code_panel", "open")
        self.old = LineEdit("keys.old_code", mono=True)
        self._old_field = Field(self.old)
        self.step: CodeStep | None = None
        self.replace = Button("", "primary", "key-round", name="keys.replace_code")
        self.cancel = Button("", name="keys.keep_code")
        self._lay_out()
        self._connect()

    def start(self, code: str, office: str, language: str) -> None:
        """Show a new code, to be printed and typed back."""
        self.stop()
        self.step = CodeStep(code, language)
        self.step.office = office
        self.step.retranslate()
        self.step.changed.connect(self._judge)
        self.step.finished.connect(self._submit)
        if (inside := self.step.layout()) is not None:
            inside.setContentsMargins(0, 0, 0, 0)
        self._panel.body.insertWidget(1, self.step)
        self._panel.show()
        self.begin.hide()
        self._judge()
        self.old.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Drop the new code and what was typed."""
        if self.step is not None:
            self._panel.body.removeWidget(self.step)
            self.step.hide()
            self.step.deleteLater()
            self.step = None
        self.old.clear()
        self.say_old("")
        self._panel.hide()
        self.begin.show()

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Recovery code"))
        self._told.setText(
            self.tr(
                "The printed sheet in the safe opens the office without a password. If others saw it, "
                "replace the code: the old one is asked for, and opens only older backups after that."
            )
        )
        self.begin.setText(self.tr("Replace the code…"))
        self._old_field.set_words(self.tr("The &old code, from the sheet"))
        self.replace.setText(self.tr("Replace the old code"))
        self.cancel.setText(self.tr("Keep the old code"))
        if self.step is not None:
            self.step.retranslate()

    def say_old(self, sentence: str) -> None:
        """Show a sentence below the old code, or none."""
        self._old_field.say("bad" if sentence else "", sentence)

    def set_busy(self, busy: bool) -> None:
        """Take no typing meanwhile."""
        for part in (self._panel, self.begin):
            part.setEnabled(not busy)

    def _on_typed(self) -> None:
        self.say_old("")
        self._judge()

    def _judge(self) -> None:
        whole = len(recovery.tidy(self.old.text())) >= recovery.LENGTH
        back = self.step is not None and self.step.ready()
        why = self.tr("Type the old code, and two groups of the new one from the paper")
        self.replace.explain(whole and back, why)

    def _lay_out(self) -> None:
        acts = row(gap="field")
        acts.addWidget(self.replace)
        acts.addWidget(self.cancel)
        acts.addStretch(1)
        self._panel.body.addWidget(self._old_field)
        self._panel.body.addLayout(acts)
        begin = row()
        begin.addWidget(self.begin)
        begin.addStretch(1)
        self.add(self._told)
        self.body.addLayout(begin)
        self.add(self._panel)
        self._panel.hide()

    def _connect(self) -> None:
        self.begin.clicked.connect(lambda: self.wanted.emit())
        self.old.textEdited.connect(self._on_typed)
        self.cancel.clicked.connect(self.stop)
        self.replace.clicked.connect(self._submit)

    def _submit(self) -> None:
        if self.step is not None and self.replace.isEnabled():
            self.submitted.emit(self.old.text(), self.step.code)
