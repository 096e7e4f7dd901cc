"""Where errors become sentences: an HbpError is said on the page, a bug is logged and closes nothing."""

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication

from hbp_desktop.domain.errors import HbpError, Problem
from hbp_desktop.ui.parts.banner import Banners

_log = logging.getLogger("hbp_desktop.ui")


def sentence(error: BaseException | Problem, language: str) -> str:
    """Say an error or a problem in the language; a bug gets one honest sentence."""
    if isinstance(error, HbpError | Problem):
        from hbp_desktop.usecases.wording import say  # reads the texts; not before the first paint

        return say(error, language)
    return QCoreApplication.translate(
        "Errors",
        "Something in the program went wrong. What you typed is still here: try again, or restart.",
    )


def show(banners: Banners, key: str, error: BaseException | Problem, language: str) -> None:
    """Show an error as a banner of a page; the reason is cleared with `banners.clear(key)`."""
    if not isinstance(error, HbpError | Problem):
        note(error)
    banners.show_banner(key, "bad", sentence(error, language))


def note(error: BaseException) -> None:
    """Write a bug to the log: its kind and places, never its message or values, which may be a client's."""
    places = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{place.filename.rsplit('/', 1)[-1]}:{place.lineno}" for place in reversed(places))
    _log.error("bug %s at %s", type(error).__name__, where)


def watch(tell: Callable[[BaseException], None]) -> None:
    """Catch what nobody caught: log it, tell the window, go on."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        note(error.with_traceback(trace))
        tell(error)

    sys.excepthook = caught
