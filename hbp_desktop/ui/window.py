"""The window itself: first run or unlock, then the office; what it remembers, how it locks and closes."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QIcon, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from hbp_desktop.domain.locking import Depth, depth_of
from hbp_desktop.ui import errors, leaving, tasks, theme
from hbp_desktop.ui.attending import attend
from hbp_desktop.ui.copying import copy_at_close
from hbp_desktop.ui.countdown_bar import CountdownBar
from hbp_desktop.ui.covering import Covering
from hbp_desktop.ui.door import Door, Seat
from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.lane_lamp import LaneLamp
from hbp_desktop.ui.lanes import Lanes
from hbp_desktop.ui.lock_reason import Reason
from hbp_desktop.ui.lock_watch import LockWatch
from hbp_desktop.ui.own_clipboard import OwnClipboard
from hbp_desktop.ui.parts.text import paper
from hbp_desktop.ui.preferences import PreferencesFile
from hbp_desktop.ui.system_events import SystemEvents
from hbp_desktop.ui.translations import Languages
from hbp_desktop.ui.unlock_page import UnlockPage

if TYPE_CHECKING:
    from hbp_desktop.ui.frame import Frame
    from hbp_desktop.ui.pages import PageKind

PROGRAM = "Hari Bertemu Pelanggan"
_LANE_MS = 4_000  # a full lock lets work in the lane come to its end for so long


class Window(QWidget):
    """Made by `app` with the way into the office, the file of preferences and the languages.

    `open_seat` may be given an office that is open already (the demonstration). `lanes` holds what goes on
    beside the window after it has locked.
    """

    def __init__(
        self,
        door: Door,
        remembered: PreferencesFile,
        languages: Languages,
        version: str,
        kinds: "tuple[PageKind, ...]" = (),
    ) -> None:
        super().__init__()
        self._door, self._file, self._languages = door, remembered, languages
        self._version, self._kinds = version, kinds
        self.preferences = remembered.read()
        self._seat: Seat | None = None
        self.frame: Frame | None = None
        self._turned_away = self._asked_to_close = False
        self._stack = QStackedLayout(self)
        self.watch, self.lanes, self.clipboard = LockWatch(self), Lanes(self), OwnClipboard(self)
        self.covering = Covering(self, self._stack)
        self._countdown, self._lamp = CountdownBar(self), LaneLamp(self)
        paper(self, "bg")
        self.setObjectName("window")
        self.setMinimumSize(QSize(640, 360))
        self._apply_preferences()
        self._connect()
        self._restore_place()

    def start(self) -> None:
        """Show the unlock page, or the first run where there is no office yet."""
        if self._door.is_set_up() and not self._door.is_waiting():
            self._show_unlock(Reason())
        else:
            self._show_first_run()

    def open_seat(self, seat: Seat) -> None:
        """Show an office that has just been opened."""
        from hbp_desktop.ui.desk import Desk  # what is behind the unlock page is not needed to paint it
        from hbp_desktop.ui.frame import Frame
        from hbp_desktop.ui.pages import PAGES

        if self._turned_away:  # the machine slept or was locked while the password was being checked
            seat.close()
            self._show_unlock(Reason("full"))
            return
        self._seat = seat
        kinds = self._kinds or PAGES
        desk = Desk(seat.office, self.preferences)
        desk.preference_wanted.connect(self._on_preference)
        self.frame = Frame(desk, kinds)
        desk.setParent(self.frame)
        self.frame.lock_wanted.connect(lambda: self.lock("asked"))
        self.frame.page_opened.connect(self._remember_page)
        self._bring(self.frame)
        self._title_of(seat.office)
        self.frame.open_first(self.preferences.last_page)
        attend(self.frame, self.lanes)
        QTimer.singleShot(0, self, theme.theme().load_other_scripts)
        self.watch.begin(self._idle_s())
        self._show_lamp()

    def lock(self, why: str = "asked") -> None:
        """Keep what is typed, close the office, and show the unlock page; `why` is a cause of locking.

        A screen lock waits, covered, while something typed cannot be kept; a full lock waits for nothing.
        """
        depth = depth_of(why)
        self.lanes.leave(depth)
        if self._seat is None:
            self._turned_away = depth is Depth.FULL and tasks.running()
            return
        self._close_over()
        if self._put_away() or depth is Depth.FULL:
            drafts = leaving.drafts_of(self._seat)
            self._leave_office(depth)
            self._show_unlock(Reason(why, self.preferences.idle_minutes, drafts))
        else:
            assert self.frame is not None
            self.covering.wait(self.frame, lambda: self.lock(why))

    def tell(self, error: BaseException) -> None:
        """Show a bug where the person is looking; nothing closes."""
        page = self.frame.current() if self.frame else None
        if page is not None:
            page.banners.show_banner("bug", "bad", errors.sentence(error, self.preferences.language))
        else:
            shown = self._stack.currentWidget()
            if isinstance(shown, UnlockPage):
                shown.say(error)

    def keep_typing(self) -> bool:
        """Keep what is typed and close nothing: the session may end; say whether all is kept."""
        return self._put_away()

    def end(self) -> None:
        """Keep what is typed and close everything: the program ends. Asked twice: nothing more."""
        self._close_over()
        self._put_away()
        self.lanes.leave(Depth.FULL)
        self._leave_office(Depth.FULL)

    def listen_to(self, events: SystemEvents) -> None:
        """Lock when the system tells of its own lock, of sleep or of the lid."""

        def lock(cause: str) -> None:
            self.lock(cause)
            events.done(cause)

        events.happened.connect(lock)
        events.begin()

    def come_forward(self) -> None:
        """Bring the window before the others: somebody started the program again."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent, /) -> None:
        self._close_over()
        if not self._put_away() and not self._asked_to_close:
            self._asked_to_close = True  # the page says what was not kept; asked again, it closes
            event.ignore()
            return
        if self._seat is not None:
            self.hide()  # closed for who sits here; copying takes a moment
            copy_at_close(self._seat.office)
        self.end()
        tasks.wait_for_all()
        self._remember_place()
        super().closeEvent(event)

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self.windowHandle().installEventFilter(self.watch)

    def _connect(self) -> None:
        self.watch.due.connect(self.lock)
        self.watch.counting.connect(self._countdown.show_left)
        self.lanes.changed.connect(self._show_lamp)
        self.covering.lock_wanted.connect(lambda: self.lock("asked"))
        keys = {
            "Ctrl+Q": self.close,
            "Ctrl+Shift+L": lambda: self.lock("full"),
            "F9": lambda: self.covering.toggle(self.frame),
        }
        for pressed, act in keys.items():
            QShortcut(QKeySequence(pressed), self).activated.connect(act)

    def _show_unlock(self, why: Reason) -> None:
        self._turned_away = False
        wanted = self.preferences
        page = UnlockPage(self._door, wanted.language, self._version, why, wanted.last_officer)
        page.opened.connect(lambda: self._remember(last_officer=page.rail.number()))
        page.opened.connect(self.open_seat)
        page.language_wanted.connect(lambda language: self._on_preference("language", language))
        self._bring(page)
        self.setWindowTitle(PROGRAM)
        page.focus_password()
        self._show_lamp()

    def _show_first_run(self) -> None:
        from hbp_desktop.ui.first_run.first_run import FirstRun

        begun = FirstRun(self._door, self.preferences.language)
        begun.founded.connect(self.open_seat)
        begun.language_wanted.connect(lambda language: self._on_preference("language", language))
        self._bring(begun)
        setting_up = self.tr("Set-up")
        self.setWindowTitle(f"{PROGRAM} · {setting_up}")
        begun.take_focus()

    def _bring(self, screen: QWidget) -> None:
        """Show a screen and drop the one before, with all it held."""
        old = self._stack.currentWidget()
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        if old is not None:
            leaving.drop(old)

    def _title_of(self, office: Any) -> None:
        name = office.catalogues.offices.find(office.code).short_name
        self.setWindowTitle(f"{PROGRAM} · {name}")

    def _close_over(self) -> None:
        leaving.close_popups()
        self.covering.lift()

    def _put_away(self) -> bool:
        return self.frame is None or self.frame.put_away()

    def _leave_office(self, depth: Depth) -> None:
        """Close the office and leave nothing of it: no page, no sheet, no clipboard."""
        if self.frame is None or self._seat is None:
            return
        self.watch.end()
        tasks.cancel_all()
        seat, frame = self._seat, self.frame
        self.frame = self._seat = None
        leaving.drop(frame)
        for one in leaving.lying_over(self, self._stack):
            if one not in (self._countdown, self._lamp):
                leaving.drop(one)
        self.clipboard.clear()
        if depth is Depth.FULL:
            tasks.wait_for_all(_LANE_MS)
        seat.close()
        leaving.forget_soon(self)

    def _on_preference(self, name: str, value: object) -> None:
        self._remember(**{name: value})
        if self.frame is not None:
            self.frame.desk.preferences = self.preferences
        shown = self._stack.currentWidget()
        if name == "language" and shown is not None and hasattr(shown, "set_language"):
            shown.set_language(value)
        self._apply_preferences()
        self.watch.set_idle(self._idle_s())

    def _apply_preferences(self) -> None:
        wanted, now = self.preferences, theme.theme()
        if self._languages.language != wanted.language:
            self._languages.use(wanted.language)
        if (now.name, now.scale) != (wanted.theme, wanted.scale):
            now.set(wanted.theme, wanted.scale)
        if now.key_caps != wanted.key_caps:
            now.show_key_caps(wanted.key_caps)
        self.setWindowIcon(QIcon(pixmap("hand-heart", "accent", "icon_navigation")))

    def _remember_page(self, key: str) -> None:
        if key not in ("help", "settings"):
            self._remember(last_page=key)

    def _remember(self, **changes: Any) -> None:
        self.preferences = self.preferences.but(**changes)
        self._file.write(self.preferences)

    def _remember_place(self) -> None:
        usual = not self.isMaximized()
        self._remember(
            width=self.width() if usual else self.preferences.width,
            height=self.height() if usual else self.preferences.height,
            maximised=self.isMaximized(),
        )

    def _restore_place(self) -> None:
        screen = QApplication.primaryScreen().availableSize()
        wanted = QSize(self.preferences.width, self.preferences.height)
        self.resize(wanted.boundedTo(screen))
        if self.preferences.maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _idle_s(self) -> int:
        return self.preferences.idle_minutes * 60

    def _show_lamp(self) -> None:
        """Beside the unlock page there is nothing else to say that an exchange still goes on."""
        self._lamp.show_running(self.lanes.running() and self._seat is None)
