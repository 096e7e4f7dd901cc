"""The backups nobody asks for: the day's first beside the typing, and one when the program closes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from hbp_desktop.ui import errors, tasks

if TYPE_CHECKING:
    from hbp_desktop.usecases.office import Office

_AFTER_MS = 5_000  # once the first page stands; nobody waits for it


def copy_daily(office: "Office", parent: QObject) -> QTimer:
    """Make the day's backup in the lane a little after opening, if there is none; dies with `parent`."""
    waiting = QTimer(parent)
    waiting.setSingleShot(True)
    waiting.timeout.connect(lambda: _start(office))
    waiting.start(_AFTER_MS)
    return waiting


def copy_at_close(office: "Office") -> None:
    """Make one before the office closes, when something was recorded; it never stops the closing."""
    from hbp_desktop.usecases import backups

    try:
        backups.at_close(office)
    except Exception as error:  # noqa: BLE001 - the edge: closing goes on, the log knows
        errors.note(error)


def _start(office: "Office") -> None:
    from hbp_desktop.usecases import attaching, backups

    def job(step: tasks.Step) -> object:
        attaching.settle(office)
        return backups.daily(office, lambda done, of: step(done, of, ""))

    tasks.start(job, lambda _made: None, errors.note, lambda _done, _of, _words: None)
