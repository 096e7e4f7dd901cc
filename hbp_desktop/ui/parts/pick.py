"""One of several people or things to pick from a list: a round, a name, a line below, a tick."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from hbp_desktop.ui.icons import paint_icon
from hbp_desktop.ui.layouts import column
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.parts.avatar import initials
from hbp_desktop.ui.theme import theme

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class PickList(QWidget):
    """Names one below the other, one of them chosen; arrow keys move. Signal `picked(name)`."""

    picked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._buttons: list[_Pick] = []
        self._column = column(self, gap="field")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_names(self, names: list[str], chosen: str) -> None:
        """Set the names and which one is chosen."""
        for button in self._buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [_Pick(name, self) for name in names]
        for number, button in enumerate(self._buttons):
            button.setObjectName(f"{self.objectName()}.{number}")
            button.clicked.connect(lambda _=False, name=button.name: self.choose(name))
            self._column.addWidget(button)
        self._mark(chosen)

    def chosen(self) -> str:
        """Give the name chosen, or ""."""
        return next((button.name for button in self._buttons if button.isChecked()), "")

    def choose(self, name: str) -> None:
        """Choose and say so."""
        self._mark(name)
        self.picked.emit(name)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        here = next((place for place, button in enumerate(self._buttons) if button.isChecked()), 0)
        if not step or not self._buttons:
            super().keyPressEvent(event)
            return
        there = self._buttons[(here + step) % len(self._buttons)]
        self.choose(there.name)
        there.setFocus(Qt.FocusReason.TabFocusReason)

    def _mark(self, name: str) -> None:
        for button in self._buttons:
            button.setChecked(button.name == name)
            stop = button.isChecked()
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)


class _Pick(QPushButton):
    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("look", "pick")
        self.setProperty("ring", True)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _STEPS:
            event.ignore()  # the list moves; a button alone would hand the focus on
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """Leave the check to the list: one is always chosen."""

    def sizeHint(self) -> QSize:
        return QSize(theme().size("search_narrow"), theme().size("two_lines"))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        now, painter, option = theme(), QPainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        side, gap, on = now.size("avatar"), now.size("row"), self.isChecked()
        rounded = QRectF(gap, (self.height() - side) / 2, side, side)
        paint.box(painter, rounded, "accent" if on else "accentsoft", corner=side / 2 * 100 / now.scale)
        painter.setFont(now.font("caption", 600))
        tone = "onaccent" if on else "accent"
        paint.words(painter, rounded, initials(self.name), tone, Qt.AlignmentFlag.AlignHCenter)
        painter.setFont(now.font("body", 500))
        sign = now.size("icon") if on else 0
        paint.words(painter, QRectF(self.rect()).adjusted(side + 2 * gap, 0, -sign - 2 * gap, 0), self.name)
        if on:
            at = QRectF(self.width() - sign - gap, (self.height() - sign) / 2, sign, sign)
            paint_icon(painter, "check", at, "accent")
