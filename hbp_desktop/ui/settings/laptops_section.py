"""Laptops: which belong to the office, how one more joins, what is held of others, and how one is revoked."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QFileDialog, QWidget

from hbp_desktop.domain.admission import LONGEST_ADMISSION
from hbp_desktop.domain.errors import HbpError, Refused
from hbp_desktop.domain.joining import LONGEST_REQUEST
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.files import ask_file, write_file
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.six_words_panel import SixWordsPanel
from hbp_desktop.ui.parts.text import Text, paper
from hbp_desktop.ui.reason_sheet import ReasonSheet
from hbp_desktop.ui.settings.admit_sheet import AdmitSheet
from hbp_desktop.ui.settings.laptop_row import LaptopRow
from hbp_desktop.ui.settings.section import Section
from hbp_desktop.usecases import admitting, devices, joining
from hbp_desktop.usecases.admitting import Admitted
from hbp_desktop.usecases.devices import Laptop
from hbp_desktop.usecases.fingerprints import words_of_office
from hbp_desktop.usecases.small_files import read_small

_T = TypeVar("_T")


class LaptopsSection(Section):
    """Every act shows its outcome in the list at once; files are asked for by the system's dialogs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._list, self._admitting = Card("laptops.list", flush=True), Card("laptops.admitting")
        self._merging = Card("laptops.merging")
        self.rows: list[LaptopRow] = []
        self._holder = paper(QWidget(), "clear")
        self._lines = column(self._holder, gap="none")
        self.read = Button("", "primary", "folder-open", name="laptops.read")
        self.ask = Button("", "normal", "save", name="laptops.ask")
        self.take = Button("", "normal", "folder-open", name="laptops.take")
        self.words = SixWordsPanel("laptops.words")
        self._told = {name: Text("", "small", "ink2", wrap=True) for name in ("admit", "merge", "office")}
        self.admitted: Admitted | None = None
        self.sheet: AdmitSheet | ReasonSheet | None = None
        self._lay_out()
        self._connect()
        self.retranslate()

    def subtitle(self) -> str:
        return self.tr("Of the whole office; a laptop counts once an administrator has admitted it")

    def opened(self) -> None:
        self._look()

    def refreshed(self) -> None:
        self._look()

    def retranslate(self) -> None:
        self._admitting.set_title(self.tr("Admit a computer"))
        self._told["admit"].setText(
            self.tr("Open the request file of the computer that asks. You compare six words with its screen.")
        )
        self.read.setText(self.tr("Open a request file…"))
        self._merging.set_title(self.tr("Two computers set up alone"))
        self._told["merge"].setText(
            self.tr(
                "If another computer of this office was set up by itself, join them: save a request here, "
                "admit it there, open the permission file here. Records and reference numbers stay."
            )
        )
        self.ask.setText(self.tr("Save a request…"))
        self.take.setText(self.tr("Open a permission file…"))
        self._look()

    def read_request(self, path: Path) -> None:
        """Show who asks, and admit once the words were compared."""
        self.clear("laptops")
        try:
            data = read_small(path, LONGEST_REQUEST)
            seen = admitting.look(self.desk.office, data)
        except HbpError as error:
            self.say_error("laptops", error)
            return
        sheet = AdmitSheet(seen)
        sheet.agreed.connect(lambda: self._admit(data))
        self._open(sheet)

    def save_admission(self, path: Path) -> None:
        """Write the permission file of the computer just admitted."""
        if self.admitted is None:
            return
        if write_file(path, self.admitted.file):
            self._say_done(
                self.tr("%1 is admitted.").replace("%1", self.admitted.name),
                self.tr("Take the permission file back to that computer and open it there."),
            )
        else:
            self.say_error("laptops", Refused("file_not_writable", file=path.name))

    def save_request(self, path: Path) -> None:
        """Ask to join another computer's office, and show this one's words."""
        asked = self._try(lambda: joining.ask_from(self.desk.office))
        if asked is None:
            return
        if write_file(path, asked.data):
            self.words.show_words(asked.words)
            self.words.show()
            self._say_done(
                self.tr("The request is saved."),
                self.tr("Compare the six words below with the other computer's screen."),
            )
        else:
            self.say_error("laptops", Refused("file_not_writable", file=path.name))

    def take_admission(self, path: Path) -> None:
        """Take in the answer of the other computer."""
        took = self._try(lambda: joining.take(self.desk.office, read_small(path, LONGEST_ADMISSION)))
        if took is not None:
            self.words.hide()
            self._say_done(
                self.tr("This computer has joined."),
                self.tr("Its records count there once both have exchanged."),
            )
            self._look()
            self.desk.changed.emit()

    def ask_reason(self, key: str) -> None:
        """Say what revoking does and does not do, and ask why."""
        found = next(one.laptop for one in self.rows if one.laptop.key == key)
        sheet = ReasonSheet(
            "revoke",
            self.tr("Revoke %1").replace("%1", found.name),
            self.tr(
                "What is held of it here goes on counting; what arrives later is held and not counted. "
                "Nothing is erased on that computer, and its officers stay on the list."
            ),
            self.tr("Revoke"),
            danger=True,
        )
        sheet.given.connect(lambda reason: self._revoke(key, reason))
        self._open(sheet)

    def count_held(self, key: str) -> None:
        """Let what is held of a computer count."""
        found = next(one.laptop for one in self.rows if one.laptop.key == key)
        reason = self.tr("Held records accepted")
        self._done(self._try(lambda: self._count(found, reason)), self.tr("The records of %1 count now."))

    def put_away(self) -> None:
        self.admitted = None
        if self.sheet is not None:
            self.sheet.close_sheet()
            self.sheet = None

    def _lay_out(self) -> None:
        self._list.add(self._told["office"], self._holder)
        self._admitting.add(self._told["admit"])
        acts = row(gap="field")
        acts.addWidget(self.read)
        acts.addStretch(1)
        self._admitting.body.addLayout(acts)
        self._merging.add(self._told["merge"])
        acts = row(gap="field")
        for button in (self.ask, self.take):
            acts.addWidget(button)
        acts.addStretch(1)
        self._merging.body.addLayout(acts)
        self._merging.add(self.words)
        self.words.hide()
        for card in (self._list, self._admitting, self._merging):
            self.body.addWidget(card)

    def _connect(self) -> None:
        self.read.clicked.connect(lambda: self._pick(self.tr("Open a request file"), self.read_request))
        self.take.clicked.connect(lambda: self._pick(self.tr("Open a permission file"), self.take_admission))
        self.ask.clicked.connect(
            lambda: self._place(self.tr("Save the request file"), "join-request.hbp", self.save_request)
        )

    def _look(self) -> None:
        try:
            found = devices.laptops(self.desk.office)
        except HbpError as error:
            self.say_error("laptops", error)
            return
        may_admit, may_revoke = (self.desk.office.may(f"device.{verb}") for verb in ("admit", "revoke"))
        self._admitting.setVisible(may_admit)
        self._merging.setVisible(may_admit)
        words = words_of_office(self.desk.office.opened)
        told = self.tr("The six words of this office, the same on each of its computers: %1")
        self._told["office"].setText(told.replace("%1", words))
        self._list.set_title(self.tr("The office's computers"), len(found))
        self._show_rows(found, may_admit, may_revoke)

    def _show_rows(self, found: tuple[Laptop, ...], may_admit: bool, may_revoke: bool) -> None:
        for old in self.rows:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [LaptopRow(one, may_admit, may_revoke) for one in found]
        for made in self.rows:
            made.admit_wanted.connect(self.count_held)
            made.revoke_wanted.connect(self.ask_reason)
            self._lines.addWidget(made)

    def _admit(self, data: bytes) -> None:
        admitted = self._try(lambda: admitting.admit(self.desk.office, data))
        if admitted is None:
            return
        self.admitted = admitted
        self._look()
        self.desk.changed.emit()
        self._place(self.tr("Save the permission file"), "permission.hbp", self.save_admission)

    def _count(self, found: Laptop, reason: str) -> Laptop:
        if found.state == "revoked":
            return devices.revoke(self.desk.office, found.key, reason, accept_all_held=True)
        return devices.admit_held(self.desk.office, found.key)

    def _revoke(self, key: str, reason: str) -> None:
        self._done(
            self._try(lambda: devices.revoke(self.desk.office, key, reason)), self.tr("%1 is revoked.")
        )

    def _done(self, found: Laptop | None, words: str) -> None:
        if found is not None:
            self._say_done(words.replace("%1", found.name), "")
            self._look()
            self.desk.changed.emit()

    def _try(self, act: Callable[[], _T]) -> _T | None:
        self.clear("laptops")
        try:
            return act()
        except HbpError as error:
            self.say_error("laptops", error)
            return None

    def _say_done(self, first: str, rest: str) -> None:
        self.banners.show_banner("laptops", "ok", first, rest)

    def _open(self, sheet: AdmitSheet | ReasonSheet) -> None:
        self.sheet = sheet
        sheet.open_over(self.window())

    def _pick(self, title: str, then: Callable[[Path], None]) -> None:
        if chosen := ask_file(self.window(), title):
            then(Path(chosen))

    def _place(self, title: str, name: str, then: Callable[[Path], None]) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self.window(), title, name)
        if chosen:
            then(Path(chosen))
