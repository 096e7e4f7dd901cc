"""The plan of a session as a form: it takes a draft, gives a draft, and shows what is said about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.officer import Officer
from hbp_desktop.domain.session import SessionDraft
from hbp_desktop.ui import layout_order
from hbp_desktop.ui.layouts import add, column, row
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import Combo, LineEdit
from hbp_desktop.ui.parts.segments import Choice, Segments
from hbp_desktop.ui.sessions.day_rows import DayRow, DayRows
from hbp_desktop.ui.sessions.duty_rows import DutyRow, DutyRows
from hbp_desktop.ui.sessions.group_toggles import GroupToggles
from hbp_desktop.ui.sessions.name_chips import NameChips
from hbp_desktop.ui.theme import theme

Say = Callable[[Problem], str]


@dataclass(frozen=True)
class Words:
    """What the catalogues say in the window's language: (code, word) pairs, and officers to offer."""

    programmes: Sequence[tuple[str, str]] = ()
    groups: Sequence[tuple[str, str]] = ()
    officers: Sequence[Officer] = ()


class PlanForm(QWidget):
    """Signals `edited` on any change by a person; `reason_wanted(code)` from a warning at a field."""

    edited = Signal()
    reason_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plan")
        self._base, self._language, self._filling = SessionDraft(), "ms", False
        self.method, self.style_choice = Segments("plan.method"), Combo("plan.style")
        self.programme, self.programme_name = Combo("plan.programme"), LineEdit("plan.programme_name")
        self.heading, self.number = LineEdit("plan.title"), LineEdit("plan.number")
        self.platform, self.link = LineEdit("plan.platform"), LineEdit("plan.link")
        self.days, self.duties = DayRows(), DutyRows()
        self.groups, self.agencies = GroupToggles("plan.groups"), NameChips("plan.agencies")
        self.counters, self.mark = LineEdit("plan.counters"), Segments("plan.mark")
        self._fields = {
            name: Field(editor)
            for name, editor in (
                ("method", self.method),
                ("style", self.style_choice),
                ("programme", self.programme),
                ("programme_name", self.programme_name),
                ("title", self.heading),
                ("number", self.number),
                ("platform", self.platform),
                ("link", self.link),
                ("days", self.days),
                ("groups", self.groups),
                ("agencies", self.agencies),
                ("counters", self.counters),
                ("mark", self.mark),
                ("duties", self.duties),
            )
        }
        self._ordered = (-1, -1)
        self._lay_out()
        self._connect()

    def show_draft(self, draft: SessionDraft, words: Words, language: str) -> None:
        """Show a plan; no signal."""
        self._base, self._language, self._filling = draft, language, True
        self.method.set_value(draft.method)
        self.style_choice.set_value(draft.style)
        self.programme.set_choices([("", "–"), *words.programmes])
        self.programme.set_value(draft.programme)
        self.groups.set_groups(words.groups)
        self.groups.set_value(draft.groups)
        for editor, text in self._lines(draft):
            editor.setText(text)
            editor.setCursorPosition(0)
        self.days.show_days(draft.days, language, draft.online)
        self.agencies.set_names(draft.agencies)
        self.duties.show_duties(draft.duties, words.officers)
        self.mark.set_value(draft.mark or "none")
        self._filling = False
        self.clear()
        self._settle()
        self._order_rows()

    def draft(self) -> SessionDraft:
        """Give the plan as typed."""
        number, year = _number_of(self.number.text())
        method = self.method.value()
        return replace(
            self._base,
            method=method,
            style=self.style_choice.value() or "bertemu",
            programme=self.programme.value() if method == "programme" else "",
            programme_name=self.programme_name.text() if self.programme.value() == "other" else "",
            title=self.heading.text(),
            number=number,
            year=year,
            platform=self.platform.text(),
            link=self.link.text(),
            days=self.days.drafts(),
            duties=self.duties.drafts(),
            groups=self.groups.value(),
            agencies=self.agencies.names(),
            counters=self.counters.text(),
            mark=self.mark.value().replace("none", ""),
        )

    def set_acks(self, acks: dict[str, str]) -> None:
        """Keep warnings as understood, each with its reason."""
        self._base = replace(self._base, acks=acks)

    def clear(self) -> None:
        """Take all trouble away."""
        for field in self._fields.values():
            field.say("")
        self.days.clear()
        self.duties.clear()

    def say(self, problems: Sequence[Problem], sentence: Say, answer: str = "") -> None:
        """Show each problem at its field; `answer` is the word of the button that takes a reason."""
        for problem in problems:
            level = "bad" if problem.level == "error" else "warn"
            words = sentence(problem)
            name, _, rest = problem.place.partition(".")
            at, _, part = rest.partition(".")
            if name == "days" and at.isdecimal() and int(at) < len(self.days.rows):
                action = answer if level == "warn" else ""
                self.days.rows[int(at)].say(level, part, words, action, problem.code)
            elif name == "duties" and at.isdecimal() and int(at) < len(self.duties.rows):
                self.duties.rows[int(at)].say(level, part, words)
            else:
                self._say_at({"year": "number"}.get(name, name), level, words)

    def trouble(self, name: str) -> str:
        """Give the sentence shown at a field, or ""."""
        return self._fields[name].trouble()

    def go_to(self, place: str) -> None:
        """Put the focus where something is to be mended."""
        name, _, rest = place.partition(".")
        at, _, part = rest.partition(".")
        rows: list[DayRow] | list[DutyRow] = self.days.rows if name == "days" else []
        rows = self.duties.rows if name == "duties" else rows
        if rows:
            made = rows[min(int(at), len(rows) - 1)] if at.isdecimal() else rows[0]
            getattr(made, part or ("date" if name == "days" else "officer"), made).setFocus()
        elif name in ("method", "mark"):
            getattr(self, name).take_focus()
        elif name in self._fields:
            self._fields[name].editor.setFocus()

    def fit(self, wide: bool) -> None:
        """Fit into the room: two fields side by side, or one below the other."""
        now = theme()
        self.number.setFixedWidth(now.size("plan_number"))
        self.programme.setMinimumWidth(now.size("plan_programme"))
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        for pair in (self._first, self._online, self._groups_row, self._last):
            pair.setDirection(direction)
        self.days.fit()
        self.duties.fit(wide)

    def set_words(self) -> None:
        """Set every word."""
        tr, fields, filling = self.tr, self._fields, self._filling
        self._filling = True
        fields["method"].set_words(tr("&Method"))
        fields["style"].set_words(tr("&Form of the day"))
        fields["programme"].set_words(tr("&Programme"))
        fields["programme_name"].set_words(tr("Name of the p&rogramme"))
        fields["title"].set_words(tr("&Title"), "", True)
        fields["number"].set_words(tr("&No."))
        fields["platform"].set_words(tr("P&latform"))
        fields["link"].set_words(tr("Lin&k"))
        fields["days"].set_words(tr("&Day, place and hours"))
        fields["groups"].set_words(tr("Target gro&ups"), "", True)
        fields["agencies"].set_words(tr("Partner &agencies"), "", True)
        fields["counters"].set_words(tr("&Counters"))
        fields["mark"].set_words(tr("&Security mark"))
        fields["duties"].set_words(tr("&Officers and counters"))
        self._set_choices()
        self.heading.setPlaceholderText(tr("named after the number if left empty"))
        self.number.setPlaceholderText("4/2026")
        self.platform.setPlaceholderText("Google Meet, Zoom, Teams")
        self.agencies.set_words(tr("add a name, then Enter"))
        self.days.set_words()
        self.duties.set_words()
        self._filling = filling

    def _set_choices(self) -> None:
        tr = self.tr
        self.method.set_choices(
            [
                Choice("existing", tr("Existing services")),
                Choice("programme", tr("Department programme")),
                Choice("online", tr("Online (e-client)")),
            ]
        )
        self.style_choice.set_choices(
            [("bertemu", tr("Hari Bertemu Pelanggan")), ("bersama", tr("Hari Bersama Pelanggan"))]
        )
        marks = [Choice("none", tr("None")), Choice("TERHAD", "TERHAD"), Choice("SULIT", "SULIT")]
        self.mark.set_choices(marks)

    def _say_at(self, name: str, level: str, words: str) -> None:
        field = self._fields.get(name)
        if field is not None and not (field.trouble() and level == "warn"):
            field.say(level, words)

    def _lines(self, draft: SessionDraft) -> tuple[tuple[LineEdit, str], ...]:
        number = f"{draft.number}/{draft.year}" if draft.number and draft.year else draft.number
        return (
            (self.programme_name, draft.programme_name),
            (self.heading, draft.title),
            (self.number, number),
            (self.platform, draft.platform),
            (self.link, draft.link),
            (self.counters, draft.counters),
        )

    def _settle(self) -> None:
        """Show the fields that the method asks for."""
        method = self.method.value()
        other = method == "programme" and self.programme.value() == "other"
        self._fields["programme"].setVisible(method == "programme")
        self._fields["programme_name"].setVisible(other)
        for name in ("platform", "link"):
            self._fields[name].setVisible(method == "online")
        self.days.set_online(method == "online")

    def _changed(self) -> None:
        if not self._filling:
            self._settle()
            self._order_rows()
            self.edited.emit()

    def _order_rows(self) -> None:
        """Have Tab find rows that were added since."""
        count = len(self.days.rows), len(self.duties.rows)
        if count != self._ordered:
            self._ordered = count
            layout_order.order(self)

    def _lay_out(self) -> None:
        fields = self._fields
        self._first, self._online, self._groups_row, self._last = (row(gap="row") for _ in range(4))
        for pair, names in (
            (
                self._first,
                (("style", 0), ("programme", 0), ("programme_name", 2), ("title", 3), ("number", 0)),
            ),
            (self._online, (("platform", 1), ("link", 2))),
            (self._groups_row, (("agencies", 1),)),
            (self._last, (("counters", 0), ("mark", 1))),
        ):
            for name, stretch in names:
                pair.addWidget(fields[name], stretch)
        self._groups_row.addLayout(self._last, 1)
        whole = column(self, gap="row", margins="card row")
        add(whole, fields["method"], self._first, self._online, fields["days"], fields["groups"])
        add(whole, self._groups_row, fields["duties"], None)

    def _connect(self) -> None:
        self.method.picked.connect(lambda _value: self._changed())
        self.mark.picked.connect(lambda _value: self._changed())
        for combo in (self.style_choice, self.programme):
            combo.currentIndexChanged.connect(lambda _at: self._changed())
        for editor in (
            self.programme_name,
            self.heading,
            self.number,
            self.platform,
            self.link,
            self.counters,
        ):
            editor.textEdited.connect(lambda _text: self._changed())
        for part in (self.days, self.duties, self.groups, self.agencies):
            part.edited.connect(self._changed)
        self.days.reason_wanted.connect(self.reason_wanted.emit)


def _number_of(text: str) -> tuple[str, str]:
    """Split `4/2026` into its number and year."""
    number, _, year = text.partition("/")
    return number.strip(), year.strip()
