"""One officer in the list: a round, the name over the post, roles as chips, what is special in words."""

from datetime import date

from PySide6.QtGui import QPainter, QPaintEvent

from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.avatar import Avatar
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.press_row import PressRow
from hbp_desktop.ui.parts.text import Elided
from hbp_desktop.ui.settings import officer_words
from hbp_desktop.ui.theme import theme
from hbp_desktop.usecases.officer_list import Listed


class OfficerRow(PressRow):
    """Show one officer as of a day; `set_on` marks the one whose details are shown."""

    def __init__(self, shown: Listed, today: date, language: str) -> None:
        super().__init__(f"officers.row.{shown.member.id[:8]}", "two_lines")
        self.officer, self._on = shown.member.id, False
        self._lay_out(shown, today, language)

    def set_on(self, on: bool) -> None:
        """Mark it as the one shown."""
        self._on = on
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self._on:
            now, painter = theme(), QPainter(self)
            painter.fillRect(self.rect(), now.colour("sel"))
            painter.fillRect(0, 0, now.size("label"), self.height(), now.colour("accent"))
        super().paintEvent(event)

    def _lay_out(self, shown: Listed, today: date, language: str) -> None:
        member, ink = shown.member, "ink3" if shown.member.retired else "ink"
        names = column(gap="two")
        name = Elided("", "body", ink, "medium")
        name.set_whole(member.name)
        top = row(gap="field")
        top.addWidget(name, 1)
        special, roles = self._special(shown, today, language), self._roles(shown, language)
        for chip in special:
            top.addWidget(chip)
        below = row(gap="grid")
        for chip in roles:
            below.addWidget(chip)
        post = Elided("", "small", "ink3" if member.retired else "ink2")
        post.set_whole(member.post)
        below.addWidget(post, 1)
        names.addLayout(top)
        names.addLayout(below)
        self.across.setContentsMargins(*_margins())
        self.across.addWidget(Avatar(member.name))
        self.across.addLayout(names, 1)
        for chip in (*special, *roles):
            chip.show()  # made without a parent, it had hidden itself
        self.setAccessibleName(
            ", ".join(filter(None, (member.name, member.post, *map(Chip.text, (*roles, *special)))))
        )

    def _roles(self, shown: Listed, language: str) -> list[Chip]:
        if shown.member.retired:
            return []
        return [
            Chip(officer_words.role(one, language)) for one in officer_words.in_order(shown.member.own_roles)
        ]

    def _special(self, shown: Listed, today: date, language: str) -> list[Chip]:
        if shown.member.retired:
            return [Chip(self.tr("Retired"), "outline")]
        chips = [
            Chip(
                officer_words.acting(one, language, one.in_force(today)),
                "accent" if one.in_force(today) else "outline",
            )
            for one in shown.acting
        ]
        if shown.key_missing:
            chips.append(Chip(self.tr("Key not confirmed"), "warn", "triangle-alert"))
        if shown.slot_here:
            chips.append(Chip(self.tr("Opens here"), "outline", "key-round"))
        return chips


def _margins() -> tuple[int, int, int, int]:
    now = theme()
    side, above = now.size("card"), now.size("field")
    return side, above, side, above
