"""Saving at the counter: what follows when it is saved, refused, or cannot be written."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from hbp_desktop.domain.errors import HbpError, Invalid, NoRoom, Problem, errors_in
from hbp_desktop.domain.visit import Visit
from hbp_desktop.ui.counter_work import CounterWork
from hbp_desktop.ui.errors import sentence
from hbp_desktop.ui.page import Page
from hbp_desktop.ui.parts.saved import SavedLabel
from hbp_desktop.ui.visit_form import VisitForm

RETRY_MS = 10_000
_T = TypeVar("_T")


class CounterSaving(QObject):
    """Signals: `saved(Visit)`; `refused(problems)`; `stuck(code)` while the disk takes nothing."""

    saved = Signal(object)
    refused = Signal(object)
    stuck = Signal(str)

    def __init__(self, page: Page, form: VisitForm, work: CounterWork, label: SavedLabel) -> None:
        super().__init__(page)
        self._page, self._form, self._work, self._label = page, form, work, label
        self._is_stuck = False
        self.retry = QTimer(self)
        self.retry.setInterval(RETRY_MS)
        self.retry.timeout.connect(self.save)

    def save(self) -> Visit | None:
        """Record what is on the screen; gives the visit, None when that could not be done."""
        self._form.judge(tried=True)
        try:
            visit = self._work.record(self._form.read())
        except Invalid as error:
            self._refuse(error.problems)
        except (HbpError, OSError) as error:
            self._fail(error)
        else:
            self._settle()
            self.saved.emit(visit)
            return visit
        return None

    def attempt(self, key: str, act: Callable[[], _T]) -> _T | None:
        """Do something that may be refused; a refusal is said on the page."""
        try:
            done = act()
        except (HbpError, OSError) as error:
            self._page.say_error(key, error)
            return None
        self._page.banners.clear(key)
        return done

    def _refuse(self, problems: tuple[Problem, ...]) -> None:
        self._settle()
        wrong = errors_in(problems)
        first = self.tr("Not saved yet: %n thing(s) to put right.", "", len(wrong))
        rest = sentence(wrong[0], self._work.desk.language) if wrong else ""
        self._page.banners.show_banner("save", "bad", first, rest)
        self.refused.emit(wrong)

    def _fail(self, error: BaseException) -> None:
        first = self.tr("This record is not saved yet; all you typed is still on the screen.")
        rest = sentence(error, self._work.desk.language)
        self._page.banners.show_banner("save", "bad", first, rest)
        self._label.show_state("trouble", self.tr("Not saved · tried again every 10 seconds"))
        if isinstance(error, NoRoom | OSError):
            self._stick(error)

    def _settle(self) -> None:
        was, self._is_stuck = self._is_stuck, False
        self.retry.stop()
        self._page.banners.clear("save")
        if was:
            self._label.show_state("draft", "")
            self.stuck.emit("")

    def _stick(self, error: BaseException) -> None:
        """Try again by itself; the help code names the kind of trouble and the minute, and no person."""
        if not self._is_stuck:
            self._is_stuck = True
            kind = error.code if isinstance(error, HbpError) else "disk"
            self.stuck.emit(f"E-{kind.upper().replace('_', '-')}-{self._work.desk.now():%H%M}")
        self.retry.start()
