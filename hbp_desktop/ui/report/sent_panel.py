"""When the form was sent, and what shows it; a sheet to enter it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.errors import Problem
from hbp_desktop.ui import errors
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import LineEdit, TextEdit
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.reason_sheet import AskSheet
from hbp_desktop.ui.sessions.spoken_edit import DateField


class SentPanel(Card):
    """Signal `enter_wanted`."""

    enter_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("report.sent")
        self._words = Text("", "body", "ink2", wrap=True)
        self._more = Text("", "small", "ink3", wrap=True)
        self._enter = Button("", icon="send", name="report.enter")
        self.add(self._words, self._more)
        self.body.addWidget(self._enter, 0, Qt.AlignmentFlag.AlignLeft)
        self._enter.clicked.connect(lambda: self.enter_wanted.emit())

    def show_sending(self, words: str, more: str, tone: str, may_enter: bool) -> None:
        """Say when it is due or was sent; `tone` is ink2, ok, warn or bad."""
        self._words.setText(words)
        self._words.set_tone(tone)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._enter.setVisible(may_enter)

    def text(self) -> str:
        """Give what it says."""
        return " ".join(part for part in (self._words.text(), self._more.text()) if part)

    def set_words(self) -> None:
        """Set the words that never change but with the language."""
        self.set_title(self.tr("Form sent"), note="F.4.1, F.4.4")
        self._enter.setText(self.tr("Form sent…"))


class SentSheet(AskSheet):
    """Signal `entered(date, proof, late_reason)`, all as typed; the page says what is wrong and closes it."""

    entered = Signal(str, str, str)

    def __init__(self, language: str, today: str) -> None:
        translate = QCoreApplication.translate
        super().__init__("report.sending", translate("SentSheet", "The form was sent"))
        self._language = language
        self.date, self.proof = DateField("report.sending.date"), LineEdit("report.sending.proof")
        self.late_reason = TextEdit("report.sending.late_reason", 2)
        self.date.set_language(language)
        self.date.set_value(today)
        self._fields = {
            "date": Field(self.date),
            "proof": Field(self.proof),
            "late_reason": Field(self.late_reason),
        }
        self._fields["date"].set_words(translate("SentSheet", "&Date sent"))
        hint = translate("SentSheet", "receipt number or file of the e-mail")
        self._fields["proof"].set_words(translate("SentSheet", "&Proof"), hint)
        late = translate("SentSheet", "only when late")
        self._fields["late_reason"].set_words(translate("SentSheet", "&Reason for being late"), late)
        self._fill()

    def do(self) -> None:
        self.entered.emit(self.date.value(), self.proof.text(), self.late_reason.toPlainText())

    def first_field(self) -> QWidget | None:
        return self.date

    def say(self, problems: tuple[Problem, ...]) -> None:
        """Show what is wrong, each at its field."""
        for field in self._fields.values():
            field.say("")
        for problem in problems:
            field = self._fields.get(problem.place, self._fields["date"])
            field.say("bad", errors.sentence(problem, self._language))
        if problems:
            self._fields.get(problems[0].place, self._fields["date"]).editor.setFocus()

    def trouble(self, name: str) -> str:
        """Give what is said below a field."""
        return self._fields[name].trouble()

    def _fill(self) -> None:
        said = QCoreApplication.translate(
            "SentSheet", "The first date stays, whatever is sent again later (F.4.2)."
        )
        self.body.addWidget(Text(said, "body", "ink2", wrap=True))
        for field in self._fields.values():
            self.body.addWidget(field)
        leave = self.add_button(QCoreApplication.translate("SentSheet", "Cancel"), key="Esc")
        enter = self.add_button(
            QCoreApplication.translate("SentSheet", "Enter"), "primary", "Ctrl+Enter", "report.sending.do"
        )
        leave.clicked.connect(self.leave)
        enter.clicked.connect(self.do)
