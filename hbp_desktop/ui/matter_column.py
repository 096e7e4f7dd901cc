"""What the client brought: the matter being typed, the others folded around it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.matter import MatterDraft
from hbp_desktop.domain.services import Services
from hbp_desktop.ui.column_scroll import ColumnScroll
from hbp_desktop.ui.folded_matter import FoldedMatter
from hbp_desktop.ui.guard_panel import FindOfficers, Tell, nobody, nothing_guarded
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.matter_form import Find, MatterForm
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.text import Text

Say = Callable[[Problem], str]
_NONE = -1  # while another matter is being opened, nothing is read from the form


class MatterColumn(QWidget):
    """Signals: `edited` after any typing; `refolded` when other matters are folded or open."""

    edited = Signal()
    refolded = Signal()

    def __init__(
        self,
        services: Services,
        find: Find,
        language: str,
        tell: Tell = nothing_guarded,
        officers: FindOfficers = nobody,
    ) -> None:
        super().__init__()
        self.setObjectName("matters")
        self._language, self._clocks, self._brief = language, "", False
        self._drafts: list[MatterDraft] = [MatterDraft()]
        self._open, self._problems = 0, False
        self._folded: list[FoldedMatter] = []
        self.form = MatterForm(services, find, tell, officers)
        self._title, self._count = Text("", "heading"), Text("", "heading", "ink2")
        self.urgent = Button("", "quiet", "shield-alert", height="head_control", name="urgent.toggle")
        self.further = Button("", "quiet", "plus", "Alt+U", "head_control", "matter.further")
        self._inside = QWidget()
        self._column: QVBoxLayout = column(self._inside, gap="field", margins="card grid card card")
        self.rolling = ColumnScroll(self._inside, "matters.scroll")
        self._settled = QTimer(self)  # once the column has settled the pop-up finds its field
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._lay_out()
        self._connect()

    def show_drafts(self, drafts: Sequence[MatterDraft]) -> None:
        """Show a visit's matters, the last one open."""
        self._drafts = list(drafts) or [MatterDraft()]
        self._unfold(len(self._drafts) - 1)

    def read(self) -> tuple[MatterDraft, ...]:
        """Give the matters as typed, without one in which nothing was typed (unless it is the only one)."""
        self._note()
        typed = tuple(draft for draft in self._drafts if not is_empty(draft))
        return typed or tuple(self._drafts[:1])

    def count(self) -> int:
        """Count the matters, the open one included."""
        return len(self._drafts)

    def set_clocks(self, words: str) -> None:
        """Set the deadlines of a complaint received today, in words."""
        self._clocks = words
        self.form.set_clocks(words.replace("*", ""))
        for panel in self._folded:
            panel.set_clocks(words)

    def set_brief(self, brief: bool) -> None:
        """Fold to one line each where there is little height."""
        self._brief = brief
        for panel in self._folded:
            panel.set_brief(brief)

    def set_language(self, language: str) -> None:
        """Speak another language."""
        self._language = language

    def add(self) -> None:
        """Fold the matter being typed and begin another; an empty one is begun already."""
        self._note()
        empty = next((n for n, draft in enumerate(self._drafts) if is_empty(draft)), None)
        if empty is None:
            self._drafts.append(MatterDraft())
        self._unfold(len(self._drafts) - 1 if empty is None else empty)
        self.form.take_focus()
        self.edited.emit()

    def say(self, problems: Sequence[Problem], say: Say) -> None:
        """Show the open matter's troubles."""
        number = self._number_of(self._open)
        own = [_here(problem) for problem in problems if problem.place.startswith(f"matters.{number}.")]
        self.form.say(own, say)

    def focus_place(self, place: str) -> None:
        """Open the matter of a place such as `matters.1.details` and put the focus on the field."""
        parts = place.split(".")
        if len(parts) == 3:
            shown = [n for n in range(len(self._drafts)) if self._number_of(n) == int(parts[1])]
            if shown and shown[-1] != self._open:
                self._note()
                self._unfold(shown[-1])
        self.form.focus_place(parts[-1] if len(parts) == 3 else "kind")

    def retranslate(self) -> None:
        """Set every word."""
        self._title.setText(self.tr("Matters"))
        self.urgent.setText(self.tr("Urg&ent"))
        self.further.setText(self.tr("Further matter"))
        self.form.retranslate()

    def _lay_out(self) -> None:
        head = row(gap="field", margins="card row card none")
        for widget in (self._title, self._count):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.urgent)
        head.addWidget(self.further)
        self.urgent.setCheckable(True)
        self._column.addWidget(self.form)
        self._column.addStretch(1)
        whole = column(self, gap="none")
        whole.addLayout(head)
        whole.addWidget(self.rolling, 1)

    def _connect(self) -> None:
        self.form.edited.connect(self.edited)
        self.form.urgent_changed.connect(self._show_urgent)
        self.urgent.clicked.connect(self._on_urgent)
        self.further.clicked.connect(self.add)
        self.form.service.textEdited.connect(lambda _text: self._make_room())
        self._settled.timeout.connect(self.form.service.place_popup)
        rolled = self.rolling.verticalScrollBar().valueChanged
        rolled.connect(lambda _value: self.form.service.place_popup())

    def _show_urgent(self) -> None:
        self.urgent.setChecked(self.form.is_urgent())
        self.urgent.set_look("danger" if self.form.is_urgent() else "quiet")

    def _on_urgent(self, on: bool) -> None:
        self.form.set_urgent("", opened=on)
        if on:
            self.form.urgent.reasons.take_focus()
        self.edited.emit()

    def _make_room(self) -> None:
        rows = min(8, max(1, len(self.form.service.suggestions())))
        self.rolling.show_room_below(self.form.service, rows * self.form.service.height())
        self._settled.start()

    def _note(self) -> None:
        if self._open != _NONE:
            self._drafts[self._open] = self.form.read()

    def _number_of(self, place: int) -> int:
        """Give the number that a matter has in `read()`, which leaves empty ones out."""
        return sum(not is_empty(draft) for draft in self._drafts[:place])

    def _unfold(self, place: int) -> None:
        """Open a matter; the others fold around it, in their order."""
        self._open = _NONE
        self.form.show_draft(self._drafts[place], place + 1, self._language)
        for panel in self._folded:
            self._column.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self._folded = []
        for number, draft in enumerate(self._drafts):
            if number != place:
                self._fold(number, draft)
        self._open = place
        self._count.setText(str(len(self._drafts)))
        self.refolded.emit()

    def stops(self) -> list[QWidget]:
        """Give what Tab goes through, as it is read."""
        before = [panel for panel in self._folded if panel.number <= self._open]
        after = [panel for panel in self._folded if panel.number > self._open]
        return [*before, *self.form.stops(), *after, self.further, self.urgent]

    def _fold(self, number: int, draft: MatterDraft) -> None:
        panel = FoldedMatter(draft, number + 1)
        panel.set_clocks(self._clocks)
        panel.set_brief(self._brief)
        panel.opened.connect(lambda: self._reopen(number))
        panel.dropped.connect(lambda: self._drop(number))
        self._folded.append(panel)
        self._column.insertWidget(number, panel)

    def _reopen(self, number: int) -> None:
        self._note()
        self._unfold(number)
        self.form.take_focus()

    def _drop(self, number: int) -> None:
        self._note()
        place = self._open - (number < self._open)
        self._open = _NONE
        del self._drafts[number]
        self._unfold(place)
        self.form.take_focus()
        self.edited.emit()


def is_empty(draft: MatterDraft) -> bool:
    """Tell whether nothing was typed into a matter yet."""
    texts = (draft.kind, draft.service, draft.details, draft.wanted, draft.action, draft.urgent)
    return not any(text.strip() for text in texts)


def _here(problem: Problem) -> Problem:
    return Problem(problem.code, problem.place.split(".")[-1], problem.level, problem.values)
