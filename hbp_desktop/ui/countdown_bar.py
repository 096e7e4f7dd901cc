"""The bar over the window's top in the last seconds before an unused office locks."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QWidget

from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.progress import ProgressBar
from hbp_desktop.ui.parts.spans import Spans, emphasised
from hbp_desktop.ui.parts.text import Text


class CountdownBar(QFrame):
    """Lies over `window`, so that nothing below it moves; takes neither focus nor clicks."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("countdown")
        self.setProperty("frame", "countdown")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._left, self._of = 0, 1
        self._sign, self._words, self._bar = Text(), Spans("body"), ProgressBar()
        across = row(gap="row")
        across.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._words, 1)
        whole = column(self, gap="tight", margins="page row")
        whole.addLayout(across)
        whole.addWidget(self._bar)
        window.installEventFilter(self)
        self.hide()

    def show_left(self, seconds: int) -> None:
        """Say how many seconds are left; 0 takes the bar away."""
        begins = seconds > 0 and self.isHidden()
        self._left, self._of = seconds, seconds if begins else self._of
        if seconds <= 0:
            self.hide()
            return
        self._say()
        self._place()
        self.show()
        self.raise_()
        if begins:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._words.text()))

    def words(self) -> str:
        """Give what it says."""
        return self._words.text()

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._left > 0:
            self._say()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def _say(self) -> None:
        said = self.tr("*The file locks in %n second(s).* Press any key to go on working.", "", self._left)
        self._words.set_spans(emphasised(said))
        self.setAccessibleName(self._words.text())
        self._sign.setPixmap(pixmap("lock", "warn"))
        self._bar.set(self._left, self._of)

    def _place(self) -> None:
        window = self._window
        height = self.heightForWidth(window.width())
        self.setGeometry(0, 0, window.width(), max(height, self.minimumSizeHint().height()))
