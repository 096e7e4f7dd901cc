"""Files and folders a person picks: asked for, read with a limit, written for this account alone."""

import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from hbp_desktop.domain.admission import LONGEST_ADMISSION
from hbp_desktop.domain.errors import Refused


def ask_file(window: QWidget, title: str, kinds: str = "") -> str:
    """Ask which file to open; gives "" where none was chosen."""
    return QFileDialog.getOpenFileName(window, title, str(Path.home()), kinds)[0]


def ask_folder(window: QWidget, title: str) -> str:
    """Ask for a folder; gives "" where none was chosen."""
    return QFileDialog.getExistingDirectory(window, title, str(Path.home()))


def read_file(path: Path, most: int = LONGEST_ADMISSION) -> bytes:
    """Read a file; raises Refused (file_unreadable, file_empty_or_long)."""
    try:
        data = path.read_bytes() if path.stat().st_size <= most else b""
    except OSError:
        raise Refused("file_unreadable", file=path.name) from None
    if not data:
        raise Refused("file_empty_or_long", file=path.name, most=most)
    return data


def write_file(path: Path, data: bytes) -> bool:
    """Write a file where the person said, over one they chose to replace; False when it cannot be."""
    try:
        with open(path, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(data)
    except OSError:
        return False
    with suppress(OSError):
        path.chmod(0o600)
    return True
