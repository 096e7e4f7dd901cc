"""The lamp beside the unlock page: an exchange still goes on, and that is all there is to see of it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QWidget

from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.status_lamp import LampSign
from hbp_desktop.ui.theme import theme


class LaneLamp(QFrame):
    """Lies at the foot of `window` while something runs there."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("lane_lamp")
        self.setProperty("frame", "status")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sign, self._words = LampSign(), Text("", "small", "ink2")
        across = row(self, gap="field", margins="cards none")
        across.addWidget(self._sign)
        across.addWidget(self._words, 1)
        window.installEventFilter(self)
        self.hide()

    def show_running(self, running: bool) -> None:
        """Show the lamp, or take it away."""
        if running:
            self._sign.set_state("sending")
            self._say()
            self._place()
            self.raise_()
        self.setVisible(running)
        self._window.setContentsMargins(0, 0, 0, theme().size("status_bar") if running else 0)

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def _say(self) -> None:
        self._words.setText(self.tr("An exchange is ending its round; it takes no more orders."))
        self.setAccessibleName(self._words.text())

    def _place(self) -> None:
        window, height = self._window, theme().size("status_bar")
        self.setGeometry(0, window.height() - height, window.width(), height)
