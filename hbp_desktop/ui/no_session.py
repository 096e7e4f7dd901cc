"""No client day today: plan one, or sit down at another."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.empty import EmptyState


class NoSession(QWidget):
    """Signals `plan_wanted`, `choose_wanted`."""

    plan_wanted = Signal()
    choose_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("no_session")
        self._state = EmptyState("calendar-days", "no_session.plan", primary=True)
        self.choose = Button("", key="F4", name="no_session.choose")
        card, below = Card(headless=True), row(gap="field")
        card.body.addWidget(self._state, 1)
        below.addStretch(1)
        below.addWidget(self.choose)
        below.addStretch(1)
        card.body.addLayout(below)
        card.body.addStretch(1)
        column(self, gap="none").addWidget(card)
        self._state.pressed.connect(self.plan_wanted)
        self.choose.clicked.connect(self.choose_wanted)
        self.hide()

    def show_choice(self, sessions: int) -> None:
        """Offer other sessions where there are any."""
        self.choose.setVisible(sessions > 0)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        sentence = self.tr(
            "No client day today. Plan one, or choose the session whose clients you record."
            " The circular asks for four a year in each state (F.3)."
        )
        self._state.set_words(sentence, self.tr("Plan a session"))
        self.choose.setText(self.tr("Choose a session…"))
