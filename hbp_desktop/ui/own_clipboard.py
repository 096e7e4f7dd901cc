"""What this program put into the clipboard, so that a lock can take it out again."""

import hmac
import secrets

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication

_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


class OwnClipboard(QObject):
    """Listens while the program is in front; remembers a keyed digest of what it copied, not the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = secrets.token_bytes(32)
        self._put: dict[QClipboard.Mode, bytes] = {}
        self._board = QGuiApplication.clipboard()
        self._board.changed.connect(self._on_changed)

    def clear(self) -> None:
        """Empty the clipboard if it still holds what the program put there; leave what others put."""
        for mode in _MODES:
            if self._holds_own(mode):
                self._board.clear(mode)
        self._put.clear()

    def _holds_own(self, mode: QClipboard.Mode) -> bool:
        board, selection = self._board, mode is QClipboard.Mode.Selection
        if selection and not board.supportsSelection():
            return False
        owns = board.ownsSelection() if selection else board.ownsClipboard()
        return owns or (mode in self._put and hmac.compare_digest(self._put[mode], self._digest(mode)))

    def _on_changed(self, mode: QClipboard.Mode) -> None:
        if mode in _MODES:
            self._put.pop(mode, None)
            if QGuiApplication.focusWindow() is not None and self._board.text(mode):
                self._put[mode] = self._digest(mode)

    def _digest(self, mode: QClipboard.Mode) -> bytes:
        return hmac.digest(self._key, self._board.text(mode).encode("utf-8", "surrogatepass"), "sha256")
