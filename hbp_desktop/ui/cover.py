"""A plain page over client data: only the queue number is left to see."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.layouts import column
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.focus import FocusRing
from hbp_desktop.ui.parts.text import Text, paper


class Cover(QWidget):
    """Signals `lifted` on Esc, Enter, or its button; `lock_wanted` on Ctrl+L.

    `waits` says instead that something typed could not be kept yet, and that the office locks once it is.
    """

    lifted = Signal()
    lock_wanted = Signal()

    def __init__(self, number: str, waits: bool = False) -> None:
        super().__init__()
        self.setObjectName("cover")
        paper(self, "bg")
        self._waits = waits
        self._number, self._words = Text(number or "–", "figure"), Text("", "body", "ink2", wrap=True)
        self.back = Button("", key="F9", name="cover.lift")
        whole = column(self, gap="cards", margins="wide")
        whole.addStretch(1)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        whole.addWidget(self._number, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addWidget(self._words)
        whole.addWidget(self.back, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(1)
        self.back.clicked.connect(self.lifted)
        lock = QShortcut(QKeySequence("Ctrl+L"), self)
        lock.activated.connect(self.lock_wanted)
        self.ring = FocusRing(self)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self._words.setText(
            self.tr(
                "What was typed is not kept yet. Client data is covered, and the file locks as soon as it is."
            )
            if self._waits
            else self.tr("Client data is covered. Nothing was lost.")
        )
        self.back.setText(self.tr("Show again"))

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.lifted.emit()
        else:
            super().keyPressEvent(event)
