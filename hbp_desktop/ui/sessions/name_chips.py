"""Names in one field: each becomes a chip that a press removes; Enter or a comma ends a name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.layouts import Flow, column
from hbp_desktop.ui.parts.chip import ChipButton
from hbp_desktop.ui.parts.inputs import LineEdit


class NameChips(QWidget):
    """Signal `edited`. A name typed but not ended counts as well."""

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._names: list[str] = []
        self.line = _Ending(f"{name}.line")
        self._chips = QWidget()
        self._flow = Flow(self._chips)
        whole = column(self, gap="grid")
        whole.addWidget(self.line)
        whole.addWidget(self._chips)
        self.setFocusProxy(self.line)
        self.line.ended.connect(self._take)
        self.line.textEdited.connect(lambda _text: self.edited.emit())
        self._chips.hide()

    def names(self) -> tuple[str, ...]:
        """Give the names."""
        typed = self.line.text().strip()
        return tuple(dict.fromkeys([*self._names, *([typed] if typed else [])]))

    def set_names(self, names: Sequence[str]) -> None:
        """Show names; no signal."""
        self._names = list(names)
        self.line.clear()
        self._show()

    def set_words(self, hint: str) -> None:
        """Set the hint inside the line."""
        self.line.setPlaceholderText(hint)
        self._show()

    def setAccessibleName(self, name: str, /) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def _take(self) -> None:
        self._names = list(self.names())
        self.line.clear()
        self._show()
        self.edited.emit()

    def _remove(self, name: str) -> None:
        self._names = [one for one in self._names if one != name]
        self._show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _show(self) -> None:
        while item := self._flow.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for name in self._names:
            chip = ChipButton(name, "neutral", "x", f"{self.objectName()}.chip")
            chip.setAccessibleName(self.tr("Remove %1").replace("%1", name))
            chip.clicked.connect(lambda _=False, gone=name: self._remove(gone))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._names))
        self.updateGeometry()


class _Ending(LineEdit):
    """Ends a name with Enter, comma or semicolon; an empty line leaves Enter to the form."""

    ended = Signal()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self.text().strip() and plain and (enter or event.text() in (",", ";")):
            self.ended.emit()
        else:
            super().keyPressEvent(event)
