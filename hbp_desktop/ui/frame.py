"""The window's inside once the office is open: rail, head, pages, status bar; and how they fit."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from hbp_desktop.domain.dates import clock, long_date
from hbp_desktop.ui import permits
from hbp_desktop.ui.desk import Desk, Find, Shape
from hbp_desktop.ui.frame_lamp import SYNC, FrameLamp
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.navigation import Navigation, NavigationItem
from hbp_desktop.ui.page import Page
from hbp_desktop.ui.page_head import PageHead
from hbp_desktop.ui.pages import PAGES, PageKind
from hbp_desktop.ui.parts.focus import FocusRing
from hbp_desktop.ui.status_bar import StatusBar
from hbp_desktop.ui.theme import theme

_TICK_MS = 10_000


class _Pages(QStackedWidget):
    """Asks for the room of the page in front; those behind it ask for none."""

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown else super().minimumSizeHint()


class Frame(QWidget):
    """Signals `page_opened(key)`; `lock_wanted`."""

    page_opened = Signal(str)
    lock_wanted = Signal()

    def __init__(self, desk: Desk, kinds: tuple[PageKind, ...] = PAGES) -> None:
        super().__init__()
        self.desk = desk
        self._kinds = {kind.key: kind for kind in kinds}
        self._pages: dict[str, Page] = {}
        self._shown: Page | None = None
        self._before = ""
        self.shape = Shape()
        self.navigation, self.head, self.status = Navigation(), PageHead(), StatusBar()
        self._stack = _Pages()
        self._lay_out()
        self._bind_keys()
        self._connect()
        self.ring = FocusRing(self)
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._on_tick)
        self._tick.start(_TICK_MS)
        self._lamp = FrameLamp(self, SYNC in self._kinds)
        self.retranslate()
        self._judge()

    def page(self, key: str) -> Page | None:
        """Give a page, made now if it was not yet; None where there is no such page."""
        kind = self._kinds.get(key)
        if kind is None:
            return None
        if key not in self._pages:
            page = self._pages[key] = kind.make(self.desk)
            page.head_changed.connect(self._show_head)
            page.reflow(self.shape)
            self._stack.addWidget(page)
        return self._pages[key]

    def current(self) -> Page | None:
        """Give the page in front."""
        return self._shown

    def open(self, key: str, target: object = None) -> bool:
        """Bring a page to the front ("back": the one before); say whether there is one."""
        wanted = (self._before or next(iter(self._kinds))) if key == "back" else key
        if not self._allowed(wanted):
            return False
        page = self.page(wanted)
        if page is None:
            return False
        if self._shown is not None and self._shown is not page:
            self._before = self._shown.key
            target = tuple(self._shown.help()) if key == "help" else target
        self._shown = page
        self._stack.setCurrentWidget(page)
        page.banners.clear("not_allowed")
        self._stack.updateGeometry()
        self.navigation.mark(page.key)
        page.opened(target)
        permits.apply(page, self.desk)
        self._show_head()
        self.page_opened.emit(page.key)
        return True

    def open_first(self, wanted: str) -> None:
        """Open a page, or where there is none such for who sits here, the first that there is."""
        for key in (wanted, *self._kinds):
            kind = self._kinds.get(key)
            if kind is not None and kind.is_shown(self.desk) and self.open(key):
                return

    def put_away(self) -> bool:
        """Have every page keep what is being typed; say whether all of it is kept."""
        for page in self._pages.values():
            page.put_away()
        return all(page.is_kept() for page in self._pages.values())

    def retranslate(self) -> None:
        """Set every word."""
        for kind in self._kinds.values():
            item = self.navigation.item(kind.key)
            if item:
                item.set_words(kind.words(), kind.keys)
        self._lock_item.set_words(self.tr("Lock"), "Ctrl+L")
        self._lamp.show()
        self._show_head()

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._reflow()

    def _lay_out(self) -> None:
        self._stack.setObjectName("pages")
        right = self._right = column(gap="none")
        right.addWidget(self.head)
        right.addWidget(self._stack, 1)
        across = row(gap="none")
        across.addWidget(self.navigation)
        across.addLayout(right, 1)
        whole = column(self, gap="none")
        whole.addLayout(across, 1)
        whole.addWidget(self.status)
        for kind in self._kinds.values():
            self.navigation.add(NavigationItem(kind.key, kind.icon), kind.at_foot)
        self._lock_item = NavigationItem("lock", "lock", checkable=False)
        self.navigation.add(self._lock_item, at_foot=True)
        self._lock_item.hide()

    def _bind_keys(self) -> None:
        for kind in self._kinds.values():
            self._key(kind.keys, partial(self.open, kind.key))
        self._key("F3", self._find)
        self._key("?", lambda: self.open("help"))
        self._key("Ctrl+L", self.lock_wanted.emit)

    def _connect(self) -> None:
        self.navigation.picked.connect(self._on_picked)
        self.head.search_wanted.connect(lambda text: self.open("records", Find(text)))
        self.head.lock_wanted.connect(self.lock_wanted.emit)
        self.desk.lock_wanted.connect(self.lock_wanted.emit)
        self.desk.page_wanted.connect(self.open)
        self.desk.announced.connect(self._announce)
        self.desk.changed.connect(self._on_tick)
        theme().changed.connect(self._reflow)

    def _key(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(act)

    def _on_picked(self, key: str) -> None:
        if key == "lock":
            self.lock_wanted.emit()
        else:
            self.open(key)

    def _allowed(self, key: str) -> bool:
        """Tell whether who sits here may open a page; where not, say why on the page in front."""
        kind = self._kinds.get(key)
        why = self.desk.why_not(kind.verb) if kind else ""
        if why and self._shown is not None:
            self._shown.banners.show_banner("not_allowed", "warn", why)
            self.desk.announce(why)
        return not why and (kind is None or kind.is_shown(self.desk))

    def _judge(self) -> None:
        """Show what who sits here may use: acting appointments begin and end while the window is open."""
        for kind in self._kinds.values():
            if item := self.navigation.item(kind.key):
                item.setVisible(kind.is_shown(self.desk))
        if self._shown is not None:
            permits.apply(self._shown, self.desk)

    def _find(self) -> None:
        if self._shown is not None and self._shown.take_find():
            return
        if self.head.isVisible() and self.head.search.isVisible():
            self.head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.head.search.selectAll()
        elif self.open("records") and self._shown is not None:
            self._shown.take_find()

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _on_tick(self) -> None:
        self._show_time()
        self._judge()
        if self._shown is not None:
            self._shown.refreshed()

    def _show_time(self) -> None:
        now, language = self.desk.now(), self.desk.language
        time = clock(f"{now:%H:%M}", language)
        brief = not self.shape.at_least("normal")
        self.status.set_time(time if brief else f"{long_date(now.date(), language)} · {time}")

    def _show_head(self) -> None:
        page = self._shown
        officer = self.desk.office.officer
        self.head.set_officer(officer.name, officer.post)
        self._show_time()
        if page is None:
            return
        self.head.set_title(page.title(), page.subtitle())
        self.head.set_tools(page.head_tools())
        may_search = "records" in self._kinds and not self.desk.why_not(self._kinds["records"].verb)
        self.head.show_search(page.searches() and may_search)
        self.status.set_hints(() if self.shape.low else page.hints())

    def _reflow(self) -> None:
        shape = self._fitting_shape()
        if shape == self.shape and self._shown is not None and not self.sender():
            return
        self.shape = shape
        sizes = {"narrow": "navigation_narrow", "least": "navigation_least"}
        narrow = shape.width in sizes
        least = shape.low and shape.width == "least"
        self.navigation.set_width(sizes.get(shape.width, "navigation"), narrow, low=least)
        self.head.set_narrow(narrow)
        self.head.setVisible(not shape.low)
        self._right.setContentsMargins(0, theme().size("field") if shape.low else 0, 0, 0)
        self._lock_item.setVisible(shape.low)
        for page in self._pages.values():
            page.reflow(shape)
        self._show_head()

    def _fitting_shape(self) -> Shape:
        now = theme()
        across, down = now.logical(self.width()), now.logical(self.height())
        width = next(
            (name for name in ("wide", "normal", "narrow") if across >= now.breakpoint(name)), "least"
        )
        return Shape(width, down < now.breakpoint("low"))
