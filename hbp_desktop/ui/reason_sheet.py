"""Asks for a reason before something is done; nothing happens without one."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import TextEdit
from hbp_desktop.ui.parts.sheet import Sheet
from hbp_desktop.ui.parts.text import Text


class AskSheet(Sheet):
    """A sheet whose primary button is Ctrl+Enter as well: the page behind does not get that key."""

    def do(self) -> None:
        """Do what the primary button does."""
        raise NotImplementedError

    def event(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _does(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if _does(event):
            self.do()
        else:
            super().keyPressEvent(event)


class ReasonSheet(AskSheet):
    """Signal `given(reason)`; the sheet closes itself first."""

    given = Signal(str)

    def __init__(self, name: str, title: str, sentence: str, action: str, danger: bool = False) -> None:
        super().__init__(name, title)
        self.reason = TextEdit(f"{name}.reason", 2)
        self._field = Field(self.reason)
        self._field.set_words(QCoreApplication.translate("ReasonSheet", "&Reason"))
        self.body.addWidget(Text(sentence, "body", "ink2", wrap=True))
        self.body.addWidget(self._field)
        leave = self.add_button(QCoreApplication.translate("ReasonSheet", "Cancel"), key="Esc")
        look = "danger" if danger else "primary"
        button = self.add_button(action, look, "Ctrl+Enter", f"{name}.do")
        leave.clicked.connect(self.leave)
        button.clicked.connect(self.do)
        self.reason.textChanged.connect(lambda: self._field.say(""))

    def first_field(self) -> QWidget | None:
        return self.reason

    def trouble(self) -> str:
        """Give what is said below the field."""
        return self._field.trouble()

    def do(self) -> None:
        reason = self.reason.toPlainText().strip()
        if not reason:
            self._field.say(
                "bad",
                QCoreApplication.translate(
                    "ReasonSheet", "Write in a few words why; it stays in the history."
                ),
            )
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.close_sheet()
        self.given.emit(reason)


def _does(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_S)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
