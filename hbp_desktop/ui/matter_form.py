"""One matter being typed: kind, service, details, what is wanted, action, outcome and what follows."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.matter import COMPLAINT, MatterDraft
from hbp_desktop.domain.services import Service, Services
from hbp_desktop.ui import counter_words, matter_words
from hbp_desktop.ui.field_row import FieldRow
from hbp_desktop.ui.guard_panel import FindOfficers, GuardPanel, Tell, nobody, nothing_guarded
from hbp_desktop.ui.parts.card import Panel
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import LineEdit, TextEdit
from hbp_desktop.ui.parts.segments import Segments
from hbp_desktop.ui.parts.tiles import KindTiles
from hbp_desktop.ui.parts.typeahead import Suggestion, TypeAhead
from hbp_desktop.ui.theme import theme
from hbp_desktop.ui.urgent_panel import UrgentPanel

Find = Callable[[str, str], Sequence[Suggestion]]
Say = Callable[[Problem], str]
FOLLOWED = ("in_progress", "waiting", "referred")
_FOLLOW = ("agency", "follow_unit", "follow_date")
_LINES = ("wanted", "action", "agency", "follow_unit", "follow_date")


class MatterForm(Panel):
    """Shows and reads one matter. `find(text, kind)` gives services.

    Signals: `edited`; `urgent_changed` when it became urgent or stopped being so.
    """

    edited = Signal()
    urgent_changed = Signal()

    def __init__(
        self,
        services: Services,
        find: Find,
        tell: Tell = nothing_guarded,
        officers: FindOfficers = nobody,
    ) -> None:
        super().__init__("matter", "open")
        self._services, self._code, self._number = services, "", 1
        self._clocks, self._foreign = "", False
        self.kinds = KindTiles("kind")
        self.service = TypeAhead("service", lambda text: find(text, self.kinds.value()))
        self.details = TextEdit("details", 2)
        self.wanted, self.action = LineEdit("wanted"), LineEdit("action")
        self.outcome, self.urgent = Segments("status"), UrgentPanel()
        self.guard = GuardPanel(tell, officers)
        self.agency, self.follow_unit = LineEdit("agency"), LineEdit("follow_unit")
        self.follow_date = LineEdit("follow_date")
        self.fields = {
            name: Field(editor)
            for name, editor in (
                ("kind", self.kinds),
                ("service", self.service),
                ("details", self.details),
                ("wanted", self.wanted),
                ("action", self.action),
                ("status", self.outcome),
                ("agency", self.agency),
                ("follow_unit", self.follow_unit),
                ("follow_date", self.follow_date),
            )
        }
        self._pair = self._row("wanted", ("wanted", 1), ("action", 1))
        self._follow = self._row("agency", ("agency", 4), ("follow_unit", 4), ("follow_date", 3))
        self._lay_out()
        self._connect()

    def show_draft(self, draft: MatterDraft, number: int, language: str) -> None:
        """Show a draft; `number` counts from 1."""
        self._number, self._code, self._draft = number, draft.service_code, draft
        self._language = language
        self.kinds.set_value(draft.kind)
        service = self._services.find(draft.service_code)
        self.service.setText(service.label(language) if service else draft.service)
        self.details.setPlainText(draft.details)
        for name in _LINES:
            getattr(self, name).setText(getattr(draft, name))
        self.outcome.set_value(draft.status)
        self.guard.against.setText(draft.against)
        self.set_urgent(draft.urgent)
        self._settle()

    def read(self) -> MatterDraft:
        """Give the matter as typed."""
        service = self._services.find(self._code)
        draft = replace(
            self._draft,
            kind=self.kinds.value(),
            service_code=self._code,
            service=service.name if service else self.service.text(),
            details=self.details.toPlainText(),
            status=self.outcome.value() or "new",
            urgent=self.urgent.value() if self.is_urgent() else "",
            against=self.guard.value(),
        )
        lines = {name: getattr(self, name).text() if self._asked(name) else "" for name in _LINES}
        return replace(draft, **lines)  # type: ignore[arg-type]

    def set_clocks(self, words: str) -> None:
        """Show a complaint's deadlines beside its kind."""
        self._clocks = words
        self._word_kind()

    def set_foreign(self, foreign: bool) -> None:
        """Know whether the client is plainly not a citizen, for the hint at a service."""
        if foreign != self._foreign:
            self._foreign = foreign
            self._hint_service()

    def is_urgent(self) -> bool:
        """Tell whether the urgent panel is open."""
        return not self.urgent.isHidden()

    def set_urgent(self, value: str, opened: bool = False, suggested: bool = False) -> None:
        """Show the urgent panel with a reason, or (without one, unless `opened`) take it away."""
        self.urgent.show_value(value, suggested)
        self.urgent.setVisible(bool(value) or opened)
        self.guard.show_for(value)
        self.fields["wanted"].setVisible(not self.is_urgent() or bool(self.wanted.text().strip()))
        self.fields["action"].set_words(
            self.tr("Immediate a&ction"), self.tr("whom you informed, when") if self.is_urgent() else ""
        )
        self.urgent_changed.emit()

    def say(self, problems: Sequence[Problem], say: Say) -> None:
        """Show each field's first trouble, errors before warnings."""
        placed = [replace(one, place=_SAME.get(one.place, one.place)) for one in problems]
        for row_ in (self._pair, self._follow):
            row_.judge(placed, say)
        for place in ("kind", "service", "details", "status"):
            own = [one for one in placed if one.place == place]
            worst = min(own, key=lambda one: one.level != "error", default=None)
            level = "" if worst is None else "warn" if worst.level == "warning" else "bad"
            self.fields[place].say(level, say(worst) if worst else "")

    def trouble(self, place: str) -> str:
        """Give the sentence said at a place, or ""."""
        for row_ in (self._pair, self._follow):
            if place in row_.fields:
                return row_.trouble.text()
        return self.fields[place].trouble()

    def take_focus(self) -> None:
        """Start at the kind."""
        self.kinds.take_focus()

    def focus_place(self, place: str) -> None:
        """Put the focus on the field of a place."""
        place = _SAME.get(place, place)
        if place == "kind":
            self.kinds.take_focus()
        elif place == "status":
            self.outcome.take_focus()
        elif place == "against":
            self.guard.against.setFocus(Qt.FocusReason.OtherFocusReason)
        elif place in self.fields:
            self.fields[place].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Give what Tab goes through, as it is read."""
        first = [self.fields[name] for name in ("kind", "service", "details", "wanted", "action")]
        return [*first, self.urgent, self.guard.field, *(self.fields[name] for name in ("status", *_FOLLOW))]

    def retranslate(self) -> None:
        """Set every word."""
        self.kinds.set_kinds(matter_words.kinds())
        self.outcome.set_choices(counter_words.outcomes())
        self._word_kind()
        self.fields["service"].set_words(self.tr("Ser&vice or category"), self.tr("code or part of the name"))
        self.fields["details"].set_words(self.tr("&Details"), self.tr("Shift+Enter: new line"))
        self.fields["wanted"].set_words(self.tr("What the client &wants"), optional=True)
        self.set_urgent(self.urgent.value(), self.is_urgent())
        self.fields["status"].set_words(self.tr("&Outcome"))
        self.guard.retranslate()
        self.fields["agency"].set_words(self.tr("Referred to whom"))
        self.fields["follow_unit"].set_words(self.tr("&Follow-up unit"), optional=True)
        self.fields["follow_date"].set_words(self.tr("On date"))
        self.follow_date.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self._hint_service()

    def _lay_out(self) -> None:
        self.body.setProperty("gap", "tight")
        for name in ("kind", "service", "details"):
            self.body.addWidget(self.fields[name])
        self.body.addWidget(self.urgent)
        self.body.addWidget(self.guard)
        self.body.addWidget(self._pair)
        self.body.addWidget(self.fields["status"])
        self.body.addWidget(self._follow)
        self._draft, self._language = MatterDraft(), "ms"
        self.outcome.set_value("new")
        self.urgent.hide()
        self.body.setSpacing(theme().size("tight"))

    def _row(self, name: str, *shares: tuple[str, int]) -> FieldRow:
        return FieldRow(name, *((place, self.fields[place], share) for place, share in shares))

    def _connect(self) -> None:
        self.kinds.picked.connect(self._on_kind)
        self.service.textEdited.connect(self._on_service_typed)
        self.service.picked.connect(self._on_service)
        self.service.kept_as_typed.connect(lambda _text: self.details.setFocus())
        self.service.editingFinished.connect(self._settle_service)
        self.details.textChanged.connect(self.edited)
        for name in _LINES:
            getattr(self, name).textEdited.connect(lambda _text: self.edited.emit())
        self.outcome.picked.connect(self._on_outcome)
        self.urgent.picked.connect(self._on_urgent)
        self.urgent.reasons.settled.connect(self._go_on_from_urgent)
        self.guard.edited.connect(self.edited)

    def _on_kind(self, _kind: str) -> None:
        self._word_kind()
        self.edited.emit()

    def _on_service_typed(self, _text: str) -> None:
        self._code = ""
        self._hint_service()
        self.edited.emit()

    def _on_service(self, found: Suggestion) -> None:
        self._take_service(self._services.find(found.value))
        self.details.setFocus(Qt.FocusReason.TabFocusReason)

    def _settle_service(self) -> None:
        """Take what was typed for the service it exactly names."""
        if not self._code and self.service.text().strip():
            self._take_service(self._services.named(self.service.text()))

    def _take_service(self, service: Service | None) -> None:
        if service is None:
            return
        self._code = service.code
        self.service.setText(service.label(self._language))
        self._hint_service()
        if service.urgent and not self.urgent.value():
            self.set_urgent(service.urgent, suggested=True)
        self.edited.emit()

    def _hint_service(self) -> None:
        service = self._services.find(self._code)
        hint = self.tr("Usually for *citizens only*; recording goes on.")
        shown = service is not None and service.citizens_only and self._foreign
        self.fields["service"].note(hint if shown else "")

    def _on_outcome(self, _status: str) -> None:
        self._settle()
        self.edited.emit()

    def _on_urgent(self, value: str) -> None:
        self.set_urgent(value)
        self.edited.emit()

    def _go_on_from_urgent(self, value: str) -> None:
        """Put the focus on what an urgent matter asks for next."""
        against = self.guard.against
        if value and not self.guard.isHidden() and not against.text().strip():
            against.setFocus(Qt.FocusReason.OtherFocusReason)
        elif value and not self.action.text().strip():
            self.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self) -> None:
        status = self.outcome.value()
        self._follow.setVisible(status in FOLLOWED)
        self.fields["agency"].setVisible(status == "referred")
        self._word_kind()

    def _asked(self, name: str) -> bool:
        if name == "agency":
            return self.outcome.value() == "referred"
        return self.outcome.value() in FOLLOWED or name in ("wanted", "action")

    def _word_kind(self) -> None:
        hint = self._clocks if self.kinds.value() == COMPLAINT else self.tr("one key")
        label = self.tr("&Kind of matter %1").replace("%1", str(self._number))
        self.fields["kind"].set_words(label, hint)


_SAME = {"service_code": "service", "urgent": "action", "status_date": "status"}
