"""Officers: who they are, what they may do, who acts for whom, who has a way in on this laptop."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout

from hbp_desktop.domain.appointment import ActingDraft
from hbp_desktop.domain.errors import HbpError, Invalid, Problem, Refused
from hbp_desktop.domain.officer import OfficerDraft
from hbp_desktop.ui import errors, tasks
from hbp_desktop.ui.desk import Desk, Shape
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.settings import officer_words
from hbp_desktop.ui.settings.officer_add import AddForm
from hbp_desktop.ui.settings.officer_detail import OfficerDetail
from hbp_desktop.ui.settings.officer_forms import (
    ActingForm,
    CodeForm,
    LinkForm,
    OfficerForm,
    PasswordForm,
    ReasonForm,
)
from hbp_desktop.ui.settings.officers_list import OfficersList
from hbp_desktop.ui.settings.section import Section
from hbp_desktop.usecases import keys, officers
from hbp_desktop.usecases.as_root import as_root
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.officers import ADMINISTRATOR, Listed

ACTED = ("head", "leader", "counter")


class OfficersSection(Section):
    """Shows the list and one officer; every act is asked for inline, done, and shown in the list at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list, self.detail, self.add = OfficersList(), OfficerDetail(), AddForm()
        self.acting, self.password, self.link, self.code = (
            ActingForm(),
            PasswordForm(),
            LinkForm(),
            CodeForm(),
        )
        self.retire, self.back = ReasonForm("retire", "danger"), ReasonForm("back")
        self._said = Text("", "small", "ok", wrap=True)
        self._root: Office | None = None
        self._listed: tuple[Listed, ...] = ()
        self._chosen = ""
        self._lay_out()
        self._connect()
        self.retranslate()

    def subtitle(self) -> str:
        return self.tr("Of the whole office; every change is signed and kept with its reason")

    def opened(self) -> None:
        self._look()

    def refreshed(self) -> None:
        if self._open_form() is None and not self.detail.save.isVisible():
            self._look()

    def reflow(self, shape: Shape) -> None:
        super().reflow(shape)
        beside = shape.at_least("normal")
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._across.setDirection(way)

    def put_away(self) -> None:
        """Drop the code and what was typed: passwords among it."""
        self._root = None
        for form in self._forms():
            form.empty()
            form.hide()

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.put_away()
            self.clear("code")

    def retranslate(self) -> None:
        self.list.retranslate()
        self.detail.retranslate()
        language = self.desk.language
        roles = [(role, officer_words.role(role, language)) for role in ACTED]
        self.acting.reword(roles, language)
        self.add.reword(language, self._by_code())
        for form in (self.retire, self.back, self.password, self.link, self.code):
            form.reword()
        if self._listed:
            self._show()

    def use_code(self, typed: str) -> None:
        """Let the printed code sign here until the section is left."""
        self._try("code", self.code, lambda: as_root(self.desk.office, typed), self._code_taken)

    @property
    def _office(self) -> Office:
        return self._root or self.desk.office

    def _by_code(self) -> bool:
        return self._root is not None or self.desk.office.may("administrator.make")

    def _look(self) -> None:
        try:
            self._listed = officers.listed(self.desk.office)
        except HbpError as error:
            self.say_error("officers", error)
            return
        if self._chosen not in {one.member.id for one in self._listed}:
            self._chosen = self._mine() or (self._listed[0].member.id if self._listed else "")
        self._show()

    def _mine(self) -> str:
        found = self.desk.office.staff().find(self.desk.office.officer_id)
        return found.id if found else ""

    def _show(self) -> None:
        today, language = self.desk.now().date(), self.desk.language
        self.list.show_officers(self._listed, today, language, self._chosen)
        may_change = self._may_change()
        useful = not self._by_code() and self.desk.office.may("officer.see")
        self.list.allow(may_change, useful)
        self.add.reword(language, self._by_code())
        if shown := self._shown():
            self.detail.show_officer(shown, today, language)
            mine = shown.member.id == self._mine()
            self.detail.allow(may_change, self._by_code(), self._office.may("slot.make"), mine)
        self._warn_of_key()

    def _may_change(self) -> bool:
        return self._office.may("officer.role") and officers.may_sign(self._office)

    def _warn_of_key(self) -> None:
        """Say the plain path of an administrator on a second laptop, whose key here nobody made yet."""
        if self._office.may("officer.role") and not officers.may_sign(self._office):
            error = Refused("administrator_key_unmade", name=self.desk.office.officer.name)
            self.banners.show_banner("key", "warn", errors.sentence(error, self.desk.language))
        else:
            self.clear("key")

    def _shown(self) -> Listed | None:
        return next((one for one in self._listed if one.member.id == self._chosen), None)

    def _pick(self, officer: str) -> None:
        self._chosen = officer
        self._put_forms_away()
        self._say("")
        self.list.mark(officer)
        self._show_detail_only()

    def _show_detail_only(self) -> None:
        if shown := self._shown():
            today, language = self.desk.now().date(), self.desk.language
            self.detail.show_officer(shown, today, language)
            mine = shown.member.id == self._mine()
            self.detail.allow(self._may_change(), self._by_code(), self._office.may("slot.make"), mine)

    def _want(self, act: str) -> None:
        """Ask what an act needs; confirming a key needs nothing."""
        shown = self._shown()
        if shown is None:
            return
        self._put_forms_away()
        if act == "confirm":
            self._try(
                "officers", None, lambda: officers.give_role(self._office, shown.member.id, ADMINISTRATOR)
            )
            return
        self._ask(act, shown)

    def _ask(self, act: str, shown: Listed) -> None:
        tr, name = self.tr, shown.member.name
        if act == "password":
            head = tr("New password for %1") if shown.slot_here else tr("Let %1 open on this laptop")
            told = tr("%1 types it here, unseen by others. It holds for this laptop alone.")
            self.password.ask(head.replace("%1", name), told.replace("%1", name), tr("Set the password"))
        elif act == "acting":
            told = tr("It begins and ends by itself, and is printed with the letter below the signature.")
            self.acting.ask(tr("%1 acts for somebody").replace("%1", name), told, tr("Appoint"))
        elif act == "link":
            others = [one.member for one in self._listed if one.member.id != shown.member.id]
            self.link.offer([(one.id, one.name) for one in others])
            told = tr("The other record's name, post and roles hold for both. It can be undone.")
            self.link.ask(tr("%1 is the same person as").replace("%1", name), told, tr("Link"))
        elif act == "retire":
            self.retire.ask(tr("Retire %1?").replace("%1", name), self._retire_told(shown), tr("Retire"))
        elif act == "back":
            told = tr("The same record and roles again; a way in is made anew.")
            self.back.ask(tr("Bring %1 back?").replace("%1", name), told, tr("Bring back"))

    def _retire_told(self, shown: Listed) -> str:
        told = self.tr(
            "The way in on this laptop goes now, on others as soon as they hear of it. "
            "Older backups still open with the ways in they were made with. The name stays on the records."
        )
        doubts = officers.doubts(self.desk.office, shown.member.id, shown.member.own_roles)
        return " ".join([told, *(errors.sentence(one, self.desk.language) for one in doubts)])

    def _save_roles(self, given: frozenset[str], taken: frozenset[str]) -> None:
        office, officer = self._office, self._chosen

        def change() -> tuple[Problem, ...]:
            doubtful = officers.doubts(office, officer, taken)
            for role in sorted(given):
                officers.give_role(office, officer, role)
            for role in sorted(taken):
                officers.take_role(office, officer, role)
            return doubtful

        self._try(
            "officers",
            None,
            change,
            lambda found: self._done(self.tr("The roles are saved."), found),
        )

    def _add_officer(self, values: dict[str, str]) -> None:
        draft, roles = OfficerDraft(values["name"], values["post"]), self.add.chosen_roles()
        also = self.add.also()

        def added(member: Any) -> None:
            self._chosen = member.id
            self.add.leave()
            self._done(self.tr("%1 was added. Now let %1 open on this laptop.").replace("%1", member.name))

        self._try("officers", self.add, lambda: officers.add(self._office, draft, roles, also=also), added)

    def _set_password(self, values: dict[str, str]) -> None:
        shown = self._shown()
        if shown is None:
            return
        office, officer = self._office, shown.member.id
        make = keys.reset_password if shown.slot_here else keys.colleague_slot
        said = self.tr("%1 now opens the office on this laptop.").replace("%1", shown.member.name)
        self._slowly(self.password, lambda: make(office, officer, values["password"]), said)

    def _retire(self, values: dict[str, str]) -> None:
        shown = self._shown()
        if shown is None:
            return
        office, officer = self._office, shown.member.id
        said = self.tr("%1 is retired.").replace("%1", shown.member.name)
        self._slowly(self.retire, lambda: officers.retire(office, officer, values["reason"]), said)

    def _appoint(self, values: dict[str, str]) -> None:
        draft = ActingDraft(values["role"], values["acting_from"], values["acting_to"], values["letter"])
        self._simply(
            self.acting, lambda: officers.appoint(self._office, self._chosen, draft), self.tr("Appointed.")
        )

    def _bring_back(self, values: dict[str, str]) -> None:
        act = lambda: officers.bring_back(self._office, self._chosen, values["reason"])  # noqa: E731
        self._simply(self.back, act, self.tr("Back on the list."))

    def _link(self, values: dict[str, str]) -> None:
        def linked(first: Any) -> None:
            self._chosen = first.id
            self.link.leave()
            self._done(self.tr("Both records are one officer now."))

        act = lambda: officers.link(self._office, self._chosen, values["other"])  # noqa: E731
        self._try("officers", self.link, act, linked)

    def _code_taken(self, root: Office) -> None:
        self._root = root
        self.code.leave()
        self.banners.show_banner(
            "code",
            "accent",
            self.tr("The recovery code signs here now."),
            self.tr("What it alone may do is open until you leave this section."),
            self.tr("Put it away"),
        ).pressed.connect(self._put_code_away)
        self._look()

    def _put_code_away(self) -> None:
        self._root = None
        self.clear("code")
        self._look()

    def _simply(self, form: OfficerForm, act: Callable[[], Any], said: str) -> None:
        def done(_: Any) -> None:
            form.leave()
            self._done(said)

        self._try("officers", form, act, done)

    def _try(
        self,
        key: str,
        form: OfficerForm | None,
        act: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
    ) -> None:
        self.clear(key)
        try:
            found = act()
        except HbpError as error:
            self._tell(key, form, error)
        else:
            (done or (lambda _: self._done(self.tr("Done."))))(found)

    def _slowly(self, form: OfficerForm, act: Callable[[], Any], said: str) -> None:
        """Do what stretches a password or moves the file to a new key, beside the window."""
        form.do.setEnabled(False)

        def over() -> None:
            form.do.setEnabled(True)

        def done(_: Any) -> None:
            over()
            form.leave()
            self._done(said)

        def failed(error: Exception) -> None:
            over()
            self._tell("officers", form, error)

        self.clear("officers")
        tasks.start(act, done, failed)

    def _tell(self, key: str, form: OfficerForm | None, error: Exception) -> None:
        if isinstance(error, Invalid) and form is not None:
            form.say(
                [replace(one, place=one.place or next(iter(form.fields))) for one in error.problems],
                self.desk.language,
            )
            return
        if isinstance(error, HbpError) and error.code == "officer_name_taken":
            self.add.say([Problem(error.code, "name", "error", error.values)], self.desk.language)
            self.add.ask_also()
            return
        self.say_error(key, error)

    def _done(self, said: str, doubts: tuple[Problem, ...] = ()) -> None:
        self._say(" ".join([said, *(errors.sentence(one, self.desk.language) for one in doubts)]))
        self._look()
        self.desk.changed.emit()

    def _say(self, said: str) -> None:
        self._said.setText(said)
        self._said.setVisible(bool(said))
        if said:
            self.desk.announce(said)

    def _forms(self) -> tuple[OfficerForm, ...]:
        return self.acting, self.password, self.link, self.retire, self.back, self.add, self.code

    def _open_form(self) -> OfficerForm | None:
        return next((form for form in self._forms() if form.isVisible()), None)

    def _put_forms_away(self) -> None:
        for form in self._forms():
            if form.isVisible():
                form.leave()

    def _ask_add(self) -> None:
        self._put_forms_away()
        self.detail.hide()
        told = self.tr("Joins the office's list on every laptop; a way in on this one is made next.")
        self.add.ask(self.tr("Add an officer"), told, self.tr("Add"))

    def _ask_code(self) -> None:
        self._put_forms_away()
        told = self.tr("It makes and retires administrators, and confirms their keys on another laptop.")
        self.code.ask(self.tr("The printed recovery code"), told, self.tr("Use it here"))

    def _lay_out(self) -> None:
        right = column(gap="cards")
        right.addWidget(self.add)
        right.addWidget(self.code)
        right.addWidget(self._said)
        right.addWidget(self.detail)
        right.addStretch(1)
        for form in (self.acting, self.password, self.link, self.retire, self.back):
            self.detail.forms.addWidget(form)
        left = column(gap="cards")
        left.addWidget(self.list)
        left.addStretch(1)
        self._across = row(gap="cards")
        self._across.addLayout(left, 5)
        self._across.addLayout(right, 4)
        self.body.addLayout(self._across)
        self._said.hide()

    def _connect(self) -> None:
        self.list.picked.connect(self._pick)
        self.list.add_wanted.connect(self._ask_add)
        self.list.code_wanted.connect(self._ask_code)
        self.detail.wanted.connect(self._want)
        self.detail.roles_wanted.connect(self._save_roles)
        self.detail.end_wanted.connect(
            lambda act: self._try("officers", None, lambda: officers.end_acting(self._office, act))
        )
        self.detail.part_wanted.connect(
            lambda other: self._try("officers", None, lambda: officers.unlink(self._office, other))
        )
        self.add.left.connect(self.detail.show)
        self.add.given.connect(self._add_officer)
        self.acting.given.connect(self._appoint)
        self.password.given.connect(self._set_password)
        self.retire.given.connect(self._retire)
        self.back.given.connect(self._bring_back)
        self.link.given.connect(self._link)
        self.code.given.connect(lambda values: self.use_code(values["code"]))
