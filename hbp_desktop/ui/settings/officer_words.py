"""Roles and appointments in the window's language."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from hbp_desktop.domain.dates import short_date
from hbp_desktop.domain.roster import ROLES
from hbp_desktop.domain.staff import Acting
from hbp_desktop.usecases import wording


def role(key: str, language: str) -> str:
    """Name a role, as a chip does: `Ketua pejabat`."""
    words = wording.text(f"role_{key}", language) or key
    return words[:1].upper() + words[1:]


def in_order(roles: Iterable[str]) -> list[str]:
    """List roles in the order of the circular's table, the head first."""
    order = ("head", "leader", "counter", "administrator", "coordinator", "auditor")
    held = set(roles) & set(ROLES)
    return [one for one in order if one in held]


def acting(one: Acting, language: str, running: bool = True) -> str:
    """Say an appointment on a chip: `Pemangku ketua pejabat hingga 30 Nov`."""
    named = (wording.text(f"role_{one.role}", language) or one.role, short_date(one.end, language))
    if running:
        said = QCoreApplication.translate("OfficerWords", "Acting %1 until %2")
    else:
        said = QCoreApplication.translate("OfficerWords", "Acting %1 from %3 to %2")
    filled = said.replace("%1", named[0]).replace("%2", named[1])
    return filled.replace("%3", short_date(one.start, language))
