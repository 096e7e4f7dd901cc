"""One key drawn as a key."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.theme import theme


class KeyCap(QWidget):
    """A key; takes no room when key caps are switched off."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return paint.key_cap_size(self._key) if theme().key_caps else QSize(0, 0)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if theme().key_caps:
            paint.key_cap(QPainter(self), QRectF(self.rect()), self._key)
