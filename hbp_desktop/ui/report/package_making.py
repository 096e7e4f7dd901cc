"""Makes a package in the lane: how far it is, and a way to stop it that leaves nothing behind."""

from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Signal

from hbp_desktop.ui import tasks
from hbp_desktop.usecases import reporting
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.wording import all_texts


class PackageMaking(QObject):
    """Signals `stepped(done, of, sentence)`; `done(package)`; `failed(error)`, also when it was stopped."""

    stepped = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._stop = Event()
        self.busy = False
        self.folder: Path | None = None

    def start(self, session: str, out: Path, names: bool, reason: str, language: str) -> None:
        """Make a package of a session under `out`."""
        office, stop = self._office, Event()
        self._stop, self.busy = stop, True

        def job(step: tasks.Step) -> Any:
            def tell(done: int, of: int, sentence: str) -> None:
                step(done, of, _reworded(sentence, language))

            return reporting.make_package(office, session, out, names, tell, stop.is_set, reason)

        self.stepped.emit(0, 1, "")
        tasks.start(job, self._on_done, self._on_failed, self.stepped.emit)

    def stop(self) -> None:
        """Stop it at the next step."""
        self._stop.set()

    def _on_done(self, package: Any) -> None:
        self.busy, self.folder = False, package.folder
        self.done.emit(package)

    def _on_failed(self, error: Exception) -> None:
        self.busy = False
        self.failed.emit(error)


def _reworded(sentence: str, language: str) -> str:
    """Say a step of the making, which speaks the paper's Malay, in the window's language."""
    for code, row in all_texts().items():
        if code.startswith("progress.") and row.get("ms") == sentence:
            return row.get(language) or sentence
    return sentence
