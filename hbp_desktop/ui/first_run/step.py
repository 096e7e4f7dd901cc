"""What the three steps of the first run have in common."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hbp_desktop.ui.layouts import column
from hbp_desktop.ui.parts.text import Text, paper


class Step(QWidget):
    """Signals `changed` (something was typed), `finished` (Enter in the last field)."""

    changed = Signal()
    finished = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.language = "ms"
        paper(self, "clear")
        self.setObjectName(name)
        self.question = Text("", "title", wrap=True)
        self.explanation = Text("", "body", "ink2", wrap=True)
        self.body: QVBoxLayout = column(gap="row")
        whole = column(self, gap="label", margins="wizard wide wizard page")
        whole.addWidget(self.question)
        whole.addWidget(self.explanation)
        whole.addSpacing(whole.spacing() * 3)
        whole.addLayout(self.body)
        whole.addStretch(1)

    def retranslate(self) -> None:
        """Set every word."""

    def take_focus(self) -> None:
        """Put the cursor where the step begins."""

    def ready(self) -> bool:
        """Tell whether going on can be tried."""
        return True

    def why_not(self) -> str:
        """Say what is missing while not ready."""
        return ""

    def complain(self) -> bool:
        """Show what is wrong in its place; True when nothing is."""
        return True

    def summary(self) -> str:
        """Say in a few words what was answered, for the rail."""
        return ""
