"""Bantuan: help for the page one came from, and the sheet of keys. Esc goes back."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from hbp_desktop.ui.desk import Desk, Shape
from hbp_desktop.ui.layouts import column, grid
from hbp_desktop.ui.page import Page
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.keycap import KeyCap
from hbp_desktop.ui.parts.text import Text, paper

_KEYS = (
    ("F1", str(QT_TRANSLATE_NOOP("HelpPage", "help for this page"))),
    ("F2", str(QT_TRANSLATE_NOOP("HelpPage", "new client or session"))),
    ("F3", str(QT_TRANSLATE_NOOP("HelpPage", "find"))),
    ("F4", str(QT_TRANSLATE_NOOP("HelpPage", "change session, place, counter"))),
    ("F5", str(QT_TRANSLATE_NOOP("HelpPage", "next queue number"))),
    ("F6", str(QT_TRANSLATE_NOOP("HelpPage", "park this draft"))),
    ("F8", str(QT_TRANSLATE_NOOP("HelpPage", "print the slip"))),
    ("F9", str(QT_TRANSLATE_NOOP("HelpPage", "cover client data"))),
    ("Ctrl+Enter", str(QT_TRANSLATE_NOOP("HelpPage", "save and start the next"))),
    ("Ctrl+S", str(QT_TRANSLATE_NOOP("HelpPage", "save"))),
    ("Ctrl+Z", str(QT_TRANSLATE_NOOP("HelpPage", "undo the last act"))),
    ("Ctrl+P", str(QT_TRANSLATE_NOOP("HelpPage", "print or preview"))),
    ("Ctrl+E", str(QT_TRANSLATE_NOOP("HelpPage", "correct this record"))),
    ("Ctrl+L", str(QT_TRANSLATE_NOOP("HelpPage", "lock, change officer"))),
    ("Ctrl+Shift+L", str(QT_TRANSLATE_NOOP("HelpPage", "close everything, the exchange too"))),
    ("Alt+U", str(QT_TRANSLATE_NOOP("HelpPage", "further matter"))),
    ("Tab", str(QT_TRANSLATE_NOOP("HelpPage", "next field; Enter as well"))),
    ("A C T M P H", str(QT_TRANSLATE_NOOP("HelpPage", "kind of matter, when the kinds have the focus"))),
    ("Esc", str(QT_TRANSLATE_NOOP("HelpPage", "closes what popped up; leaves this page"))),
)


class HelpPage(Page):
    """Shows `Page.help()` of the page before, and the keys."""

    key = "help"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._topics: tuple[tuple[str, str], ...] = ()
        self._about, self._keys = Card("help.about"), Card("help.keys")
        self._topic_column = column(gap="label")
        self._key_grid = grid(gap="field")
        self._key_words = [(key, word, Text("", "body", "ink2")) for key, word in _KEYS]
        self._lay_out()
        self.shortcut("Esc", lambda: self.desk.go("back"))
        self.retranslate()

    def title(self) -> str:
        return self.tr("Help")

    def opened(self, target: object = None) -> None:
        if isinstance(target, tuple):
            self._topics = target
            self._word_topics()

    def reflow(self, shape: Shape) -> None:
        super().reflow(shape)
        across = 3 if shape.width == "wide" else 2 if shape.at_least("narrow") else 1
        for place in range(3):
            self._key_grid.setColumnStretch(2 * place + 1, 1 if place < across else 0)
        for number, (cap, (_key, _word, text)) in enumerate(zip(self._caps, self._key_words, strict=True)):
            rows = -(-len(self._caps) // across)
            self._key_grid.addWidget(cap, number % rows, 2 * (number // rows), Qt.AlignmentFlag.AlignRight)
            self._key_grid.addWidget(text, number % rows, 2 * (number // rows) + 1)

    def retranslate(self) -> None:
        self._about.set_title(self.tr("About this page"))
        self._keys.set_title(self.tr("Keys"))
        for _key, word, text in self._key_words:
            text.setText(self.tr(word))
        self._word_topics()

    def _word_topics(self) -> None:
        general = (
            (
                self.tr("Nothing is lost"),
                self.tr(
                    "What you type is kept every second. Saved means saved: it is on this computer's disk."
                ),
            ),
        )
        paragraphs = self._topics or general
        while self._topic_column.count():
            item = self._topic_column.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        for heading, text in paragraphs:
            self._topic_column.addWidget(Text(heading, "body", stress="strong"))
            self._topic_column.addWidget(Text(text, "body", "ink2", wrap=True))

    def _lay_out(self) -> None:
        self._caps = [KeyCap(key) for key in (row[0] for row in _KEYS)]
        self._about.body.addLayout(self._topic_column)
        self._keys.body.addLayout(self._key_grid)
        inside = paper(QWidget(), "clear")
        whole = column(inside, gap="cards")
        for card in (self._about, self._keys):
            whole.addWidget(card)
        whole.addStretch(1)
        area = QScrollArea()
        area.setObjectName("help.area")
        area.setAccessibleName(self.tr("Help"))
        area.setWidgetResizable(True)
        area.setProperty("ring", True)  # it takes the focus to be scrolled by keys
        area.setWidget(inside)
        self.body.addWidget(area)
