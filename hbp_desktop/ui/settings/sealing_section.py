"""What the office seals: the state's integrity key from its file, and child-safety matters if it says so."""

from collections.abc import Callable
from pathlib import Path

from hbp_desktop.domain.errors import HbpError, Refused
from hbp_desktop.domain.integrity_key import LONGEST_FILE
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.files import ask_file
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.banner import Banner
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.inputs import CheckBox
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.settings.section import Section
from hbp_desktop.usecases import integrity


class SealingSection(Section):
    """`install(path)` takes a key file; `choose` asks for one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._card, self._children_card = Card("sealing.key"), Card("sealing.children.card")
        self.state = Banner("warn", "sealing.state")
        self._about, self._compare = (Text("", "body", "ink2", wrap=True) for _ in range(2))
        self.choose = Button("", "primary", "key-round", name="sealing.choose")
        self.remove = Button("", "danger", name="sealing.remove")
        self.sure = Banner("bad", "sealing.sure")
        self.child_safety = CheckBox("sealing.children")
        self._worth = Text("", "body", "ink2", wrap=True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def subtitle(self) -> str:
        return self.tr("Complaints about officers, and children's safety")

    def opened(self) -> None:
        self.sure.hide()
        self._show()

    def retranslate(self) -> None:
        self._card.set_title(self.tr("The state's integrity key"))
        self._about.setText(
            self.tr(
                "A complaint about an officer goes to the state's integrity unit alone. With its key "
                "installed, client, text and names are sealed the moment they are saved: nobody here can "
                "open them, not with the office's own key either. Reports count them and describe nothing."
            )
        )
        self.remove.setText(self.tr("Take the key away…"))
        self._children_card.set_title(self.tr("Children's safety"))
        self.child_safety.setText(self.tr("Child-safety matters are sealed at this office"))
        self._worth.setText(
            self.tr(
                "They open for the state and for up to three keys of those who lead, never for the officer "
                "complained about. It holds from now on: what was recorded before stays as it is."
            )
        )
        self._show()

    def install(self, path: Path) -> None:
        """Install the key in a file, or say what is wrong with it."""
        self._attempt(lambda: integrity.install(self.desk.office, _text_of(path)))

    def _show(self) -> None:
        """Show which key is installed, and what that is worth."""
        office = self.desk.office
        allowed, key = office.may("seal.set"), integrity.installed(office)
        self.state.set_state("ok" if key else "warn")
        if key:
            name = key.name or self.tr("the state's integrity unit")
            self.state.set_words(self.tr("Installed: %1.").replace("%1", name), "", icon="lock")
            compare = self.tr("The key ends in %1. Compare it with the integrity unit by telephone.")
            self._compare.setText(compare.replace("%1", key.short))
        else:
            rest = self.tr(
                "Such matters are kept from view by role only; names and text still lie in the office's file "
                "for anyone with its key. Ask the integrity unit for its key file."
            )
            self.state.set_words(self.tr("Not installed yet."), rest, icon="eye-off")
        self._compare.setVisible(key is not None)
        self.choose.setText(self.tr("Replace from a file…") if key else self.tr("Install from a file…"))
        self.remove.setVisible(key is not None)
        self.child_safety.setChecked(office.staff().child_sealed)
        for part in (self.choose, self.remove):
            part.explain(allowed, self.tr("An administrator does this."))
        self.child_safety.setEnabled(allowed)

    def _ask_path(self) -> None:
        title = self.tr("The integrity unit's key file")
        if chosen := ask_file(self.window(), title, self.tr("Key files (*.pub *.txt *.key)")):
            self.install(Path(chosen))

    def _ask_removal(self) -> None:
        first = self.tr("Take the state's key away?")
        rest = self.tr("What is sealed stays sealed. New complaints are then kept from view by role only.")
        self.sure.set_words(first, rest, self.tr("Take it away"))
        self.sure.show()

    def _remove(self) -> None:
        self.sure.hide()
        self._attempt(lambda: integrity.remove(self.desk.office))

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except (HbpError, OSError) as error:
            self.say_error("sealing", error)
        else:
            self.clear("sealing")
            self.desk.changed.emit()
        self._show()

    def _lay_out(self) -> None:
        acts, line = column(gap="field"), row(gap="field")
        line.addWidget(self.choose)
        line.addWidget(self.remove)
        line.addStretch(1)
        acts.addLayout(line)
        acts.addWidget(self.sure)
        for part in (self.state, self._about, self._compare):
            self._card.body.addWidget(part)
        self._card.body.addLayout(acts)
        self._children_card.body.addWidget(self.child_safety)
        self._children_card.body.addWidget(self._worth)
        self.body.addWidget(self._card)
        self.body.addWidget(self._children_card)
        self.sure.hide()

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask_path)
        self.remove.clicked.connect(self._ask_removal)
        self.sure.pressed.connect(self._remove)
        self.child_safety.clicked.connect(
            lambda on: self._attempt(lambda: integrity.seal_children(self.desk.office, on))
        )


def _text_of(path: Path) -> str:
    """Read a key file; raises Refused for one that is none."""
    with path.open("rb") as file:
        data = file.read(4 * LONGEST_FILE)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("seal_key_unreadable") from None
