"""The initials of an officer in a round, for eyes only: the name stands beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.theme import theme

_TITLES = {
    "pn.",
    "puan",
    "en.",
    "encik",
    "cik",
    "tn.",
    "tuan",
    "hj.",
    "haji",
    "hjh.",
    "dr.",
    "dato'",
    "datuk",
}
_LINKS = {"bin", "binti", "bt", "bt.", "b.", "a/l", "a/p", "anak", "al", "ap"}


class Avatar(QWidget):
    """`set(name, on)`; filled with accent when on."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._letters, self._on = "", False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(name)

    def set(self, name: str, on: bool = False) -> None:
        """Show the initials of a name."""
        self._letters, self._on = initials(name), on
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().size("avatar"), theme().size("avatar"))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        now, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.box(
            painter, rect, "accent" if self._on else "accentsoft", corner=rect.height() / 2 * 100 / now.scale
        )
        painter.setFont(now.font("caption", 600))
        paint.words(
            painter, rect, self._letters, "onaccent" if self._on else "accent", Qt.AlignmentFlag.AlignHCenter
        )


def called(name: str) -> str:
    """Give the part of a name one is called by: what stands before bin, binti, a/l; else the whole."""
    parts = name.split()
    link = next((place for place, part in enumerate(parts) if part.lower() in _LINKS and place > 0), None)
    return " ".join(parts[:link])


def initials(name: str) -> str:
    """Give the first letters of a name's first two parts, titles and bin/binti left out."""
    parts = [part for part in name.split() if part.lower() not in _TITLES | _LINKS]
    return "".join(part[0].upper() for part in parts[:2])
