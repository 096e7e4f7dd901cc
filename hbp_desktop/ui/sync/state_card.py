"""The state office: how it stands in four numbers, what is left, last contact, what to do about trouble."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.errors import Problem
from hbp_desktop.ui import errors
from hbp_desktop.ui.amounts import amount
from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import grid, row
from hbp_desktop.ui.parts.banner import Banner
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.progress import ProgressBar
from hbp_desktop.ui.parts.text import Text, line
from hbp_desktop.ui.status_lamp import LampSign
from hbp_desktop.ui.sync import words
from hbp_desktop.ui.sync.count_figure import CountFigure
from hbp_desktop.usecases.exchange import Mark, Standing

Step = tuple[int, int, str]
ENROL_AGAIN = frozenset(
    f"sync_{why}"
    for why in ("revoked", "unknown", "device_lost", "other_server", "tls_untrusted", "tls_name")
)
CLOCK, WAITING = "clock_wrong", "sync_waiting"  # the second is said by the six words above
# mark → sign, tone of its bar
_FIGURES: dict[Mark, tuple[str, str]] = {
    "here": ("inbox", "bar3"),
    "held": ("send", "bar2"),
    "there": ("cloud", "ok"),
    "look": ("circle-alert", "warn"),
}


class StateCard(Card):
    """Signals `opened(mark)` when a number is pressed; `try_wanted`; `enrol_wanted`."""

    opened = Signal(str)
    try_wanted = Signal()
    enrol_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("sync.state", headless=True)
        self._sign, self._heading = LampSign("icon_small"), Text("", "heading", wrap=True)
        self.again = Button("", "normal", "refresh-cw", "F5", name="sync.now")
        self.figures = {
            mark: CountFigure(f"sync.{mark}", icon, tone) for mark, (icon, tone) in _FIGURES.items()
        }
        self.trouble = Banner("warn", "sync.trouble")
        self._bar, self._progress = ProgressBar(), Text("", "small", "ink2", wrap=True)
        self._facts = {name: _Fact() for name in ("contact", "next", "attachments", "address")}
        self._icons = {"contact": "history", "next": "clock", "attachments": "image", "address": "map-pin"}
        self._lay_out()
        self.again.clicked.connect(lambda: self.try_wanted.emit())
        self.trouble.pressed.connect(self.enrol_wanted)
        for mark, figure in self.figures.items():
            figure.opened.connect(lambda mark=mark: self.opened.emit(mark))

    def show_standing(
        self, standing: Standing, step: Step, trouble: Problem | None, language: str, now: datetime
    ) -> None:
        """Show how things stand; `trouble` is what kept the last try from going well."""
        self._sign.set_state(words.state_of(standing))
        said = words.first_words(standing)
        heading = self.tr("State office: %1").replace("%1", said[:1].lower() + said[1:])
        self._heading.setText(heading)
        self.setAccessibleName(heading)
        self._say_figures(standing, step)
        self._say_progress(standing, step)
        self._say_trouble(standing, trouble, language)
        self._say_facts(standing, language, now)

    def show_busy(self, busy: bool, may: bool, why: str) -> None:
        """Let nobody begin a round while one runs."""
        self.again.setText(self.tr("Try now"))
        self.again.explain(may and not busy, why if not may else self.tr("A round is under way."))

    def fold(self, narrow: bool) -> None:
        """Put the numbers two by two where width is short."""
        for number, figure in enumerate(self.figures.values()):
            down, across = divmod(number, 2) if narrow else (0, number)
            self._grid.addWidget(figure, down, across)
        for column in range(4):
            self._grid.setColumnStretch(column, 0 if narrow and column > 1 else 1)

    def _say_figures(self, standing: Standing, step: Step) -> None:
        counted = counts_of(standing)
        left = words.left_words(standing, step)
        nothing = self.tr("nothing to send")
        said = {
            "here": (self.tr("Waiting"), left or nothing),
            "held": (self.tr("Sent"), self.tr("held there, not yet counted")),
            "there": (self.tr("State has it"), self.tr("held and counted, with receipt")),
            "look": (self.tr("Needs a look"), self.tr("held there, does not count")),
        }
        if counted["here"] == 0 and standing.waiting:
            entries = self.tr("%n other entries", "", standing.waiting)
            said["here"] = (said["here"][0], words.joined(entries, left))
        if not counted["held"]:
            said["held"] = (said["held"][0], self.tr("none on its way"))
        if not counted["look"]:
            said["look"] = (said["look"][0], self.tr("nothing refused"))
        for mark, figure in self.figures.items():
            label, below = said[mark]
            unit = self.tr("%n matters", "", counted[mark]).split(" ", 1)[-1]
            figure.set(counted[mark], label, f"{unit} · {below}")
            if mark == "look":
                figure.set_tone("warn" if counted[mark] else "dim")

    def _say_progress(self, standing: Standing, step: Step) -> None:
        runs = standing.phase == "sending"
        done, of, code = step
        self._bar.set(done, of)
        self._bar.setVisible(runs and of > 0)
        self._progress.setVisible(runs)
        doing = {
            "taking": self.tr("Taking what is new there"),
            "sending": self.tr("Sending"),
            "comparing": self.tr("Comparing what both ends hold"),
            "attachments": self.tr("Sending photos"),
        }.get(code, self.tr("Asking the state office"))
        amounts = self.tr("%1 of %2").replace("%1", amount(done)).replace("%2", amount(of))
        self._progress.setText(words.joined(doing, amounts if of else "", words.what_waits(standing)))

    def _say_trouble(self, standing: Standing, trouble: Problem | None, language: str) -> None:
        told = trouble is not None and trouble.code != WAITING and standing.phase != "sending"
        self.trouble.setVisible(told)
        if trouble is None:
            return
        first, stop, rest = errors.sentence(trouble, language).partition(". ")
        self.trouble.set_state("bad" if standing.phase == "look" else "warn")
        anew = self.tr("Enrol again…") if trouble.code in ENROL_AGAIN else ""
        self.trouble.set_words(first + stop.strip(), rest, anew, "clock" if trouble.code == CLOCK else "")

    def _say_facts(self, standing: Standing, language: str, now: datetime) -> None:
        never = self.tr("No contact yet.")
        contact = self.tr("Last contact %1.").replace("%1", words.when(standing.last_contact, language, now))
        self._facts["contact"].say(self._icons["contact"], contact if standing.last_contact else never)
        self._facts["next"].say(self._icons["next"], self._next(standing, language, now))
        self._facts["attachments"].say(self._icons["attachments"], self._attachments(standing))
        self._facts["address"].say(self._icons["address"], standing.url)

    def _next(self, standing: Standing, language: str, now: datetime) -> str:
        if standing.phase == "sending" or not standing.next_try:
            return ""
        if standing.next_try <= int(now.timestamp()):
            return self.tr("The next try begins by itself in a moment.")
        at = words.when(standing.next_try, language, now)
        return self.tr("Next try by itself at %1.").replace("%1", at)

    def _attachments(self, standing: Standing) -> str:
        if not standing.attachments_waiting:
            return ""
        said = self.tr("%n photos wait; they follow after the records.", "", standing.attachments_waiting)
        return words.joined(said, amount(standing.attachments_bytes))

    def _lay_out(self) -> None:
        top = row(gap="field")
        top.addWidget(self._sign)
        top.addWidget(self._heading, 1)
        top.addWidget(self.again)
        self._grid = grid(gap="cards")
        self.fold(narrow=False)
        self.body.addLayout(top)
        self.body.addWidget(line())
        self.body.addLayout(self._grid)
        self.add(self._bar, self._progress, self.trouble)
        for fact in self._facts.values():
            self.body.addWidget(fact)
        self.body.addStretch(1)


class _Fact(QWidget):
    """A sign and a sentence; nothing where there are no words."""

    def __init__(self) -> None:
        super().__init__()
        self._sign, self._words = Text(), Text("", "small", "ink2", wrap=True)
        across = row(self, gap="field")
        across.addWidget(self._sign)
        across.addWidget(self._words, 1)

    def say(self, icon: str, said: str) -> None:
        """Say it."""
        self._sign.setPixmap(pixmap(icon, "ink3", "icon_small"))
        self._words.setText(said)
        self.setVisible(bool(said))


def counts_of(standing: Standing) -> dict[Mark, int]:
    """Give the matters in each place; together they are all there are."""
    here, there, look = standing.matters_waiting, standing.matters_there, standing.matters_look
    return {
        "here": here,
        "held": max(0, standing.matters - here - there - look),
        "there": there,
        "look": look,
    }
