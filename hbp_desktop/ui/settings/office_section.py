"""The office's own settings: letterhead, who signs, complaint clocks, and the days it keeps otherwise."""

from datetime import date

from PySide6.QtGui import QKeySequence, QShortcut

from hbp_desktop.domain.errors import HbpError, Invalid
from hbp_desktop.domain.office_settings import OfficeDraft
from hbp_desktop.domain.workdays import COMPLAINT_DAYS
from hbp_desktop.ui.desk import Desk, Shape
from hbp_desktop.ui.draft_keeper import DraftKeeper
from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.settings.office_days import OfficeDays
from hbp_desktop.ui.settings.office_form import OfficeForm
from hbp_desktop.ui.settings.section import Section
from hbp_desktop.usecases import office_settings
from hbp_desktop.usecases.letterhead import letterhead
from hbp_desktop.usecases.office_settings import OpenedSettings, OwnDay
from hbp_desktop.usecases.wording import say


class OfficeSection(Section):
    """What is typed is kept every second and set by one button; days are set at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._opened: OpenedSettings | None = None
        self.form, self.days = OfficeForm(), OfficeDays()
        self.save = Button("", "primary", "check", "Ctrl+S", name="office.save")
        self.discard = Button("", "quiet", name="office.discard")
        self._said = Text("", "small", "ok")
        self._keeper = DraftKeeper(self.form.draft, self._keep, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def subtitle(self) -> str:
        return self.tr("Of the whole office; every change is kept with who made it")

    def opened(self) -> None:
        office = self.desk.office
        self._opened = office_settings.open_settings(office)
        typed = office_settings.typed(office)
        self._show(typed or self._opened.draft)
        self._set_pending(typed is not None and typed != self._opened.draft)
        self._show_days()

    def put_away(self) -> None:
        if self._keeper.pending():
            self._keeper.keep_now()

    def reflow(self, shape: Shape) -> None:
        super().reflow(shape)
        self.form.set_narrow(not shape.at_least("normal"))

    def retranslate(self) -> None:
        self.save.setText(self.tr("Save the settings"))
        self.discard.setText(self.tr("Leave as they were"))
        self.form.retranslate()
        self.days.retranslate()
        if self._opened is not None:
            self._show_days()

    def _lay_out(self) -> None:
        acts = row(gap="field")
        acts.addWidget(self.save)
        acts.addWidget(self.discard)
        acts.addWidget(self._said, 1)
        self.body.addWidget(self.form)
        self.body.addLayout(acts)
        self.body.addWidget(self.days)

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.save.clicked.connect(self._save)
        self.discard.clicked.connect(self._discard)
        self.days.kept.connect(self._keep_day)
        self.days.dropped.connect(self._drop_day)
        self._keeper.failed.connect(lambda error: self.say_error("office", error))
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self._save)

    def _show(self, draft: OfficeDraft) -> None:
        office, letter = self.desk.office, letterhead(self.desk.office)
        self.form.show_draft(draft)
        self.form.allow(office.may("office.set"))
        self.save.setEnabled(office.may("office.set"))
        self.days.allow(office.may("calendar.set"))
        ack, reply, investigate = COMPLAINT_DAYS
        self.form.set_hints(
            {
                "name": letter.name,
                "department": letter.department,
                "to": letter.to,
                "sender": letter.sender,
                "head_name": letter.head_name,
                "head_post": letter.head_post,
                "ack": str(ack),
                "reply": str(reply),
                "investigate": str(investigate),
            }
        )

    def _set_pending(self, pending: bool) -> None:
        self.discard.setVisible(pending)
        if pending:
            self._said.setText("")

    def _on_edited(self) -> None:
        self._keeper.touch()
        self._set_pending(True)

    def _keep(self, draft: OfficeDraft) -> None:
        office_settings.keep_typed(self.desk.office, draft)

    def _save(self) -> None:
        if self._opened is None or not self.save.isEnabled():
            return
        draft, language = self.form.draft(), self.desk.language
        try:
            self._opened = office_settings.change(self.desk.office, self._opened, draft)
        except Invalid as error:
            self.form.say(error.problems, lambda problem: say(problem, language))
            return
        except HbpError as error:
            self.say_error("office", error)
            return
        self._settled(self.tr("The settings are saved."))
        self.desk.changed.emit()

    def _discard(self) -> None:
        self._settled("")

    def _settled(self, words: str) -> None:
        self._keeper.forget()
        office_settings.drop_typed(self.desk.office)
        self.clear("office")
        self.opened()
        self._said.setText(words)
        if words:
            self.desk.announce(words)

    def _keep_day(self, day: OwnDay) -> None:
        try:
            office_settings.keep_day(self.desk.office, day)
        except Invalid as error:
            self.days.say(say(error.problems[0], self.desk.language))
            return
        except HbpError as error:
            self.say_error("days", error)
            return
        self.days.empty()
        self._days_changed()

    def _drop_day(self, day: date) -> None:
        try:
            office_settings.drop_day(self.desk.office, day)
        except HbpError as error:
            self.say_error("days", error)
            return
        self._days_changed()

    def _days_changed(self) -> None:
        self.clear("days")
        self._show_days()
        self.desk.changed.emit()

    def _show_days(self) -> None:
        self.days.show_days(office_settings.own_days(self.desk.office), self.desk.language)
