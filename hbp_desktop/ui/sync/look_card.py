"""What the state office holds and does not count: each with why, and whose turn it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame

from hbp_desktop.domain.errors import Problem
from hbp_desktop.ui import errors
from hbp_desktop.ui.layouts import column
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.cell import Cell
from hbp_desktop.ui.parts.empty import EmptyState
from hbp_desktop.ui.parts.table import Column, RowsModel, Table
from hbp_desktop.ui.parts.text import Text, line
from hbp_desktop.usecases.exchange import LookLine

_KINDS = {
    "visit": QT_TRANSLATE_NOOP("LookCard", "Visit"),
    "matter": QT_TRANSLATE_NOOP("LookCard", "Matter"),
    "session": QT_TRANSLATE_NOOP("LookCard", "Session"),
    "tally": QT_TRANSLATE_NOOP("LookCard", "Tally"),
    "officer": QT_TRANSLATE_NOOP("LookCard", "Officer"),
    "roster": QT_TRANSLATE_NOOP("LookCard", "Roster"),
    "chain": QT_TRANSLATE_NOOP("LookCard", "Chain of a computer"),
    "report": QT_TRANSLATE_NOOP("LookCard", "Report"),
}


@dataclass(frozen=True)
class Looked:
    """A line with the reference number of the visit it is about, "" where there is none to show."""

    line: LookLine
    ref: str = ""
    visit: str = ""


class LookCard(Card):
    """Signal `opened(visit id)`: show the record behind a line."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__("sync.look.card", flush=True)
        self._language = "ms"
        self.model = RowsModel(self._columns(), self)
        self.table = Table("sync.looked", self.model, "two_lines", headless=True)
        self._none = EmptyState("circle-check", "sync.look.none")
        self._why = Text("", "small", "ink2", wrap=True)
        self._foot = QFrame()
        self._lay_out()
        self.table.chosen.connect(self._explain)
        self.table.opened.connect(self._open)

    def show_lines(self, lines: Sequence[Looked], language: str) -> None:
        """Show them; the row chosen stays chosen."""
        self._language = language
        chosen = max(0, self.table.currentIndex().row())
        self.model.set_columns(self._columns())
        self.model.set_rows(lines)
        self.set_title(self.tr("Needs a look"), len(lines) or None, self.tr("held there, not counted"))
        self.table.setAccessibleName(self.tr("What the state office holds and does not count"))
        self._none.set_words(self.tr("Nothing here: all that the state office holds counts there."))
        for widget in (self.table, self._foot):
            widget.setVisible(bool(lines))
        self._none.setVisible(not lines)
        if lines:
            self.table.choose(min(chosen, len(lines) - 1))

    def take_focus(self) -> None:
        """Put the focus on the first line."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def why(self) -> str:
        """Give what is said about the line in focus."""
        return self._why.text()

    def _columns(self) -> list[Column]:
        return [Column("what", "", self._what), Column("who", "", self._who, 150)]

    def _what(self, one: Looked) -> Cell:
        kind = QCoreApplication.translate("LookCard", str(_KINDS.get(one.line.kind, one.line.kind)))
        entries = self.tr("%n entries", "", one.line.entries)
        named = f"{kind} {one.ref}" if one.ref else kind
        why = self._sentence(one)
        return Cell(
            named,
            weight=500,
            icon="circle-alert",
            icon_tone="warn",
            second=why,
            name=f"{named}, {entries}. {why}",
            tip=why,
        )

    def _who(self, one: Looked) -> Cell:
        who = self.tr("Administrator") if one.line.who == "administrator" else self.tr("State office")
        return Cell(who, chip="warn" if one.line.who == "administrator" else "neutral", right=True)

    def _sentence(self, one: Looked) -> str:
        return errors.sentence(Problem(one.line.why), self._language)

    def _explain(self, one: Looked) -> None:
        turn = (
            self.tr("An administrator of this office can settle it.")
            if one.line.who == "administrator"
            else self.tr("The state office settles it; ring them if it stays.")
        )
        self._why.setText(f"{self._sentence(one)} {turn}")

    def _open(self, one: Looked) -> None:
        if one.visit:
            self.opened.emit(one.visit)

    def _lay_out(self) -> None:
        foot = column(self._foot, gap="field", margins="card none card field")
        foot.addWidget(line())
        foot.addWidget(self._why)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._none, 1)
        self.body.addWidget(self._foot)
