"""What is said of an attachment: its name with its page, and where its file lies."""

from PySide6.QtCore import QCoreApplication

from hbp_desktop.usecases.attaching import Shown


def title(shown: Shown) -> str:
    """Give its title alone."""
    return shown.attachment.title or QCoreApplication.translate("Attachments", "Picture")


def name(shown: Shown) -> str:
    """Give its title, with the page where it is one of several."""
    found = shown.attachment
    if not found.of:
        return title(shown)
    return (
        QCoreApplication.translate("Attachments", "%1, page %2 of %3")
        .replace("%1", title(shown))
        .replace("%2", str(found.page))
        .replace("%3", str(found.of))
    )


def where(shown: Shown) -> str:
    """Say where its file lies."""
    if shown.where == "there":
        return QCoreApplication.translate("Attachments", "State has it")
    if shown.where == "here":
        return QCoreApplication.translate("Attachments", "Saved here")
    return (
        QCoreApplication.translate("Attachments", "On laptop %1").replace("%1", shown.laptop)
        if shown.laptop
        else QCoreApplication.translate("Attachments", "Not here")
    )
