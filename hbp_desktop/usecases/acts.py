"""Acts that are not about a record's fields, entered in the journal: who opened, printed, took out."""

from contextlib import suppress
from typing import TYPE_CHECKING

from hbp_desktop.domain.canonical import Value
from hbp_desktop.domain.errors import HbpError
from hbp_desktop.domain.ids import new_id
from hbp_desktop.store.work import Work, Writer, work

if TYPE_CHECKING:
    from hbp_desktop.usecases.office import Office
    from hbp_desktop.usecases.opening import Opened

ACT = "act"


def enter(doing: Work, what: str, about: str = "", action: str = "", reason: str = "", **more: Value) -> None:
    """Enter an act in a transaction under way; nothing personal belongs into it."""
    fields: dict[str, Value] = {"what": what, "about": about, **more}
    doing.create(ACT, new_id(), fields, action=action or what, reason=reason)


def note(office: "Office", what: str, about: str = "", **more: Value) -> None:
    """Enter an act of who sits here."""
    with office.writing() as doing:
        enter(doing, what, about, **more)


def note_unlock(opened: "Opened", now: int, failed: int = 0) -> None:
    """Enter that somebody opened, and after how many wrong passwords.

    A full disk or a laptop not admitted yet must keep nobody out: then it is not entered.
    """
    what = "unlock.code" if opened.slot.kind == "recovery" else "unlock.password"
    more: dict[str, Value] = {"failed": failed} if failed else {}
    with suppress(HbpError):
        with work(opened.vault, Writer(opened.officer_id, now)) as doing:
            enter(doing, what, opened.officer_id, **more)
        opened.note(doing.mark)
