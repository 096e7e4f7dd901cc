"""Which pages there are, in the order of the rail; each is made when it is first opened.

A new page adds one function and one line. The import stands inside the function, so that a page costs
nothing before it is opened.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.page import Page


@dataclass(frozen=True)
class PageKind:
    """A page of the rail: key, sign, English word, the keys that open it, the verb of the policy it needs.

    `offered` says whether there is anything to show on it here; where not, it is not in the rail.
    """

    key: str
    icon: str
    word: str
    keys: str
    make: Callable[[Desk], Page]
    at_foot: bool = False
    verb: str = ""
    offered: Callable[[Desk], bool] | None = None

    def is_shown(self, desk: Desk) -> bool:
        """Tell whether who sits here may open it, and there is something on it."""
        return not desk.why_not(self.verb) and (self.offered is None or self.offered(desk))

    def words(self) -> str:
        """Give the word in the window's language."""
        return QCoreApplication.translate("Pages", self.word)


def _today(desk: Desk) -> Page:
    from hbp_desktop.ui.today_page import TodayPage

    return TodayPage(desk)


def _counter(desk: Desk) -> Page:
    from hbp_desktop.ui.counter_page import CounterPage

    return CounterPage(desk)


def _records(desk: Desk) -> Page:
    from hbp_desktop.ui.records_page import RecordsPage

    return RecordsPage(desk)


def _sessions(desk: Desk) -> Page:
    from hbp_desktop.ui.sessions_page import SessionsPage

    return SessionsPage(desk)


def _report(desk: Desk) -> Page:
    from hbp_desktop.ui.report_page import ReportPage

    return ReportPage(desk)


def _sync(desk: Desk) -> Page:
    from hbp_desktop.ui.sync_page import SyncPage

    return SyncPage(desk)


def _state(desk: Desk) -> Page:
    from hbp_desktop.ui.state_page import StatePage

    return StatePage(desk)


def _state_offered(desk: Desk) -> bool:
    from hbp_desktop.usecases import state_view

    return state_view.is_offered(desk.office)


def _help(desk: Desk) -> Page:
    from hbp_desktop.ui.help_page import HelpPage

    return HelpPage(desk)


def _settings(desk: Desk) -> Page:
    from hbp_desktop.ui.settings_page import SettingsPage

    return SettingsPage(desk)


# Susulan (Ctrl+4) keeps its number free.
PAGES: tuple[PageKind, ...] = (
    PageKind("today", "sun", str(QT_TRANSLATE_NOOP("Pages", "Today")), "Ctrl+1", _today, verb="session.see"),
    PageKind(
        "counter",
        "monitor",
        str(QT_TRANSLATE_NOOP("Pages", "Counter")),
        "Ctrl+2",
        _counter,
        verb="visit.record",
    ),
    PageKind(
        "records", "list", str(QT_TRANSLATE_NOOP("Pages", "Records")), "Ctrl+3", _records, verb="record.see"
    ),
    PageKind(
        "sessions",
        "calendar-days",
        str(QT_TRANSLATE_NOOP("Pages", "Sessions")),
        "Ctrl+5",
        _sessions,
        verb="session.see",
    ),
    PageKind(
        "report", "file-text", str(QT_TRANSLATE_NOOP("Pages", "Report")), "Ctrl+6", _report, verb="report.see"
    ),
    PageKind(
        "sync", "refresh-cw", str(QT_TRANSLATE_NOOP("Pages", "Exchange")), "Ctrl+7", _sync, verb="sync.see"
    ),
    PageKind(
        "state",
        "map-pin",
        str(QT_TRANSLATE_NOOP("Pages", "State")),
        "Ctrl+8",
        _state,
        verb="state.see",
        offered=_state_offered,
    ),
    PageKind("help", "circle-help", str(QT_TRANSLATE_NOOP("Pages", "Help")), "F1", _help, at_foot=True),
    PageKind(
        "settings", "settings", str(QT_TRANSLATE_NOOP("Pages", "Settings")), "Ctrl+,", _settings, at_foot=True
    ),
)
