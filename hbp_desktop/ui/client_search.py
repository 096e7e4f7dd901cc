"""Looks for earlier visits of the client being typed, after typing rests, and takes one over when asked."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer

from hbp_desktop.domain.dates import short_date
from hbp_desktop.domain.visit import Visit, VisitDraft
from hbp_desktop.ui import matter_words
from hbp_desktop.ui.counter_work import CounterWork
from hbp_desktop.ui.matches_panel import Match
from hbp_desktop.ui.visit_form import VisitForm
from hbp_desktop.usecases import records
from hbp_desktop.usecases.counter import Earlier

REST_MS = 200
_FILLED = ("name", "phone", "address", "postcode")


class ClientSearch(QObject):
    """Connects a client form with what the office already knows."""

    def __init__(self, form: VisitForm, work: CounterWork, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._work = form, work
        self._taken = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self.look)
        form.client.searched.connect(self._timer.start)
        form.client.matches.taken.connect(self._take)
        form.client.revealed.connect(self._note_reveal)

    def forget(self) -> None:
        """Look for nobody: the next client begins."""
        self._timer.stop()
        self._taken = ""

    def look(self) -> None:
        """Look now."""
        found = self._work.earlier(self._form.read())
        self._form.client.matches.show_matches([self._match(one) for one in found])

    def _match(self, found: Earlier) -> Match:
        visit = found.visit
        standing = [matter for matter in visit.matters if not matter.withdrawn]
        day = short_date(visit.date, self._work.desk.language) if visit.date else ""
        first = standing[0] if standing else None
        asked = (first.service_code or matter_words.word(first.kind)) if first else ""
        same = "" if found.sure else self.tr("same name")
        rest = " · ".join(part for part in (day, visit.queue, asked, same) if part)
        name = visit.name or self.tr("No name")
        if first is None:
            return Match(visit, name, rest)
        look = "warn" if first.is_open else "ok"
        return Match(visit, name, rest, matter_words.word(first.status), look)

    def _take(self, visit: Visit) -> None:
        draft = self._form.read()
        known = VisitDraft.of(visit)
        own = draft.id_number.strip()
        document = {} if own else {n: getattr(known, n) for n in ("id_kind", "id_number", "id_country")}
        birth = {} if draft.born else {n: getattr(known, n) for n in ("born", "born_how", "sex")}
        filled = {name: getattr(known, name) or getattr(draft, name) for name in _FILLED}
        self._taken = "" if own else visit.id
        self._form.show_client(
            replace(
                draft,
                **document,
                **birth,
                **filled,
                groups=draft.groups | known.groups,
                nationality=draft.nationality or known.nationality,
                language=known.language or draft.language,
            )
        )
        self._form.client.phone.setFocus(Qt.FocusReason.TabFocusReason)

    def _note_reveal(self) -> None:
        """Write down that a recorded number was shown; one typed here a moment ago is not recorded yet."""
        if self._taken:
            records.reveal(self._work.office, self._taken, "identity")
