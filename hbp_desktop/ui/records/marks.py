"""Where the records of a list lie: asked for the rows that are seen, beside the window, a page at a time."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from hbp_desktop.domain.exchange import Mark
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.loader import Loader
from hbp_desktop.ui.parts.table import RowsModel, Table
from hbp_desktop.ui.sync.exchanging import note_bug
from hbp_desktop.usecases import exchange

SOON_MS = 50
MOST = 60  # rows asked for at once: more than fit on a screen


class Marks(QObject):
    """Keeps `of`, the mark by visit, for the rows seen; the list is painted again when it moved.

    `name` gives the visit of a row.
    """

    def __init__(self, desk: Desk, table: Table, model: RowsModel, name: Callable[[Any], str]) -> None:
        super().__init__(table)
        self._desk, self._table, self._model, self._name = desk, table, model, name
        self.of: dict[str, Mark] = {}
        self._loader = Loader(self, self._take, note_bug)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        for signal in (model.modelReset, model.rowsInserted, table.verticalScrollBar().valueChanged):
            signal.connect(self._look_soon)
        desk.exchange.changed.connect(self._look_soon)

    def look(self) -> None:
        """Ask for the rows that are seen."""
        wanted = tuple(self._seen())
        if wanted and self._table.isVisible():
            office = self._desk.office
            self._loader.later(lambda: exchange.marks(office, wanted))

    @Slot()
    def _look_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start(SOON_MS)

    def _seen(self) -> list[str]:
        first = max(0, self._table.rowAt(0))
        last = self._table.rowAt(self._table.viewport().height() - 1)
        end = self._model.rowCount() if last < 0 else last + 1
        return [self._name(self._model.row(n)) for n in range(first, min(end, first + MOST))]

    def _take(self, found: Mapping[str, Mark]) -> None:
        if any(self.of.get(visit) != mark for visit, mark in found.items()):
            self.of.update(found)
            self._table.viewport().update()
