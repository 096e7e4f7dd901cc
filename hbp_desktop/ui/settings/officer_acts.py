"""What is done about officers: asked inline, done by a use case, told in a sentence."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from hbp_desktop.domain.appointment import ActingDraft
from hbp_desktop.domain.errors import HbpError, Invalid, Problem
from hbp_desktop.domain.officer import OfficerDraft
from hbp_desktop.ui import errors, tasks
from hbp_desktop.ui.settings.officer_forms import OfficerForm
from hbp_desktop.usecases import keys, officer_list, officers
from hbp_desktop.usecases.as_root import as_root
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.officer_list import ADMINISTRATOR, Listed

if TYPE_CHECKING:
    from hbp_desktop.ui.settings.officers_section import OfficersSection

KEY = "officers"  # the banner of what went wrong


class OfficerActs(QObject):
    """Belongs to the section; `root` is the office as the printed code holds it, while it signs here."""

    def __init__(self, section: "OfficersSection") -> None:
        super().__init__(section)
        self._section = section
        self.root: Office | None = None
        self._connect()

    @property
    def office(self) -> Office:
        """Give the office as who signs here now."""
        return self.root or self._section.desk.office

    @property
    def by_code(self) -> bool:
        """Tell whether the printed code signs."""
        return self.root is not None or self._section.desk.office.may("administrator.make")

    @property
    def may_change(self) -> bool:
        """Tell whether changes signed here count."""
        return self.office.may("officer.role") and officers.may_sign(self.office)

    def put_code_away(self) -> None:
        """Let the code sign no more."""
        self.root = None
        self._section.clear("code")

    def want(self, act: str) -> None:
        """Ask what an act needs; confirming a key needs nothing."""
        shown = self._section.shown()
        if shown is None:
            return
        self._section.put_forms_away()
        if act == "confirm":
            officer = shown.member.id
            self._try(None, lambda: officers.give_role(self.office, officer, ADMINISTRATOR))
        else:
            self._ask(act, shown)

    def ask_add(self) -> None:
        """Ask who is added."""
        self._section.put_forms_away()
        self._section.detail.hide()
        told = self.tr("Joins the office's list on every laptop; a way in on this one is made next.")
        self._section.add.ask(self.tr("Add an officer"), told, self.tr("Add"))

    def ask_code(self) -> None:
        """Ask for the printed code."""
        self._section.put_forms_away()
        told = self.tr("It makes and retires administrators, and confirms their keys on another laptop.")
        self._section.code.ask(self.tr("The printed recovery code"), told, self.tr("Use it here"))

    def use_code(self, typed: str) -> None:
        """Let the printed code sign here until the section is left."""
        desk = self._section.desk
        self._try(self._section.code, lambda: as_root(desk.office, typed), self._code_taken)

    def save_roles(self, given: frozenset[str], taken: frozenset[str]) -> None:
        """Give and take roles."""
        office, officer = self.office, self._section.chosen

        def change() -> tuple[Problem, ...]:
            doubtful = officer_list.doubts(office, officer, taken)
            for role in sorted(given):
                officers.give_role(office, officer, role)
            for role in sorted(taken):
                officers.take_role(office, officer, role)
            return doubtful

        self._try(None, change, lambda found: self._done(self.tr("The roles are saved."), found))

    def add_officer(self, values: dict[str, str]) -> None:
        """Add an officer and show them."""
        form = self._section.add
        draft, roles, also = OfficerDraft(values["name"], values["post"]), form.chosen_roles(), form.also()

        def added(member: Any) -> None:
            form.leave()
            said = self.tr("%1 was added. Now let %1 open on this laptop.")
            self._done(said.replace("%1", member.name), chosen=member.id)

        self._try(form, lambda: officers.add(self.office, draft, roles, also=also), added)

    def set_password(self, values: dict[str, str]) -> None:
        """Make a way in here, or new keys under a new password."""
        if shown := self._section.shown():
            office, officer, password = self.office, shown.member.id, values["password"]
            make = keys.reset_password if shown.slot_here else keys.colleague_slot
            said = self.tr("%1 now opens the office on this laptop.").replace("%1", shown.member.name)
            self._slowly(self._section.password, lambda: make(office, officer, password), said)

    def retire(self, values: dict[str, str]) -> None:
        """Retire the officer shown."""
        if shown := self._section.shown():
            office, officer, reason = self.office, shown.member.id, values["reason"]
            said = self.tr("%1 is retired.").replace("%1", shown.member.name)
            self._slowly(self._section.retire, lambda: officers.retire(office, officer, reason), said)

    def bring_back(self, values: dict[str, str]) -> None:
        """Bring the officer shown back."""
        officer, reason = self._section.chosen, values["reason"]
        act = lambda: officers.bring_back(self.office, officer, reason)  # noqa: E731
        self._simply(self._section.back, act, self.tr("Back on the list."))

    def appoint(self, values: dict[str, str]) -> None:
        """Appoint the officer shown to act."""
        draft = ActingDraft(values["role"], values["acting_from"], values["acting_to"], values["letter"])
        act = lambda: officers.appoint(self.office, self._section.chosen, draft)  # noqa: E731
        self._simply(self._section.acting, act, self.tr("Appointed."))

    def link(self, values: dict[str, str]) -> None:
        """Link the record shown to another one."""

        def linked(first: Any) -> None:
            self._section.link.leave()
            self._done(self.tr("Both records are one officer now."), chosen=first.id)

        act = lambda: officers.link(self.office, self._section.chosen, values["other"])  # noqa: E731
        self._try(self._section.link, act, linked)

    def _ask(self, act: str, shown: Listed) -> None:
        section, name, tr = self._section, shown.member.name, self.tr
        if act == "password":
            head = tr("New password for %1") if shown.slot_here else tr("Let %1 open on this laptop")
            told = tr("%1 types it here, unseen by others. It holds for this laptop alone.")
            section.password.ask(head.replace("%1", name), told.replace("%1", name), tr("Set the password"))
        elif act == "acting":
            told = tr("It begins and ends by itself, and is printed with the letter below the signature.")
            section.acting.ask(tr("%1 acts for somebody").replace("%1", name), told, tr("Appoint"))
        elif act == "link":
            told = tr("The other record's name, post and roles hold for both. It can be undone.")
            section.link.offer(section.others())
            section.link.ask(tr("%1 is the same person as").replace("%1", name), told, tr("Link"))
        elif act == "retire":
            section.retire.ask(tr("Retire %1?").replace("%1", name), self._retire_told(shown), tr("Retire"))
        elif act == "back":
            told = tr("The same record and roles again; a way in is made anew.")
            section.back.ask(tr("Bring %1 back?").replace("%1", name), told, tr("Bring back"))

    def _retire_told(self, shown: Listed) -> str:
        told = self.tr(
            "The way in on this laptop goes now, on others as soon as they hear of it. "
            "Older backups still open with the ways in they were made with. The name stays on the records."
        )
        doubts = officer_list.doubts(self.office, shown.member.id, shown.member.own_roles)
        return " ".join([told, *map(self._said, doubts)])

    def _code_taken(self, root: Office) -> None:
        self.root = root
        self._section.code.leave()
        banner = self._section.banners.show_banner(
            "code",
            "accent",
            self.tr("The recovery code signs here now."),
            self.tr("What it alone may do is open until you leave this section."),
            self.tr("Put it away"),
        )
        banner.pressed.connect(self._on_code_away)
        self._section.look()

    def _on_code_away(self) -> None:
        self.put_code_away()
        self._section.look()

    def _simply(self, form: OfficerForm, act: Callable[[], Any], said: str) -> None:
        def done(_: Any) -> None:
            form.leave()
            self._done(said)

        self._try(form, act, done)

    def _try(
        self, form: OfficerForm | None, act: Callable[[], Any], done: Callable[[Any], None] | None = None
    ) -> None:
        self._section.clear(KEY)
        try:
            found = act()
        except HbpError as error:
            self._tell(form, error)
        else:
            (done or (lambda _: self._done(self.tr("Done."))))(found)

    def _slowly(self, form: OfficerForm, act: Callable[[], Any], said: str) -> None:
        """Do what stretches a password or moves the file to a new key, beside the window."""

        def done(_: Any) -> None:
            form.do.setEnabled(True)
            form.leave()
            self._done(said)

        def failed(error: Exception) -> None:
            form.do.setEnabled(True)
            self._tell(form, error)

        form.do.setEnabled(False)
        self._section.clear(KEY)
        tasks.start(act, done, failed)

    def _tell(self, form: OfficerForm | None, error: Exception) -> None:
        language = self._section.desk.language
        if isinstance(error, Invalid) and form is not None:
            first = next(iter(form.fields))
            form.say([replace(one, place=one.place or first) for one in error.problems], language)
        elif isinstance(error, HbpError) and error.code == "officer_name_taken":
            self._section.add.say([Problem(error.code, "name", "error", error.values)], language)
            self._section.add.ask_also()
        else:
            self._section.say_error(KEY, error)

    def _done(self, said: str, doubts: tuple[Problem, ...] = (), chosen: str = "") -> None:
        self._section.say(" ".join([said, *map(self._said, doubts)]))
        self._section.look(chosen)
        self._section.desk.changed.emit()

    def _said(self, problem: Problem) -> str:
        return errors.sentence(problem, self._section.desk.language)

    def _connect(self) -> None:
        section = self._section
        section.list.add_wanted.connect(self.ask_add)
        section.list.code_wanted.connect(self.ask_code)
        section.detail.wanted.connect(self.want)
        section.detail.roles_wanted.connect(self.save_roles)
        section.detail.end_wanted.connect(
            lambda act: self._try(None, lambda: officers.end_acting(self.office, act))
        )
        section.detail.part_wanted.connect(
            lambda other: self._try(None, lambda: officers.unlink(self.office, other))
        )
        section.add.given.connect(self.add_officer)
        section.acting.given.connect(self.appoint)
        section.password.given.connect(self.set_password)
        section.retire.given.connect(self.retire)
        section.back.given.connect(self.bring_back)
        section.link.given.connect(self.link)
        section.code.given.connect(lambda values: self.use_code(values["code"]))
