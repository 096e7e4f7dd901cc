"""Tab goes as the eye does: parts made later stand in the order of their layouts, not of their making."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget


def order(root: QWidget) -> None:
    """Put everything below `root` that takes the focus into the order of the layouts."""
    before: QWidget | None = None
    for stop in stops(root):
        if before is not None:
            QWidget.setTabOrder(before, stop)
        before = stop


def stops(widget: QWidget) -> Iterator[QWidget]:
    """Give what takes the focus, in the order of the layouts."""
    inner = list(_inner(widget))
    if not inner and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
        yield widget  # a widget with stops inside would carry them along
    yield from inner


def _inner(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QScrollArea):
        pages = [widget.widget()]
    elif isinstance(widget, QStackedWidget):
        pages = [widget.widget(number) for number in range(widget.count())]
    else:
        pages = []
    for page in pages:
        if page is not None:
            yield from stops(page)
    if not pages and (layout := widget.layout()) is not None:
        yield from _inside(layout)


def _inside(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from stops(widget)
        elif (inner := item.layout()) is not None:
            yield from _inside(inner)
