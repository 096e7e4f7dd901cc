"""What a restore made: how far it reaches, what may be missing, and who works here from now on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui import time_words
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.banner import Banner
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import Combo, PasswordEdit
from hbp_desktop.ui.parts.text import Text, paper
from hbp_desktop.usecases.clock import malaysia_now

if TYPE_CHECKING:
    from hbp_desktop.usecases.restoring import Restored


class RestoredPanel(QWidget):
    """Signal `finished` (Enter in the last field)."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        paper(self, "clear")
        self.language = "ms"
        self._done: Restored | None = None
        self._said = Banner("ok", "restored.said")
        self._lines = Text("", "body", "ink2", wrap=True)
        self._gaps = Text("", "body", wrap=True)
        self._ask = Text("", "body", stress="medium", wrap=True)
        self.officer = Combo("restored.officer", "wizard")
        self.password, self.again = PasswordEdit("restored.password"), PasswordEdit("restored.again")
        edits: tuple[QWidget, ...] = (self.officer, self.password, self.again)
        self._fields = {edit: Field(edit) for edit in edits}
        self._lay_out()
        for edit in (self.password, self.again):
            edit.returnPressed.connect(self.finished.emit)

    @property
    def asks(self) -> bool:
        """Tell whether somebody has to choose a password for this computer first."""
        return self._done is not None and self._done.needs_new_passwords

    def show_done(self, done: "Restored", people: Sequence[tuple[str, str]]) -> None:
        """Show what was restored; `people` are the officers who may take a password here."""
        self._done = done
        self.officer.set_choices(list(people))
        self.retranslate()

    def complain(self) -> bool:
        """Say where the two passwords differ; True when they do not."""
        same = self.password.text() == self.again.text()
        words = "" if same else self.tr("Type the same one twice.")
        self._fields[self.again].say("" if same else "bad", words)
        return same

    def say(self, sentence: str) -> None:
        """Say what is wrong with the password."""
        self._fields[self.password].say("bad", sentence)

    def forget(self) -> None:
        """Drop the passwords."""
        self.password.clear()
        self.again.clear()

    def retranslate(self) -> None:
        """Set every word."""
        self._ask.setText(self.tr("Who works on this computer? The old passwords do not open it here."))
        self._fields[self.officer].set_words(self.tr("&Officer"))
        self._fields[self.password].set_words(self.tr("New &password"))
        self._fields[self.again].set_words(self.tr("Password &again"))
        for edit in (self.password, self.again):
            edit.set_eye_label(self.tr("Show what is typed"))
        for part in (self._ask, *self._fields.values()):
            part.setVisible(self.asks)
        if self._done is not None:
            self._word(self._done)

    def _word(self, done: "Restored") -> None:
        from hbp_desktop.ui.settings.copies_rows import gap_words

        until = time_words.moment(done.manifest.until, self.language, malaysia_now().date())
        entries = self.tr("%n entries, every page checked", "", done.manifest.entries)
        self._said.set_words(self.tr("Everything up to %1.").replace("%1", until), entries)
        told = [self.tr("A new chain was begun, so no reference number repeats.")]
        if done.new_key:
            told.append(
                self.tr("This computer writes under a key of its own. Revoke the old one if it is lost.")
            )
        else:
            told.append(self.tr("The old computer's key is still in use: do not use that computer any more."))
        told.append(self.tr("An officer removed after the backup has a way in here until removed again."))
        if lacking := done.attachments_missing:
            told.append(
                self.tr("%n attachments were not beside the copy; the lists still name them.", "", lacking)
            )
        self._lines.setText("\n".join(told))
        gaps = [gap_words(gap) for gap in done.missing]
        fetch = self.tr("Exchange with the other laptops: what they hold comes back.")
        self._gaps.setText("\n".join([*gaps, fetch]))
        self._gaps.setVisible(bool(gaps))

    def _lay_out(self) -> None:
        whole, pair = column(self, gap="row"), row(gap="row")
        for part in (self._said, self._gaps, self._lines, self._ask, self._fields[self.officer]):
            whole.addWidget(part)
        pair.addWidget(self._fields[self.password], 1)
        pair.addWidget(self._fields[self.again], 1)
        whole.addLayout(pair)
