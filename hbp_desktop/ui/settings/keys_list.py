"""The ways into the office on this computer, one a line, and what the keys behind them can have done."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.flowing import Flowing
from hbp_desktop.ui.parts.press_row import ToneMark
from hbp_desktop.ui.parts.text import Elided, Text, line, paper
from hbp_desktop.usecases.keys import SlotHere

_ICONS = {"officer": "user", "recovery": "file-text", "escrow": "shield"}


class KeysList(Card):
    """Signals `rotate_wanted`, `confirm_wanted`, `escrow_wanted`."""

    rotate_wanted = Signal()
    confirm_wanted = Signal()
    escrow_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("keys.list")
        self._lines = column(gap="none")
        self._rows: list[QWidget] = []
        self._told = Text("", "small", "ink2", wrap=True)
        self.rotate = Button("", icon="refresh-cw", name="keys.rotate")
        self.confirm = Button("", icon="square-check", name="keys.confirm")
        self.escrow = Button("", icon="folder-open", name="keys.escrow")
        self._lay_out()
        for button, signal in (
            (self.rotate, self.rotate_wanted),
            (self.confirm, self.confirm_wanted),
            (self.escrow, self.escrow_wanted),
        ):
            button.clicked.connect(lambda _=False, wanted=signal: wanted.emit())

    def show_slots(self, found: Sequence[SlotHere]) -> None:
        """List them."""
        self.set_title(self.tr("Ways into the office on this computer"), len(found))
        for old in self._rows:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [self._row(one) for one in found]
        for made in self._rows:
            self._lines.addWidget(made)

    def allow(self, rotate: bool, escrow: bool, waiting: int) -> None:
        """Offer what who sits here may have done; `waiting` keys want an administrator behind them."""
        self.rotate.setVisible(rotate)
        self.escrow.setVisible(escrow)
        self.confirm.setVisible(waiting > 0)
        self.confirm.setText(self.tr("Stand behind %n new key(s)", "", waiting))
        self._told.setVisible(rotate or escrow)

    def retranslate(self) -> None:
        """Set every word but those of the list."""
        self.rotate.setText(self.tr("Change the file's key now"))
        self.escrow.setText(self.tr("Install the state's key file…"))
        self._told.setText(
            self.tr(
                "Changing the key encrypts the whole file anew; nobody's password changes. Backups made "
                "before still open with the ways in they were made with."
            )
        )

    def set_busy(self, busy: bool) -> None:
        """Take no presses meanwhile."""
        for button in (self.rotate, self.confirm, self.escrow):
            button.setEnabled(not busy)

    def words(self) -> list[str]:
        """Give what the lines say."""
        return [one.accessibleName() for one in self._rows]

    def _row(self, one: SlotHere) -> QWidget:
        made = paper(QWidget(), "clear")
        first, second = self._said(one)
        across, words = row(gap="row", margins="none field"), column(gap="none")
        words.addWidget(Elided(first, "body", stress="medium"))
        words.addWidget(Elided(second, "small", "ink2"))
        across.addWidget(ToneMark(_ICONS[one.kind], "accent"))
        across.addLayout(words, 1)
        for chip in self._chips(one):
            chip.show()  # made without a parent, it had hidden itself
            across.addWidget(chip)
        whole = column(made, gap="none")
        whole.addLayout(across)
        whole.addWidget(line())
        made.setAccessibleName(f"{first}, {second}")
        return made

    def _said(self, one: SlotHere) -> tuple[str, str]:
        if one.kind == "recovery":
            return self.tr("Recovery code"), self.tr("the printed sheet in the safe")
        if one.kind == "escrow":
            return self.tr("The state office"), self.tr("its key file; the secret half is not here")
        with_ring = self.tr("password and this computer's keyring")
        return one.name, with_ring if one.bound else self.tr("password alone, no keyring beside it")

    def _chips(self, one: SlotHere) -> list[Chip]:
        mine = [Chip(self.tr("you"), "accent")] if one.mine else []
        return mine if one.confirmed else [*mine, Chip(self.tr("not confirmed yet"), "warn")]

    def _lay_out(self) -> None:
        self.body.addLayout(self._lines)
        self.add(self._told, Flowing(self.rotate, self.confirm, self.escrow))
