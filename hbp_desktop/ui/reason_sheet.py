"""Asks for a reason before something is done; nothing happens without one."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import TextEdit
from hbp_desktop.ui.parts.sheet import Sheet
from hbp_desktop.ui.parts.text import Text


class ReasonSheet(Sheet):
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
        do = self.add_button(action, look, "Ctrl+Enter", f"{name}.do")
        leave.clicked.connect(self.leave)
        do.clicked.connect(self._do)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._do)
        self.reason.textChanged.connect(lambda: self._field.say(""))

    def first_field(self) -> QWidget | None:
        return self.reason

    def trouble(self) -> str:
        """Give what is said below the field."""
        return self._field.trouble()

    def _do(self) -> None:
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
