"""Photos of the day and scanned letters: added, looked at, withdrawn; their files here or elsewhere.

Nothing of a guarded matter or its visit is attached: a photo cannot be sealed yet. Pictures are opened in
memory alone; no plain file of one is ever written.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from hbp_desktop.domain import attachment
from hbp_desktop.domain.attachment import KIND, Attachment, subject_of
from hbp_desktop.domain.entry import Header
from hbp_desktop.domain.errors import HbpError, Invalid, Problem, Refused, Unreachable
from hbp_desktop.domain.fields import LINE, line, part_of, text_of
from hbp_desktop.domain.guarded import Guard
from hbp_desktop.domain.reference import read_reference
from hbp_desktop.domain.visit import Visit
from hbp_desktop.pictures.preparing import MOST_FILE, Picture, prepare
from hbp_desktop.store import blobs, journal, shelf, whole_state
from hbp_desktop.store.blob_files import BlobFolder, seal, unseal
from hbp_desktop.store.blobs import Lying
from hbp_desktop.usecases import planning, records
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.small_files import read_small

Where = Literal["here", "there", "laptop"]
Step = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Brought:
    """A file as somebody brought it: what it is called here, its bytes, and of a PDF the pages wanted."""

    title: str
    data: bytes = field(repr=False)
    pages: tuple[int, ...] = ()


@dataclass(frozen=True)
class Shown:
    """An attachment as a list shows it; `where`: here, there (the state has it too), laptop (not here).

    `at` is when it was added, seconds UTC; `laptop` names where it was added, "" where nobody knows.
    """

    attachment: Attachment
    where: Where
    by: str
    at: int
    laptop: str
    thumb: bytes = field(repr=False)

    @property
    def id(self) -> str:
        """The attachment's id."""
        return self.attachment.id


@dataclass(frozen=True)
class Added:
    """What came of adding files: ids of attachments, and for each file that was refused, why."""

    ids: tuple[str, ...]
    refused: tuple[tuple[str, HbpError], ...] = ()


def brought(path: Path, pages: tuple[int, ...] = ()) -> Brought:
    """Read a file that somebody named; raises Refused (file_unreadable, file_empty_or_long)."""
    return Brought(line(path.stem)[:LINE], read_small(path, MOST_FILE), pages)


def attached(office: Office, about: Sequence[str]) -> tuple[Shown, ...]:
    """List the attachments of sessions, visits or matters that stand, in the order they were added."""
    office.ask("attachment.see")
    files, names = BlobFolder(office.opened.paths.attachments), office.officer_names()
    with office.vault.read() as conn:
        in_the_open = [one for one in about if _is_open(conn, one)]
        found = [blobs.seen_here(one, files) for one in blobs.of(conn, in_the_open)]
        laptops = _laptops(conn) if any(not one.is_here for one in found) else {}
        listed = [(blobs.first_of(conn, one.attachment.id), one) for one in found]
    listed.sort(key=lambda pair: (pair[0].at, pair[0].chain, pair[0].seq) if pair[0] else (0, "", 0))
    return tuple(_shown(first, one, names, laptops) for first, one in listed)


def found(office: Office, ref: str) -> tuple[str, ...]:
    """Give the ids a reference stands for: a session's, or a visit's with its matters.

    The first is what is attached to. Raises Refused (session_unknown, not_allowed).
    """
    office.ask("attachment.see")
    visits = [one for one in records.find(office, ref, limit=2).visits if _is_typed(one, ref)]
    if len(visits) == 1:
        return (visits[0].id, *(matter.id for matter in visits[0].matters))
    return (planning.session(office, ref).id,)


def may_attach(office: Office, about: str) -> bool:
    """Tell whether something may be attached to this by who sits here."""
    if not office.may("attachment.add"):
        return False
    with office.vault.read() as conn:
        return _is_open(conn, about)


