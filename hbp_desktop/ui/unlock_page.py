"""Buka kunci: the officer first, then the password; or the printed recovery code and a new password."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from hbp_desktop.domain.errors import HbpError, Locked
from hbp_desktop.ui import errors, tasks
from hbp_desktop.ui.door import Door
from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.keyring_form import CODES, KeyringForm
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.lock_reason import NO_REASON, Reason, drafts_line, sentence
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.focus import FocusRing
from hbp_desktop.ui.parts.scroll import FollowArea
from hbp_desktop.ui.parts.text import Text, paper
from hbp_desktop.ui.theme import theme
from hbp_desktop.ui.unlock_by_code import ByCode
from hbp_desktop.ui.unlock_forms import CodeForm, PasswordForm
from hbp_desktop.ui.unlock_rail import UnlockRail
from hbp_desktop.ui.unlock_recovery import NewPasswordForm

_SECOND_MS = 1_000

Form = PasswordForm | CodeForm | NewPasswordForm | KeyringForm


class UnlockPage(QWidget):
    """Signals `opened(Seat)`; `language_wanted(code)`."""

    opened = Signal(object)
    language_wanted = Signal(str)

    def __init__(
        self, door: Door, language: str, version: str, why: Reason = NO_REASON, chosen: int = 0
    ) -> None:
        super().__init__()
        self._door, self._language, self._version, self._why = door, language, version, why
        self._left, self._chosen = 0, chosen
        self._task: tasks.Task | None = None
        paper(self, "bg")
        self.setObjectName("unlock")
        self.rail = UnlockRail()
        self.password, self.code = PasswordForm(), CodeForm()
        self.new, self.keyring = NewPasswordForm(language), KeyringForm()
        self._by_code = ByCode(door, self.new, self._start, self)
        self._forms = QStackedWidget()
        self._shield, self._foot = Text(), Text("", "small", "ink2")
        self._other_language = Button("", "quiet", height="small_control", name="unlock.language")
        self._clock = QTimer(self)
        self._lay_out()
        self._connect()
        self.ring = FocusRing(self)
        self.retranslate()
        self._show_office()

    def focus_password(self) -> None:
        """Put the cursor where typing starts."""
        self.password.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every word."""
        self._foot.setText(
            self.tr("The file is encrypted; no name is read without a password")
            + " · "
            + self.tr("Version %1").replace("%1", self._version)
        )
        other = {"ms": "English", "en": "Bahasa Melayu"}[self._language]
        self._other_language.setText(other)
        self.rail.retranslate()
        self.password.retranslate(sentence(self._why))
        self.password.show_drafts(*drafts_line(self._why, self._language))
        for form in (self.code, self.new, self.keyring):
            form.retranslate()
        self._greet()

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def set_language(self, language: str) -> None:
        """Remember which language sentences are said in."""
        self._language = self.new.password.language = language

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # hidden by us, not by being minimised
            self._by_code.give_up()

    def say(self, error: BaseException) -> None:
        """Show what went wrong below the field in use."""
        self._form().say_trouble(errors.sentence(error, self._language))

    def _lay_out(self) -> None:
        self._card = Card("unlock.card", flush=True, headless=True)
        inside = row(gap="none")
        inside.addWidget(self.rail)
        inside.addWidget(self._forms, 1)
        self._card.body.addLayout(inside)
        self._card.body.setContentsMargins(1, 1, 1, 1)
        for form in self._all_forms():
            paper(form, "clear")
            self._forms.addWidget(FollowArea(form, f"{form.objectName()}.area"))
        below = row(gap="row")
        below.addStretch(1)
        below.addWidget(self._shield)
        below.addWidget(self._foot)
        below.addWidget(self._other_language)
        below.addStretch(1)
        whole = column(self, gap="cards", margins="cards")
        whole.addStretch(3)
        whole.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addLayout(below)
        whole.addStretch(4)
        self._fit()

    def _connect(self) -> None:
        self.rail.picked.connect(self._on_officer)
        self.password.officers.currentIndexChanged.connect(self._on_officer_from_list)
        self.password.submitted.connect(self._unlock)
        self.password.code_wanted.connect(lambda: self._show_code(False))
        self.password.forgotten.connect(lambda: self._show_code(True))
        self.code.submitted.connect(lambda code: self._by_code.unlock(code, self.rail.officer()))
        self.code.password_wanted.connect(lambda: self._show(self.password))
        self.keyring.password_wanted.connect(lambda: self._show(self.password))
        self.keyring.code_wanted.connect(lambda: self._show_code(False))
        self.keyring.retry_wanted.connect(lambda: self._start(self._door.retry_ring, self._on_ring))
        self._by_code.wanted.connect(lambda: self._show(self.new))
        self._by_code.given_up.connect(lambda: self._show(self.password))
        self._by_code.opened.connect(self._on_opened)
        other = {"ms": "en", "en": "ms"}
        self._other_language.clicked.connect(lambda: self.language_wanted.emit(other[self._language]))
        self._clock.timeout.connect(self._count_down)
        theme().changed.connect(self._fit)

    def _show_office(self) -> None:
        try:
            names, code = self._door.officers(), self._door.office_code()
        except HbpError as error:
            self._set_names(())
            self.say(error)
            return
        self.rail.set_office(code)
        self._set_names(names)

    def _set_names(self, names: Sequence[str]) -> None:
        self.rail.set_officers(list(names), self._chosen)
        self.password.set_officers(list(names))
        self.password.officers.set_value(self.rail.officer())
        self._greet()

    def _greet(self) -> None:
        officer = self.rail.officer()
        self.password.greet(officer)
        self.password.show_worth(bool(officer) and self._door.stands_alone(officer))

    def _on_officer(self, name: str) -> None:
        self.password.officers.set_value(name)
        self._greet()
        self._form().say_trouble("")
        self.focus_password()

    def _on_officer_from_list(self) -> None:
        name = self.password.officers.value()
        if name and name != self.rail.officer():
            self.rail.choose(name)

    def _all_forms(self) -> tuple[Form, ...]:
        return self.password, self.code, self.new, self.keyring

    def _form(self) -> Form:
        return self._all_forms()[self._forms.currentIndex()]

    def _show(self, form: Form) -> None:
        self._forms.setCurrentIndex(self._all_forms().index(form))
        form.take_focus()

    def _show_code(self, forgotten: bool) -> None:
        self.code.explain(forgotten)
        self._show(self.code)

    def _unlock(self, password: str) -> None:
        officer = self.rail.officer()
        self._start(lambda: self._door.unlock(officer, password), self._on_opened)

    def _start(self, job: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Do a job in the lane while the form in front takes no typing."""
        if self._task is not None or self._left > 0:
            return
        form = self._form()
        form.set_busy(True)
        self._task = tasks.start(job, lambda result: self._on_done(form, done, result), self._on_failed)

    def _on_done(self, form: Form, done: Callable[[object], None], result: object) -> None:
        self._task = None
        form.forget()
        form.set_busy(False)
        done(result)

    def _on_opened(self, seat: object) -> None:
        for form in self._all_forms():
            form.forget()
        self.opened.emit(seat)

    def _on_ring(self, ring: object) -> None:
        if ring == "keyring_usable":
            self._show(self.password)
            self.password.submit()
        else:
            self.keyring.show_trouble(str(ring))
            self.keyring.take_focus()

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        form = self._form()
        form.set_busy(False)
        if not isinstance(error, HbpError):
            errors.note(error)
        elif error.code in CODES:
            self.keyring.show_trouble(error.code)
            self._show(self.keyring)
            return
        form.say_trouble(errors.sentence(error, self._language))
        form.select_all()
        seconds = error.values.get("seconds", 0) if isinstance(error, Locked) else 0
        self._wait(int(seconds))

    def _wait(self, seconds: int) -> None:
        self._left = seconds
        self._form().set_wait(seconds)
        if seconds > 0:
            self._clock.start(_SECOND_MS)

    def _count_down(self) -> None:
        self._left -= 1
        self._form().set_wait(self._left)
        if self._left <= 0:
            self._clock.stop()

    def _fit(self) -> None:
        now = theme()
        across, down = now.logical(self.width()), now.logical(self.height())
        narrow = across < now.breakpoint("narrow") or down < now.breakpoint("least")
        self.rail.setVisible(not narrow)
        self.password.show_officers(narrow, low=down < now.breakpoint("least"))
        self._shield.setPixmap(pixmap("shield", "ink2", "icon_small"))
        self._shield.setVisible(down >= now.breakpoint("least"))
        self._foot.setVisible(down >= now.breakpoint("least"))
        wanted = now.size("unlock_card") - (now.size("unlock_rail") if narrow else 0)
        self._card.setMinimumHeight(0 if narrow else min(now.size("unlock_height"), self.height() // 2))
        self._card.setFixedWidth(max(1, min(wanted, self.width() - 2 * now.size("cards"))))
