"""The left of the unlock page: which office, and who is at work."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from hbp_desktop.domain.errors import HbpError
from hbp_desktop.ui.fonts import needs_other_scripts
from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.pick import PickList
from hbp_desktop.ui.parts.text import Elided, Text, paper
from hbp_desktop.ui.theme import theme


class UnlockRail(QFrame):
    """Signal `picked(name)`."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("unlock.rail")
        self.setProperty("frame", "cardrail")
        self._names: list[str] = []
        self._sign = Text()
        self._name, self._place = Elided("", "heading"), Elided("", "small", "ink2")
        self._question = Text("", "small", "ink2")
        self._missing = Text("", "small", "ink2", wrap=True)
        self._list = PickList("unlock.officers")
        self._lay_out()
        self._list.picked.connect(self.picked.emit)
        theme().changed.connect(self._apply_look)
        self._apply_look()

    def set_office(self, code: str) -> None:
        """Name the office, by its code until the catalogue was read: after the first paint."""
        self._name.set_whole(code)
        self._place.set_whole(" ")
        QTimer.singleShot(0, self, lambda: self._look_up(code))

    def _look_up(self, code: str) -> None:
        from hbp_desktop.usecases.catalogues import catalogues

        try:
            offices = catalogues().offices
            office = offices.find(code)
        except HbpError:
            return  # an unknown code stands for itself
        self._name.set_whole(office.short_name)
        self._place.set_whole(f"{offices.states[office.state].name} · {code}")

    def set_officers(self, names: list[str], chosen: int = 0) -> None:
        """List who can unlock, and choose one by number."""
        if any(needs_other_scripts(name) for name in names):
            theme().load_other_scripts()
        self._names = names
        self._list.set_names(names, names[chosen if chosen < len(names) else 0] if names else "")
        self._list.setAccessibleName(self._question.text())

    def officer(self) -> str:
        """Give who is chosen."""
        return self._list.chosen()

    def number(self) -> int:
        """Give the place of who is chosen: what is remembered is no name."""
        return self._names.index(self.officer()) if self.officer() else 0

    def choose(self, name: str) -> None:
        """Choose and say so."""
        self._list.choose(name)

    def retranslate(self) -> None:
        """Set every word."""
        self._question.setText(self.tr("Who is at work?"))
        self._missing.setText(
            self.tr("Your name is missing? Have the administrator or team leader open and give you a way in.")
        )

    def _lay_out(self) -> None:
        names = column(gap="none")
        names.addWidget(self._name)
        names.addWidget(self._place)
        head = row(gap="row", margins="grid none")
        head.addWidget(self._sign)
        head.addLayout(names, 1)
        inside = paper(QWidget(), "clear")
        listed = column(inside, gap="none", margins="grid")
        listed.addWidget(self._list)
        listed.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        area.setAccessibleName("officers")
        area.setObjectName("unlock.area")
        whole = column(self, gap="row", margins="cards wide cards page")
        asked = row(margins="grid none")
        asked.addWidget(self._question)
        whole.addLayout(head)
        whole.addLayout(asked)
        whole.addWidget(area, 1)
        advice = row(margins="grid none")
        advice.addWidget(self._missing)
        whole.addLayout(advice)

    def _apply_look(self) -> None:
        self.setFixedWidth(theme().size("unlock_rail"))
        self._sign.setPixmap(pixmap("hand-heart", "accent", "icon_navigation"))
