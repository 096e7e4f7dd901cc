"""What goes on beside the window after it has locked: a running exchange, on a connection of its own."""

from PySide6.QtCore import QObject, QTimer, Signal

from hbp_desktop.domain.locking import ROUND_S, Depth


class Lane(QObject):
    """Something under way that holds its own connection to the vault, never the window's.

    A kind of lane says how it ends: `_last_round` has it take no more commands and finish the round under
    way, `_stop` has it end now and close its connection. It calls `_over()` once it has ended, on the
    window's thread. Signal `ended`.
    """

    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.running = True
        self.takes_commands = True
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self.stop)

    def end_within(self, seconds: float) -> None:
        """Take no more commands; end with the round under way, or after `seconds`. Asked twice: the first."""
        if self.running and self.takes_commands:
            self.takes_commands = False
            self._limit.start(int(seconds * 1_000))
            self._last_round()

    def stop(self) -> None:
        """End now; what was not sent is sent another time."""
        if self.running:
            self.takes_commands = False
            self._stop()

    def _last_round(self) -> None:
        raise NotImplementedError

    def _stop(self) -> None:
        raise NotImplementedError

    def _over(self) -> None:
        """Note that it has ended and its connection is closed."""
        if self.running:
            self.running = self.takes_commands = False
            self._limit.stop()
            self.ended.emit()


class Lanes(QObject):
    """The lanes there are. Signal `changed` when one begins or ends."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: list[Lane] = []

    def add(self, lane: Lane) -> None:
        """Take in a lane that runs."""
        self._lanes.append(lane)
        lane.ended.connect(lambda: self._forget(lane))
        self.changed.emit()

    def running(self) -> bool:
        """Tell whether any goes on."""
        return bool(self._lanes)

    def leave(self, depth: Depth) -> None:
        """Have every lane end as deep a lock wants it: with its round, or now."""
        for lane in tuple(self._lanes):
            if depth is Depth.FULL:
                lane.stop()
            else:
                lane.end_within(ROUND_S)

    def _forget(self, lane: Lane) -> None:
        if lane in self._lanes:
            self._lanes.remove(lane)
            self.changed.emit()
