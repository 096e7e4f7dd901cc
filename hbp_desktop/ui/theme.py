"""Colours, sizes and type of the window: data from resources, one style sheet, changed live."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final, Literal, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QLayout, QStyleFactory, QWidget

from hbp_desktop.resources import resource
from hbp_desktop.ui.contrast import high_contrast
from hbp_desktop.ui.fonts import Fonts

Name = Literal["system", "light", "dark", "contrast"]
THEMES: Final[tuple[Name, ...]] = ("system", "light", "dark", "contrast")
SCALES: Final = (100, 125, 150, 175, 200)
_PROPERTY: Final = "hbp_theme"
_DP: Final = re.compile(r"(\d+)dp")
_TOKEN: Final = re.compile(r"\$([a-z_0-9]+)")

_PALETTE: Final[Mapping[QPalette.ColorRole, str]] = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "onaccent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
}


def read_tokens() -> dict[str, Any]:
    """Read the tokens: colours by theme, type steps, sizes in pixels at 100 %, breakpoints."""
    return cast(dict[str, Any], json.loads(resource("style", "tokens.json").read_text("utf-8")))


class Theme(QObject):
    """What the window looks like now.

    Signals: `changed` after colours or scale are in place. Made once beside the application by `install`.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._tokens = read_tokens()
        self._sheet = resource("style", "window.qss").read_text("utf-8")
        self._system = QPalette(app.palette())
        self._name: Name = "light"
        self._scale = 100
        self._colours: dict[str, str] = {}
        self._qcolours: dict[str, QColor] = {}
        self.key_caps = True
        self.fonts = Fonts()
        self.pictures: dict[tuple[str, str, int, float], QPixmap] = {}

    @property
    def name(self) -> Name:
        """The theme chosen, `system` included."""
        return self._name

    @property
    def scale(self) -> int:
        """Per cent."""
        return self._scale

    @property
    def high_contrast(self) -> bool:
        """Whether borders are strong and soft backgrounds are gone."""
        return self._shown() == "contrast"

    def set(self, name: Name, scale: int) -> None:
        """Choose theme and scale (per cent) and bring them onto every widget there is."""
        self._name, self._scale = name, scale
        self._colours = self._pick_colours()
        self._qcolours = {token: QColor(value) for token, value in self._colours.items()}
        self._app.setPalette(self._palette())
        self._app.setFont(self.font("body"))
        self._app.setStyleSheet(self.style_sheet())
        for widget in self._app.topLevelWidgets():
            respace(widget)
        self.changed.emit()

    def show_key_caps(self, shown: bool) -> None:
        """Draw keys on buttons, or hide them all."""
        self.key_caps = shown
        for widget in self._app.topLevelWidgets():
            _refresh(widget)

    def load_other_scripts(self) -> None:
        """Load Tamil, Chinese, Jawi and emoji: after the first paint, for memory and speed."""
        if self.fonts.load_other_scripts():
            self._app.setFont(self.font("body"))

    def colour(self, token: str) -> QColor:
        """Give a colour by its token."""
        return self._qcolours[token]

    def colour_text(self, token: str) -> str:
        """Give a colour as #RRGGBB."""
        return self._colours[token]

    def px(self, pixels: float) -> int:
        """Scale pixels at 100 % to pixels now; a line never vanishes."""
        scaled = round(pixels * self._scale / 100)
        return max(1, scaled) if pixels > 0 else scaled

    def size(self, name: str) -> int:
        """Give a named size (see tokens.json) in pixels now."""
        return self.px(self._tokens["sizes"][name])

    def breakpoint(self, name: str) -> int:
        """Give a breakpoint of the reflow in logical pixels."""
        return int(self._tokens["breakpoints"][name])

    def logical(self, pixels: int) -> int:
        """Turn pixels now into logical pixels, which breakpoints are in."""
        return round(pixels * 100 / self._scale)

    def font(self, step: str, weight: int = 0, mono: bool = False) -> QFont:
        """Give the font of a type step; weight 0 is the step's own."""
        kind = self._tokens["type"][step]
        font = QFont(self.fonts.mono if mono else self.fonts.families)
        font.setPixelSize(self.px(kind["size"]))
        font.setWeight(QFont.Weight(weight or (500 if mono and kind["weight"] == 400 else kind["weight"])))
        return font

    def style_sheet(self) -> str:
        """Fill the style sheet with the colours and the scale."""
        values = self._colours | {
            "border": f"{self.px(2 if self.high_contrast else 1)}px",
            "cardline": self._colours["ink" if self.high_contrast else "line"],
        }
        sheet = _TOKEN.sub(lambda found: values[found[1]], self._sheet)
        return _DP.sub(lambda found: f"{self.px(int(found[1]))}px", sheet)

    def _pick_colours(self) -> dict[str, str]:
        shown = self._shown()
        colours: dict[str, dict[str, str]] = self._tokens["colours"]
        return high_contrast(self._system, colours) if shown == "contrast" else colours[shown]

    def _shown(self) -> Literal["light", "dark", "contrast"]:
        if self._name != "system":
            return self._name
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "contrast"
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _palette(self) -> QPalette:
        palette = QPalette(self._system)
        for role, token in _PALETTE.items():
            palette.setColor(role, self._qcolours[token])
            if role in (
                QPalette.ColorRole.Text,
                QPalette.ColorRole.WindowText,
                QPalette.ColorRole.ButtonText,
            ):
                palette.setColor(QPalette.ColorGroup.Disabled, role, self._qcolours["ink3"])
        return palette


def install(app: QApplication, name: Name = "system", scale: int = 100) -> Theme:
    """Give the application its style, fonts and theme; a second call changes the theme only."""
    there = app.property(_PROPERTY)
    if not isinstance(there, Theme):
        app.setStyle(QStyleFactory.create("Fusion"))
        there = Theme(app)
        app.setProperty(_PROPERTY, there)
        app.styleHints().colorSchemeChanged.connect(lambda: _follow_system(there))
    there.set(name, scale)
    return there


def theme() -> Theme:
    """Give the application's theme: it belongs to the application object as its style sheet does."""
    app = QApplication.instance()
    found = app.property(_PROPERTY) if app else None
    if not isinstance(found, Theme):
        raise RuntimeError("theme.install(app) comes before the first widget")
    return found


def respace(root: QWidget) -> None:
    """Give every layout below `root` that was made by `layouts` its gaps at the scale of now."""
    now = theme()
    for layout in root.findChildren(QLayout):
        gap, margins = layout.property("gap"), layout.property("margins")
        if gap is not None:
            layout.setSpacing(now.size(gap))
        if margins is not None:
            layout.setContentsMargins(*(now.size(side) for side in str(margins).split()))
    _refresh(root)


def restyle(widget: QWidget) -> None:
    """Let the style sheet see a property that was changed after the first paint."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def _refresh(root: QWidget) -> None:
    for widget in root.findChildren(QWidget):
        widget.updateGeometry()
        widget.update()


def _follow_system(there: Theme) -> None:
    if there.name == "system":
        there.set("system", there.scale)
