"""Nothing here yet: one sentence and one button in the middle."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import column
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.text import Text


class EmptyState(QWidget):
    """Signal `pressed` when its button is used."""

    pressed = Signal()

    def __init__(self, icon: str, name: str = "empty", primary: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._icon = icon
        self._sign = Text()
        self._sentence = Text("", "body", "ink2", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = Button("", "primary" if primary else "normal", name=f"{name}.button")
        self._button.clicked.connect(lambda: self.pressed.emit())
        whole = column(self, gap="cards", margins="wide")
        whole.addStretch(1)
        whole.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addWidget(self._sentence)
        whole.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(1)

    def button(self) -> Button:
        """Give its button, to put the focus on."""
        return self._button

    def set_words(self, sentence: str, action: str = "", key: str = "") -> None:
        """Set the sentence and the button's word and key."""
        self._sign.setPixmap(pixmap(self._icon, "ink3", "icon_navigation"))
        self._sentence.setText(sentence)
        self._button.setText(action)
        self._button.set_key(key)
        self._button.setVisible(bool(action))
