"""Pills: what something is (status), what stays (sticky), what is on (toggle)."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hbp_desktop.ui.parts import paint


class Chip(QWidget):
    """Says a state in words; looks: neutral, accent, ok, warn, bad, outline."""

    def __init__(self, text: str = "", look: str = "neutral", icon: str = "", name: str = "") -> None:
        super().__init__()
        self._text, self._look, self._icon = text, look, icon
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(text)

    def set(self, text: str, look: str = "", icon: str | None = None) -> None:
        """Change words, and look and sign when given."""
        self._text, self._look = text, look or self._look
        self._icon = self._icon if icon is None else icon
        self.setAccessibleName(text)
        self.setVisible(bool(text) and not self.isHidden())
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Give the words."""
        return self._text

    def sizeHint(self) -> QSize:
        return paint.pill_size(self._text, self._icon)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self._text:
            paint.pill(QPainter(self), QRectF(self.rect()), self._text, self._look, self._icon)


class ChipButton(QAbstractButton):
    """A pill that can be pressed (sticky values, parked drafts); signal `clicked`."""

    def __init__(self, text: str = "", look: str = "neutral", icon: str = "", name: str = "") -> None:
        super().__init__()
        self._look, self._icon = look, icon
        self.setObjectName(name)
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(text)

    def set(self, text: str, look: str = "", icon: str | None = None) -> None:
        """Change words, and look and sign when given."""
        self._look = look or self._look
        self._icon = self._icon if icon is None else icon
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return paint.pill_size(self.text(), self._icon).expandedTo(
            QSize(0, paint.pill_size("", name="toggle_chip").height())
        )

    def paintEvent(self, event: QPaintEvent, /) -> None:
        rect = QRectF(self.rect())
        inset = (rect.height() - paint.pill_size("").height()) / 2
        look = "on" if self.isDown() else self._look
        paint.pill(QPainter(self), rect.adjusted(0, inset, 0, -inset), self.text(), look, self._icon)


class ToggleChip(QAbstractButton):
    """A choice among several on a form; a check sign when on; signal `toggled`. Enter and Space press it."""

    def __init__(self, text: str = "", name: str = "", icon: str = "") -> None:
        super().__init__()
        self._icon = icon
        self.setCheckable(True)
        self.setObjectName(name)
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str, /) -> None:
        super().setText(text)
        self.setAccessibleName(text.replace("&", ""))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        on = self.isChecked()
        return paint.pill_size(self.text(), "check" if on else self._icon, on, "toggle_chip")

    def nextCheckState(self) -> None:
        super().nextCheckState()
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        on = self.isChecked()
        icon = "check" if on else self._icon
        look = ("on" if on else "toggle") if self.isEnabled() else "off"
        paint.pill(QPainter(self), QRectF(self.rect()), self.text(), look, icon, strong=on)
