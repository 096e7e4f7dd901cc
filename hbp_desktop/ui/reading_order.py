"""The order in which Tab goes through named parts, where the work asks for another than the layouts'."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit, QWidget

_STOPS = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView)


def in_order(roots: Iterable[QWidget]) -> None:
    """Let Tab go through these widgets, and what they hold, in this order."""
    for before, after in pairwise(dict.fromkeys(stop for root in roots for stop in _stops(root))):
        QWidget.setTabOrder(before, after)


def _stops(root: QWidget) -> Iterator[QWidget]:
    """Give the widget itself where it takes keys, then what it holds, in the order it was made."""
    if _takes_keys(root) or root.property("ring"):
        yield root
    yield from (inner for inner in root.findChildren(QWidget) if _takes_keys(inner))


def _takes_keys(widget: QWidget) -> bool:
    return isinstance(widget, _STOPS) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
