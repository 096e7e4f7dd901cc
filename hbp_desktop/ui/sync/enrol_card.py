"""Becoming known to the state office: address and one-time code, then six words to compare by telephone."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.files import ask_file
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.banner import Banner
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import LineEdit
from hbp_desktop.ui.parts.six_words_panel import SixWordsPanel
from hbp_desktop.ui.parts.text import Elided, Text, paper


class EnrolCard(Card):
    """The form. Signal `asked(address, code, CA file or "")`; what is typed stays until it went well."""

    asked = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__("sync.enrol")
        self.address, self.code = LineEdit("sync.address"), LineEdit("sync.code", mono=True)
        self._fields = {"address": Field(self.address), "code": Field(self.code)}
        self._ca = ""
        self._ca_words = Elided("", "small", "ink2")
        self.pick_ca = Button("", "normal", "folder-open", height="head_control", name="sync.ca")
        self.enrol = Button("", "primary", "log-in", "Ctrl+Enter", name="sync.enrol.do")
        self.trouble = Banner("bad", "sync.enrol.trouble")
        self._told, self._alone = Text("", "body", "ink2", wrap=True), Text("", "body", wrap=True)
        self._form = paper(QWidget(), "clear")
        self._busy = False
        self._lay_out()
        self._connect()

    def retranslate(self, may: bool, why_not: str) -> None:
        """Set every word; who may not enrol reads who may."""
        self.set_title(self.tr("State office: not enrolled"))
        self._told.setText(
            self.tr(
                "This computer keeps everything itself. Once it is enrolled, records go to the state office "
                "whenever there is a connection, and each gets a receipt."
            )
        )
        self._alone.setText(why_not)
        self._alone.setVisible(not may)
        self._form.setVisible(may)
        self._fields["address"].set_words(self.tr("&Address"), self.tr("as the state office gave it"))
        self._fields["code"].set_words(self.tr("One-time &code"), self.tr("good for 24 hours"))
        self.address.setPlaceholderText("https://")
        self.pick_ca.setText(self.tr("Certificate file…"))
        self._say_ca()
        self.set_busy(self._busy)

    def set_busy(self, busy: bool) -> None:
        """Say that the state office is being asked."""
        self._busy = busy
        self.enrol.setText(self.tr("Asking the state office…") if busy else self.tr("Enrol"))
        self.enrol.explain(not busy, self.tr("The state office is being asked."))

    def show_trouble(self, words: str) -> None:
        """Say what kept it from being enrolled; "" takes it away."""
        self.trouble.setVisible(bool(words))
        self.trouble.set_words(words)

    def submit(self) -> None:
        """Ask with what is typed, or say what is missing."""
        if self._busy or self._form.isHidden():
            return
        address, code = self.address.text().strip(), self.code.text().strip()
        missing = {
            "code": "" if code else self.tr("Type the code the state office gave you."),
            "address": "" if address else self.tr("Type the address."),
        }
        for name, words in missing.items():
            self._fields[name].say("bad" if words else "", words)
            if words:
                self._fields[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if any(missing.values()):
            return
        self.show_trouble("")
        self.asked.emit(address, code, self._ca)

    def use_ca(self, path: str) -> None:
        """Trust the certificates in this file; "" trusts the system's."""
        self._ca = path
        self._say_ca()

    def forget(self) -> None:
        """Empty the form: it went well, or somebody else sits down."""
        self.address.clear()
        self.code.clear()
        self.use_ca("")

    def take_focus(self) -> None:
        """Put the focus on the first field."""
        if not self._form.isHidden():
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_ca(self) -> None:
        usual = self.tr("Only where the state office gave you one.")
        self._ca_words.set_whole(Path(self._ca).name if self._ca else usual)

    def _pick(self) -> None:
        if chosen := ask_file(self.window(), self.tr("Open the state office's certificate file")):
            self.use_ca(chosen)

    def _lay_out(self) -> None:
        form = column(self._form, gap="row")
        for field in self._fields.values():
            form.addWidget(field)
        certificate = row(gap="field")
        certificate.addWidget(self.pick_ca)
        certificate.addWidget(self._ca_words, 1)
        form.addLayout(certificate)
        acts = row(gap="field", margins="none field none none")
        acts.addWidget(self.enrol)
        acts.addStretch(1)
        form.addLayout(acts)
        self.add(self._told, self._alone, self.trouble, self._form)
        self.body.addStretch(1)
        self.trouble.hide()

    def _connect(self) -> None:
        self.enrol.clicked.connect(lambda: self.submit())
        self.pick_ca.clicked.connect(lambda: self._pick())
        self.address.returnPressed.connect(self.code.setFocus)
        self.code.returnPressed.connect(self.submit)
        for name, edit in (("address", self.address), ("code", self.code)):
            edit.textChanged.connect(lambda _text, field=self._fields[name]: field.say(""))


class ConfirmCard(Card):
    """Shown until the state office confirmed: the six words, large."""

    def __init__(self) -> None:
        super().__init__("sync.confirm")
        self._told, self._then = Text("", "body", wrap=True), Text("", "small", "ink2", wrap=True)
        self.words = SixWordsPanel("sync.words")
        self.add(self._told, self.words, self._then)
        self.body.addStretch(1)

    def show_words(self, words: Sequence[str], peer: str) -> None:
        """Show them with what to do."""
        self.set_title(self.tr("Compare six words"))
        self._told.setText(
            self.tr(
                "Ring %1 and read these words aloud. They see the same six, or it is not them: then do not "
                "go on."
            ).replace("%1", peer or self.tr("the state office"))
        )
        self._then.setText(
            self.tr("They confirm this computer on their side. Nothing more is to be done here; it goes on.")
        )
        if len(words) == 6:
            self.words.show_words(" ".join(words))


class StepsCard(Card):
    """How enrolling goes, before there is anything else to show."""

    def __init__(self) -> None:
        super().__init__("sync.steps")
        self._steps = [Text("", "body", "ink2", wrap=True) for _ in range(4)]
        for number, step in enumerate(self._steps, 1):
            across = row(gap="row")
            mark = Text(str(number), "title", "accent")
            across.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            across.addWidget(step, 1)
            self.body.addLayout(across)
        self.body.addStretch(1)

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("How a computer is enrolled"))
        said = (
            self.tr("Ask the state office for its address and a one-time code for this office."),
            self.tr("An administrator, or who has the recovery code, types both here."),
            self.tr("Compare six words with the state office by telephone; they confirm."),
            self.tr("From then on records go by themselves. Until then nothing is lost: all is kept here."),
        )
        for step, words in zip(self._steps, said, strict=True):
            step.setText(words)
