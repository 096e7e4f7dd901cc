"""The head of a page: title, subtitle, tools, search, officer and lock."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.layouts import add, column, row
from hbp_desktop.ui.parts.avatar import Avatar
from hbp_desktop.ui.parts.button import IconButton
from hbp_desktop.ui.parts.keyed_search import KeyedSearch
from hbp_desktop.ui.parts.text import Elided, Text
from hbp_desktop.ui.theme import theme


class PageHead(QWidget):
    """Signals `search_wanted(text)` on Enter; `lock_wanted`."""

    search_wanted = Signal(str)
    lock_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("head")
        self._title = Text("", "page")
        self._subtitle = Elided("", "body", "ink2")
        self._tools: QWidget | None = None
        self.search = KeyedSearch("head.search", "F3")
        self._badge, self._name, self._post = (
            Avatar(),
            Text("", "body", stress="medium"),
            Text("", "small", "ink2"),
        )
        self._lock = IconButton("lock", "head.lock", height="control")
        self._lay_out()
        self.search.returnPressed.connect(lambda: self.search_wanted.emit(self.search.text()))
        self._lock.clicked.connect(lambda: self.lock_wanted.emit())
        theme().changed.connect(self._apply_sizes)
        self.retranslate()

    def set_title(self, title: str, subtitle: str) -> None:
        """Show a page's title and the words beside it."""
        self._title.setText(title)
        self._subtitle.set_whole(subtitle)

    def set_tools(self, tools: QWidget | None) -> None:
        """Show a page's own widget beside its title."""
        if self._tools is not None:
            self._tools.hide()
        self._tools = tools
        if tools is not None:
            self._row.insertWidget(1, tools)
            tools.show()
        self._subtitle.setVisible(True)

    def set_officer(self, name: str, post: str) -> None:
        """Show who is at work."""
        self._badge.set(name)
        self._name.setText(name)
        self._post.setText(post)
        self._post.setVisible(bool(post))

    def show_search(self, shown: bool) -> None:
        """Show or hide the search."""
        self.search.setVisible(shown)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out the officer's name where there is little room."""
        self._name.setVisible(not narrow)
        self._post.setVisible(not narrow and bool(self._post.text()))
        self.search.setProperty("narrow", narrow)
        self._apply_sizes()

    def retranslate(self) -> None:
        """Set every word."""
        self.search.setPlaceholderText(self.tr("Search name, phone, reference"))
        self.search.setAccessibleName(self.tr("Search name, phone, reference"))
        self._lock.set_label(self.tr("Lock, change officer (Ctrl+L)"))

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        self._row = row(self, gap="cards", margins="page none page none")
        titles = row(gap="cards")
        titles.addWidget(self._title)
        titles.addWidget(self._subtitle, 1)
        self._row.addLayout(titles, 1)
        self._row.addWidget(self.search)
        person = row(gap="field")
        names = column(gap="none")
        add(names, None, self._name, self._post, None)
        person.addWidget(self._badge)
        person.addLayout(names)
        person.addWidget(self._lock)
        self._row.addLayout(person)
        self._apply_sizes()

    def _apply_sizes(self) -> None:
        now = theme()
        self.setFixedHeight(now.size("page_head"))
        self.search.setFixedWidth(now.size("search_narrow" if self.search.property("narrow") else "search"))
