"""Widgets side by side that go on in the next line, as a widget of its own."""

from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.layouts import Flow
from hbp_desktop.ui.parts.text import paper


class Flowing(QWidget):
    """Put it where a layout of wrapped buttons or chips is wanted."""

    def __init__(self, *widgets: QWidget, gap: str = "field") -> None:
        super().__init__()
        paper(self, "clear")
        self._flow = Flow(self, gap)
        for widget in widgets:
            self._flow.addWidget(widget)
