"""Birth date and sex: derived from a card, shown as a sentence, changed on the same line."""

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.dates import plain_date, read_date
from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.person import Identity, age_on, birth_of, sex_of
from hbp_desktop.ui.field_row import FieldRow
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import LineEdit
from hbp_desktop.ui.parts.segments import Choice, Segments
from hbp_desktop.ui.parts.spans import Spans, emphasised


class BirthLine(QWidget):
    """Signal `edited` when a person changed a value; a value said by a person is never derived again."""

    edited = Signal()

    def __init__(self, today: date, language: str) -> None:
        super().__init__()
        self._today, self._language = today, language
        self._how, self._sex_said = "", False
        self._words = Spans("small", "ink2")
        self._change = Button("", "quiet", height="chip", name="birth.change")
        self.born, self.sex = LineEdit("born"), Segments("sex", may_be_empty=True)
        self.born_field, self._sex_field = Field(self.born), Field(self.sex)
        self.row = FieldRow("born", ("born", self.born_field, 1), ("sex", self._sex_field, 1))
        self._editing = self.row
        self._lay_out()
        self._change.clicked.connect(self.edit)
        self.born.textEdited.connect(self._on_born)
        self.sex.picked.connect(self._on_sex)
        self._word()

    def set_today(self, today: date, language: str) -> None:
        """Count ages from a date, and speak a language."""
        self._today, self._language = today, language
        self._word()

    def show_values(self, born: str, how: str, sex: str) -> None:
        """Show values of a draft."""
        self._how, self._sex_said = how, bool(sex) and how == "said"
        self.born.setText(_written(born))
        self.sex.set_value(sex)
        self._editing.setVisible(how == "said")
        self._word()

    def values(self) -> tuple[str, str, str]:
        """Give born (as ISO where it can be read), how it is known, sex."""
        born = _iso(self.born.text())
        return born, (self._how or "said") if born else "", self.sex.value()

    def derive(self, identity: Identity | None, elderly: bool) -> None:
        """Fill in what a card says, unless a person said otherwise."""
        birth = birth_of(identity, self._today, elderly)
        if self._how != "said":
            self._how = "derived" if birth else ""
            self.born.setText(_written(birth.born.isoformat()) if birth else "")
        if not self._sex_said:
            self.sex.set_value(sex_of(identity))
        self._word()

    def edit(self) -> None:
        """Open the fields."""
        self._editing.show()
        self.born.setFocus()
        self.born.selectAll()

    def sentence(self) -> str:
        """Give the sentence shown, without its stresses."""
        return self._words.text()

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._word()

    def _lay_out(self) -> None:
        line = row(gap="tight")
        line.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._change)
        whole = column(self, gap="grid")
        whole.addLayout(line)
        whole.addWidget(self._editing)
        self._editing.hide()

    def _on_born(self) -> None:
        self._how = "said"
        self._word()
        self.edited.emit()

    def _on_sex(self) -> None:
        self._sex_said = True
        self._word()
        self.edited.emit()

    def _word(self) -> None:
        self.born_field.set_words(self.tr("Date of birth"), "24/11/1961")
        self._sex_field.set_words(self.tr("Sex"))
        self.sex.set_choices([Choice("P", self.tr("Female")), Choice("L", self.tr("Male"))])
        said = self._said()
        self._words.set_spans(emphasised(said or self.tr("Date of birth and sex not known")))
        self._change.setText(self.tr("Change") if said else self.tr("Fill in"))
        self._change.setAccessibleName(self.tr("Change date of birth and sex"))

    def _said(self) -> str:
        born, parts = _date(self.born.text()), []
        if born:
            age = max(0, age_on(born, self._today))
            words = self.tr("Born *%1* (%2 years)").replace("%1", plain_date(born, self._language))
            parts.append(words.replace("%2", str(age)))
        sexes = {"P": self.tr("Female"), "L": self.tr("Male")}
        if self.sex.value():
            parts.append(f"*{sexes[self.sex.value()]}*")
        return " · ".join(parts)


def _date(text: str) -> date | None:
    try:
        return read_date(text)
    except Refused:
        return None


def _iso(text: str) -> str:
    found = _date(text)
    return found.isoformat() if found else text


def _written(iso: str) -> str:
    found = _date(iso)
    return f"{found:%d/%m/%Y}" if found else iso
