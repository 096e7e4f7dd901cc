"""Copies of the office: by themselves each day and at closing, and wherever somebody wants one.

One that somebody asks for is entered in the journal. Automatic ones are not: each would change the journal,
so that the next closing had to make another; they are known by their files, and a failed try by a note.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from hbp_desktop.config import Paths
from hbp_desktop.domain.canonical import dump, load
from hbp_desktop.domain.errors import Damaged, HbpError, NoRoom, Refused
from hbp_desktop.domain.retention import Made, superfluous
from hbp_desktop.store import backup, keyslots, schema, slots, unlockers
from hbp_desktop.store.backup import Copy, Source
from hbp_desktop.store.durable import make_folder, read_file, replace_file
from hbp_desktop.store.keyslots import Keyslots
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.slot_changes import note_act

AUTO, ASKED = "auto", "asked"
LATE_DAYS = 3  # days without a backup that are worth saying

Step = Callable[[int, int], None]

_NOTE = "failed.json"
_LONGEST_NOTE = 400


@dataclass(frozen=True)
class Kept:
    """A backup that was read back and counted. kind: auto, asked, upgrade; `when` local, `size` in bytes.

    `left_out` attachments could not be put beside it just now.
    """

    path: Path
    kind: str
    when: datetime
    size: int
    entries: int
    visits: int
    left_out: int = 0


@dataclass(frozen=True)
class Copies:
    """The backups in the office's own folder, newest first; what cannot be read; why the last try failed."""

    kept: tuple[Kept, ...]
    unreadable: tuple[str, ...]
    failed: str = ""
    failed_at: datetime | None = None

    @property
    def last(self) -> datetime | None:
        """When the newest was made."""
        return self.kept[0].when if self.kept else None


def copies(office: Office) -> Copies:
    """List the backups of this office here; reads a few kB of each file."""
    found, unreadable = backup.listed(office.opened.paths.backups)
    code, at = _failure(office.opened.paths)
    failed_at = _local(office, at) if at else None
    return Copies(
        tuple(_kept(office, copy) for copy in found),
        tuple(path.name for path in unreadable),
        code,
        failed_at,
    )


def make_here(office: Office, step: Step | None = None) -> Kept:
    """Make one now beside the vault; raises as `make_to`."""
    make_folder(office.opened.paths.backups)
    return make_to(office, office.opened.paths.backups, step)


def make_to(office: Office, folder: Path, step: Step | None = None) -> Kept:
    """Make one now in a folder that is there, and enter it in the journal; for the lane, it takes its time.

    Raises NoRoom (backup_no_room, backup_folder_closed), Unreachable (backup_folder_gone), Damaged
    (backup_…), Locked (backup_running), Refused (not_allowed).
    """
    office.ask("backup.make")
    copy = backup.make(_source(office), folder, ASKED, office.clock(), step)
    with suppress(Refused), office.writing() as w:  # a laptop not admitted yet may copy, and enters nothing
        note_act(w, "backup.made", copy.manifest.id, entries=copy.manifest.entries)
    return _kept(office, copy)


def daily(office: Office, step: Step | None = None) -> Kept | None:
    """Make the day's automatic one at the first opening; None when there is one, or none could be made."""
    newest = _newest(office)
    if newest is not None and newest.when.date() >= office.today:
        return None
    return _automatic(office, step)


def at_close(office: Office, step: Step | None = None) -> Kept | None:
    """Make an automatic one when something was recorded since the last; None else, or when none could be.

    Openings, prints and the like alone do not count: closing stays quick, and the daily one has them.
    """
    newest = _newest_copy(office)
    with office.vault.read() as conn:
        counts = schema.counts(conn)
    if newest is not None and _records(newest.manifest.counts) == _records(counts):
        return None
    return _automatic(office, step)


def days_without(office: Office) -> int | None:
    """Tell how many days ago the newest was made; None when there is none."""
    newest = _newest(office)
    return None if newest is None else (office.today - newest.when.date()).days


def last_failure(office: Office) -> str:
    """Give the code of why the last automatic one could not be made, "" when it could."""
    return _failure(office.opened.paths)[0]


def _automatic(office: Office, step: Step | None) -> Kept | None:
    paths = office.opened.paths
    try:
        make_folder(paths.backups)
        copy = backup.make(_source(office), paths.backups, AUTO, office.clock(), step)
    except HbpError as error:
        if error.code not in ("vault_closed", "backup_running"):  # the next opening makes it
            _note_failure(paths, error.code, office.now)
        return None
    (paths.backups / _NOTE).unlink(missing_ok=True)
    if copy.left_out:
        _note_failure(paths, "backup_attachments_left_here", office.now)
    _clear(office, copy)
    return _kept(office, copy)


def _clear(office: Office, just_made: Copy) -> None:
    """Let automatic ones go that retention does not keep; asked ones and those before an upgrade stay."""
    found, _ = backup.listed(office.opened.paths.backups)
    automatic = {copy.path.name: copy for copy in found if copy.manifest.kind == AUTO}
    made = [Made(name, _local(office, copy.manifest.made_at)) for name, copy in automatic.items()]
    for name in superfluous(made, office.clock(), just_made.path.name):
        backup.drop(automatic[name])


def _source(office: Office) -> Source:
    opened = office.opened
    held = keyslots.read(opened.paths.keyslots)
    if held.vault != office.vault.path.name:
        raise Refused("vault_closed")
    key = slots.unseal(held, opened.keys)
    return Source(office.vault, key, _as_known(office, held, key), opened.paths.backup_lock)


def _as_known(office: Office, held: Keyslots, key: bytes) -> Keyslots:
    """Give the slots as the vault knows them: a hand in the file must not keep the code out of a copy."""
    with office.vault.read() as conn:
        known = unlockers.those_who_stand(conn, held.slots)
    return held if known == held.slots else replace(held, slots=known, sealed=slots.seal(key, known))


def _records(counts: Mapping[str, int]) -> int:
    """Count the entries that are not mere acts."""
    return counts.get("entries", 0) - counts.get("acts", 0)


def _newest(office: Office) -> Kept | None:
    found = _newest_copy(office)
    return None if found is None else _kept(office, found)


def _newest_copy(office: Office) -> Copy | None:
    return backup.newest(office.opened.paths.backups)


def _kept(office: Office, copy: Copy) -> Kept:
    said = copy.manifest
    when = _local(office, said.made_at)
    visits = said.counts.get("visits", 0)
    return Kept(copy.path, said.kind, when, copy.size, said.entries, visits, copy.left_out)


def _local(office: Office, at: int) -> datetime:
    return datetime.fromtimestamp(at, office.clock().tzinfo)


def _note_failure(paths: Paths, code: str, now: int) -> None:
    with suppress(NoRoom):
        replace_file(paths.backups / _NOTE, dump({"at": now, "code": code}))


def _failure(paths: Paths) -> tuple[str, int]:
    try:
        said = load(read_file(paths.backups / _NOTE, _LONGEST_NOTE, "slots_damaged"), _LONGEST_NOTE)
        return str(said["code"]), int(said["at"])
    except (FileNotFoundError, Damaged, KeyError, TypeError, ValueError):
        return "", 0
