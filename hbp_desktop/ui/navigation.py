"""The rail at the left: pages by sign and word, help and settings at its foot."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy

from hbp_desktop.ui.icons import paint_icon
from hbp_desktop.ui.layouts import column
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.theme import theme

MOST_IN_BADGE = 99


class NavigationItem(QAbstractButton):
    """One page in the rail; icon only where the window is narrow."""

    def __init__(self, key: str, icon: str, checkable: bool = True) -> None:
        super().__init__()
        self.key, self._icon = key, icon
        self._narrow, self._low, self._badge, self._word = False, False, "", ""
        self.setObjectName(f"navigation.{key}")
        self.setCheckable(checkable)
        self.setAutoExclusive(False)
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, word: str, keys: str) -> None:
        """Set the word and the keys that do the same."""
        self._word = word
        self.setText(word)
        self.setAccessibleName(word)
        self.setToolTip(f"{word} ({keys})" if keys else word)

    def set_badge(self, count: int, words: str) -> None:
        """Show a number at the sign, 0 for none; the words say what it counts."""
        self._badge = "" if not count else str(count) if count <= MOST_IN_BADGE else f"{MOST_IN_BADGE}+"
        self.setAccessibleName(f"{self._word}, {words}" if count else self._word)
        self.update()

    def badge(self) -> str:
        """Give the number shown, "" for none."""
        return self._badge

    def set_narrow(self, narrow: bool, low: bool = False) -> None:
        """Show the sign alone; `low` makes it as low as a finger or pointer still hits."""
        self._narrow, self._low = narrow, low
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Leave the check to the frame: a page that does not open stays unchecked."""

    def sizeHint(self) -> QSize:
        now = theme()
        high = now.px(30 if self._low else 37) if self._narrow else now.size("navigation_item")
        return QSize(now.px(40), high)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        now, painter, rect, on = theme(), QPainter(self), QRectF(self.rect()), self.isChecked()
        if on:
            paint.box(painter, rect, "surface", "edge" if now.high_contrast else "line", corner=8)
        elif self.underMouse():
            paint.box(painter, rect, "sunken", corner=8)
        tone = "accent" if on else "ink2"
        side = now.size("icon_navigation")
        top = (rect.height() - side) / 2 if self._narrow else float(now.size("field"))
        sign = QRectF((rect.width() - side) / 2, top, side, side)
        paint_icon(painter, self._icon, sign, tone)
        if self._badge:
            paint.count(painter, sign.topRight(), self._badge, rect.right())
        if not self._narrow:
            painter.setFont(now.font("caption", 600 if on else 400))
            below = rect.adjusted(now.px(1), top + side + now.size("two"), -now.px(1), -now.size("grid"))
            paint.words(painter, below, self.text(), tone, Qt.AlignmentFlag.AlignHCenter)


class Navigation(QFrame):
    """Signal `picked(key)`."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self.setProperty("frame", "rail")
        self._items: dict[str, NavigationItem] = {}
        self._narrow = False
        self._column = column(self, gap="two", margins="tight field tight field")
        self._column.addStretch(1)
        self._top = 0
        self._apply_width()
        theme().changed.connect(self._apply_width)

    def add(self, item: NavigationItem, at_foot: bool = False) -> None:
        """Add an item below those on top, or at the foot."""
        if at_foot:
            self._column.addWidget(item)
        else:
            self._column.insertWidget(self._top, item)
            self._top += 1
        self._items[item.key] = item
        item.clicked.connect(lambda: self.picked.emit(item.key))

    def item(self, key: str) -> NavigationItem | None:
        """Give an item by its page."""
        return self._items.get(key)

    def mark(self, key: str) -> None:
        """Show which page is in front."""
        for item in self._items.values():
            item.setChecked(item.key == key)
        self.update()

    def set_width(self, size: str, narrow: bool, low: bool = False) -> None:
        """Take the width of a size name; narrow shows signs only, low ones where height is short."""
        self._narrow = narrow
        self.setProperty("across", size)
        for item in self._items.values():
            item.set_narrow(narrow, low)
        self._apply_width()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        now = theme()
        for item in self._items.values():
            if item.isChecked():
                inset = now.size("cards")
                at = QRectF(0, item.y() + inset, now.size("label"), item.height() - 2 * inset)
                QPainter(self).fillRect(at, now.colour("accent"))

    def _apply_width(self) -> None:
        self.setFixedWidth(theme().size(str(self.property("across") or "navigation")))
