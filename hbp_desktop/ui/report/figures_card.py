"""The headline figures of a report; each opens the records behind it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.matter import KINDS
from hbp_desktop.ui import matter_words
from hbp_desktop.ui.layouts import Flow, add, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.figure import BigFigure
from hbp_desktop.ui.parts.press_row import Badge, PressRow
from hbp_desktop.ui.parts.text import Text, line


class FiguresCard(Card):
    """Signal `opened(kind, status)`: both empty for all records."""

    opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("report.figures", headless=True)
        self.clients, self.matters = BigFigure("report.clients"), BigFigure("report.matters")
        self.settled = BigFigure("report.settled")
        self._register = Button("", "quiet", height="small_control", name="report.register")
        self._kinds = {kind: _KindCount(kind) for kind in KINDS}
        self._lay_out()
        self._connect()

    def show_figures(self, clients: int, matters: int, settled: int, visits: int) -> None:
        """Show the three numbers, each with what it counts."""
        each = f"{matters / visits:.1f}" if visits else "0"
        share = round(100 * settled / matters) if matters else 0
        self.clients.set(self.tr("Clients"), str(clients), self.tr("people"))
        self.matters.set(self.tr("Matters"), str(matters), self.tr("%1 each visit").replace("%1", each))
        self.settled.set(self.tr("Settled"), str(settled), self.tr("%1% of all").replace("%1", str(share)))
        self._register.setText(self.tr("Register"))
        self.setAccessibleName(self.tr("Figures"))

    def show_kinds(self, counts: Mapping[str, int]) -> None:
        """Show how many matters there are of each kind."""
        for kind, made in self._kinds.items():
            made.show_count(counts.get(kind, 0))

    def _lay_out(self) -> None:
        figures = row(gap="cards")
        for number, figure in enumerate((self.clients, self.matters, self.settled)):
            if number:
                figures.addWidget(line(upright=True))
            figures.addWidget(figure, 1)
        kinds = QWidget()
        flow = Flow(kinds, gap="row")
        for made in self._kinds.values():
            flow.addWidget(made)
        below = row(gap="field")
        below.addWidget(kinds, 1)
        below.addWidget(self._register, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(figures)
        add(self.body, line(), below)

    def _connect(self) -> None:
        for part in (self.clients, self.matters):
            part.opened.connect(lambda: self.opened.emit("", ""))
        self.settled.opened.connect(lambda: self.opened.emit("", "settled"))
        self._register.clicked.connect(lambda: self.opened.emit("", ""))
        for kind, made in self._kinds.items():
            made.pressed.connect(lambda chosen=kind: self.opened.emit(chosen, ""))


class _KindCount(PressRow):
    def __init__(self, kind: str) -> None:
        super().__init__(f"report.kind.{kind}", "badge", lined=False)
        self._kind, self._number = kind, Text("0", "body", stress="strong")
        add(self.across, Badge(matter_words.letter(kind)), self._number)
        self.across.setSpacing(self.across.spacing() // 2)

    def show_count(self, count: int) -> None:
        word = matter_words.word(self._kind)
        self._number.setText(str(count))
        self.setAccessibleName(f"{word}: {count}")
        self.setToolTip(word)
