"""The words of what a record is made of: states, urgency, channels, documents, clocks; kinds with letters."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hbp_desktop.ui.parts.tiles import Kind

LETTERS: Final = {
    "aduan": "A",
    "cadangan": "C",
    "pertanyaan": "T",
    "permohonan": "M",
    "perkhidmatan": "P",
    "penghargaan": "H",
}

_WORDS: Final[dict[str, str]] = {
    "aduan": str(QT_TRANSLATE_NOOP("MatterWords", "Complaint")),
    "cadangan": str(QT_TRANSLATE_NOOP("MatterWords", "Suggestion")),
    "pertanyaan": str(QT_TRANSLATE_NOOP("MatterWords", "Inquiry")),
    "permohonan": str(QT_TRANSLATE_NOOP("MatterWords", "Application")),
    "perkhidmatan": str(QT_TRANSLATE_NOOP("MatterWords", "Service")),
    "penghargaan": str(QT_TRANSLATE_NOOP("MatterWords", "Compliment")),
    "new": str(QT_TRANSLATE_NOOP("MatterWords", "New")),
    "in_progress": str(QT_TRANSLATE_NOOP("MatterWords", "In progress")),
    "waiting": str(QT_TRANSLATE_NOOP("MatterWords", "Waiting for client")),
    "referred": str(QT_TRANSLATE_NOOP("MatterWords", "Referred")),
    "settled": str(QT_TRANSLATE_NOOP("MatterWords", "Settled")),
    "closed": str(QT_TRANSLATE_NOOP("MatterWords", "Closed")),
    "child": str(QT_TRANSLATE_NOOP("MatterWords", "Child protection")),
    "violence": str(QT_TRANSLATE_NOOP("MatterWords", "Domestic violence")),
    "danger": str(QT_TRANSLATE_NOOP("MatterWords", "Danger to life")),
    "integrity": str(QT_TRANSLATE_NOOP("MatterWords", "Integrity")),
    "counter": str(QT_TRANSLATE_NOOP("MatterWords", "Counter")),
    "telephone": str(QT_TRANSLATE_NOOP("MatterWords", "Telephone")),
    "online": str(QT_TRANSLATE_NOOP("MatterWords", "Online")),
    "written": str(QT_TRANSLATE_NOOP("MatterWords", "Written")),
    "mykad": "MyKad",
    "mypr": "MyPR",
    "ic_old": str(QT_TRANSLATE_NOOP("MatterWords", "Old card")),
    "passport": str(QT_TRANSLATE_NOOP("MatterWords", "Passport")),
    "unhcr": "UNHCR",
    "none": str(QT_TRANSLATE_NOOP("MatterWords", "No document")),
    "L": str(QT_TRANSLATE_NOOP("MatterWords", "Male")),
    "P": str(QT_TRANSLATE_NOOP("MatterWords", "Female")),
    "ack": str(QT_TRANSLATE_NOOP("MatterWords", "Acknowledgement")),
    "reply": str(QT_TRANSLATE_NOOP("MatterWords", "Reply")),
    "investigate": str(QT_TRANSLATE_NOOP("MatterWords", "Investigation")),
}
LOOKS: Final = {
    "new": "warn",
    "in_progress": "accent",
    "waiting": "warn",
    "referred": "neutral",
    "settled": "ok",
    "closed": "ok",
}


def word(value: str) -> str:
    """Give the word of a value in the window's language; a value from a newer program is said as it is."""
    found = _WORDS.get(value)
    return QCoreApplication.translate("MatterWords", found) if found else value


def kinds() -> list[Kind]:
    """Give the six kinds of a matter with their letters."""
    return [Kind(value, letter, word(value)) for value, letter in LETTERS.items()]


def letter(value: str) -> str:
    """Give the letter of a kind; a kind of a newer program has a question mark."""
    return LETTERS.get(value, "?")


def look(status: str) -> str:
    """Give the chip look of a status."""
    return LOOKS.get(status, "neutral")
