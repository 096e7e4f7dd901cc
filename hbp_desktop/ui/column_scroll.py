"""A column that scrolls downwards only when it must, and keeps the focused field in sight."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from hbp_desktop.ui.parts.text import paper
from hbp_desktop.ui.theme import theme


class ColumnScroll(QScrollArea):
    """Holds one widget; never scrolls sideways."""

    def __init__(self, inside: QWidget, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        paper(inside, "clear")
        self.viewport().setAutoFillBackground(False)
        self.setWidget(inside)
        self._later = QTimer(self)  # once a trouble just shown has its place
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show_focus)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def show_room_below(self, field: QWidget, room: int) -> None:
        """Scroll so far that a field and `room` pixels below it (its pop-up) can be seen."""
        inside = self.widget()
        if inside is None or not inside.isAncestorOf(field):
            return
        top = field.mapTo(inside, field.rect().topLeft()).y()
        bar = self.verticalScrollBar()
        missing = top + field.height() + room - (bar.value() + self.viewport().height())
        if missing > 0:
            bar.setValue(min(bar.value() + missing, top - theme().size("wide")))

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        inside = self.widget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            self._show_focus()
            self._later.start()

    def _show_focus(self) -> None:
        inside, here = self.widget(), QApplication.focusWidget()
        if here is not None and inside is not None and inside.isAncestorOf(here):
            self.ensureWidgetVisible(here, 0, theme().size("wide"))
