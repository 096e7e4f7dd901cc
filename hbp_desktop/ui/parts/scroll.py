"""Areas that scroll down only: of a whole page, and one that brings the focused field into view."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QWidget

from hbp_desktop.ui.theme import theme


class PageArea(QScrollArea):
    """All of a page below its head, as wide as the page."""

    def __init__(self, inside: QWidget, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)


class FollowArea(QScrollArea):
    """As high as what is inside where there is room; otherwise it scrolls to the field in use."""

    def __init__(self, inside: QWidget, name: str) -> None:
        super().__init__()
        self._inside = inside
        self.setObjectName(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setWidget(inside)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def sizeHint(self) -> QSize:
        inside, hint = self._inside, self._inside.sizeHint()
        if inside.hasHeightForWidth():
            hint.setHeight(inside.heightForWidth(max(self.width(), inside.minimumSizeHint().width())))
        # A scroll area never makes its inside lower than this, however wide it is.
        hint.setHeight(max(hint.height(), inside.minimumSizeHint().height()))
        return hint

    def minimumSizeHint(self) -> QSize:
        return QSize(self._inside.minimumSizeHint().width(), theme().size("large_control"))

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # words wrap elsewhere, so another height is asked for
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._inside.isAncestorOf(now):
            margin = theme().size("wide")
            self.ensureWidgetVisible(now, margin, margin)
