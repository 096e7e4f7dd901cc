"""Words on the glass: always plain text, in a step and tone of the tokens."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from hbp_desktop.ui.theme import restyle


class Text(QLabel):
    """A plain-text label. `step` is a type step, `tone` a colour token, `stress` "", "medium" or "strong"."""

    def __init__(
        self,
        text: str = "",
        step: str = "body",
        tone: str = "ink",
        stress: str = "",
        wrap: bool = False,
        mono: bool = False,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        for name, value in (
            ("step", step),
            ("tone", tone),
            ("stress", stress),
            ("mono", "true" if mono else ""),
        ):
            self.setProperty(name, value)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Change the colour."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)


class Elided(Text):
    """One line that ends in an ellipsis where the width ends; the whole is in the tool tip."""

    def __init__(self, text: str = "", step: str = "body", tone: str = "ink", stress: str = "") -> None:
        self._whole = ""
        super().__init__("", step, tone, stress)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_whole(text)

    def set_whole(self, text: str) -> None:
        """Set the words; `text()` is what is shown of them."""
        self._whole = text
        self.setAccessibleName(text)
        self._cut()

    def whole(self) -> str:
        """Give the words uncut."""
        return self._whole

    def resizeEvent(self, event: object, /) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


def line(upright: bool = False) -> QFrame:
    """Make a hairline."""
    made = QFrame()
    made.setProperty("frame", "upright" if upright else "line")
    return made


def paper(widget: QWidget, kind: str) -> QWidget:
    """Give a plain widget a background token: bg, surface, sunken, rail or clear."""
    widget.setProperty("paper", kind)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, kind != "clear")
    return widget
