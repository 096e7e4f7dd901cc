"""The bar at the bottom: the lamp in words, keys of the page, date and time."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts.keycap import KeyCap
from hbp_desktop.ui.parts.text import Text, line
from hbp_desktop.ui.status_lamp import Lamp
from hbp_desktop.ui.theme import theme

Said = tuple[str, str, str]


class StatusBar(QFrame):
    """`set_lamp(state, first, rest)`, `set_trouble(…)`, `set_hints(pairs)`, `set_time(text)`."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setProperty("frame", "status")
        self.lamp = Lamp()
        self._usual: Said = ("saved", "", "")
        self._trouble: Said | None = None
        self._time = Text("", "small", "ink2")
        self._hints: list[QWidget] = []
        self._wanted: tuple[tuple[str, str], ...] = ()
        self._row = row(self, gap="field", margins="field none cards none")
        self._row.addWidget(self.lamp)
        self._row.addStretch(1)
        self._row.addWidget(self._time)
        self._apply_size()
        theme().changed.connect(self._apply_size)

    def set_lamp(self, state: str, first: str, rest: str = "") -> None:
        """Say the state, then what waits, then that it is safe."""
        self._usual = (state, first, rest)
        self._say()

    def set_trouble(self, state: str = "", first: str = "") -> None:
        """Say something worse in the lamp's place, for as long as it holds; "" gives the place back."""
        self._trouble = (state, first, "") if state else None
        self._say()

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
        for key, word in hints:
            for widget in (KeyCap(key), Text(word, "small", "ink2")):
                self._hints.append(widget)
                self._row.insertWidget(len(self._hints), widget)
        if hints:
            bar = line(upright=True)
            bar.setFixedHeight(theme().size("icon"))
            self._row.insertWidget(1, bar)
            self._hints.insert(0, bar)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().size("search_narrow"), theme().size("status_bar"))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _say(self) -> None:
        self.lamp.say(*(self._trouble or self._usual))
        self.setAccessibleName(self.lamp.words())
        self._fit()

    def _fit(self) -> None:
        """Show as many hints as leave the lamp its words."""
        gap = self._row.spacing()
        taken = self.lamp.sizeHint().width() + self._time.sizeHint().width() + 2 * gap
        room = self.width() - taken - 3 * theme().size("cards")
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
