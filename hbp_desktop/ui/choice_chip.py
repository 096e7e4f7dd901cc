"""A chip that holds one of a few choices: Space opens them, left and right go through them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from hbp_desktop.ui.parts.chip import ChipButton

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class ChoiceChip(ChipButton):
    """Signal `picked(value)` when a person chose; `set_value` is silent."""

    picked = Signal(str)

    def __init__(self, name: str, icon: str = "") -> None:
        super().__init__("", "neutral", icon, name)
        self._label, self._choices, self._value = "", [("", "")], ""
        self._menu = QMenu(self)
        self.clicked.connect(self._open)

    def set_choices(self, label: str, choices: Sequence[tuple[str, str]]) -> None:
        """Set or reword what it is and (value, word) pairs; the value stays."""
        self._label, self._choices = label, list(choices)
        self._menu.clear()
        for value, word in choices:
            action = self._menu.addAction(word.replace("&", "&&"))
            action.triggered.connect(lambda _=False, chosen=value: self._pick(chosen))
        self._show()

    def value(self) -> str:
        """Give the value chosen."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose without a signal."""
        self._value = value
        self._show()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        values = [value for value, _ in self._choices]
        if step and self._value in values:
            self._pick(values[(values.index(self._value) + step) % len(values)])
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _pick(self, value: str) -> None:
        self.set_value(value)
        self.picked.emit(value)

    def _show(self) -> None:
        word = dict(self._choices).get(self._value, "")
        self.set(f"{self._label}: {word}" if self._label else word)
