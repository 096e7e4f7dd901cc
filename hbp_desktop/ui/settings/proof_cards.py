"""The cards of the check: is the file whole, who besides it says so, and comparing with what is elsewhere."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hbp_desktop.ui.layouts import Flow, column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import LineEdit
from hbp_desktop.ui.parts.press_row import ToneMark
from hbp_desktop.ui.parts.progress import Progress
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.settings import proof_words
from hbp_desktop.ui.settings.proof_words import Told
from hbp_desktop.usecases.proving import Proof

_SIGNS = {"ok": "circle-check", "warn": "triangle-alert", "bad": "circle-alert"}
_MOST = 50


class CheckCard(Card):
    """Signal `check_wanted`; `progress` says how far it is."""

    check_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("proof.check")
        self._about = Text("", "body", "ink2", wrap=True)
        self.button = Button("", "primary", "shield", name="proof.check_now")
        self.progress = Progress("proof.progress")
        self._result = Lines()
        self._here = Text("", "small", "ink3", wrap=True)
        self._vouched_title = Text("", "small", "ink2", stress="strong")
        self._vouched = Text("", "small", "ink2", wrap=True)
        self.add(self._about)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.progress, self._result, self._vouched_title, self._vouched, self._here)
        self.progress.hide()
        self.button.clicked.connect(lambda: self.check_wanted.emit())
        self.show_proof(None, "ms", None)

    def show_proof(self, proof: Proof | None, language: str, zone: tzinfo | None) -> None:
        """Show what was found; None before the first check."""
        if proof is None:
            for part in (self._result, self._here, self._vouched, self._vouched_title):
                part.hide()
            return
        wrong = [Told(one, "", "bad") for one in proof_words.problems(proof, language)]
        self._result.show_lines([proof_words.verdict(proof, language, zone), *wrong[:_MOST]])
        said = proof_words.vouched(proof, language, zone)
        for part, words in (
            (self._here, proof_words.here(proof, language, zone)),
            (self._vouched, "\n".join(said[:_MOST])),
        ):
            part.setText(words)
            part.setVisible(bool(words))
        self._vouched_title.setVisible(bool(said))

    def told(self) -> list[str]:
        """Give what is said of the last check."""
        return self._result.said()

    def here(self) -> str:
        """Give what is said of the laptop's own mark."""
        return self._here.text()

    def set_words(self) -> None:
        """Set the words that never change but with the language."""
        self.set_title(self.tr("Is the file whole"))
        self._about.setText(
            self.tr(
                "Every page, entry, link and signature is checked, and every record is made again from its "
                "entries and compared. It changes nothing."
            )
        )
        self.button.setText(self.tr("Check now"))
        self._vouched_title.setText(
            self.tr("Held elsewhere and the same there, as this file remembers; compare again to be sure")
        )


class CompareCard(Card):
    """Signals `code_given(text)`, `file_wanted`."""

    code_given = Signal(str)
    file_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("proof.compare")
        self._about = Text("", "body", "ink2", wrap=True)
        self.code = LineEdit("proof.code", mono=True)
        self._field = Field(self.code)
        self.compare = Button("", icon="check", name="proof.compare_code")
        self.file = Button("", icon="folder-open", name="proof.compare_file")
        self._result = Lines()
        self._now_title = Text("", "small", "ink2")
        self._now = Text("", "body", mono=True, wrap=True)
        self._now.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        self._connect()
        self._result.hide()

    def show_compared(self, lines: Sequence[Told]) -> None:
        """Show where the heads just given stand."""
        self._result.show_lines(lines)
        self._result.setVisible(bool(lines))

    def show_code(self, code: str) -> None:
        """Show the code of this laptop's last entry."""
        self._now.setText(code)
        for part in (self._now, self._now_title):
            part.setVisible(bool(code))

    def say(self, sentence: str) -> None:
        """Say what is wrong with the code, "" for nothing."""
        self._field.say("bad" if sentence else "", sentence)

    def trouble(self) -> str:
        """Give what is said below the code."""
        return self._field.trouble()

    def told(self) -> list[str]:
        """Give what is said of the heads just given."""
        return self._result.said()

    def set_busy(self, busy: bool) -> None:
        """Wait while a check is under way."""
        for part in (self.compare, self.file):
            part.setEnabled(not busy)

    def set_words(self) -> None:
        """Set the words that never change but with the language."""
        self.set_title(self.tr("Compare with what is elsewhere"))
        self._about.setText(
            self.tr(
                "A file alone cannot prove that nobody with every key wrote it anew. What was printed, sent "
                "or copied before can: it is compared, and remembered where it agrees."
            )
        )
        self._field.set_words(self.tr("&Code on a report, or read to you"))
        self.compare.setText(self.tr("Compare the code"))
        self.file.setText(self.tr("Choose a file…"))
        self.file.setToolTip(self.tr("A backup, laporan.json or its package, or an audit export"))
        self._now_title.setText(
            self.tr("This laptop's code now: write it down elsewhere, or read it to somebody who will")
        )
        self._now.setAccessibleName(self.tr("This laptop's code now"))

    def _lay_out(self) -> None:
        acts = QWidget()
        flow = Flow(acts, gap="field")
        flow.addWidget(self.compare)
        flow.addWidget(self.file)
        self.add(self._about, self._field, acts, self._result, self._now_title, self._now)

    def _connect(self) -> None:
        self.compare.clicked.connect(self._give)
        self.code.returnPressed.connect(self._give)
        self.code.textChanged.connect(lambda: self.say(""))
        self.file.clicked.connect(lambda: self.file_wanted.emit())

    def _give(self) -> None:
        self.code_given.emit(self.code.text())


class Lines(QWidget):
    """Sentences, each with a sign beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._list: QVBoxLayout = column(self, gap="field")
        self._said: list[str] = []

    def show_lines(self, lines: Sequence[Told]) -> None:
        """Show them in place of the others."""
        while item := self._list.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._said = [" ".join(part for part in (one.first, one.rest) if part) for one in lines]
        for one in lines:
            self._list.addWidget(_line(one))
        self.setVisible(bool(lines))

    def said(self) -> list[str]:
        """Give the sentences."""
        return list(self._said)


def _line(one: Told) -> QWidget:
    holder = QWidget()
    across, words = row(holder, gap="row"), column(gap="two")
    across.addWidget(ToneMark(_SIGNS[one.tone], one.tone), 0, Qt.AlignmentFlag.AlignTop)
    words.addWidget(Text(one.first, "body", "ink", "medium" if one.rest else "", wrap=True))
    if one.rest:
        words.addWidget(Text(one.rest, "body", "ink2", wrap=True))
    across.addLayout(words, 1)
    holder.setAccessibleName(f"{one.first} {one.rest}".strip())
    return holder
