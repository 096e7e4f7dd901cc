"""Loads a page's data: at once the first time, beside the window later; the newest answer wins."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from hbp_desktop.ui import tasks

Job = Callable[[], Any]
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


class Loader:
    """Runs jobs for one owner; the old content stays until the new one is there.

    One job runs at a time; of those asked for meanwhile only the last is run. Nothing is told to an owner
    that is gone.
    """

    def __init__(self, owner: QObject, done: Done, failed: Failed) -> None:
        self._owner, self._done, self._failed = owner, done, failed
        self._wanted: Job | None = None
        self._running: tasks.Task | None = None

    @property
    def busy(self) -> bool:
        """Tell whether something is being loaded."""
        return self._running is not None

    def now(self, job: Job) -> None:
        """Load while the caller waits; whatever runs beside is forgotten."""
        self._drop()
        try:
            result = job()
        except Exception as error:  # noqa: BLE001 the owner says it on its page
            self._failed(error)
        else:
            self._done(result)

    def later(self, job: Job) -> None:
        """Load in the lane."""
        self._wanted = job
        if self._running is None:
            self._next()

    def _next(self) -> None:
        job, self._wanted = self._wanted, None
        if job is not None:
            self._running = tasks.start(job, self._on_done, self._on_failed)

    def _on_done(self, result: Any) -> None:
        self._running = None
        if isValid(self._owner):
            if self._wanted is None:
                self._done(result)
            self._next()

    def _on_failed(self, error: Exception) -> None:
        self._running = None
        if isValid(self._owner):
            if self._wanted is None:
                self._failed(error)
            self._next()

    def _drop(self) -> None:
        self._wanted = None
        if self._running is not None:
            self._running.cancel()
            self._running = None
