"""Asks at the end of an act: why, and to whom where a matter is referred. Inline, above the buttons."""

from PySide6.QtCore import Qt, Signal

from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Panel
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import LineEdit
from hbp_desktop.ui.parts.text import Text


class AskPanel(Panel):
    """`ask(…)` shows it; signals `given(reason, agency)` and `left`. the page gives it Ctrl+Enter and Esc."""

    given = Signal(str, str)
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, "open")
        self._needed = True
        self._heading = Text("", "body", stress="strong", wrap=True)
        self.agency, self.reason = LineEdit(f"{name}.agency"), LineEdit(f"{name}.reason")
        self._agency_field, self._reason_field = Field(self.agency), Field(self.reason)
        self._leave = Button("", key="Esc", name=f"{name}.leave")
        self.do = Button("", "primary", key="Ctrl+Enter", name=f"{name}.do")
        buttons = row(gap="field")
        buttons.addStretch(1)
        buttons.addWidget(self._leave)
        buttons.addWidget(self.do)
        self.add(self._heading, self._agency_field, self._reason_field)
        self.body.addLayout(buttons)
        self._connect()
        self.hide()

    def ask(
        self, heading: str, action: str, agency: bool = False, needed: bool = True, label: str = ""
    ) -> None:
        """Show what is asked; `needed` is whether there must be a reason, `label` what is asked instead."""
        self._needed = needed
        self._heading.setText(heading)
        self.do.setText(action)
        self._leave.setText(self.tr("Cancel"))
        self._agency_field.set_words(self.tr("Referred to whom"))
        self._reason_field.set_words(label or self.tr("&Reason"), optional=not needed)
        for field, editor in ((self._agency_field, self.agency), (self._reason_field, self.reason)):
            field.say("")
            editor.clear()
        self._agency_field.setVisible(agency)
        self.show()
        (self.agency if agency else self.reason).setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, place: str, sentence: str) -> None:
        """Show trouble at the agency or at the reason."""
        field = self._agency_field if place == "agency" else self._reason_field
        field.say("bad", sentence)
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def trouble(self) -> str:
        """Give the sentence shown, or ""."""
        return self._agency_field.trouble() or self._reason_field.trouble()

    def leave(self) -> None:
        """Take it away without doing."""
        self.hide()
        self.left.emit()

    def give(self) -> None:
        """Do it, or say that the reason is missing."""
        if self._needed and not self.reason.text().strip():
            self.say("reason", self.tr("Write in a few words why; it stays in the history."))
            return
        self.given.emit(self.reason.text(), self.agency.text())

    def _connect(self) -> None:
        self._leave.clicked.connect(self.leave)
        self.do.clicked.connect(self.give)
        self.agency.returnPressed.connect(lambda: self.reason.setFocus(Qt.FocusReason.TabFocusReason))
        self.reason.returnPressed.connect(self.give)
