"""A labelled field: label with its letter underlined, mark "optional", hint at the right, trouble below."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import add, column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.inputs import set_state
from hbp_desktop.ui.parts.spans import Spans, emphasised
from hbp_desktop.ui.parts.text import Elided, Text


class Field(QWidget):
    """Wraps an editor, which has its own objectName. Signal `note_pressed` when the note's button is used.

    Words: `set_words("&Name", hint, optional)`; trouble: `say("warn", sentence)`, `say("")` takes it away;
    a derived value: `note("Born *15 April 1961*", "Change")`.
    """

    note_pressed = Signal()

    def __init__(self, editor: QWidget) -> None:
        super().__init__()
        self.editor = editor
        self._label = Text("", "small", "ink2")
        self._optional = Text("", "small", "ink3")
        self._hint = Elided("", "small", "ink3")
        self._sign, self._trouble = Text(), Text("", "small", "bad", wrap=True)
        self._note = Spans("small", "ink2")
        self._note_button = Button("", "quiet", height="small_control", name=f"{editor.objectName()}.change")
        self._lay_out()
        self._connect()

    def set_words(self, label: str, hint: str = "", optional: bool = False) -> None:
        """Set the label (with & before its letter), the hint at the right, and whether it may stay empty."""
        self._label.setText(label)
        self.editor.setAccessibleName(label.replace("&", ""))
        self.editor.setAccessibleDescription(hint)
        self._hint.set_whole(hint)
        self._optional.setVisible(optional)
        self._set_optional_word()

    def label(self) -> str:
        """Give the label's words without the mark of its letter."""
        return self._label.text().replace("&", "")

    def say(self, level: str, sentence: str = "") -> None:
        """Show trouble: level "bad" or "warn" with its sentence, or "" for none."""
        set_state(self.editor, level)
        self._trouble.setText(sentence)
        self._trouble.set_tone(level or "bad")
        for part in (self._trouble, self._sign):
            part.setVisible(bool(sentence))
        if sentence:
            self._sign.setPixmap(
                pixmap("circle-alert" if level == "bad" else "triangle-alert", level or "bad", "icon_small")
            )
        self.editor.setAccessibleDescription(sentence or self._hint.whole())

    def trouble(self) -> str:
        """Give the sentence shown below, or ""."""
        return self._trouble.text() if not self._trouble.isHidden() else ""

    def note(self, sentence: str, action: str = "") -> None:
        """Show a derived value below (*words* in asterisks are stressed) with a way to change it."""
        self._note.set_spans(emphasised(sentence))
        self._note.setVisible(bool(sentence))
        self._note_button.setText(action)
        self._note_button.setVisible(bool(sentence and action))

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_optional_word()

    def _lay_out(self) -> None:
        self._label.setBuddy(self.editor)
        for hidden in (self._optional, self._sign, self._trouble, self._note, self._note_button):
            hidden.hide()
        head, below, note = row(gap="tight"), row(gap="tight"), row(gap="tight")
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._hint.setAlignment(self._hint.alignment() | Qt.AlignmentFlag.AlignRight)
        add(head, self._label, self._optional)
        head.addWidget(self._hint, 1)
        add(below, self._sign)
        below.addWidget(self._trouble, 1)
        note.addWidget(self._note, 1)
        add(note, self._note_button)
        whole = column(self, gap="label")
        add(whole, head, self.editor, below, note)
        if not self.editor.sizePolicy().expandingDirections() & Qt.Orientation.Vertical:
            whole.addStretch(1)

    def _connect(self) -> None:
        self._note_button.clicked.connect(lambda: self.note_pressed.emit())

    def _set_optional_word(self) -> None:
        self._optional.setText(QCoreApplication.translate("Field", "optional"))
