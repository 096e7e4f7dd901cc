"""What never waits: child, violence, danger to life; with the numbers to ring now."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame

from hbp_desktop.domain.policy import INTEGRITY
from hbp_desktop.ui import counter_words
from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.segments import Segments
from hbp_desktop.ui.parts.spans import Spans, emphasised
from hbp_desktop.ui.parts.text import Text

TALIAN_KASIH, WHATSAPP = "15999", "019-2615999"


class UrgentPanel(QFrame):
    """Signal `picked(value)`; "" when it is not urgent after all."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("urgent")
        self.setProperty("frame", "banner")
        self.setProperty("state", "bad")
        self._sign, self._words = Text(), Spans("body")
        self.reasons = Segments("urgent.reason", "head_control", may_be_empty=True)
        self._suggested = False
        whole, top = column(self, gap="tight", margins="row field"), row(gap="field")
        top.addWidget(self._sign)
        top.addWidget(self._words, 1)
        whole.addLayout(top)
        whole.addWidget(self.reasons)
        self.reasons.picked.connect(self.picked)
        self.retranslate()

    def show_value(self, value: str, suggested: bool = False) -> None:
        """Show a reason; `suggested` says that the service brought it here."""
        self._suggested = suggested and bool(value)
        self.reasons.set_value(value)
        self.retranslate()

    def value(self) -> str:
        """Give the reason chosen, or ""."""
        return self.reasons.value()

    def text(self) -> str:
        """Give the sentence shown."""
        return self._words.text()

    def retranslate(self) -> None:
        """Set every word."""
        self.reasons.set_choices(counter_words.urgencies())
        self.reasons.setAccessibleName(self.tr("Why it is urgent"))
        ring = self.tr("*Ring now:* Talian Kasih *%1* · WhatsApp *%2*")
        words = ring.replace("%1", TALIAN_KASIH).replace("%2", WHATSAPP)
        if self.value() == INTEGRITY:
            words = self.tr("*Its own route:* the Integrity Unit or SPRM, not the officer's own office")
        if self._suggested:
            words += " · " + self.tr("suggested; press again if not")
        self._words.set_spans(emphasised(words))
        self._sign.setPixmap(pixmap("shield-alert", "bad"))

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
