"""What an import would do: totals, every doubtful cell by line and column, and what a person decides."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from hbp_desktop.ui.layouts import add, column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.cell import Cell
from hbp_desktop.ui.parts.figure import BigFigure
from hbp_desktop.ui.parts.inputs import CheckBox
from hbp_desktop.ui.parts.progress import Progress
from hbp_desktop.ui.parts.table import Column, RowsModel, Table
from hbp_desktop.ui.parts.text import Text, line
from hbp_desktop.usecases.importing import CHANGED, NEW, UNCHANGED, Preview

_LEVELS = {"error": "bad", "warning": "warn", "hint": "neutral", "changed": "accent"}


@dataclass(frozen=True)
class Doubt:
    """A row of the list: level (or `changed`), line, column, what stands there, sentence; its record."""

    level: str
    line: int
    column: str
    seen: str
    sentence: str
    record: int


class ImportPreview(Card):
    """Signals `import_wanted`; `decided` when a choice of the person changed."""

    import_wanted = Signal()
    decided = Signal()

    def __init__(self) -> None:
        super().__init__("import.preview", flush=True)
        self._figures = {name: BigFigure(f"import.{name}", opens=False) for name in _FIGURES}
        self._notes = Text("", "small", "warn", wrap=True)
        self._model = RowsModel(self._columns())
        self.table = Table("import.doubts", self._model)
        self._whole = Text("", "small", "ink", wrap=True)
        self.skip_bad, self.progress = CheckBox("import.skip_bad"), Progress("import.progress")
        self.import_button = Button("", "primary", "check", "Ctrl+Enter", name="import.take")
        self._also: set[int] = set()
        self._preview: Preview | None = None
        self._doubts: list[Doubt] = []
        self._lay_out()
        self._connect()

    def show_preview(self, preview: Preview, doubts: Sequence[Doubt], notes: Sequence[str]) -> None:
        """Show what a preview found."""
        self._preview, self._doubts = preview, list(doubts)
        self._also &= {one.record for one in doubts if one.level == "changed"}
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))
        self._model.set_rows(self._doubts)
        self.skip_bad.setVisible(bool(preview.invalid))
        self.say()

    def also(self) -> frozenset[int]:
        """Give the changed lines (by record) that the person wants added beside what is there."""
        return frozenset(self._also)

    def doubts(self) -> list[Doubt]:
        """Give what is listed."""
        return list(self._doubts)

    def numbers(self) -> dict[str, str]:
        """Give the figures shown, by name."""
        return {name: figure.number() for name, figure in self._figures.items()}

    def show_busy(self, sentence: str) -> None:
        """Show that it is being done; "" when it is over."""
        self.progress.setVisible(bool(sentence))
        self.import_button.setEnabled(not sentence)
        if sentence:
            self.progress.show_step(1, 2, sentence)

    def say(self) -> None:
        """Say the figures, the choices and the button."""
        preview = self._preview
        self._model.set_columns(self._columns())
        self.set_title(self.tr("Preview"), len(self._doubts), self.tr("cells to look at"))
        if preview is None:
            return
        totals, bad = preview.totals, len(preview.bad_lines)
        counts = (totals.matters, preview.count(NEW), preview.count(UNCHANGED), preview.count(CHANGED), bad)
        for (name, figure), count in zip(self._figures.items(), counts, strict=True):
            figure.set(self._labels()[name], str(count), self._counts(name, preview))
        self.skip_bad.setText(self.tr("Leave out %n lines that cannot be recorded", "", bad))
        coming = preview.count(NEW) + len(self._also)
        self.import_button.setText(self.tr("Import %n matters", "", coming))
        self.import_button.explain(*self._may(preview, coming))

    def _may(self, preview: Preview, coming: int) -> tuple[bool, str]:
        if preview.unreadable or not preview.lines:
            return False, self.tr("This file cannot be imported: see what is said above the list.")
        if preview.invalid and not self.skip_bad.isChecked():
            return False, self.tr("Mend the lines in the file, or choose to leave them out.")
        return coming > 0, self.tr("Everything in this file is here already.")

    def _labels(self) -> dict[str, str]:
        tr = self.tr
        words = (tr("Matters"), tr("New"), tr("Here already"), tr("Changed"), tr("Left out"))
        return dict(zip(_FIGURES, words, strict=True))

    def _counts(self, name: str, preview: Preview) -> str:
        tr = self.tr
        people = tr("%1 visits · %2 clients").replace("%1", str(preview.totals.visits))
        words = {
            "matters": people.replace("%2", str(preview.totals.clients)),
            "new": tr("will be added"),
            "unchanged": tr("nothing happens"),
            "changed": tr("for you to decide"),
            "bad": tr("cannot be recorded"),
        }
        return words[name]

    def _columns(self) -> list[Column]:
        tr = self.tr
        return [
            Column("level", "", self._level_cell, 96),
            Column("line", tr("Line"), lambda one: Cell(str(one.line), "ink2", right=True), 56, True),
            Column("column", tr("Column"), lambda one: Cell(one.column, weight=500, tip=one.column), 150),
            Column("seen", tr("Stands there"), lambda one: Cell(one.seen, mono=True, tip=one.seen), 140),
            Column("what", tr("What it is"), lambda one: Cell(_short(one), "ink2", tip=one.sentence)),
        ]

    def _level_cell(self, one: Doubt) -> Cell:
        tr = self.tr
        if one.level == "changed":
            word = tr("add") if one.record in self._also else tr("leave")
            return Cell(word, chip="accent" if one.record in self._also else "neutral")
        words = {"error": tr("line out"), "warning": tr("look"), "hint": tr("note")}
        return Cell(words.get(one.level, ""), chip=_LEVELS.get(one.level, "neutral"))

    def _toggle(self, one: Doubt) -> None:
        if one.level == "changed":
            self._also ^= {one.record}
            row_number = self._doubts.index(one)
            self.say()
            self.table.choose(row_number)
            self.decided.emit()

    def _lay_out(self) -> None:
        figures = row(gap="cards", margins="card none card tight")
        for number, figure in enumerate(self._figures.values()):
            if number:
                figures.addWidget(line(upright=True))
            figures.addWidget(figure, 1)
        notes = column(gap="none", margins="card none card tight")
        notes.addWidget(self._notes)
        chosen = column(gap="none", margins="card tight")
        chosen.addWidget(self._whole)
        bar = QFrame()
        bar.setProperty("frame", "bar")
        across = row(bar, gap="field", margins="card field card grid")
        across.addWidget(self.skip_bad)
        across.addWidget(self.progress, 1)
        across.addStretch(0)
        across.addWidget(self.import_button)
        self.body.setSpacing(0)
        add(self.body, figures, notes)
        self.body.addWidget(self.table, 1)
        add(self.body, chosen, bar)
        self._notes.hide()
        self.progress.hide()
        self.skip_bad.hide()

    def _connect(self) -> None:
        self.table.chosen.connect(lambda one: self._whole.setText(one.sentence))
        self._model.modelReset.connect(lambda: self._whole.setText(""))
        self.table.opened.connect(self._toggle)
        self.skip_bad.toggled.connect(lambda _on: self.say())
        self.import_button.clicked.connect(lambda: self.import_wanted.emit())


def _short(one: Doubt) -> str:
    """Give the sentence without its line and column, which have columns of their own."""
    start, colon, rest = one.sentence.partition(": ")
    return rest[:1].upper() + rest[1:] if colon and one.column and one.column in start else one.sentence


_FIGURES = ("matters", "new", "unchanged", "changed", "bad")
