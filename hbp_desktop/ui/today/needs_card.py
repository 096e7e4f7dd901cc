"""What needs a look, worst first; each row has one button that jumps to the place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from hbp_desktop.ui import matter_words
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.press_row import PressRow, ToneMark
from hbp_desktop.ui.parts.text import Elided, Text, line
from hbp_desktop.usecases.today import Need

_ICONS = {
    "urgent_unattended": "shield-alert",
    "urgent_more": "shield-alert",
    "report_late": "file-text",
    "conflicts": "git-merge",
    "draft_open": "file-pen",
    "drafts_parked": "file-pen",
    "clock_doubt": "clock",
    "entries_missing": "history",
    "copy_put_back": "history",
    "copy_moved": "laptop",
    "records_held": "laptop",
    "backup_late": "hard-drive",
    "disk_low": "hard-drive",
    "disk_spent": "hard-drive",
    "place_now_cloud": "hard-drive",
    "place_now_removable": "hard-drive",
}


class NeedsCard(Card):
    """Signal `taken(Need)`."""

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__("today.needs")
        self._rows: list[NeedRow] = []
        self._none = Text("", "body", "ink2", wrap=True)
        self._list = column(gap="none")
        self.body.addLayout(self._list)
        self.add(self._none)

    def show_needs(self, needs: tuple[Need, ...]) -> None:
        """Show what needs a look."""
        self.set_title(self.tr("Needs a look"), len(needs))
        self._none.setText(self.tr("Nothing needs a look now."))
        self._none.setVisible(not needs)
        while len(self._rows) < len(needs):
            made = NeedRow(f"today.need.{len(self._rows)}")
            made.taken.connect(self.taken)
            self._rows.append(made)
            self._list.addWidget(made)
        for number, shown in enumerate(self._rows):
            shown.setVisible(number < len(needs))
            if number < len(needs):
                shown.show_need(needs[number], number < len(needs) - 1)


class NeedRow(QFrame):
    """One thing to look at. Signal `taken(Need)`."""

    taken = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._need: Need | None = None
        self._mark = ToneMark()
        self._first, self._second = Elided("", "body", stress="medium"), Elided("", "small", "ink2")
        self._go = Button("", height="head_control", name=name)
        self._rule = line()
        words, across = column(gap="none"), row(gap="row", margins="none field")
        for text in (self._first, self._second):
            words.addWidget(text)
        across.addWidget(self._mark)
        across.addLayout(words, 1)
        across.addWidget(self._go)
        whole = column(self, gap="none")
        whole.addLayout(across)
        whole.addWidget(self._rule)
        self._go.clicked.connect(lambda: self.taken.emit(self._need))

    def show_need(self, need: Need, lined: bool) -> None:
        """Show one."""
        self._need = need
        self._mark.set(_ICONS.get(need.code, "info"), need.level)
        first, second, button = self._words(need)
        self._first.set_whole(first)
        self._second.set_whole(second)
        self._go.setText(button)
        self._go.setAccessibleName(f"{button}: {first}, {second}")
        self._rule.setVisible(lined)

    def _words(self, need: Need) -> tuple[str, str, str]:
        names = self.tr(" and ").join((*need.names[:-2], *need.names[-2:])) if need.names else ""
        listed = (
            ", ".join(need.names[:-1]) + self.tr(" and ") + need.names[-1] if len(need.names) > 1 else names
        )
        if need.code.startswith("urgent"):
            return self._urgent_words(need)
        if need.code == "report_late":
            first = self.tr("%n reports are late", "", need.count)
            return first, self.tr("No. %1 · not entered as sent").replace("%1", listed), self.tr("Report")
        if need.code == "conflicts":
            first = self.tr("%n records with two versions", "", need.count)
            return first, self.tr("written at the same time; both are kept"), self.tr("Look")
        if need.code == "drafts_parked":
            first = self.tr("%n parked drafts", "", need.count)
            return first, self.tr("%1 · kept on this computer").replace("%1", listed), self.tr("Go on")
        if need.code.startswith(("disk", "place")):
            return self._disk_words(need)
        if need.page == "settings" and need.session == "copies":
            return self._copies_words(need)
        if need.code == "records_held":
            first = self.tr("%n records of another computer do not count yet", "", need.count)
            return first, self.tr("%1 is not admitted; they are kept").replace("%1", listed), self.tr("Look")
        if need.code == "draft_open":
            return self.tr("A form is not saved yet"), self.tr("kept on this computer"), self.tr("Go on")
        return (
            self.tr("The clock of this computer is in doubt"),
            self.tr("check date and time; records say so until then"),
            self.tr("Help"),
        )

    def _copies_words(self, need: Need) -> tuple[str, str, str]:
        if need.code == "backup_late":
            since = self.tr("the last is %n days old", "", need.count)
            second = since if need.count else self.tr("the last try did not work")
            return self.tr("No backup was made lately"), second, self.tr("Back up")
        first = {
            "copy_put_back": self.tr("This is an old copy of the office's file"),
            "copy_moved": self.tr("The office's folder was copied from another computer"),
        }.get(need.code, self.tr("Entries may be missing here"))
        known = self.tr("%n entries; exchange with the other laptops", "", need.count)
        return (
            first,
            known if need.count else self.tr("how many is not known; exchange first"),
            self.tr("Look"),
        )

    def _disk_words(self, need: Need) -> tuple[str, str, str]:
        if need.code.startswith("disk"):
            full, low = self.tr("The disk is full"), self.tr("The disk is nearly full")
            left = self.tr("%1 MB left; empty the bin").replace("%1", f"{need.count:,}")
            return full if need.code == "disk_spent" else low, left, self.tr("Backups")
        cloud = self.tr("The office's folder is synchronised by %1")
        removable = self.tr("The office's folder is on a removable disk")
        first = (cloud if need.code.endswith("cloud") else removable).replace("%1", need.names[0])
        return first, self.tr("move the folder, or say why it stays"), self.tr("Look")

    def _urgent_words(self, need: Need) -> tuple[str, str, str]:
        if need.code == "urgent_more":
            first = self.tr("%n more urgent matters without action", "", need.count)
            return first, self.tr("call Talian Kasih 15999"), self.tr("Records")
        queue, urgent = need.names
        second = ", ".join(filter(None, (queue, matter_words.word(urgent).lower()))) + " · 15999"
        return self.tr("Immediate action not recorded"), second, self.tr("Record")


class YearCard(Card):
    """Sessions of this year beside the circular's four. Signal `opened`."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__("today.year", headless=True)
        self._row = PressRow("today.sessions", lined=False)
        self._what, self._held = Text("", "body", stress="medium"), Text("", "body", stress="strong")
        self._second, self._clause = Elided("", "small", "ink2"), Text("F.3", "small", "ink2")
        words = column(gap="none")
        words.addWidget(self._what)
        words.addWidget(self._second)
        self._row.across.addLayout(words, 1)
        self._row.across.addWidget(self._held)
        self._row.across.addWidget(self._clause)
        self.add(self._row)
        self._row.pressed.connect(self.opened)

    def show_year(self, held: int, planned: int, target: int) -> None:
        """Show how many sessions were held and planned."""
        self._what.setText(self.tr("Sessions this year"))
        self._second.set_whole(self.tr("%n planned", "", planned))
        count = self.tr("%1 of %2").replace("%1", str(held)).replace("%2", str(target))
        self._held.setText(count)
        self._row.setAccessibleName(f"{self._what.text()}: {count}, F.3")
