"""An officer at the counter with nothing but a keyboard, for tests of the page and for the stories."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hbp_desktop.config import Paths
from hbp_desktop.domain.session import SessionDraft
from hbp_desktop.domain.visit import Visit
from hbp_desktop.ui.counter_page import CounterPage
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.frame import Frame
from hbp_desktop.ui.preferences import Preferences
from hbp_desktop.usecases import planning
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.setup import SetupDraft, found
from tests.conftest import CHEAP, OFFICER, PASSWORD, POST, Clock
from tests.rings import MemoryRing, secrets_with

Key, Mod = Qt.Key, Qt.KeyboardModifier


@dataclass
class Counter:
    """The counter page in its frame; every method is a key or what a person sees."""

    frame: Frame
    page: CounterPage
    office: Office
    clock: Clock

    def type(self, text: str) -> "Counter":
        """Type into whatever has the focus; characters outside ASCII arrive as an input method sends them."""
        QTest.keyClicks(self.focus(), text) if text.isascii() else self._compose(text)
        return self

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Mod.NoModifier, times: int = 1) -> "Counter":
        """Press a key."""
        for _ in range(times):
            QTest.keyClick(self.focus(), key, held)
        return self

    def alt(self, letter: str) -> "Counter":
        """Go where a letter leads."""
        return self.press(Key(ord(letter.upper())), Mod.AltModifier)

    def ctrl(self, key: Qt.Key) -> "Counter":
        """Press a key with Ctrl."""
        return self.press(key, Mod.ControlModifier)

    def focus(self) -> QWidget:
        """Give what has the focus."""
        QApplication.processEvents()  # what was just made is shown by then
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        return found

    def focus_name(self) -> str:
        """Give the name of what has the focus."""
        return self.focus().objectName()

    def rows(self) -> list[Visit]:
        """Give today's list."""
        return list(self.page.today.model.rows())

    def totals(self) -> tuple[int, int]:
        """Give the clients and matters that the list says."""
        totals = self.page.today.totals
        return totals.clients.number(), totals.matters.number()

    def trouble(self, place: str) -> str:
        """Give the sentence at a client's field."""
        return str(self.page.client.trouble(place))

    def banner(self, key: str) -> str:
        """Give a banner's words, "" when it is not there."""
        found: Any = self.page.banners.findChild(QWidget, f"banner.{key}")
        return found.text() if found is not None and key in self.page.banners.reasons() else ""

    def close(self) -> None:
        """Close the window for good."""
        self.frame.hide()
        self.frame.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _compose(self, text: str) -> None:
        from PySide6.QtGui import QInputMethodEvent

        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.focus(), event)


def new_office(root: Path, code: str, clock: Clock, officer: str = OFFICER) -> Office:
    """Found an office of its own."""
    draft = SetupDraft(code, officer, POST, PASSWORD)
    founded = found(Paths.at(root), draft, secrets_with(MemoryRing()), clock, cost=CHEAP)
    return Office.of(founded.opened, clock)


def sit_down(office: Office, clock: Clock, language: str = "ms") -> Counter:
    """Open the window's counter on an office."""
    desk = Desk(office, Preferences().but(language=language))
    frame = Frame(desk)
    desk.setParent(frame)
    frame.resize(1366, 738)
    frame.show()
    frame.activateWindow()
    frame.open("counter")
    QApplication.processEvents()
    page = frame.current()
    assert isinstance(page, CounterPage)
    return Counter(frame, page, office, clock)


def one_visit(at: Counter, name: str = "Salmah binti Osman", number: str = "610415-10-0000") -> Counter:
    """Type a client and an inquiry, and stop before saving."""
    at.type(number).alt("m").type(name)
    return at.alt("j").type("t").alt("b").type("Bertanya syarat bantuan.")


def plan(office: Office, **parts: object) -> str:
    """Plan a session; gives its id."""
    return planning.plan(office, SessionDraft(**parts)).id  # type: ignore[arg-type]
