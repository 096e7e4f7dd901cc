"""Which buttons need which verb of the policy: those the officer may not use are disabled, saying why."""

from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.page import Page
from hbp_desktop.ui.parts.button import Button

# By object name, or the beginning of one where it ends with a dot.
VERBS = {
    "attachment.fetch": "attachment.see",
    "attachment.withdraw": "attachment.add",
    "attachments.add": "attachment.add",
    "correct.save": "visit.correct",
    "import.choose": "register.import",
    "import.take": "register.import",
    "record.correct": "visit.correct",
    "record.reveal": "record.reveal",
    "record.status.": "matter.move",
    "record.clock.": "matter.move",
    "record.withdraw": "visit.withdraw",
    "records.undo": "visit.withdraw",
    "report.enter": "report.send",
    "report.make": "report.make",
    "report.named": "report.make_named",
    "report.print": "report.make",
    "sessions.call_off": "session.plan",
    "sessions.copy": "session.plan",
    "sessions.discard": "session.plan",
    "sessions.new": "session.plan",
    "sessions.set": "session.plan",
    "today.counter": "visit.record",
    "today.deadlines.all": "record.see",
    "today.records": "record.see",
}


def apply(shown: QWidget, desk: Desk) -> None:
    """Allow or forbid every button below a widget that needs a verb."""
    about = shown.about if isinstance(shown, Page) else None
    for button in shown.findChildren(Button):
        if verb := verb_of(button.objectName()):
            button.forbid(desk.why_not(verb, about))


def verb_of(name: str) -> str:
    """Give the verb a button needs, "" for none."""
    return VERBS.get(name, "") or VERBS.get(f"{name.rpartition('.')[0]}.", "")
