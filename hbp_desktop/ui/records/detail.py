"""One record: whom it is about, each matter with its clocks, what was written twice, and its history."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from hbp_desktop.domain.deadlines import MatterClock
from hbp_desktop.domain.exchange import Mark
from hbp_desktop.ui.attachments.panel import AttachmentPanel
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.banner import Banner
from hbp_desktop.ui.parts.button import Button, IconButton
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.empty import EmptyState
from hbp_desktop.ui.parts.text import Text, line, paper
from hbp_desktop.ui.records import columns, field_words
from hbp_desktop.ui.records.ask_panel import AskPanel
from hbp_desktop.ui.records.history_list import HistoryList
from hbp_desktop.ui.records.mark_line import MarkLine
from hbp_desktop.ui.records.matter_panel import MatterPanel
from hbp_desktop.ui.records.person_panel import PersonPanel
from hbp_desktop.ui.records.sealed_panel import SealedPanel
from hbp_desktop.ui.time_words import moment
from hbp_desktop.usecases.catalogues import Catalogues
from hbp_desktop.usecases.record_history import Clash
from hbp_desktop.usecases.record_list import status_of
from hbp_desktop.usecases.records import Record

Clocks = Mapping[str, tuple[MatterClock, ...]]


class RecordDetail(Card):
    """Signals: `correct_wanted`, `withdraw_wanted`, `reveal_wanted`, `back_wanted`, `move_wanted(matter,
    status)`, `clock_wanted(matter, clock)`, `copied(reference)`; of a sealed one `open_wanted`,
    `reseal_wanted`, `action_wanted(matter)`."""

    correct_wanted = Signal()
    withdraw_wanted = Signal()
    reveal_wanted = Signal()
    back_wanted = Signal()
    move_wanted = Signal(object, str)
    clock_wanted = Signal(object, str)
    copied = Signal(str)
    open_wanted = Signal()
    reseal_wanted = Signal()
    action_wanted = Signal(object)

    def __init__(self, catalogues: Catalogues) -> None:
        super().__init__("record", flush=True, headless=True)
        self._catalogues = catalogues
        self._ref, self._state = Text("", "body", mono=True, stress="strong"), Chip(name="record.state")
        self._copy = IconButton("copy", "record.copy")
        self._back = IconButton("chevron-left", "record.back", height="head_control")
        self._lies = MarkLine()
        self._area = QScrollArea()
        self._none = EmptyState("list", "record.none")
        self._whole = QWidget()
        self.ask = AskPanel("record.ask")
        self.correct = Button("", icon="pencil", key="Ctrl+E", name="record.correct")
        self.withdraw = Button("", "danger", name="record.withdraw")
        self.person: PersonPanel | None = None
        self.sealed: SealedPanel | None = None
        self.matters: list[MatterPanel] = []
        self.attachments: AttachmentPanel | None = None  # the page's own, which knows the office
        self._may_open = False
        self._lay_out()
        self._connect()

    def set_narrow(self, narrow: bool) -> None:
        """Show the way back to the list where this takes its place."""
        self._back.setVisible(narrow)

    def show_nothing(self) -> None:
        """Show that no record is chosen."""
        self._whole.hide()
        self._none.set_words(self.tr("Choose a record in the list to see it here."))
        self._none.show()

    def show_record(
        self, record: Record, clocks: Clocks, language: str, today: date, may_open: bool = False
    ) -> None:
        """Show a record as it was opened; `may_open` is whether sealed ones may be opened here."""
        visit = record.visit
        self._none.hide()
        self._whole.show()
        self._ref.setText(visit.ref)
        status = status_of(matter for matter in visit.matters if not matter.withdrawn)
        if visit.withdrawn:
            self._state.set(self.tr("Withdrawn"), "neutral")
        else:
            self._state.set(columns.status_word(status), columns.status_look(status))
        self._state.setVisible(bool(self._state.text()))
        self._word_buttons(visit.withdrawn)
        if visit.guarded:
            self.correct.explain(
                False, self.tr("A sealed matter is not corrected: withdraw it, record it anew.")
            )
        self._may_open = may_open
        self._fill(record, clocks, language, today)
        self.setAccessibleName(f"{visit.ref}, {columns.client_name(visit)}")

    def show_mark(self, mark: Mark, since: int | None, language: str, today: date) -> None:
        """Say where the record lies, and since when the state office has it."""
        at = moment(since, language, today) if since else ""
        self._lies.say(mark, at)

    def reveal(self) -> None:
        """Show the document for a while."""
        if self.person is not None:
            self.person.reveal()

    def take_focus(self) -> None:
        """Put the focus on the first thing to do."""
        self.correct.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, record: Record, clocks: Clocks, language: str, today: date) -> None:
        inside = paper(QWidget(), "clear")
        body = column(inside, gap="row", margins="card")
        self.person = PersonPanel(record.visit, language, today, self._catalogues)
        self.person.reveal_wanted.connect(self.reveal_wanted)
        for clash in record.clashes:
            body.addWidget(self._clash(clash, language, today))
        self._add_sealed(body, record)
        body.addWidget(self.person)
        self._add_matters(body, record, clocks, language, today)
        self._add_attachments(body, record)
        if not record.closed:
            self._add_history(body, record, language, today)
        body.addStretch(1)
        self._area.setWidget(inside)

    def _add_sealed(self, body: QVBoxLayout, record: Record) -> None:
        """Say of a guarded record why only a row is shown."""
        self.sealed = SealedPanel(record, self._may_open) if record.visit.guarded else None
        if self.sealed is not None:
            self.sealed.open_wanted.connect(self.open_wanted)
            self.sealed.reseal_wanted.connect(self.reseal_wanted)
            self.sealed.action_wanted.connect(self.action_wanted)
            body.addWidget(self.sealed)

    def _add_matters(
        self, body: QVBoxLayout, record: Record, clocks: Clocks, language: str, today: date
    ) -> None:
        self.matters = []
        for matter in record.visit.matters:
            panel = MatterPanel(
                matter, clocks.get(matter.id, ()), language, today, fixed=record.visit.withdrawn
            )
            panel.move_wanted.connect(self.move_wanted)
            panel.clock_wanted.connect(self.clock_wanted)
            self.matters.append(panel)
            body.addWidget(line())
            body.addWidget(panel)

    def _add_attachments(self, body: QVBoxLayout, record: Record) -> None:
        """Put the panel, which outlives what is shown, into what is shown now."""
        if self.attachments is not None:
            visit = record.visit
            body.addWidget(self.attachments)
            about = () if visit.guarded else (visit.id, *(matter.id for matter in visit.matters))
            self.attachments.show_of(about, not visit.withdrawn)

    def _add_history(self, body: QVBoxLayout, record: Record, language: str, today: date) -> None:
        heading = row(gap="field")
        heading.addWidget(Text(self.tr("History"), "body", stress="strong"))
        heading.addWidget(Text(self.tr("%n entries", "", len(record.history)), "small", "ink2"), 1)
        history = HistoryList()
        history.show_history(record.history, language, today, self._catalogues)
        body.addWidget(line())
        body.addLayout(heading)
        body.addWidget(history)

    def _clash(self, clash: Clash, language: str, today: date) -> Banner:
        """Say which field has two versions, whose they are, and how to decide."""
        words = [
            f"{field_words.value_words(clash.name, version.value, language, self._catalogues)} "
            f"({version.officer}, {moment(version.at, language, today)})"
            for version in clash.versions
        ]
        label = field_words.label(clash.name, language)
        banner = Banner("warn", f"record.clash.{clash.name}")
        first = self.tr("%1 was written twice at the same time.").replace("%1", label)
        rest = self.tr("%1. The last one shows; correct the record to decide. Both stay in the history.")
        banner.set_words(first, rest.replace("%1", "; ".join(words)), icon="git-merge")
        return banner

    def _word_buttons(self, withdrawn: bool) -> None:
        self.correct.setText(self.tr("Correct…"))
        self.correct.explain(not withdrawn, self.tr("Restore the record first."))
        self.withdraw.setText(self.tr("Restore…") if withdrawn else self.tr("Withdraw…"))
        self._copy.set_label(self.tr("Copy the reference number"))
        self._back.set_label(self.tr("Back to the list (Esc)"))

    def _lay_out(self) -> None:
        head = row(gap="tight", margins="card row")
        for part in (self._back, self._ref, self._copy):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self._state)
        foot = row(gap="field", margins="card row")
        foot.addWidget(self.correct)
        foot.addStretch(1)
        foot.addWidget(self.withdraw)
        whole = column(self._whole, gap="none")
        whole.addLayout(head)
        whole.addWidget(self._lies)
        whole.addWidget(line())
        self._area.setObjectName("record.area")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole.addWidget(self._area, 1)
        asked = column(gap="none", margins="field none")
        asked.addWidget(self.ask)
        whole.addWidget(line())
        whole.addLayout(asked)
        whole.addLayout(foot)
        self.add(self._whole, self._none)
        self._back.hide()

    def _connect(self) -> None:
        self.correct.clicked.connect(lambda: self.correct_wanted.emit())
        self.withdraw.clicked.connect(lambda: self.withdraw_wanted.emit())
        self._back.clicked.connect(lambda: self.back_wanted.emit())
        self._copy.clicked.connect(self._copy_reference)

    def _copy_reference(self) -> None:
        QApplication.clipboard().setText(self._ref.text())
        self.copied.emit(self._ref.text())
