"""Signing a step: who signs, and their own password, typed on the spot."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import Combo, PasswordEdit
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.reason_sheet import AskSheet

Doubts = Callable[[str], Sequence[str]]


class SignSheet(AskSheet):
    """Signal `given(officer, password)`; the page says what is wrong, or closes it."""

    given = Signal(str, str)

    def __init__(self, word: str, version: str, people: Sequence[tuple[str, str]], doubts: Doubts) -> None:
        """`people` are pairs of id and name; `doubts` gives sentences about one of them."""
        translate = QCoreApplication.translate
        super().__init__("report.signing", translate("SignSheet", "Sign: %1").replace("%1", word))
        self._doubts = doubts
        self.officer, self.password = (
            Combo("report.signing.officer"),
            PasswordEdit("report.signing.password", "control"),
        )
        self._told = Text("", "small", "warn", wrap=True)
        self._officer_field, self._password_field = Field(self.officer), Field(self.password)
        self.officer.set_choices(list(people))
        self._fill(version)
        self._say_doubts()

    def first_field(self) -> QWidget | None:
        return self.password if self.officer.count() < 2 else self.officer

    def do(self) -> None:
        if not self.password.text():
            self.say(QCoreApplication.translate("SignSheet", "Type the password of who signs."))
            return
        self.set_busy(True)
        self.given.emit(self.officer.value(), self.password.text())

    def say(self, sentence: str) -> None:
        """Say what is wrong, at the password."""
        self.set_busy(False)
        self.password.clear()
        self._password_field.say("bad", sentence)
        self.password.setFocus()

    def set_busy(self, busy: bool) -> None:
        """Wait while the password is tried."""
        self._do.setEnabled(not busy)

    def trouble(self) -> str:
        """Give what is said at the password."""
        return self._password_field.trouble()

    def doubts(self) -> str:
        """Give what speaks against signing."""
        return self._told.text()

    def _say_doubts(self) -> None:
        self._told.setText("\n".join(self._doubts(self.officer.value())))
        self._told.setVisible(bool(self._told.text()))
        self._password_field.say("")

    def _fill(self, version: str) -> None:
        translate = QCoreApplication.translate
        self._officer_field.set_words(translate("SignSheet", "&Who signs"))
        self._password_field.set_words(translate("SignSheet", "Their own &password"))
        self.password.set_eye_label(translate("SignSheet", "Show the password"))
        self.body.addWidget(Text(version, "body", "ink2", wrap=True))
        for part in (self._officer_field, self._told, self._password_field):
            self.body.addWidget(part)
        leave = self.add_button(translate("SignSheet", "Cancel"), key="Esc")
        self._do: Button = self.add_button(
            translate("SignSheet", "Sign"), "primary", "Ctrl+Enter", "report.signing.do"
        )
        leave.clicked.connect(self.leave)
        self._do.clicked.connect(self.do)
        self.officer.currentIndexChanged.connect(lambda _at: self._say_doubts())
        self.password.returnPressed.connect(self.do)
