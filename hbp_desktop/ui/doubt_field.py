"""A field whose doubtful value may stay: it warns with a reason, and keeps the value with another."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.errors import Problem
from hbp_desktop.ui.layouts import Flow, column
from hbp_desktop.ui.parts.chip import ToggleChip
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import LineEdit


class DoubtField(Field):
    """Signal `kept(code, reason)`: a person keeps a doubtful value; an empty reason takes that back."""

    kept = Signal(str, str)

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        self._code, self._kept = "", ""
        name = editor.objectName()
        self._chips = [ToggleChip("", f"{name}.reason{number}") for number in range(3)]
        self._own = LineEdit(f"{name}.reason")
        self._reasons = QWidget()
        self._reasons.hide()
        self._own.hide()
        whole = column(self._reasons, gap="label")
        self._flow = QWidget()
        flow = Flow(self._flow)
        for chip in self._chips:
            flow.addWidget(chip)
        whole.addWidget(self._flow)
        whole.addWidget(self._own)
        own_column = self.layout()
        if own_column is not None:
            own_column.addWidget(self._reasons)
        for chip in self._chips[:2]:
            chip.clicked.connect(lambda _=False, pressed=chip: self._keep(pressed.text()))
        self._chips[2].clicked.connect(self._ask)
        self._own.returnPressed.connect(lambda: self._keep(self._own.text()))
        self.note_pressed.connect(lambda: self._keep(""))
        self._word()

    def judge(self, problem: Problem | None, sentence: str) -> None:
        """Show trouble, or none; a warning offers reasons to keep the value."""
        doubt = problem is not None and problem.level == "warning" and not problem.code.endswith("_missing")
        if problem is None:
            self.say("")
        else:
            self.say("warn" if problem.level == "warning" else "bad", sentence)
        self._code = problem.code if problem and doubt else self._code
        self._reasons.setVisible(doubt)

    def show_kept(self, code: str, reason: str) -> None:
        """Show with which reason a doubtful value is kept; no reason shows nothing."""
        self._code, self._kept = code or self._code, reason
        self._word()
        if not reason:
            self._own.hide()
            self._own.clear()
            for chip in self._chips:
                chip.setChecked(False)

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._word()

    def _ask(self) -> None:
        self._chips[2].setChecked(False)
        self._own.show()
        self._own.setFocus()

    def _keep(self, reason: str) -> None:
        if self._code:
            self.kept.emit(self._code, reason.strip())

    def _word(self) -> None:
        words = (
            self.tr("Damaged card"),
            self.tr("Told by word of mouth"),
            self.tr("Other reason…"),
        )
        for chip, word in zip(self._chips, words, strict=True):
            chip.setText(word)
        self._own.setPlaceholderText(self.tr("Why the value is kept, then Enter"))
        self._own.setAccessibleName(self.tr("Why the value is kept, then Enter"))
        kept = self.tr("Kept: *%1*").replace("%1", self._kept.replace("*", "∗"))
        self.note(kept if self._kept else "", self.tr("Change"))
