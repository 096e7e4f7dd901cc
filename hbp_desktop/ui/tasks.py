"""Slow work beside the window: one small lane, results back on the UI thread, cancel where it lasts.

`start(job, done, failed)`: `job()` runs in another thread and touches no widget. With `progress` the job is
called as `job(step)`; `step(done, of, sentence)` reports, and raises `Cancelled` once the task was cancelled.
"""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

Step = Callable[[int, int, str], None]
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]

_running: Final[set["Task"]] = set()


class Cancelled(Exception):
    """Raised inside a job at its next step after `Task.cancel`."""


class Task(QObject):
    """One job under way. Signals arrive on the thread that started it: `finished`, `failed`, `stepped`."""

    finished = Signal(object)
    failed = Signal(object)
    stepped = Signal(int, int, str)

    def __init__(self, job: Callable[..., Any], with_steps: bool) -> None:
        super().__init__()
        self._job: Callable[..., Any] | None = job
        self._with_steps = with_steps
        self._cancelled = False

    def cancel(self) -> None:
        """Ask the job to stop at its next step; neither `done` nor `failed` is called after that."""
        self._cancelled = True

    @property
    def cancelled(self) -> bool:
        """Whether someone asked it to stop."""
        return self._cancelled

    def run(self) -> None:
        """Do the job (in the lane), once, and report; what the job held is let go."""
        job, self._job = self._job, None
        assert job is not None
        try:
            result = job(self._step) if self._with_steps else job()
        except Exception as error:  # noqa: BLE001 - the edge: it is handed to the page, which sorts it
            self.failed.emit(error)
        else:
            self.finished.emit(result)

    def _step(self, done: int, of: int, sentence: str = "") -> None:
        if self._cancelled:
            raise Cancelled
        self.stepped.emit(done, of, sentence)


class _Lane(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task: Task | None = task

    def run(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.run()


class _Receiver(QObject):
    """Lives on the UI thread, so that queued signals come out there; once told, it holds no page any more."""

    def __init__(self, task: Task, done: Done, failed: Failed, progress: Step | None) -> None:
        super().__init__()
        self._task = task
        self._done: Done | None = done
        self._failed: Failed | None = failed
        self._progress = progress
        queued = Qt.ConnectionType.QueuedConnection
        task.finished.connect(self._on_finished, queued)
        task.failed.connect(self._on_failed, queued)
        task.stepped.connect(self._on_step, queued)

    @Slot(object)
    def _on_finished(self, result: object) -> None:
        done = self._done
        self._end()
        if done and not self._task.cancelled:
            done(result)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        failed = self._failed
        self._end()
        if failed and not self._task.cancelled and not isinstance(error, Cancelled):
            failed(error)

    def _end(self) -> None:
        _running.discard(self._task)
        self._done = self._failed = self._progress = None

    @Slot(int, int, str)
    def _on_step(self, done: int, of: int, sentence: str) -> None:
        if self._progress and not self._task.cancelled:
            self._progress(done, of, sentence)


def start(job: Callable[..., Any], done: Done, failed: Failed, progress: Step | None = None) -> Task:
    """Start a job in the lane; `done(result)` or `failed(error)` is called on this thread."""
    task = Task(job, progress is not None)
    receiver = _Receiver(task, done, failed, progress)
    receiver.setParent(task)
    _running.add(task)
    QThreadPool.globalInstance().start(_Lane(task))
    return task


def running() -> bool:
    """Tell whether any job is under way."""
    return bool(_running)


def cancel_all() -> None:
    """Ask every job to stop; what they find is for nobody any more."""
    for task in tuple(_running):
        task.cancel()


def wait_for_all(milliseconds: int = 30_000) -> bool:
    """Wait until the lane is empty: when the program ends, and in tests."""
    return QThreadPool.globalInstance().waitForDone(milliseconds)
