"""Which backup, and how it is opened: the file, what it holds, the code or a password of this account."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui import time_words
from hbp_desktop.ui.first_run.restored_panel import RestoredPanel
from hbp_desktop.ui.first_run.step import Step
from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Panel
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import Combo, LineEdit, PasswordEdit
from hbp_desktop.ui.parts.progress import Progress
from hbp_desktop.ui.parts.segments import Choice, Segments
from hbp_desktop.ui.parts.text import Text, paper
from hbp_desktop.usecases.clock import malaysia_now

if TYPE_CHECKING:
    from hbp_desktop.usecases.restoring import Offered

CODE, PASSWORD = "code", "password"


class RestoreStep(Step):
    """The page around it opens files and restores; this shows and asks."""

    def __init__(self, place: str) -> None:
        super().__init__("restore")
        self._place = place
        self._offered: Offered | None = None
        self.choose = Button("", icon="folder-open", height="large_control", name="restore.choose")
        self._panel, self._office = Panel("restore.holds"), Text("", "heading", wrap=True)
        self._holds, self._where = Text("", "body", wrap=True), Text("", "small", "ink2", wrap=True)
        self.way = Segments("restore.way")
        self.code, self.officer = (
            LineEdit("restore.code", "wizard", mono=True),
            Combo("restore.officer", "wizard"),
        )
        self.password, self.reason = PasswordEdit("restore.password"), LineEdit("restore.reason", "wizard")
        edits = (self.code, self.officer, self.password, self.reason)
        self._fields = {edit: Field(edit) for edit in edits}
        self.progress, self.result = Progress("restore.progress"), RestoredPanel()
        self._ways = paper(QWidget(), "clear")
        self._asked_reason = self._finished = False
        self._lay_out()
        self._connect()

    def offer(self, offered: "Offered") -> None:
        """Show what a file holds, and ask for what opens it."""
        self._offered = offered
        self.officer.set_choices([(name, name) for name in offered.officers])
        self.way.set_value(PASSWORD if offered.here and offered.officers else CODE)
        self.retranslate()
        self.take_focus()

    def ask_reason(self) -> None:
        """Ask why the office shall lie in a folder that is not a good place."""
        self._asked_reason = True
        self._show_parts()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_result(self) -> None:
        """Put what was restored in place of the questions."""
        self._finished = True
        self.retranslate()
        if self.result.asks:
            self.result.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Drop code and password."""
        self.code.clear()
        self.password.clear()
        self.result.forget()

    def ready(self) -> bool:
        if self._finished:
            return not self.result.asks or bool(self.result.password.text())
        typed = self.password if self.way.value() == PASSWORD else self.code
        return self._offered is not None and bool(typed.text().strip())

    def say(self, sentence: str) -> None:
        """Say what is wrong where it was typed."""
        if self._finished:
            self.result.say(sentence)
            return
        typed = self.password if self.way.value() == PASSWORD else self.code
        self._fields[typed].say("bad", sentence)
        typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self._word_head()
        self.choose.setText(
            self.tr("Choose the backup file…") if not self._offered else self.tr("Another file…")
        )
        self.way.set_choices((Choice(CODE, self.tr("Recovery code")), Choice(PASSWORD, self.tr("Password"))))
        self._fields[self.code].set_words(self.tr("&Recovery code, as printed at set-up"))
        self._fields[self.officer].set_words(self.tr("&Officer"))
        self._fields[self.password].set_words(self.tr("&Password of that time"))
        self._fields[self.reason].set_words(self.tr("&Why this folder all the same"))
        self.password.set_eye_label(self.tr("Show what is typed"))
        self._where.setText(self.tr("It will lie in %1").replace("%1", self._place))
        if self._offered is not None:
            self._word_offer(self._offered)
        self.result.language = self.language
        self.result.retranslate()
        self._show_parts()

    def take_focus(self) -> None:
        typed = self.password if self.way.value() == PASSWORD else self.code
        target = self.choose if self._offered is None else typed
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _word_head(self) -> None:
        if self._finished:
            self.question.setText(self.tr("The office is restored"))
            self.explanation.setText(self.tr("Read what may be missing, then open it."))
            return
        self.question.setText(self.tr("Restore from a backup"))
        self.explanation.setText(
            self.tr(
                "The file's name ends in .hbpbackup; it may lie on a USB drive. Nothing in it is changed."
            )
        )

    def _word_offer(self, offered: "Offered") -> None:
        from hbp_desktop.usecases.catalogues import catalogues

        today = malaysia_now().date()
        self._office.setText(f"{catalogues().offices.find(offered.office).short_name} · {offered.office}")
        visits, entries = self.tr("%n visits", "", offered.visits), self.tr("%n entries", "", offered.entries)
        until = time_words.moment(offered.until, self.language, today)
        made = time_words.moment(offered.made_at, self.language, today)
        words = self.tr("%1, %2, up to %3. Made %4.")
        for gap, said in (("%1", visits), ("%2", entries), ("%3", until), ("%4", made)):
            words = words.replace(gap, said)
        self._holds.setText(words)

    def _show_parts(self) -> None:
        chosen, by_password = self._offered is not None, self.way.value() == PASSWORD
        asking = chosen and not self._finished
        self.choose.setVisible(not self._finished)
        self._panel.setVisible(asking)
        self._ways.setVisible(asking and self._offered is not None and self._offered.here)
        self._fields[self.code].setVisible(asking and not by_password)
        for edit in (self.officer, self.password):
            self._fields[edit].setVisible(asking and by_password)
        self._fields[self.reason].setVisible(asking and self._asked_reason)
        self.result.setVisible(self._finished)

    def _lay_out(self) -> None:
        self._panel.add(self._office, self._holds, self._where)
        across = row(self._ways, gap="none")
        across.addWidget(self.way)
        across.addStretch(1)
        chooser = row(gap="none")
        chooser.addWidget(self.choose)
        chooser.addStretch(1)
        self.body.addLayout(chooser)
        for part in (self._panel, self._ways, *self._fields.values(), self.progress, self.result):
            self.body.addWidget(part)
        self.progress.hide()

    def _connect(self) -> None:
        self.way.picked.connect(lambda _value: self._show_parts())
        self.way.picked.connect(lambda _value: self.changed.emit())
        for edit in (self.code, self.password):
            edit.textEdited.connect(lambda _text, field=self._fields[edit]: field.say(""))
        for edit in (self.code, self.password, self.reason, self.result.password, self.result.again):
            edit.textEdited.connect(lambda _text: self.changed.emit())
            edit.returnPressed.connect(self.finished.emit)
