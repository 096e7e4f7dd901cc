"""Under an urgent matter: whether it will be sealed and to whom, and whom it is about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.guarded import SEALED, Guard
from hbp_desktop.domain.policy import INTEGRITY
from hbp_desktop.ui.layouts import column
from hbp_desktop.ui.parts.banner import Banner
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.typeahead import Suggestion, TypeAhead


@dataclass(frozen=True)
class Told:
    """How a matter will be guarded, and the names of those who will be able to open it."""

    guard: Guard
    readers: tuple[str, ...] = ()


Tell = Callable[[str, str], Told]
FindOfficers = Callable[[str], Sequence[Suggestion]]


class GuardPanel(QWidget):
    """`show_for(urgent)` shows or hides it. Signal `edited` when the officer's name was typed.

    `tell(urgent, against)` says how a matter is guarded; `find(text)` gives officers.
    """

    edited = Signal()

    def __init__(self, tell: Tell, find: FindOfficers) -> None:
        super().__init__()
        self._tell, self._urgent = tell, ""
        self._banner = Banner("warn", "guard.banner")
        self.against = TypeAhead("against", find, as_typed=False)
        self.field = Field(self.against)
        whole = column(self, gap="tight")
        whole.addWidget(self._banner)
        whole.addWidget(self.field)
        self.against.textEdited.connect(self._on_edited)
        self.against.picked.connect(self._on_picked)
        self.hide()

    def show_for(self, urgent: str) -> None:
        """Say what becomes of a matter of this urgency; nothing for one that is not guarded."""
        self._urgent = urgent
        told = self._tell(urgent, self.against.text())
        self.field.set_words(self.tr("Officer complained about"), optional=urgent != INTEGRITY)
        self.setVisible(bool(told.guard))
        if told.guard:
            self._banner.set_state("accent" if told.guard.how == SEALED else "warn")
            self._banner.set_words(*self._words(told), icon="lock" if told.guard.how == SEALED else "eye-off")

    def value(self) -> str:
        """Give the name typed, "" while it is not asked."""
        return self.against.text() if not self.isHidden() else ""

    def text(self) -> str:
        """Give the sentence shown, or ""."""
        return "" if self.isHidden() else self._banner.text()

    def retranslate(self) -> None:
        """Set every word."""
        self.show_for(self._urgent)

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _words(self, told: Told) -> tuple[str, str]:
        if told.guard.how != SEALED:
            return self.tr("Kept from view, not sealed."), self._by_role()
        first = self.tr("This matter is sealed when you save.")
        if told.guard.why == INTEGRITY:
            return first, self._for_state(told)
        opens = self.tr("It opens for: %1; never for the officer named below.")
        return first, f"{opens.replace('%1', ', '.join(told.readers))} {self._rest()}"

    def _for_state(self, told: Told) -> str:
        alone = self.tr("Only %1 can open it then: nobody here, and you cannot read it again either.")
        name = next((name for name in told.readers if name), self.tr("the state's integrity unit"))
        return f"{alone.replace('%1', name)} {self._rest()}"

    def _rest(self) -> str:
        return self.tr(
            "Client, text and names are sealed; a row without a name is counted. "
            "The client's other matters are recorded apart, as usual."
        )

    def _by_role(self) -> str:
        return self.tr(
            "Only those who lead see it, and never the officer named below. Until the state's integrity key "
            "is installed (Settings), names and text still lie in the office's file for anyone with its key."
        )

    def _on_edited(self, _text: str) -> None:
        self.show_for(self._urgent)
        self.edited.emit()

    def _on_picked(self, found: Suggestion) -> None:
        self.against.setText(found.value)
        self._on_edited(found.value)
        self.against.setFocus(Qt.FocusReason.OtherFocusReason)


def nothing_guarded(_urgent: str, _against: str) -> Told:
    """Tell of no guard: where no new matter is written."""
    return Told(Guard())


def nobody(_text: str) -> Sequence[Suggestion]:
    """Find no officer."""
    return ()
