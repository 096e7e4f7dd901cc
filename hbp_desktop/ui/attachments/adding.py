"""Files on their way to become attachments, beside the window: read, made small, kept, a bunch at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hbp_desktop.domain.errors import HbpError
from hbp_desktop.ui import tasks
from hbp_desktop.ui.tasks import Step
from hbp_desktop.usecases import attaching
from hbp_desktop.usecases.attaching import Added, Brought
from hbp_desktop.usecases.office import Office


@dataclass(frozen=True)
class Bunch:
    """What is added at once: files by their place or bytes already here, and of PDFs the pages."""

    about: str
    paths: tuple[Path, ...] = ()
    brought: tuple[Brought, ...] = ()
    pages: tuple[int, ...] = ()


class Adding(QObject):
    """Signals: `stepped(done, of, title)`, `ended(bunch, added)`, `failed(error)`, `cancelled`."""

    stepped = Signal(int, int, str)
    ended = Signal(object, object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QObject, office: Office) -> None:
        super().__init__(parent)
        self._office = office
        self._task: tasks.Task | None = None

    @property
    def busy(self) -> bool:
        """Tell whether a bunch is under way."""
        return self._task is not None

    def start(self, bunch: Bunch) -> None:
        """Begin with a bunch; nothing happens while another is under way."""
        if self._task is None:
            office = self._office
            self._task = tasks.start(
                lambda step: _added(office, bunch, step),
                lambda added: self._end(bunch, added),
                self._fail,
                self.stepped.emit,
            )

    def stop(self) -> None:
        """Stop after the picture under way; what was attached stays."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.cancelled.emit()

    def _end(self, bunch: Bunch, added: Added) -> None:
        self._task = None
        self.ended.emit(bunch, added)

    def _fail(self, error: Exception) -> None:
        self._task = None
        self.failed.emit(error)


def _added(office: Office, bunch: Bunch, step: Step) -> Added:
    """Read and attach one file after another, so that no more than one lies in memory."""
    ids: list[str] = []
    refused: list[tuple[str, HbpError]] = []
    wanted: Sequence[Path | Brought] = (*bunch.paths, *bunch.brought)
    for n, one in enumerate(wanted):
        title = one.stem if isinstance(one, Path) else one.title
        step(n, len(wanted), title)
        try:
            file = attaching.brought(one, bunch.pages) if isinstance(one, Path) else one
        except HbpError as error:
            refused.append((title, error))
            continue
        added = attaching.add(office, bunch.about, [file])
        ids += added.ids
        refused += added.refused
    return Added(tuple(ids), tuple(refused))
