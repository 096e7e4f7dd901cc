"""Six words, large and numbered, to be read aloud or compared with another screen."""

from PySide6.QtWidgets import QGridLayout

from hbp_desktop.ui.layouts import grid, row
from hbp_desktop.ui.parts.card import Panel
from hbp_desktop.ui.parts.text import Text

_ACROSS = 3


class SixWordsPanel(Panel):
    """Shows what it is given; the words are the same in every language."""

    def __init__(self, name: str, across: int = _ACROSS) -> None:
        super().__init__(name, "open")
        self._across = across
        self._words = [Text("", "title") for _ in range(6)]
        self.body.addLayout(self._grid())

    def show_words(self, words: str) -> None:
        """Show six words, given with spaces between."""
        for shown, word in zip(self._words, words.split(), strict=True):
            shown.setText(word)
        self.setAccessibleName(words)

    def words(self) -> str:
        """Give the words shown."""
        return " ".join(shown.text() for shown in self._words).strip()

    def _grid(self) -> QGridLayout:
        made = grid(gap="cards")
        for place, shown in enumerate(self._words):
            one = row(gap="field")
            one.addWidget(Text(str(place + 1), "small", "ink2"))
            one.addWidget(shown, 1)
            made.addLayout(one, place // self._across, place % self._across)
        return made
