"""The import of a register: choose, map, look, then all of it or nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.session import Session
from hbp_desktop.ui.desk import Desk


class ImportView(QWidget):
    """Signal `left`."""

    left = Signal()
    subtitle_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()

    def begin(self, session: Session) -> None:
        """Begin."""

    def take(self) -> None:
        """Import."""

    def retranslate(self) -> None:
        """Words."""
