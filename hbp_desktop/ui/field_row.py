"""Fields side by side whose troubles are said below, in the full width of the row."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.errors import Problem
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import set_state
from hbp_desktop.ui.trouble_line import TroubleLine

Say = Callable[[Problem], str]


# Which doubts may be kept, by the place of their field.
DOUBTS: Final[Mapping[str, tuple[str, ...]]] = {
    "identity": (
        "id_impossible",
        "id_lost_digits",
        "id_type_unknown",
        "id_sex_mismatch",
        "birth_year_ambiguous",
    ),
    "id_country": ("country_unknown",),
    "phone": ("phone_impossible",),
    "postcode": ("postcode_impossible",),
}


class FieldRow(QWidget):
    """`fields` by place with their shares of the width. Signal `kept(code, reason)`; "" takes that back."""

    kept = Signal(str, str)

    def __init__(self, name: str, *fields: tuple[str, Field, int]) -> None:
        super().__init__()
        self.fields = {place: field for place, field, _ in fields}
        self.trouble = TroubleLine(name, of_card="identity" in self.fields)
        self._kept_codes: dict[str, str] = {}
        across, whole = row(gap="field"), column(self, gap="label")
        for place, field, share in fields:
            across.addWidget(field, share)
            field.note_pressed.connect(lambda place=place: self._take_back(place))
        whole.addLayout(across)
        whole.addWidget(self.trouble)
        self.trouble.reasoned.connect(self.kept)

    def judge(self, problems: Sequence[Problem], say: Say) -> None:
        """Paint each field by its worst trouble, and say the first of them."""
        said: tuple[str, str, str] = ("", "", "")
        for place, field in self.fields.items():
            own = [problem for problem in problems if problem.place == place]
            worst = min(own, key=lambda one: one.level != "error", default=None)
            level = "" if worst is None else "warn" if worst.level == "warning" else "bad"
            set_state(field.editor, level)
            if worst is not None:
                sentence = say(worst)
                field.editor.setAccessibleDescription(sentence)
                said = said if said[1] else (level, sentence, _doubt(worst))
        self.trouble.show_trouble(*said)

    def show_kept(self, kept: Mapping[str, str]) -> None:
        """Show with which reasons doubtful values are kept."""
        for place in self.fields.keys() & DOUBTS.keys():
            self._show_kept(place, kept)

    def _show_kept(self, place: str, kept: Mapping[str, str]) -> None:
        code = next((code for code in DOUBTS[place] if kept.get(code)), "")
        had = self._kept_codes.pop(place, "")
        if code:
            self._kept_codes[place] = code
            words = QCoreApplication.translate("FieldRow", "Kept: *%1*")
            change = QCoreApplication.translate("FieldRow", "Change")
            self.fields[place].note(words.replace("%1", kept[code].replace("*", "∗")), change)
        elif had:
            self.fields[place].note("")

    def _take_back(self, place: str) -> None:
        if code := self._kept_codes.get(place, ""):
            self.kept.emit(code, "")


def _doubt(problem: Problem) -> str:
    """Give the code of a doubt that may be kept; what is merely missing has nothing to keep."""
    return problem.code if problem.level == "warning" and not problem.code.endswith("_missing") else ""
