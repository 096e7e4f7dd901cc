"""The search with its key drawn inside while it is empty."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.parts.inputs import SearchEdit
from hbp_desktop.ui.theme import theme


class KeyedSearch(SearchEdit):
    """`KeyedSearch(name, key)`; the key is only drawn: the page owns the shortcut."""

    def __init__(self, name: str, key: str) -> None:
        super().__init__(name)
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        if self.text() or not theme().key_caps:
            return
        size = paint.key_cap_size(self._key)
        x = self.width() - size.width() - theme().size("row")
        cap = QRectF(x, (self.height() - size.height()) / 2, size.width(), size.height())
        paint.key_cap(QPainter(self), cap, self._key)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.setTextMargins(0, 0, paint.key_cap_size(self._key).width() + theme().size("field"), 0)
