"""Keeps the lamp at the foot of the window, and the number in the rail, at what the exchange is now."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from hbp_desktop.ui.frame import Frame

SYNC = "sync"  # the page's key
LOOK_MS = 10_000


class FrameLamp(QObject):
    """Without the page there is nothing to ask: then the lamp says what is saved here."""

    def __init__(self, frame: "Frame", asks: bool) -> None:
        super().__init__(frame)
        self._frame, self._asks = frame, asks
        if asks:
            for told in (frame.desk.exchange.changed, frame.desk.exchange.stepped):
                told.connect(self.show)
            frame.status.lamp.pressed.connect(self._open)
            self._timer = QTimer(self)
            self._timer.timeout.connect(frame.desk.exchange.look)
            self._timer.start(LOOK_MS)
            frame.desk.exchange.look()

    def show(self) -> None:
        """Say it in the window's language."""
        if not self._asks:
            self._frame.status.set_lamp("saved", self.tr("Saved on this computer"))
            return
        from hbp_desktop.ui.sync.words import lamp_words, matters_wait

        desk = self._frame.desk
        standing = desk.exchange.standing
        self._frame.status.set_lamp(*lamp_words(standing, desk.exchange.step))
        self._frame.status.lamp.set_opens(self.tr("Open Exchange (Ctrl+7)"))
        item = self._frame.navigation.item(SYNC)
        if item is not None:
            waiting = standing.matters_waiting if standing.enrolled else 0
            item.set_badge(waiting, matters_wait(waiting))

    def _open(self) -> None:
        self._frame.open(SYNC)
