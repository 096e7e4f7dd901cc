"""First question: which office. State first, then the office by any part of its name or code."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from hbp_desktop.domain.errors import HbpError
from hbp_desktop.domain.text import fold
from hbp_desktop.ui import errors
from hbp_desktop.ui.first_run.step import Step
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import Combo
from hbp_desktop.ui.parts.typeahead import Suggestion, TypeAhead
from hbp_desktop.ui.place_panel import PlacePanel

if TYPE_CHECKING:
    from hbp_desktop.domain.offices import Office, Offices


class OfficeStep(Step):
    """The answer is a code of the catalogue, or of an institution that is not in it yet."""

    def __init__(self) -> None:
        super().__init__("wizard.office_step")
        self._catalogue: Offices | None = None
        self._office: Office | None = None
        self.state = Combo("wizard.state", "wizard")
        self.office = TypeAhead("wizard.office", self._find)
        self.office.setProperty("tall", "wizard")
        self._state_field, self._office_field = Field(self.state), Field(self.office)
        self.body.addWidget(self._state_field)
        self.body.addWidget(self._office_field)
        self.place = PlacePanel("wizard.place")
        self.body.addWidget(self.place)
        self._connect()

    def code(self) -> str:
        """Give the code of the office chosen, or ""."""
        return self._office.code if self._office else ""

    def name(self) -> str:
        """Give the name of the office chosen, or ""."""
        return self._office.short_name if self._office else ""

    def retranslate(self) -> None:
        self.question.setText(self.tr("Which office is this?"))
        self.explanation.setText(
            self.tr("Its name stands on every report and its code in every reference number.")
        )
        self._state_field.set_words(self.tr("&State"))
        self._office_field.set_words(self.tr("&Office"), self.tr("code or part of the name"))
        self.office.setPlaceholderText(self.tr("Example: Hulu Langat, SGR06 or SGR-RSK1"))
        states = [(alias, state.name) for alias, state in self._offices().states.items()]
        self.state.set_choices([("", self.tr("Choose a state")), *states])

    def take_focus(self) -> None:
        target = self.office if self.state.value() else self.state
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def ready(self) -> bool:
        return self._is_answered() and self.place.ready()

    def why_not(self) -> str:
        if self._is_answered():
            return self.place.why_not()
        return self.tr("Choose the state, then the office")

    def complain(self) -> bool:
        if self._office is None:
            self._take_typed(self.office.text())
        return self._office is not None and self.place.ready()

    def summary(self) -> str:
        if self._office is None:
            return ""
        return f"{self._offices().states[self._office.state].name} · {self._office.short_name}"

    def pose(self) -> None:
        """Answer with an example."""
        self._take(self._offices().find("SGR06"))

    def _connect(self) -> None:
        self.state.currentIndexChanged.connect(self._on_state)
        self.office.picked.connect(lambda found: self._take(self._offices().find(found.value)))
        self.office.kept_as_typed.connect(self._take_typed)
        self.office.textEdited.connect(self._forget_office)
        self.office.returnPressed.connect(self.finished.emit)
        self.place.changed.connect(self.changed)

    def _is_answered(self) -> bool:
        return self._office is not None or bool(self.office.text().strip())

    def _offices(self) -> "Offices":
        if self._catalogue is None:
            from hbp_desktop.usecases.catalogues import catalogues  # read when the first run is shown

            self._catalogue = catalogues().offices
        return self._catalogue

    def _find(self, typed: str) -> Sequence[Suggestion]:
        state = self.state.value()
        pool = self._offices().of_state(state) if state else self._offices().offices.values()
        wanted = fold(typed)
        found = [
            office for office in pool if wanted in fold(f"{office.code} {office.short_name} {office.name}")
        ]
        states = self._offices().states
        return [
            Suggestion(
                office.code, office.code, office.short_name, "" if state else states[office.state].name
            )
            for office in found
        ]

    def _on_state(self) -> None:
        if self._office is not None and self._office.state != self.state.value():
            self.office.clear()
            self._forget_office()
        self.changed.emit()

    def _forget_office(self) -> None:
        self._office = None
        self._office_field.say("")
        self.changed.emit()

    def _take_typed(self, text: str) -> None:
        try:
            self._take(self._offices().find(text))
        except HbpError as error:
            self._office_field.say("bad", errors.sentence(error, self.language))

    def _take(self, office: "Office") -> None:
        self._office = office
        self._office_field.say("")
        self._office_field.note(f"{office.name} · *{office.code}*")
        self.office.setText(office.short_name)
        if self.state.value() != office.state:
            self.state.set_value(office.state)
        self.changed.emit()
