"""Tetapan: the sections at the left, the one that was picked at the right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QStackedWidget

from hbp_desktop.ui.desk import Desk, Shape
from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.page import Page
from hbp_desktop.ui.parts.scroll import FollowArea
from hbp_desktop.ui.settings.section import Section
from hbp_desktop.ui.settings.section_list import SectionList
from hbp_desktop.ui.settings.sections import SECTIONS, SectionKind


class _Sections(QStackedWidget):
    """Asks for the room of the section in front; those behind it ask for none."""

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown else super().minimumSizeHint()


class SettingsPage(Page):
    """`opened` takes the key of a section; without one the section in front stays."""

    key = "settings"

    def __init__(self, desk: Desk, kinds: tuple[SectionKind, ...] = SECTIONS) -> None:
        super().__init__(desk)
        self._kinds = kinds
        self._made: dict[str, Section] = {}
        self._areas: dict[str, FollowArea] = {}
        self._front = ""
        self._list, self._stack = SectionList(), _Sections()
        self._lay_out()
        self._list.picked.connect(self.show_section)
        self.retranslate()

    def title(self) -> str:
        return self.tr("Settings")

    def subtitle(self) -> str:
        shown = self._made.get(self._front)
        return shown.subtitle() if shown else ""

    def section(self, key: str) -> Section:
        """Give a section, made now if it was not yet; KeyError where there is none."""
        if key not in self._made:
            kind = next((kind for kind in self._kinds if kind.key == key), None)
            if kind is None:
                raise KeyError(key)
            made = self._made[key] = kind.make(self.desk)
            made.head_changed.connect(self.head_changed)
            made.reflow(self.shape)
            self._areas[key] = FollowArea(made, f"settings.{key}.area")
            self._stack.addWidget(self._areas[key])
        return self._made[key]

    def show_section(self, key: str) -> None:
        """Bring a section to the front."""
        shown = self.section(key)
        self._front = key
        self._stack.setCurrentWidget(self._areas[key])
        self._stack.updateGeometry()
        self._list.mark(key)
        shown.opened()
        self.head_changed.emit()

    def opened(self, target: object = None) -> None:
        listed = self._list_sections()
        wanted = target if target in listed else self._front
        self.show_section(str(wanted if wanted in listed else listed[0]))

    def refreshed(self) -> None:
        if self._front:
            self._made[self._front].refreshed()

    def reflow(self, shape: Shape) -> None:
        super().reflow(shape)
        upright = shape.at_least("normal")
        self._list.set_upright(upright)
        direction = QBoxLayout.Direction.LeftToRight if upright else QBoxLayout.Direction.TopToBottom
        self._across.setDirection(direction)
        for made in self._made.values():
            made.reflow(shape)

    def retranslate(self) -> None:
        self._list.setAccessibleName(self.tr("Settings"))
        self._list_sections()
        self._list.mark(self._front)

    def put_away(self) -> None:
        for made in self._made.values():
            made.put_away()

    def _lay_out(self) -> None:
        self._stack.setObjectName("pages")
        self._across = row(gap="cards")
        self._across.addWidget(self._list, 0, Qt.AlignmentFlag.AlignTop)
        self._across.addWidget(self._stack, 1)
        self.body.addLayout(self._across, 1)

    def _list_sections(self) -> list[str]:
        """List what this officer may open; give the keys."""
        may = self.desk.office.may
        kinds = [kind for kind in self._kinds if not kind.verb or may(kind.verb)]
        self._list.set_kinds(kinds)
        self._list.setVisible(len(kinds) > 1)
        return [kind.key for kind in kinds]
