"""The bar at the bottom: the lamp in words, keys of the page, date and time."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from hbp_desktop.ui.icons import paint_icon
from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.parts.keycap import KeyCap
from hbp_desktop.ui.parts.text import Elided, Text, line
from hbp_desktop.ui.theme import theme

# state → shape, token; told apart by shape as well as colour
_LAMPS = {
    "saved": ("check", "ok"),  # kept here; of connections this program says nothing yet
    "offline": ("ring", "ink3"),
    "sending": ("disc", "accent"),
    "connected": ("disc", "ok"),
    "look": ("square", "warn"),
    "unsaved": ("square", "bad"),
}


class LampSign(QWidget):
    """The sign beside the lamp's words."""

    def __init__(self) -> None:
        super().__init__()
        self._state = "offline"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, state: str) -> None:
        """saved, offline, sending, connected, look or unsaved."""
        self._state = state
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().size("icon_small" if _LAMPS[self._state][0] == "check" else "lamp")
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        shape, token = _LAMPS[self._state]
        rect = QRectF(self.rect())
        if shape == "check":
            paint_icon(QPainter(self), "check", rect, token)
            return
        corner = 2 if shape == "square" else rect.width() / 2 * 100 / theme().scale
        if shape == "ring":
            paint.box(QPainter(self), rect, "", token, corner=corner, width=2)
        else:
            paint.box(QPainter(self), rect, token, corner=corner)


class StatusBar(QFrame):
    """`set_lamp(state, first, rest)`, `set_hints(pairs)`, `set_time(text)`."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setProperty("frame", "status")
        self._sign = LampSign()
        self._first = Text("", "small", stress="medium")
        self._rest = Elided("", "small", "ink2")
        self._time = Text("", "small", "ink2")
        self._hints: list[QWidget] = []
        self._wanted: tuple[tuple[str, str], ...] = ()
        self._row = row(self, gap="field", margins="cards none")
        for widget in (self._sign, self._first):
            self._row.addWidget(widget)
        self._row.addWidget(self._rest, 1)
        self._row.addWidget(self._time)
        self._apply_size()
        theme().changed.connect(self._apply_size)

    def set_lamp(self, state: str, first: str, rest: str = "") -> None:
        """Say the state, then what waits, then that it is safe."""
        self._sign.set_state(state)
        self._first.setText(first)
        self._first.set_tone("bad" if state == "unsaved" else "ink")
        self._rest.set_whole(rest)
        self.setAccessibleName(f"{first} {rest}".strip())

    def set_time(self, text: str) -> None:
        """Show date and time."""
        self._time.setText(text)

    def set_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show keys with their words, as many as there is room for."""
        if tuple(hints) == self._wanted:
            return
        self._wanted = tuple(hints)
        for widget in self._hints:
            self._row.removeWidget(widget)
            widget.hide()  # deletion waits for the event loop
            widget.deleteLater()
        self._hints = []
        at = 2
        for key, word in hints:
            for widget in (KeyCap(key), Text(word, "small", "ink2")):
                self._row.insertWidget(at, widget)
                self._hints.append(widget)
                at += 1
        if hints:
            bar = line(upright=True)
            bar.setFixedHeight(theme().size("icon"))
            self._row.insertWidget(2, bar)
            self._hints.insert(0, bar)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().size("search_narrow"), theme().size("status_bar"))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many hints as leave the lamp its words."""
        gap = self._row.spacing()
        fixed = (self._sign, self._first, self._time)
        room = (
            self.width()
            - sum(widget.sizeHint().width() + gap for widget in fixed)
            - 3 * theme().size("cards")
        )
        room -= self._rest.fontMetrics().horizontalAdvance(self._rest.whole())
        shown = True
        for first, second in _pairs(self._hints):
            room -= sum(widget.sizeHint().width() + gap for widget in (first, second) if widget)
            shown = shown and room > 0
            for widget in (first, second):
                if widget:
                    widget.setVisible(shown)

    def _apply_size(self) -> None:
        self.setFixedHeight(theme().size("status_bar"))
        self._fit()


def _pairs(hints: list[QWidget]) -> list[tuple[QWidget, QWidget | None]]:
    """Pair each key with its word; the bar in front goes with nothing."""
    head, rest = hints[:1], hints[1:]
    lone: list[tuple[QWidget, QWidget | None]] = [(bar, None) for bar in head]
    return lone + list(zip(rest[::2], rest[1::2], strict=True))
