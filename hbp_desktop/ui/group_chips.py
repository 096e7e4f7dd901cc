"""Target groups as chips: the three of every counter, the others behind one more."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.layouts import Flow
from hbp_desktop.ui.parts.chip import ToggleChip

FIRST = ("warga_emas", "oku", "kanak_kanak")


class GroupChips(QWidget):
    """Signal `edited` when a person changed the choice."""

    edited = Signal()

    def __init__(self, name: str = "groups") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._chips: dict[str, ToggleChip] = {}
        self._all = False
        self._more = ToggleChip("", f"{name}.more")
        self._flow = Flow(self)
        self._more.clicked.connect(self._open)

    def set_groups(self, groups: Sequence[tuple[str, str]]) -> None:
        """Set or reword the groups: (code, word), in the catalogue's order."""
        words = dict(groups)
        for code in [*(c for c in FIRST if c in words), *(c for c, _ in groups if c not in FIRST)]:
            if code not in self._chips:
                self._add(code)
            self._chips[code].setText(words[code].replace("&", "&&"))
        self._flow.addWidget(self._more)
        self._settle()

    def value(self) -> frozenset[str]:
        """Give the groups chosen."""
        return frozenset(code for code, chip in self._chips.items() if chip.isChecked())

    def set_value(self, groups: frozenset[str]) -> None:
        """Choose without a signal."""
        for code, chip in self._chips.items():
            chip.setChecked(code in groups)
            chip.updateGeometry()
        self._all = False
        self._settle()

    def chip(self, code: str) -> ToggleChip:
        """Give a group's chip."""
        return self._chips[code]

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        for chip in self._chips.values():
            chip.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._settle()

    def _add(self, code: str) -> None:
        chip = self._chips[code] = ToggleChip("", f"{self.objectName()}.{code}")
        chip.clicked.connect(lambda _=False: self.edited.emit())
        self._flow.addWidget(chip)

    def _open(self) -> None:
        self._all = True
        self._settle()
        later = [chip for code, chip in self._chips.items() if code not in FIRST and not chip.isChecked()]
        for chip in later[:1]:
            chip.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _settle(self) -> None:
        hidden = 0
        for code, chip in self._chips.items():
            shown = self._all or code in FIRST or chip.isChecked()
            chip.setVisible(shown)
            hidden += not shown
        self._more.setChecked(False)
        self._more.setVisible(hidden > 0)
        self._more.setText(self.tr("Others (%n)", "", hidden))
        self.updateGeometry()
