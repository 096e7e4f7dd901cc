"""Where one record lies, in words with its sign, below its number."""

from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.exchange import Mark
from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts.text import Text, paper
from hbp_desktop.ui.records import mark_words


class MarkLine(QWidget):
    """`say(mark, since)`; hidden until it is known."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("record.lies")
        paper(self, "clear")
        self._sign, self._words = Text(), Text("", "small", "ink2", wrap=True)
        across = row(self, gap="tight", margins="card none card row")
        across.addWidget(self._sign)
        across.addWidget(self._words, 1)
        self.hide()

    def say(self, mark: Mark, since: str = "") -> None:
        """Say it; `since` is when the state office got it, "" where it has not."""
        icon, tone = mark_words.sign(mark)
        self._sign.setPixmap(pixmap(icon, tone, "icon_small"))
        self._words.setText(mark_words.sentence(mark, since))
        self.setAccessibleName(self._words.text())
        self.show()

    def words(self) -> str:
        """Give what it says."""
        return self._words.text()
