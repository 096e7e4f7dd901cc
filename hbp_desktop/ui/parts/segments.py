"""Two to six choices in one line, one of which holds. Arrow keys move, Tab leaves."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hbp_desktop.ui.icons import paint_icon
from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.theme import theme

_NEXT = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True)
class Choice:
    """One of the choices: what it means, its word, a sign."""

    value: str
    word: str
    icon: str = ""


class Segments(QWidget):
    """Signal `picked(value)` when a person chose; `set_value` is silent.

    `settled(value)` follows a click or the space bar: an arrow may still be on its way to another choice.
    """

    picked = Signal(str)
    settled = Signal(str)

    def __init__(self, name: str, height: str = "control", may_be_empty: bool = False) -> None:
        super().__init__()
        self._height, self._may_be_empty = height, may_be_empty
        self._value = ""
        self._buttons: list[_Segment] = []
        self._row = row(self, gap="none")
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a label's letter comes here and goes on
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Set or reword the choices; the value stays where it is still among them."""
        if [button.value for button in self._buttons] != [choice.value for choice in choices]:
            self._rebuild(choices)
        for button, choice in zip(self._buttons, choices, strict=True):
            button.setText(choice.word)
            button.setAccessibleName(choice.word)
            button.updateGeometry()
        self._show_value()

    def value(self) -> str:
        """Give the value chosen, or ""."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose without a signal."""
        self._value = value
        self._show_value()

    def take_focus(self) -> None:
        """Put the focus on the choice that holds, else on the first."""
        held = [button for button in self._buttons if button.value == self._value]
        for button in (held or self._buttons)[:1]:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.take_focus()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = _NEXT.get(Qt.Key(event.key()), 0)
        if step and self._buttons:
            self._move(step)
        else:
            super().keyPressEvent(event)

    def _rebuild(self, choices: Sequence[Choice]) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        last = len(choices) - 1
        self._buttons = [
            _Segment(choice, self._height, number == 0, number == last)
            for number, choice in enumerate(choices)
        ]
        for button in self._buttons:
            button.setObjectName(f"{self.objectName()}.{button.value}")
            button.clicked.connect(lambda _=False, pressed=button: self._settle(pressed))
            self._row.addWidget(button)

    def _settle(self, pressed: "_Segment") -> None:
        self._press(pressed)
        self.settled.emit(self._value)

    def _press(self, pressed: "_Segment") -> None:
        again = self._may_be_empty and pressed.value == self._value
        self.set_value("" if again else pressed.value)
        self.picked.emit(self._value)

    def _move(self, step: int) -> None:
        usable = [button for button in self._buttons if button.isEnabled()]
        here = next((number for number, button in enumerate(usable) if button.hasFocus()), 0)
        there = usable[(here + step) % len(usable)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        if there.value != self._value:
            self._press(there)

    def _show_value(self) -> None:
        held = any(button.value == self._value for button in self._buttons)
        for number, button in enumerate(self._buttons):
            button.setChecked(button.value == self._value)
            stop = button.isChecked() if held else number == 0
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)


class _Segment(QAbstractButton):
    def __init__(self, choice: Choice, height: str, first: bool, last: bool) -> None:
        super().__init__()
        self.value, self._icon, self._height = choice.value, choice.icon, height
        self._first, self._last = first, last
        self.setCheckable(True)
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _NEXT:
            event.ignore()  # the group moves; a button alone would hand the focus on
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        now = theme()
        across = QFontMetrics(now.font("body", 600)).horizontalAdvance(self.text())
        sign = now.size("icon_small") + now.size("tight") if self._icon else 0
        return QSize(across + sign + 2 * now.size("field"), now.size(self._height))

    def minimumSizeHint(self) -> QSize:
        now = theme()
        return QSize(self.sizeHint().width() - now.size("field"), now.size(self._height))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter, rect, on = QPainter(self), QRectF(self.rect()), self.isChecked()
        self._draw_box(painter, rect, on)
        tone = "ink3" if not self.isEnabled() else "accent" if on else "ink2"
        self._draw_words(painter, rect, tone, theme().font("body", 600 if on else 400))

    def _draw_box(self, painter: QPainter, rect: QRectF, on: bool) -> None:
        now = theme()
        far = now.px(12)
        outer = rect.adjusted(0 if self._first else -far, 0, 0 if self._last else far, 0)
        fill = "sunken" if self.underMouse() and self.isEnabled() else "surface"
        painter.setClipRect(rect)
        paint.box(painter, outer, fill, "edge", corner=6)
        if on:
            paint.box(painter, outer, "accentsoft", "accent", corner=6, width=paint.chosen_width())
        ends = "accent" if on else "edge"
        if not self._last:
            painter.fillRect(QRectF(rect.right() - now.px(1), 0, now.px(1), rect.height()), now.colour(ends))
        if on and not self._first:
            painter.fillRect(QRectF(0, 0, now.px(1), rect.height()), now.colour(ends))

    def _draw_words(self, painter: QPainter, rect: QRectF, tone: str, font: object) -> None:
        now = theme()
        painter.setFont(font)  # type: ignore[arg-type]
        across = QFontMetrics(painter.font()).horizontalAdvance(self.text())
        sign = now.size("icon_small") + now.size("tight") if self._icon else 0
        x = max((rect.width() - across - sign) / 2, float(now.size("grid")))
        if self._icon:
            side = now.size("icon_small")
            paint_icon(painter, self._icon, QRectF(x, (rect.height() - side) / 2, side, side), tone)
        paint.words(
            painter,
            QRectF(x + sign, 0, rect.width() - x - sign - now.size("two"), rect.height()),
            self.text(),
            tone,
        )
