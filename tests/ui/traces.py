"""Looks for a word wherever the window could still hold it: widgets, models, clipboard, objects."""

import gc
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QClipboard
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from hbp_desktop.ui import tasks

SPOKEN = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)


def settle(app: QApplication) -> None:
    """Let what was thrown away go."""
    for _ in range(6):
        assert tasks.wait_for_all()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        app.processEvents()
    gc.collect()  # for the window's own second sweep, which comes five seconds after a lock


def traces(word: bytes) -> list[str]:
    """Say where the word is found; it is given as bytes so that the search is no find of its own."""
    needle = word.decode()
    places = [f"{where}: {type(thing).__name__}" for where, thing, text in _texts() if needle in text]
    return places + [f"object: {held}" for held in _held(word, needle)]


def _texts() -> Iterator[tuple[str, object, str]]:
    for widget in QApplication.allWidgets():
        yield from (("spoken", widget, text) for text in _spoken(widget))
        yield from ((where, widget, text) for where, text in _shown(widget))
        for model in widget.findChildren(QAbstractItemModel):
            yield from (("model", model, text) for text in _cells(model))
    board = QApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        yield "clipboard", board, board.text(mode)


def _shown(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "title", widget.windowTitle()
    for name in ("text", "toPlainText", "placeholderText", "toolTip", "whatsThis", "accessibleName", "whole"):
        told = getattr(widget, name, None)
        if callable(told):
            try:
                yield name, str(told())
            except TypeError:
                continue
    yield from (("undo", text) for text in _undone(widget))


def _undone(widget: QWidget) -> Iterator[str]:
    """Give what Ctrl+Z would bring back."""
    if isinstance(widget, QLineEdit):
        while widget.isUndoAvailable():
            widget.undo()
            yield widget.text()
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        while widget.document().isUndoAvailable():
            widget.undo()
            yield widget.toPlainText()


def _spoken(widget: QWidget) -> Iterator[str]:
    face = QAccessible.queryAccessibleInterface(widget)
    if face is not None:
        yield from (face.text(kind) for kind in SPOKEN)


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.UserRole):
                yield str(model.index(row, column).data(role))


def _held(word: bytes, needle: str) -> Iterator[str]:
    """Give the kinds of objects that still refer to a text with the word in it."""
    for holder in gc.get_objects():
        if holder is word or isinstance(holder, QObject):
            continue
        for held in gc.get_referents(holder):
            found = (isinstance(held, str) and held is not needle and needle in held) or (
                isinstance(held, bytes) and held is not word and word in held
            )
            if found:
                told = sorted(map(str, holder))[:6] if isinstance(holder, dict) else ""
                yield f"{type(holder).__name__} {told} {type(held).__name__} of {len(held)}"
