"""Segerak: how this computer stands with the state office, what proves it, what needs a look."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from hbp_desktop.domain.errors import HbpError, Problem
from hbp_desktop.domain.listing import Filter
from hbp_desktop.ui import errors, tasks
from hbp_desktop.ui.desk import Desk, Select, Shape
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.loader import Loader
from hbp_desktop.ui.page import Hint, Page
from hbp_desktop.ui.parts.scroll import PageArea
from hbp_desktop.ui.parts.text import paper
from hbp_desktop.ui.sync import reading
from hbp_desktop.ui.sync.computers_card import ComputersCard
from hbp_desktop.ui.sync.enrol_card import ConfirmCard, EnrolCard, StepsCard
from hbp_desktop.ui.sync.look_card import LookCard
from hbp_desktop.ui.sync.reading import Seen
from hbp_desktop.ui.sync.receipts_card import ReceiptsCard
from hbp_desktop.ui.sync.state_card import StateCard
from hbp_desktop.ui.theme import theme
from hbp_desktop.usecases import exchange
from hbp_desktop.usecases.enrolling import MOST_CA
from hbp_desktop.usecases.exchange import Enrolled
from hbp_desktop.usecases.small_files import read_small

LEAST_LIST = 150  # height in pixels at 100 % of a list's card


class SyncPage(Page):
    """Nothing on it waits for the line: rounds run in the lane, reading beside the window."""

    key = "sync"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._seen, self._anew = Seen(), False
        self.state, self.computers = StateCard(), ComputersCard()
        self.receipts, self.look = ReceiptsCard(), LookCard()
        self.enrol, self.confirm, self.steps = EnrolCard(), ConfirmCard(), StepsCard()
        self._loader = Loader(self, self._show_seen, self._failed)
        self._inside = paper(QWidget(), "clear")
        self._area = PageArea(self._inside, "sync.area")
        self._lay_out()
        self._connect()
        self.retranslate()

    def title(self) -> str:
        return self.tr("Exchange")

    def subtitle(self) -> str:
        return self.desk.exchange.standing.peer_name or self.tr("With the state office")

    def hints(self) -> tuple[Hint, ...]:
        enrolled = self.desk.exchange.standing.enrolled
        first = ("F5", self.tr("Try now")) if enrolled else ("Ctrl+Enter", self.tr("Enrol"))
        return (first, ("Tab", self.tr("Next")), ("Enter", self.tr("Open")))

    def help(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("What happens by itself"),
                self.tr(
                    "Records are saved here first. When there is a connection they go to the state office, "
                    "a little at a time, and what others of this office recorded comes back. You can go on "
                    "typing, lock or close the program: what was not sent is sent another time."
                ),
            ),
            (
                self.tr("What the four numbers count"),
                self.tr(
                    "Waiting: only on this computer. Sent: the state office holds it and has not counted it "
                    "yet. State has it: held and counted, proved by a receipt. Needs a look: held, and not "
                    "counted; the list says why."
                ),
            ),
            (
                self.tr("When there is no connection"),
                self.tr(
                    "Nothing has to be done. The program tries again by itself, less often the longer it "
                    "lasts. F5 tries at once. A page of a Wi-Fi that wants a login first does not count as a "
                    "connection: open a browser, log in, then try."
                ),
            ),
            (
                self.tr("When the clock is wrong"),
                self.tr(
                    "A wrong date makes a safe connection impossible. The page shows the time at the state "
                    "office: set this computer's clock, then try again. Certificates are never passed over."
                ),
            ),
        )

    def opened(self, target: object = None) -> None:
        self.desk.exchange.look_at_once()
        self._show()
        self._read()
        here = QApplication.focusWidget()
        if here is None or not self.isAncestorOf(here):
            self._take_focus()

    def refreshed(self) -> None:
        self._show()
        self._read()

    def reflow(self, shape: Shape) -> None:
        super().reflow(shape)
        one = not shape.at_least("narrow")
        way = QBoxLayout.Direction.TopToBottom if one else QBoxLayout.Direction.LeftToRight
        self._across.setDirection(way)
        self.state.fold(narrow=not shape.at_least("normal"))
        self.receipts.fold(narrow=not shape.at_least("normal"))
        for card in (self.receipts, self.look):
            card.setMinimumHeight(theme().px(LEAST_LIST))

    def retranslate(self) -> None:
        self._area.setAccessibleName(self.tr("Exchange"))
        self.steps.retranslate()
        self._show_seen(self._seen)
        self._show()

    def put_away(self) -> None:
        self.enrol.forget()
        self._anew = False

    def seen(self) -> Seen:
        """Give what is shown beside how things stand."""
        return self._seen

    def _take_focus(self) -> None:
        if self.desk.exchange.standing.enrolled:
            self.state.again.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.enrol.take_focus()

    def _show(self) -> None:
        """Show how things stand, from what is known already."""
        knows = self.desk.exchange
        standing, language, now = knows.standing, self.desk.language, self.desk.now()
        confirming = standing.phase == "confirming" and not self._anew
        asks = not standing.enrolled or self._anew
        shown = {
            self.enrol: asks,
            self.confirm: confirming,
            self.state: not asks,
            self.steps: asks or confirming,
            self.computers: not (asks or confirming),
            self.receipts: not (asks or confirming),
            self.look: not (asks or confirming),
        }
        for card, visible in shown.items():
            card.setVisible(visible)
        self.enrol.retranslate(self.desk.office.may("sync.enrol"), self.desk.why_not("sync.enrol"))
        self.confirm.show_words(standing.words, standing.peer_name)
        self.state.show_standing(standing, knows.step, self._trouble(), language, now)
        self.state.show_busy(knows.busy, self.desk.office.may("sync.run"), self.desk.why_not("sync.run"))

    def _trouble(self) -> Problem | None:
        """Give what kept the last try from going well."""
        knows = self.desk.exchange
        return knows.standing.last_error or (knows.result.problem if knows.result else None)

    def _read(self) -> None:
        if self.desk.exchange.standing.enrolled:
            office = self.desk.office
            self._loader.later(lambda: reading.read(office))

    def _show_seen(self, seen: Seen) -> None:
        self._seen = seen
        language, now = self.desk.language, self.desk.now()
        self.banners.clear("sync")
        self.receipts.show_receipts(seen.receipts, language, now)
        self.look.show_lines(seen.looked, language)
        self._right.setStretchFactor(self.look, 1 if seen.looked else 0)
        self.computers.show_computers(seen.laptops)
        self.computers.show_stated(seen.stated, language, now)

    def _failed(self, error: Exception) -> None:
        self.say_error("sync", error)

    def _on_exchange(self) -> None:
        if self.isVisible():
            self._show()
            if not self.desk.exchange.busy:
                self._read()
        self.head_changed.emit()

    def _on_step(self) -> None:
        if self.isVisible():
            self._show()

    def _ask_enrol(self, address: str, code: str, ca: str) -> None:
        office = self.desk.office
        self.enrol.set_busy(True)

        def ask() -> Enrolled:
            certificates = read_small(Path(ca), MOST_CA) if ca else None
            return exchange.enrol(office, address, code, certificates)

        tasks.start(ask, self._on_enrolled, self._on_refused)

    def _on_enrolled(self, _enrolled: Enrolled) -> None:
        self.enrol.set_busy(False)
        self.enrol.forget()
        self._anew = False
        self.desk.exchange.look_at_once()
        self._show()
        self.head_changed.emit()
        self._take_focus()
        self.desk.exchange.try_now()

    def _on_refused(self, error: Exception) -> None:
        self.enrol.set_busy(False)
        if not isinstance(error, HbpError):
            errors.note(error)
        self.enrol.show_trouble(errors.sentence(error, self.desk.language))

    def _open(self, mark: str) -> None:
        """Open the records behind a number."""
        of_records = mark != "look" or self.desk.exchange.standing.matters_look
        if of_records and not self.desk.why_not("record.see"):
            self.desk.go("records", Select(Filter(mark=mark)))
        elif mark == "look" and self._seen.looked:
            self.look.take_focus()

    def _enrol_anew(self) -> None:
        """Show the form again: the state office wants this computer to enrol once more."""
        self._anew = True
        self.enrol.address.setText(self.desk.exchange.standing.url)
        self._show()
        self.enrol.take_focus()

    def _leave_form(self) -> None:
        if self._anew:
            self._anew = False
            self.enrol.forget()
            self._show()
            self._take_focus()

    def _go_on(self) -> None:
        if self.desk.exchange.standing.enrolled and not self._anew:
            self.state.again.click()
        else:
            self.enrol.submit()

    def _lay_out(self) -> None:
        left, right = column(gap="cards"), column(gap="cards")
        left.addWidget(self.enrol, 1)
        left.addWidget(self.confirm)
        left.addWidget(self.state)
        left.addWidget(self.computers, 1)
        for card in (self.steps, self.receipts):
            right.addWidget(card, 1)
        right.addWidget(self.look)
        self._right = right
        self._across = row(self._inside, gap="cards")
        self._across.addLayout(left, 1)
        self._across.addLayout(right, 1)
        self.body.addWidget(self._area, 1)

    def _connect(self) -> None:
        self.state.opened.connect(self._open)
        self.state.try_wanted.connect(self.desk.exchange.try_now)
        self.state.enrol_wanted.connect(self._enrol_anew)
        self.look.opened.connect(lambda visit: self.desk.go("records", Select(visit)))
        self.enrol.asked.connect(self._ask_enrol)
        self.desk.exchange.changed.connect(self._on_exchange)
        self.desk.exchange.stepped.connect(self._on_step)
        self.shortcut("F5", self._go_on)
        self.shortcut("Esc", self._leave_form)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self.shortcut(keys, self._go_on)
