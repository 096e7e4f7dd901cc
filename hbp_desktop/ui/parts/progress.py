"""Progress over a second: a bar, a sentence, what is done and left, and a way to stop."""

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.text import Elided
from hbp_desktop.ui.theme import theme


class Progress(QWidget):
    """Signal `cancelled`. `show_step(done, of, sentence)`."""

    cancelled = Signal()

    def __init__(self, name: str = "progress") -> None:
        super().__init__()
        self.setObjectName(name)
        self._sentence = Elided("", "small", "ink2")
        self.bar = ProgressBar()
        self._stop = Button("", "normal", height="small_control", name=f"{name}.cancel")
        self._stop.clicked.connect(lambda: self.cancelled.emit())
        across = row(gap="row")
        across.addWidget(self.bar, 1)
        across.addWidget(self._stop)
        whole = column(self, gap="grid")
        whole.addWidget(self._sentence)
        whole.addLayout(across)
        self._word()

    def show_step(self, done: int, of: int, sentence: str) -> None:
        """Show how far it is."""
        self.bar.set(done, of)
        self._sentence.set_whole(sentence)
        self.setAccessibleName(sentence)

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._word()

    def _word(self) -> None:
        self._stop.setText(QCoreApplication.translate("Progress", "Cancel"))


class ProgressBar(QWidget):
    """The bar alone, 8 pixels high."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set(self, done: int, of: int) -> None:
        """Set how much is done."""
        self._share = min(1.0, done / of) if of else 0.0
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().size("progress"))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        paint.box(painter, rect, "bar3", "edge" if theme().high_contrast else "", corner=4)
        if self._share:
            paint.box(
                painter,
                QRectF(0, 0, max(rect.width() * self._share, rect.height()), rect.height()),
                "bar",
                corner=4,
            )
