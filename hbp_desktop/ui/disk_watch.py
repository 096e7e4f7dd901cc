"""Looks at the room on the disk while the office is open: words in the status bar, the reserve made again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from hbp_desktop.ui import errors, tasks
from hbp_desktop.usecases import places

if TYPE_CHECKING:
    from hbp_desktop.config import Paths
    from hbp_desktop.ui.frame import Frame

_EVERY_MS = 60_000


class DiskWatch(QObject):
    """Watches for as long as `frame` lives."""

    def __init__(self, paths: "Paths", frame: "Frame") -> None:
        super().__init__(frame)
        self._paths, self._frame = paths, frame
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY_MS)
        frame.installEventFilter(self)
        QTimer.singleShot(0, self, self.look)

    def look(self) -> None:
        """Look now; the reserve is made in the lane."""
        found = places.room(self._paths)
        self._say(found)
        if not found.held:
            tasks.start(lambda: places.hold_reserve(self._paths), lambda _held: None, errors.note)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self.look)
        return False

    def _say(self, found: places.Room) -> None:
        status = self._frame.status
        if not found.low or found.free is None:
            status.set_trouble()
            return
        left = self.tr("%1 MB left").replace("%1", f"{found.free // 1_000_000:,}")
        first = self.tr("Disk full") if found.spent else self.tr("Disk nearly full")
        status.set_trouble("unsaved" if found.spent else "look", f"{first} · {left}")
