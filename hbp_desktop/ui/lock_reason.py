"""Why the unlock page is shown, in words; and the drafts that wait behind it, without personal data."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hbp_desktop.domain.dates import clock
from hbp_desktop.usecases.waiting import Waiting

_SAID = {
    "start": QT_TRANSLATE_NOOP("LockReason", "Type your password to open the office's file."),
    "idle": QT_TRANSLATE_NOOP("LockReason", "The office's file was locked after %n minute(s) without use."),
    "system": QT_TRANSLATE_NOOP("LockReason", "The office's file was locked together with the screen."),
    "asked": QT_TRANSLATE_NOOP("LockReason", "The office's file is locked. Choose who is at work."),
    "sleep": QT_TRANSLATE_NOOP(
        "LockReason", "The computer went to sleep, so the office's file and every connection were closed."
    ),
    "lid": QT_TRANSLATE_NOOP(
        "LockReason", "The lid was shut, so the office's file and every connection were closed."
    ),
    "gap": QT_TRANSLATE_NOOP(
        "LockReason", "The computer had been asleep, so the office's file and every connection were closed."
    ),
    "full": QT_TRANSLATE_NOOP("LockReason", "The office's file and every connection are closed."),
}
_DRAFTS = QT_TRANSLATE_NOOP("LockReason", "%n draft(s) waiting")
_KEPT = QT_TRANSLATE_NOOP("LockReason", "What you typed is kept.")


@dataclass(frozen=True)
class Reason:
    """What led to the unlock page: `start`, or a cause of `domain.locking`; after how many idle minutes."""

    cause: str = "start"
    idle_minutes: int = 5
    drafts: tuple[Waiting, ...] = ()


NO_REASON = Reason()


def sentence(reason: Reason) -> str:
    """Say why the office is locked."""
    words = str(_SAID.get(reason.cause, _SAID["start"]))
    return QCoreApplication.translate("LockReason", words, "", reason.idle_minutes)


def drafts_line(reason: Reason, language: str) -> tuple[str, str]:
    """Say that drafts wait and that what was typed is kept: the stressed words, and the rest.

    Nothing is said at the start, when nothing was typed yet.
    """
    if reason.cause == "start" and not reason.drafts:
        return "", ""
    kept = QCoreApplication.translate("LockReason", str(_KEPT))
    if not reason.drafts:
        return kept, ""
    newest = max(reason.drafts, key=lambda one: one.kept_at)
    at = clock(f"{newest.kept_at:%H:%M}", language)
    about = ", ".join(part for part in (newest.queue, at) if part)
    first = QCoreApplication.translate("LockReason", str(_DRAFTS), "", len(reason.drafts))
    return first, f"({about}). {kept}"
