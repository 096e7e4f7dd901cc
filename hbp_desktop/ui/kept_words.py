"""What stands in a list in place of a client who is kept from view."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hbp_desktop.domain.guarded import BY_ROLE
from hbp_desktop.domain.visit import Visit

_WORDS = (
    QT_TRANSLATE_NOOP("KeptWords", "Sealed matter"),
    QT_TRANSLATE_NOOP("KeptWords", "Kept from view"),
)


def kept_words(visit: Visit) -> str:
    """Give the words for a guarded visit, "" for any other."""
    if not visit.guarded:
        return ""
    words = "Kept from view" if visit.guarded.how == BY_ROLE else "Sealed matter"
    return QCoreApplication.translate("KeptWords", words)
