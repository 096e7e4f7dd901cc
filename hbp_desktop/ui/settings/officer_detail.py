"""One officer in full: roles to switch, appointments, other records, and what can be done."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from hbp_desktop.domain.dates import plain_date
from hbp_desktop.domain.roster import ROLES
from hbp_desktop.domain.staff import Acting, Member
from hbp_desktop.ui.layouts import Flow, column, row
from hbp_desktop.ui.parts.avatar import Avatar
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.chip import ToggleChip
from hbp_desktop.ui.parts.text import Text, paper
from hbp_desktop.ui.settings import officer_words
from hbp_desktop.usecases.officer_list import ADMINISTRATOR, Listed

ACTS = ("password", "acting", "confirm", "link", "back", "retire")
_ICONS = {"password": "key-round", "acting": "calendar-days", "confirm": "check", "link": "users"}


class OfficerDetail(Card):
    """Signals `roles_wanted(given, taken)`, `wanted(act)` of ACTS, `end_wanted(acting)`, `part_wanted(id)`.

    `forms` is where the page puts what an act asks.
    """

    roles_wanted = Signal(object, object)
    wanted = Signal(str)
    end_wanted = Signal(str)
    part_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("officers.detail", headless=True)
        self.shown: Listed | None = None
        self._avatar = Avatar()
        self._name, self._post = Text("", "heading", wrap=True), Text("", "small", "ink2", wrap=True)
        self._roles_label, self._told = Text("", "small", "ink2"), Text("", "small", "ink2", wrap=True)
        self.chips = {role: ToggleChip("", f"officers.role.{role}") for role in officer_words.in_order(ROLES)}
        self.save = Button("", "primary", "check", name="officers.roles.save")
        self._lines = paper(QWidget(), "clear")
        self._rows = column(self._lines, gap="tight")
        self.buttons = {
            act: Button(
                "", "danger" if act == "retire" else "normal", _ICONS.get(act, ""), name=f"officers.do.{act}"
            )
            for act in ACTS
        }
        self.forms = column(gap="field")
        self._lay_out()
        self._connect()

    def show_officer(self, shown: Listed, today: date, language: str) -> None:
        """Show an officer; roles not saved yet are forgotten."""
        self.shown = shown
        member = shown.member
        self._avatar.set(member.name)
        self._name.setText(member.name)
        self._post.setText(member.post)
        self._post.setVisible(bool(member.post))
        for role, chip in self.chips.items():
            chip.setText(officer_words.role(role, language))
            chip.setChecked(role in member.own_roles)
        self._show_lines(shown, today, language)
        self._judge()

    def allow(self, may_change: bool, by_code: bool, may_slot: bool, mine: bool) -> None:
        """Show what who sits here can do about this officer, and say why not."""
        shown = self.shown
        if shown is None:
            return
        member, serving = shown.member, not shown.member.retired
        change = may_change and serving
        for role, chip in self.chips.items():
            chip.setEnabled(change and (role != ADMINISTRATOR or by_code))
            chip.setToolTip(self._why_not_role(role, change, by_code))
        administers = bool(member.administers) or ADMINISTRATOR in member.own_roles
        visible = {
            "password": serving and not mine and (may_slot if not shown.slot_here else may_change),
            "acting": change,
            "confirm": change and by_code and shown.key_missing and bool(member.keys),
            "link": change and not mine,
            "retire": change and not mine and (by_code or not administers),
            "back": may_change and not serving,
        }
        for act, button in self.buttons.items():
            button.setVisible(visible[act])
        self._told.setText(self._why(shown, may_change, by_code, mine, administers))
        self._told.setVisible(bool(self._told.text()))
        for end in self._lines.findChildren(Button):
            end.setVisible(may_change)

    def retranslate(self) -> None:
        """Set every word."""
        tr = self.tr
        self.setAccessibleName(tr("Officer"))
        self._roles_label.setText(tr("Roles"))
        self.save.setText(tr("Save the roles"))
        words = {
            "acting": tr("Appoint to act…"),
            "confirm": tr("Confirm the administrator's key"),
            "link": tr("Same person as…"),
            "back": tr("Bring back…"),
            "retire": tr("Retire…"),
            "password": self._password_word(),
        }
        for act, button in self.buttons.items():
            button.setText(words[act])

    def _password_word(self) -> str:
        here = self.shown is not None and self.shown.slot_here
        return self.tr("New password…") if here else self.tr("Let open on this laptop…")

    def _why_not_role(self, role: str, change: bool, by_code: bool) -> str:
        if change and role == ADMINISTRATOR and not by_code:
            return self.tr("The recovery code alone makes and unmakes administrators.")
        return "" if change else self.tr("An administrator changes roles.")

    def _why(self, shown: Listed, may_change: bool, by_code: bool, mine: bool, administers: bool) -> str:
        tr = self.tr
        if shown.member.retired:
            return tr("Retired: no roles, no way in. The name stays on the records.")
        if shown.key_missing and not shown.member.keys:
            return tr(
                "Is an administrator by role, but cannot sign yet: let this officer open a laptop first."
            )
        if shown.key_missing and not by_code:
            return tr(
                "The key of this administrator is not confirmed yet: use the recovery code, then confirm it."
            )
        if mine and may_change:
            return tr("This is you. Your own password is changed under Keys.")
        if administers and may_change and not by_code:
            return tr("Administrators are retired with the recovery code.")
        return ""

    def _show_lines(self, shown: Listed, today: date, language: str) -> None:
        _clear(self._rows)
        for one in shown.acting:
            self._rows.addWidget(self._acting_line(one, today, language))
        for other in shown.others:
            self._rows.addWidget(self._other_line(other))
        self._lines.setVisible(bool(shown.acting or shown.others))
        self.retranslate()

    def _acting_line(self, one: Acting, today: date, language: str) -> QWidget:
        said = officer_words.acting(one, language, one.in_force(today))
        letter = self.tr("letter %1").replace("%1", one.letter)
        until = f"{plain_date(one.start, language)} – {plain_date(one.end, language)}"
        end = Button(self.tr("End now"), "quiet", height="small_control", name=f"officers.end.{one.id[:8]}")
        end.clicked.connect(lambda: self.end_wanted.emit(one.id))
        return _line(said, f"{until} · {letter}", end)

    def _other_line(self, other: Member) -> QWidget:
        part = Button(
            self.tr("Part again"), "quiet", height="small_control", name=f"officers.part.{other.id[:8]}"
        )
        part.clicked.connect(lambda: self.part_wanted.emit(other.id))
        return _line(other.name, self.tr("Second record of the same person"), part)

    def _changed(self) -> tuple[frozenset[str], frozenset[str]]:
        held = self.shown.member.own_roles if self.shown else frozenset()
        on = frozenset(role for role, chip in self.chips.items() if chip.isChecked())
        known = frozenset(self.chips)
        return on - held, (held & known) - on

    def _judge(self) -> None:
        given, taken = self._changed()
        self.save.setVisible(bool(given or taken))

    def _lay_out(self) -> None:
        names = column(gap="two")
        names.addWidget(self._name)
        names.addWidget(self._post)
        top = row(gap="row")
        top.addWidget(self._avatar)
        top.addLayout(names, 1)
        self.body.addLayout(top)
        self.add(self._roles_label, _flow(self.chips.values()))
        saving = row(gap="field")
        saving.addWidget(self.save)
        saving.addStretch(1)
        self.body.addLayout(saving)
        self.add(self._lines, self._told, _flow(self.buttons.values()))
        self.body.addLayout(self.forms)

    def _connect(self) -> None:
        for chip in self.chips.values():
            chip.toggled.connect(self._judge)
        self.save.clicked.connect(lambda: self.roles_wanted.emit(*self._changed()))
        for act, button in self.buttons.items():
            button.clicked.connect(lambda _=False, act=act: self.wanted.emit(act))


def _flow(widgets: Iterable[QWidget]) -> QWidget:
    holder = paper(QWidget(), "clear")
    flow = Flow(holder)
    for widget in widgets:
        flow.addWidget(widget)
    return holder


def _line(said: str, more: str, button: Button) -> QWidget:
    holder = paper(QWidget(), "clear")
    across = row(holder, gap="field")
    words = column(gap="none")
    words.addWidget(Text(said, "body", wrap=True))
    words.addWidget(Text(more, "small", "ink2", wrap=True))
    across.addLayout(words, 1)
    across.addWidget(button)
    return holder


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if old := item.widget():
            old.hide()
            old.deleteLater()
