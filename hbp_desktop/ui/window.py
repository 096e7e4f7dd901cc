"""The window itself: first run or unlock, then the office; what it remembers, how it locks and closes."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QIcon, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from hbp_desktop.ui import errors, tasks, theme
from hbp_desktop.ui.door import Door, Seat
from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.parts.text import paper
from hbp_desktop.ui.preferences import PreferencesFile
from hbp_desktop.ui.translations import Languages
from hbp_desktop.ui.unlock_page import UnlockPage

if TYPE_CHECKING:
    from hbp_desktop.ui.frame import Frame
    from hbp_desktop.ui.pages import PageKind

PROGRAM = "Hari Bertemu Pelanggan"
_USED = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.MouseMove}
_MINUTE_MS = 60_000


class Window(QWidget):
    """Made by `app` with the way into the office, the file of preferences and the languages.

    `open_seat` may be given an office that is open already (the demonstration).
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
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._stack = QStackedLayout(self)
        paper(self, "bg")
        self.setObjectName("window")
        self.setMinimumSize(QSize(640, 360))
        self._apply_preferences()
        self._idle.timeout.connect(lambda: self.lock("idle"))
        QShortcut(QKeySequence("Ctrl+Q"), self).activated.connect(self.close)
        self._restore_place()

    def start(self) -> None:
        """Show the unlock page, or the first run where no office was founded."""
        if self._door.is_set_up():
            self._show_unlock("start")
        else:
            self._show_first_run()

    def open_seat(self, seat: Seat) -> None:
        """Show an office that has just been opened."""
        from hbp_desktop.ui.desk import Desk  # what is behind the unlock page is not needed to paint it
        from hbp_desktop.ui.frame import Frame
        from hbp_desktop.ui.pages import PAGES

        self._seat = seat
        kinds = self._kinds or PAGES
        desk = Desk(seat.office, self.preferences, self)
        desk.preference_wanted.connect(self._on_preference)
        self.frame = Frame(desk, kinds)
        self.frame.lock_wanted.connect(lambda: self.lock("asked"))
        self.frame.page_opened.connect(self._remember_page)
        self._bring(self.frame)
        self._title_of(seat.office)
        if not self.frame.open(self.preferences.last_page):
            self.frame.open(kinds[0].key)
        QTimer.singleShot(0, self, theme.theme().load_other_scripts)
        self._restart_idle()

    def lock(self, why: str = "asked") -> None:
        """Keep what is typed, close the office, and show the unlock page."""
        if self._leave_office():
            self._show_unlock(why)

    def tell(self, error: BaseException) -> None:
        """Show a bug where the person is looking; nothing closes."""
        page = self.frame.current() if self.frame else None
        if page is not None:
            page.banners.show_banner("bug", "bad", errors.sentence(error, self.preferences.language))
        else:
            shown = self._stack.currentWidget()
            if isinstance(shown, UnlockPage):
                shown.say(error)

    def closeEvent(self, event: QCloseEvent, /) -> None:
        self._leave_office()
        tasks.wait_for_all()
        self._remember(
            width=self.width() if not self.isMaximized() else self.preferences.width,
            height=self.height() if not self.isMaximized() else self.preferences.height,
            maximised=self.isMaximized(),
        )
        super().closeEvent(event)

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        # The native window hears every key and click once; a filter on the application would hear all events.
        self.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in _USED and self._seat is not None:
            self._restart_idle()
        return False

    def _show_unlock(self, why: str) -> None:
        wanted = self.preferences
        page = UnlockPage(self._door, wanted.language, self._version, why, wanted.last_officer)
        page.opened.connect(lambda: self._remember(last_officer=page.rail.number()))
        page.opened.connect(self.open_seat)
        page.language_wanted.connect(lambda language: self._on_preference("language", language))
        self._bring(page)
        self.setWindowTitle(PROGRAM)
        page.focus_password()

    def _show_first_run(self) -> None:
        from hbp_desktop.ui.first_run.wizard import Wizard

        wizard = Wizard(self._door, self.preferences.language)
        wizard.founded.connect(self.open_seat)
        wizard.language_wanted.connect(lambda language: self._on_preference("language", language))
        self._bring(wizard)
        setting_up = self.tr("Set-up")
        self.setWindowTitle(f"{PROGRAM} · {setting_up}")
        wizard.take_focus()

    def _bring(self, screen: QWidget) -> None:
        """Show a screen and drop the one before, with all it held."""
        old = self._stack.currentWidget()
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        if old is not None:
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _title_of(self, office: Any) -> None:
        name = office.catalogues.offices.find(office.code).short_name
        self.setWindowTitle(f"{PROGRAM} · {name}")

    def _leave_office(self) -> bool:
        if self.frame is None or self._seat is None:
            return False
        self.frame.put_away()
        self._idle.stop()
        frame, seat = self.frame, self._seat
        self.frame, self._seat = None, None
        frame.hide()
        seat.close()
        return True

    def _on_preference(self, name: str, value: object) -> None:
        self._remember(**{name: value})
        if self.frame is not None:
            self.frame.desk.preferences = self.preferences
        shown = self._stack.currentWidget()
        if name == "language" and shown is not None and hasattr(shown, "set_language"):
            shown.set_language(value)
        self._apply_preferences()
        self._restart_idle()

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

    def _restore_place(self) -> None:
        screen = QApplication.primaryScreen().availableSize()
        wanted = QSize(self.preferences.width, self.preferences.height)
        self.resize(wanted.boundedTo(screen))
        if self.preferences.maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _restart_idle(self) -> None:
        if self._seat is not None:
            self._idle.start(self.preferences.idle_minutes * _MINUTE_MS)
