"""A field that finds while one types: code, name with the matched part stressed, a reason at the right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.parts.inputs import LineEdit
from hbp_desktop.ui.theme import theme

_MOST = 8


@dataclass(frozen=True)
class Suggestion:
    """One find: its value for the page, code, name, and why it is offered."""

    value: str
    code: str
    name: str
    reason: str = ""


Find = Callable[[str], Sequence[Suggestion]]


class TypeAhead(LineEdit):
    """Signals `picked(Suggestion)`; `kept_as_typed(text)` when nothing was found and Enter was pressed."""

    picked = Signal(object)
    kept_as_typed = Signal(str)

    def __init__(self, name: str, find: Find, as_typed: bool = True) -> None:
        super().__init__(name)
        self._find, self._as_typed = find, as_typed
        self._popup: Popup | None = None
        self.textEdited.connect(self._search)

    def popup_open(self) -> bool:
        """Tell whether finds are shown."""
        return self._popup is not None and self._popup.isVisible()

    def suggestions(self) -> list[Suggestion]:
        """Give what the pop-up shows now."""
        return list(self._popup.suggestions) if self._popup and self.popup_open() else []

    def place_popup(self) -> None:
        """Move the finds to where the field is now."""
        if self._popup and self.popup_open():
            self._popup.place()

    def close_popup(self) -> None:
        """Take the finds away."""
        if self._popup:
            self._popup.hide()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not (self._drive(event) if self.popup_open() else self._open_with(event)):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        self.close_popup()
        super().focusOutEvent(event)

    def _open_with(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Down:
            return False
        self._search(self.text())
        return True

    def _drive(self, event: QKeyEvent) -> bool:
        popup = self._popup
        if popup is None:
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            popup.move_by(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _CTRL:
            self._take(popup.current)
        elif event.key() == Qt.Key.Key_Escape:
            popup.hide()
        else:
            return False
        return True

    def _search(self, text: str) -> None:
        found = list(self._find(text))[:_MOST]
        if not found and not (text.strip() and self._as_typed):
            self.close_popup()
            return
        if self._popup is None:
            self._popup = Popup(self)
            self._popup.pressed.connect(self._take)
        self._popup.offer(found, text)

    def _take(self, number: int) -> None:
        popup = self._popup
        self.close_popup()
        if popup and number < len(popup.suggestions):
            self.picked.emit(popup.suggestions[number])
        else:
            self.kept_as_typed.emit(self.text())


class Popup(QFrame):
    """The finds below their field, on top of what is there. Signal `pressed(row)`."""

    pressed = Signal(int)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self.suggestions: list[Suggestion] = []
        self.current = 0
        self._field, self._typed = field, ""
        self.setProperty("frame", "popup")
        self.setMouseTracking(True)
        field.window().installEventFilter(self)

    def offer(self, found: list[Suggestion], typed: str) -> None:
        """Show finds; the first is the one Enter takes."""
        self.suggestions, self._typed, self.current = found, typed, 0
        self.place()
        self.show()
        self.raise_()
        self._say()
        self.update()

    def move_by(self, step: int) -> None:
        """Go down or up, round the ends."""
        self.current = (self.current + step) % max(1, len(self.suggestions))
        self._say()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        self.current = min(self._row_at(event), max(0, len(self.suggestions) - 1))
        self.update()

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        self.pressed.emit(self._row_at(event))

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return False

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        now, painter = theme(), QPainter(self)
        edge, high = now.px(1), now.size("control")
        for number in range(max(1, len(self.suggestions))):
            row = QRectF(edge, edge + number * high, self.width() - 2 * edge, high)
            if number == self.current:
                paint.box(painter, row, "sel", corner=5)
            inner = row.adjusted(now.size("row"), 0, -now.size("row"), 0)
            inner = self._draw_end(painter, inner, number)
            if self.suggestions:
                self._draw_suggestion(painter, inner, self.suggestions[number])
            else:
                painter.setFont(now.font("body"))
                paint.words(painter, inner, QCoreApplication.translate("TypeAhead", "Use as typed"))

    def _draw_end(self, painter: QPainter, inner: QRectF, number: int) -> QRectF:
        now = theme()
        if self.suggestions and number != self.current:
            reason = self.suggestions[number].reason
            painter.setFont(now.font("small"))
            paint.words(painter, inner, reason, "ink3", Qt.AlignmentFlag.AlignRight)
            width = painter.fontMetrics().horizontalAdvance(reason)
            return inner.adjusted(0, 0, -width - now.size("field"), 0)
        size = paint.key_cap_size("Enter")
        if now.key_caps:
            cap = QRectF(
                inner.right() - size.width(),
                inner.center().y() - size.height() / 2,
                size.width(),
                size.height(),
            )
            paint.key_cap(painter, cap, "Enter")
        return inner.adjusted(0, 0, -size.width() - now.size("field"), 0)

    def _draw_suggestion(self, painter: QPainter, inner: QRectF, found: Suggestion) -> None:
        now = theme()
        painter.setFont(now.font("body", 600, mono=True))
        paint.words(
            painter, QRectF(inner.x(), inner.y(), now.size("code_column"), inner.height()), found.code
        )
        rest = inner.adjusted(now.size("code_column") + now.size("field"), 0, 0, 0)
        for part, weight in _split(found.name, self._typed):
            painter.setFont(now.font("body", weight))
            paint.words(painter, rest, part)
            rest = rest.adjusted(painter.fontMetrics().horizontalAdvance(part), 0, 0, 0)
            if rest.width() <= now.size("badge"):
                break

    def place(self) -> None:
        """Lie below the field; above it where the window ends."""
        field, now = self._field, theme()
        high = now.size("control") * max(1, len(self.suggestions)) + 2 * now.px(1)
        at = field.mapTo(field.window(), QPoint(0, field.height() + now.size("two")))
        above = at.y() - field.height() - 2 * now.size("two") - high
        over = at.y() + high > field.window().height() and above >= 0
        self.setGeometry(at.x(), above if over else at.y(), field.width(), high)

    def _row_at(self, event: QMouseEvent) -> int:
        return int(event.position().y()) // theme().size("control")

    def _say(self) -> None:
        found = self.suggestions[self.current] if self.suggestions else None
        words = f"{found.code} {found.name} {found.reason}" if found else ""
        self._field.setAccessibleDescription(words.strip())


_CTRL = Qt.KeyboardModifier.ControlModifier


def _split(name: str, typed: str) -> list[tuple[str, int]]:
    at = name.lower().find(typed.strip().lower()) if typed.strip() else -1
    if at < 0:
        return [(name, 400)]
    end = at + len(typed.strip())
    return [
        (part, weight) for part, weight in ((name[:at], 400), (name[at:end], 700), (name[end:], 400)) if part
    ]
