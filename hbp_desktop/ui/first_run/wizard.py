"""The first run: office, first officer, recovery code; then the office is founded and opened."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from hbp_desktop.domain.errors import HbpError, Invalid
from hbp_desktop.ui import errors, tasks
from hbp_desktop.ui.door import Door
from hbp_desktop.ui.first_run.code_step import CodeStep
from hbp_desktop.ui.first_run.office_step import OfficeStep
from hbp_desktop.ui.first_run.officer_step import OfficerStep
from hbp_desktop.ui.first_run.rail import WizardRail
from hbp_desktop.ui.first_run.step import Step
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.banner import Banners
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.focus import FocusRing
from hbp_desktop.ui.parts.scroll import FollowArea
from hbp_desktop.ui.parts.text import Text, line, paper
from hbp_desktop.ui.theme import theme
from hbp_desktop.usecases.setup import SetupDraft


class Wizard(QWidget):
    """Back and forth without loss.

    Signals `founded(Seat)`; `language_wanted(code)`; `left` when going back from the first step, which can
    be done where `can_leave`.
    """

    founded = Signal(object)
    language_wanted = Signal(str)
    left = Signal()

    def __init__(self, door: Door, language: str, can_leave: bool = False) -> None:
        super().__init__()
        self._can_leave = can_leave
        self._door, self._language = door, language
        self._busy = False
        paper(self, "bg")
        self.setObjectName("wizard")
        self.office, self.officer = OfficeStep(), self.make_officer_step(door, language)
        self.office.place.show_place(door.place_concern(), door.better_place())
        self.code = CodeStep(door.new_code(), language)
        self._steps: tuple[Step, ...] = (self.office, self.officer, self.code)
        self._rail = self.make_rail(len(self._steps))
        self._banners = Banners()
        self._stack = QStackedWidget()
        self._back = Button("", "normal", "chevron-left", name="wizard.back")
        self._next = Button("", "primary", key="Enter", height="large_control", name="wizard.next")
        self._where = Text("", "small", "ink2")
        self._other_language = Button("", "quiet", height="small_control", name="wizard.language")
        self._lay_out()
        self._connect()
        self.ring = FocusRing(self)
        self.retranslate()
        self._look_again()

    def step(self) -> Step:
        """Give the step in front."""
        return self._steps[self._stack.currentIndex()]

    def take_focus(self) -> None:
        """Put the cursor where the step begins."""
        self.step().take_focus()

    def go_on(self) -> None:
        """Go to the next step, or found the office at the last one."""
        step = self.step()
        if self._busy or not step.complain():
            return
        if step is self._steps[-1]:
            self._finish()
        else:
            self._show(self._stack.currentIndex() + 1)

    def go_back(self) -> None:
        """Go to the step before; nothing typed is lost."""
        if self._busy:
            return
        if self._stack.currentIndex() > 0:
            self._show(self._stack.currentIndex() - 1)
        elif self._can_leave:
            self.left.emit()

    def pose(self) -> Iterator[str]:
        """Go through the steps filled in with an example, for the screenshots; gives each step's name."""
        self.office.pose()
        yield "office"
        self.go_on()
        self.officer.pose()
        yield "officer"
        self.go_on()
        yield "code"

    def make_rail(self, steps: int) -> WizardRail:
        """Make what stands at the left."""
        return WizardRail(steps)

    def make_officer_step(self, door: Door, language: str) -> OfficerStep:
        """Make the second step."""
        return OfficerStep(door, language)

    def do(self, draft: SetupDraft, code: str) -> Any:
        """Do what the last step is for (in the lane); raises as the door does."""
        return self._door.found(draft, code)

    def tell_done(self, made: Any) -> None:
        """Say that it is done."""
        self.founded.emit(made)

    def last_words(self) -> tuple[str, str]:
        """Give the last button's words: while it works, and before."""
        return self.tr("Preparing the office…"), self.tr("Open the office")

    def set_language(self, language: str) -> None:
        """Remember which language sentences are said in."""
        self._language = language
        for step in self._steps:
            step.language = language

    def retranslate(self) -> None:
        """Set every word."""
        self._back.setText(self.tr("Back"))
        self._other_language.setText({"ms": "English", "en": "Bahasa Melayu"}[self._language])
        self._rail.retranslate()
        for step in self._steps:
            step.retranslate()
        self._look_again()

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._card = Card("wizard.card", flush=True, headless=True)
        self._card.body.setContentsMargins(1, 1, 1, 1)
        right = column(gap="none")
        for step in self._steps:
            self._stack.addWidget(FollowArea(step, f"{step.objectName()}.area"))
        right.addWidget(self._banners)
        right.addWidget(self._stack, 1)
        right.addWidget(line())
        foot = row(gap="cards", margins="wide cards")
        foot.addWidget(self._back)
        foot.addWidget(self._other_language)
        foot.addStretch(1)
        foot.addWidget(self._where)
        foot.addWidget(self._next)
        right.addLayout(foot)
        across = row(gap="none")
        across.addWidget(self._rail)
        across.addLayout(right, 1)
        self._card.body.addLayout(across)
        whole = column(self, gap="none", margins="cards")
        whole.addWidget(self._card, 1, Qt.AlignmentFlag.AlignCenter)
        self._fit()

    def _connect(self) -> None:
        self._back.clicked.connect(self.go_back)
        self._next.clicked.connect(self.go_on)
        other = {"ms": "en", "en": "ms"}
        self._other_language.clicked.connect(lambda: self.language_wanted.emit(other[self._language]))
        for step in self._steps:
            step.changed.connect(self._look_again)
            step.finished.connect(self.go_on)
        theme().changed.connect(self._fit)

    def _show(self, number: int) -> None:
        self._banners.clear("founding")
        self.officer.office_code = self.office.code()
        self.code.office = self.office.name()
        self._stack.setCurrentIndex(number)
        self._look_again()
        self.take_focus()

    def _look_again(self) -> None:
        here, last = self._stack.currentIndex(), len(self._steps) - 1
        self._back.setVisible(here > 0 or self._can_leave)
        self._back.setEnabled(not self._busy)
        self._where.setText(
            self.tr("Step %1 of %2").replace("%1", str(here + 1)).replace("%2", str(last + 1))
        )
        busy, end = self.last_words()
        self._next.setText(busy if self._busy else end if here == last else self.tr("Continue"))
        ready = self.step().ready()
        self._next.explain(ready and not self._busy, "" if ready else self.step().why_not())
        self._rail.show_steps(here, [step.summary() for step in self._steps])

    def _finish(self) -> None:
        draft = replace(self.officer.draft(self.office.code()), place_reason=self.office.place.reason())
        code = self.code.code
        self._busy = True
        self._look_again()
        tasks.start(lambda: self.do(draft, code), self._on_done, self._on_failed)

    def _on_done(self, made: Any) -> None:
        self.officer.forget()
        self.tell_done(made)

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self._look_again()
        if not isinstance(error, HbpError):
            errors.note(error)
        first = error.problems[0] if isinstance(error, Invalid) and error.problems else error
        self._banners.show_banner("founding", "bad", errors.sentence(first, self._language))

    def _fit(self) -> None:
        now = theme()
        margin = 2 * now.size("cards")
        narrow = now.logical(self.width()) < now.breakpoint("narrow")
        self._rail.setVisible(not narrow)
        across = now.size("wizard_card") - (now.size("wizard_rail") if narrow else 0)
        self._card.setFixedSize(
            max(1, min(across, self.width() - margin)),
            max(1, min(now.size("wizard_height"), self.height() - margin)),
        )
