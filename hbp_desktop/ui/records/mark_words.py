"""Where a record lies, as a small sign with its words."""

from PySide6.QtCore import QCoreApplication

from hbp_desktop.domain.exchange import Mark

_SIGNS: dict[Mark, tuple[str, str]] = {
    "here": ("check", "ink2"),
    "held": ("send", "accent"),
    "there": ("cloud", "ok"),
    "look": ("circle-alert", "warn"),
}


def word(mark: Mark) -> str:
    """Say it."""
    return {
        "here": QCoreApplication.translate("MarkWords", "saved here"),
        "held": QCoreApplication.translate("MarkWords", "sent, not yet counted"),
        "there": QCoreApplication.translate("MarkWords", "state has it"),
        "look": QCoreApplication.translate("MarkWords", "needs a look"),
    }[mark]


def sentence(mark: Mark, since: str) -> str:
    """Say it of one record, with since when."""
    if mark == "there" and since:
        said = QCoreApplication.translate("MarkWords", "The state office has it since %1.")
        return said.replace("%1", since)
    return {
        "here": QCoreApplication.translate("MarkWords", "Saved on this computer; not sent yet."),
        "held": QCoreApplication.translate("MarkWords", "Sent; the state office has not counted it yet."),
        "there": QCoreApplication.translate("MarkWords", "The state office has it."),
        "look": QCoreApplication.translate(
            "MarkWords", "The state office holds it and does not count it: see Exchange (Ctrl+7)."
        ),
    }[mark]


def sign(mark: Mark) -> tuple[str, str]:
    """Give its sign and tone."""
    return _SIGNS[mark]
