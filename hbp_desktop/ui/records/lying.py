"""Where the record that is shown lies, and since when the state office has it: asked beside the window."""

from PySide6.QtCore import QObject, Slot

from hbp_desktop.domain.exchange import Mark
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.loader import Loader
from hbp_desktop.ui.records.detail import RecordDetail
from hbp_desktop.ui.sync.exchanging import note_bug
from hbp_desktop.usecases import exchange
from hbp_desktop.usecases.office import Office

Answer = tuple[str, Mark, int | None]


class Lying(QObject):
    """Asks again whenever the exchange moved; an answer about another record is dropped."""

    def __init__(self, desk: Desk, detail: RecordDetail) -> None:
        super().__init__(detail)
        self._desk, self._detail, self._visit = desk, detail, ""
        self._loader = Loader(self, self._show, note_bug)
        desk.exchange.changed.connect(self._again)

    def ask(self, visit: str) -> None:
        """Ask about a record."""
        self._visit = visit
        self._again()

    @Slot()
    def _again(self) -> None:
        visit, office = self._visit, self._desk.office
        if visit:
            self._loader.later(lambda: _read(office, visit))

    def _show(self, answer: Answer) -> None:
        visit, mark, since = answer
        if visit == self._visit:
            desk = self._desk
            self._detail.show_mark(mark, since, desk.language, desk.now().date())


def _read(office: Office, visit: str) -> Answer:
    mark = exchange.marks(office, [visit])[visit]
    return visit, mark, exchange.there_since(office, visit) if mark == "there" else None
