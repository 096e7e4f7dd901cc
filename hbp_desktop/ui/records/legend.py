"""What the signs at the end of a row mean, in the foot of a list."""

from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.exchange import MARKS, Mark
from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts.text import Text, paper
from hbp_desktop.ui.records import mark_words
from hbp_desktop.ui.theme import theme


class Legend(QWidget):
    """Signs with their words, as many as `marks` names."""

    def __init__(self, marks: tuple[Mark, ...] = MARKS) -> None:
        super().__init__()
        paper(self, "clear")
        self._signs = {mark: (Text(), Text("", "small", "ink2")) for mark in marks}
        across = row(self, gap="tight")
        for sign, words in self._signs.values():
            across.addWidget(sign)
            across.addWidget(words)
        theme().changed.connect(self.retranslate)

    def retranslate(self) -> None:
        """Set every word and draw every sign."""
        for mark, (sign, words) in self._signs.items():
            icon, tone = mark_words.sign(mark)
            sign.setPixmap(pixmap(icon, tone, "icon_small"))
            words.setText(mark_words.word(mark))
