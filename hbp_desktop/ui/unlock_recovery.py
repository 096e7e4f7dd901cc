"""After the recovery code: who is this, and the new password to go on with."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from hbp_desktop.ui.layouts import add, column, row
from hbp_desktop.ui.parts.avatar import called
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import Combo
from hbp_desktop.ui.parts.new_password import NewPassword
from hbp_desktop.ui.parts.text import Text


class NewPasswordForm(QWidget):
    """Signals `submitted(officer_id, password)`; `alone_wanted`: on by the code itself; `password_wanted`."""

    submitted = Signal(str, str)
    alone_wanted = Signal()
    password_wanted = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self.setObjectName("unlock.new_form")
        self._title, self._why = Text("", "title", wrap=True), Text("", "body", "ink2", wrap=True)
        self.officers = Combo("unlock.new_officer", "large")
        self.officers.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._officer_field = Field(self.officers)
        self.password = NewPassword("unlock.new_password", language, "large")
        self._trouble = Text("", "small", "bad", wrap=True)
        self.unlock = Button("", "primary", "lock", key="Enter", height="large_control", name="unlock.go_on")
        self._back = Button("", "quiet", "chevron-left", height="small_control", name="unlock.new_back")
        self._alone = Button("", "quiet", height="small_control", name="unlock.alone")
        self._busy = False
        self._lay_out()
        self._connect()

    def set_officers(self, officers: Sequence[tuple[str, str]], name: str = "") -> None:
        """List (id, name) of the roster; the named one is chosen."""
        self.officers.set_choices(list(officers))
        self.officers.set_value(next((one for one, known in officers if known == name), ""))
        self._word_button()

    def retranslate(self) -> None:
        """Set every word."""
        self._title.setText(self.tr("The code is right. Who are you?"))
        self._why.setText(
            self.tr("Choose your name and a new password; from now on it opens the office here.")
        )
        self._officer_field.set_words(self.tr("&Officer"))
        self._back.setText(self.tr("Back to the password"))
        self._alone.setText(self.tr("Only mind officers and laptops"))
        self._alone.setToolTip(self.tr("Goes on by the code itself, which sees no client's record"))
        self.password.retranslate()
        self._word_button()

    def say_trouble(self, sentence: str) -> None:
        """Show a sentence above the button, or none."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))

    def select_all(self) -> None:
        """Put the cursor back."""
        self.take_focus()

    def take_focus(self) -> None:
        """Put the cursor into the new password."""
        self.password.take_focus()

    def forget(self) -> None:
        """Drop what was typed."""
        self.password.forget()

    def set_busy(self, busy: bool) -> None:
        """Say that it is being done."""
        self._busy = busy
        for part in (self.officers, self.password, self._back, self._alone):
            part.setEnabled(not busy)
        self._word_button()

    def set_wait(self, seconds: int) -> None:
        """Do nothing: nothing here is made to wait."""

    def _lay_out(self) -> None:
        links = row(gap="field")
        add(links, self._back, None, self._alone)
        whole = column(self, gap="field", margins="wide wide wide page")
        add(whole, self._title, self._why, self._officer_field, self.password, self._trouble, self.unlock)
        whole.addLayout(links)
        whole.addStretch(1)
        self._trouble.hide()

    def _connect(self) -> None:
        self.password.finished.connect(self._submit)
        self.password.edited.connect(lambda: self.say_trouble(""))
        self.officers.currentIndexChanged.connect(self._word_button)
        self.unlock.clicked.connect(self._submit)
        self._back.clicked.connect(lambda: self.password_wanted.emit())
        self._alone.clicked.connect(lambda: self.alone_wanted.emit())

    def _word_button(self) -> None:
        name = self.officers.currentText()
        self.password.known = (name,)
        self.unlock.setEnabled(not self._busy and bool(name))
        words = self.tr("Open as %1").replace("%1", called(name)) if name else self.tr("Open")
        self.unlock.setText(self.tr("Preparing your way in…") if self._busy else words)

    def _submit(self) -> None:
        if self.unlock.isEnabled() and self.password.complain():
            self.submitted.emit(self.officers.value(), self.password.text())
