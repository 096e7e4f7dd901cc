"""Says when the draft was last kept, in words with a sign."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts.text import Elided, Text

_SIGNS = {"draft": ("pencil", "ink3"), "saved": ("check", "ok"), "trouble": ("circle-alert", "bad")}


class SavedLabel(QWidget):
    """`show_state(kind, words)`; kind is draft, saved or trouble."""

    def __init__(self, name: str = "saved") -> None:
        super().__init__()
        self.setObjectName(name)
        self._sign, self._words = Text(), Elided("", "small", "ink3")
        across = row(self, gap="tight")
        across.addWidget(self._sign)
        across.addWidget(self._words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, kind: str, words: str) -> None:
        """Say it; an empty `words` takes the label away."""
        icon, tone = _SIGNS[kind]
        self._sign.setVisible(bool(words))
        self._sign.setPixmap(pixmap(icon, tone, "icon_small"))
        self._words.set_tone("bad" if kind == "trouble" else "ink3")
        self._words.set_whole(words)

    def text(self) -> str:
        """Give the words."""
        return self._words.whole()
