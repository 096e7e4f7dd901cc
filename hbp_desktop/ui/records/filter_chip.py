"""A filter as a button: a menu while nothing is chosen, an accent chip with an x when something is."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from hbp_desktop.ui.icons import paint_icon
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.theme import theme

_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down)
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class FilterChip(QAbstractButton):
    """Signal `picked(value)`: "" when it was cleared. Space or ↓ opens, Delete clears.

    `always` chips are shown only while something is chosen: they have no menu of their own.
    """

    picked = Signal(str)

    def __init__(self, name: str, icon: str = "", menu: bool = True) -> None:
        super().__init__()
        self.setObjectName(f"filter.{name}")
        self._icon, self._with_menu = icon, menu
        self._label, self._clear_word, self._value = "", "", ""
        self._choices: list[tuple[str, str]] = []
        self._menu = QMenu(self)
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)

    def set_words(self, label: str, clear: str, choices: Sequence[tuple[str, str]]) -> None:
        """Set or reword label, the word for "all" and (value, word) pairs; the value stays."""
        self._label, self._clear_word, self._choices = label, clear, list(choices)
        self._show()

    def value(self) -> str:
        """Give the value chosen, or ""."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose without a signal."""
        self._value = value
        self._show()

    def choose(self, value: str) -> None:
        """Choose as a person does."""
        self.set_value(value)
        self.picked.emit(value)

    def open_menu(self) -> None:
        """Show the choices below; a chip without a menu is cleared."""
        if not self._with_menu:
            self.choose("")
            return
        self._menu.clear()
        for value, word in (("", self._clear_word), *self._choices):
            action = self._menu.addAction(word.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == self._value)
            action.triggered.connect(lambda _=False, chosen=value: self.choose(chosen))
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + theme().size("two"))))

    def sizeHint(self) -> QSize:
        now = theme()
        signs = (1 if self._icon else 0) + 1
        across = QFontMetrics(now.font("body", 600)).horizontalAdvance(self.text())
        across += signs * (now.size("icon_small") + now.size("tight")) + 2 * now.size("row")
        return QSize(across, now.size("control"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _CLEAR and self._value:
            self.choose("")
        elif event.key() in _OPEN:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        end = theme().size("icon_small") + 2 * theme().size("row")
        if self._value and event.position().x() > self.width() - end and self.isDown():
            self.setDown(False)
            self.choose("")
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        now, painter, rect, on = theme(), QPainter(self), QRectF(self.rect()), bool(self._value)
        fill = "accentsoft" if on else "sunken" if self.underMouse() else "surface"
        paint.box(painter, rect, fill, "accent" if on else "edge", width=paint.chosen_width() if on else 1)
        tone, side, gap = "accent" if on else "ink", now.size("icon_small"), now.size("tight")
        x, top = float(now.size("row")), (rect.height() - side) / 2
        if self._icon:
            paint_icon(painter, self._icon, QRectF(x, top, side, side), tone)
            x += side + gap
        end = QRectF(rect.right() - now.size("row") - side, top, side, side)
        paint_icon(painter, "x" if on else "chevron-down", end, tone)
        painter.setFont(now.font("body", 600 if on else 500))
        paint.words(painter, QRectF(x, 0, end.x() - gap - x, rect.height()), self.text(), tone)

    def _show(self) -> None:
        words = dict(self._choices)
        chosen = words.get(self._value, self._value)
        self.setText(chosen if self._value else self._label)
        self.setAccessibleName(f"{self._label}: {chosen or self._clear_word}")
        self.setToolTip(self.accessibleName())
        self.setVisible(self._with_menu or bool(self._value))
        self.updateGeometry()
        self.update()
