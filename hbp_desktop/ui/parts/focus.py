"""The accent ring two pixels outside whatever has the focus; inputs and tables show theirs themselves."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.parts.chip import ChipButton, ToggleChip
from hbp_desktop.ui.theme import theme

_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show, QEvent.Type.Scroll}


class FocusRing(QWidget):
    """Lies over a window and follows the focused widget that has the property `ring`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
            self._follow(None, app.focusWidget())

    def target(self) -> QWidget | None:
        """Give the widget the ring is around."""
        return self._target

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self._target:
            corner = _corner(self._target) + 3
            paint.box(QPainter(self), QRectF(self.rect()), "", "accent", corner=corner, width=2)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._leave()
        wanted = now is not None and now.property("ring") and self._window.isAncestorOf(now)
        self._target = now if wanted else None
        if self._target:
            self._watch(self._target)
        self._place()

    def _watch(self, target: QWidget) -> None:
        widget: QWidget | None = target
        target.destroyed.connect(self._forget)
        while widget and widget is not self._window:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()

    def _leave(self) -> None:
        for widget in self._watched:
            if isValid(widget):  # the focus also moves because its widget goes
                widget.removeEventFilter(self)
        if self._target and isValid(self._target):
            self._target.destroyed.disconnect(self._forget)
        self._watched = []

    def _forget(self) -> None:
        self._target, self._watched = None, []
        self.hide()

    def _place(self) -> None:
        target = self._target
        if target is None or not target.isVisible():
            self.hide()
            return
        out = theme().px(4)
        at = target.mapTo(self._window, QPoint(0, 0))
        whole = QRect(at, target.size()).adjusted(-out, -out, out, out)
        self.setGeometry(whole)
        self.setVisible(whole.intersects(_window_onto(target, self._window)))
        self.raise_()
        self.update()


def _corner(target: QWidget) -> float:
    if isinstance(target, ToggleChip | ChipButton):
        return target.height() / 2 * 100 / theme().scale
    return 6


def _window_onto(target: QWidget, top: QWidget) -> QRect:
    widget = target.parentWidget()
    while widget and widget is not top:
        if isinstance(widget, QAbstractScrollArea):
            port = widget.viewport()
            return QRect(port.mapTo(top, QPoint(0, 0)), port.size())
        widget = widget.parentWidget()
    return top.rect()
