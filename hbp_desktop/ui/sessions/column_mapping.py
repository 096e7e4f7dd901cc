"""Which column of the file holds what: guessed, shown, and corrected column by column."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hbp_desktop.ui.column_scroll import ColumnScroll
from hbp_desktop.ui.layouts import add, column, grid, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.inputs import Combo
from hbp_desktop.ui.parts.text import Elided, Text, line
from hbp_desktop.usecases.importing import FIELDS, REQUIRED, ColumnMapping
from hbp_desktop.usecases.wording import text

_UNREAD = ""


class MappingCard(Card):
    """Signals `file_wanted`; `corrected(field, column)`: column -1 when the field is read from none."""

    file_wanted = Signal()
    corrected = Signal(str, int)

    def __init__(self) -> None:
        super().__init__("import.columns", flush=True)
        self._choose = Button("", "normal", "folder-open", "Ctrl+O", "head_control", "import.choose")
        self._file, self._about = Elided("", "body", "ink", "strong"), Text("", "small", "ink2", wrap=True)
        self._inside = QWidget()
        self._grid: QGridLayout = grid(self._inside, gap="tight", margins="card tight")
        self._combos: list[Combo] = []
        self._titles: list[Elided] = []
        self._mapping = ColumnMapping(-1, {})
        self._lay_out()
        self._choose.clicked.connect(lambda: self.file_wanted.emit())

    def show_file(self, name: str, about: str) -> None:
        """Say which file it is, and what was found in it."""
        self._file.set_whole(name)
        self._about.setText(about)

    def show_mapping(self, mapping: ColumnMapping, examples: Sequence[str], language: str) -> None:
        """Show every column of the file with what it is read as; `examples` are cells below the headings."""
        self._mapping = mapping
        self._fit(len(mapping.headings))
        fields = {at: name for name, at in mapping.columns.items()}
        choices = self._choices(language)
        for at, combo in enumerate(self._combos):
            heading = mapping.headings[at] or self.tr("column %1").replace("%1", str(at + 1))
            self._titles[at].set_whole(heading)
            example = examples[at] if at < len(examples) else ""
            self._titles[at].setToolTip(f"{heading}\n{example}".strip())
            blocked = combo.blockSignals(True)
            combo.set_choices(choices)
            combo.set_value(fields.get(at, _UNREAD))
            combo.blockSignals(blocked)
            said = self.tr("Column “%1” is read as").replace("%1", heading)
            combo.setAccessibleName(said)

    def combo(self, at: int) -> Combo:
        """Give the choice of a column."""
        return self._combos[at]

    def take_focus(self) -> None:
        """Go to choosing a file."""
        self._choose.setFocus()

    def set_words(self) -> None:
        """Set the words that never change but with the language."""
        self.set_title(self.tr("File and columns"))
        self._choose.setText(self.tr("Choose a file…"))

    def _choices(self, language: str) -> list[tuple[str, str]]:
        words = [(name, text(f"word_{name}", language) or name) for name in FIELDS]
        needed = [(name, f"{word} *" if name in REQUIRED else word) for name, word in words]
        return [(_UNREAD, self.tr("not read")), *needed]

    def _fit(self, count: int) -> None:
        for number in range(len(self._combos), count):
            title, combo = Elided("", "small", "ink2"), Combo(f"import.column.{number}")
            combo.currentIndexChanged.connect(lambda _at, at=number: self._correct(at))
            self._grid.addWidget(title, number, 0)
            self._grid.addWidget(combo, number, 1)
            self._titles.append(title)
            self._combos.append(combo)
        while len(self._combos) > count:
            for part in (self._combos.pop(), self._titles.pop()):
                part.hide()
                part.deleteLater()

    def _correct(self, at: int) -> None:
        name = self._combos[at].value()
        before = next((field for field, column_at in self._mapping.columns.items() if column_at == at), "")
        if name:
            self.corrected.emit(name, at)
        elif before:
            self.corrected.emit(before, -1)

    def _lay_out(self) -> None:
        self.head.addWidget(self._choose)
        top = row(margins="card none card field")
        about = column(gap="two")
        add(about, self._file, self._about)
        top.addLayout(about, 1)
        self.body.addLayout(top)
        self.body.addWidget(line())
        holder = QWidget()
        inside = column(holder, gap="none")
        inside.addWidget(self._inside)
        inside.addStretch(1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.body.addWidget(ColumnScroll(holder, "import.columns.list"), 1)
