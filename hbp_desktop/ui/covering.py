"""F9: the whole office is covered at once, on every page; and a lock that must wait is covered too."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from hbp_desktop.ui import leaving
from hbp_desktop.ui.cover import Cover

if TYPE_CHECKING:
    from hbp_desktop.ui.frame import Frame

_AGAIN_MS = 1_000


class Covering(QObject):
    """Signal `lock_wanted`. While covered no page is visible, so none of its keys does anything."""

    lock_wanted = Signal()

    def __init__(self, window: QWidget, stack: QStackedLayout) -> None:
        super().__init__(window)
        self._window, self._stack = window, stack
        self._frame: Frame | None = None
        self._cover: Cover | None = None
        self._under: list[QWidget] = []
        self._focus: QWidget | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._retry: Callable[[], None] = lambda: None
        self._again.timeout.connect(lambda: self._retry())

    def covered(self) -> bool:
        """Tell whether client data is covered now."""
        return self._cover is not None

    def toggle(self, frame: "Frame | None") -> None:
        """Cover an office, or show it again."""
        if self._cover is not None:
            self.lift()
        elif frame is not None:
            leaving.close_popups()
            frame.put_away()
            self._put(frame, waits=False)

    def wait(self, frame: "Frame", retry: Callable[[], None]) -> None:
        """Cover an office that must lock but holds something not kept, and try again every second."""
        self._put(frame, waits=True)
        self._retry = retry
        self._again.start()

    def lift(self) -> None:
        """Show the office again, as it was."""
        self._again.stop()
        cover, self._cover = self._cover, None
        frame, self._frame = self._frame, None
        if cover is None or frame is None:
            return
        self._stack.setCurrentWidget(frame)
        self._stack.removeWidget(cover)
        leaving.drop(cover)
        for one in self._under:
            one.show()
            one.raise_()
        if self._focus is not None:
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._under, self._focus = [], None

    def _put(self, frame: "Frame", waits: bool) -> None:
        self._frame, self._focus = frame, QApplication.focusWidget()
        page = frame.current()
        self._cover = Cover(page.queue_number() if page else "", waits)
        self._cover.lifted.connect(self.lift)
        self._cover.lock_wanted.connect(self.lock_wanted)
        self._under = [one for one in leaving.lying_over(self._window, self._stack) if one.isVisible()]
        for one in self._under:
            one.hide()
        self._stack.addWidget(self._cover)
        self._stack.setCurrentWidget(self._cover)
        self._cover.back.setFocus(Qt.FocusReason.OtherFocusReason)
