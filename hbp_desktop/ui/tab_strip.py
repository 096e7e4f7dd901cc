"""The columns as tabs, where there is no room for all of them side by side; the queue number at the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy

from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.theme import theme


@dataclass(frozen=True)
class Tab:
    """A tab: key, word, the keys that go there."""

    key: str
    word: str
    keys: str


class TabStrip(QFrame):
    """Signal `picked(key)`."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tabs")
        self._buttons: list[_TabButton] = []
        self._current = ""
        self._number = Text("", "input", stress="strong")
        self._row = row(self, gap="grid")
        self._row.addStretch(1)
        self._row.addWidget(self._number)

    def set_tabs(self, tabs: Sequence[Tab]) -> None:
        """Set or reword the tabs."""
        while len(self._buttons) > len(tabs):
            gone = self._buttons.pop()
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self._buttons) < len(tabs):
            made = _TabButton()
            made.clicked.connect(lambda _=False, pressed=made: self.picked.emit(pressed.tab.key))
            self._row.insertWidget(len(self._buttons), made)
            self._buttons.append(made)
        for button, tab in zip(self._buttons, tabs, strict=True):
            button.set_tab(tab)
        self.mark(self._current)

    def mark(self, key: str) -> None:
        """Show which tab is in front."""
        self._current = key
        for button in self._buttons:
            button.setChecked(button.tab.key == key)

    def show_number(self, number: str) -> None:
        """Show the queue number served."""
        self._number.setText(number)


class _TabButton(QAbstractButton):
    def __init__(self) -> None:
        super().__init__()
        self.tab = Tab("", "", "")
        self.setCheckable(True)
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tab(self, tab: Tab) -> None:
        self.tab = tab
        self.setObjectName(f"tabs.{tab.key}")
        self.setAccessibleName(tab.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        now = theme()
        across = QFontMetrics(now.font("body", 600)).horizontalAdvance(self.tab.word)
        cap = paint.key_cap_size(self.tab.keys).width() + now.size("field") if now.key_caps else 0
        return QSize(across + cap + 2 * now.size("cards"), now.size("wizard_control"))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        now, painter, rect, on = theme(), QPainter(self), QRectF(self.rect()), self.isChecked()
        painter.setFont(now.font("body", 600 if on else 400))
        left = float(now.size("cards"))
        paint.words(painter, rect.adjusted(left, 0, 0, 0), self.tab.word, "accent" if on else "ink2")
        left += painter.fontMetrics().horizontalAdvance(self.tab.word) + now.size("field")
        if now.key_caps:
            size = paint.key_cap_size(self.tab.keys)
            cap = QRectF(left, (rect.height() - size.height()) / 2, size.width(), size.height())
            paint.key_cap(painter, cap, self.tab.keys)
        if on:
            line = now.px(3)
            painter.fillRect(QRectF(0, rect.height() - line, rect.width(), line), now.colour("accent"))
