"""One step in a card of its own, in the middle of the window, with acts in the foot."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.first_run.step import Step
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.banner import Banners
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.focus import FocusRing
from hbp_desktop.ui.parts.scroll import FollowArea
from hbp_desktop.ui.parts.text import line, paper
from hbp_desktop.ui.theme import theme

_OTHER = {"ms": ("en", "English"), "en": ("ms", "Bahasa Melayu")}


class CentredCard(QWidget):
    """Put buttons into `foot`. Signal `language_wanted(code)`."""

    language_wanted = Signal(str)

    def __init__(self, step: Step, language: str) -> None:
        super().__init__()
        self.step, self.language = step, language
        paper(self, "bg")
        self.setObjectName(step.objectName() + ".page")
        self.banners = Banners()
        self._other = Button("", "quiet", height="small_control", name=f"{step.objectName()}.language")
        self.foot = row(gap="cards", margins="wide cards")
        self._lay_out()
        self._other.clicked.connect(lambda: self.language_wanted.emit(_OTHER[self.language][0]))
        theme().changed.connect(self._fit)
        self.ring = FocusRing(self)

    def set_language(self, language: str) -> None:
        """Remember which language sentences are said in."""
        self.language = self.step.language = language

    def retranslate(self) -> None:
        """Set every word."""
        self._other.setText(_OTHER[self.language][1])
        self.step.retranslate()

    def take_focus(self) -> None:
        """Put the cursor where the step begins."""
        self.step.take_focus()

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._card = Card(f"{self.step.objectName()}.card", flush=True, headless=True)
        inside = column(gap="none")
        inside.addWidget(self.banners)
        inside.addWidget(FollowArea(self.step, f"{self.step.objectName()}.area"), 1)
        inside.addWidget(line())
        self.foot.addWidget(self._other)
        self.foot.addStretch(1)
        inside.addLayout(self.foot)
        self._card.body.setContentsMargins(1, 1, 1, 1)
        self._card.body.addLayout(inside)
        whole = column(self, gap="none", margins="cards")
        whole.addWidget(self._card, 1, Qt.AlignmentFlag.AlignCenter)
        self._fit()

    def _fit(self) -> None:
        now = theme()
        margin, across = 2 * now.size("cards"), now.size("wizard_card") - now.size("wizard_rail")
        self._card.setFixedSize(
            max(1, min(across, self.width() - margin)),
            max(1, min(now.size("wizard_height"), self.height() - margin)),
        )
