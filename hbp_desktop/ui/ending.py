"""The program's end as the system orders it: log-out, shut-down, a signal. Nothing that was typed is lost."""

import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from hbp_desktop.ui.window import Window

_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK") if hasattr(signal, name)
)


class Ending(QObject):
    """Keeps what is typed when the session is about to end, and closes the office when the program does."""

    def __init__(self, app: QApplication, window: "Window") -> None:
        super().__init__(window)
        self._app, self._window = app, window
        self._ends: tuple[socket.socket, ...] = ()
        app.commitDataRequest.connect(self.on_log_out)
        app.aboutToQuit.connect(window.end)

    def listen(self) -> None:
        """Take the signals that end a program; in the main thread."""
        heard, told = self._ends = socket.socketpair()
        for end in self._ends:
            end.setblocking(False)
        notifier = QSocketNotifier(heard.fileno(), QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._on_signal)
        signal.set_wakeup_fd(told.fileno(), warn_on_full_buffer=False)
        for number in _SIGNALS:
            signal.signal(number, lambda *_: None)

    def close(self) -> None:
        """Listen to signals no more."""
        signal.set_wakeup_fd(-1)
        for notifier in self.findChildren(QSocketNotifier):
            notifier.setEnabled(False)
        for end in self._ends:
            end.close()

    def on_log_out(self, session: QSessionManager) -> None:
        """Keep what is typed; where that cannot be done, ask the system to wait."""
        if not self._window.keep_typing() and session.allowsInteraction():
            session.release()
            session.cancel()

    def _on_signal(self) -> None:
        self._ends[0].recv(64)
        self._window.end()
        self._app.quit()
