"""Fields that take typing. The wheel never changes one; Tab always leaves; a sign can sit at the end."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from hbp_desktop.ui.icons import paint_icon
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.parts.button import IconButton
from hbp_desktop.ui.theme import restyle, theme

LONGEST = 10_000


class LineEdit(QLineEdit):
    """One line. `height`: "", "wizard", "large". Longer than 10,000 characters is not taken."""

    def __init__(self, name: str, height: str = "", mono: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMaxLength(LONGEST)
        self.setProperty("tall", height)
        self.setProperty("mono", "true" if mono else "")
        self._tail: QWidget | None = None

    def set_tail(self, tail: QWidget) -> None:
        """Put a small widget (an eye, a sign) inside at the right end."""
        self._tail = tail
        tail.setParent(self)
        self.setProperty("tail", "true")

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if self._tail:
            hint = self._tail.sizeHint()
            x = self.width() - hint.width() - theme().size("grid")
            self._tail.setGeometry(
                QRect(x, (self.height() - hint.height()) // 2, hint.width(), hint.height())
            )


class TextEdit(QPlainTextEdit):
    """Several lines: Enter asks to go on (`finished`), Shift+Enter makes a line, Tab leaves."""

    finished = Signal()

    def __init__(self, name: str, lines: int = 2) -> None:
        super().__init__()
        self._lines = lines
        self.setObjectName(name)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(self._least())

    def sizeHint(self) -> QSize:
        return QSize(theme().size("search_narrow"), self._least())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.finished.emit()
            self.focusNextChild()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.setMinimumHeight(self._least())

    def _least(self) -> int:
        now = theme()
        return QFontMetrics(now.font("body")).lineSpacing() * self._lines + 2 * now.size("row")


class Combo(QComboBox):
    """A choice from a list that the wheel leaves alone."""

    def __init__(self, name: str, height: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("tall", height)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(4)

    def set_choices(self, choices: list[tuple[str, str]]) -> None:
        """Set (value, word) pairs; the value chosen stays where it is still among them; no signal."""
        kept = self.value()
        blocked = self.blockSignals(True)
        self.clear()
        for value, word in choices:
            self.addItem(word, value)
        self.blockSignals(blocked)
        self.set_value(kept)

    def value(self) -> str:
        """Give the value chosen, or ""."""
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Choose by value; an unknown one chooses the first."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        now = theme()
        side = now.size("icon_small")
        at = QRectF(self.width() - side - now.size("row"), (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), "chevron-down", at, "ink2" if self.isEnabled() else "ink3")


class _LineKeeper(QObject):
    """Places the inner line of a box: with a style sheet and no buttons Qt leaves it one pixel."""

    def __init__(self, box: QAbstractSpinBox) -> None:
        super().__init__(box)
        self._box = box
        box.installEventFilter(self)
        box.lineEdit().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        if watched is not self._box and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            inset, high = theme().size("row"), theme().size("two")
            self._box.lineEdit().setGeometry(self._box.rect().adjusted(inset, high, -inset, -high))
        return False


class Spin(QSpinBox):
    """A number that the wheel leaves alone."""

    def __init__(self, name: str, least: int = 0, most: int = 9999) -> None:
        super().__init__()
        _quiet(self, name)
        self.setRange(least, most)


class DateEdit(QDateEdit):
    """A date, day first; arrow keys change the part the cursor is in."""

    def __init__(self, name: str) -> None:
        super().__init__()
        _quiet(self, name)
        self.setDisplayFormat("dd/MM/yyyy")


class TimeEdit(QTimeEdit):
    """A time of the day, 24 hours."""

    def __init__(self, name: str) -> None:
        super().__init__()
        _quiet(self, name)
        self.setDisplayFormat("HH:mm")


class CheckBox(QCheckBox):
    """A tick with its words, drawn from the tokens."""

    def __init__(self, name: str, text: str = "") -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        now = theme()
        words = QFontMetrics(now.font("body")).size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(
            words.width() + now.size("check") + now.size("field") + now.size("two"), now.size("small_control")
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object, /) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent, /) -> None:
        now, painter, on = theme(), QPainter(self), self.isChecked()
        side = now.size("check")
        square = QRectF(0, (self.height() - side) / 2, side, side)
        paint.box(painter, square, "accent" if on else "surface", "accent" if on else "edge", corner=4)
        if on:
            paint_icon(painter, "check", square.adjusted(2, 2, -2, -2), "onaccent")
        painter.setFont(now.font("body"))
        painter.setPen(now.colour("ink" if self.isEnabled() else "ink3"))
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextShowMnemonic)
        painter.drawText(QRectF(self.rect()).adjusted(side + now.size("field"), 0, 0, 0), flags, self.text())


class SearchEdit(LineEdit):
    """A line with the search sign in front."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "search")

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        now = theme()
        side = now.size("icon")
        paint_icon(
            QPainter(self), "search", QRectF(now.size("row"), (self.height() - side) / 2, side, side), "ink3"
        )


class PasswordEdit(LineEdit):
    """A password with an eye; signal `caps_changed(on)` as soon as a key gives Caps Lock away."""

    caps_changed = Signal(bool)

    def __init__(self, name: str, height: str = "large") -> None:
        super().__init__(name, height)
        self._eye = IconButton("eye", f"{name}.eye")
        self._eye.setCheckable(True)
        self._eye.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._eye.toggled.connect(self._reveal)
        self.set_tail(self._eye)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def set_eye_label(self, label: str) -> None:
        """Say what the eye does."""
        self._eye.set_label(label)

    def hide_again(self) -> None:
        """Cover the letters."""
        self._eye.setChecked(False)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        text = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps_changed.emit(False)
        elif len(text) == 1 and text.isalpha() and text.lower() != text.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_changed.emit(text.isupper() != shifted)
        super().keyPressEvent(event)

    def _reveal(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.set_icon_name("eye-off" if shown else "eye")


def set_state(editor: QWidget, state: str) -> None:
    """Paint an editor: "" (normal), "warn" or "bad"."""
    if (editor.property("state") or "") != state:
        editor.setProperty("state", state)
        restyle(editor)


def _quiet(box: QAbstractSpinBox, name: str) -> None:
    box.setObjectName(name)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    _LineKeeper(box)
    box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
    box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
