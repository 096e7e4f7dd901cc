"""Who the client is: document, name, telephone, address, groups, proxy, or without a name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hbp_desktop.domain.countries import country_name
from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.person import CARDS, read_number
from hbp_desktop.domain.phone import display_phone
from hbp_desktop.domain.visit import VisitDraft
from hbp_desktop.domain.visit_checks import country_of
from hbp_desktop.ui import counter_words
from hbp_desktop.ui.birth_line import BirthLine
from hbp_desktop.ui.choice_chip import ChoiceChip
from hbp_desktop.ui.country_field import CountryEdit
from hbp_desktop.ui.field_row import FieldRow
from hbp_desktop.ui.group_chips import GroupChips
from hbp_desktop.ui.layouts import Flow, column
from hbp_desktop.ui.matches_panel import MatchesPanel
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.identity_edit import IdentityEdit, masked
from hbp_desktop.ui.parts.inputs import CheckBox, LineEdit
from hbp_desktop.ui.parts.segments import Segments
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.proxy_form import ProxyForm

Say = Callable[[Problem], str]
_CITIZENS = ("mykad", "ic_old")
_NO_NUMBER = "none"


class ClientForm(QWidget):
    """Shows and reads the client's part of a draft.

    Signals: `edited` after any typing; `searched` when document or name changed, so that earlier visits may
    be looked for; `revealed` when the eye uncovered the number; `kept(code, reason)` of a doubtful value.
    """

    edited = Signal()
    searched = Signal()
    revealed = Signal()
    kept = Signal(str, str)

    def __init__(self, today: date, language: str) -> None:
        super().__init__()
        self.setObjectName("client")
        self._language = language
        self.kind = Segments("id_kind")
        self.number = IdentityEdit("id_number", self._masked)
        self.country = CountryEdit("country")
        self.birth, self.matches = BirthLine(today, language), MatchesPanel()
        self.name, self.phone = LineEdit("name"), LineEdit("phone")
        self.address, self.postcode = LineEdit("address"), LineEdit("postcode")
        self.groups, self.proxy = GroupChips(), ProxyForm()
        self.proxied, self.anonymous = CheckBox("proxied"), CheckBox("anonymous")
        self.channel, self.language = ChoiceChip("channel", "monitor"), ChoiceChip("language", "languages")
        self.fields: dict[str, Field] = {}
        self._lay_out()
        self._connect()

    def set_lists(self, groups: Sequence[tuple[str, str]], today: date, language: str) -> None:
        """Take the catalogue's groups, the office's date and the window's language."""
        self._language = language
        self.groups.set_groups(groups)
        self.birth.set_today(today, language)
        self.country.set_language(language)

    def show_draft(self, draft: VisitDraft) -> None:
        """Show a draft's client."""
        self.kind.set_value(draft.id_kind or "mykad")
        self.number.set_number(draft.id_number)
        country = draft.id_country or draft.nationality
        self.country.setText(country_name(country, self._language) if country else "")
        for name in ("name", "address", "postcode", "proxy_name", "proxy_relation", "proxy_phone"):
            self._line(name).setText(getattr(draft, name))
        self.phone.setText(display_phone(draft.phone))
        self.birth.show_values(draft.born, draft.born_how, draft.sex)
        self.groups.set_value(draft.groups | (frozenset({"oku"}) if draft.oku else frozenset()))
        self.proxy.consent.setChecked(draft.proxy_consent)
        self.proxied.setChecked(bool(draft.proxy_name or draft.proxy_relation or draft.proxy_consent))
        self.anonymous.setChecked(draft.anonymous)
        self.channel.set_value(draft.channel)
        self.language.set_value(draft.language)
        self.matches.show_matches(())
        self._settle()

    def read(self, draft: VisitDraft) -> VisitDraft:
        """Give the draft with the client as typed."""
        kind, proxied = self.kind.value(), self.proxied.isChecked()
        country, groups = self._country(), self.groups.value()
        born, how, sex = self.birth.values()
        return replace(
            draft,
            anonymous=self.anonymous.isChecked(),
            id_kind=kind if kind == _NO_NUMBER or self.number.number().strip() else "",
            id_number="" if kind == _NO_NUMBER else self.number.number(),
            id_country=country if kind == "passport" else "",
            nationality=self._nationality(kind, country),
            name=self.name.text(),
            phone=self.phone.text(),
            address=self.address.text(),
            postcode=self.postcode.text(),
            born=born,
            born_how=how,
            sex=sex,
            groups=groups,
            oku=True if "oku" in groups else None,
            proxy_name=self.proxy.name.text() if proxied else "",
            proxy_relation=self.proxy.relation.text() if proxied else "",
            proxy_phone=self.proxy.phone.text() if proxied else "",
            proxy_consent=proxied and self.proxy.consent.isChecked(),
            channel=self.channel.value(),
            language=self.language.value(),
        )

    def say(self, problems: Sequence[Problem], say: Say, kept: Mapping[str, str]) -> None:
        """Show each row's first trouble, errors before warnings; nothing takes it away."""
        for row_ in self._rows:
            row_.judge(problems, say)
            row_.show_kept(kept)

    def trouble(self, place: str) -> str:
        """Give the sentence said in the row of a place, or ""."""
        return next((row_.trouble.text() for row_ in self._rows if place in row_.fields), "")

    def foreign(self) -> bool:
        """Tell whether the client is plainly not a citizen."""
        return self.kind.value() not in _CITIZENS and self._country() not in ("", "MYS")

    def take_focus(self) -> None:
        """Start where a client starts: at the number."""
        first = self.name if self.kind.value() == _NO_NUMBER else self.number
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_place(self, place: str) -> bool:
        """Put the focus on the field of a place; say whether it is here."""
        field = self.fields.get(place)
        if field is not None:
            if place == "born":
                self.birth.edit()
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return field is not None

    def stops(self) -> list[QWidget]:
        """Give what Tab goes through, as it is read."""
        first = [self.fields[name] for name in ("id_kind", "identity", "id_country")]
        then = [self.fields[name] for name in ("name", "phone", "address", "postcode")]
        last = [self.groups, self.proxied, self.anonymous, self.proxy, self.channel, self.language]
        return [*first, self.birth, self.matches, *then, *last]

    def retranslate(self) -> None:
        """Set every word."""
        self.fields["id_kind"].set_words(self.tr("&Identity document"))
        hint = self.tr("fills birth date and sex")
        self.fields["identity"].set_words(self.tr("&No."), hint if self.kind.value() in CARDS else "")
        self.number.set_eye_label(self.tr("Show the number for ten seconds"))
        country = self.tr("Country") if self.kind.value() == "passport" else self.tr("Nationality")
        self.fields["id_country"].set_words(country)
        self.fields["name"].set_words(self.tr("Full na&me"))
        self.fields["phone"].set_words(self.tr("&Telephone"))
        self.fields["address"].set_words(self.tr("&Address"), optional=True)
        self.fields["postcode"].set_words(self.tr("&Postcode"))
        self._groups_field.set_words(self.tr("Target &groups"))
        self.proxied.setText(self.tr("&Represented by someone"))
        self.anonymous.setText(self.tr("Anon&ymous"))
        self._nameless.setText(
            self.tr("No name or number is kept. A complaint needs the place and the facts.")
        )
        self.kind.set_choices(counter_words.documents())
        self.channel.set_choices(self.tr("Came"), counter_words.channels())
        self.language.set_choices(self.tr("Language"), counter_words.languages())
        self.proxy.retranslate()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Down and self.matches.isVisible() and self.matches.enter():
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._groups_field = Field(self.groups)
        self._nameless = Text("", "small", "ink2", wrap=True)
        self.fields = {
            "id_kind": Field(self.kind),
            "identity": Field(self.number),
            "id_country": Field(self.country),
            "name": Field(self.name),
            "phone": Field(self.phone),
            "address": Field(self.address),
            "postcode": Field(self.postcode),
            "born": self.birth.born_field,
            **self.proxy.fields,
        }
        whole = column(self, gap="tight")
        identity = self._row("identity", 3, "id_country", 2)
        names, places = self._row("name", 17, "phone", 10), self._row("address", 19, "postcode", 6)
        for widget in (self.fields["id_kind"], identity, self.birth, self.matches, names, places):
            whole.addWidget(widget)
        self._rows = [identity, names, places, self.birth.row, *self.proxy.rows]
        whole.addWidget(self._groups_field)
        self._lay_out_ticks(whole)
        whole.addStretch(1)

    def _lay_out_ticks(self, whole: QVBoxLayout) -> None:
        ticks, chips = QWidget(), QWidget()
        flow = Flow(ticks, gap="page")
        flow.addWidget(self.proxied)
        flow.addWidget(self.anonymous)
        line = Flow(chips)
        line.addWidget(self.channel)
        line.addWidget(self.language)
        for widget in (ticks, self._nameless, self.proxy, chips):
            whole.addWidget(widget)

    def _row(self, left: str, wide: int, right: str, less: int) -> FieldRow:
        fields = self.fields
        return FieldRow(
            fields[left].editor.objectName(), (left, fields[left], wide), (right, fields[right], less)
        )

    def _connect(self) -> None:
        for editor in (self.name, self.phone, self.address, self.postcode, self.country):
            editor.textEdited.connect(lambda _text: self.edited.emit())
        self.country.picked.connect(lambda _found: self.edited.emit())
        self.name.textEdited.connect(lambda _text: self.searched.emit())
        self.number.number_edited.connect(self._on_number)
        self.number.revealed.connect(self.revealed)
        self.kind.picked.connect(self._on_kind)
        for part in (self.birth, self.groups, self.proxy):
            part.edited.connect(self.edited)
        for box in (self.proxied, self.anonymous):
            box.toggled.connect(self._on_tick)
        for chip in (self.channel, self.language):
            chip.picked.connect(lambda _value: self.edited.emit())
        for row_ in self._rows:
            row_.kept.connect(self.kept)
        self.matches.left.connect(lambda: self.name.setFocus(Qt.FocusReason.OtherFocusReason))

    def _on_number(self) -> None:
        self._derive()
        self.edited.emit()
        self.searched.emit()

    def _on_kind(self) -> None:
        self._derive()
        self._settle()
        self.edited.emit()

    def _on_tick(self) -> None:
        self._settle()
        self.edited.emit()

    def _derive(self) -> None:
        identity = self.read(VisitDraft()).identity()
        self.birth.derive(identity, "warga_emas" in self.groups.value())

    def _settle(self) -> None:
        """Open and close what the document's kind and the ticks ask for."""
        kind, named = self.kind.value(), not self.anonymous.isChecked()
        self.number.setEnabled(kind != _NO_NUMBER)
        self.fields["id_kind"].setVisible(named)
        self.fields["identity"].setVisible(named)
        self.fields["id_country"].setVisible(named and kind not in _CITIZENS)
        self.birth.setVisible(named)
        self.fields["name"].setVisible(named)
        self.proxy.setVisible(self.proxied.isChecked())
        self._nameless.setVisible(not named)
        self.retranslate()

    def _masked(self, number: str) -> str:
        """Cover the last four places of a number, written with its dashes where it can be right."""
        known = self.kind.value() in CARDS and number.strip()
        return masked(read_number(self.kind.value(), number.strip())[0] if known else number)

    def _line(self, name: str) -> LineEdit:
        found = getattr(self, name, None) or getattr(self.proxy, name.removeprefix("proxy_"))
        assert isinstance(found, LineEdit)
        return found

    def _country(self) -> str:
        text = self.country.text()
        return country_of(text) or text

    def _nationality(self, kind: str, country: str) -> str:
        if self.anonymous.isChecked():
            return ""
        return "MYS" if kind in _CITIZENS and self.number.number().strip() else country
