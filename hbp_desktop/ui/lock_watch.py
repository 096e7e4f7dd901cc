"""Sees whether anybody uses the window, and says when it is to lock and why."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from hbp_desktop.domain.locking import Watch
from hbp_desktop.ui import clocks

Clock = Callable[[], float]

_TICK_MS: Final = 1_000
_KEYS: Final = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}
_USED: Final = _KEYS | {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}
_MODIFIERS: Final = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}


class LockWatch(QObject):
    """Signals `due(cause)`: idle or gap; `counting(seconds)` each second of the countdown, 0 when it ends.

    The key that ends the countdown does nothing else: it is neither typed nor does it press what it would
    press. A click goes where it points.
    """

    due = Signal(str)
    counting = Signal(int)

    def __init__(self, parent: QObject, running: Clock = clocks.running, boot: Clock = clocks.boot) -> None:
        super().__init__(parent)
        self._running, self._boot = running, boot
        self._watch: Watch | None = None
        self._left = 0
        self._swallowed = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._listen)

    def begin(self, idle_s: float) -> None:
        """Watch an office that was opened just now."""
        self._watch = Watch(idle_s, self._running(), self._boot())
        self._timer.start()

    def end(self) -> None:
        """Watch no longer: it has locked."""
        self._watch = None
        self._timer.stop()
        self._count(0)

    def set_idle(self, idle_s: float) -> None:
        """Wait this long from now on."""
        if self._watch is not None:
            self._watch.set_idle(idle_s)
            self.used()

    def used(self) -> None:
        """Note that somebody is there."""
        if self._watch is not None:
            self._watch.used(self._running())
            self._count(0)

    def look(self) -> None:
        """Look at the clocks; called every second."""
        if self._watch is None:
            return
        found = self._watch.look(self._running(), self._boot())
        self._count(found.left or 0)
        if found.cause:
            self.due.emit(found.cause)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        kind = event.type()
        if self._watch is None or kind not in _USED | {QEvent.Type.KeyRelease}:
            return False
        if isinstance(event, QKeyEvent):
            return self._on_key(event)
        self.used()
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        """Take the key that ends the countdown away, from its override to its release."""
        if event.type() not in _KEYS:
            taken = event.key() == self._swallowed
            self._swallowed = 0 if taken else self._swallowed
            return taken
        if self._left and event.key() not in _MODIFIERS:
            self._swallowed = event.key()
        taken = bool(self._swallowed) and event.key() == self._swallowed
        self.used()
        if taken:
            event.accept()
        else:
            self._swallowed = 0
        return taken

    def _count(self, left: int) -> None:
        if left or self._left:
            self._left = left
            self.counting.emit(left)

    def _listen(self, window: QWindow | None) -> None:
        """Hear every key and click of a native window once; a filter on the application hears all events."""
        if window is not None:
            window.installEventFilter(self)
