"""Buttons with a sign, a word and the key that does the same."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton

from hbp_desktop.ui.icons import paint_icon
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.theme import restyle, theme

Look = Literal["primary", "normal", "quiet", "danger"]
_TONES = {"primary": "onaccent", "normal": "ink", "quiet": "accent", "danger": "bad"}


class Button(QPushButton):
    """`height` is a size name; `key` is drawn as a key cap and is only drawn: the page owns the shortcut."""

    def __init__(
        self,
        text: str = "",
        look: Look = "normal",
        icon: str = "",
        key: str = "",
        height: str = "control",
        name: str = "",
    ) -> None:
        super().__init__(text)
        self._icon_name, self._key, self._height = icon, key, height
        self._icon_after = False
        self._forbidden, self._usable = "", True
        self.setProperty("look", look)
        self.setProperty("ring", True)
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def set_icon_name(self, icon: str, after: bool = False) -> None:
        """Change the sign; `after` puts it behind the word."""
        self._icon_name, self._icon_after = icon, after
        self.updateGeometry()
        self.update()

    def set_look(self, look: Look) -> None:
        """Change the look: one primary button on a screen."""
        if self.property("look") != look:
            self.setProperty("look", look)
            restyle(self)
            self.updateGeometry()

    def set_key(self, key: str) -> None:
        """Change the key drawn."""
        self._key = key
        self.updateGeometry()
        self.update()

    def explain(self, enabled: bool, why_not: str = "") -> None:
        """Enable, or disable with a tool tip that says why."""
        self.setEnabled(enabled)
        self.setToolTip("" if enabled else why_not)

    def forbid(self, why: str) -> None:
        """Keep it disabled whatever the page says, its tool tip saying why; "" lets go again."""
        if why != self._forbidden:
            self._forbidden = why
            super().setEnabled(self._usable and not why)
            self.setToolTip(why)

    def setEnabled(self, enabled: bool, /) -> None:
        self._usable = enabled
        super().setEnabled(enabled and not self._forbidden)

    def setDisabled(self, disabled: bool, /) -> None:
        self.setEnabled(not disabled)

    def setToolTip(self, words: str, /) -> None:
        super().setToolTip(self._forbidden or words)

    def sizeHint(self) -> QSize:
        now = theme()
        across = sum(width for _, width in self._pieces()) + now.size("field") * max(
            0, len(self._pieces()) - 1
        )
        height = now.size(self._height)
        side = now.size("field") if height <= now.size("head_control") else now.size("card")
        return QSize(max(across + 2 * side, height), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Let Enter press it as Space does; Qt does so in dialogs only."""
        keypad = Qt.KeyboardModifier.KeypadModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & ~keypad:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        self._draw_pieces(painter)

    def _tone(self) -> str:
        return _TONES[str(self.property("look"))] if self.isEnabled() else "ink3"

    def _font(self) -> QFontMetrics:
        return QFontMetrics(self._letters())

    def _letters(self) -> QFont:
        weight = 600 if self.property("look") == "primary" or self.isChecked() else 500
        step = "small" if theme().size(self._height) < theme().size("head_control") else "body"
        return theme().font(step, weight)

    def _pieces(self) -> list[tuple[str, int]]:
        now, made = theme(), []
        if self.text():
            plain = self._font().size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
            made.append(("text", plain + 1))
        if self._icon_name:
            made.insert(len(made) if self._icon_after else 0, ("icon", now.size("icon")))
        if self._key and now.key_caps:
            made.append(("key", paint.key_cap_size(self._key).width()))
        return made

    def _draw_pieces(self, painter: QPainter) -> None:
        now, pieces = theme(), self._pieces()
        gap = now.size("field")
        across = sum(width for _, width in pieces) + gap * max(0, len(pieces) - 1)
        x = max((self.width() - across) / 2, float(now.size("grid")))
        for kind, width in pieces:
            self._draw_piece(painter, kind, QRectF(x, 0, width, self.height()))
            x += width + gap

    def _draw_piece(self, painter: QPainter, kind: str, rect: QRectF) -> None:
        if kind == "icon":
            middle = rect.center().y() - rect.width() / 2
            paint_icon(
                painter, self._icon_name, QRectF(rect.x(), middle, rect.width(), rect.width()), self._tone()
            )
        elif kind == "key":
            height = paint.key_cap_size(self._key).height()
            cap = QRectF(rect.x(), rect.center().y() - height / 2, rect.width(), height)
            paint.key_cap(painter, cap, self._key, self.property("look") == "primary" and self.isEnabled())
        else:
            painter.setFont(self._letters())
            painter.setPen(theme().colour(self._tone()))
            painter.drawText(
                rect, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextShowMnemonic), self.text()
            )


class IconButton(Button):
    """A sign alone; `label` is its tool tip and its name for a screen reader."""

    def __init__(
        self, icon: str, name: str = "", look: Look = "quiet", height: str = "small_control"
    ) -> None:
        super().__init__("", look, icon, height=height, name=name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_label(self, label: str) -> None:
        """Say what the sign does."""
        self.setToolTip(label)
        self.setAccessibleName(label)

    def sizeHint(self) -> QSize:
        side = theme().size(self._height)
        return QSize(side, side)
