"""Which sections Tetapan has, from top to bottom; each is made when it is first opened.

A new section adds one function and one line. The import stands inside the function, so that a section costs
nothing before it is opened.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.settings.section import Section


@dataclass(frozen=True)
class SectionKind:
    """A section: key, English word, sign, the verb of the policy that opens it ("": everybody's)."""

    key: str
    word: str
    icon: str
    verb: str
    make: Callable[[Desk], Section]

    def words(self) -> str:
        """Give the word in the window's language."""
        return QCoreApplication.translate("Sections", self.word)


def _look(desk: Desk) -> Section:
    from hbp_desktop.ui.settings.look_section import LookSection

    return LookSection(desk)


def _office(desk: Desk) -> Section:
    from hbp_desktop.ui.settings.office_section import OfficeSection

    return OfficeSection(desk)


def _officers(desk: Desk) -> Section:
    from hbp_desktop.ui.settings.officers_section import OfficersSection

    return OfficersSection(desk)


def _keys(desk: Desk) -> Section:
    from hbp_desktop.ui.settings.keys_section import KeysSection

    return KeysSection(desk)


def _copies(desk: Desk) -> Section:
    from hbp_desktop.ui.settings.copies_section import CopiesSection

    return CopiesSection(desk)


def _laptops(desk: Desk) -> Section:
    from hbp_desktop.ui.settings.laptops_section import LaptopsSection

    return LaptopsSection(desk)


def _sealing(desk: Desk) -> Section:
    from hbp_desktop.ui.settings.sealing_section import SealingSection

    return SealingSection(desk)


def _proof(desk: Desk) -> Section:
    from hbp_desktop.ui.settings.proof_section import ProofSection

    return ProofSection(desk)


SECTIONS: tuple[SectionKind, ...] = (
    SectionKind("look", str(QT_TRANSLATE_NOOP("Sections", "Window")), "monitor", "", _look),
    SectionKind("office", str(QT_TRANSLATE_NOOP("Sections", "Office")), "hand-heart", "session.see", _office),
    SectionKind(
        "officers", str(QT_TRANSLATE_NOOP("Sections", "Officers")), "users", "officer.see", _officers
    ),
    SectionKind("keys", str(QT_TRANSLATE_NOOP("Sections", "Keys")), "key-round", "session.see", _keys),
    SectionKind("laptops", str(QT_TRANSLATE_NOOP("Sections", "Computers")), "laptop", "device.see", _laptops),
    SectionKind(
        "copies", str(QT_TRANSLATE_NOOP("Sections", "Backups")), "hard-drive", "session.see", _copies
    ),
    SectionKind(
        "sealing", str(QT_TRANSLATE_NOOP("Sections", "Sealed matters")), "lock", "session.see", _sealing
    ),
    SectionKind("proof", str(QT_TRANSLATE_NOOP("Sections", "Proof")), "shield", "verify.run", _proof),
)
