"""Keeps a draft every second while it changes, and never between."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from hbp_desktop.domain.errors import HbpError

EVERY_MS = 1_000


class DraftKeeper(QObject):
    """`read` gives the draft as typed, `keep` writes it. Signals `kept`; `failed(error)`."""

    kept = Signal()
    failed = Signal(object)

    def __init__(self, read: Callable[[], Any], keep: Callable[[Any], None], parent: QObject) -> None:
        super().__init__(parent)
        self._read, self._keep = read, keep
        self._last: Any = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep_now)

    def touch(self) -> None:
        """Note that something was typed."""
        if not self._timer.isActive():
            self._timer.start()

    def pending(self) -> bool:
        """Tell whether something typed is not kept yet."""
        return self._timer.isActive()

    def forget(self) -> None:
        """Keep nothing of what was typed so far: it was saved, parked or discarded."""
        self._timer.stop()
        self._last = None

    def keep_now(self) -> None:
        """Keep what changed, at once."""
        self._timer.stop()
        draft = self._read()
        if draft == self._last:
            return
        try:
            self._keep(draft)
        except (HbpError, OSError) as error:
            self._timer.start()
            self.failed.emit(error)
        else:
            self._last = draft
            self.kept.emit()
