"""Banners: what happened, what holds, what to do. Inline on top of the page, until the reason is gone."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.spans import Span, Spans
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.theme import restyle

_ICONS = {"bad": "circle-alert", "warn": "triangle-alert", "ok": "circle-check", "accent": "info"}
_ORDER = ("bad", "warn", "accent", "ok")
_MOST = 2


class Banner(QFrame):
    """One banner. `state`: bad, warn, ok, accent. Signal `pressed` when its button is used."""

    pressed = Signal()

    def __init__(self, state: str = "accent", name: str = "banner") -> None:
        super().__init__()
        self.state = state
        self._icon_name = ""
        self.setObjectName(name)
        self.setProperty("frame", "banner")
        self.setProperty("state", state)
        self._sign, self._words = Text(), Spans("body")
        self._button = Button(height="small_control", name=f"{name}.button")
        self._lay_out()
        self._button.clicked.connect(lambda: self.pressed.emit())

    def set_words(self, first: str, rest: str = "", action: str = "", icon: str = "") -> None:
        """Set the stressed first words, the rest, a button's word, another sign."""
        self._icon_name = icon
        self._words.set_spans((Span(f"{first} " if rest else first, 600), Span(rest)))
        self.setAccessibleName(self._words.text())
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._draw_sign()

    def set_state(self, state: str) -> None:
        """Change what kind of banner it is."""
        self.state = state
        self.setProperty("state", state)
        self._draw_sign()
        restyle(self)

    def text(self) -> str:
        """Give all its words."""
        return self._words.text()

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_sign()

    def _lay_out(self) -> None:
        across = row(self, gap="row", margins="card row")
        across.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._button.hide()

    def _draw_sign(self) -> None:
        self._sign.setPixmap(pixmap(self._icon_name or _ICONS[self.state], self.state))


class Banners(QWidget):
    """The banners of a page: sorted bad, warn, accent; at most two, then "and n more"."""

    def __init__(self) -> None:
        super().__init__()
        self._banners: dict[str, Banner] = {}
        self._column = column(self, gap="field")
        self._more = Text("", "small", "ink2")
        self._column.addWidget(self._more)
        self._settle()

    def show_banner(self, key: str, state: str, first: str, rest: str = "", action: str = "") -> Banner:
        """Show or reword the banner of a reason; `key` names the reason."""
        banner = self._banners.get(key)
        if banner is None:
            banner = self._banners[key] = Banner(state, f"banner.{key}")
        banner.set_state(state)
        banner.set_words(first, rest, action)
        self._settle()
        return banner

    def clear(self, key: str) -> None:
        """Take a banner away: its reason is gone."""
        banner = self._banners.pop(key, None)
        if banner:
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
            self._settle()

    def reasons(self) -> set[str]:
        """Give the reasons that hold now."""
        return set(self._banners)

    def _settle(self) -> None:
        ordered = sorted(self._banners.values(), key=lambda banner: _ORDER.index(banner.state))
        for place, banner in enumerate(ordered):
            self._column.insertWidget(place, banner)
            banner.setVisible(place < _MOST)
        hidden = max(0, len(ordered) - _MOST)
        self._more.setText(QCoreApplication.translate("Banners", "and %n more", "", hidden))
        self._more.setVisible(hidden > 0)
        self.setVisible(bool(ordered))
