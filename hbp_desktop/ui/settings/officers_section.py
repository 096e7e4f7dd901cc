"""Officers: who they are, what they may do, who acts for whom, who has a way in on this laptop."""

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout

from hbp_desktop.domain.errors import HbpError, Refused
from hbp_desktop.ui import errors
from hbp_desktop.ui.desk import Desk, Shape
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.settings import officer_words
from hbp_desktop.ui.settings.officer_acts import KEY, OfficerActs
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
from hbp_desktop.usecases import officer_list
from hbp_desktop.usecases.officer_list import Listed

ACTED = ("head", "leader", "counter")


class OfficersSection(Section):
    """Shows the list and one officer, `chosen` by id; what is done about them is in its acts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.chosen = ""
        self._listed: tuple[Listed, ...] = ()
        self.list, self.detail, self.add = OfficersList(), OfficerDetail(), AddForm()
        self.acting, self.password = ActingForm(), PasswordForm()
        self.link, self.code = LinkForm(), CodeForm()
        self.retire, self.back = ReasonForm("retire", "danger"), ReasonForm("back")
        self._said = Text("", "small", "ok", wrap=True)
        self.acts = OfficerActs(self)
        self._lay_out()
        self.list.picked.connect(self._pick)
        self.add.left.connect(self.detail.show)
        self.retranslate()

    def subtitle(self) -> str:
        return self.tr("Of the whole office; every change is signed and kept with its reason")

    def opened(self) -> None:
        self.look()

    def refreshed(self) -> None:
        if not any(form.isVisible() for form in self._forms()) and not self.detail.save.isVisible():
            self.look()

    def reflow(self, shape: Shape) -> None:
        super().reflow(shape)
        beside = shape.at_least("normal")
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._across.setDirection(way)

    def put_away(self) -> None:
        """Drop the code and what was typed: passwords among it."""
        self.acts.put_code_away()
        for form in self._forms():
            form.empty()
            form.hide()
        self.detail.show()

    def retranslate(self) -> None:
        self.list.retranslate()
        self.detail.retranslate()
        language = self.desk.language
        roles = [(role, officer_words.role(role, language)) for role in ACTED]
        self.acting.reword(roles, language)
        self.add.reword(language, self.acts.by_code)
        for form in (self.retire, self.back, self.password, self.link, self.code):
            form.reword()
        if self._listed:
            self._show()

    def look(self, chosen: str = "") -> None:
        """Read the list anew, and choose an officer."""
        self.chosen = chosen or self.chosen
        try:
            self._listed = officer_list.listed(self.desk.office)
        except HbpError as error:
            self.say_error(KEY, error)
            return
        if self.shown() is None:
            self.chosen = self._mine() or (self._listed[0].member.id if self._listed else "")
        self._show()

    def shown(self) -> Listed | None:
        """Give the officer chosen."""
        return next((one for one in self._listed if one.member.id == self.chosen), None)

    def others(self) -> list[tuple[str, str]]:
        """Give the other officers' ids and names."""
        return [(one.member.id, one.member.name) for one in self._listed if one.member.id != self.chosen]

    def put_forms_away(self) -> None:
        """Leave what is being asked."""
        for form in self._forms():
            if form.isVisible():
                form.leave()

    def say(self, said: str) -> None:
        """Say what was done, to the eye and to a screen reader."""
        self._said.setText(said)
        self._said.setVisible(bool(said))
        if said:
            self.desk.announce(said)

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.put_away()

    def _pick(self, officer: str) -> None:
        self.chosen = officer
        self.put_forms_away()
        self.say("")
        self.list.mark(officer)
        self._show_detail()

    def _mine(self) -> str:
        found = self.desk.office.staff().find(self.desk.office.officer_id)
        return found.id if found else ""

    def _show(self) -> None:
        self.list.show_officers(self._listed, self.desk.now().date(), self.desk.language, self.chosen)
        self.list.allow(self.acts.may_change, not self.acts.by_code)
        self.add.reword(self.desk.language, self.acts.by_code)
        self._show_detail()
        self._warn_of_key()

    def _show_detail(self) -> None:
        shown, acts = self.shown(), self.acts
        if shown is not None:
            self.detail.show_officer(shown, self.desk.now().date(), self.desk.language)
            mine = shown.member.id == self._mine()
            self.detail.allow(acts.may_change, acts.by_code, acts.office.may("slot.make"), mine)

    def _warn_of_key(self) -> None:
        """Say the plain path of an administrator on a second laptop, whose key here nobody made yet."""
        if self.acts.office.may("officer.role") and not self.acts.may_change:
            error = Refused("administrator_key_unmade", name=self.desk.office.officer.name)
            self.banners.show_banner("key", "warn", errors.sentence(error, self.desk.language))
        else:
            self.clear("key")

    def _forms(self) -> tuple[OfficerForm, ...]:
        return self.acting, self.password, self.link, self.retire, self.back, self.add, self.code

    def _lay_out(self) -> None:
        left, right = column(gap="cards"), column(gap="cards")
        left.addWidget(self.list)
        left.addStretch(1)
        for one in (self.add, self.code, self._said, self.detail):
            right.addWidget(one)
        right.addStretch(1)
        for form in (self.acting, self.password, self.link, self.retire, self.back):
            self.detail.forms.addWidget(form)
        self._across = row(gap="cards")
        self._across.addLayout(left, 5)
        self._across.addLayout(right, 4)
        self.body.addLayout(self._across)
        self._said.hide()
