"""Layouts whose gaps and margins are names of tokens, so that a change of scale finds them again."""

from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget

from hbp_desktop.ui.theme import theme

_L = TypeVar("_L", bound=QLayout)


def row(parent: QWidget | None = None, gap: str = "field", margins: str = "none") -> QHBoxLayout:
    """Make a row. `margins` is one size name, two (across, down) or four (left top right bottom)."""
    return _spaced(QHBoxLayout(parent) if parent else QHBoxLayout(), gap, margins)


def column(parent: QWidget | None = None, gap: str = "field", margins: str = "none") -> QVBoxLayout:
    """Make a column; `margins` as in `row`."""
    return _spaced(QVBoxLayout(parent) if parent else QVBoxLayout(), gap, margins)


def grid(parent: QWidget | None = None, gap: str = "field", margins: str = "none") -> QGridLayout:
    """Make a grid; `margins` as in `row`."""
    return _spaced(QGridLayout(parent) if parent else QGridLayout(), gap, margins)


def add(layout: QBoxLayout, *things: QWidget | QLayout | None) -> None:
    """Add widgets and layouts in order; None is a stretch."""
    for thing in things:
        if thing is None:
            layout.addStretch(1)
        elif isinstance(thing, QWidget):
            layout.addWidget(thing)
        else:
            layout.addLayout(thing)


class Flow(QLayout):
    """Chips side by side, going on in the next line when the width is used up.

    It is always a widget's own layout: as a part of another layout its Python half can be gone while Qt still
    asks it for sizes. `parts.flowing.Flowing` is such a widget.
    """

    def __init__(self, parent: QWidget, gap: str = "tight") -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        _spaced(self, gap, "none")

    def addItem(self, item: QLayoutItem, /) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        return self._place(QRect(0, 0, width, 0), moving=False)

    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        self._place(rect, moving=True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown()]
        across = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(across, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown()]
        widest = max((size.width() for size in sizes), default=0)
        return QSize(widest, max((size.height() for size in sizes), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, moving: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(1, rect.width()), item.sizeHint().height()))
            if x > rect.x() and x + size.width() > rect.x() + rect.width():
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if moving:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, line = x + size.width() + self.spacing(), max(line, size.height())
        return y + line - rect.y()


def _spaced(layout: _L, gap: str, margins: str) -> _L:
    now, sides = theme(), _four(margins.split())
    layout.setProperty("gap", gap)
    layout.setProperty("margins", " ".join(sides))
    layout.setSpacing(now.size(gap))
    layout.setContentsMargins(*(now.size(side) for side in sides))
    return layout


def _four(sides: list[str]) -> list[str]:
    return {1: sides * 4, 2: sides * 2}.get(len(sides), sides)
