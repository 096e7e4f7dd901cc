"""The only place where the window's parts are made and joined."""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from hbp_desktop import __version__
from hbp_desktop.config import Paths
from hbp_desktop.logs import start_log
from hbp_desktop.usecases.clock import malaysia_now

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from hbp_desktop.ui.window import Window
    from hbp_desktop.usecases.opening import Opened

_BEHIND_THE_DOOR = (
    "hbp_desktop.usecases.opening",
    "hbp_desktop.usecases.office",
    "hbp_desktop.ui.today_page",
    "hbp_desktop.ui.counter_page",
    "hbp_desktop.ui.records_page",
)


def run_window(root: str | None = None) -> int:
    """Open the window on a root (None: this account's own) and run until it is closed.

    Where one is open on this root already, that one comes forward instead: 0, or 1 when it does not answer.
    """
    from hbp_desktop.domain.errors import Locked, NoRoom
    from hbp_desktop.store.durable import claimed, make_folder

    paths = Paths.at(Path(root) if root else None)
    with ExitStack() as held:
        try:
            make_folder(paths.root)
            held.enter_context(claimed(paths.window_claim))
        except Locked:
            return _bring_other_forward(paths)
        except NoRoom:
            pass  # a folder that cannot be written has its own words, in the window
        return _run(paths)


def _run(paths: Paths) -> int:
    from hbp_desktop.ui.ending import Ending

    start_log(paths.logs)
    app = make_application()
    window = make_window(app, paths)
    Ending(app, window).listen()
    window.start()
    window.show()
    _once_painted(window, paths)
    _while_the_password_is_typed()
    return int(app.exec())


def _once_painted(window: "Window", paths: Paths) -> None:
    """Listen for further starts of this program, and to what the system tells of sleep and lock."""
    from PySide6.QtCore import QTimer

    def listen() -> None:
        from hbp_desktop.ui.instance import Doorbell, door_of
        from hbp_desktop.ui.system_events import events_of_this_system

        Doorbell(door_of(paths.root), window).rung.connect(window.come_forward)
        window.listen_to(events_of_this_system(window))

    QTimer.singleShot(0, window, listen)


def _bring_other_forward(paths: Paths) -> int:
    from PySide6.QtCore import QCoreApplication

    from hbp_desktop.domain.errors import Locked
    from hbp_desktop.ui.instance import door_of, ring
    from hbp_desktop.ui.preferences import FILE_NAME, PreferencesFile
    from hbp_desktop.usecases.wording import say

    _app = QCoreApplication(sys.argv[:1])
    if ring(door_of(paths.root)):
        return 0
    language = PreferencesFile(paths.root / FILE_NAME).read().language
    sys.stderr.write(say(Locked("window_does_not_answer"), language) + "\n")
    return 1


def load_ahead() -> None:
    """Load what the opened office needs: the engine, the first pages, this year's holidays."""
    for name in _BEHIND_THE_DOOR:
        import_module(name)
    from hbp_desktop.domain.workdays import STATES, is_working_day

    today = malaysia_now().date()
    is_working_day(next(iter(STATES)), today)


def _while_the_password_is_typed() -> None:
    """Load ahead beside the window, once it has been painted."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, lambda: Thread(target=load_ahead, name="load-ahead", daemon=True).start())


def show_open_office(paths: Paths, opened: "Opened", clock: Callable[[], datetime]) -> int:
    """Open the window on an office that is open already, and run until it is closed."""
    from hbp_desktop.ui.door import Seat
    from hbp_desktop.usecases.office import Office

    app = make_application()
    window = make_window(app, paths, clock=clock)
    window.open_seat(Seat(Office.of(opened, clock), opened.close))
    window.show()
    return int(app.exec())


def make_application() -> "QApplication":
    """Make the one Qt application."""
    from PySide6.QtWidgets import QApplication

    app = QApplication(sys.argv[:1])
    app.setApplicationName("hbp-desktop")
    app.setApplicationVersion(__version__)
    return app


def make_window(
    app: "QApplication", paths: Paths, secrets: object = None, clock: Callable[[], datetime] = malaysia_now
) -> "Window":
    """Make the window with the way into the office, what it remembers and its languages."""
    from hbp_desktop.store.secrets import Secrets
    from hbp_desktop.ui import errors, theme
    from hbp_desktop.ui.door import Door
    from hbp_desktop.ui.preferences import FILE_NAME, PreferencesFile
    from hbp_desktop.ui.translations import Languages
    from hbp_desktop.ui.window import Window

    remembered = PreferencesFile(paths.root / FILE_NAME)
    wanted = remembered.read()
    languages = Languages(app)
    languages.use(wanted.language)
    theme.install(app, wanted.theme, wanted.scale)
    window = Window(Door(paths, secrets or Secrets(), clock), remembered, languages, __version__)
    errors.watch(window.tell)
    return window
