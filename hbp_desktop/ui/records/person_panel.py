"""Whom a record is about: name, masked document, age, sex, groups, telephone, address, proxy."""

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.dates import clock, plain_date
from hbp_desktop.domain.person import age_on
from hbp_desktop.domain.phone import display_phone
from hbp_desktop.domain.visit import Visit
from hbp_desktop.ui import matter_words
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.identity_edit import SHOWN_MS
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.records.columns import client_name, document
from hbp_desktop.usecases.catalogues import Catalogues


class PersonPanel(QWidget):
    """Signal `reveal_wanted`; the page answers with `reveal()` once that was written down."""

    reveal_wanted = Signal()

    def __init__(self, visit: Visit, language: str, today: date, catalogues: Catalogues) -> None:
        super().__init__()
        self._visit = visit
        self._facts = self._fact_words(language, today, catalogues)
        whole_name = "" if visit.anonymous else " ".join(visit.name.split())
        self._name = Text(whole_name or client_name(visit), "heading", wrap=True)
        self._document = Text("", "body", "ink2", wrap=True)
        self._show = Button("", icon="eye", height="head_control", name="record.reveal")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.cover)
        self._lay_out(language)
        self._show.clicked.connect(lambda: self.reveal_wanted.emit())
        self.cover()

    def reveal(self) -> None:
        """Show the document whole for ten seconds."""
        identity = self._visit.identity
        number = identity.number if identity else ""
        self._document.setText(" · ".join(filter(None, (number, *self._facts))))
        self._show.setEnabled(False)
        self._timer.start()

    def cover(self) -> None:
        """Mask the document again."""
        self._timer.stop()
        number = "" if self._visit.guarded and self._visit.anonymous else document(self._visit)
        self._document.setText(" · ".join(filter(None, (number, *self._facts))))
        self._document.setVisible(bool(self._document.text()))
        self._show.setEnabled(True)

    def document_words(self) -> str:
        """Give the line with the document as shown."""
        return self._document.text()

    def _fact_words(self, language: str, today: date, catalogues: Catalogues) -> list[str]:
        visit = self._visit
        facts = []
        if visit.identity and visit.identity.kind not in ("mykad", "none"):
            facts.append(
                " ".join(filter(None, (matter_words.word(visit.identity.kind), visit.identity.country)))
            )
        if visit.born:
            facts.append(self.tr("%n years", "", age_on(visit.born, today)))
        if visit.sex:
            facts.append(matter_words.word(visit.sex))
        groups = [catalogues.groups[code] for code in sorted(visit.groups) if code in catalogues.groups]
        facts += [group.label(language) for group in groups]
        if visit.oku and "oku" not in visit.groups:
            facts.append("OKU")
        return facts

    def _lay_out(self, language: str) -> None:
        top, words = row(gap="field"), column(gap="two")
        words.addWidget(self._name)
        words.addWidget(self._document)
        top.addLayout(words, 1)
        if self._visit.identity and self._visit.identity.number:
            top.addWidget(self._show)
        self._show.setText(self.tr("Show"))
        self._show.setAccessibleName(self.tr("Show the document for ten seconds; it is written down"))
        whole = column(self, gap="two")
        whole.addLayout(top)
        for line in self._lines(language):
            whole.addWidget(Text(line, "body", "ink2", wrap=True))

    def _lines(self, language: str) -> list[str]:
        visit = self._visit
        address = ", ".join(filter(None, (" ".join(visit.address.split()), visit.postcode)))
        proxy = visit.proxy
        through = self.tr("Through %1")
        named = (
            ", ".join(filter(None, (proxy.name, proxy.relation, display_phone(proxy.phone)))) if proxy else ""
        )
        day = plain_date(visit.date, language) if visit.date else ""
        counter = self.tr("Counter %1").replace("%1", visit.counter) if visit.counter else ""
        time = clock(visit.time, language) if visit.time else ""
        lines = (
            " · ".join(filter(None, (display_phone(visit.phone), address))),
            through.replace("%1", named) if named else "",
            " · ".join(filter(None, (visit.queue, counter, visit.officer))),
            " · ".join(filter(None, (day, time, visit.place))),
            visit.note,
        )
        return [line for line in lines if line]
