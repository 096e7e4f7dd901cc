"""Keys: my password, who can open the office here, the printed code, the state's key."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hbp_desktop.domain.errors import HbpError, Invalid, Locked, Problem, Refused
from hbp_desktop.ui import errors, files, tasks
from hbp_desktop.ui.desk import Desk, Shape
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.settings.keys_forms import CodeCard, PasswordCard
from hbp_desktop.ui.settings.keys_list import KeysList
from hbp_desktop.ui.settings.section import Section
from hbp_desktop.usecases import keys, setup, vault_keys

_LONGEST_KEY_FILE = 64 * 1024


class KeysSection(Section):
    """Each act runs in the lane and is said when done. `ask_file` is replaced by tests."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.ask_file: Callable[[QWidget, str], str] = files.ask_file
        self._task: tasks.Task | None = None
        self.mine, self.list, self.code = PasswordCard(desk.language), KeysList(), CodeCard()
        self._lay_out()
        self._connect()
        self.retranslate()

    def subtitle(self) -> str:
        return self.tr("Of this computer; passwords never leave it")

    def opened(self) -> None:
        office = self.desk.office
        try:
            found, waiting = keys.slots_here(office), keys.slots_waiting(office)
        except HbpError as error:
            self.say_error("keys", error)
            return
        own = next((one for one in found if one.mine and one.kind == "officer"), None)
        self.mine.show_slot(own is not None, own is not None and own.bound)
        self.mine.new.known = (office.officer.name, office.officer.post, office.code)
        self.list.show_slots(found)
        signs = any(keys.signs_as(office, tier) for tier in ("admin", "root"))
        confirms = signs and office.may("officer.reset")
        self.list.allow(office.may("key.rotate"), office.may("escrow.set"), len(waiting) if confirms else 0)
        self.code.setVisible(office.may("code.replace"))

    def refreshed(self) -> None:
        if self._task is None:
            self.opened()

    def reflow(self, shape: Shape) -> None:
        super().reflow(shape)
        beside = shape.at_least("normal")
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._across.setDirection(way)

    def retranslate(self) -> None:
        self.mine.retranslate(self.desk.language)
        self.list.retranslate()
        self.code.retranslate()
        self.opened()

    def put_away(self) -> None:
        """Drop passwords and codes; what has begun is finished."""
        self.mine.forget()
        self.code.stop()

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.put_away()

    def change_password(self, old: str, new: str) -> None:
        """Change one's own password."""
        said = self.tr("The password is changed. The old one opens nothing here any more.")
        self._do("mine", lambda: keys.change_password(self.desk.office, old, new), said)

    def bind(self, old: str) -> None:
        """Have the keyring stand beside one's own password."""
        said = self.tr("This computer's keyring now stands beside your password.")
        self._do("mine", lambda: keys.bind_account(self.desk.office, old), said)

    def rotate(self) -> None:
        """Encrypt the file anew."""
        said = self.tr("The whole file is encrypted under a new key.")
        self._do("rotate", lambda: vault_keys.rotate(self.desk.office), said)

    def confirm(self) -> None:
        """Stand behind keys made where nobody could sign for them."""
        said = self.tr("The new keys stand on the roster.")
        self._do("confirm", lambda: keys.confirm_slots(self.desk.office), said)

    def replace_code(self, old: str, new: str) -> None:
        """Replace the printed code."""
        said = self.tr("The code is replaced. Put the new sheet in the safe and destroy the old one.")
        self._do("code", lambda: vault_keys.new_recovery_code(self.desk.office, old, new), said)

    def install_escrow(self) -> None:
        """Ask for the state's key file and seal the data key to it as well."""
        chosen = self.ask_file(self.window(), self.tr("The state's key file"))
        if chosen:
            said = self.tr("The state's key is installed; the state office can open this file as well.")
            self._do("escrow", lambda: _install(self.desk, Path(chosen)), said)

    def _do(self, what: str, job: Callable[[], object], said: str) -> None:
        if self._task is not None:
            return
        for key in ("keys", "done"):
            self.clear(key)
        self._set_busy(True)
        self._task = tasks.start(job, lambda _: self._done(what, said), lambda e: self._failed(what, e))

    def _done(self, what: str, said: str) -> None:
        self._set_busy(False)
        if what == "mine":
            self.mine.forget()
        if what == "code":
            self.code.stop()
        self.banners.show_banner("done", "ok", said)
        self.desk.announce(said)
        self.opened()

    def _failed(self, what: str, error: Exception) -> None:
        self._set_busy(False)
        sentence = errors.sentence(_first(error), self.desk.language)
        if what == "mine" and isinstance(error, Locked):
            self.mine.say_old(sentence)
        elif what == "code" and isinstance(error, Invalid | Locked):
            self.code.say_old(sentence)
        else:
            self.say_error("keys", error)

    def _set_busy(self, busy: bool) -> None:
        if not busy:
            self._task = None
        for part in (self.mine, self.list, self.code):
            part.set_busy(busy)

    def _begin_code(self) -> None:
        from hbp_desktop.usecases.catalogues import catalogues

        name = catalogues().offices.find(self.desk.office.code).name
        self.code.start(setup.new_recovery_code(), name, self.desk.language)

    def _lay_out(self) -> None:
        self._across = row(gap="cards")
        left, right = column(gap="cards"), column(gap="cards")
        for layout, cards in ((left, (self.list, self.code)), (right, (self.mine,))):
            for card in cards:
                layout.addWidget(card)
            layout.addStretch(1)
        self._across.addLayout(left, 3)
        self._across.addLayout(right, 2)
        self.body.addLayout(self._across)

    def _connect(self) -> None:
        self.mine.submitted.connect(self.change_password)
        self.mine.bind_wanted.connect(self.bind)
        self.list.rotate_wanted.connect(self.rotate)
        self.list.confirm_wanted.connect(self.confirm)
        self.list.escrow_wanted.connect(self.install_escrow)
        self.code.wanted.connect(self._begin_code)
        self.code.submitted.connect(self.replace_code)


def _first(error: Exception) -> Exception | Problem:
    return error.problems[0] if isinstance(error, Invalid) and error.problems else error


def _install(desk: Desk, path: Path) -> str:
    try:
        with path.open("rb") as file:
            text = file.read(_LONGEST_KEY_FILE).decode("utf-8", "replace")
    except OSError:
        raise Refused("escrow_malformed") from None
    return vault_keys.install_escrow(desk.office, text)
