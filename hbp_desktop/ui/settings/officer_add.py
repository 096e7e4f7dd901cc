"""Adding an officer: name, post, roles; asked again where the name is there already."""

from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.roster import ROLES
from hbp_desktop.ui.layouts import Flow
from hbp_desktop.ui.parts.chip import ToggleChip
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import CheckBox, LineEdit
from hbp_desktop.ui.parts.text import paper
from hbp_desktop.ui.settings import officer_words
from hbp_desktop.ui.settings.officer_forms import OfficerForm
from hbp_desktop.usecases.officer_list import ADMINISTRATOR


class AddForm(OfficerForm):
    """`chosen_roles()` and `also()` beside the values; `ask_also` shows the tick for a name that is there."""

    def __init__(self) -> None:
        self.name, self.post = LineEdit("officers.new.name"), LineEdit("officers.new.post")
        self.chips = {role: ToggleChip("", f"officers.new.{role}") for role in officer_words.in_order(ROLES)}
        self.tick = CheckBox("officers.new.also")
        self._roles = paper(QWidget(), "clear")
        self._roles.setObjectName("officers.new.roles")
        flow = Flow(self._roles)
        for chip in self.chips.values():
            flow.addWidget(chip)
        self._roles_field = Field(self._roles)
        super().__init__("new", {"name": self.name, "post": self.post})
        self.fields["roles"] = self._roles_field

    def reword(self, language: str, by_code: bool) -> None:
        """Set every word; administrators are offered to the recovery code alone."""
        self.fields["name"].set_words(self.tr("&Name as in the service record"))
        self.fields["post"].set_words(self.tr("P&ost and grade"), optional=True)
        self._roles_field.set_words(self.tr("Roles"), self.tr("several, if it is so"))
        self.tick.setText(self.tr("This is another person of the same name"))
        for role, chip in self.chips.items():
            chip.setText(officer_words.role(role, language))
        self.chips[ADMINISTRATOR].setVisible(by_code)

    def chosen_roles(self) -> frozenset[str]:
        """Give the roles switched on."""
        return frozenset(role for role, chip in self.chips.items() if chip.isChecked())

    def also(self) -> bool:
        """Tell whether it is somebody else of a name that is there."""
        return self.tick.isVisible() and self.tick.isChecked()

    def ask_also(self) -> None:
        """Ask whether it is somebody else."""
        self.tick.show()
        self.tick.setFocus()

    def empty(self) -> None:
        super().empty()
        for role, chip in self.chips.items():
            chip.setChecked(role == "counter")
        self.tick.setChecked(False)
        self.tick.hide()

    def _above_buttons(self) -> tuple[QWidget, ...]:
        return (*self.fields.values(), self._roles_field, self.tick)
