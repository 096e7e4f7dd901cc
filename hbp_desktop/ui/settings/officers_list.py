"""The officers one below the other, those retired under a fold; one of them is shown in full."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.text import Text, paper
from hbp_desktop.ui.settings.officer_row import OfficerRow
from hbp_desktop.usecases.officer_list import Listed

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class OfficersList(Card):
    """Signals `picked(id)`, `add_wanted`, `code_wanted`. Arrow keys move from row to row."""

    picked = Signal(str)
    add_wanted = Signal()
    code_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("officers.list", flush=True)
        self.add_button = Button("", icon="plus", height="head_control", name="officers.add")
        self.code_button = Button("", "quiet", "key-round", height="head_control", name="officers.code")
        self.fold = Button("", "quiet", "chevron-down", height="small_control", name="officers.retired")
        self._told = Text("", "small", "ink2", wrap=True)
        self._rows: list[OfficerRow] = []
        self._holder = paper(QWidget(), "clear")
        self._lines = column(self._holder, gap="none")
        self._unfolded = False
        self._retired = 0
        self._lay_out()
        self._connect()

    def show_officers(self, officers: Sequence[Listed], today: date, language: str, chosen: str) -> None:
        """List the officers, the chosen one marked."""
        for old in self._rows:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [OfficerRow(one, today, language) for one in officers]
        self._retired = sum(one.member.retired for one in officers)
        for made, one in zip(self._rows, officers, strict=True):
            made.setProperty("retired", one.member.retired)
            made.pressed.connect(lambda which=made.officer: self.picked.emit(which))
            self._lines.addWidget(made)
        self.set_title(self.tr("Officers"), len(officers) - self._retired)
        self.mark(chosen)

    def mark(self, chosen: str) -> None:
        """Mark the row of an officer; a retired one is unfolded."""
        for one in self._rows:
            one.set_on(one.officer == chosen)
            if one.officer == chosen and one.property("retired"):
                self._unfolded = True
        self._fold()

    def allow(self, may_add: bool, code_useful: bool) -> None:
        """Show what who sits here can do."""
        self.add_button.setVisible(may_add)
        self.code_button.setVisible(code_useful)

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Officers"), len(self._rows) - self._retired if self._rows else None)
        self.add_button.setText(self.tr("Add an officer…"))
        self.code_button.setText(self.tr("Use the recovery code…"))
        self._told.setText(
            self.tr(
                "Officers belong to the whole office; a way in belongs to one laptop. Passwords never travel."
            )
        )
        self._fold()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        visible = [one for one in self._rows if one.isVisible()]
        here = next((place for place, one in enumerate(visible) if one.hasFocus()), None)
        if not step or here is None:
            super().keyPressEvent(event)
            return
        there = visible[(here + step) % len(visible)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        self.picked.emit(there.officer)

    def _fold(self) -> None:
        for one in self._rows:
            one.setVisible(self._unfolded or not one.property("retired"))
        self.fold.setVisible(bool(self._retired))
        words = self.tr("Hide the %n retired", "", self._retired) if self._unfolded else ""
        self.fold.setText(words or self.tr("Show the %n retired", "", self._retired))
        self.fold.set_icon_name("chevron-up" if self._unfolded else "chevron-down")

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self._fold()

    def _lay_out(self) -> None:
        self.head.addWidget(self.code_button)
        self.head.addWidget(self.add_button)
        foot = row(gap="field", margins="card field card field")
        foot.addWidget(self._told, 1)
        foot.addWidget(self.fold)
        self.add(self._holder)
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self.fold.clicked.connect(self._turn)
        self.add_button.clicked.connect(self.add_wanted)
        self.code_button.clicked.connect(self.code_wanted)
