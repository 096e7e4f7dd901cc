"""The way from an empty folder to an opened office: which of the ways, then that one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hbp_desktop.ui.door import Door
from hbp_desktop.ui.first_run.join_wizard import JoinWizard
from hbp_desktop.ui.first_run.restore_page import RestorePage
from hbp_desktop.ui.first_run.start_page import StartPage
from hbp_desktop.ui.first_run.waiting_page import WaitingPage
from hbp_desktop.ui.first_run.wizard import Wizard

if TYPE_CHECKING:
    from hbp_desktop.usecases.joining import Asked

CHOICES = ("new", "join", "restore")


class FirstRun(QStackedWidget):
    """Begins with the choice, or with the waiting page where a request is out; going back loses nothing.

    Signals `founded(Seat)` when an office is open; `language_wanted(code)`.
    """

    founded = Signal(object)
    language_wanted = Signal(str)

    def __init__(self, door: Door, language: str) -> None:
        super().__init__()
        self._door, self._language = door, language
        self._made: dict[str, QWidget] = {}
        self.setObjectName("first_run")
        if door.is_waiting():
            self._wait(None)
        else:
            self._go("start")

    def screen(self) -> Any:
        """Give the screen in front."""
        return self.currentWidget()

    def take_focus(self) -> None:
        """Put the cursor where the screen begins."""
        self.screen().take_focus()

    def set_language(self, language: str) -> None:
        """Remember which language sentences are said in."""
        self._language = language
        for made in self._made.values():
            made.set_language(language)  # type: ignore[attr-defined]

    def _go(self, key: str) -> None:
        if key not in self._made:
            self._keep(key, self._ways()[key]())
        self.setCurrentWidget(self._made[key])
        self.take_focus()

    def _ways(self) -> dict[str, Callable[[], QWidget]]:
        return {"start": self._start, "new": self._new, "join": self._join, "restore": self._restore}

    def _keep(self, key: str, made: Any) -> None:
        made.language_wanted.connect(self.language_wanted)
        self._made[key] = made
        self.addWidget(made)

    def _start(self) -> StartPage:
        page = StartPage(self._language, CHOICES)
        page.picked.connect(self._go)
        return page

    def _new(self) -> Wizard:
        wizard = Wizard(self._door, self._language, can_leave=True)
        wizard.founded.connect(self.founded)
        wizard.left.connect(lambda: self._go("start"))
        return wizard

    def _join(self) -> JoinWizard:
        wizard = JoinWizard(self._door, self._language, can_leave=True)
        wizard.asked.connect(self._wait)
        wizard.left.connect(lambda: self._go("start"))
        return wizard

    def _restore(self) -> RestorePage:
        page = RestorePage(self._door, self._language)
        page.restored.connect(self.founded)
        page.left.connect(lambda: self._go("start"))
        return page

    def _wait(self, asked: "Asked | None") -> None:
        page = WaitingPage(self._door, self._language, asked)
        page.joined.connect(self.founded)
        self._keep("waiting", page)
        self._go("waiting")
