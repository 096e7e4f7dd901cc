"""A sheet inside the window over a scrim: Esc leaves, the form behind stays as it is."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.button import Button, IconButton
from hbp_desktop.ui.parts.text import Text, line
from hbp_desktop.ui.theme import theme


class Sheet(QFrame):
    """Fill `body`, add buttons to `foot`, then `open_over(window)`.

    Signals `left` (Esc, x) and `closed` (always).
    """

    left = Signal()
    closed = Signal()

    def __init__(self, name: str, title: str, width: str = "sheet") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("frame", "sheet")
        self.setAccessibleName(title)
        self._width = width
        self._scrim: _Scrim | None = None
        self._before: QWidget | None = None
        self._title = Text(title, "page")
        self._close = IconButton("x", f"{name}.close", height="control")
        self.body: QVBoxLayout = column(gap="cards", margins="wide page")
        self.foot: QHBoxLayout = row(gap="field", margins="wide cards")
        self._lay_out()
        self._close.clicked.connect(self.leave)

    def open_over(self, window: QWidget) -> None:
        """Show the sheet over a window and take the focus."""
        self._before = QApplication.focusWidget()
        self._close.set_label(QCoreApplication.translate("Sheet", "Close (Esc)"))
        self._scrim = _Scrim(window, self)
        self.setParent(self._scrim)
        self._scrim.show()
        self._scrim.raise_()
        self._scrim.place()
        self.show()
        first = self.first_field()
        (first or self._close).setFocus(Qt.FocusReason.PopupFocusReason)

    def first_field(self) -> QWidget | None:
        """Say what takes the focus first; pages may give another."""
        return None

    def leave(self) -> None:
        """Close without doing."""
        self.left.emit()
        self.close_sheet()

    def close_sheet(self) -> None:
        """Close, and give the focus back."""
        self.closed.emit()
        if self._scrim:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None
        if self._before:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    def add_button(self, text: str, look: str = "normal", key: str = "", name: str = "") -> Button:
        """Add a button to the foot."""
        button = Button(text, look, key=key, name=name)  # type: ignore[arg-type]
        self.foot.addWidget(button)
        return button

    def wanted_width(self) -> int:
        """Give the sheet's width in pixels now."""
        return theme().size(self._width)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            event.accept()

    def _lay_out(self) -> None:
        head = row(gap="field", margins="wide cards cards cards")
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        whole = column(self, gap="none")
        whole.addLayout(head)
        whole.addWidget(line())
        whole.addLayout(self.body, 1)
        whole.addWidget(line())
        self.foot.addStretch(1)
        whole.addLayout(self.foot)


class _Scrim(QWidget):
    def __init__(self, window: QWidget, sheet: Sheet) -> None:
        super().__init__(window)
        self._window, self._sheet = window, sheet
        window.installEventFilter(self)

    def place(self) -> None:
        self.setGeometry(self._window.rect())
        margin = theme().size("wide")
        width = min(self._sheet.wanted_width(), self.width() - 2 * margin)
        wanted = self._sheet.heightForWidth(width) if self._sheet.hasHeightForWidth() else -1
        height = max(wanted, self._sheet.sizeHint().height())
        height = min(height, self.height() - 2 * margin)
        self._sheet.setGeometry(
            QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        )

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False

    def focusNextPrevChild(self, next: bool, /) -> bool:
        return _turn(self, next)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        QPainter(self).fillRect(self.rect(), theme().colour("scrim"))


def _turn(scrim: QWidget, forward: bool) -> bool:
    """Keep Tab inside the sheet: go round its own fields."""
    fields = _tab_order(scrim)
    here = QApplication.focusWidget()
    if not fields:
        return False
    place = fields.index(here) if here in fields else -1
    step = 1 if forward else -1
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    fields[(place + step) % len(fields)].setFocus(reason)
    return True


def _tab_order(scrim: QWidget) -> list[QWidget]:
    found, widget = [], scrim.nextInFocusChain()
    while widget and widget is not scrim:
        stop = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if stop and widget.isEnabled() and widget.isVisible() and scrim.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found
