"""Why the office's folder stays where it is: journaled once, asked for while it is not."""

from hashlib import blake2b

from hbp_desktop.config import Paths
from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.fields import line
from hbp_desktop.domain.place import Concern
from hbp_desktop.store import journal
from hbp_desktop.store.work import Work, Writer, work
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from hbp_desktop.usecases.places import concern_of, permit, room


def note(w: Work, concern: Concern, reason: str) -> None:
    """Journal why the folder stays where it is; once for each place of this device's chain."""
    subject = _subject(w.device.chain, concern)
    if not journal.any_held(w.conn, [subject]):
        fields = {"what": "place.kept", "about": "", "place": concern.kind, "name": concern.name}
        w.create("act", subject, fields, action="kept", reason=line(reason))


def note_kept(opened: Opened, concern: Concern, reason: str, now: int) -> None:
    """Journal the reason given at set-up or restore."""
    with work(opened.vault, Writer(opened.officer_id, now)) as w:
        note(w, concern, reason)
    opened.remember()


def keep(office: Office, reason: str) -> None:
    """Note from the opened office why its folder stays; raises Refused as `permit`, and not_allowed."""
    office.ask("place.keep")
    concern = permit(office.opened.paths.root, reason)
    if concern is not None:
        with office.writing() as w:
            note(w, concern, reason)


def notices(office: Office) -> tuple[Problem, ...]:
    """Say what people should know about disk and place now: a place without a reason, little room."""
    concern = unkept(office)
    found = () if concern is None else (_notice(concern),)
    return found + room(office.opened.paths).problems


def unkept(office: Office) -> Concern | None:
    """Say what is the matter with the folder while nobody gave a reason; None else."""
    concern = concern_of(office.opened.paths.root)
    return None if concern is None or _is_kept(office, concern) else concern


def better_place() -> str:
    """Name the folder this system keeps such things in."""
    return str(Paths.default().root)


def _notice(concern: Concern) -> Problem:
    values: dict[str, str | int] = {"name": concern.name, "better": str(Paths.default().root)}
    return Problem(f"place_now_{concern.kind}", level="warning", values=values)


def _is_kept(office: Office, concern: Concern) -> bool:
    with office.vault.read() as conn:
        subject = _subject(journal.own_device(conn).chain, concern)
        return bool(journal.any_held(conn, [subject]))


def _subject(chain: str, concern: Concern) -> str:
    about = f"{chain}|{concern.kind}|{concern.name}".encode()
    return blake2b(about, digest_size=16, person=b"hbp-place-1").hexdigest()
