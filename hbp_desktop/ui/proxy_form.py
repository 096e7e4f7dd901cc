"""Who came for the client: name, relation, telephone, consent."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.field_row import FieldRow
from hbp_desktop.ui.layouts import column
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import CheckBox, LineEdit


class ProxyForm(QWidget):
    """Signal `edited`; `fields` by their places in a draft."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("proxy.form")
        self.name, self.relation = LineEdit("proxy_name"), LineEdit("proxy_relation")
        self.phone, self.consent = LineEdit("proxy_phone"), CheckBox("proxy_consent")
        self.fields = {
            "proxy_name": Field(self.name),
            "proxy_relation": Field(self.relation),
            "proxy_phone": Field(self.phone),
            "proxy_consent": Field(self.consent),
        }
        self.rows = [
            self._row("proxy_name", 3, "proxy_relation", 2),
            self._row("proxy_consent", 3, "proxy_phone", 2),
        ]
        whole = column(self, gap="field")
        for fields in self.rows:
            whole.addWidget(fields)
        for editor in (self.name, self.relation, self.phone):
            editor.textEdited.connect(lambda _text: self.edited.emit())
        self.consent.clicked.connect(lambda _on: self.edited.emit())

    def _row(self, left: str, wide: int, right: str, less: int) -> FieldRow:
        return FieldRow(left, (left, self.fields[left], wide), (right, self.fields[right], less))

    def retranslate(self) -> None:
        """Set every word."""
        self.fields["proxy_name"].set_words(self.tr("Representative's name"))
        self.fields["proxy_relation"].set_words(self.tr("Relation"))
        self.fields["proxy_phone"].set_words(self.tr("Representative's telep&hone"))
        self.fields["proxy_consent"].set_words(self.tr("Consent"))
        self.consent.setText(self.tr("The client agrees"))
