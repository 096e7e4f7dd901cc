"""One window for each root: a second start rings at the first one's door, and the first comes forward."""

import hashlib
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_S = 10.0  # the first may be between its claim and its door
_TRY_MS = 500
_PAUSE_S = 0.05
_MOST = 512  # bytes of a ring: "raise" and what the desktop gives for bringing a window forward
_TOKEN = "XDG_ACTIVATION_TOKEN"


def door_of(root: Path) -> str:
    """Name the door of a root for this account; the same folder by another path has the same door.

    On Unix it is a whole path: a socket's name holds about a hundred bytes, which a folder of temporary
    files can exceed, and two starts need not agree on that folder.
    """
    account = os.getuid() if sys.platform != "win32" else os.environ.get("USERNAME", "")
    told = hashlib.sha256(f"{account}|{os.path.realpath(root)}".encode("utf-8", "surrogatepass"))
    name = f"hbp-desktop-{told.hexdigest()[:24]}"
    return name if sys.platform == "win32" else str(_folder_of(os.getuid()) / name)


def _folder_of(account: int) -> Path:
    own = Path(f"/run/user/{account}")
    return own if os.access(own, os.W_OK | os.X_OK) else Path("/tmp")


class Doorbell(QObject):
    """Signal `rung` when the program was started again. To be made only by who holds the root's claim."""

    rung = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        QLocalServer.removeServer(name)  # what a kill left behind; nobody else can be listening
        self.listens = self._server.listen(name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _on_connection(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.readyRead.connect(lambda calling=caller: self._answer(calling))
            caller.disconnected.connect(caller.deleteLater)

    def _answer(self, caller: QLocalSocket) -> None:
        if not caller.canReadLine():
            return
        word, _, token = (
            bytes(caller.readLine(_MOST).data()).decode("utf-8", "replace").strip().partition(" ")
        )
        if word == "raise":
            if token:
                os.environ[_TOKEN] = token
            self.rung.emit()
            caller.write(b"ok\n")
            caller.flush()


def ring(name: str, patience_s: float = PATIENCE_S) -> bool:
    """Ask the window of a root to come forward; say whether it answered."""
    until = time.monotonic() + patience_s
    while True:
        if _ring_once(name):
            return True
        if time.monotonic() >= until:
            return False
        time.sleep(_PAUSE_S)


def _ring_once(name: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_TRY_MS):
        return False
    _allow_forward()
    socket.write(f"raise {os.environ.get(_TOKEN, '')}\n".encode())
    answered = socket.waitForReadyRead(_TRY_MS * 4) and bytes(socket.readAll().data()).startswith(b"ok")
    socket.abort()
    return answered


def _allow_forward() -> None:
    """Let the other process take the foreground, which Windows gives only to who was started last."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
