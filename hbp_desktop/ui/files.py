"""Files and folders a person picks: asked for, and written for this account alone."""

import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_file(window: QWidget, title: str, kinds: str = "") -> str:
    """Ask which file to open; gives "" where none was chosen."""
    return QFileDialog.getOpenFileName(window, title, str(Path.home()), kinds)[0]


def ask_files(window: QWidget, title: str, kinds: str = "") -> list[str]:
    """Ask which files to open; gives none where none was chosen."""
    return QFileDialog.getOpenFileNames(window, title, str(Path.home()), kinds)[0]


def ask_folder(window: QWidget, title: str) -> str:
    """Ask for a folder; gives "" where none was chosen."""
    return QFileDialog.getExistingDirectory(window, title, str(Path.home()))


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
