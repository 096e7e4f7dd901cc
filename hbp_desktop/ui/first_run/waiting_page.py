"""A laptop that asked to join waits here: its six words, its request, and the answer when it comes."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog

from hbp_desktop.domain.admission import LONGEST_ADMISSION
from hbp_desktop.domain.errors import HbpError, Invalid
from hbp_desktop.ui import errors, tasks
from hbp_desktop.ui.door import Door, Seat
from hbp_desktop.ui.files import ask_file, write_file
from hbp_desktop.ui.first_run.centred_card import CentredCard
from hbp_desktop.ui.first_run.step import Step
from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import PasswordEdit
from hbp_desktop.ui.parts.six_words_panel import SixWordsPanel
from hbp_desktop.ui.parts.text import Text, line
from hbp_desktop.usecases.small_files import read_small

if TYPE_CHECKING:
    from hbp_desktop.usecases.joining import Asked


class WaitingPage(CentredCard):
    """`asked` is None when the program was started again: a password then brings the words back.

    Signal `joined(Seat)`.
    """

    joined = Signal(object)

    def __init__(self, door: Door, language: str, asked: "Asked | None" = None) -> None:
        self._door, self._asked, self._busy = door, asked, False
        self.waiting = WaitingStep()
        super().__init__(self.waiting, language)
        self._open = Button("", "primary", "folder-open", height="large_control", name="waiting.open")
        self.foot.addWidget(self._open)
        self._connect()
        self.set_language(language)
        self.retranslate()
        self._show()

    def retranslate(self) -> None:
        super().retranslate()
        self._open.setText(self.tr("Taking it in…") if self._busy else self.tr("Open the permission file…"))

    def save_request(self, path: Path) -> None:
        """Write the request where the person wants it."""
        if self._asked is not None and write_file(path, self._asked.data):
            self.waiting.say(
                "ok", self.tr("Saved. Take the file to an administrator, and compare the six words.")
            )
        elif self._asked is not None:
            self.waiting.say(
                "bad",
                self.tr("The file could not be written there. Choose another place, such as a USB stick."),
            )

    def open_admission(self, path: Path) -> None:
        """Take in the answer; the password opens this computer's file."""
        officer, password = self.waiting.officer, self.waiting.password.text()
        if not password:
            self.waiting.ask_password(self.tr("Type the password you chose on this computer first."))
            return
        self._begin(
            lambda: self._door.join(officer, password, read_small(path, LONGEST_ADMISSION)), self._on_joined
        )

    def show_words_again(self) -> None:
        """Bring the words and the request back with the password."""
        officer, password = self.waiting.officer, self.waiting.password.text()
        if not password:
            self.waiting.ask_password(self.tr("Type the password you chose on this computer first."))
            return
        self._begin(lambda: self._door.ask_again(officer, password), self._on_asked)

    def _connect(self) -> None:
        self._open.clicked.connect(self._ask_for_admission)
        self.waiting.save.clicked.connect(self._ask_where)
        self.waiting.again.clicked.connect(self.show_words_again)
        self.waiting.finished.connect(self._on_enter)
        self.waiting.set_officers(self._door.officers())

    def _on_enter(self) -> None:
        if self._asked is None:
            self.show_words_again()
        else:
            self._ask_for_admission()

    def _ask_where(self) -> None:
        name = self.tr("join-request.hbp")
        chosen, _ = QFileDialog.getSaveFileName(self.window(), self.tr("Save the request file"), name)
        if chosen:
            self.save_request(Path(chosen))

    def _ask_for_admission(self) -> None:
        if not self.waiting.password.text():
            self.waiting.ask_password(self.tr("Type the password you chose on this computer first."))
            return
        if chosen := ask_file(self.window(), self.tr("Open the permission file")):
            self.open_admission(Path(chosen))

    def _begin(self, job: Callable[[], object], done: tasks.Done) -> None:
        if self._busy:
            return
        self._set_busy(True)
        self.banners.clear("joining")
        tasks.start(job, done, self._on_failed)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.retranslate()
        self._open.explain(not busy)
        self.waiting.again.explain(not busy)

    def _on_asked(self, asked: "Asked") -> None:
        self._set_busy(False)
        self._asked = asked
        self._show()

    def _on_joined(self, seat: Seat) -> None:
        self.waiting.password.clear()
        self.joined.emit(seat)

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, HbpError):
            errors.note(error)
        first = error.problems[0] if isinstance(error, Invalid) and error.problems else error
        self.banners.show_banner("joining", "bad", errors.sentence(first, self.language))

    def _show(self) -> None:
        self.waiting.show_words(self._asked.words if self._asked else "")


class WaitingStep(Step):
    """What to do now, in order; the password of the officer who was set up here."""

    def __init__(self) -> None:
        super().__init__("waiting")
        self.officer = ""
        self.words = SixWordsPanel("waiting.words")
        self.save = Button("", "normal", "save", name="waiting.save")
        self.again = Button("", "normal", "eye", name="waiting.again")
        self.password = PasswordEdit("waiting.password", "wizard")
        self._field = Field(self.password)
        self._said = Text("", "small", "ok", wrap=True)
        self._lines = [Text("", "body", wrap=True) for _ in range(3)]
        self._lay_out()
        self.password.textEdited.connect(lambda: self._field.say(""))
        self.password.returnPressed.connect(self.finished.emit)

    def set_officers(self, officers: list[str]) -> None:
        """Set whose password is asked for."""
        self.officer = officers[0] if officers else ""

    def show_words(self, words: str) -> None:
        """Show the words, or what brings them back."""
        if words:
            self.words.show_words(words)
        for part in (self.words, self.save):
            part.setVisible(bool(words))
        self.again.setVisible(not words)
        self.retranslate()

    def say(self, tone: str, words: str) -> None:
        """Say what became of the request file."""
        self._said.set_tone(tone)
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def ask_password(self, words: str) -> None:
        """Say that the password is needed, and put the cursor there."""
        self._field.say("bad", words)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.question.setText(self.tr("Waiting to be admitted"))
        asks = self.tr("This computer is set up and asks to join the office.")
        own = self.tr("These six words are its own.")
        self.explanation.setText(f"{asks} {own}" if self.words.words() else asks)
        told = (
            self.tr("Save the request file and take it to an administrator, by USB stick or e-mail."),
            self.tr(
                "The administrator compares these six words with the ones on that screen, then admits it."
            ),
            self.tr("Bring the permission file back here, type your password, and open the file."),
        )
        for number, (shown, words) in enumerate(zip(self._lines, told, strict=True), 1):
            shown.setText(f"{number}. {words}")
        self.save.setText(self.tr("Save the request file…"))
        self.again.setText(self.tr("Show the six words again"))
        label = self.tr("&Password of %1").replace("%1", self.officer)
        self._field.set_words(label)
        self.password.set_eye_label(self.tr("Show what is typed"))

    def take_focus(self) -> None:
        target = self.save if self.save.isVisibleTo(self) else self.password
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.body.addWidget(self.words)
        for shown in self._lines:
            self.body.addWidget(shown)
        acts = row(gap="field")
        for button in (self.save, self.again):
            acts.addWidget(button)
        acts.addStretch(1)
        self.body.addLayout(acts)
        self.body.addWidget(self._said)
        self.body.addWidget(line())
        self.body.addWidget(self._field)
        self._said.hide()
