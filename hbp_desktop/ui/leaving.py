"""Leaving an office: what was open closes, what was shown goes, and nothing of it is held any more."""

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QStackedLayout, QToolTip, QWidget

from hbp_desktop.ui.door import Seat

if TYPE_CHECKING:
    from hbp_desktop.usecases.waiting import Waiting

_LANE_MS = 5_000  # by then what was under way has come to its end
_MOST = 10  # pop-ups and dialogs one in another


def close_popups() -> None:
    """Close menus, lists and dialogs as if the person had left them."""
    QToolTip.hideText()
    for _ in range(_MOST):
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
    for _ in range(_MOST):
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.reject()
        elif dialog is not None:
            dialog.close()


def drafts_of(seat: Seat) -> "tuple[Waiting, ...]":
    """Give the drafts that wait in an office about to close."""
    from hbp_desktop.usecases.waiting import waiting

    return waiting(seat.office)


def lying_over(window: QWidget, stack: QStackedLayout) -> list[QWidget]:
    """Give what lies over the window's screens, seen or not: sheets and finds, and the window's own bars."""
    screens = [stack.widget(n) for n in range(stack.count())]
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return [one for one in window.findChildren(QWidget, options=direct) if one not in screens]


def drop(widget: QWidget) -> None:
    """Throw a widget away with all it holds, once whatever it is doing has returned; nothing in it ticks."""
    for timer in widget.findChildren(QTimer):
        timer.stop()
    widget.hide()
    widget.deleteLater()


def forget_soon(window: QWidget) -> None:
    """Free what still refers to itself in circles: once the widgets are gone, and once the lane is empty."""
    QTimer.singleShot(0, window, lambda: QTimer.singleShot(0, window, lambda: gc.collect()))
    QTimer.singleShot(_LANE_MS, window, lambda: gc.collect())
