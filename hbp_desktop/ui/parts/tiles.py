"""The kinds of a matter as tiles, each with its letter; the letter chooses when the group has the focus."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hbp_desktop.ui.layouts import grid
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.theme import theme

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 3, Qt.Key.Key_Up: -3}


@dataclass(frozen=True)
class Kind:
    """A kind of matter: its value, its letter (the same in both languages), its word."""

    value: str
    letter: str
    word: str


class KindTiles(QWidget):
    """Signal `picked(value)` when a person chose; `set_value` is silent."""

    picked = Signal(str)

    def __init__(self, name: str = "kind", columns: int = 3) -> None:
        super().__init__()
        self._value, self._columns = "", columns
        self._tiles: list[_Tile] = []
        self._grid = grid(self, gap="tight")
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a label's letter comes here and goes on

    def set_kinds(self, kinds: Sequence[Kind]) -> None:
        """Set or reword the tiles."""
        if not self._tiles:
            self._tiles = [self._made(number, kind) for number, kind in enumerate(kinds)]
        for tile, kind in zip(self._tiles, kinds, strict=True):
            tile.setText(kind.word)
            tile.setAccessibleName(f"{kind.word} ({kind.letter})")
            tile.updateGeometry()
        self.set_value(self._value)

    def value(self) -> str:
        """Give the kind chosen, or ""."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose without a signal."""
        self._value = value
        held = any(tile.kind.value == value for tile in self._tiles)
        for number, tile in enumerate(self._tiles):
            tile.setChecked(tile.kind.value == value)
            stop = tile.isChecked() if held else number == 0
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def take_focus(self) -> None:
        """Put the focus on the kind that holds, else on the first."""
        held = [tile for tile in self._tiles if tile.isChecked()]
        for tile in (held or self._tiles)[:1]:
            tile.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.take_focus()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        letter = event.text().upper()
        for tile in self._tiles:
            if letter and tile.kind.letter == letter and not _commanded(event):
                tile.setFocus(Qt.FocusReason.TabFocusReason)
                self._press(tile)
                return
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step:
            self._move(step)
        else:
            super().keyPressEvent(event)

    def _made(self, number: int, kind: Kind) -> "_Tile":
        tile = _Tile(kind)
        tile.setObjectName(f"{self.objectName()}.{kind.value}")
        tile.clicked.connect(lambda _=False: self._press(tile))
        self._grid.addWidget(tile, number // self._columns, number % self._columns)
        return tile

    def _press(self, tile: "_Tile") -> None:
        self.set_value(tile.kind.value)
        self.picked.emit(self._value)

    def _move(self, step: int) -> None:
        here = next((number for number, tile in enumerate(self._tiles) if tile.hasFocus()), 0)
        step = step if abs(step) == 1 else step // 3 * self._columns
        there = self._tiles[(here + step) % len(self._tiles)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        self._press(there)


class _Tile(QAbstractButton):
    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind
        self.setCheckable(True)
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _STEPS:
            event.ignore()  # the group moves; a button alone would hand the focus on
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        now = theme()
        across = QFontMetrics(now.font("body", 600)).horizontalAdvance(self.text())
        return QSize(
            across + now.size("badge") + now.size("tight") + 2 * now.size("field"), now.size("head_control")
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        now, painter, rect, on = theme(), QPainter(self), QRectF(self.rect()), self.isChecked()
        fill = "accentsoft" if on else "sunken" if self.underMouse() else "surface"
        paint.box(painter, rect, fill, "accent" if on else "edge", width=paint.chosen_width() if on else 1)
        side, gap = now.size("badge"), now.size("field")
        paint.badge(painter, QRectF(gap, (rect.height() - side) / 2, side, side), self.kind.letter, on)
        painter.setFont(now.font("body", 600 if on else 400))
        left = gap + side + now.size("tight")
        paint.words(
            painter, rect.adjusted(left, 0, -now.size("grid"), 0), self.text(), "accent" if on else "ink2"
        )


def _commanded(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return held != Qt.KeyboardModifier.NoModifier
