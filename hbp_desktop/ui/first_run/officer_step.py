"""Second question: the first officer, with a password and a hint how good it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from hbp_desktop.domain.errors import Problem
from hbp_desktop.ui import errors, tasks
from hbp_desktop.ui.door import Door
from hbp_desktop.ui.first_run.step import Step
from hbp_desktop.ui.layouts import grid
from hbp_desktop.ui.parts.banner import Banner
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import LineEdit, PasswordEdit
from hbp_desktop.ui.parts.strength import StrengthBar
from hbp_desktop.ui.parts.text import line
from hbp_desktop.usecases.setup import SetupDraft

_USABLE = "keyring_usable"
_EXAMPLE = "payung biru di tepi sungai"


class OfficerStep(Step):
    """`draft(office_code)` gives what was typed; `forget()` drops the password."""

    def __init__(self, door: Door, language: str) -> None:
        super().__init__("wizard.officer_step")
        self.language, self._door = language, door
        self.office_code = ""
        self._ring = ""
        self.name, self.post = LineEdit("wizard.name", "wizard"), LineEdit("wizard.post", "wizard")
        self.password, self.again = (
            PasswordEdit("wizard.password", "wizard"),
            PasswordEdit("wizard.again", "wizard"),
        )
        self._fields = {edit: Field(edit) for edit in (self.name, self.post, self.password, self.again)}
        self._strength = StrengthBar("wizard.strength")
        self._warning = Banner("warn", "wizard.keyring")
        self._lay_out()
        self._connect()
        tasks.start(door.ring, self._on_ring, errors.note)

    def draft(self, office_code: str) -> SetupDraft:
        """Give what was typed."""
        return SetupDraft(office_code, self.name.text(), self.post.text(), self.password.text())

    def forget(self) -> None:
        """Drop the password."""
        self.password.clear()
        self.again.clear()

    def retranslate(self) -> None:
        self.question.setText(self.tr("Who is the first officer?"))
        self.explanation.setText(
            self.tr("This officer becomes the office's administrator and can add colleagues later.")
        )
        self._fields[self.name].set_words(self.tr("&Name as in the service record"))
        self._fields[self.post].set_words(self.tr("P&ost and grade"), optional=True)
        self._fields[self.password].set_words(self.tr("&Password"))
        self._fields[self.again].set_words(self.tr("Password &again"))
        for edit in (self.password, self.again):
            edit.set_eye_label(self.tr("Show what is typed"))
        self._judge()
        self._warn()

    def take_focus(self) -> None:
        empty = [edit for edit in self._fields if not edit.text()]
        (empty or [self.name])[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def ready(self) -> bool:
        return all(edit.text() for edit in (self.name, self.password, self.again))

    def why_not(self) -> str:
        return self.tr("Fill in the name, and the password twice")

    def complain(self) -> bool:
        found = {problem.place: problem for problem in self.draft(self.office_code).problems()}
        places = {"officer_name": self.name, "post": self.post, "password": self.password}
        for place, edit in places.items():
            problem = found.get(place)
            self._fields[edit].say("bad" if problem else "", self._say(problem) if problem else "")
        alike = self.password.text() == self.again.text()
        words = "" if alike else self.tr("The two passwords differ. Type the second one again.")
        self._fields[self.again].say("" if alike else "bad", words)
        return alike and not any(place in found for place in places)

    def summary(self) -> str:
        return self.name.text().strip()

    def pose(self) -> None:
        """Answer with an example."""
        for edit, text in zip(self._fields, ("Rohani binti Salleh", "S29", _EXAMPLE, _EXAMPLE), strict=True):
            edit.setText(text)
        self._on_typed()

    def _lay_out(self) -> None:
        fields: QGridLayout = grid(gap="cards")
        fields.addWidget(self._fields[self.name], 0, 0, 1, 2)
        fields.addWidget(self._fields[self.post], 1, 0, 1, 2)
        fields.addWidget(line(), 2, 0, 1, 2)
        fields.addWidget(self._fields[self.password], 3, 0)
        fields.addWidget(self._fields[self.again], 3, 1)
        self.body.addLayout(fields)
        self.body.addWidget(self._strength)
        self.body.addWidget(self._warning)
        self._warning.hide()

    def _connect(self) -> None:
        for edit in self._fields:
            edit.textEdited.connect(self._on_typed)
        for edit, following in (
            (self.name, self.post),
            (self.post, self.password),
            (self.password, self.again),
        ):
            edit.returnPressed.connect(
                lambda target=following: target.setFocus(Qt.FocusReason.TabFocusReason)
            )
        self.again.returnPressed.connect(self.finished.emit)
        self.password.caps_changed.connect(self._on_caps)
        self._warning.pressed.connect(self._ask_ring_again)

    def _on_typed(self) -> None:
        for field in self._fields.values():
            field.say("")
        self._judge()
        self.changed.emit()

    def _on_caps(self, on: bool) -> None:
        self._fields[self.password].note(self.tr("*Caps Lock is on*") if on else "")

    def _judge(self) -> None:
        if not self.password.text():
            self._strength.show_score(0, "")
            return
        found = self.draft(self.office_code).strength()
        self._strength.show_score(found.score, self._say(Problem(found.code, level="hint")))

    def _ask_ring_again(self) -> None:
        self._warning.setEnabled(False)
        tasks.start(self._door.retry_ring, self._on_ring, errors.note)

    def _on_ring(self, code: str) -> None:
        self._ring = code
        self._warning.setEnabled(True)
        self._warn()

    def _warn(self) -> None:
        lacking = self._ring not in ("", _USABLE)
        self._warning.setVisible(lacking)
        if lacking:
            first, _, _ = self._say(Problem(self._ring, level="hint")).partition(". ")
            worth = self.tr(
                "If you go on without it, the password guards the file alone: opening takes about 2 seconds, "
                "and whoever copies the folder can try passwords on their own computer. Choose a long one."
            )
            self._warning.set_words(f"{first}.", f"{self._what_to_do()} {worth}", self.tr("Try again"))

    def _what_to_do(self) -> str:
        return {
            "keyring_none": self.tr("Switch the computer's own keyring on, then try again."),
            "keyring_locked": self.tr("Unlock it, or sign out of the computer and in again; then try again."),
            "keyring_hanging": self.tr("Find its question behind this window, answer it, then try again."),
        }.get(self._ring, self.tr("Choose the computer's own keyring instead, then try again."))

    def _say(self, problem: Problem) -> str:
        return errors.sentence(problem, self.language)
