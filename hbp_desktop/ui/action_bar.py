"""The foot of the counter: when the draft was kept, park, slip, save, save and new."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.saved import SavedLabel
from hbp_desktop.ui.theme import theme


class ActionBar(QFrame):
    """Signals `park_wanted`, `slip_wanted`, `save_wanted`, `save_new_wanted`."""

    park_wanted = Signal()
    slip_wanted = Signal()
    save_wanted = Signal()
    save_new_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("actions")
        self.setProperty("frame", "bar")
        self.saved = SavedLabel("draft.state")
        self.park = Button("", icon="pause", key="F6", name="actions.park")
        self.slip = Button("", icon="printer", key="F8", name="actions.slip")
        self.save = Button("", key="Ctrl+S", name="actions.save")
        self.save_new = Button("", "primary", "check", "Ctrl+Enter", name="actions.save_new")
        across = row(self, gap="field", margins="card none")
        across.addWidget(self.saved, 1)
        for button in (self.park, self.slip, self.save, self.save_new):
            across.addWidget(button)
        self._connect()
        theme().changed.connect(self._fit)
        self._fit()

    def set_narrow(self, narrow: bool) -> None:
        """Keep the two that matter most where there is little width."""
        self.slip.setVisible(not narrow)
        self.save.setVisible(not narrow)

    def retranslate(self) -> None:
        """Set every word."""
        self.park.setText(self.tr("Park"))
        self.slip.setText(self.tr("Slip"))
        self.save.setText(self.tr("Save"))
        self.save_new.setText(self.tr("Save && new"))

    def _connect(self) -> None:
        self.park.clicked.connect(self.park_wanted)
        self.slip.clicked.connect(self.slip_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.save_new.clicked.connect(self.save_new_wanted)

    def _fit(self) -> None:
        self.setFixedHeight(theme().size("action_bar"))
