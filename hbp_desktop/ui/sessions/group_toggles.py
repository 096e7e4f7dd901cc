"""Target groups of a plan: all of them as chips, arrows go through them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.layouts import Flow
from hbp_desktop.ui.parts.chip import ToggleChip


class GroupToggles(QWidget):
    """Signal `edited`. Codes that the catalogue does not know stay as they are."""

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._chips: dict[str, ToggleChip] = {}
        self._foreign: frozenset[str] = frozenset()
        self._flow = Flow(self)

    def set_groups(self, groups: Sequence[tuple[str, str]]) -> None:
        """Set or reword the groups: (code, word)."""
        for code, word in groups:
            if code not in self._chips:
                self._add(code)
            self._chips[code].setText(word.replace("&", "&&"))
        self.updateGeometry()

    def value(self) -> frozenset[str]:
        """Give the groups chosen."""
        return self._foreign | {code for code, chip in self._chips.items() if chip.isChecked()}

    def set_value(self, groups: frozenset[str]) -> None:
        """Choose without a signal."""
        self._foreign = groups - frozenset(self._chips)
        for code, chip in self._chips.items():
            chip.setChecked(code in groups)
            chip.updateGeometry()

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        for chip in self._chips.values():
            chip.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return

    def _add(self, code: str) -> None:
        chip = self._chips[code] = ToggleChip("", f"{self.objectName()}.{code}")
        chip.clicked.connect(lambda _=False: self.edited.emit())
        self._flow.addWidget(chip)
