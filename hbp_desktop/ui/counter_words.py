"""The counter's own short words, for segments and chips; everything else is said by `matter_words`."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hbp_desktop.ui.parts.segments import Choice

_OUTCOMES = {
    "settled": QT_TRANSLATE_NOOP("CounterWords", "Settled now"),
    "new": QT_TRANSLATE_NOOP("CounterWords", "New"),
    "in_progress": QT_TRANSLATE_NOOP("CounterWords", "In progress"),
    "waiting": QT_TRANSLATE_NOOP("CounterWords", "Waiting"),
    "referred": QT_TRANSLATE_NOOP("CounterWords", "Referred…"),
}
_DOCUMENTS = {
    "mykad": "MyKad",
    "mypr": "MyPR",
    "ic_old": QT_TRANSLATE_NOOP("CounterWords", "Old IC"),
    "passport": QT_TRANSLATE_NOOP("CounterWords", "Passport"),
    "unhcr": "UNHCR",
    "none": QT_TRANSLATE_NOOP("CounterWords", "None"),
}
_CHANNELS = {
    "counter": QT_TRANSLATE_NOOP("CounterWords", "at the counter"),
    "telephone": QT_TRANSLATE_NOOP("CounterWords", "by telephone"),
    "online": QT_TRANSLATE_NOOP("CounterWords", "online"),
    "written": QT_TRANSLATE_NOOP("CounterWords", "in writing"),
}
_LANGUAGES = {
    "ms": QT_TRANSLATE_NOOP("CounterWords", "Malay"),
    "en": QT_TRANSLATE_NOOP("CounterWords", "English"),
    "zh": QT_TRANSLATE_NOOP("CounterWords", "Chinese"),
    "ta": QT_TRANSLATE_NOOP("CounterWords", "Tamil"),
    "iban": QT_TRANSLATE_NOOP("CounterWords", "Iban"),
    "other": QT_TRANSLATE_NOOP("CounterWords", "another"),
}
_URGENT = {
    "child": QT_TRANSLATE_NOOP("CounterWords", "Child"),
    "violence": QT_TRANSLATE_NOOP("CounterWords", "Violence"),
    "danger": QT_TRANSLATE_NOOP("CounterWords", "Danger to life"),
    "integrity": QT_TRANSLATE_NOOP("CounterWords", "About an officer"),
}
Pairs = list[tuple[str, str]]


def outcomes() -> list[Choice]:
    """Give the outcomes a counter may note, in the order they are asked."""
    return _choices(_OUTCOMES)


def documents() -> list[Choice]:
    """Give the kinds of documents."""
    return _choices(_DOCUMENTS)


def channels() -> Pairs:
    """Give the ways a client may come."""
    return [(choice.value, choice.word) for choice in _choices(_CHANNELS)]


def languages() -> Pairs:
    """Give the languages a client may speak."""
    return [(choice.value, choice.word) for choice in _choices(_LANGUAGES)]


def urgencies() -> list[Choice]:
    """Give the reasons that never wait."""
    return _choices(_URGENT)


def _choices(words: dict[str, object]) -> list[Choice]:
    return [
        Choice(value, QCoreApplication.translate("CounterWords", str(word))) for value, word in words.items()
    ]
