"""Joining an office that exists: the same three questions, then a request instead of an office."""

from typing import Any

from PySide6.QtCore import Signal

from hbp_desktop.ui.door import Door
from hbp_desktop.ui.first_run.officer_step import OfficerStep
from hbp_desktop.ui.first_run.rail import WizardRail
from hbp_desktop.ui.first_run.wizard import Wizard
from hbp_desktop.usecases.setup import SetupDraft


class JoinWizard(Wizard):
    """Signal `asked(Asked)` once this laptop is set up and waits to be admitted."""

    asked = Signal(object)

    def make_rail(self, steps: int) -> WizardRail:
        return JoinRail(steps)

    def make_officer_step(self, door: Door, language: str) -> OfficerStep:
        return JoiningOfficerStep(door, language)

    def do(self, draft: SetupDraft, code: str) -> Any:
        return self._door.ask_to_join(draft, code)

    def tell_done(self, made: Any) -> None:
        self.asked.emit(made)

    def last_words(self) -> tuple[str, str]:
        return self.tr("Preparing this computer…"), self.tr("Make the request")


class JoinRail(WizardRail):
    """The same three steps; the officer is not the office's first."""

    def title(self) -> str:
        return self.tr("Join an office")

    def officer_word(self) -> str:
        return self.tr("Officer")


class JoiningOfficerStep(OfficerStep):
    """The officer who will work on this computer; what they may do, the administrator says."""

    def retranslate(self) -> None:
        super().retranslate()
        self.question.setText(self.tr("Who will work on this computer?"))
        self.explanation.setText(
            self.tr("Use the name the office knows. The password stays on this computer and never travels.")
        )
