"""The right of the unlock page: the password, or the recovery code."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import add, column, row
from hbp_desktop.ui.parts.avatar import called
from hbp_desktop.ui.parts.banner import Banner
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import Combo, LineEdit, PasswordEdit
from hbp_desktop.ui.parts.text import Text


class PasswordForm(QWidget):
    """Signals `submitted(password)`, `code_wanted`, `forgotten`."""

    submitted = Signal(str)
    code_wanted = Signal()
    forgotten = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("unlock.password_form")
        self._title, self._why = Text("", "title", wrap=True), Text("", "body", "ink2", wrap=True)
        self.officers = Combo("unlock.officer")
        self._officer_field = Field(self.officers)
        self.password = PasswordEdit("unlock.password")
        self._field = Field(self.password)
        self._caps_sign, self._caps = Text(), Text("", "small", "warn")
        self.unlock = Button("", "primary", "lock", key="Enter", height="large_control", name="unlock.open")
        self._code = Button("", "quiet", "key-round", height="small_control", name="unlock.code")
        self._forgotten = Button("", "quiet", height="small_control", name="unlock.forgotten")
        self._worth_sign, self._worth = Text(), Text("", "small", "ink2", wrap=True)
        self._drafts = Banner("accent", "unlock.drafts")
        self._officer, self._busy, self._seconds = "", False, 0
        self._lay_out()
        self._connect()

    def retranslate(self, why: str) -> None:
        """Set every word; `why` says why it is locked."""
        self._why.setText(why)
        self._officer_field.set_words(self.tr("&Officer"))
        self._field.set_words(self.tr("&Password"))
        self.password.set_eye_label(self.tr("Show what is typed"))
        self._caps.setText(self.tr("Caps Lock is on"))
        self._code.setText(self.tr("Use the recovery code"))
        self._forgotten.setText(self.tr("Password forgotten?"))
        self._worth.setText(
            self.tr(
                "No keyring stands beside this password: it guards the file alone, so opening takes longer."
            )
        )
        self.greet(self._officer)

    def show_drafts(self, first: str, rest: str) -> None:
        """Say that drafts wait and what was typed is kept; nothing where `first` is empty."""
        self._drafts.set_words(first, rest, icon="file-pen")
        self._drafts.setVisible(bool(first))

    def greet(self, officer: str) -> None:
        """Welcome the officer chosen."""
        self._officer = officer
        self._title.setText(
            self.tr("Welcome back, %1").replace("%1", called(officer)) if officer else self.tr("Unlock")
        )
        self._word_button()

    def show_worth(self, alone: bool) -> None:
        """Say what a password is worth that no keyring stands beside."""
        self._worth_sign.setPixmap(pixmap("shield-alert", "warn", "icon_small"))
        for part in (self._worth_sign, self._worth):
            part.setVisible(alone)

    def set_officers(self, names: list[str]) -> None:
        """List who can unlock, for where the list at the left has no room."""
        self.officers.set_choices([(name, name) for name in names])
        self._field.setEnabled(bool(names))

    def show_officers(self, shown: bool, low: bool) -> None:
        """Show the short list instead of the one at the left; where it is low, explanations give way."""
        self._officer_field.setVisible(shown)
        self._why.setVisible(not low)

    def say_trouble(self, sentence: str) -> None:
        """Show a sentence below the password, or none."""
        self._field.say("bad" if sentence else "", sentence)

    def select_all(self) -> None:
        """Have the next letter replace what was typed."""
        self.password.selectAll()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the cursor into the password."""
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Drop what was typed."""
        self.password.clear()
        self.password.hide_again()

    def set_busy(self, busy: bool) -> None:
        """Say that the file is being opened; the field takes no typing meanwhile."""
        self._busy = busy
        self.password.setReadOnly(busy)
        self._word_button()

    def set_wait(self, seconds: int) -> None:
        """Count down until the next try."""
        self._seconds = max(0, seconds)
        self._word_button()

    def _word_button(self) -> None:
        self.unlock.setEnabled(not self._busy and self._seconds == 0)
        if self._busy:
            self.unlock.setText(self.tr("Opening…"))
        elif self._seconds:
            self.unlock.setText(self.tr("Again in %n second(s)", "", self._seconds))
        else:
            self.unlock.setText(self.tr("Unlock"))

    def _lay_out(self) -> None:
        caps = row(gap="tight")
        add(caps, self._caps_sign, self._caps, None)
        links = row(gap="field")
        add(links, self._code, None, self._forgotten)
        whole = column(self, gap="field", margins="wide wide wide page")
        add(whole, self._title, self._why, self._officer_field, self._field)
        whole.addLayout(caps)
        worth = row(gap="tight")
        worth.addWidget(self._worth_sign, 0, Qt.AlignmentFlag.AlignTop)
        worth.addWidget(self._worth, 1)
        whole.addLayout(worth)
        add(whole, self.unlock, self._drafts)
        whole.addLayout(links)
        whole.addStretch(1)
        for hidden in (self._caps_sign, self._caps, self._worth_sign, self._worth, self._officer_field):
            hidden.hide()

    def _connect(self) -> None:
        self.password.returnPressed.connect(self.submit)
        self.password.textEdited.connect(lambda: self.say_trouble(""))
        self.password.caps_changed.connect(self._show_caps)
        self.unlock.clicked.connect(self.submit)
        self._code.clicked.connect(lambda: self.code_wanted.emit())
        self._forgotten.clicked.connect(lambda: self.forgotten.emit())

    def submit(self) -> None:
        """Ask to open with what is typed, if anything is."""
        if self.password.text() and self.unlock.isEnabled():
            self.submitted.emit(self.password.text())

    def _show_caps(self, on: bool) -> None:
        self._caps_sign.setPixmap(pixmap("keyboard", "warn", "icon_small"))
        self._caps_sign.setVisible(on)
        self._caps.setVisible(on)


class CodeForm(QWidget):
    """Signals `submitted(code)`, `password_wanted`."""

    submitted = Signal(str)
    password_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("unlock.code_form")
        self._title, self._why = Text("", "title", wrap=True), Text("", "body", "ink2", wrap=True)
        self.code = LineEdit("unlock.recovery", "large", mono=True)
        self._field = Field(self.code)
        self.unlock = Button(
            "", "primary", "key-round", key="Enter", height="large_control", name="unlock.with_code"
        )
        self._back = Button("", "quiet", "chevron-left", height="small_control", name="unlock.back")
        self._busy, self._forgotten = False, False
        self._lay_out()
        self._connect()

    def explain(self, forgotten: bool) -> None:
        """Say what the code is for here: a forgotten password, or simply to open."""
        self._forgotten = forgotten
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        type_it = self.tr("Type the nine groups from the printed sheet. Small letters and spaces are fine.")
        if self._forgotten:
            self._title.setText(self.tr("A new password by the recovery code"))
            ask = self.tr("An administrator of this office can also give you one, under Settings, Officers.")
            self._why.setText(f"{type_it} {ask}")
        else:
            self._title.setText(self.tr("Open with the recovery code"))
            self._why.setText(type_it)
        self._field.set_words(self.tr("&Recovery code"))
        self._back.setText(self.tr("Back to the password"))
        self.set_busy(self._busy)

    def say_trouble(self, sentence: str) -> None:
        """Show a sentence below the code, or none."""
        self._field.say("bad" if sentence else "", sentence)

    def select_all(self) -> None:
        """Leave the cursor where it is: one group is wrong, not all."""
        self.take_focus()

    def take_focus(self) -> None:
        """Put the cursor into the code."""
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Drop what was typed."""
        self.code.clear()

    def set_busy(self, busy: bool) -> None:
        """Say that the file is being opened."""
        self._busy = busy
        self.code.setReadOnly(busy)
        self.unlock.setEnabled(not busy)
        self.unlock.setText(self.tr("Opening…") if busy else self.tr("Open"))

    def set_wait(self, seconds: int) -> None:
        """Do nothing: a code is never made to wait."""

    def _lay_out(self) -> None:
        links = row()
        add(links, self._back, None)
        whole = column(self, gap="field", margins="wide wide wide page")
        add(whole, self._title, self._why, self._field, self.unlock)
        whole.addLayout(links)
        whole.addStretch(1)

    def _connect(self) -> None:
        self.code.returnPressed.connect(self._submit)
        self.code.textEdited.connect(lambda: self.say_trouble(""))
        self.unlock.clicked.connect(self._submit)
        self._back.clicked.connect(lambda: self.password_wanted.emit())

    def _submit(self) -> None:
        if self.code.text().strip() and self.unlock.isEnabled():
            self.submitted.emit(self.code.text())
