"""The visit on the screen: client and matters together as one draft, judged while it is typed."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from hbp_desktop.domain.dates import short_date
from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.visit import VisitDraft
from hbp_desktop.ui.client_form import ClientForm
from hbp_desktop.ui.counter_work import CounterWork, has_content
from hbp_desktop.ui.errors import sentence
from hbp_desktop.ui.matter_column import MatterColumn

_SAID_EARLY = "urgent_action_missing"


class VisitForm(QObject):
    """Signal `edited` after any change by a person."""

    edited = Signal()

    def __init__(self, client: ClientForm, matters: MatterColumn, work: CounterWork) -> None:
        super().__init__()
        self.client, self.matters, self._work = client, matters, work
        self._base, self._tried, self._showing = VisitDraft(), False, False
        self._said: tuple[Problem, ...] = ()
        client.edited.connect(self._on_edited)
        matters.edited.connect(self._on_edited)
        client.kept.connect(self._keep)

    @property
    def base(self) -> VisitDraft:
        """What is not typed here: id, seat, queue number, time, kept doubts."""
        return self._base

    def read(self) -> VisitDraft:
        """Give the draft as typed."""
        return replace(self.client.read(self._base), matters=self.matters.read())

    def show_draft(self, draft: VisitDraft) -> None:
        """Show a draft."""
        self._base, self._tried, self._showing = draft, False, True
        self.client.show_draft(draft)
        self.matters.show_drafts(draft.matters)
        self._showing = False
        self.reword()
        self.judge()

    def show_client(self, draft: VisitDraft) -> None:
        """Show a draft's client and leave the matters as they are typed."""
        self._base, self._showing = draft, True
        self.client.show_draft(draft)
        self._showing = False
        self._on_edited()

    def fresh(self) -> None:
        """Begin with the next client."""
        self.show_draft(self._work.begin())

    def change_base(self, **changes: object) -> None:
        """Change what is not typed here."""
        self._base = replace(self._base, **changes)  # type: ignore[arg-type]
        self._on_edited()

    def reseat(self) -> None:
        """Move the draft to where the officer sits now."""
        self._base = self._work.seated(self._base)
        self.reword()

    def has_content(self) -> bool:
        """Tell whether anything was typed."""
        return has_content(self.read())

    def judge(self, tried: bool = False) -> tuple[Problem, ...]:
        """Show troubles: what is missing only once saving was `tried`; gives all problems."""
        self._tried = self._tried or tried
        draft = self.read()
        found = self._work.problems(draft)
        shown = tuple(one for one in found if self._is_shown(one, draft))
        if shown != self._said or draft.kept:
            self.client.say(shown, self._say, draft.kept)
        self.matters.say(shown, self._say)
        self._said = shown
        return found

    def focus_first(self, problems: Sequence[Problem]) -> None:
        """Put the focus on the first faulty field."""
        for problem in problems:
            if problem.place.startswith("matters"):
                self.matters.focus_place(problem.place)
                return
            if self.client.focus_place(_client_place(problem.place)):
                return

    def reword(self) -> None:
        """Say the clocks and hints again: language or day changed."""
        language = self._work.desk.language
        self.matters.set_language(language)
        names = (self.tr("Acknowledge"), self.tr("Reply"), self.tr("Investigate"))
        days = [short_date(day, language) for day in self._work.clocks()]
        self.matters.set_clocks(" · ".join(f"{name} *{day}*" for name, day in zip(names, days, strict=False)))
        self.matters.form.set_foreign(self.client.foreign())
        self._said = ()

    def _on_edited(self) -> None:
        if self._showing:
            return
        self._base = self._work.timed(self._base)
        self.matters.form.set_foreign(self.client.foreign())
        if self._said or self._tried:
            self.judge()
        self.edited.emit()

    def _keep(self, code: str, reason: str) -> None:
        kept = {name: why for name, why in self._base.kept.items() if name != code}
        self._base = replace(self._base, kept=kept | ({code: reason} if reason else {}))
        self._on_edited()
        self.judge()

    def _is_shown(self, problem: Problem, draft: VisitDraft) -> bool:
        if self._tried or problem.code == _SAID_EARLY:
            return True
        typing = problem.place == "identity" and self.client.number.hasFocus()
        return not typing and not problem.code.endswith("_missing")

    def _say(self, problem: Problem) -> str:
        return sentence(problem, self._work.desk.language)


def _client_place(place: str) -> str:
    return {"id_number": "identity", "nationality": "id_country", "sex": "born"}.get(place, place)
