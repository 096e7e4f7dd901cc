"""A plain page over client data: only the queue number is left to see."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.layouts import column
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.text import Text, paper


class Cover(QWidget):
    """Signal `lifted` on Esc, Enter, or its button."""

    lifted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cover")
        paper(self, "bg")
        self._number, self._words = Text("", "figure"), Text("", "body", "ink2", wrap=True)
        self.back = Button("", key="F9", name="cover.lift")
        whole = column(self, gap="cards", margins="wide")
        whole.addStretch(1)
        for widget in (self._number, self._words, self.back):
            whole.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(1)
        self.back.clicked.connect(self.lifted)
        self.hide()

    def cover(self, number: str) -> None:
        """Cover, showing a queue number."""
        self._number.setText(number or "–")
        self.retranslate()
        self.show()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every word."""
        self._words.setText(self.tr("Client data is covered. Nothing was lost."))
        self.back.setText(self.tr("Show again"))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.lifted.emit()
        else:
            super().keyPressEvent(event)