def add(
    office: Office,
    about: str,
    files: Sequence[Brought],
    step: Step | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> Added:
    """Make pictures of files and attach each; for the lane. A file that cannot be read stops no other.

    `step` hears files done, files in all and a title, and may raise to stop; what was attached before stays.
    Raises Refused (not_allowed, record_unknown, attachment_guarded), NoRoom.
    """
    office.ask("attachment.add")
    with office.vault.read() as conn:
        _session_of(conn, about)
    ids: list[str] = []
    refused: list[tuple[str, HbpError]] = []
    for n, file in enumerate(files):
        if step is not None:
            step(n, len(files), file.title)
        try:
            _ask_title(file.title)
            for picture in prepare(file.data, file.pages, stopped):
                ids.append(attach(office, about, file.title, picture))
        except (Refused, Invalid) as error:
            refused.append((file.title, error))
    return Added(tuple(ids), tuple(refused))


def settle(office: Office) -> None:
    """Put right what is noted of files by those that lie here, and sweep what was left long ago."""
    blobs.settle(office.vault, office.opened.paths.attachments)


def attach(office: Office, about: str, title: str, picture: Picture) -> str:
    """Write a picture's file for good, then its entry; gives the attachment's id.

    A kill between the two leaves a file that nobody names. Raises as `add`.
    """
    office.ask("attachment.add")
    with office.vault.read() as conn:
        _session_of(conn, about)
    sealed = seal(picture.jpeg)
    subject = subject_of(sealed.name)
    with office.vault.reserve.backing():
        BlobFolder(office.opened.paths.attachments).put(sealed.name, sealed.data)
    with office.writing() as w:
        made = Attachment(
            id=subject,
            session=_session_of(w.conn, about),
            about=about,
            name=sealed.name,
            size=len(sealed.data),
            key=sealed.key,
            width=picture.width,
            height=picture.height,
            page=picture.page,
            of=picture.of,
            title=title,
            taken_by=office.officer.name,
        )
        w.create(KIND, subject, made.fields(), action="attached")
        blobs.keep(w.conn, sealed.name, len(sealed.data), picture.thumb)
    return subject


def open_picture(office: Office, subject: str) -> bytes:
    """Give the JPEG of an attachment, decrypted in memory.

    Raises Refused (not_allowed, record_unknown, attachment_guarded), Unreachable (attachment_elsewhere with
    `laptop`), Damaged (attachment_damaged).
    """
    office.ask("attachment.see")
    with office.vault.read() as conn:
        found = _known(conn, subject)
        _session_of(conn, found.about)
        laptop = _laptop_of(conn, subject)
    try:
        data = BlobFolder(office.opened.paths.attachments).read(found.name, found.key)
    except Unreachable:
        raise Unreachable("attachment_elsewhere", laptop=laptop) from None
    return unseal(data, found.key)


def withdraw(office: Office, subject: str, reason: str) -> None:
    """Withdraw an attachment; its file stays, and it is sent nowhere any more."""
    office.ask("attachment.add")
    _ask_reason(reason)
    with office.writing() as w:
        _known(w.conn, subject)
        w.change(KIND, subject, w.seen(subject), {"withdrawn": True}, action="withdrawn", reason=reason)


def restore(office: Office, subject: str, reason: str) -> None:
    """Take a withdrawal back."""
    office.ask("attachment.add")
    _ask_reason(reason)
    with office.writing() as w:
        _known(w.conn, subject)
        w.change(KIND, subject, w.seen(subject), {"withdrawn": False}, action="restored", reason=reason)


def _session_of(conn: Any, about: str) -> str:
    """Give the session of what is attached to.

    Raises Refused (record_unknown, attachment_guarded, attachment_other_office).
    """
    if whole_state.others(conn, [about]):
        raise Refused("attachment_other_office")  # a picture cannot be masked
    for kind in attachment.ABOUT:
        state = shelf.state(conn, kind, about)
        if state is not None:
            _refuse_guarded(conn, kind, state)
            return about if kind == "session" else text_of(state, "session")
    raise Refused("record_unknown")


def _is_open(conn: Any, about: str) -> bool:
    try:
        _session_of(conn, about)
    except Refused:
        return False
    return True


def _refuse_guarded(conn: Any, kind: str, state: Mapping[str, object]) -> None:
    """Refuse a guarded matter, its visit, and a matter of a guarded visit."""
    visit = shelf.state(conn, "visit", text_of(state, "visit")) if kind == "matter" else None
    if Guard.of(state) or Guard.of(visit or {}):
        raise Refused("attachment_guarded")


def _known(conn: Any, subject: str) -> Attachment:
    found = blobs.one(conn, subject)
    if found is None or not found.attachment.has_file:
        raise Refused("record_unknown")
    return found.attachment


def _shown(first: Header | None, lying: Lying, names: Mapping[str, str], laptops: Mapping[str, str]) -> Shown:
    found = lying.attachment
    where: Where = "laptop" if not lying.is_here else "there" if lying.is_there else "here"
    if first is None:
        return Shown(found, where, found.taken_by, 0, "", lying.thumb)
    by, laptop = names.get(first.actor, found.taken_by), laptops.get(first.chain, "")
    return Shown(found, where, by, first.at, laptop, lying.thumb)


def _laptop_of(conn: Any, subject: str) -> str:
    first = blobs.first_of(conn, subject)
    return _laptops(conn).get(first.chain, "") if first else ""


def _laptops(conn: Any) -> Mapping[str, str]:
    """Give the names of the laptops behind chains, as the roster has them."""
    roster = journal.read_own_roster(conn).folded.state
    named = {}
    for chain, device in blobs.devices(conn):
        named[chain] = text_of(part_of(roster, f"device.{device}"), "name") or device[:8]
    return named


def _is_typed(visit: Visit, typed: str) -> bool:
    try:
        return visit.id == typed.strip() or read_reference(typed.strip()) == visit.ref
    except Refused:
        return False


def _ask_title(title: str) -> None:
    if wrong := attachment.problems(title):
        raise Invalid(wrong)


def _ask_reason(reason: str) -> None:
    if not reason.strip():
        raise Invalid((Problem("reason_missing", "reason"),))
