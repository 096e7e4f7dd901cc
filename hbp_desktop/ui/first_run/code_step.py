"""Third question: the recovery code, shown once, printed or saved, two groups typed back from paper."""

import random
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QGridLayout

from hbp_desktop.domain import recovery
from hbp_desktop.ui.first_run.code_paper import print_code, write_code
from hbp_desktop.ui.first_run.step import Step
from hbp_desktop.ui.layouts import column, grid, row
from hbp_desktop.ui.parts.banner import Banner
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Panel
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import LineEdit
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.theme import theme

_ACROSS = 3
_HIDDEN = "• • • •"


class CodeStep(Step):
    """The code hides as soon as one begins to type it back. Signal `kept` once it is printed or saved."""

    kept = Signal()

    def __init__(self, code: str, language: str) -> None:
        super().__init__("wizard.code_step")
        self.language, self.code, self.office = language, code, ""
        self._groups = recovery.groups(code)
        self._asked = tuple(sorted(random.SystemRandom().sample(range(8), 2)))
        self._shown = [Text(group, "code") for group in self._groups]
        self._print = Button("", "primary", "printer", key="Ctrl+P", name="wizard.print")
        self._save = Button("", "normal", "save", name="wizard.save")
        self._show_again = Button("", "quiet", "eye", height="small_control", name="wizard.show_code")
        self._care, self._said = Banner("accent", "wizard.care"), Text("", "small", "ok", wrap=True)
        self.typed = tuple(LineEdit(f"wizard.group{place + 1}", "wizard", mono=True) for place in self._asked)
        self._fields = tuple(Field(edit) for edit in self.typed)
        self._hint = Text("", "small", "ink2", wrap=True)
        self._lay_out()
        self._connect()

    def asked(self) -> tuple[str, ...]:
        """Give the two groups asked for."""
        return tuple(self._groups[place] for place in self._asked)

    def retranslate(self) -> None:
        self.question.setText(self.tr("Keep the recovery code"))
        self.explanation.setText(
            self.tr("It opens the file if every password is forgotten or the computer is set up anew.")
            + " "
            + self.tr("It is shown only once.")
        )
        self._print.setText(self.tr("Print the sheet"))
        self._save.setText(self.tr("Save to USB…"))
        self._show_again.setText(self.tr("Show the code again"))
        self._care.set_words(
            self.tr("Keep the sheet in the office's safe, not with the laptop."),
            self.tr("Whoever holds this code and this computer can read clients' records."),
            icon="archive",
        )
        for place, field in zip(self._asked, self._fields, strict=True):
            field.set_words(self.tr("Group %1").replace("%1", str(place + 1)))
        self._hint.setText(
            self.tr("Type these two groups from the paper. The code hides meanwhile; small letters are fine.")
        )

    def take_focus(self) -> None:
        self._print.setFocus(Qt.FocusReason.OtherFocusReason)

    def ready(self) -> bool:
        return all(
            recovery.tidy(edit.text()) == group for edit, group in zip(self.typed, self.asked(), strict=True)
        )

    def why_not(self) -> str:
        return self.tr("Type both groups as they stand on the paper")

    def complain(self) -> bool:
        return self.ready()

    def summary(self) -> str:
        return self.tr("printed once")

    def print_now(self) -> None:
        """Print the sheet, after the printing dialog."""
        if print_code(self.window(), self.office, self._groups):
            self._say_kept(self.tr("Sent to the printer. Check that it is readable."))

    def save_to(self, path: Path) -> None:
        """Write the code to a file of the person's choice."""
        try:
            write_code(path, self.office, self._groups)
        except OSError:
            self._said.set_tone("bad")
            self._said.setText(
                self.tr("The file could not be written there. Choose another place, or print.")
            )
            return
        self._say_kept(self.tr("Saved. Take the USB stick to the safe; do not leave it with the laptop."))

    def _lay_out(self) -> None:
        panel = Panel("wizard.code", "open")
        across = row(gap="wide")
        across.addLayout(self._code_grid(), 1)
        buttons = column(gap="field")
        for button in (self._print, self._save, self._show_again):
            buttons.addWidget(button)
        buttons.addStretch(1)
        across.addLayout(buttons)
        panel.body.addLayout(across)
        typed = row(gap="row")
        for field in self._fields:
            typed.addWidget(field, 1)
        typed.addWidget(self._hint, 2)
        for part in (panel, self._said, self._care):
            self.body.addWidget(part)
        self.body.addLayout(typed)
        self._show_again.hide()
        self._said.hide()

    def _code_grid(self) -> QGridLayout:
        made = grid(gap="cards")
        for place, shown in enumerate(self._shown):
            one = row(gap="field")
            one.addWidget(Text(str(place + 1), "small", "ink2"))
            one.addWidget(shown, 1)
            made.addLayout(one, place // _ACROSS, place % _ACROSS)
        return made

    def _connect(self) -> None:
        self._print.clicked.connect(self.print_now)
        self._save.clicked.connect(self._ask_where)
        self._show_again.clicked.connect(lambda: self._hide_code(False))
        first, second = self.typed
        first.returnPressed.connect(lambda: second.setFocus(Qt.FocusReason.TabFocusReason))
        second.returnPressed.connect(self.finished.emit)
        for edit in self.typed:
            edit.setMaxLength(theme().size("wide"))
            edit.textEdited.connect(self._on_typed)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.print_now)

    def _ask_where(self) -> None:
        name = self.tr("recovery-code.txt")
        chosen, _ = QFileDialog.getSaveFileName(self.window(), self.tr("Save the recovery code"), name)
        if chosen:
            self.save_to(Path(chosen))

    def _on_typed(self) -> None:
        self._hide_code(any(edit.text() for edit in self.typed))
        self._print.set_look("normal")
        for edit, field, group in zip(self.typed, self._fields, self.asked(), strict=True):
            typed = recovery.tidy(edit.text())
            wrong = len(typed) >= len(group) and typed != group
            field.say("bad" if wrong else "", self.tr("Not as on the paper; look again.") if wrong else "")
        self.changed.emit()

    def _hide_code(self, hidden: bool) -> None:
        for shown, group in zip(self._shown, self._groups, strict=True):
            shown.setText(_HIDDEN if hidden else group)
        self._show_again.setVisible(hidden)

    def _say_kept(self, words: str) -> None:
        self._print.set_look("normal")
        self._said.set_tone("ok")
        self._said.setText(words)
        self._said.show()
        self.typed[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.kept.emit()
