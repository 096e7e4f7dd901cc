"""What is the matter with the office's folder, and the reason why it stays there all the same."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.fields import line as tidy
from hbp_desktop.domain.place import Concern
from hbp_desktop.ui.layouts import column
from hbp_desktop.ui.parts.banner import Banner
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import LineEdit
from hbp_desktop.usecases.places import SHORTEST_REASON


class PlacePanel(QWidget):
    """Hidden while there is nothing to say. Signals `changed`; `kept(reason)` where it has its own button."""

    changed = Signal()
    kept = Signal(str)

    def __init__(self, name: str, own_button: bool = False) -> None:
        super().__init__()
        self._concern: Concern | None = None
        self._better = ""
        self.setObjectName(name)
        self.banner = Banner("warn", f"{name}.banner")
        self.edit = LineEdit(f"{name}.reason", "" if own_button else "wizard")
        self._field = Field(self.edit)
        self.keep = Button("", height="head_control", name=f"{name}.keep")
        self._own_button = own_button
        whole = column(self, gap="row")
        for widget in (self.banner, self._field):
            whole.addWidget(widget)
        whole.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        self.edit.textEdited.connect(self._on_typed)
        self.keep.clicked.connect(lambda: self.kept.emit(self.reason()))
        self.keep.hide()
        self.hide()
        self.retranslate()

    def show_place(self, concern: Concern | None, better: str) -> None:
        """Show what is the matter, or nothing."""
        self._concern, self._better = concern, better
        self.setVisible(concern is not None)
        self.retranslate()

    def reason(self) -> str:
        """Give the reason as typed, tidied."""
        return tidy(self.edit.text())

    def ready(self) -> bool:
        """Tell whether going on here can be tried: never on a share, elsewhere with a reason."""
        if self._concern is None:
            return True
        return self._concern.kind != "network" and len(self.reason()) >= SHORTEST_REASON

    def why_not(self) -> str:
        """Say what is missing while not ready."""
        if self._concern is not None and self._concern.kind == "network":
            return self.tr("Start the program on a folder of this computer first")
        return self.tr("Say why the folder stays here, or choose another")

    def retranslate(self) -> None:
        """Set every word."""
        self._field.set_words(self.tr("&Why here all the same"), self.tr("kept in the journal"))
        self.keep.setText(self.tr("Keep it here"))
        if self._concern is not None:
            self._show(self._concern)
        self._look_again()

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _show(self, concern: Concern) -> None:
        network = concern.kind == "network"
        self.banner.set_state("bad" if network else "warn")
        self.banner.set_words(*self._words(concern))
        self._field.setVisible(not network)
        self.keep.setVisible(self._own_button and not network)

    def _words(self, concern: Concern) -> tuple[str, str]:
        first, rest = {
            "cloud": (
                self.tr("This folder is synchronised by %1."),
                self.tr(
                    "It copies the file while it is being written and may bring an older one back, so "
                    "records can be lost. A better place: %2"
                ),
            ),
            "network": (
                self.tr("This folder is on a network share (%1)."),
                self.tr(
                    "The office's file would be damaged there, so nothing is set up. Use a folder on this "
                    "computer, for example %2"
                ),
            ),
            "removable": (
                self.tr("This folder is on a removable disk (%1)."),
                self.tr(
                    "If it is pulled out while the program is open, saving stops; small disks are easily "
                    "lost. A better place: %2"
                ),
            ),
        }[concern.kind]
        return first.replace("%1", concern.name), rest.replace("%2", self._better)

    def _on_typed(self) -> None:
        self._look_again()
        self.changed.emit()

    def _look_again(self) -> None:
        self.keep.explain(self.ready(), "" if self.ready() else self.why_not())
