"""The rotating log: what the program did, never whom it served."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

LARGEST = 512 * 1024  # bytes a file
KEPT = 3  # older files


class _Silent(RotatingFileHandler):
    """Drops a line it cannot write: a full disk has its own words on the screen, never a traceback."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Leave the line out."""


_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


def start_log(folder: Path) -> None:
    """Write the program's own log into a folder; a folder that cannot be written means no log.

    Callers log codes, counts and places in the source, never values a person typed.
    """
    log = logging.getLogger("hbp_desktop")
    log.setLevel(logging.INFO)
    log.propagate = False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = _Silent(
            folder / "hbp-desktop.log", maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter(_FORMAT))
    log.handlers[:] = [handler]
