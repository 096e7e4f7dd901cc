"""The trouble of a row of fields, in the row's full width; a doubtful value may be kept with a reason."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import Flow, column, row
from hbp_desktop.ui.parts.chip import ToggleChip
from hbp_desktop.ui.parts.inputs import LineEdit
from hbp_desktop.ui.parts.text import Text


class TroubleLine(QWidget):
    """Signal `reasoned(code, reason)`: a person keeps a doubtful value."""

    reasoned = Signal(str, str)

    def __init__(self, name: str, of_card: bool = False) -> None:
        super().__init__()
        self.setObjectName(f"{name}.trouble")
        self._code, self._level, self._of_card = "", "bad", of_card
        self._sign, self._words = Text(), Text("", "small", "bad", wrap=True)
        self._chips = [ToggleChip("", f"{name}.reason{number}") for number in range(3)]
        self._own, self._reasons = LineEdit(f"{name}.reason"), QWidget()
        self._lay_out()
        for chip in self._chips[:2]:
            chip.clicked.connect(lambda _=False, pressed=chip: self._keep(pressed.text()))
        self._chips[2].clicked.connect(self._ask)
        self._own.returnPressed.connect(lambda: self._keep(self._own.text()))
        self._word()
        self.hide()

    def show_trouble(self, level: str, sentence: str, code: str = "") -> None:
        """Show a sentence; `code` of a doubt offers to keep the value, no sentence shows nothing."""
        self._code, self._level = code, level or "bad"
        self._words.set_tone(self._level)
        self._words.setText(sentence)
        self._draw_sign()
        self._reasons.setVisible(bool(code))
        self._chips[0].setVisible(self._of_card)
        self._own.hide()
        for chip in self._chips:
            chip.setChecked(False)
        self.setVisible(bool(sentence))

    def text(self) -> str:
        """Give the sentence shown, or ""."""
        return "" if self.isHidden() else self._words.text()

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        elif event.type() == QEvent.Type.PaletteChange:
            self._draw_sign()

    def _lay_out(self) -> None:
        said, whole = row(gap="tight"), column(self, gap="grid")
        said.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self._words, 1)
        flow = Flow(self._reasons)
        for chip in self._chips:
            flow.addWidget(chip)
        whole.addLayout(said)
        whole.addWidget(self._reasons)
        whole.addWidget(self._own)

    def _ask(self) -> None:
        self._chips[2].setChecked(False)
        self._own.show()
        self._own.setFocus()

    def _keep(self, reason: str) -> None:
        if self._code and reason.strip():
            self.reasoned.emit(self._code, reason.strip())

    def _draw_sign(self) -> None:
        name = "circle-alert" if self._level == "bad" else "triangle-alert"
        self._sign.setPixmap(pixmap(name, self._level, "icon_small"))

    def _word(self) -> None:
        words = (self.tr("Damaged card"), self.tr("Told by word of mouth"), self.tr("Other reason…"))
        for chip, word in zip(self._chips, words, strict=True):
            chip.setText(word)
        self._own.setPlaceholderText(self.tr("Why the value is kept, then Enter"))
        self._own.setAccessibleName(self.tr("Why the value is kept, then Enter"))
