"""What the section of backups lists: copies with when and how large, and what may be missing."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui import time_words
from hbp_desktop.ui.amounts import amount
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.press_row import ToneMark
from hbp_desktop.ui.parts.text import Elided, Text, line, paper
from hbp_desktop.usecases.backups import Copies, Kept
from hbp_desktop.usecases.restoring import Missing


class CopiesList(Card):
    """The backups on this computer, newest first; what cannot be read stands below them."""

    def __init__(self) -> None:
        super().__init__("copies.list")
        self._holder: QWidget | None = None
        self._none = Text("", "body", "ink2", wrap=True)
        self.add(self._none)

    def show_copies(self, shown: Copies, today: date, language: str) -> None:
        """List them."""
        self.set_title(self.tr("Backups on this computer"), len(shown.kept))
        self._none.setText(self.tr("There is none yet. The first is made by itself today."))
        self._none.setVisible(not shown.kept)
        rows = [_kept_row(one, self.tr("%n visits", "", one.visits), today, language) for one in shown.kept]
        rows += [_unreadable_row(name) for name in shown.unreadable]
        self._holder = _replaced(self, self._holder, rows)


class MissingCard(Card):
    """Entries that may be missing, by laptop and number."""

    def __init__(self) -> None:
        super().__init__("copies.missing")
        self._holder: QWidget | None = None
        self._told = Text("", "small", "ink2", wrap=True)
        self.add(self._told)

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """List them; hidden when nothing is missing."""
        self.setVisible(bool(missing))
        self.set_title(self.tr("What may be missing"), len(missing))
        self._told.setText(
            self.tr(
                "This computer goes on from a copy that is older than what was written. What other laptops "
                "hold comes back when you exchange with them, and this list grows shorter by itself."
            )
        )
        self._holder = _replaced(self, self._holder, [_missing_row(gap) for gap in missing])


def gap_words(gap: Missing) -> str:
    """Say `Laptop X, entries 812–830 may be missing`."""
    first = (
        QCoreApplication.translate("Copies", "Laptop %1").replace("%1", gap.laptop)
        if gap.laptop
        else QCoreApplication.translate("Copies", "This laptop")
    )
    if not gap.last:
        rest = QCoreApplication.translate(
            "Copies", "entries from %1 on may be missing; how many is not known here"
        )
    elif gap.last == gap.first:
        rest = QCoreApplication.translate("Copies", "entry %1 may be missing")
    else:
        rest = QCoreApplication.translate("Copies", "entries %1–%2 may be missing")
    return f"{first}, " + rest.replace("%1", str(gap.first)).replace("%2", str(gap.last))


def kept_words(kept: Kept) -> str:
    """Say what a backup was made for."""
    words = {
        "auto": QCoreApplication.translate("Copies", "By itself"),
        "asked": QCoreApplication.translate("Copies", "Made by an officer"),
        "upgrade": QCoreApplication.translate("Copies", "Before an upgrade"),
    }
    return words.get(kept.kind, QCoreApplication.translate("Copies", "Other"))


def _kept_row(kept: Kept, visits: str, today: date, language: str) -> QWidget:
    when = time_words.moment(int(kept.when.timestamp()), language, today)
    second = f"{kept_words(kept)} · {visits} · {amount(kept.size)}"
    return _row(
        "hard-drive",
        "accent",
        when,
        second,
        Chip(QCoreApplication.translate("Copies", "read back and counted"), "ok", "check"),
    )


def _unreadable_row(name: str) -> QWidget:
    second = QCoreApplication.translate("Copies", "cannot be read; it stays, and does not count as a backup")
    return _row(
        "triangle-alert",
        "warn",
        name,
        second,
        Chip(QCoreApplication.translate("Copies", "cannot be read"), "warn"),
    )


def _missing_row(gap: Missing) -> QWidget:
    first, _, second = gap_words(gap).partition(", ")
    return _row("laptop", "warn", first, second, None)


def _row(icon: str, tone: str, first: str, second: str, chip: Chip | None) -> QWidget:
    made = paper(QWidget(), "clear")
    across, words = row(gap="row", margins="none field"), column(gap="none")
    words.addWidget(Elided(first, "body", stress="medium"))
    words.addWidget(Elided(second, "small", "ink2"))
    across.addWidget(ToneMark(icon, tone))
    across.addLayout(words, 1)
    if chip is not None:
        chip.show()  # made without a parent, it had hidden itself
        across.addWidget(chip)
    whole = column(made, gap="none")
    whole.addWidget(line())
    whole.addLayout(across)
    made.setAccessibleName(f"{first}, {second}")
    return made


def _replaced(card: Card, old: QWidget | None, rows: Sequence[QWidget]) -> QWidget:
    if old is not None:
        card.body.removeWidget(old)
        old.hide()
        old.deleteLater()
    holder = paper(QWidget(), "clear")
    lines = column(holder, gap="none")
    for one in rows:
        lines.addWidget(one)
    card.add(holder)
    return holder
