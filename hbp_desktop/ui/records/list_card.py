"""The list of records with its foot: how many are shown, what the signs mean, and undoing the last act."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from hbp_desktop.domain.exchange import Mark
from hbp_desktop.ui.desk import Desk, Shape
from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.empty import EmptyState
from hbp_desktop.ui.parts.table import RowsModel, Table
from hbp_desktop.ui.parts.text import Elided, line
from hbp_desktop.ui.records.columns import columns, shown_columns
from hbp_desktop.ui.records.legend import Legend
from hbp_desktop.ui.records.marks import Marks
from hbp_desktop.usecases.record_list import ListRow


class ListCard(Card):
    """Signals `chosen(ListRow)`, `opened(ListRow)`, `more_wanted`, `clear_wanted`, `undo_wanted`."""

    chosen = Signal(object)
    opened = Signal(object)
    more_wanted = Signal()
    clear_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("records.list", flush=True, headless=True)
        self._shape, self._language, self._today = Shape(), "ms", date.min
        self._whole = 0
        self.model = RowsModel(columns("ms", date.min, stacked=False))
        self.table = Table("records.table", self.model)
        self._none = EmptyState("search", "records.none")
        self._stack = QStackedWidget()
        self._shown = Elided("", "small", "ink2")
        self._legend = Legend()
        self.marks: Marks | None = None
        self.undo = Button("", "quiet", "undo-2", "Ctrl+Z", "small_control", "records.undo")
        self._lay_out()
        self._connect()

    def show_rows(self, rows: Sequence[ListRow], more: bool) -> None:
        """Show other rows; the one in focus stays in focus where it is still there."""
        before = self.table.row()
        focused = self.table.hasFocus() or self._none.button().hasFocus()
        self.model.set_rows(rows, more)
        self._stack.setCurrentIndex(0 if rows else 1)
        if focused:
            self.take_focus()
        places = [number for number, one in enumerate(rows) if before and one.visit.id == before.visit.id]
        if rows:
            self.table.choose((places or [0])[0])
        self._say_count()

    def take_focus(self) -> None:
        """Put the focus into the rows; where there are none, on what can be done about it."""
        inside = self.table if self._stack.currentIndex() == 0 else self._none.button()
        inside.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_rows(self, rows: Sequence[ListRow], more: bool) -> None:
        """Put the next page below."""
        self.model.add_rows(rows, more)
        self._say_count()

    def follow(self, desk: Desk) -> None:
        """Show where the records lie."""
        self.marks = Marks(desk, self.table, self.model, lambda row: str(row.visit.id))

    def mark_of(self, visit_id: str) -> Mark:
        """Tell where a record lies, as far as is known."""
        return self.marks.of.get(visit_id, "here") if self.marks else "here"

    def choose(self, visit_id: str) -> bool:
        """Put the focus row on a visit; say whether it is shown."""
        for number, one in enumerate(self.model.rows()):
            if one.visit.id == visit_id:
                self.table.choose(number)
                return True
        return False

    def set_whole(self, visits: int) -> None:
        """Know how many visits fit in all."""
        self._whole = visits
        self._say_count()

    def offer_undo(self, words: str) -> None:
        """Offer to undo the last act; "" takes the offer away."""
        self.undo.setText(words)
        self.undo.setVisible(bool(words))

    def reflow(self, shape: Shape) -> None:
        """Drop columns as width goes; rows of two lines in the narrowest."""
        self._shape = shape
        self._set_columns()

    def retranslate(self, language: str, today: date) -> None:
        """Set every word."""
        self._language, self._today = language, today
        sentence = self.tr("No record fits. Take a filter away, or search with fewer words.")
        self._none.set_words(sentence, self.tr("Clear the filters"))
        self._legend.retranslate()
        self.table.setAccessibleName(self.tr("Visits and matters of the office, newest first"))
        self._set_columns()
        self._say_count()

    def _set_columns(self) -> None:
        stacked = not self._shape.at_least("narrow")
        chosen = self.table.currentIndex().row()
        self.model.set_columns(columns(self._language, self._today, stacked, self.mark_of))
        self.table.set_row_height("two_lines" if stacked else "table_row")
        self.table.show_columns(shown_columns(self._shape))
        if chosen >= 0:
            self.table.blockSignals(True)
            self.table.choose(chosen)
            self.table.blockSignals(False)
        self._legend.setVisible(self._shape.at_least("normal"))

    def _say_count(self) -> None:
        shown = self.model.rowCount()
        words = self.tr("%1 of %2 visits").replace("%1", f"1–{shown}" if shown > 1 else str(shown))
        self._shown.set_whole(words.replace("%2", f"{max(self._whole, shown):,}".replace(",", " ")))

    def _lay_out(self) -> None:
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._none)
        foot = row(gap="field", margins="card row")
        foot.addWidget(self._shown, 1)
        foot.addWidget(self.undo)
        foot.addWidget(self._legend)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(line())
        self.body.addLayout(foot)
        self.body.setSpacing(0)
        self.undo.hide()

    def _connect(self) -> None:
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)
        self.model.more_wanted.connect(self.more_wanted)
        self._none.pressed.connect(self.clear_wanted)
        self.undo.clicked.connect(lambda: self.undo_wanted.emit())
