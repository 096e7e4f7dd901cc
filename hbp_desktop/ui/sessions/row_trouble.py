"""One line of trouble or warning below a row of fields, with a way to answer it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.text import Text


class RowTrouble(QWidget):
    """Signal `pressed(code)` when its button is used."""

    pressed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._code = ""
        self._sign, self._words = Text(), Text("", "small", "bad", wrap=True)
        self._button = Button("", "quiet", height="small_control", name=f"{name}.reason")
        across = row(self, gap="tight")
        across.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._words, 1)
        across.addWidget(self._button)
        self._button.clicked.connect(lambda: self.pressed.emit(self._code))
        self.clear()

    def say(self, level: str, sentence: str, action: str = "", code: str = "") -> None:
        """Show a sentence; "bad" is not pushed away by "warn"."""
        if not sentence or (self.text() and level == "warn"):
            return
        self._code = code
        self._words.setText(sentence)
        self._words.set_tone(level)
        icon = "circle-alert" if level == "bad" else "triangle-alert"
        self._sign.setPixmap(pixmap(icon, level, "icon_small"))
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.show()

    def clear(self) -> None:
        """Say nothing."""
        self._words.setText("")
        self.hide()

    def text(self) -> str:
        """Give the sentence shown, or ""."""
        return self._words.text()
