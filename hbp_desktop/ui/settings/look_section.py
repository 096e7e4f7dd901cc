"""How the window looks and when it locks: language, theme, scale, idle time, key caps; each at once."""

from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.desk import Desk, Shape
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.inputs import CheckBox
from hbp_desktop.ui.parts.segments import Choice, Segments
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.settings.section import Section
from hbp_desktop.ui.theme import SCALES


class LookSection(Section):
    """Asks the desk for each change; the window applies and remembers it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._card = Card("settings.look")
        self._language, self._theme = Segments("settings.language"), Segments("settings.theme")
        self._scale, self._idle = Segments("settings.scale"), Segments("settings.idle")
        self._caps = CheckBox("settings.key_caps")
        self._labels = {
            name: Text("", "body", "ink2") for name in ("language", "theme", "scale", "idle", "keys")
        }
        self._lay_out()
        self._connect()
        self.retranslate()

    def subtitle(self) -> str:
        return self.tr("Of this computer; they take effect at once")

    def opened(self) -> None:
        self._show_values()

    def reflow(self, shape: Shape) -> None:
        super().reflow(shape)
        self._across.setStretch(1, 2 if shape.at_least("normal") else 0)

    def retranslate(self) -> None:
        self._card.set_title(self.tr("How the window looks"))
        words = {
            "language": self.tr("Language"),
            "theme": self.tr("Theme"),
            "scale": self.tr("Size of everything"),
            "idle": self.tr("Lock when unused for"),
            "keys": self.tr("Keys on buttons"),
        }
        for name, label in self._labels.items():
            label.setText(words[name])
        self._caps.setText(self.tr("Show the key that does the same"))
        self._caps.setAccessibleName(words["keys"])
        self._word_choices()
        self._show_values()

    def _word_choices(self) -> None:
        self._language.set_choices((Choice("ms", "Bahasa Melayu"), Choice("en", "English")))
        self._theme.set_choices(
            (
                Choice("system", self.tr("As the computer")),
                Choice("light", self.tr("Light"), "sun"),
                Choice("dark", self.tr("Dark"), "moon"),
                Choice("contrast", self.tr("High contrast")),
            )
        )
        self._scale.set_choices([Choice(str(scale), f"{scale} %") for scale in SCALES])
        self._idle.set_choices(
            [Choice(str(time), self.tr("%n minute(s)", "", time)) for time in (2, 5, 10, 15)]
        )
        pairs = (
            ("language", self._language),
            ("theme", self._theme),
            ("scale", self._scale),
            ("idle", self._idle),
        )
        for name, segments in pairs:
            segments.setAccessibleName(self._labels[name].text())

    def _show_values(self) -> None:
        wanted = self.desk.preferences
        self._language.set_value(wanted.language)
        self._theme.set_value(wanted.theme)
        self._scale.set_value(str(wanted.scale))
        self._idle.set_value(str(wanted.idle_minutes))
        self._caps.setChecked(wanted.key_caps)

    def _lay_out(self) -> None:
        parts: dict[str, QWidget] = {
            "language": self._language,
            "theme": self._theme,
            "scale": self._scale,
            "idle": self._idle,
            "keys": self._caps,
        }
        for name, part in parts.items():
            self._labels[name].setBuddy(part)
            line = column(gap="label")
            line.addWidget(self._labels[name])
            line.addWidget(part)
            self._card.body.addLayout(line)
        self._across = row(gap="cards")
        self._across.addWidget(self._card, 3)
        self._across.addStretch(2)
        self.body.addLayout(self._across)

    def _connect(self) -> None:
        self._language.picked.connect(lambda value: self.desk.preference_wanted.emit("language", value))
        self._theme.picked.connect(lambda value: self.desk.preference_wanted.emit("theme", value))
        self._scale.picked.connect(lambda value: self.desk.preference_wanted.emit("scale", int(value)))
        self._idle.picked.connect(lambda value: self.desk.preference_wanted.emit("idle_minutes", int(value)))
        self._caps.clicked.connect(lambda on: self.desk.preference_wanted.emit("key_caps", on))
